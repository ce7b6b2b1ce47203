"""Triage: the questions, and what the answers come to."""

from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen

Tier: TypeAlias = int
"""1 minimal, 2 moderate, 3 high, 4 critical."""
UNKNOWN = "unknown"


class Stop(Frozen, frozen=True):
    """A gate: a yes, or no answer at all, stops the purchase until somebody answers for it."""

    id: str
    ask: str
    help: str
    because: str


class Option(Frozen, frozen=True):
    """One answer to a question."""

    id: str
    points: int
    title: str


class Question(Frozen, frozen=True):
    """A scored question."""

    id: str
    code: str
    ask: str
    help: str
    options: tuple[Option, ...]

    def worst(self) -> Option:
        """The option with the most points: what an unknown answer scores as."""
        return max(self.options, key=lambda option: option.points)


class Evidence(Frozen, frozen=True):
    """A safeguard that lowers the residual tier if it is in place and evidenced."""

    id: str
    ask: str


class Band(Frozen, frozen=True):
    """The score from which a tier starts."""

    tier: Tier
    from_score: int


class Mitigation(Frozen, frozen=True):
    """How evidence lowers the score."""

    threshold_percent: int
    reduction_percent: int
    points: dict[str, int]
    evidence: tuple[Evidence, ...]


class TriageTable(Frozen, frozen=True):
    """`playbooks/triage.yaml`."""

    version: str
    stops: tuple[Stop, ...]
    floors: dict[str, dict[str, Tier]]
    questions: tuple[Question, ...]
    bands: tuple[Band, ...]
    mitigation: Mitigation


class TriageReason(Frozen, frozen=True):
    """One thing that moved the tier."""

    kind: Literal["stop", "referral", "floor", "answer", "unknown", "band", "mitigation"]
    """What moved it."""
    about: str
    """The id of the gate, AI type, question or evidence."""
    words: str
    """Why, in words."""
    points: int = 0
    """The points that an answer scored; 0 for what scores none."""


class TriageResult(Frozen, frozen=True):
    """The tier, or a stop, with the reasons."""

    stops: tuple[str, ...]
    """Gates that stop the purchase."""
    floor: Tier
    """The lowest tier for these AI types in this service area."""
    score: int
    """Of 100."""
    inherent: Tier
    """Clauses follow it."""
    residual: Tier
    """Sign-off follows it."""
    residual_score: float
    """The score after the safeguards that are evidenced, of 100."""
    mitigation_percent: int
    """Share of the evidence points reached, in whole per cent, rounded down."""
    unanswered: tuple[str, ...]
    """The ids of the questions that scored as the worst, for want of an answer."""
    reasons: tuple[TriageReason, ...]
    """What moved the tier, in the order of the triage."""
    format: int = 1
    """The number of this format."""

    @property
    def stopped(self) -> bool:
        """Whether no contract may be made before the stop is answered for."""
        return bool(self.stops)
