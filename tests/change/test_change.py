"""A brief with other answers: the same checks as for a file, and names in full or in short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_builder import api
from contract_builder.change import change_brief
from contract_builder.change.brief import Changed
from contract_builder.change.fields import fields_of
from contract_builder.drafting import what_if
from contract_builder.model.brief import Brief
from tests.contents import shipped

CONTENT = shipped()
HOME = api.read_brief(api.example("homelessness-risk-list"))
FIELDS = fields_of(CONTENT.library, CONTENT.playbooks, CONTENT.triage)


def changed(**changes: str) -> Changed:
    return given_as(changes)


def given_as(changes: dict[str, str], brief: Brief = HOME) -> Changed:
    return change_brief(brief, changes, CONTENT.library, CONTENT.playbooks, CONTENT.triage)


@pytest.mark.parametrize(
    ("field", "value", "part", "key", "says"),
    [
        ("answers.duration", "days", "answers", "duration", "days"),
        ("triage.answers.duration", "days", "answers", "duration", "days"),
        ("duration", "unknown", "answers", "duration", "unknown"),
        ("emotion-inference", "yes", "stops", "emotion-inference", "yes"),
        ("change-log", "in-place", "evidence", "change-log", "in-place"),
        ("estimated_value", "6000000", "facts", "estimated_value", 6000000),
        ("facts.route", "direct-award", "facts", "route", "direct-award"),
    ],
)
def test_a_field_is_named_in_full_or_in_short(
    field: str, value: str, part: str, key: str, says: str | int
) -> None:
    new = given_as({field: value})
    assert not new.problems
    assert getattr(new.brief, part)[key] == says
    assert [c.field for c in new.changes] == [f"{part}.{key}"]


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_can_be_taken_out_or_be_set_to_what_it_is(name: str) -> None:
    from contract_builder.change.brief import said

    now = said(HOME, FIELDS[name]).replace(" ", "")
    if now:
        assert not given_as({name: now}).problems
        assert given_as({name: now}).brief == _without_line(HOME, FIELDS[name].path)
    elif name != "service_area":
        out = given_as({name: ""})
        assert not out.problems
        assert out.changes[0].before == out.changes[0].after == ""


def _without_line(brief: Brief, path: str) -> Brief:
    from msgspec.structs import replace

    lines = {p: n for p, n in brief.lines.items() if p != path and not p.startswith(f"{path}.")}
    return replace(brief, lines=lines)


def test_ai_types_are_added_taken_away_and_replaced() -> None:
    assert changed(ai_types="+forecasting").brief.ai_types == ("predictive-risk-scoring", "forecasting")
    assert changed(ai_types="+forecasting,-predictive-risk-scoring").brief.ai_types == ("forecasting",)
    assert changed(ai_types="biometric, forecasting").brief.ai_types == ("biometric", "forecasting")


def test_an_offered_clause_is_taken_and_given_back() -> None:
    brief = changed(take="+model-change-control").brief
    assert brief.optional_clauses == ("model-change-control",)
    assert given_as({"take": "-model-change-control"}, brief).brief.optional_clauses == ()


def test_a_value_is_given_and_taken_out() -> None:
    brief = given_as({"exit-plan.exit_help_months": "9"}).brief
    assert brief.values["exit-plan"] == {"exit_help_months": 9}
    assert "exit-plan" not in given_as({"values.exit-plan.exit_help_months": ""}, brief).brief.values


@pytest.mark.parametrize(
    ("change", "says", "hint"),
    [
        (("answers.duratoin", "days"), "nothing called answers.duratoin", "Did you mean answers.duration?"),
        (("duraton", "days"), "nothing called duraton", "Did you mean duration?"),
        (("duration", "dayz"), "dayz is no answer to duration", "Did you mean days?"),
        (("service_area", "the moon"), "the moon is no service area", "adult-social-care"),
        (("service_area", ""), "needs a service area", "list --what service-areas"),
        (("ai_types", "-forecasting"), "forecasting is not among the AI types", "predictive-risk-scoring"),
        (("ai_types", "-predictive-risk-scoring"), "No AI type is left", "list --what ai-types"),
        (("ai_types", "+forecasting,biometric"), "with and without a sign", "+a,-b"),
        (("ai_types", "+"), "not among", "predictive-risk-scoring"),
        (("take", "+cuncil-data"), "cuncil-data is no clause", "Did you mean council-data?"),
        (("estimated_value", "£6m"), "not a whole number", "without commas"),
        (("evidence.change-log", "done"), "done is no state", "in-place, partial, absent"),
        (("emotion-inference", "perhaps"), "perhaps is no answer to a gate", "yes, no, unknown"),
        (("exit-plan.exit_help_months", "999"), "999 is out of bounds", "Write a number from"),
        (("personal_data", "no"), "contradicts the answer", "correct the answer"),
        (("tier", "2"), "comes out of the triage", "never below tier 3"),
        (("score", "2"), "comes out of the triage", "(tier 4)"),
        (("title", "x"), "decides nothing", "in the brief"),
        (("particulars.council_name", "x"), "decides nothing", "in the brief"),
        (("departures", "x"), "needs a reason", "in the brief"),
        (("duration", "da\x1b[31mys"), "U+001B (a control character)", "Delete it"),
        (("", "x"), "nothing called", "list --what questions"),
    ],
)
def test_a_wrong_change_is_told_with_the_cure(change: tuple[str, str], says: str, hint: str) -> None:
    problems = given_as(dict([change])).problems
    assert len(problems) == 1
    assert says in problems[0].message and hint in problems[0].hint
    assert problems[0].place.file == f"{change[0]}={change[1]}".replace("\x1b", "\ufffd")


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(api.ContentError) as raised:
        what_if(CONTENT, HOME, {"durtion": "days", "route": "no-such", "tier": "1", "biometic": "x"})
    assert len(raised.value.diagnostics) == 4


def test_one_field_by_two_names_is_given_twice() -> None:
    problems = given_as({"duration": "days", "answers.duration": "years"}).problems
    assert [p.rule for p in problems] == ["given-twice"]


def test_a_name_that_could_mean_two_things_is_answered_with_both() -> None:
    short = [f.key for f in FIELDS.values() if f.key]
    twice = next((name for name in short if short.count(name) > 1), None)
    if twice:
        (problem,) = given_as({twice: "1"}).problems
        assert problem.rule == "ambiguous-name" and problem.hint.count("values.") == short.count(twice)


@given(
    st.dictionaries(st.text(max_size=20) | st.sampled_from(sorted(FIELDS)), st.text(max_size=20), max_size=4)
)
def test_no_change_whatever_it_is_breaks_the_program(changes: dict[str, str]) -> None:
    new = given_as(changes)
    for problem in new.problems:
        assert problem.message and "\x1b" not in problem.place.file and "\n" not in problem.place.file


def test_the_brief_itself_is_not_changed() -> None:
    before = api.read_brief(api.example("homelessness-risk-list"))
    given_as({"duration": "days", "ai_types": "+forecasting", "exit-plan.exit_help_months": "9"})
    assert before == HOME
