"""The Selection: every clause in or out, with the reasons, recorded while selecting."""

from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen
from contract_builder.model.brief import Departure
from contract_builder.model.clause import Value
from contract_builder.model.diagnostic import Diagnostic

Effect: TypeAlias = Literal[
    "include", "exclude", "offer", "position", "require", "value", "floor", "departure", "brief", "default"
]


class Reason(Frozen, frozen=True):
    """Why: the rule that did it, where it stands, and what it says for itself."""

    effect: Effect
    because: str
    rule: str = ""
    playbook: str = ""
    file: str = ""
    line: int = 0
    overrode: str = ""
    """The playbook and rule whose word this one replaced."""


class ChosenValue(Frozen, frozen=True):
    """A parameter's value, and why it is that."""

    parameter: str
    value: Value
    reason: Reason


class Choice(Frozen, frozen=True):
    """A clause that is in."""

    clause: str
    version: str
    position: str
    reasons: tuple[Reason, ...]
    position_reason: Reason
    values: tuple[ChosenValue, ...] = ()
    departures: tuple[Departure, ...] = ()


class ScheduleValues(Frozen, frozen=True):
    """The values of a schedule's parameters, for the contracts that the schedule is pulled into."""

    schedule: str
    values: tuple[ChosenValue, ...]
    departures: tuple[Departure, ...] = ()


class FailingFact(Frozen, frozen=True):
    """A fact that kept a clause out."""

    fact: str
    wanted: str
    actual: str


class LeftOut(Frozen, frozen=True):
    """A clause that is out: the rule that came nearest, and what failed it."""

    clause: str
    nearest: Reason | None
    failing: tuple[FailingFact, ...]
    offered: bool = False
    offer: Reason | None = None
    """The rule that offers it, where one does."""


class Selection(Frozen, frozen=True):
    """Every clause in or out, its position and values, each with its reasons."""

    facts: dict[str, str | int | tuple[str, ...]]
    playbooks: tuple[str, ...]
    chosen: tuple[Choice, ...]
    """In the order of the contract."""
    left_out: tuple[LeftOut, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    format: int = 1
    schedule_values: tuple[ScheduleValues, ...] = ()
    """One for each schedule of the library that has parameters."""

    def choice(self, clause: str) -> Choice | None:
        """The choice for `clause`, if it is in."""
        return next((c for c in self.chosen if c.clause == clause), None)
