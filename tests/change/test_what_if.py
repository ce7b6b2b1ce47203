"""What would change, over the shipped library: outcomes, and what holds them where nothing does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from contract_builder import api
from contract_builder.change.fields import fields_of
from contract_builder.drafting import what_if
from contract_builder.model.difference import WhatIf
from tests.contents import shipped

CONTENT = shipped()
HOME = api.read_brief(api.example("homelessness-risk-list"))
DRAFTS = api.read_brief(api.example("event-listing-drafts"))
QUESTIONS = {f"answers.{q.id}": [o.id for o in q.options] for q in CONTENT.triage.questions}
FACTS = {
    f.name: f.fact.values
    for f in fields_of(CONTENT.library, CONTENT.playbooks, CONTENT.triage).values()
    if f.fact and f.fact.values and not f.fact.question
}


def tried(**changes: str) -> WhatIf:
    return what_if(CONTENT, HOME, {name.replace("__", "-"): value for name, value in changes.items()})


def test_what_the_brief_says_already_changes_nothing() -> None:
    compared = tried(duration="months")
    assert not compared.differs
    assert compared.why_not[0] == "The brief says so already: answers.duration is months."


def test_a_lower_score_under_the_floor_says_that_the_floor_holds_the_tier() -> None:
    changes = {q: options[0] for q, options in QUESTIONS.items()}
    compared = what_if(CONTENT, HOME, changes)
    assert not compared.triage.inherent.differ
    assert (
        "the floor holds it. predictive-risk-scoring in housing-and-homelessness is never below tier 3."
        in " ".join(compared.why_not)
    )


def test_a_score_that_stays_in_its_band_says_how_wide_the_band_is() -> None:
    compared = tried(human__involvement="meaningful")
    assert "tier 3 is a score from 50 to 74" in compared.why_not[0]


def test_a_fact_that_decides_nothing_names_the_rules_that_look_at_it() -> None:
    compared = tried(estimated_value="4000000")
    assert not compared.differs
    assert (
        "base/published-kpis-over-five-million (estimated_value is more than 5000000)" in compared.why_not[0]
    )


def test_a_fact_that_breaks_a_constraint_brings_a_problem_and_no_contract() -> None:
    compared = tried(estimated_value="6000000")
    assert [d.rule for d in compared.selection.found] == ["constraint-broken"]
    assert compared.contract_now and not compared.contract_then and compared.text is None


def test_a_gate_that_stops_is_part_of_the_answer() -> None:
    compared = tried(emotion__inference="yes")
    assert compared.triage.stops_new == ("emotion-inference",) and not compared.contract_then


def test_a_higher_tier_brings_clauses_positions_and_values_each_with_its_rule() -> None:
    changes = {"data-sensitivity": "special", "effect-on-person": "decides", "route": "open-procedure"}
    compared = what_if(CONTENT, DRAFTS, changes)
    assert (compared.triage.inherent.before, compared.triage.inherent.after) == (1, 2)
    came = {c.clause: c.reasons[0] for c in compared.selection.comes_in}
    assert "model-change-control" in came
    assert (came["model-change-control"].playbook, came["model-change-control"].rule) == (
        "base",
        "what-applies",
    )
    assert all(reason.rule and reason.because for reason in came.values())
    assert compared.selection.moves
    assert {m.after for m in compared.selection.moves} == {"preferred"}
    assert any(v.reason.rule == "hours-for-a-moderate-purchase" for v in compared.selection.values)
    assert compared.selection.playbooks_gone == ("tier-1",)
    assert compared.text and compared.text.words.after > compared.text.words.before


def test_text_that_hangs_on_a_fact_is_counted_where_the_selection_stays() -> None:
    compared = tried(reorganisation="yes")
    assert not compared.selection and compared.text and compared.differs
    assert "term-and-termination" in {c.id for c in compared.text.changed}


def test_of_several_changes_those_that_do_nothing_are_named() -> None:
    compared = tried(estimated_value="430000", emotion__inference="yes")
    assert compared.alone == ("facts.estimated_value",)


def test_a_brief_with_names_that_the_library_does_not_have_is_refused_before_any_change() -> None:
    wrong = replace(HOME, answers={**HOME.answers, "duration": "aeons"})
    with pytest.raises(api.ContentError, match="aeons is no answer"):
        what_if(CONTENT, wrong, {"duration": "days"})


@settings(max_examples=25)
@given(
    st.dictionaries(st.sampled_from(sorted(QUESTIONS)), st.integers(0, 9), max_size=4),
    st.dictionaries(st.sampled_from(sorted(FACTS)), st.integers(0, 9), max_size=2),
)
def test_what_would_change_is_what_the_changed_brief_gives(
    answers: dict[str, int], facts: dict[str, int]
) -> None:
    """The numbers then are those of a brief that says so in its file."""
    changes = {q: QUESTIONS[q][n % len(QUESTIONS[q])] for q, n in answers.items()}
    changes |= {f: FACTS[f][n % len(FACTS[f])] for f, n in facts.items()}
    compared = what_if(CONTENT, HOME, changes)
    own = {name.partition(".")[2]: value for name, value in changes.items()}
    said = replace(
        HOME,
        answers={**HOME.answers, **{k: v for k, v in own.items() if f"answers.{k}" in QUESTIONS}},
        facts={**HOME.facts, **{k: v for k, v in own.items() if f"facts.{k}" in FACTS}},
    )
    built = api.build(CONTENT, said)
    assert built.triage is not None
    assert compared.triage.inherent.after == built.triage.inherent
    assert compared.triage.score.after == built.triage.score
    assert compared.contract_then == (built.contract is not None)
    if compared.text and built.contract:
        assert compared.text.clauses.after == len(built.contract.clauses)
