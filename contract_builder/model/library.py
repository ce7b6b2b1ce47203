"""The Library: clauses, definitions, schedules and what they cite, with one version."""

from functools import cached_property
from typing import Literal

import msgspec

from contract_builder.model.agreement import Execution, ParticularField, Signatory
from contract_builder.model.base import Frozen
from contract_builder.model.clause import Clause, Definition, Schedule
from contract_builder.model.confidence import Confidence
from contract_builder.model.host import Host, Opening
from contract_builder.model.notice import Notice
from contract_builder.model.wording import Wording

__all__ = [
    "AiType", "AnchorArticle", "AnchorModel", "Confidence", "Execution", "Finding", "Group", "Harm", "LawHook", "Library",
    "LibraryInfo", "ParticularField", "ServiceArea", "Signatory", "Taxonomy", "TierInfo", "Topic", "as_json",
]  # fmt: skip


class LawHook(Frozen, frozen=True):
    """A key for a provision of law or guidance; clauses cite the key."""

    id: str
    """The key that clauses cite."""
    title: str
    """What it is called."""
    cite: str
    """The provision."""
    means: str
    """What it means for a contract."""
    status: str
    """Whether it is in force."""
    confidence: Confidence
    """How well it was checked; `primary` means against its own text."""
    checked: str
    """The date last checked, as YYYY-MM-DD."""
    review_by: str = ""
    """The date to check it again, as YYYY-MM-DD; "" for none."""
    note: str = ""
    """Words for the reader."""
    url: str = ""
    """Where it can be read."""
    line: int = 0
    """Where it stands in its file; 0 if that is not known."""


class Finding(Frozen, frozen=True):
    """One finding of the report that the library answers."""

    id: str
    """Its id."""
    code: str
    """Its number in the report."""
    title: str
    """What was found."""
    chapter: str
    """The heading in the report."""
    lines: tuple[str, ...]
    """Where it stands in the text of the report: lines, or ranges of them."""
    pointer: str
    """A few words found there."""
    topics: tuple[str, ...] = ()
    """The ids of the topics that answer it."""
    line: int = 0
    """Where it stands in its file; 0 if that is not known."""


class Topic(Frozen, frozen=True):
    """A protection that a contract should give."""

    id: str
    """Its id."""
    code: str
    """A short code."""
    title: str
    """What it is called."""
    group: str
    """The group of clauses that it belongs to."""
    from_tier: int
    """The lowest tier at which it is asked for."""
    purpose: str
    """What it is for."""
    ai_types: tuple[str, ...] | Literal["all"]
    """The ids of the AI types, or "all"."""
    service_areas: tuple[str, ...] | Literal["all"]
    """The ids of the service areas, or "all"."""
    harms: tuple[str, ...]
    """The ids of the harms that it guards against."""
    findings: tuple[str, ...] = ()
    """The ids of the findings that it answers."""
    line: int = 0
    """Where it stands in its file; 0 if that is not known."""


class AnchorArticle(Frozen, frozen=True):
    """One part of a published model, and the topics to which it corresponds."""

    id: str
    title: str
    topics: tuple[str, ...]
    """None if it is a task of the buyer, which asks for no clause."""
    confidence: Confidence
    cite: str = ""
    """How the model numbers it; empty if that is not known."""
    line: int = 0


class AnchorModel(Frozen, frozen=True):
    """A published model for buying AI, against which the library is held."""

    id: str
    title: str
    publisher: str
    date: str
    status: str
    confidence: Confidence
    articles: tuple[AnchorArticle, ...]
    note: str = ""
    line: int = 0


class AiType(Frozen, frozen=True):
    """A kind of AI that councils buy."""

    id: str
    code: str
    title: str
    about: str
    examples: tuple[str, ...] = ()


class ServiceArea(Frozen, frozen=True):
    """A part of a council's work."""

    id: str
    code: str
    title: str
    kind: str


class TierInfo(Frozen, frozen=True):
    """What a tier asks of the council beside the contract."""

    id: str
    """Its id: `tier-3`."""
    title: str
    """What it is called."""
    impact_assessments: str
    """Which assessments the council makes."""
    posture: str
    """How far the council gives way on clauses."""
    human_role: str
    """What a person does."""
    testing: str
    """Which tests there are."""
    sign_off: str
    """Who signs off."""
    publication: str
    """What the council publishes."""


class Harm(Frozen, frozen=True):
    """A harm that a clause guards against."""

    id: str
    code: str
    title: str


class Taxonomy(Frozen, frozen=True):
    """The closed lists that tags are taken from."""

    ai_types: tuple[AiType, ...]
    service_areas: tuple[ServiceArea, ...]
    tiers: tuple[TierInfo, ...]
    harms: tuple[Harm, ...]


class Group(Frozen, frozen=True):
    """A folder of clauses; groups print in the order of `library.yaml`."""

    id: str
    title: str


class LibraryInfo(Frozen, frozen=True):
    """`library.yaml`: the name, version and standing words of the library."""

    name: str
    version: str
    jurisdiction: str
    licence: str
    groups: tuple[Group, ...]
    contract_title: str
    notice: str
    """The statement on the cover that the draft is not legal advice."""
    background: str
    """The words between the cover and the clauses."""
    proper_names: tuple[str, ...] = ()
    """Capitalised words that are not defined terms."""


class Library(Frozen, frozen=True, dict=True):
    """Everything on disk that contracts are made of."""

    info: LibraryInfo
    clauses: tuple[Clause, ...]
    definitions: tuple[Definition, ...]
    schedules: tuple[Schedule, ...]
    law: tuple[LawHook, ...]
    findings: tuple[Finding, ...]
    topics: tuple[Topic, ...]
    taxonomy: Taxonomy
    particulars: tuple[ParticularField, ...]
    execution: Execution
    digest: str
    """SHA-256 over the names and bytes of all files read."""
    files: dict[str, str] = {}
    """From each file read, as messages name it, to the SHA-256 of its bytes."""
    overlay_clauses: tuple[str, ...] = ()
    """Ids of clauses that came from a council's overlay."""
    anchors: tuple[AnchorModel, ...] = ()
    """The published models that clauses are held against."""
    wording: Wording = Wording()
    """The words that the house style keeps out of a contract."""
    hosts: tuple[Host, ...] = ()
    """The contracts that an AI schedule can become part of."""
    opening: Opening | None = None
    """What every AI schedule says of itself."""
    notice: Notice | None = None
    """The wording for the tender or transparency notice."""

    @cached_property
    def host_by_id(self) -> dict[str, Host]:
        """Host maps by id."""
        return {h.id: h for h in self.hosts}

    @cached_property
    def clause_by_id(self) -> dict[str, Clause]:
        """Clauses by id."""
        return {c.id: c for c in self.clauses}

    @cached_property
    def schedule_by_id(self) -> dict[str, Schedule]:
        """Schedules by id."""
        return {s.id: s for s in self.schedules}

    @cached_property
    def field_by_id(self) -> dict[str, ParticularField]:
        """Fields of the Particulars by id."""
        return {f.id: f for f in self.particulars}

    @cached_property
    def providers(self) -> dict[str, tuple[Clause, ...]]:
        """The clauses that provide each topic."""
        found: dict[str, list[Clause]] = {}
        for clause in self.clauses:
            for topic in clause.provides:
                found.setdefault(topic, []).append(clause)
        return {topic: tuple(clauses) for topic, clauses in found.items()}

    @cached_property
    def term_index(self) -> dict[str, Definition]:
        """Each defined term and each of its other forms, to its definition."""
        return {form: d for d in self.definitions for form in (d.term, *d.also)}

    @cached_property
    def print_order(self) -> dict[str, tuple[int, int, str]]:
        """Where each clause stands in a contract: group, place in the group, id."""
        groups = {g.id: n for n, g in enumerate(self.info.groups)}
        return {c.id: (groups[c.group], c.order, c.id) for c in self.clauses}


def as_json(value: msgspec.Struct) -> bytes:
    """`value` as JSON, keys in the order of the fields."""
    return msgspec.json.encode(value)
