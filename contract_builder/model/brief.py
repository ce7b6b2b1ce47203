"""The Brief: one procurement's answers."""

from contract_builder.model.base import Frozen
from contract_builder.model.clause import Value
from contract_builder.model.host import HostChoice


class Approver(Frozen, frozen=True):
    """Who answers for a choice."""

    name: str
    """A person."""
    role: str
    """Their post."""


class Departure(Frozen, frozen=True):
    """A choice against the playbook: what, why, approved by whom."""

    clause: str
    """The id of a clause or schedule."""
    why: str
    """Why, in the words of the brief."""
    approved_by: Approver
    """Who approved it."""
    on: str
    """The date of approval, as YYYY-MM-DD."""
    position: str = ""
    """The position that it takes; "" to leave it."""
    values: dict[str, Value] = {}
    """The parameters that it sets, by name."""
    leave_out: bool = False
    """Whether it leaves the clause out."""
    add: bool = False
    """Whether it puts the clause in."""
    legal_approver: Approver | None = None
    """The lawyer who approved it; null if none did."""
    line: int = 0
    """Its line in the brief; 0 if that is not known."""


class Referral(Frozen, frozen=True):
    """Who answers for a triage gate that stopped the purchase, and why it may go on."""

    gate: str
    """The id of the gate."""
    why: str
    """Why, in the words of the brief."""
    approved_by: Approver
    """Who answers for it."""
    on: str
    """The date, as YYYY-MM-DD."""
    line: int = 0
    """Its line in the brief; 0 if that is not known."""


class Brief(Frozen, frozen=True):
    """AI types, service area, triage answers, particulars, values and departures."""

    title: str
    file: str
    ai_types: tuple[str, ...]
    service_area: str
    date: str = ""
    """The date printed on the draft, as YYYY-MM-DD."""
    facts: dict[str, str | int] = {}
    stops: dict[str, str] = {}
    answers: dict[str, str] = {}
    evidence: dict[str, str] = {}
    referrals: tuple[Referral, ...] = ()
    particulars: dict[str, str] = {}
    values: dict[str, dict[str, Value]] = {}
    execution: dict[str, str] = {}
    """How it is signed: `form`, and the kind of each of `council`, `supplier`, `guarantor`."""
    departures: tuple[Departure, ...] = ()
    optional_clauses: tuple[str, ...] = ()
    """Offered clauses that the procurer takes."""
    include: tuple[str, ...] = ()
    """What the contract holds beside its clauses: "obligations-register"."""
    host: HostChoice | None = None
    """The contract that the schedule becomes part of; none for an agreement of its own."""
    lines: dict[str, int] = {}
