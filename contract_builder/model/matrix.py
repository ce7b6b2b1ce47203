"""The text matrix: what each AI type, service area, tier and switch changes in the words of a contract."""

from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen
from contract_builder.model.clause import Value
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.selection import Reason

DimensionName: TypeAlias = Literal["ai-type", "service-area", "tier", "switch"]
DIMENSIONS: tuple[DimensionName, ...] = ("ai-type", "service-area", "tier", "switch")
TextKind: TypeAlias = Literal["clause", "schedule", "definition"]
Mark: TypeAlias = Literal["in", "out", "position", "values", "words"]
MARKS: tuple[Mark, ...] = ("in", "out", "position", "values", "words")
Effect: TypeAlias = Literal["words", "besides", "nothing"]


class Context(Frozen, frozen=True):
    """What else is so where two contracts are compared; facts that are not there are as if unknown."""

    facts: dict[str, str | int | tuple[str, ...]]
    words: str
    """As a reader would say it: "tier 3, in public-health"."""


class Coming(Frozen, frozen=True):
    """A text that comes in or goes out."""

    what: Literal["in", "out"]
    position: str
    """Of a clause: the position at which it comes in, or at which it stood."""
    words: int
    """How many words it has."""
    reasons: tuple[Reason, ...]
    """Why it is in, or what keeps it out."""
    contexts: tuple[int, ...]
    """Places in the contexts of the row."""


class PositionChange(Frozen, frozen=True):
    """A clause that stands at another position."""

    old: str
    new: str
    reason: Reason
    contexts: tuple[int, ...]


class ValueChange(Frozen, frozen=True):
    """A value that prints as another one."""

    parameter: str
    old: Value
    new: Value
    reason: Reason
    contexts: tuple[int, ...]


class ParagraphChange(Frozen, frozen=True):
    """A paragraph, or a row of a table, with other words."""

    label: str
    """Its label; empty if it has none."""
    old: str
    """Its words before, with what it refers to by name in ‹ ›; empty if it comes in."""
    new: str
    """Its words now; empty if it goes out."""
    condition: str
    """The condition that it prints under, if it has one and comes in or goes out."""
    contexts: tuple[int, ...]


class TextChange(Frozen, frozen=True):
    """What one thing changes in one clause, schedule or definition, in all contexts together."""

    kind: TextKind
    id: str
    title: str
    marks: tuple[Mark, ...]
    words: int
    """Words that come and words that go, in the context in which these are most."""
    comings: tuple[Coming, ...] = ()
    positions: tuple[PositionChange, ...] = ()
    values: tuple[ValueChange, ...] = ()
    paragraphs: tuple[ParagraphChange, ...] = ()


class MatrixRow(Frozen, frozen=True):
    """One AI type, service area, tier, or value of a switch."""

    id: str
    """What the command line calls it: `biometric`, `tier-3`, `reorganisation=no`."""
    dimension: DimensionName
    title: str
    against: str
    """What it is compared with, in words."""
    contexts: tuple[Context, ...]
    """In which both contracts were made and compared."""
    changes: tuple[TextChange, ...]
    """Clauses first, in the order of the contract; then schedules and definitions. None: it changes nothing."""
    words: int
    """Words that come and words that go, in the context in which these are most."""
    besides: tuple[str, ...] = ()
    """What tests it and changes no words: constraints and departure rules."""
    not_compared: int = 0
    """In how many more contexts no contract can be made, because of an error in the library."""


class Column(Frozen, frozen=True):
    """A clause of the library, in the order of the contract."""

    id: str
    title: str
    group: str


class RuleEffect(Frozen, frozen=True):
    """Whether a rule changes words."""

    rule: str
    line: int
    effect: Effect
    seen_in: str
    """The first context in which it changes words; empty if there is none."""
    tried: int
    """In how many contexts contracts with it and without it were compared."""


class PlaybookEffect(Frozen, frozen=True):
    """Whether a playbook changes words, and what else it does."""

    playbook: str
    kind: str
    title: str
    file: str
    effect: Effect
    rules: tuple[RuleEffect, ...]
    besides: tuple[str, ...] = ()
    """What it holds that changes no words and matters: constraints, a floor, departure rules, approvers, offers."""


class TextMatrix(Frozen, frozen=True):
    """Every row, and what each playbook does."""

    library: str
    library_version: str
    columns: tuple[Column, ...]
    groups: dict[str, str]
    """The titles of the groups of the columns, in the order of the contract."""
    rows: tuple[MatrixRow, ...]
    playbooks: tuple[PlaybookEffect, ...]
    diagnostics: tuple[Diagnostic, ...]
    """Playbooks and rules without effect."""
    format: int = 1
