"""The Selection: every clause in or out, with the reasons, recorded while selecting."""

from typing import Literal, TypeAlias

from contract_builder.model.base import Lenient
from contract_builder.model.brief import Departure
from contract_builder.model.clause import Value
from contract_builder.model.diagnostic import Diagnostic

Effect: TypeAlias = Literal[
    "include", "exclude", "offer", "position", "require", "value", "floor", "departure", "brief", "default"
]


class Reason(Lenient, frozen=True):
    """Why: the rule that did it, where it stands, and what it says for itself."""

    effect: Effect
    """What the rule did."""
    because: str
    """Why, in the rule's own words."""
    rule: str = ""
    """The id of the rule; "" where no rule spoke."""
    playbook: str = ""
    """The playbook that the rule stands in; "" where no rule spoke."""
    file: str = ""
    """The file of the rule, in the contents; of a brief's own choice, the brief."""
    line: int = 0
    """Its line in that file, from 1; 0 if it has none."""
    overrode: str = ""
    """The playbook and rule whose word this one replaced."""


class ChosenValue(Lenient, frozen=True):
    """A parameter's value, and why it is that."""

    parameter: str
    """The name of the parameter."""
    value: Value
    """A whole number, or a text."""
    reason: Reason
    """Why it is that."""


class Choice(Lenient, frozen=True):
    """A clause that is in."""

    clause: str
    """The id of the clause."""
    version: str
    """Its version, as in 1.2.0."""
    position: str
    """The name of the position that is taken, such as "preferred"."""
    reasons: tuple[Reason, ...]
    """Why it is in; the first is the one that put it there."""
    position_reason: Reason
    """Why it is at that position."""
    values: tuple[ChosenValue, ...] = ()
    """One for each parameter of the clause."""
    departures: tuple[Departure, ...] = ()
    """The departures of the brief that concern it."""


class ScheduleValues(Lenient, frozen=True):
    """The values of a schedule's parameters, for the contracts that the schedule is pulled into."""

    schedule: str
    """The id of the schedule."""
    values: tuple[ChosenValue, ...]
    """One for each of its parameters."""
    departures: tuple[Departure, ...] = ()
    """The departures of the brief that concern it."""


class FailingFact(Lenient, frozen=True):
    """A fact that kept a clause out."""

    fact: str
    """The id of the fact."""
    wanted: str
    """The test, in words: "tier is at least 2"."""
    actual: str
    """What the fact is, in words."""


class LeftOut(Lenient, frozen=True):
    """A clause that is out: the rule that came nearest, and what failed it."""

    clause: str
    """The id of the clause."""
    nearest: Reason | None
    """The rule that came nearest; null where none reaches it."""
    failing: tuple[FailingFact, ...]
    """The facts that failed that rule; none where something else kept the clause out."""
    offered: bool = False
    """Whether a brief may take it."""
    offer: Reason | None = None
    """The rule that offers it, where one does."""


class Selection(Lenient, frozen=True):
    """Every clause in or out, its position and values, each with its reasons."""

    facts: dict[str, str | int | tuple[str, ...]]
    """What the rules tested: a text, a whole number, or a list of texts for each fact."""
    playbooks: tuple[str, ...]
    """The ids of the playbooks that applied, the farthest first."""
    chosen: tuple[Choice, ...]
    """In the order of the contract."""
    left_out: tuple[LeftOut, ...]
    """Every other clause of the library, in the order of the library."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Contradictions, departures that are not allowed, and warnings."""
    format: int = 1
    """The number of this format."""
    schedule_values: tuple[ScheduleValues, ...] = ()
    """One for each schedule of the library that has parameters."""

    def choice(self, clause: str) -> Choice | None:
        """The choice for `clause`, if it is in."""
        return next((c for c in self.chosen if c.clause == clause), None)
