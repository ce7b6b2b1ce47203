"""Whether one condition follows from others, as lawyers write them."""

import pytest

from contract_builder.check.implication import counterexample
from contract_builder.load.condition import parse_words
from contract_builder.model.condition import Condition, holds
from contract_builder.model.diagnostic import Place
from contract_builder.model.playbook import FactInfo

FACTS = {
    "tier": FactInfo("tier", "number", ""),
    "value": FactInfo("value", "number", ""),
    "stage": FactInfo("stage", "choice", "", ("planning", "tendering", "award")),
    "ai_types": FactInfo("ai_types", "set", "", ("biometric", "forecasting")),
    "area": FactInfo("area", "choice", ""),
}
VALUES = {name: fact.values for name, fact in FACTS.items() if fact.values}


def condition(words: str) -> Condition:
    parsed, found = parse_words(words, lambda part: Place("", 1))
    assert parsed is not None, found
    return parsed


@pytest.mark.parametrize(
    ("premises", "conclusion"),
    [
        (["tier is at least 3"], "tier is at least 2"),
        (["tier is 4"], "tier is more than 3"),
        (["tier is at least 2", "tier is at most 3"], "tier is at most 3"),
        (["tier is at least 4"], "tier is 4"),
        (["value is more than 100"], "value is at least 100"),
        (["stage is planning"], "stage is one of planning, award"),
        (["stage is not planning", "stage is not award"], "stage is tendering"),
        (["ai_types has biometric and stage is award"], "ai_types has biometric"),
        (["ai_types does not have biometric"], "ai_types has forecasting"),
        (["area is north"], "area is not south"),
        ([], "tier is at least 1"),
    ],
)
def test_a_conclusion_that_follows_has_no_counterexample(premises: list[str], conclusion: str) -> None:
    assert counterexample([condition(p) for p in premises], condition(conclusion), FACTS, VALUES) is None


@pytest.mark.parametrize(
    ("premises", "conclusion", "facts"),
    [
        (["tier is at least 2"], "tier is at least 3", {"tier": 2}),
        ([], "tier is at most 3", {"tier": 4}),
        (["value is at least 100"], "value is more than 100", {"value": 100}),
        (["stage is one of planning, award"], "stage is planning", {"stage": "award"}),
        (["stage is not planning"], "stage is tendering", {"stage": "award"}),
        (["ai_types has biometric"], "ai_types has forecasting", {"ai_types": frozenset({"biometric"})}),
        (["ai_types has biometric"], "ai_types does not have forecasting",
         {"ai_types": frozenset({"biometric", "forecasting"})}),
        (["tier is 4"], "stage is award", {"stage": "planning"}),
        ([], "area is north", {"area": "another"}),
    ],
)  # fmt: skip
def test_a_conclusion_that_does_not_follow_is_shown_by_facts(
    premises: list[str], conclusion: str, facts: dict[str, object]
) -> None:
    given, wanted = [condition(p) for p in premises], condition(conclusion)
    case = counterexample(given, wanted, FACTS, VALUES)
    assert case is not None and not holds(wanted, case)
    assert all(case[name] == value for name, value in facts.items())
