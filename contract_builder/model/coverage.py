"""The Coverage of a library: findings, topics, harms and published models, and the clauses that answer them."""

from contract_builder.model.base import Frozen
from contract_builder.model.confidence import Confidence


class HeldBy(Frozen, frozen=True):
    """The item that gives a right, a number or a remedy."""

    clause: str
    """The clause that the item stands in."""
    label: str
    """Its label, without the `^`."""
    line: int
    """Its line in the file of that clause, from 1."""
    parameter: str = ""
    """The parameter whose value is the number; "" if it holds none."""


class InPosition(Frozen, frozen=True):
    """A claim in one position of its clause."""

    position: str
    """The name of the position."""
    right: HeldBy | None = None
    """What gives the right; null if nothing does."""
    number: HeldBy | None = None
    """What gives the number; null if nothing does."""
    remedy: HeldBy | None = None
    """What gives the remedy; null if nothing does."""
    value: str = ""
    """The number with its unit, as the position has it by default: "10 Working Days"."""
    missing: tuple[str, ...] = ()
    """What is missing there, in words; empty if the finding is answered."""


class InTier(Frozen, frozen=True):
    """A claim in the contract that every purchase of a tier gets."""

    tier: int
    """The tier, 1 to 4."""
    position: str
    """The position that the clause has there."""
    value: str
    """The number with its unit, as the playbooks set it at this tier."""


class Claim(Frozen, frozen=True):
    """What one clause does for one finding."""

    clause: str
    """The id of the clause."""
    answered: bool
    """Whether its items give a right, a number and a remedy in each position that a rule may choose."""
    overlay: bool = False
    """Whether the clause is a council's own."""
    positions: tuple[InPosition, ...] = ()
    """One for each position of the clause; none if it names no items."""
    tiers: tuple[InTier, ...] = ()
    """The tiers at which every contract is answered by it."""
    missing: tuple[str, ...] = ()
    """Why it does not answer the finding, in words."""
    not_in: tuple[str, ...] = ()
    """Positions that somebody has to approve, and in which the finding is not answered."""


class FindingCoverage(Frozen, frozen=True):
    """A finding, and the clauses that claim to answer it."""

    id: str
    """Its id in findings.yaml."""
    code: str
    """Its code: "F9"."""
    title: str
    """The finding in a sentence."""
    state: str
    """"answered", "claimed" by clauses that do not answer it, or "open" if no clause claims it."""
    from_tier: int
    """The lowest tier from which on every contract answers it; 0 if there is none."""
    claims: tuple[Claim, ...]
    """In the order of the contract."""
    topics_open: tuple[str, ...]
    """Those of its topics that no clause provides."""


class TopicCoverage(Frozen, frozen=True):
    """A topic, and the clauses that provide it."""

    id: str
    """Its id in topics.yaml."""
    code: str
    """Its code: "C07"."""
    title: str
    """What it is called."""
    group: str
    """The group of clauses that it belongs to."""
    from_tier: int
    """The tier from which on a contract must answer it."""
    clauses: tuple[str, ...]
    """The clauses that provide it; none if it is open."""


class HarmCoverage(Frozen, frozen=True):
    """A harm, the clauses that guard against it, and the topics that do."""

    id: str
    """Its id in taxonomy.yaml."""
    code: str
    """Its code: "H03"."""
    title: str
    """What it is called."""
    clauses: tuple[str, ...]
    """The clauses that guard against it."""
    topics: tuple[str, ...]
    """The topics that are about it."""
    topics_open: tuple[str, ...]
    """Those of the topics that no clause provides."""


class ArticleCoverage(Frozen, frozen=True):
    """A part of a published model, and the clauses that are like it."""

    id: str
    """Its id in anchors.yaml."""
    title: str
    """What it is about, in the library's own words."""
    cite: str
    """Its number in the model; "" if that is not known."""
    confidence: Confidence
    """How well it was checked."""
    clauses: tuple[str, ...]
    """The clauses that name it."""
    by_topic: tuple[str, ...]
    """Clauses that provide one of its topics and do not name it."""
    topics: tuple[str, ...]
    """The topics to which it corresponds; none if it is a task of the buyer, for which no clause is looked for."""
    topics_open: tuple[str, ...]
    """Those of the topics that no clause provides."""


class ModelCoverage(Frozen, frozen=True):
    """A published model, part by part."""

    id: str
    """Its id in anchors.yaml."""
    title: str
    """What it is called."""
    publisher: str
    """Who published it."""
    date: str
    """When it was published, or from when it applies: a year, a month or a day."""
    status: str
    """"current", or "replaced" by a later one."""
    confidence: Confidence
    """How well it was checked."""
    note: str
    """What to look out for; "" if nothing."""
    articles: tuple[ArticleCoverage, ...]
    """Its parts, in their order."""


class CoveredClause(Frozen, frozen=True):
    """A clause: a column of the matrix."""

    id: str
    """Its id."""
    title: str
    """What it is called."""
    group: str
    """The group that it prints in."""
    version: str
    """Its version."""
    status: str
    """How far its review has come."""
    from_tier: int
    """The lowest tier at which it belongs in a contract."""
    overlay: bool
    """Whether it is a council's own."""
    some_only: bool
    """Whether it is for some AI types or service areas only, so that not every contract has it."""


class AtTier(Frozen, frozen=True):
    """What the contract that every purchase of a tier gets comes to."""

    tier: int
    """The tier, 1 to 4."""
    findings: int
    """How many findings it answers."""


class TopicGroup(Frozen, frozen=True):
    """A group of topics."""

    id: str
    """Its id."""
    title: str
    """What it is called."""


class Coverage(Frozen, frozen=True, kw_only=True):
    """What the clauses of a library answer, and what is still open."""

    format: int = 1
    """The number of this format."""
    library: str
    """The name of the library."""
    version: str
    """Its version."""
    clauses: tuple[CoveredClause, ...]
    """In the order in which they print."""
    findings: tuple[FindingCoverage, ...]
    """The findings, in their order."""
    tiers: tuple[AtTier, ...]
    """The tiers, lowest first."""
    topics: tuple[TopicCoverage, ...]
    """The topics, in their order."""
    harms: tuple[HarmCoverage, ...]
    """The harms, in their order."""
    models: tuple[ModelCoverage, ...]
    """The published models, in their order."""
    groups: tuple[TopicGroup, ...]
    """The groups of topics, in the order in which they print."""
