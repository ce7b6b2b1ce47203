"""What `prove` says: what it covered, by which method, and what it found."""

from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen
from contract_builder.model.diagnostic import Place

Property: TypeAlias = Literal[
    "dangling-reference",
    "undefined-term",
    "missing-value",
    "conflict",
    "unmet-requirement",
    "floor-broken",
    "constraint-broken",
    "weaker-at-a-higher-tier",
    "dead-rule",
    "unreachable-clause",
    "dead-item",
]
MEANS: dict[Property, str] = {
    "dangling-reference": "Every cross-reference has its target in the contract.",
    "undefined-term": "Every capitalised term that prints is defined.",
    "missing-value": "Every placeholder that prints has a value or is a blank with an owner.",
    "conflict": "No two rules contradict each other on a clause, a position or a value.",
    "unmet-requirement": "Every topic that a rule or a clause requires is provided.",
    "floor-broken": "Every contract answers the topics of the floor.",
    "constraint-broken": "Every constraint over the clauses, topics and positions of a contract holds.",
    "weaker-at-a-higher-tier": "No topic is lost, and no position or value gets weaker, when only the tier rises.",
    "dead-rule": "Every rule applies in some contract.",
    "unreachable-clause": "Every clause is in, or on offer, in some contract.",
    "dead-item": "Every paragraph that has a condition prints in some contract.",
}
SOMEWHERE: tuple[Property, ...] = ("dead-rule", "unreachable-clause", "dead-item")
"""Properties that want something to be so in some context; the others want it in none."""

Method: TypeAlias = Literal["structure", "enumeration", "solver"]


class Counterexample(Frozen, frozen=True):
    """Something that is wrong, with the plainest contract that shows it."""

    property: Property
    place: Place
    message: str
    hint: str
    facts: dict[str, str | int | tuple[str, ...]]
    """The facts that matter; none for what no contract has. Facts that are not here may be anything."""
    method: Method
    shown: tuple[str, ...] = ()
    """What `select` and `assemble` themselves say of that contract."""
    reproduced: bool = False
    """Whether they show the fault."""
    brief: str = ""
    """A brief, as YAML, for that contract."""


class Covered(Frozen, frozen=True):
    """How one property was proved."""

    property: Property
    means: str
    by_structure: int
    """Claims that hold whatever the facts."""
    by_enumeration: int
    by_solver: int
    largest: int
    """Contexts of the largest space in which one of its claims was tried."""
    broken: int


class Size(Frozen, frozen=True):
    """How many contexts there are."""

    ai_type_sets: int
    service_areas: int
    tiers: int
    switches: dict[str, int]
    """For each other fact, how many values the rules tell apart."""
    contexts: int
    """All combinations."""
    reachable: int
    """Those that a brief can have: no tier below the floor of the triage."""


class Proof(Frozen, frozen=True):
    """The outcome for one library, with its playbooks and, if there is one, an overlay."""

    size: Size
    covered: tuple[Covered, ...]
    found: tuple[Counterexample, ...]
    """The plainest first: fewest facts, then fewest AI types."""
    overlay: str = ""
    """The council whose overlay was part of it."""
    cross_checked: int = 0
    """Claims that were tried by both methods, with the same result."""
    host: str = ""
    """The host whose AI schedules it is about; "" for agreements of their own."""
    format: int = 1


def file_name(one: Counterexample) -> str:
    """A name for the file of its brief."""
    return f"{one.property}-{one.place.file.rpartition('/')[2].rpartition('.')[0]}-{one.place.line}.yaml"
