"""Two contracts, text by text: what comes in, goes out, and reads otherwise."""

from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from contract_builder.matrix.builds import Build
from contract_builder.matrix.sites import Key
from contract_builder.matrix.texts import Paragraph, Printed
from contract_builder.model.matrix import Mark
from contract_builder.model.selection import Choice, ChosenValue, Reason, Selection

_ALIKE = 0.5
"""The share of words that two paragraphs without a label must have in common to be one paragraph, changed."""


class Changed(NamedTuple):
    """A paragraph before and now; one of them may be missing."""

    old: Paragraph | None
    new: Paragraph | None


class Difference(NamedTuple):
    """What differs in one text; `old` or `new` is missing where it comes in or goes out."""

    old: Printed | None
    new: Printed | None
    reasons: tuple[Reason, ...]
    """Why it is in, or out; why it stands at another position."""
    values: tuple[tuple[ChosenValue, ChosenValue], ...]
    paragraphs: tuple[Changed, ...]

    @property
    def marks(self) -> frozenset[Mark]:
        """What kinds of change these are."""
        if self.old is None or self.new is None:
            return frozenset({"out" if self.new is None else "in"})
        if self.old.position != self.new.position:
            return frozenset({"position", "values"} if self.values else {"position"})
        found: set[Mark] = {"values"} if self.values else set()
        if not self.values or any(c.old is None or c.new is None for c in self.paragraphs):
            found.add("words")
        return frozenset(found)

    @property
    def words(self) -> int:
        """Words that come and words that go."""
        if self.old is None or self.new is None:
            return sum(text.length for text in (self.old, self.new) if text)
        return sum(
            words_between(c.old.words if c.old else "", c.new.words if c.new else "") for c in self.paragraphs
        )


def differences(old: Build, new: Build) -> dict[Key, Difference]:
    """The texts in which the contracts differ. Neither may be missing its texts."""
    before, now = old.texts or {}, new.texts or {}
    if before is now:
        return {}
    found: dict[Key, Difference] = {}
    for key in [*now, *(key for key in before if key not in now)]:
        one, other = before.get(key), now.get(key)
        if one is not None and other is not None and (one is other or one.said == other.said):
            continue
        reasons = _reasons(key, one, other, old.selection, new.selection)
        values = _values(key, (one, other), old.selection, new.selection) if one and other else ()
        paragraphs = changed_between(one.paragraphs, other.paragraphs) if one and other else ()
        found[key] = Difference(one, other, reasons, values, paragraphs)
    return found


def _reasons(
    key: Key, one: Printed | None, other: Printed | None, old: Selection, new: Selection
) -> tuple[Reason, ...]:
    if key[0] != "clause":
        return ()
    if other is None:
        left = next((left for left in new.left_out if left.clause == key[1]), None)
        before = old.choice(key[1])
        nearest = (left.nearest,) if left and left.nearest else ()
        return nearest or (before.reasons if before else ())
    choice = new.choice(key[1])
    if choice is None:
        return ()
    return choice.reasons if one is None else (choice.position_reason,)


def _values(
    key: Key, texts: tuple[Printed, Printed], old: Selection, new: Selection
) -> tuple[tuple[ChosenValue, ChosenValue], ...]:
    """The values that differ, of those that one of the two `texts` prints."""
    shown = texts[0].slots | texts[1].slots
    before = {v.parameter: v for v in _chosen(key, old)}
    pairs = ((before[v.parameter], v) for v in _chosen(key, new) if v.parameter in before)
    return tuple((a, b) for a, b in pairs if a.value != b.value and a.parameter in shown)


def _chosen(key: Key, selection: Selection) -> tuple[ChosenValue, ...]:
    if key[0] == "clause":
        choice: Choice | None = selection.choice(key[1])
        return choice.values if choice else ()
    return next((s.values for s in selection.schedule_values if key == ("schedule", s.schedule)), ())


def changed_between(old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> tuple[Changed, ...]:
    """The paragraphs that differ: paired by label, or, without one, where most words are the same."""
    matcher = SequenceMatcher(None, [p.key for p in old], [p.key for p in new], autojunk=False)
    gone: list[Paragraph] = []
    come: list[Paragraph] = []
    alike: dict[int, Paragraph] = {}
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            continue
        gone += old[a:b]
        come += new[c:d]
        alike.update(_paired(old[a:b], new[c:d]))
    by_label = {p.label: p for p in gone if p.label}
    found: list[Changed] = []
    used: set[int] = set()
    for paragraph in come:
        before = by_label.get(paragraph.label) if paragraph.label else alike.get(id(paragraph))
        if before is not None:
            used.add(id(before))
        if before is None or before.key != paragraph.key:
            found.append(Changed(before, paragraph))
    return (*found, *(Changed(p, None) for p in gone if id(p) not in used))


def _paired(gone: tuple[Paragraph, ...], come: tuple[Paragraph, ...]) -> dict[int, Paragraph]:
    """For paragraphs of `come` without a label, by identity: that of `gone` that each was made from, in order."""
    left = [p for p in gone if not p.label]
    found: dict[int, Paragraph] = {}
    for paragraph in come:
        if paragraph.label:
            continue
        near = next((p for p in left if _similar(p.words, paragraph.words)), None)
        if near is not None:
            found[id(paragraph)] = near
            left = left[left.index(near) + 1 :]
    return found


def _similar(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


@lru_cache(maxsize=4096)
def words_between(old: str, new: str) -> int:
    """How many words go and come between two wordings."""
    one, other = old.split(), new.split()
    if not one or not other:
        return len(one) + len(other)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return sum(b - a + d - c for what, a, b, c, d in matcher.get_opcodes() if what != "equal")
