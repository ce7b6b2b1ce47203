"""The text of a clause, definition or schedule as it was written: parsed, not yet resolved."""

from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen
from contract_builder.model.condition import Condition

Style: TypeAlias = Literal["", "em", "strong"]
TargetKind: TypeAlias = Literal["clause", "schedule", "topic", "here"]


class Text(Frozen, frozen=True, tag="text"):
    """Words."""

    text: str
    style: Style = ""


class Slot(Frozen, frozen=True, tag="slot"):
    """A placeholder: the name of a parameter or particular, and at most one filter."""

    name: str
    filter: str = ""
    style: Style = ""
    line: int = 0


class Link(Frozen, frozen=True, tag="link"):
    """A cross-reference. `alternative` prints where the target is not in the contract."""

    kind: TargetKind
    target: str
    label: str = ""
    alternative: str = ""
    line: int = 0
    group: str = ""
    """The folder that the path of a link to a clause names."""


Inline: TypeAlias = Text | Slot | Link


class Paragraph(Frozen, frozen=True, tag="paragraph"):
    """A paragraph without a number."""

    inlines: tuple[Inline, ...]
    condition: Condition | None = None
    terms: tuple[str, ...] = ()
    """Runs of capitalised words, where defined terms are looked for."""
    line: int = 0


class Item(Frozen, frozen=True, tag="item"):
    """A numbered paragraph, with the items below it."""

    inlines: tuple[Inline, ...]
    label: str = ""
    condition: Condition | None = None
    items: "tuple[Item, ...]" = ()
    terms: tuple[str, ...] = ()
    line: int = 0


class Row(Frozen, frozen=True):
    """A row of a table, which may stand under a condition."""

    cells: tuple[tuple[Inline, ...], ...]
    condition: Condition | None = None
    terms: tuple[str, ...] = ()
    line: int = 0


class Table(Frozen, frozen=True, tag="table"):
    """A table with one header row. It prints if one of its rows does."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[Row, ...]
    terms: tuple[str, ...] = ()
    """Those of the header."""
    line: int = 0

    @property
    def cells(self) -> tuple[tuple[Inline, ...], ...]:
        """Every cell, that of the header first."""
        return (*self.header, *(cell for row in self.rows for cell in row.cells))


Block: TypeAlias = Paragraph | Item | Table
Body: TypeAlias = tuple[Block, ...]
