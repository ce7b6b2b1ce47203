"""Conditions: what does not hold is not there, and the numbers close up."""

from contract_builder.model.condition import FactValue
from tests.assemble.library import clause, contract, definition, schedule
from tests.assemble.reading import clause_lines, definition_lines, schedule_lines

TEXT = """
*(only if route is call-off)* The framework comes first.

1. *(only if tier is at least 3)* High.
1. Always:
   1. *(only if personal_data is yes)* personal; ^personal
   1. both, where:
      1. *(only if ai_types has predictive-risk-scoring)* scores; or
      1. always.
1. As [it](#^personal "nothing") says.
"""


def test_all_conditions_hold() -> None:
    facts = {
        "route": "call-off", "tier": 3, "personal_data": "yes",
        "ai_types": frozenset({"predictive-risk-scoring", "biometric"}),
    }  # fmt: skip
    assert clause_lines(contract(clause("data", TEXT), facts=facts), "data") == [
        "The framework comes first.", "1.1 High.", "1.2 Always:", "(a) personal;", "(b) both, where:", "(i) scores; or",
        "(ii) always.", "1.3 As clause 1.2(a) says.",
    ]  # fmt: skip


def test_no_condition_holds_and_the_numbers_close_up() -> None:
    facts = {"route": "open", "tier": 2, "personal_data": "no", "ai_types": frozenset({"biometric"})}
    assert clause_lines(contract(clause("data", TEXT), facts=facts), "data") == [
        "1.1 Always:", "(a) both, where:", "(i) always.", "1.2 As nothing says.",
    ]  # fmt: skip


def test_an_item_goes_with_all_that_is_below_it() -> None:
    text = "1. *(only if tier is at least 3)* High:\n   1. one; and\n   1. two.\n1. Always."
    assert clause_lines(contract(clause("data", text), facts={"tier": 1}), "data") == ["1.1 Always."]


def test_schedules_and_definitions_have_conditions_too() -> None:
    made = contract(
        clause("data", "1. A Grave Fault under [it](../schedules/plan.md)."),
        schedule("plan", "1. *(only if tier is at least 3)* High.\n1. Always."),
        definition(
            "fault",
            "Grave Fault",
            "a fault that:\n\n1. *(only if tier is at least 3)* is high; or\n1. lasts.",
        ),
        facts={"tier": 1},
    )
    assert schedule_lines(made, "plan") == ["1 Always."]
    assert definition_lines(made, "fault") == ["Grave Fault means a fault that:", "(a) lasts."]


def test_what_is_not_there_uses_no_term_and_cites_no_schedule() -> None:
    text = "1. Always.\n1. *(only if tier is at least 3)* A Grave Fault under [it](../schedules/plan.md)."
    made = contract(
        clause("data", text), schedule("plan", "1. Words."), definition("fault", "Grave Fault", "a fault."),
        facts={"tier": 1},
    )  # fmt: skip
    assert len(made.schedules) == 1
    assert made.schedules[0].definitions == ()


ROWS = """
| Measure | Level |
|---|---|
| *(only if ai_types has conversational-agent)* Hand-off | of a Grave Fault |
| Accuracy | 95% |
| *(only if tier is at least 3)* Gap, see [it](../schedules/other.md) | 2 points |
"""


def rows(text: str, facts: dict[str, FactValue]) -> list[str]:
    made = contract(
        clause("data", "1. See [the plan](../schedules/plan.md)."), schedule("plan", text), schedule("other", "1. Words."),
        definition("fault", "Grave Fault", "a fault."), facts=facts,
    )  # fmt: skip
    have = [s.id for s in made.schedules[1:]] + [d.id for d in made.schedules[0].definitions]
    return [*schedule_lines(made, "plan"), f"has {', '.join(have)}"]


def test_a_row_whose_condition_does_not_hold_is_not_there_nor_what_it_uses_and_cites() -> None:
    assert rows(ROWS, {"ai_types": frozenset({"forecasting"}), "tier": 1}) == [
        "Measure | Level", "Accuracy | 95%", "has plan",
    ]  # fmt: skip
    assert rows(ROWS, {"ai_types": frozenset({"conversational-agent"}), "tier": 3}) == [
        "Measure | Level", "Hand-off | of a Grave Fault", "Accuracy | 95%", "Gap, see Schedule 2 | 2 points",
        "has other, plan, fault",
    ]  # fmt: skip


def test_a_table_none_of_whose_rows_stands_is_not_there() -> None:
    text = "1. Always.\n\n| What | Who |\n|---|---|\n| *(only if tier is 4)* Grave Fault | both |\n"
    assert rows(text, {"tier": 1}) == ["1 Always.", "has plan"]
    assert rows(text, {"tier": 4}) == ["1 Always.", "What | Who", "Grave Fault | both", "has plan, fault"]
