"""The second shape: for each shipped host and each shipped example, a schedule that reads as if the host had written it."""

import re
from itertools import product

import pytest
from msgspec.structs import replace

from contract_builder import api
from contract_builder.model.contract import BlankRun, Contract, RefRun
from contract_builder.render.resolved import require_resolved
from tests.assemble.hosts import CONTENT, HOSTS, brief, built, host
from tests.assemble.reading import all_runs, clause_lines, numbers, terms

EXAMPLES = api.examples()
ALL = list(product(HOSTS, EXAMPLES))


def made(name: str, example: str = "interview-transcripts", **more: object) -> Contract:
    contract = built(name, example, **more).contract
    assert contract is not None
    return contract


def text(contract: Contract) -> str:
    return api.render_contract(contract, "md").decode()


@pytest.mark.parametrize(("name", "example"), ALL)
def test_every_example_becomes_a_schedule_to_every_host(name: str, example: str) -> None:
    result = built(name, example)
    assert [d.rule for d in result.diagnostics if d.level == "error"] == []
    assert result.contract is not None
    require_resolved(result.contract)


@pytest.mark.parametrize(("name", "example"), ALL)
def test_no_word_of_the_library_is_left_where_the_host_has_one(name: str, example: str) -> None:
    contract = made(name, example)
    own = brief(name, example)
    words = "\n".join(line for line in text(contract).splitlines() if not line.startswith(">"))
    for value in own.particulars.values():
        words = words.replace(value, "")
    words = words.replace("Contract manager", "")  # an ordinary word at the head of a cell
    assert not re.findall(r"\b[Cc]lauses?\b", words.replace("AI procurement clauses", ""))
    for term in host(name).terms:
        if term.says != term.term and term.term not in term.says:
            assert not re.findall(rf"(?<![\w-]){term.term}(?![\w-])", words), term.term
    words = words.replace(contract.identity.title, "")
    assert not re.search(r"\bSchedule \d+(?! to the [A-Z][A-Za-z ]+ Act \d{4})", words)


@pytest.mark.parametrize("name", HOSTS)
def test_a_term_of_the_hosts_is_not_defined_again_and_one_of_ours_is(name: str) -> None:
    defined = set(terms(made(name)))
    for term in host(name).terms:
        assert (term.says in defined) == term.defined_here, term.says
    assert {"AI System", "Derived Data", "Particulars"} <= defined


@pytest.mark.parametrize("name", HOSTS)
def test_definitions_stand_in_the_order_of_the_words_that_print(name: str) -> None:
    found = terms(made(name))
    assert found == sorted(found, key=str.casefold)


@pytest.mark.parametrize(("name", "example"), ALL)
def test_every_reference_prints_the_number_of_its_target(name: str, example: str) -> None:
    contract = made(name, example)
    known = numbers(contract)
    for run in all_runs(contract):
        if isinstance(run, RefRun):
            full, own = known[run.anchor]
            assert run.text == (full if run.full else own)


def test_references_say_paragraph_and_annex() -> None:
    words = text(made("public-sector-contract")).replace("\u00a0", " ")
    assert "paragraph 2 of Annex 2" in words
    assert re.search(r"as paragraph \d+\.\d+ allows", words)


def test_an_annex_refers_to_its_own_paragraphs_as_those_of_this_annex() -> None:
    """A paragraph without more is one of Part B, as a clause is in an agreement."""
    words = text(made("public-sector-contract")).replace("\u00a0", " ")
    assert "each data set in paragraph 4 of this Annex" in words
    assert "to a paragraph without an Annex, it is to one of Part B" in words
    own = api.build(CONTENT, api.read_brief(api.example("homelessness-risk-list"), CONTENT)).contract
    assert own is not None and "each data set in paragraph\u00a04," in text(own)


@pytest.mark.parametrize("name", HOSTS)
def test_a_field_of_the_hosts_is_no_blank_that_nobody_can_fill_in(name: str) -> None:
    contract = made(name)
    rows = {row.field for section in contract.particulars for row in section.rows}
    blanks = {run.field for run in all_runs(contract) if isinstance(run, BlankRun)}
    assert blanks <= rows, blanks - rows
    says = f"as stated in {host(name).particulars}" in text(contract)
    assert says == ("charges_summary" in host(name).fields)


def test_numbering_starts_where_the_host_needs_it() -> None:
    contract = made("public-sector-contract", first_paragraph=7, schedule="Schedule 12")
    assert [c.number for c in contract.clauses[:3]] == ["7", "8", "9"]
    assert clause_lines(contract, "this-schedule")[0].startswith("7.1 ")
    assert contract.identity.title == "Schedule 12 – Artificial intelligence"


def test_what_the_host_deals_with_is_left_out_with_the_reason_and_the_place() -> None:
    selection = built("public-sector-contract").selection
    assert selection is not None
    out = {one.clause: one for one in selection.left_out}
    reason = out["governing-law"].nearest
    assert reason is not None
    assert reason.effect == "exclude"
    assert reason.playbook == "public-sector-contract"
    assert "General Terms" in reason.because
    assert reason.file == "clauses/hosts/public-sector-contract.yaml"
    assert reason.line > 1


def test_items_that_the_host_deals_with_are_named_among_the_reasons_of_their_clause() -> None:
    selection = built("public-sector-contract").selection
    assert selection is not None
    choice = selection.choice("term-and-termination")
    assert choice is not None
    assert any("convenience" in reason.because for reason in choice.reasons)
    assert not any(
        "without giving a reason" in line
        for line in clause_lines(made("public-sector-contract"), choice.clause)
    )


@pytest.mark.parametrize("name", HOSTS)
def test_the_floor_holds_in_this_shape_too(name: str) -> None:
    floor = {t for p in CONTENT.playbooks.playbooks for t in p.floor}
    contract = made(name, "event-listing-drafts")
    answered = {
        t
        for c in contract.clauses
        if (known := CONTENT.library.clause_by_id.get(c.id))
        for t in known.provides
    }
    assert floor
    assert floor <= answered


def test_a_departure_brings_back_what_the_host_deals_with() -> None:
    from contract_builder.model.brief import Approver, Departure

    lawyer = Approver("A. Patel", "head of legal services")
    back = Departure(
        "governing-law",
        "The host's courts are abroad.",
        lawyer,
        "2026-11-24",
        add=True,
        legal_approver=lawyer,
    )
    result = api.build(CONTENT, replace(brief("public-sector-contract"), departures=(back,)))
    assert result.contract is not None
    assert "governing-law" in {c.id for c in result.contract.clauses}


def test_values_for_what_the_host_deals_with_are_told_of_and_change_nothing() -> None:
    values = {"governing-law": {"escalation_days": 5}}
    result = api.build(CONTENT, replace(brief("public-sector-contract"), values=values))
    assert "left-to-host" in {d.rule for d in result.diagnostics}
    assert result.contract is not None


@pytest.mark.parametrize("name", HOSTS)
def test_a_warning_says_where_the_schedule_cannot_prevail(name: str) -> None:
    found = [d for d in built(name).diagnostics if d.rule == "precedence-fixed"]
    assert bool(found) == (not host(name).precedence.prevails)
    assert all(d.level == "warning" and d.hint for d in found)
    first = clause_lines(made(name), "this-schedule")[0]
    assert ("this Schedule prevails, also" in first) == host(name).precedence.prevails


def test_there_is_no_execution_block_unless_the_brief_asks_for_one() -> None:
    assert made("supplier-terms").execution.title == ""
    assert "\n## Signatures\n" not in text(made("supplier-terms"))
    assert "\n## Signatures\n" in text(made("supplier-terms", signatures=True))


def test_part_a_has_only_the_fields_that_the_host_lacks() -> None:
    contract = made("public-sector-contract")
    fields = {row.field for section in contract.particulars for row in section.rows}
    assert not fields & set(host("public-sector-contract").fields)
    assert {"host_title", "system_name", "council_authorised_officer"} <= fields
    assert {item.field for item in contract.open_items} <= fields


def test_a_host_that_is_not_known_yet_is_a_blank_with_an_owner() -> None:
    read = brief("supplier-terms")
    assert read.host is not None
    contract = api.build(CONTENT, replace(read, host=replace(read.host, title=""))).contract
    assert contract is not None
    blanks = {
        r.field for s in contract.particulars for row in s.rows for r in row.runs if isinstance(r, BlankRun)
    }
    assert "host_title" in blanks & {item.field for item in contract.open_items}


def test_words_that_a_brief_gives_stay_and_words_of_the_library_follow_the_host() -> None:
    read = brief("public-sector-contract")
    own = {**read.particulars, "intended_purpose": "What the Council calls a clause"}
    result = api.build(CONTENT, replace(read, particulars=own))
    assert result.contract is not None
    assert result.selection is not None
    speaking = result.selection.choice("speaking-up")
    assert speaking is not None
    contact = next(str(v.value) for v in speaking.values if v.parameter == "speaking_up_contact")
    assert "the Council's monitoring officer" in contact
    assert "What the Council calls a clause" in text(result.contract)
    assert "the Buyer's monitoring officer" in text(result.contract)
    assert "the Council's monitoring officer" not in text(result.contract)


def test_the_lock_carries_the_map_and_the_contract_its_digest() -> None:
    import json

    result = built("public-sector-contract")
    lock = json.loads(api.lock_contract(CONTENT, result))
    assert lock["host"]["id"] == "public-sector-contract"
    assert len(lock["contract"]["host"]["map_digest"]) == 64


@pytest.mark.parametrize("format", [f for f in api.FORMATS if f != "pdf"])  # made of the Word file
def test_every_format_says_the_same_heading_parts_and_annexes(format: api.Format) -> None:
    contract = made("public-sector-contract")
    data = api.render_contract(contract, format)
    if format == "docx":
        from tests.render.docx.word import root_of, text_of

        words = text_of(root_of(data))
    else:
        words = data.decode()
    for part in ("Call-Off Special Schedule 1", "Part A: Particulars", "Part B: Terms", "In this Schedule:"):
        assert part in words or format == "json", part
    assert "Between" not in words


def test_an_unknown_host_is_answered_with_the_nearest() -> None:
    read = brief("public-sector-contract")
    assert read.host is not None
    found = api.build(
        CONTENT, replace(read, host=replace(read.host, map="public-sector-contrakt"))
    ).diagnostics
    assert [(d.rule, d.hint) for d in found] == [("unknown-name", "Did you mean public-sector-contract?")]
