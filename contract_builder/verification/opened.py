"""A Word file from anywhere, opened for reading: its paragraphs, and what it says of itself."""

import re
from collections.abc import Callable
from typing import cast
from xml.parsers.expat import ExpatError, ParserCreate

from contract_builder.errors import UsageError
from contract_builder.model.base import Frozen
from contract_builder.render.docx.hostile import DEEPEST, MOST_TAGS
from contract_builder.render.docx.identity import Mark, MarkKind
from contract_builder.render.docx.package import unpack
from contract_builder.render.docx.reading import Paragraph, read_paragraphs

DOCUMENT, CUSTOM = "word/document.xml", "docProps/custom.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_COMMENTS = "word/comments.xml"
_SAID = re.compile(
    r"(clause|schedule|part|frame) ([a-z0-9-]{1,80})(?:@([0-9.]{1,20}))? sha256:([0-9a-f]{64}) place:(\d{1,4})"
)
_MOST_MARKS = 5000


class Opened(Frozen, frozen=True):
    """What was read of a file."""

    parts: dict[str, bytes]
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Paragraph, ...]
    """Of footnotes and endnotes that hold words."""
    comments: int
    """Paragraphs of comments."""
    marks: tuple[Mark, ...]
    """What the file says of its parts, in the order in which they were built."""
    properties: dict[str, str]
    """Its other custom properties."""


def open_document(data: bytes) -> Opened:
    """The file read, within limits; nothing outside it is touched. Raises UsageError if it cannot be read."""
    parts = unpack(data)
    if DOCUMENT not in parts:
        raise UsageError("The file holds no text of a Word document.", "Save it from Word as a .docx file.")
    properties = _properties(parts.get(CUSTOM, b""))
    said = [value for name, value in properties.items() if name.startswith("cl_")]
    return Opened(
        parts=parts,
        paragraphs=read_paragraphs(parts[DOCUMENT], DOCUMENT),
        notes=tuple(p for n in _NOTES if n in parts for p in read_paragraphs(parts[n], n) if p.words),
        comments=sum(bool(p.words) for p in read_paragraphs(parts[_COMMENTS], _COMMENTS))
        if _COMMENTS in parts
        else 0,
        marks=_marks(said) or _marks(_manifest(parts)),
        properties={n: v for n, v in properties.items() if not n.startswith("cl_")},
    )


def _marks(said: list[str]) -> tuple[Mark, ...]:
    found: dict[str, tuple[int, Mark]] = {}
    for words in said[:_MOST_MARKS]:
        if match := _SAID.fullmatch(words):
            kind, id_, version, digest, place = match.groups()
            mark = Mark(cast("MarkKind", kind), id_, version or "", digest)
            found.setdefault(mark.name, (int(place), mark))
    return tuple(mark for _, mark in sorted(found.values(), key=lambda one: one[0]))


def _properties(data: bytes) -> dict[str, str]:
    """Custom properties by name; none where the part cannot be read."""
    found: dict[str, str] = {}
    name = ""

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal name
        if tag.rpartition(":")[2] == "property":
            name = attributes.get("name", "")

    def words(text: str) -> None:
        if name:
            found[name] = found.get(name, "") + text

    _parse(data, begin, words)
    return found


def _manifest(parts: dict[str, bytes]) -> list[str]:
    """What the manifest says of the parts: the same as the properties, which some programs take away."""
    found: list[str] = []

    def begin(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "part":
            found.append(attributes.get("is", ""))

    for name in sorted(n for n in parts if n.startswith("customXml/") and n.endswith(".xml")):
        _parse(parts[name], begin, lambda _: None)
    return found


def _parse(data: bytes, begin: Callable[[str, dict[str, str]], None], words: Callable[[str], None]) -> None:
    if not data or data.count(b"<") > MOST_TAGS or b"<!DOCTYPE" in data:
        return
    depth = 0

    def checked(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise ValueError
        begin(tag, attributes)

    def ended(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser = ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = checked, ended
    parser.CharacterDataHandler = words
    try:
        parser.Parse(data, True)
    except (ExpatError, ValueError):
        return
