"""The library as a host would put it: its words, without what the host defines and deals with."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from contract_builder.assemble.hostwords import HostWords, host_defines
from contract_builder.model.agreement import Execution, ParticularField
from contract_builder.model.body import Block, Body, Inline, Item, Link, Paragraph, Row, Slot, Table, Text
from contract_builder.model.clause import Clause, Definition, Parameter, Position, Schedule, encode_body
from contract_builder.model.host import Host, Opening
from contract_builder.model.library import Library

Otherwise = dict[tuple[str, str, str], str]
"""By kind, id and label of what is left out: what prints in place of a reference to it."""
_PARTICULARS = "[particulars]"
_CAPITALS = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)*")
PARTS = ("Part", "Part A", "Part B")


def retold(library: Library, host: Host, opening: Opening, only: dict[str, str] | None = None) -> Library:
    """`library` in the words of `host`, for an AI schedule.

    Items that the host or the first paragraph takes the place of are gone, and what refers to them has other
    words. `only` names the clauses that are wanted, each with its position; all of them, if left out.
    """
    telling = _Telling(library, host, opening)
    names = dict.fromkeys([*library.info.proper_names, *telling.words_of_host()])
    return replace(
        library,
        info=replace(library.info, proper_names=tuple(names)),
        clauses=tuple(telling.clause(c, only.get(c.id) if only else None)
                      for c in library.clauses if only is None or c.id in only),
        definitions=tuple(map(telling.definition, telling.ours)),
        schedules=tuple(map(telling.schedule, library.schedules)),
        execution=telling.execution(library.execution),
        particulars=tuple(map(telling.field, library.particulars)),
    )  # fmt: skip


def left_items(host: Host, opening: Opening) -> dict[str, dict[str, str]]:
    """By clause: the labels of the items that are left out, with what prints in place of a reference."""
    found = {clause: dict(items) for clause, items in opening.replaced.items()}
    for cover in host.covers:
        if cover.items:
            found.setdefault(cover.clause, {}).update(cover.items)
    return found


class _Telling:
    """One library on its way into the words of one host."""

    def __init__(self, library: Library, host: Host, opening: Opening) -> None:
        self.words = HostWords(library, host, opening)
        self.host, self.opening = host, opening
        theirs = host_defines(library, host)
        self.ours = tuple(d for d in library.definitions if d.id not in theirs)
        self.theirs = tuple(d for d in library.definitions if d.id in theirs)
        self.items = left_items(host, opening)
        self.otherwise = self._otherwise()

    def words_of_host(self) -> list[str]:
        """Capitalised words that the schedule does not define: the host does, or they name parts of a document."""
        theirs = [w for d in self.theirs for w in (d.term, *d.also)]
        places = [part for parts in self.opening.words.items() for part in parts]
        named = _CAPITALS.findall(" ".join((self.host.particulars, *self.otherwise.values())))
        return [*map(self.words.terms, theirs), *places, *PARTS, *named]

    def _otherwise(self) -> Otherwise:
        found: Otherwise = {}
        for clause, items in self.items.items():
            found |= {("clause", clause, label): words for label, words in items.items()}
        for cover in self.host.covers:
            if not cover.items:
                kind, name = ("topic", cover.topic) if cover.topic else ("clause", cover.clause)
                found[kind, name, ""] = cover.words
        return found

    def clause(self, clause: Clause, only: str | None) -> Clause:
        """`clause` retold, in one position or in all of them."""
        kept = (p for p in clause.positions if only in (None, p.name))
        return replace(
            clause,
            title=self.words.all(clause.title),
            positions=tuple(self._position(clause, p) for p in kept),
            parameters=self._parameters(clause.parameters),
            obligations=tuple(
                replace(
                    o, party=self.words.terms(o.party), action=self.words.all(o.action),
                    trigger=self.words.all(o.trigger), due=self.words.all(o.due), evidence=self.words.all(o.evidence),
                )
                for o in clause.obligations
            ),
        )  # fmt: skip

    def _position(self, clause: Clause, position: Position) -> Position:
        out = self.items.get(clause.id, {})
        body = self.body(_kept(position.body, out), clause)
        labels = tuple(label for label in position.labels if label not in out)
        return replace(position, raw=encode_body(body), labels=labels)

    def definition(self, definition: Definition) -> Definition:
        """`definition` retold, under the host's word if it has one."""
        text = self.host.definitions.get(definition.id) or self.opening.definitions.get(definition.id)
        if text is None:
            body = self.body(definition.body)
        else:
            words = self.words.terms(text.replace(_PARTICULARS, self.host.particulars))
            body = (Paragraph((Text(words),), terms=tuple(_CAPITALS.findall(words))),)
        return replace(
            definition,
            term=self.words.terms(definition.term),
            also=tuple(map(self.words.terms, definition.also)),
            raw=encode_body(body),
        )

    def field(self, field: ParticularField) -> ParticularField:
        """`field` retold: its label, and what it prints of its own."""
        terms = self.words.terms
        return replace(
            field,
            label=terms(field.label),
            section=terms(field.section),
            choices={key: terms(words) for key, words in field.choices.items()},
            cases=tuple(replace(case, says=terms(case.says)) for case in field.cases),
        )

    def execution(self, execution: Execution) -> Execution:
        """`execution` retold, for a schedule that is signed by itself."""
        terms = self.words.terms
        return replace(
            execution,
            words=terms(execution.words),
            forms=tuple(replace(f, words=terms(f.words)) for f in execution.forms),
            signatories=tuple(replace(s, words=terms(s.words)) for s in execution.signatories),
        )

    def schedule(self, schedule: Schedule) -> Schedule:
        """`schedule` retold."""
        return replace(
            schedule,
            title=self.words.all(schedule.title),
            parameters=self._parameters(schedule.parameters),
            raw=encode_body(self.body(schedule.body)),
        )

    def _parameters(self, parameters: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        return tuple(replace(p, unit=self.words.terms(p.unit)) if p.unit else p for p in parameters)

    def body(self, body: Body, clause: Clause | None = None) -> Body:
        """`body` retold; `clause` is the one that it stands in."""
        return tuple(self._block(block, clause) for block in body)

    def _block(self, block: Block, clause: Clause | None) -> Block:
        terms = tuple(map(self.words.terms, block.terms))
        if isinstance(block, Table):
            rows = tuple(self._row(row, clause) for row in block.rows)
            return replace(
                block, header=tuple(self._inlines(c, clause) for c in block.header), rows=rows, terms=terms
            )
        block = replace(block, inlines=self._inlines(block.inlines, clause), terms=terms)
        if isinstance(block, Item) and block.items:
            items = (self._block(item, clause) for item in block.items)
            return replace(block, items=tuple(i for i in items if isinstance(i, Item)))
        return block

    def _row(self, row: Row, clause: Clause | None) -> Row:
        cells = tuple(self._inlines(cell, clause) for cell in row.cells)
        return replace(row, cells=cells, terms=tuple(map(self.words.terms, row.terms)))

    def _inlines(self, inlines: Iterable[Inline], clause: Clause | None) -> tuple[Inline, ...]:
        return tuple(self._inline(inline, clause) for inline in inlines)

    def _inline(self, inline: Inline, clause: Clause | None) -> Inline:
        if isinstance(inline, Text):
            return replace(inline, text=self.words.all(inline.text))
        if isinstance(inline, Slot):
            return inline
        words = inline.alternative or self._instead_of(inline, clause)
        return replace(inline, alternative=self.words.all(words)) if words else inline

    def _instead_of(self, link: Link, clause: Clause | None) -> str:
        """What prints for `link` if what it points at is left out."""
        kind, name = (
            ("clause", clause.id if clause else "") if link.kind == "here" else (link.kind, link.target)
        )
        return self.otherwise.get((kind, name, link.label)) or self.otherwise.get((kind, name, ""), "")


def _kept(body: Body, out: Iterable[str]) -> Body:
    """`body` without the items whose labels are in `out`."""
    gone = set(out)
    return (
        tuple(
            _without(b, gone) if isinstance(b, Item) else b
            for b in body
            if not (isinstance(b, Item) and b.label in gone)
        )
        if gone
        else body
    )


def _without(item: Item, gone: set[str]) -> Item:
    items = tuple(_without(i, gone) for i in item.items if i.label not in gone)
    return replace(item, items=items) if item.items else item
