"""What goes in: the blocks whose conditions hold, the schedules they cite, the terms they use."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import msgspec

from contract_builder.assemble.slots import Values
from contract_builder.model.body import Block, Body, Inline, Item, Link, Slot, Table
from contract_builder.model.clause import Definition, Schedule
from contract_builder.model.condition import Facts, holds
from contract_builder.model.library import Library
from contract_builder.model.words import singular

_BREAK = re.compile(r"['’]s?(?!\w)|[^\w '’-]+")
_LONGEST = 8
"""Words in a defined term, at most."""


def standing(body: Body, facts: Facts) -> Body:
    """The blocks of `body` whose conditions hold under `facts`, at every level."""
    return tuple(b for b in (_standing(block, facts) for block in body) if b is not None)


def _standing(block: Block, facts: Facts) -> Block | None:
    if isinstance(block, Table):
        return _standing_table(block, facts)
    if block.condition is not None and not holds(block.condition, facts):
        return None
    if isinstance(block, Item) and block.items:
        items = tuple(i for i in (_standing(item, facts) for item in block.items) if isinstance(i, Item))
        if len(items) != len(block.items) or any(a is not b for a, b in zip(items, block.items, strict=True)):
            return msgspec.structs.replace(block, items=items)
    return block


def _standing_table(table: Table, facts: Facts) -> Table | None:
    """`table` with the rows whose conditions hold; none if it had rows and has none left."""
    rows = tuple(row for row in table.rows if row.condition is None or holds(row.condition, facts))
    if len(rows) == len(table.rows):
        return table
    return msgspec.structs.replace(table, rows=rows) if rows else None


def inlines_of(block: Block) -> list[Inline]:
    """Every inline of `block` and of the items below it."""
    if isinstance(block, Table):
        return [inline for cell in block.cells for inline in cell]
    found = [*block.inlines]
    if isinstance(block, Item):
        for item in block.items:
            found += inlines_of(item)
    return found


def links_of(body: Body) -> Iterator[Link]:
    """Every cross-reference in `body`."""
    for block in body:
        for inline in inlines_of(block):
            if isinstance(inline, Link):
                yield inline


class Extent(NamedTuple):
    """What a contract holds beside its clauses, in the order of print, with the blocks that stand."""

    schedules: list[tuple[Schedule, Body]]
    definitions: list[tuple[Definition, Body]]


def extent(
    texts: list[tuple[Body, Values]],
    words: Iterable[str],
    library: Library,
    facts: Facts,
    values_of: Callable[[Schedule], Values],
) -> Extent:
    """The schedules that `texts` cite and the definitions that they and `words` use, and what these cite and use.

    A link that carries other words in case its target is missing does not bring a schedule in.
    """
    schedules: dict[str, tuple[Schedule, Body]] = {}
    definitions: dict[str, tuple[Definition, Body]] = {}
    seen: set[str] = set()
    waiting: list[tuple[Body, Values | None]] = list(texts)
    candidates = list(words)
    while waiting or candidates:
        if waiting:
            body, values = waiting.pop()
            for block in body:
                candidates += _terms_of(block)
                for inline in inlines_of(block):
                    if isinstance(inline, Slot) and values:
                        candidates += words_of(inline, values)
                    elif isinstance(inline, Link) and inline.kind == "schedule" and not inline.alternative:
                        schedule = library.schedule_by_id.get(inline.target)
                        if schedule and schedule.id not in schedules:
                            schedules[schedule.id] = schedule, standing(schedule.body, facts)
                            waiting.append((schedules[schedule.id][1], values_of(schedule)))
        for candidate in candidates:
            if candidate in seen:
                continue
            seen.add(candidate)
            for definition in terms_in(candidate, library.term_index):
                if definition.id not in definitions:
                    definitions[definition.id] = definition, standing(definition.body, facts)
                    waiting.append((definitions[definition.id][1], None))
        candidates = []
    return Extent(
        sorted(schedules.values(), key=lambda pair: (pair[0].order, pair[0].id)),
        sorted(definitions.values(), key=lambda pair: (pair[0].term.casefold(), pair[0].id)),
    )


def words_of(slot: Slot, values: Values) -> Iterator[str]:
    """Where defined terms may stand in what `slot` prints: its unit ("Working Days"), or the words of a text."""
    parameter, value = values.parameters.get(slot.name, (None, ""))
    if parameter and slot.filter == "unit":
        yield singular(parameter.unit) if value == 1 else parameter.unit
    elif isinstance(value, str):
        yield from phrases(value)


def phrases(text: str) -> Iterator[str]:
    """The stretches of `text` that no mark and no possessive breaks."""
    return (" ".join(part.split()) for part in _BREAK.split(text))


def _terms_of(block: Block) -> list[str]:
    found = [*block.terms]
    if isinstance(block, Item):
        for item in block.items:
            found += _terms_of(item)
    elif isinstance(block, Table):
        for row in block.rows:
            found += row.terms
    return found


def terms_in(candidate: str, index: dict[str, Definition]) -> list[Definition]:
    """The defined terms in a run of words: at each word the longest that fits."""
    if definition := index.get(candidate):
        return [definition]
    found: list[Definition] = []
    words = candidate.split()
    start = 0
    while start < len(words):
        ends = range(min(len(words), start + _LONGEST), start, -1)
        end = next((e for e in ends if " ".join(words[start:e]) in index), None)
        if end:
            found.append(index[" ".join(words[start:end])])
        start = end or start + 1
    return found
