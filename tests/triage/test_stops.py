"""The six gates: anything but a no stops the purchase, until somebody answers for it."""

import pytest

from contract_builder.model.triage import TriageResult
from tests.triage.table import brief, referral, result, table

GATES = [gate.id for gate in table().stops]
NO_TO_ALL = dict.fromkeys(GATES, "no")


def answered(gate: str, answer: str | None, **fields: object) -> TriageResult:
    stops = {g: "no" for g in GATES if g != gate}
    if answer is not None:
        stops[gate] = answer
    return result(stops=stops, **fields)


def test_there_are_six_gates() -> None:
    assert len(GATES) == 6


@pytest.mark.parametrize("gate", GATES)
def test_a_no_lets_the_purchase_pass(gate: str) -> None:
    passed = answered(gate, "no")
    assert passed.stops == ()
    assert not passed.stopped
    assert not [r for r in passed.reasons if r.kind in ("stop", "referral")]


@pytest.mark.parametrize("gate", GATES)
@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("yes", "Answered: yes."),
        ("unknown", "Not answered"),
        (None, "Not answered"),
        ("perhaps", "Not answered"),
    ],
    ids=["yes", "unknown", "missing", "perhaps"],
)
def test_anything_but_a_no_stops_the_purchase(gate: str, answer: str | None, says: str) -> None:
    stopped = answered(gate, answer)
    assert stopped.stops == (gate,)
    assert stopped.stopped
    reason = next(r for r in stopped.reasons if r.kind == "stop")
    assert reason.about == gate
    assert says in reason.words


@pytest.mark.parametrize("gate", GATES)
@pytest.mark.parametrize("answer", ["yes", "unknown", None], ids=["yes", "unknown", "missing"])
def test_a_referral_clears_the_stop_and_makes_tier_4(gate: str, answer: str | None) -> None:
    cleared = answered(gate, answer, referrals=(referral(gate),))
    assert cleared.stops == ()
    assert (cleared.floor, cleared.inherent, cleared.residual) == (4, 4, 4)
    reason = next(r for r in cleared.reasons if r.kind == "referral")
    assert "A. Patel, Monitoring Officer" in reason.words
    assert "The tier is 4." in reason.words


def test_a_referral_for_a_gate_that_was_answered_no_changes_nothing() -> None:
    needless = answered(GATES[0], "no", referrals=(referral(GATES[0]),))
    assert (needless.stops, needless.inherent) == ((), 1)


def test_a_referral_clears_its_own_gate_and_no_other() -> None:
    both = {**NO_TO_ALL, GATES[0]: "yes", GATES[1]: "yes"}
    assert result(stops=both, referrals=(referral(GATES[0]),)).stops == (GATES[1],)


def test_a_brief_that_answers_nothing_meets_every_gate() -> None:
    assert result(stops={}).stops == tuple(GATES)


def test_the_reasons_name_every_gate_that_stops() -> None:
    stopped = result(stops={})
    assert [r.about for r in stopped.reasons if r.kind == "stop"] == GATES
    assert brief().stops == NO_TO_ALL
