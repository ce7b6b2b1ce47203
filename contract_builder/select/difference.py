"""What differs between two Selections, each difference with the reason of the new state."""

from collections import Counter
from collections.abc import Iterable

from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.difference import (
    CameIn,
    FactChange,
    Offer,
    PositionChange,
    SelectionDifference,
    ValueChange,
)
from contract_builder.model.selection import ChosenValue, Reason, Selection

_UNSAID = Reason("offer", "It is on offer.")


def difference(before: Selection, after: Selection) -> SelectionDifference:
    """What is otherwise in `after` than in `before`; empty, and false, if nothing is.

    Only outcomes count: a clause that is in for another reason than before is no difference.
    Problems are the same if their rule, file and words are: a line that moved is no difference.
    """
    was = {choice.clause: choice for choice in before.chosen}
    now = {choice.clause: choice for choice in after.chosen}
    offered_before = {out.clause for out in before.left_out if out.offered}
    offered_after = {out.clause: out.offer or _UNSAID for out in after.left_out if out.offered}
    return SelectionDifference(
        facts=tuple(_facts(before, after)),
        playbooks_new=tuple(p for p in after.playbooks if p not in before.playbooks),
        playbooks_gone=tuple(p for p in before.playbooks if p not in after.playbooks),
        comes_in=tuple(
            CameIn(c.clause, c.position, c.reasons, c.position_reason)
            for c in after.chosen
            if c.clause not in was
        ),
        goes_out=tuple(out for out in after.left_out if out.clause in was),
        moves=tuple(
            PositionChange(c.clause, was[c.clause].position, c.position, c.position_reason)
            for c in after.chosen
            if c.clause in was and was[c.clause].position != c.position
        ),
        values=tuple(_values(before, after)),
        offered=tuple(Offer(c, reason) for c, reason in offered_after.items() if c not in offered_before),
        no_longer_offered=tuple(
            out.clause
            for out in before.left_out
            if out.offered and out.clause not in offered_after and out.clause not in now
        ),
        found=_beyond(after.diagnostics, before.diagnostics),
        mended=_beyond(before.diagnostics, after.diagnostics),
    )


def _facts(before: Selection, after: Selection) -> Iterable[FactChange]:
    for name in dict.fromkeys([*before.facts, *after.facts]):
        was, now = before.facts.get(name, ""), after.facts.get(name, "")
        if was != now:
            yield FactChange(name, _words(was), _words(now))


def _words(value: str | int | tuple[str, ...]) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _values(before: Selection, after: Selection) -> Iterable[ValueChange]:
    was = _values_by_owner(before)
    for owner, values in _values_by_owner(after).items():
        old = {v.parameter: v.value for v in was.get(owner, ())}
        for v in values:
            if v.parameter in old and old[v.parameter] != v.value:
                yield ValueChange(owner[1], v.parameter, old[v.parameter], v.value, v.reason)


def _values_by_owner(selection: Selection) -> dict[tuple[str, str], tuple[ChosenValue, ...]]:
    """Of clauses and schedules apart: one may have the name of the other."""
    return {
        **{("clause", c.clause): c.values for c in selection.chosen},
        **{("schedule", s.schedule): s.values for s in selection.schedule_values},
    }


def _beyond(those: tuple[Diagnostic, ...], these: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Those that are not among these; as often as they are more."""
    left = Counter(_same(d) for d in these)
    found: list[Diagnostic] = []
    for diagnostic in those:
        if left[_same(diagnostic)]:
            left[_same(diagnostic)] -= 1
        else:
            found.append(diagnostic)
    return tuple(found)


def _same(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.rule, diagnostic.place.file, diagnostic.message
