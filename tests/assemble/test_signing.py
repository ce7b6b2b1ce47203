"""How the contract is signed: the form, and the way of each party."""

import pytest

import contract_builder as cb
from contract_builder.assemble.signing import chosen
from contract_builder.model.contract import Contract
from tests.contents import shipped

CONTENT = shipped()
EXECUTION = CONTENT.library.execution
WITNESSED = "Signature of the witness"


def signed(tail: str) -> Contract:
    """The small example, with `tail` at its end."""
    text = cb.example("event-listing-drafts").decode() + tail
    built = cb.build(CONTENT, cb.read_brief(text.encode()))
    assert built.contract is not None, built.diagnostics
    return built.contract


def words_of(contract: Contract) -> str:
    execution = contract.execution
    runs = [*execution.words, *(r for s in execution.signatories for r in s.words)]
    return " ".join(r.text if hasattr(r, "text") else f"[{r.prompt}]" for r in runs)


def test_a_brief_that_says_nothing_is_signed_under_hand_by_an_officer_and_for_a_company() -> None:
    contract = signed("")
    assert [s.party for s in contract.execution.signatories] == ["Council", "Supplier"]
    assert "an officer authorised under its scheme of delegation" in words_of(contract)
    assert "deed" not in words_of(contract)
    assert all(s.lines[-1] == "Date" for s in contract.execution.signatories)


def test_a_deed_says_on_its_face_that_it_is_one_and_when_it_is_delivered() -> None:
    contract = signed("\nexecution:\n  form: deed\n  supplier: company-witness\n")
    words = words_of(contract)
    assert "is executed as a deed by each Party" in words
    assert "It is delivered, and takes effect, on the date of this deed" in words
    assert words.count("Executed as a deed by") == 2
    council, supplier = contract.execution.signatories
    assert council.lines[-1] == "Date of this deed"
    assert WITNESSED in supplier.lines


def test_a_guarantor_signs_only_if_it_is_asked_for() -> None:
    contract = signed("\nexecution: {form: deed, guarantor: company-two}\n")
    assert [s.party for s in contract.execution.signatories] == ["Council", "Supplier", "Guarantor"]
    assert "[Guarantor]" in words_of(contract)
    assert "guarantor" in {item.field for item in contract.open_items}


@pytest.mark.parametrize(
    "way", EXECUTION.signatories, ids=lambda s: f"{s.party}-{s.kind}-{s.form or 'under-hand'}"
)
def test_each_way_of_signing_can_be_chosen(way) -> None:  # type: ignore[no-untyped-def]
    form, parts = chosen(EXECUTION, {"form": way.form or EXECUTION.id, way.party.casefold(): way.kind})
    assert form.id == (way.form or EXECUTION.id)
    assert way in parts


def test_each_block_of_a_deed_says_so_and_nobody_alone_executes_one_without_a_witness_or_a_second() -> None:
    deeds = [s for s in EXECUTION.signatories if s.form == "deed"]
    assert len(deeds) >= 8
    for one in deeds:
        assert one.words.startswith("Executed as a deed by")
        alone = WITNESSED not in one.lines and not any("second" in line for line in one.lines)
        assert not alone or one.kind in ("seal", "overseas"), one.kind


def test_notes_are_for_those_who_arrange_the_signing_and_do_not_print() -> None:
    for form in ("under-hand", "deed"):
        contract = signed(f"\nexecution: {{form: {form}}}\n")
        assert "onfidence" not in words_of(contract)
        assert "lectronic" not in words_of(contract)
    assert all("onfidence" in form.note for form in EXECUTION.all_forms)


@pytest.mark.parametrize(
    ("execution", "says"),
    [
        ("{form: seal}", "seal is no form of signing."),
        ("{supplier: company-two}", "company-two is no way for the Supplier to sign in the form under-hand."),
        ("{form: deed, council: officer}", "officer is no way for the Council to sign in the form deed."),
    ],
)
def test_a_way_that_there_is_not_is_refused(execution: str, says: str) -> None:
    text = cb.example("event-listing-drafts").decode() + f"\nexecution: {execution}\n"
    built = cb.build(CONTENT, cb.read_brief(text.encode()))
    assert built.contract is None
    assert says in [d.message for d in built.diagnostics]
