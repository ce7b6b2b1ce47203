"""The shipped triage table, and briefs that answer it."""

from functools import cache
from pathlib import Path
from typing import Any

from contract_builder.load.triage import load_triage
from contract_builder.model.brief import Approver, Brief, Referral
from contract_builder.model.triage import Question, TriageResult, TriageTable
from contract_builder.triage import assess

ROOT = Path(__file__).parents[2]
LOWEST = ("forecasting", "libraries-culture-economy")
"""A type and a service area whose floor is tier 1."""
HIGHEST = ("biometric", "community-safety")
"""A type and a service area whose floor is tier 4."""


@cache
def table() -> TriageTable:
    """`playbooks/triage.yaml`."""
    loaded = load_triage(ROOT / "playbooks" / "triage.yaml")
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def question(id_: str) -> Question:
    return next(q for q in table().questions if q.id == id_)


def best_answers() -> dict[str, str]:
    """The answers with the fewest points."""
    return {q.id: min(q.options, key=lambda o: o.points).id for q in table().questions}


def worst_answers() -> dict[str, str]:
    """The answers with the most points."""
    return {q.id: q.worst().id for q in table().questions}


def answers_for(score: int) -> dict[str, str]:
    """Answers that come to `score`."""
    reached: dict[int, dict[str, str]] = {0: {}}
    for q in table().questions:
        reached = {
            points + o.points: {**answers, q.id: o.id}
            for points, answers in reached.items()
            for o in q.options
        }
    return reached[score]


def brief(pair: tuple[str, str] = LOWEST, **fields: Any) -> Brief:
    """A brief for a pair of AI type and service area that stops nowhere and has the best answers."""
    usual: dict[str, Any] = {
        "stops": {gate.id: "no" for gate in table().stops},
        "answers": best_answers(),
    }
    return Brief("A purchase", "brief.yaml", (pair[0],), pair[1], **{**usual, **fields})


def result(pair: tuple[str, str] = LOWEST, **fields: Any) -> TriageResult:
    """What the triage makes of such a brief."""
    return assess(brief(pair, **fields), table())


def referral(gate: str) -> Referral:
    return Referral(
        gate, "The feature is switched off.", Approver("A. Patel", "Monitoring Officer"), "2026-11-24"
    )
