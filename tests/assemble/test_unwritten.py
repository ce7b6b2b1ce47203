"""What a template left to be written gets into no contract; what a brief says gets in whatever it looks like."""

import pytest

from contract_builder.model.clause import UNWRITTEN
from contract_builder.model.contract import TextRun
from tests.assemble.library import assembled, clause, contract, schedule
from tests.assemble.reading import all_runs

GAP = f"{UNWRITTEN}what must be done]"
CITES = "1. It is in [the plan](../schedules/plan.md)."


def unwritten(*texts: object, **more: object) -> list[str]:
    made = assembled(*texts, **more)  # type: ignore[arg-type]
    assert (made.contract is None) == bool(made.diagnostics)
    assert {d.rule for d in made.diagnostics} <= {"text-not-written"}
    return [d.place.file for d in made.diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        f"1. The Supplier must {GAP}.",
        f"1. One.\n   1. Two: {GAP}.",
        f"{GAP}",
        f"1. **{GAP}**",
    ],
)
def test_a_text_that_is_not_written_stops_the_contract(text: str) -> None:
    assert unwritten(clause("data", "1. Words."), clause("logs", text)) == ["clauses/general/logs.md"]


def test_so_does_a_heading_and_a_schedule_that_is_cited() -> None:
    assert unwritten(clause("logs", "1. Words.", title=f"{GAP}")) == ["clauses/general/logs.md"]
    plan = schedule("plan", f"| A | B |\n|---|---|\n| c | {GAP} |")
    assert unwritten(clause("data", CITES), plan) == ["clauses/schedules/plan.md"]


def test_what_does_not_print_may_wait() -> None:
    assert unwritten(clause("data", "1. Words."), schedule("plan", f"1. {GAP}")) == []
    assert (
        unwritten(
            clause("data", f"1. Words.\n1. *(only if stage is planning)* {GAP}"), facts={"stage": "tendering"}
        )
        == []
    )


def test_a_value_of_the_brief_is_no_text_that_is_left_to_write() -> None:
    speaking = clause(
        "data",
        "1. {{ routes }} and {{ system_version }}",
        parameters={"routes": {"type": "text", "default": "a complaint", "ask": "Which?"}},
    )
    made = contract(speaking, particulars={"system_version": GAP}, values={"data": {"routes": GAP}})
    assert list(all_runs(made)) == [TextRun(GAP), TextRun(" and "), TextRun(GAP)]
