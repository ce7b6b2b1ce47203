"""Words that stand outside all that was built."""

from contract_builder.model.verification import Added
from contract_builder.render.docx.identity import CONTENTS, digest_of, line
from contract_builder.render.docx.reading import Paragraph
from contract_builder.verification.expected import Expected
from contract_builder.verification.locate import HEADINGS, Located, sections
from contract_builder.verification.opened import Opened

NOTES = "footnotes"
_ITS_OWN = ("Contents", "Table of Contents")
_BESIDE = 24
"""Characters of a line of the contents beside the heading: its number, and its page."""


def added_words(opened: Opened, expected: Expected, found: Located, rest: list[int]) -> tuple[Added, ...]:
    """Clauses, schedules and other words that were added, in the order of the file; then what stands in notes."""
    names = {mark.name: f"{mark.kind} {mark.id}" for mark in expected.marks}
    starts = sorted((place.first, names[name]) for name, place in found.places.items())
    out = [_added(opened.paragraphs, run, starts) for run in sections(opened.paragraphs, rest)]
    if lines := _strange_contents(opened, expected):
        out.append(Added("text", CONTENTS, lines))
    if opened.notes:
        out.append(Added("text", NOTES, tuple(p.shown for p in opened.notes)))
    return tuple(out)


def _added(paragraphs: tuple[Paragraph, ...], run: list[int], starts: list[tuple[int, str]]) -> Added:
    where = next((name for first, name in reversed(starts) if first < run[0]), "")
    kind = HEADINGS.get(paragraphs[run[0]].style, "text")
    return Added(kind, where, tuple(paragraphs[n].shown for n in run))


def _strange_contents(opened: Opened, expected: Expected) -> tuple[str, ...]:
    """Lines of the contents table that name no heading of the document, unless it is as built: words can hide there."""
    lines = [p for p in opened.paragraphs if p.contents and p.words]
    if digest_of(line(p.style, p.words) for p in lines) in {
        m.digest for m in expected.marks if m.id == CONTENTS
    }:
        return ()
    headings = {p.shown for p in opened.paragraphs if p.style in HEADINGS and not p.contents}
    ends = {heading.removeprefix("\u2013 ") for heading in headings}

    def names_one(words: str) -> bool:
        return words in _ITS_OWN or any(h in words and len(words) - len(h) <= _BESIDE for h in ends if h)

    return tuple(p.shown for p in lines if not names_one(p.shown))
