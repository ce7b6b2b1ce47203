"""The texts of a library, flattened: each paragraph, item and table with the conditions it stands under."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen
from contract_builder.model.body import Block, Body, Inline, Item, Link, Slot, Table, Text
from contract_builder.model.clause import Clause, Definition, Parameter, Schedule
from contract_builder.model.condition import AnyOf, Condition
from contract_builder.model.library import Library

Owner: TypeAlias = Clause | Schedule | Definition
WithParameters: TypeAlias = Clause | Schedule
TextKind: TypeAlias = Literal["clause", "schedule", "definition"]


class Part(Frozen, frozen=True):
    """A paragraph, an item without the items below it, a table, or a row of a table that has conditions."""

    block: Block
    conditions: tuple[Condition, ...] = ()
    """Its own, and those of the items above it: it stands where all of them hold."""

    @property
    def label(self) -> str:
        """The label, if it is an item that has one."""
        return self.block.label if isinstance(self.block, Item) else ""

    @property
    def sequences(self) -> tuple[tuple[Inline, ...], ...]:
        """What it holds, a sequence to a paragraph or table cell."""
        if isinstance(self.block, Table):
            return self.block.cells
        return (self.block.inlines,)

    @property
    def condition(self) -> Condition | None:
        """The condition that is written at it."""
        if isinstance(self.block, Table):
            return self.block.rows[0].condition if not self.block.header else None
        return self.block.condition

    @property
    def terms(self) -> tuple[str, ...]:
        """Runs of capitalised words, where defined terms are looked for."""
        if isinstance(self.block, Table):
            return (*self.block.terms, *(term for row in self.block.rows for term in row.terms))
        return self.block.terms


class Written(Frozen, frozen=True):
    """The text of one position of a clause, of a schedule, or of a definition."""

    kind: TextKind
    owner: Owner
    parts: tuple[Part, ...]
    position: str = ""

    @property
    def file(self) -> str:
        """The file that it stands in."""
        return self.owner.file

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What its placeholders may name beside the fields of the Particulars."""
        return () if isinstance(self.owner, Definition) else self.owner.parameters

    def links(self) -> Iterator[tuple[Link, Part]]:
        """Each cross-reference, with the part that it stands in."""
        for inline, part in self._inlines():
            if isinstance(inline, Link):
                yield inline, part

    def slots(self) -> Iterator[tuple[Slot, Part]]:
        """Each placeholder, with the part that it stands in."""
        for inline, part in self._inlines():
            if isinstance(inline, Slot):
                yield inline, part

    def labelled(self, label: str) -> Part | None:
        """The part with `label`, if there is one."""
        return next((p for p in self.parts if label and p.label == label), None)

    def _inlines(self) -> Iterator[tuple[Inline, Part]]:
        for part in self.parts:
            for sequence in part.sequences:
                for inline in sequence:
                    yield inline, part


def with_parameters(library: Library) -> tuple[WithParameters, ...]:
    """The clauses and the schedules."""
    return (*library.clauses, *library.schedules)


def texts_of(library: Library) -> tuple[Written, ...]:
    """Every text of `library`, each body decoded once."""
    return (
        *(Written("clause", c, parts_of(p.body), p.name) for c in library.clauses for p in c.positions),
        *(Written("schedule", s, parts_of(s.body)) for s in library.schedules),
        *(Written("definition", d, parts_of(d.body)) for d in library.definitions),
    )


def parts_of(body: Body) -> tuple[Part, ...]:
    """The parts of `body`, in reading order."""
    return tuple(part for block in body for part in _parts(block, ()))


def _parts(block: Block, above: tuple[Condition, ...]) -> Iterator[Part]:
    if isinstance(block, Table):
        yield from _table_parts(block)
        return
    conditions = above if block.condition is None else (*above, block.condition)
    yield Part(block, conditions)
    if isinstance(block, Item):
        for item in block.items:
            yield from _parts(item, conditions)


def _table_parts(table: Table) -> Iterator[Part]:
    """A table; if rows of it have conditions, its header and each row, as a table of that row alone."""
    conditions = [row.condition for row in table.rows if row.condition is not None]
    if not conditions:
        yield Part(table)
        return
    some_row = (AnyOf(tuple(conditions)),) if len(conditions) == len(table.rows) else ()
    yield Part(Table(table.header, (), table.terms, table.line), some_row)
    for row in table.rows:
        yield Part(Table((), (row,), (), row.line), () if row.condition is None else (row.condition,))


def words_of(sequence: tuple[Inline, ...], gap: str) -> str:
    """The words of `sequence`, with `gap` in place of each value and number."""
    return "".join(inline.text if isinstance(inline, Text) else gap for inline in sequence)
