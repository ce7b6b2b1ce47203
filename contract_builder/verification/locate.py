"""Where each part stands in a file: by its hidden bookmark, or else by its words."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from contract_builder.render.docx.frame import lines_of
from contract_builder.render.docx.identity import Mark, digest_of
from contract_builder.render.docx.reading import Paragraph
from contract_builder.verification.expected import Expected

How: TypeAlias = Literal["bookmark", "text", "heading"]
HEADINGS: dict[str, Literal["clause", "schedule", "text"]] = {
    "Heading1": "text",
    "Heading2": "clause",
    "ScheduleHeading": "schedule",
}
"""Styles with which a part begins, and what begins with it."""
INTERNAL = "internal"
"""The part for the council alone, which has headings within it."""
_MOST_STARTS = 200
"""Paragraphs at which a part without a heading may begin."""


class Place(NamedTuple):
    """Where a part stands."""

    how: How
    first: int
    """The index of its first paragraph."""
    paragraphs: tuple[Paragraph, ...]


class Located(NamedTuple):
    """All parts that were found, by the names of their marks, and the indices of paragraphs that belong to none."""

    places: dict[str, Place]
    left: list[int]


def locate(paragraphs: tuple[Paragraph, ...], expected: Expected) -> Located:
    """Finds the parts of `expected` in `paragraphs`."""
    wanted = {mark.name: mark for mark in expected.marks if mark.kind != "frame"}
    places, left = _by_bookmark(paragraphs, wanted)
    missing = [mark for name, mark in wanted.items() if name not in places]
    for how in ("text", "heading"):
        for mark in missing:
            if mark.name in places:
                continue
            found = _by_words(mark, how, paragraphs, left, expected)
            if found:
                places[mark.name] = Place(
                    "text" if how == "text" else "heading", found[0], tuple(paragraphs[n] for n in found)
                )
                taken = set(found)
                left = [n for n in left if n not in taken]
    return Located(places, left)


def _by_bookmark(
    paragraphs: tuple[Paragraph, ...], wanted: dict[str, Mark]
) -> tuple[dict[str, Place], list[int]]:
    """A heading in the middle of a range begins something new: somebody typed it at the end of the part."""
    held: dict[str, list[int]] = {}
    closed: set[str] = set()
    left: list[int] = []
    for n, paragraph in enumerate(paragraphs):
        if paragraph.contents or not paragraph.words:
            continue
        name = paragraph.range
        if name in held and paragraph.style in HEADINGS and wanted[name].id != INTERNAL:
            closed.add(name)
        if name in wanted and name not in closed:
            held.setdefault(name, []).append(n)
        else:
            left.append(n)
    return {
        name: Place("bookmark", ns[0], tuple(paragraphs[n] for n in ns)) for name, ns in held.items()
    }, left


def _by_words(
    mark: Mark, how: str, paragraphs: tuple[Paragraph, ...], left: list[int], expected: Expected
) -> list[int]:
    """The indices, among `left`, of the paragraphs that say what `mark` said, or that have its heading."""
    was = expected.paragraphs.get(mark.name, ())
    heading = was[0].words if was and was[0].style in HEADINGS else ""
    for section in sections(paragraphs, left):
        first = paragraphs[section[0]]
        if how == "heading":
            if heading and first.style in HEADINGS and first.words == heading:
                return section
        elif first.style in HEADINGS:
            if digest_of(lines_of(paragraphs[n] for n in section)) == mark.digest:
                return section
        else:
            for start in range(min(len(section), _MOST_STARTS)):
                if digest_of(lines_of(paragraphs[n] for n in section[start:])) == mark.digest:
                    return section[start:]
    return []


def sections(paragraphs: tuple[Paragraph, ...], left: list[int]) -> Iterator[list[int]]:
    """The indices in `left`, in runs without a gap that begin at a heading, where there is one."""
    run: list[int] = []
    for n in left:
        gap = run and any(paragraphs[k].words and not paragraphs[k].contents for k in range(run[-1] + 1, n))
        if run and (gap or paragraphs[n].style in HEADINGS):
            yield run
            run = []
        run.append(n)
    if run:
        yield run


def moved(order: list[int]) -> set[int]:
    """The positions in `order`, a list of places without repeats, that do not belong to its longest rising run."""
    from bisect import bisect_left

    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(order)
    for n, place in enumerate(order):
        k = bisect_left(tails, place)
        before[n] = ends[k - 1] if k else -1
        tails[k : k + 1], ends[k : k + 1] = [place], [n]
    rising: set[int] = set()
    n = ends[-1] if ends else -1
    while n >= 0:
        rising.add(n)
        n = before[n]
    return set(range(len(order))) - rising
