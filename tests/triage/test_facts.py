"""The facts of a purchase: stated, implied by a triage answer, or as if unknown."""

from contract_builder.load.playbooks import load_playbooks
from contract_builder.model.playbook import FactInfo
from contract_builder.triage import facts_of
from tests.triage.table import ROOT, brief

VULNERABLE = FactInfo(
    "vulnerable_people", "choice", "Are they?", ("yes", "no"), "yes",
    question="children-or-care-needs", answers={"none": "no", "some": "yes"},
)  # fmt: skip
VALUE = FactInfo("estimated_value", "number", "How much?", if_unknown=0)
TAGS = FactInfo("tags", "set", "Which?", ("a", "b"))


def test_what_the_brief_states_wins_over_what_an_answer_implies() -> None:
    stated = brief(facts={"vulnerable_people": "no"}, answers={"children-or-care-needs": "some"})
    assert facts_of(stated, (VULNERABLE,), 1)["vulnerable_people"] == "no"


def test_what_an_answer_implies_wins_over_what_is_taken_if_unknown() -> None:
    implied = brief(answers={"children-or-care-needs": "none"})
    assert facts_of(implied, (VULNERABLE,), 1)["vulnerable_people"] == "no"


def test_a_fact_that_nobody_states_or_implies_is_the_one_that_protects_most() -> None:
    for answers in ({}, {"children-or-care-needs": "unknown"}):
        assert facts_of(brief(answers=answers), (VULNERABLE,), 1)["vulnerable_people"] == "yes"


def test_a_number_of_nought_is_a_number_and_not_unknown() -> None:
    info = FactInfo("published_kpis", "number", "How many?", if_unknown=7)
    assert facts_of(brief(facts={"published_kpis": 0}), (info,), 1)["published_kpis"] == 0
    assert facts_of(brief(), (info,), 1)["published_kpis"] == 7


def test_a_fact_that_holds_several_values_is_a_set() -> None:
    assert facts_of(brief(facts={"tags": "a"}), (TAGS,), 1)["tags"] == frozenset({"a"})
    assert facts_of(brief(), (TAGS,), 1)["tags"] == frozenset()


def test_the_tier_is_the_inherent_one_whatever_the_brief_says() -> None:
    facts = facts_of(brief(facts={"tier": 1, "estimated_value": 12}), (VALUE,), 3)
    assert (facts["tier"], facts["estimated_value"]) == (3, 12)


def test_the_ai_types_and_the_service_area_are_the_briefs() -> None:
    facts = facts_of(brief(("biometric", "public-health")), (), 4)
    assert facts["ai_types"] == frozenset({"biometric"})
    assert facts["service_area"] == "public-health"


def test_every_shipped_fact_has_a_value_in_every_brief() -> None:
    loaded = load_playbooks(ROOT)
    assert loaded.value is not None, loaded.diagnostics
    facts = facts_of(brief(), loaded.value.facts, 1)
    assert facts.keys() >= {info.id for info in loaded.value.facts}
    for info in loaded.value.facts:
        assert facts[info.id] != "", info.id
