"""The differences of several contexts as one: each change once, with the contexts in which it shows."""

from collections.abc import Hashable
from typing import TypeVar

import msgspec

from contract_builder.matrix.compare import Difference
from contract_builder.matrix.sites import Key
from contract_builder.model.library import Library
from contract_builder.model.matrix import (
    MARKS,
    Coming,
    ParagraphChange,
    PositionChange,
    TextChange,
    TextKind,
    ValueChange,
)

T = TypeVar("T", Coming, PositionChange, ValueChange, ParagraphChange)
_KINDS: dict[str, TextKind] = {"clause": "clause", "schedule": "schedule", "definition": "definition"}


def united(library: Library, contexts: list[dict[Key, Difference]]) -> tuple[tuple[TextChange, ...], int]:
    """What changes in each text, clauses in the order of the contract; and the words of the context with the most."""
    keys = {key for found in contexts for key in found}
    order = {("clause", id_): place for id_, place in library.print_order.items()}
    schedules = {("schedule", s.id): (s.order, 0, s.id) for s in library.schedules}
    terms = {("definition", d.id): (0, 0, d.term.casefold()) for d in library.definitions}
    ranks = {**order, **schedules, **terms}
    in_order = sorted(keys, key=lambda key: ([*_KINDS].index(key[0]), ranks[key], key[1]))
    changes = tuple(_change(key, [found.get(key) for found in contexts]) for key in in_order)
    return changes, max((sum(d.words for d in found.values()) for found in contexts), default=0)


def _change(key: Key, found: list[Difference | None]) -> TextChange:
    comings: dict[Hashable, Coming] = {}
    positions: dict[Hashable, PositionChange] = {}
    values: dict[Hashable, ValueChange] = {}
    paragraphs: dict[Hashable, ParagraphChange] = {}
    for n, difference in enumerate(found):
        if difference is not None:
            _add_whole(difference, (n,), comings, positions)
            _add_parts(difference, (n,), values, paragraphs)
    there = [difference for difference in found if difference is not None]
    titles = [text.title for d in there for text in (d.new, d.old) if text]
    marks = frozenset(mark for d in there for mark in d.marks)
    return TextChange(
        kind=_KINDS[key[0]],
        id=key[1],
        title=titles[0],
        marks=tuple(mark for mark in MARKS if mark in marks),
        words=max(d.words for d in there),
        comings=tuple(comings.values()),
        positions=tuple(positions.values()),
        values=tuple(values.values()),
        paragraphs=tuple(paragraphs.values()),
    )


def _add_whole(
    difference: Difference,
    where: tuple[int, ...],
    comings: dict[Hashable, Coming],
    positions: dict[Hashable, PositionChange],
) -> None:
    old, new = difference.old, difference.new
    whole = old if new is None else new
    if old is not None and new is not None:
        if old.position != new.position:
            reason = difference.reasons[0]
            _put(positions, PositionChange(old.position, new.position, reason, where))
    elif whole is not None:
        what = "in" if old is None else "out"
        coming = Coming(
            "in" if what == "in" else "out", whole.position, whole.length, difference.reasons, where
        )
        _put(comings, coming)


def _add_parts(
    difference: Difference,
    where: tuple[int, ...],
    values: dict[Hashable, ValueChange],
    paragraphs: dict[Hashable, ParagraphChange],
) -> None:
    for before, now in difference.values:
        _put(values, ValueChange(now.parameter, before.value, now.value, now.reason, where))
    for changed in difference.paragraphs:
        one, other = changed.old, changed.new
        there = other or one
        if there is None:
            continue
        condition = there.condition if one is None or other is None else ""
        words = (one.words if one else "", other.words if other else "")
        _put(paragraphs, ParagraphChange(there.label, *words, condition, where))


def _put(found: dict[Hashable, T], change: T) -> None:
    """Add `change`, or its context to one that says the same."""
    name = msgspec.structs.astuple(change)[:-1]
    earlier: tuple[int, ...] = found[name].contexts if name in found else ()
    where = (*earlier, *change.contexts)
    found[name] = msgspec.structs.replace(change, contexts=where)
