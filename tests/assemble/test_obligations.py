"""Obligations: data tied to the sentence that says so."""

from typing import Any

import msgspec

from contract_builder.model.clause import ObligationSource
from tests.assemble.library import assembled, clause, contract
from tests.assemble.reading import numbers

TEXT = "1. One.\n1. The Supplier must:\n   1. deliver; and ^deliver\n   1. *(only if tier is at least 3)* report. ^report"
SHORT = "1. The Supplier must deliver. ^deliver"


def duty(at: str, **more: str) -> dict[str, str]:
    return {
        "at": at, "party": "Supplier", "action": f"Do {at}", "trigger": "Request",
        "due": "{{ days | unit }} after the request", "evidence": "Note", **more,
    }  # fmt: skip


def data(*texts: str, duties: tuple[dict[str, str], ...] = (duty("deliver"), duty("report"))) -> Any:
    days = {"days": {"type": "integer", "unit": "Working Days", "default": 5, "ask": "How many?"}}
    return clause("data", *texts, parameters=days, obligations=list(duties))


def test_an_obligation_is_anchored_to_its_sentence_and_its_values_are_filled_in() -> None:
    made = contract(data(TEXT), facts={"tier": 3}, values={"data": {"days": 1}})
    deliver, report = made.obligations
    assert (deliver.clause, deliver.anchor, deliver.number) == ("data", "clause.data.deliver", "1.2(a)")
    assert (deliver.party, deliver.action, deliver.trigger, deliver.evidence) == (
        "Supplier", "Do deliver", "Request", "Note",
    )  # fmt: skip
    assert deliver.due == "1 Working Day after the request"
    assert report.number == "1.2(b)"
    for obligation in made.obligations:
        assert numbers(made)[obligation.anchor][0] == obligation.number


def test_an_obligation_whose_sentence_is_not_there_is_not_there() -> None:
    assert [o.anchor for o in contract(data(TEXT), facts={"tier": 2}).obligations] == ["clause.data.deliver"]


def test_obligations_follow_the_labels_of_the_position() -> None:
    made = contract(data(TEXT, SHORT), facts={"tier": 3}, position="fallback")
    assert [(o.anchor, o.number) for o in made.obligations] == [("clause.data.deliver", "1.1")]


def test_every_part_of_an_obligation_is_filled_in_and_a_blank_shows_its_prompt() -> None:
    full = duty("deliver", trigger="Request by {{ council_name }}", evidence="Note to {{ supplier_name }}")
    (made,) = contract(data(SHORT, duties=(full,)), particulars={"council_name": "Mere"}).obligations
    assert made.trigger == "Request by Mere"
    assert made.evidence == "Note to [Supplier]"


def test_a_placeholder_that_names_nothing_is_an_error() -> None:

    wrong = ObligationSource("deliver", "Supplier", "Do", "Request", "{{ dais }}", "Note")
    made = assembled(msgspec.structs.replace(data(SHORT, duties=(duty("deliver"),)), obligations=(wrong,)))
    assert made.contract is None
    (problem,) = made.diagnostics
    assert (problem.rule, problem.place.file) == ("unknown-placeholder", "clauses/general/data.md")
    assert "^deliver names {{ dais }}" in problem.message
    assert problem.place.line > 1
