"""Which answers move the tier, and what the open ones could come to: over the shipped triage."""

import pytest
from msgspec.structs import replace

from contract_builder import api
from contract_builder.model.brief import Brief
from contract_builder.triage import assess
from contract_builder.triage.levers import Lever, at_best, levers, unknowns, with_answer
from tests.contents import shipped

CONTENT = shipped()
TABLE = CONTENT.triage


def brief(name: str) -> Brief:
    return api.read_brief(api.example(name))


@pytest.mark.parametrize("name", api.examples())
def test_each_lever_moves_the_tier_to_what_it_says(name: str) -> None:
    now = assess(brief(name), TABLE).inherent
    for lever in levers(brief(name), TABLE):
        assert lever.inherent != now
        assert assess(changed(brief(name), lever), TABLE).inherent == lever.inherent


def changed(of: Brief, lever: Lever) -> Brief:
    if lever.field == "service_area":
        return replace(of, service_area=lever.answer)
    if lever.field == "ai_types":
        assert lever.answer.startswith("-") and lever.answer[1:] in of.ai_types
        return replace(of, ai_types=tuple(t for t in of.ai_types if t != lever.answer[1:]))
    return with_answer(of, lever.field.removeprefix("answers."), lever.answer)


def test_of_two_ai_types_the_one_that_sets_the_tier_is_a_lever() -> None:
    fields = {lever.field for name in api.examples() for lever in levers(brief(name), TABLE)}
    assert "ai_types" in fields


@pytest.mark.parametrize("name", api.examples())
def test_no_answer_of_the_triage_is_left_out_of_the_levers(name: str) -> None:
    now = assess(brief(name), TABLE).inherent
    moving = {(lever.field, lever.answer) for lever in levers(brief(name), TABLE)}
    for question in TABLE.questions:
        for option in question.options:
            tier = assess(with_answer(brief(name), question.id, option.id), TABLE).inherent
            assert (tier != now) == ((f"answers.{question.id}", option.id) in moving)


def test_what_is_not_known_can_come_down_by_the_points_that_it_says() -> None:
    unanswered = replace(brief("homelessness-risk-list"), answers={})
    score = assess(unanswered, TABLE).score
    assert score == 100
    assert sum(u.points for u in unknowns(unanswered, TABLE)) == score - at_best(unanswered, TABLE).score
    assert not unknowns(brief("homelessness-risk-list"), TABLE)
