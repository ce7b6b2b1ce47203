"""The internal apparatus of one contract: all that the council knows of it and a supplier must not learn.

It is a value of its own, beside the Contract: whoever renders the supplier's edition never receives it.
"""

from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen
from contract_builder.model.brief import Departure, Referral
from contract_builder.model.clause import Value
from contract_builder.model.confidence import Confidence
from contract_builder.model.contract import OpenItem
from contract_builder.model.library import TierInfo
from contract_builder.model.selection import LeftOut, Reason
from contract_builder.model.triage import TriageResult

PartKind: TypeAlias = Literal["clause", "definition", "schedule"]


class LawCited(Frozen, frozen=True):
    """A provision that a text rests on, and how well it was checked."""

    id: str
    """The key of the law hook."""
    cite: str
    """The provision."""
    title: str
    """What it is called."""
    means: str
    """What it asks of a contract."""
    status: str
    """Whether it is in force, or that it is guidance, a case or a standard."""
    confidence: Confidence
    """How well it was checked; `primary` means against its own text."""
    checked: str
    """The date last checked, as YYYY-MM-DD."""
    review_by: str
    """The date to check it again, as YYYY-MM-DD; "" for none."""
    overdue: bool
    """Whether that date had passed on the date of the brief."""
    note: str
    """What to look out for; "" for nothing."""
    url: str
    """Where it can be read; "" if that is not known."""
    cited_by: tuple[str, ...]
    """The anchors of the clauses, schedules and definitions of the contract that cite it, in the order printed."""

    @property
    def verified(self) -> bool:
        """Whether somebody read it in the primary text, and that review is not overdue."""
        return self.confidence == "primary" and not self.overdue


class Rung(Frozen, frozen=True):
    """One position of a clause, on the ladder from what is asked for to what is settled for."""

    position: str
    """Its name."""
    chosen: bool
    """Whether it is the one that is printed."""
    approver: str
    """Who may agree to it, in the council's own words for the role; "" if nobody needs to."""
    leaves: str
    """The risk that it leaves; "" for none that is recorded."""


class ValueSet(Frozen, frozen=True):
    """A value in the text, and who set it."""

    parameter: str
    """The name of the parameter."""
    ask: str
    """The question that it answers."""
    value: Value
    """A whole number, or a text."""
    printed: str
    """The value with its unit: "10 Working Days"."""
    reason: Reason
    """Why it is that, and whose word it is."""


class Annotation(Frozen, frozen=True, kw_only=True):
    """What the council knows of one clause, schedule or definition of the contract."""

    anchor: str
    """The anchor that it has in the contract."""
    kind: PartKind
    """What it is."""
    id: str
    """Its id in the library."""
    version: str
    """Its version, as in 1.2.0."""
    number: str
    """As printed: "4", "Schedule 2"; "" for a definition."""
    title: str
    """Its heading, or the defined term."""
    reasons: tuple[Reason, ...] = ()
    """Why a clause is in; the first is the one that put it there."""
    position: str = ""
    """The position of a clause that is printed."""
    position_reason: Reason | None = None
    """Why a clause is at that position."""
    ladder: tuple[Rung, ...] = ()
    """The positions of a clause, the strongest first."""
    walk_away: str = ""
    """When to refuse."""
    note: str = ""
    """The drafting note: paragraphs with an empty line between, `**strong**` and `*emphasis*`."""
    values: tuple[ValueSet, ...] = ()
    """One for each parameter of a clause or schedule."""
    departures: tuple[Departure, ...] = ()
    """The departures that concern it."""
    law: tuple[str, ...] = ()
    """The keys of the law hooks that it cites."""


class Provenance(Frozen, frozen=True):
    """Where one clause or schedule of the contract comes from."""

    id: str
    """Its id in the library."""
    version: str
    """Its version, as in 1.2.0."""
    number: str
    """As printed: "4", "Schedule 2"."""
    title: str
    """Its heading."""
    overlay: bool
    """Whether it is the council's own."""
    models: tuple[str, ...]
    """The parts of published models that it is like, in words."""
    law: tuple[str, ...]
    """The provisions that it rests on, in words."""
    findings: tuple[str, ...]
    """The findings of the report that it answers, in words."""


class Task(Frozen, frozen=True):
    """What somebody in the council still has to do before the contract is signed."""

    owner: str
    """Who does it: legal, procurement, service, information governance, ICT, equality."""
    what: str
    """What it is about."""
    ask: str
    """The question to answer, or what to do."""


class Summary(Frozen, frozen=True, kw_only=True):
    """How the contract came to be what it is."""

    title: str
    """What is bought."""
    ai_types: tuple[str, ...]
    """The AI types, in words."""
    service_area: str
    """The service area, in words."""
    library: str
    """The library and its version."""
    playbooks: tuple[str, ...]
    """The playbooks that applied, the farthest first."""
    triage: TriageResult
    """The tiers, and what raised them."""
    inherent: TierInfo | None
    """What the inherent tier, which clauses follow, asks for; null if the library does not say."""
    residual: TierInfo | None
    """What the residual tier, which sign-off follows, asks for; null if the library does not say."""
    referrals: tuple[Referral, ...]
    """The stops that somebody answered for."""
    departures: tuple[Departure, ...]
    """The departures from the playbook, in the order of the brief."""
    left_out: tuple[LeftOut, ...]
    """The clauses that are out, and why."""


class Annotations(Frozen, frozen=True, kw_only=True):
    """The internal apparatus of one contract. Not for a supplier."""

    format: int = 1
    """The number of this format."""
    summary: Summary
    """How the contract came to be what it is."""
    parts: tuple[Annotation, ...]
    """One for each clause, schedule and definition, in the order printed."""
    law: tuple[LawCited, ...]
    """The provisions that the contract rests on, in the order of the library."""
    open_items: tuple[OpenItem, ...]
    """The blanks, in the order of the Particulars."""
    tasks: tuple[Task, ...]
    """What is open beside the blanks."""
    provenance: tuple[Provenance, ...]
    """Where each clause and schedule comes from, in the order printed."""
