"""Playbooks: the rules that choose clauses, positions and values."""

from typing import Literal, TypeAlias

from contract_builder.model.allowance import Allowance
from contract_builder.model.base import Frozen
from contract_builder.model.clause import Value
from contract_builder.model.condition import ALWAYS, Condition

PlaybookKind: TypeAlias = Literal["base", "tier", "ai-type", "service-area", "overlay"]
LAYERS: tuple[PlaybookKind, ...] = ("base", "tier", "ai-type", "service-area", "overlay")
"""Nearest last: a later layer speaks over an earlier one, if it says `override: true`."""

FactType: TypeAlias = Literal["choice", "set", "number"]


class FactInfo(Frozen, frozen=True):
    """One fact of the closed set that conditions may test."""

    id: str
    type: FactType
    ask: str
    values: tuple[str, ...] = ()
    """What a choice or a set may hold."""
    if_unknown: str | int = ""
    """The value taken where the brief gives none: the one that protects the Council most."""
    question: str = ""
    """The triage question that answers it, where one does."""
    answers: dict[str, str] = {}
    """From the options of that question to the values of the fact."""
    implied_by: dict[str, str] = {}
    """From AI types to the value that each means, where the brief says nothing."""
    given_by: Literal["brief", "triage"] = "brief"
    line: int = 0
    """Where it stands in its file; 0 if that is not known."""


class ClauseQuery(Frozen, frozen=True):
    """Clauses by name, or by the tags in their metadata."""

    clauses: tuple[str, ...] = ()
    that_apply: bool = False
    """Every clause whose tier, AI types and service areas fit the facts."""
    topics: tuple[str, ...] = ()
    """Narrows `that_apply` to clauses that provide one of these."""
    groups: tuple[str, ...] = ()
    """Narrows `that_apply` to these groups."""
    any_tier: bool = False
    """Makes `that_apply` overlook the tier: what a higher tier would bring."""


class Setting(Frozen, frozen=True):
    """A value for one parameter of one clause or schedule."""

    clause: str
    parameter: str
    value: Value


class Rule(Frozen, frozen=True):
    """A condition over facts, what it does, and why."""

    id: str
    because: str
    playbook: str
    file: str
    line: int
    when: Condition = ALWAYS
    include: ClauseQuery | None = None
    exclude: ClauseQuery | None = None
    offer: ClauseQuery | None = None
    position: dict[str, str] = {}
    """From clause id, or `every-clause`, to position; `every-clause` reaches those that have it."""
    require: tuple[str, ...] = ()
    settings: tuple[Setting, ...] = ()
    override: bool = False
    cites: tuple[str, ...] = ()
    """What bears the reason out: ids of findings, law hooks and harms."""


class Constraint(Frozen, frozen=True):
    """What must be true of the whole Selection."""

    id: str
    because: str
    playbook: str
    file: str
    line: int
    when: Condition = ALWAYS
    must: Condition | None = None
    """A condition over the facts, and over `topics`, `clauses` and `position:<clause>` of the Selection."""
    order: tuple[str, ...] = ()
    """Topics whose clauses must stand in this order, where they are in."""
    agree: tuple[str, ...] = ()
    """Parameters, as `clause.parameter`, that must have one value, where they are in."""
    cites: tuple[str, ...] = ()
    """What bears the reason out: ids of findings, law hooks and harms."""


class DepartureRule(Frozen, frozen=True):
    """Whether a choice against the playbook is still open, by route and stage."""

    id: str
    because: str
    when: Condition
    allow: Literal["free", "legal-approver", "blocked"]
    file: str = ""
    line: int = 0


class Playbook(Frozen, frozen=True):
    """Rules for one AI type, service area, tier, council; or for every contract."""

    id: str
    kind: PlaybookKind
    title: str
    version: str
    file: str
    applies_to: str = ""
    """The tier (`tier-3`), AI type, service area or council that it is for; empty for the base."""
    extends: str = ""
    rules: tuple[Rule, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    floor: tuple[str, ...] = ()
    """Topics that every contract answers, whatever an overlay or a departure says. Base only."""
    departures: tuple[DepartureRule, ...] = ()
    """Base only; the first whose condition holds decides."""
    approvers: dict[str, str] = {}
    """Overlay only: the library's generic approver to the council's own."""
    lines: dict[str, int] = {}
    """The line of each key, as "floor" or "approvers.head of legal services"."""
    allow: tuple[Allowance, ...] = ()
    """Findings of `check` that are meant."""

    @property
    def reasoned(self) -> tuple[Rule | Constraint, ...]:
        """What gives a reason and can cite for it: rules, then constraints."""
        return (*self.rules, *self.constraints)


class Playbooks(Frozen, frozen=True):
    """All playbooks on disk, and the facts that their conditions may test."""

    facts: tuple[FactInfo, ...]
    playbooks: tuple[Playbook, ...]
    digest: str = ""
    files: dict[str, str] = {}
    """From each file read, as messages name it, to the SHA-256 of its bytes."""
