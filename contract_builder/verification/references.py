"""References that lead nowhere, or show a number that their target does not have."""

from collections.abc import Iterator

from contract_builder.model.verification import BrokenReference
from contract_builder.render.docx.reading import Paragraph, Reference
from contract_builder.verification.expected import Expected
from contract_builder.verification.numbers import Number, numbers_of
from contract_builder.verification.opened import Opened

_MOST = 1000
"""Broken references that are named; more of them say no more."""


def broken_references(opened: Opened, expected: Expected) -> tuple[BrokenReference, ...]:
    """The broken references of the text, in order, contents tables left out."""
    names = {mark.name: f"{mark.kind} {mark.id}" for mark in expected.marks}
    at = {name: n for n, p in reversed(list(enumerate(opened.paragraphs))) for name in p.begins}
    numbers = numbers_of(opened.parts, opened.paragraphs)
    was = _shown_before(expected)
    found: list[BrokenReference] = []
    for paragraph, reference in _references(opened.paragraphs):
        where = names.get(paragraph.range, "")
        if reference.bookmark not in at:
            found.append(BrokenReference(where, paragraph.shown, reference.shown, "no-target", ""))
            continue
        wanted = _number(numbers[at[reference.bookmark]], reference.switches)
        wanted = wanted or was.get((paragraph.range, paragraph.words, reference.bookmark), "")
        if wanted and _plain(reference.shown) != _plain(wanted):
            found.append(
                BrokenReference(where, paragraph.shown, reference.shown, "shows-another-number", wanted)
            )
    return tuple(found[:_MOST])


def _references(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[Paragraph, Reference]]:
    for paragraph in paragraphs:
        if not paragraph.contents:
            for reference in paragraph.references:
                yield paragraph, reference


def _number(number: Number | None, switch: str) -> str:
    r"""What a reference shows; "" where it does not show a number, or none can be worked out. `\r` hangs on where it stands."""
    if number is None:
        return ""
    return {"w": number.full, "n": number.own}.get(switch, "")


def _shown_before(expected: Expected) -> dict[tuple[str, str, str], str]:
    """What each reference showed when it was built, for where the lists of the file cannot be worked out."""
    return {
        (name, paragraph.words, reference.bookmark): reference.shown
        for name, paragraphs in expected.paragraphs.items()
        for paragraph in paragraphs
        for reference in paragraph.references
    }


def _plain(number: str) -> str:
    return "".join(number.split()).rstrip(".")
