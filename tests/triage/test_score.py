"""The questions: 100 points, bands, and answers that nobody knows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_builder.model.triage import Question
from tests.triage.table import (
    HIGHEST,
    answers_for,
    best_answers,
    question,
    result,
    table,
    worst_answers,
)

QUESTIONS = [q.id for q in table().questions]


def test_there_are_twenty_one_questions_of_which_the_worst_answers_come_to_exactly_100() -> None:
    assert len(QUESTIONS) == 21
    assert result(answers=worst_answers()).score == 100


def test_the_best_answers_come_to_nothing_and_make_tier_1() -> None:
    best = result()
    assert (best.score, best.inherent, best.residual) == (0, 1, 1)


@pytest.mark.parametrize(
    ("score", "tier"), [(0, 1), (24, 1), (25, 2), (49, 2), (50, 3), (74, 3), (75, 4), (100, 4)]
)
def test_each_band_starts_where_it_says(score: int, tier: int) -> None:
    answered = result(answers=answers_for(score))
    assert (answered.score, answered.inherent) == (score, tier)


def test_a_score_raises_the_floor() -> None:
    raised = result(("generative-drafting", "corporate-services"), answers=answers_for(60))
    assert (raised.floor, raised.inherent) == (2, 3)
    assert "raises the floor of 2" in next(r.words for r in raised.reasons if r.kind == "band")


def test_a_score_never_lowers_the_floor() -> None:
    kept = result(HIGHEST)
    assert (kept.score, kept.floor, kept.inherent, kept.residual) == (0, 4, 4, 4)
    assert "does not raise the floor of 4" in next(r.words for r in kept.reasons if r.kind == "band")


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize(
    "answer", ["unknown", "", "no-such-answer", None], ids=["unknown", "empty", "wrong", "missing"]
)
def test_an_answer_that_is_not_known_scores_as_the_worst(name: str, answer: str | None) -> None:
    answers = {k: v for k, v in best_answers().items() if k != name}
    if answer is not None:
        answers[name] = answer
    unknown = result(answers=answers)
    assert unknown.score == question(name).worst().points
    assert unknown.unanswered == (name,)
    reason = next(r for r in unknown.reasons if r.about == name)
    assert (reason.kind, reason.points) == ("unknown", question(name).worst().points)


def test_every_question_has_its_reason_and_their_points_are_the_score() -> None:
    scored = result(answers=answers_for(57))
    points = {r.about: r.points for r in scored.reasons if r.kind == "answer"}
    assert list(points) == QUESTIONS
    assert sum(points.values()) == 57


def any_answers() -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(
        {q.id: st.sampled_from([o.id for o in q.options]) for q in table().questions}
    )


@settings(deadline=None)
@given(any_answers(), st.sampled_from(table().questions), st.integers(0, 16), st.data())
def test_a_worse_answer_never_lowers_the_tier(
    answers: dict[str, str], asked: Question, in_place: int, data: st.DataObject
) -> None:
    points = {o.id: o.points for o in asked.options}
    worse = data.draw(st.sampled_from([o for o in points if points[o] >= points[answers[asked.id]]]))
    evidence = {e.id: "in-place" for e in table().mitigation.evidence[: in_place + 4]}
    before = result(answers=answers, evidence=evidence)
    for answer in (worse, "unknown"):
        after = result(answers={**answers, asked.id: answer}, evidence=evidence)
        assert after.score >= before.score
        assert after.inherent >= before.inherent
        assert after.residual >= before.residual
