"""What a host deals with itself: taken out of the library before anything is selected.

What is left is a library and playbooks like any others, so that all that is true of selecting from these,
and all that is proved of them, is true of an AI schedule as well.
"""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from contract_builder.model.brief import Brief
from contract_builder.model.clause import Clause
from contract_builder.model.condition import ALWAYS, All, Condition, Test
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.host import Host, HostCover
from contract_builder.model.library import Library
from contract_builder.model.playbook import Playbook, Playbooks
from contract_builder.model.selection import Choice, LeftOut, Reason, Selection


class Hosted(NamedTuple):
    """The contents without what a host deals with."""

    library: Library
    playbooks: Playbooks
    left_out: tuple[LeftOut, ...]
    """The clauses that the host takes the place of, in the order of the library."""


def hosted(
    library: Library, playbooks: Playbooks, host: Host, wanted: frozenset[str] = frozenset()
) -> Hosted:
    """`library` and `playbooks` without what `host` covers, but with the clauses `wanted` in any case."""
    topics = covered_topics(library, host)
    out = {
        clause.id: cover
        for clause in library.clauses
        if clause.id not in wanted and (cover := _cover_of(clause, topics, host))
    }
    gone = topics - {t for c in library.clauses if c.id not in out for t in c.provides}
    return Hosted(
        replace(library, clauses=tuple(_without(c, gone) for c in library.clauses if c.id not in out)),
        replace(playbooks, playbooks=tuple(_not_asking(p, gone, frozenset(out)) for p in playbooks.playbooks)),
        tuple(
            LeftOut(id, reason_of(host, out[id]), ()) for id in sorted(out, key=library.print_order.__getitem__)
        ),
    )  # fmt: skip


def covered_topics(library: Library, host: Host) -> frozenset[str]:
    """The topics that `host` deals with: those that it names, and all of each clause that it names whole."""
    named = {cover.topic for cover in host.covers if cover.topic}
    whole = {cover.clause for cover in host.covers if cover.clause and not cover.items}
    return frozenset(named | {t for c in library.clauses if c.id in whole for t in c.provides})


def _cover_of(clause: Clause, topics: frozenset[str], host: Host) -> HostCover | None:
    """What of `host` takes the place of `clause`: the clause by name, or every topic that it provides."""
    for cover in host.covers:
        if cover.clause == clause.id and not cover.items:
            return cover
    if clause.provides and topics.issuperset(clause.provides):
        return next((cover for cover in host.covers if cover.topic in clause.provides), None)
    return None


def _without(clause: Clause, gone: frozenset[str]) -> Clause:
    """`clause` asking for none of the topics that are `gone`."""
    asks = {*clause.requires, *(t for p in clause.positions for t in p.requires)}
    if not gone & asks:
        return clause
    positions = tuple(replace(p, requires=_less(p.requires, gone)) for p in clause.positions)
    return replace(clause, requires=_less(clause.requires, gone), positions=positions)


def _not_asking(playbook: Playbook, gone: frozenset[str], out: frozenset[str]) -> Playbook:
    """`playbook` asking for none of the topics that are `gone`, nor for a position of the clauses that are `out`."""
    untold = {f"position:{clause}" for clause in out}
    constraints = tuple(
        replace(c, must=must) if c.must != must else c
        for c in playbook.constraints
        if (must := _spared(c.must, untold)) != ALWAYS
    )
    rules = tuple(
        replace(r, require=_less(r.require, gone)) if gone.intersection(r.require) else r
        for r in playbook.rules
    )
    return replace(playbook, rules=rules, constraints=constraints)


def _spared(must: Condition | None, untold: set[str]) -> Condition | None:
    """`must` without its tests of what is `untold`; ALWAYS where nothing is left of it."""
    if isinstance(must, Test) and must.fact in untold:
        return ALWAYS
    if isinstance(must, All):
        parts = (_spared(p, untold) for p in must.parts)
        return All(tuple(p for p in parts if p is not None and p != ALWAYS))
    return must


def _less(topics: tuple[str, ...], gone: frozenset[str]) -> tuple[str, ...]:
    return tuple(topic for topic in topics if topic not in gone)


def reason_of(host: Host, cover: HostCover) -> Reason:
    """Why `cover` leaves something out."""
    return Reason("exclude", cover.because, cover.id, host.id, host.file, cover.line)


def fitting(brief: Brief, library: Library, left: tuple[LeftOut, ...]) -> tuple[Brief, list[Diagnostic]]:
    """`brief` without what it says of clauses that the host takes the place of, and a warning for each."""
    out = {one.clause for one in left}
    keys = [f"departures.{n}" for n, d in enumerate(brief.departures) if d.clause in out]
    keys += [f"values.{c}" for c in brief.values if c in out and c not in library.schedule_by_id]
    keys += ["take" for c in brief.optional_clauses if c in out]
    hint = "Take it out. To have the clause all the same, add it by a departure with `add: true`."
    found = [
        Diagnostic("left-to-host", Place(brief.file, brief.lines.get(key, 0), 1),
                   f"{key} is of no effect: the host deals with it.", hint, "warning")
        for key in dict.fromkeys(keys)
    ]  # fmt: skip
    return replace(
        brief,
        departures=tuple(d for d in brief.departures if d.clause not in out),
        values={c: v for c, v in brief.values.items() if c not in out or c in library.schedule_by_id},
        optional_clauses=tuple(c for c in brief.optional_clauses if c not in out),
    ), found


def told(selection: Selection, library: Library, host: Host, left: tuple[LeftOut, ...]) -> Selection:
    """`selection` with what the host takes the place of: whole clauses, and items of clauses that are in."""
    chosen = tuple(
        replace(c, reasons=(*c.reasons, *_items_reasons(c, library, host))) for c in selection.chosen
    )
    order = library.print_order
    out = sorted([*selection.left_out, *left], key=lambda one: order[one.clause])
    return replace(selection, chosen=chosen, left_out=tuple(out))


def _items_reasons(choice: Choice, library: Library, host: Host) -> Iterator[Reason]:
    """Why items of a clause that is in are left out, as far as its position has them."""
    position = library.clause_by_id[choice.clause].position(choice.position)
    for cover in host.covers:
        if cover.clause != choice.clause or not cover.items or position is None:
            continue
        if gone := [label for label in cover.items if label in position.labels]:
            reason = reason_of(host, cover)
            yield replace(reason, because=f"Left out of it: {', '.join(gone)}. {reason.because}")
