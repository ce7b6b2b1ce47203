"""Evidence lowers the residual tier alone, and never below the floor."""

import pytest

from tests.triage.table import HIGHEST, answers_for, result, table

ITEMS = [e.id for e in table().mitigation.evidence]


def evidence(in_place: int, partial: int = 0) -> dict[str, str]:
    states = ["in-place"] * in_place + ["partial"] * partial
    return dict(zip(ITEMS, states, strict=False))


def test_there_are_twenty_safeguards() -> None:
    assert len(ITEMS) == 20


def test_79_per_cent_changes_nothing() -> None:
    almost = result(answers=answers_for(50), evidence=evidence(15, 2))
    assert (almost.mitigation_percent, almost.residual_score) == (79, 50)
    assert (almost.inherent, almost.residual) == (3, 3)
    assert "the residual tier is the inherent one" in almost.reasons[-1].words


def test_80_per_cent_lowers_the_score_by_15_per_cent() -> None:
    enough = result(answers=answers_for(50), evidence=evidence(16))
    assert (enough.mitigation_percent, enough.residual_score) == (80, 42.5)
    assert (enough.inherent, enough.residual) == (3, 2)
    assert "falls by 15% to 42.5" in enough.reasons[-1].words


def test_more_than_80_per_cent_lowers_it_no_further() -> None:
    assert result(answers=answers_for(50), evidence=evidence(20)).residual_score == 42.5


@pytest.mark.parametrize("state", ["absent", "unknown", "perhaps"])
def test_a_safeguard_that_is_not_evidenced_counts_for_nothing(state: str) -> None:
    nothing = result(answers=answers_for(50), evidence=dict.fromkeys(ITEMS, state))
    assert (nothing.mitigation_percent, nothing.residual) == (0, 3)


def test_the_residual_tier_is_never_below_the_floor() -> None:
    kept = result(HIGHEST, answers=answers_for(75), evidence=evidence(20))
    assert kept.residual_score < 75
    assert kept.residual == kept.floor == 4


@pytest.mark.parametrize("score", [0, 24, 25, 50, 58, 59, 74, 75, 88, 100])
def test_the_inherent_tier_is_the_same_with_and_without_evidence(score: int) -> None:
    without = result(answers=answers_for(score))
    with_all = result(answers=answers_for(score), evidence=evidence(20))
    assert with_all.inherent == without.inherent
    assert with_all.score == without.score == score
    assert with_all.residual <= with_all.inherent


@pytest.mark.parametrize(("score", "residual"), [(29, 1), (30, 2), (58, 2), (59, 3), (88, 3), (89, 4)])
def test_the_lowered_score_is_not_rounded_up_or_down_across_a_band(score: int, residual: int) -> None:
    assert result(answers=answers_for(score), evidence=evidence(16)).residual == residual
