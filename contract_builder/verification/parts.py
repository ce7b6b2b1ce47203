"""The state of each clause, schedule and other part of a file."""

from difflib import SequenceMatcher
from itertools import zip_longest

from contract_builder.model.verification import ChangedLine, PartState
from contract_builder.render.docx.frame import lines_of
from contract_builder.render.docx.identity import Mark, digest_of, line
from contract_builder.render.docx.reading import Paragraph
from contract_builder.verification.expected import Expected
from contract_builder.verification.locate import HEADINGS, Located, Place, moved
from contract_builder.verification.opened import Opened

MOST_LINES = 1000
"""Lines of one part that are compared one by one; a part that is longer is only said to be edited."""


def part_states(opened: Opened, expected: Expected, found: Located) -> tuple[PartState, ...]:
    """The states of all parts but the frame, in the order in which they were built."""
    marks = [mark for mark in expected.marks if mark.kind != "frame"]
    there = [mark for mark in marks if mark.name in found.places]
    out_of_place = {there[n].name for n in moved([found.places[m.name].first for m in there])}
    bookmarked = any(place.how == "bookmark" for place in found.places.values())
    return tuple(
        _state(mark, found.places.get(mark.name), expected, mark.name in out_of_place, bookmarked)
        for mark in marks
    )


def _state(
    mark: Mark, place: Place | None, expected: Expected, is_moved: bool, bookmarked: bool
) -> PartState:
    was = expected.paragraphs.get(mark.name, ())
    if place is None:
        return PartState(
            mark.kind,
            mark.id,
            mark.version,
            _heading(was),
            "deleted" if bookmarked else "not-found",
            False,
            "none",
        )
    same = digest_of(lines_of(place.paragraphs)) == mark.digest
    return PartState(
        mark.kind, mark.id, mark.version, _heading(place.paragraphs), "as-built" if same else "edited", is_moved,
        place.how, () if same or not expected.known else changed_lines(was, place.paragraphs),
    )  # fmt: skip


def _heading(paragraphs: tuple[Paragraph, ...]) -> str:
    first = paragraphs[0] if paragraphs else None
    return first.shown.removeprefix("\u2013 ") if first is not None and first.style in HEADINGS else ""


def changed_lines(was: tuple[Paragraph, ...], now: tuple[Paragraph, ...]) -> tuple[ChangedLine, ...]:
    """The paragraphs that differ, in order; one that was replaced stands beside what replaced it."""
    before, after = _with_words(was), _with_words(now)
    if max(len(before), len(after)) > MOST_LINES:
        return ()
    keys = [[line(p.style, p.words) for p in ps] for ps in (before, after)]
    out: list[ChangedLine] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, keys[0], keys[1]).get_opcodes():
        if tag != "equal":
            pairs = zip_longest(before[i1:i2], after[j1:j2])
            out += [ChangedLine(a.shown if a else "", b.shown if b else "") for a, b in pairs]
    return tuple(out)


def _with_words(paragraphs: tuple[Paragraph, ...]) -> list[Paragraph]:
    return [p for p in paragraphs if p.words and not p.contents]
