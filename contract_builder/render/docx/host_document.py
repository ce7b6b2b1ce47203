"""Somebody else's document: where a schedule goes into it, and which ids are taken."""

from collections.abc import Callable
from typing import NamedTuple
from xml.parsers.expat import ParserCreate

from contract_builder.errors import UsageError
from contract_builder.render.docx.host_before import Before, Watch
from contract_builder.render.docx.styles import RIGHT_EDGE

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PLAIN = frozenset(
    (
        "w:p",
        "w:pPr",
        "w:rPr",
        "w:r",
        "w:t",
        "w:proofErr",
        "w:lastRenderedPageBreak",
        "w:bookmarkStart",
        "w:bookmarkEnd",
    )
)
"""What may stand in the paragraph of the marker; whatever stands in its properties may, too, but a section."""
_SAVE_AGAIN = "Open it in Word and save it as a Word Document (.docx), not as a Strict Open XML Document."


class HostDocument(NamedTuple):
    """What there is to know of a host's main part. Offsets are in bytes."""

    start: int
    """Where the schedule goes."""
    end: int
    """Where what it takes the place of ends: the paragraph of the marker, or nothing."""
    highest_id: int
    """The highest number that an element has for an id."""
    bookmarks: frozenset[str]
    controls: frozenset[int]
    """The ids of its content controls."""
    text_width: int
    """Of the section that the schedule goes into, between the margins, in twentieths of a point."""
    before: Before
    """What stands before it."""


def read_host(document: bytes, marker: str) -> HostDocument:
    """What there is to know of the main part `document`; the schedule goes where a paragraph says `marker`.

    Without such a paragraph it goes to the end, before the properties of the last section.
    Raises UsageError if it is written in a way that we cannot add to, or says `marker` more than once.
    """
    scan = _Scan(marker)
    scan.parser.Parse(document, True)
    if scan.root != "w:document" or scan.namespace != MAIN or scan.body_end < 0:
        raise UsageError("The host document is written in an unusual way.", _SAVE_AGAIN)
    if len(scan.spans) > 1:
        raise UsageError(f"The host document says {marker} {len(scan.spans)} times.", "Leave one of them.")
    if scan.impure or (not scan.spans and scan.said):
        raise UsageError(
            f"{marker} does not stand alone in a paragraph of the host document.",
            "Put it in a paragraph of its own, outside tables, with no tracked change or comment in it.",
        )
    last = scan.last_section if scan.last_section >= 0 else scan.body_end
    start, end = scan.spans[0] if scan.spans else (last, last)
    if document[start : start + 1] != b"<":
        raise UsageError("The host document is written in an unusual way.", _SAVE_AGAIN)
    width = next((w for at, w in scan.sections if at >= start), RIGHT_EDGE)
    return HostDocument(
        start,
        end,
        scan.highest,
        frozenset(scan.bookmarks),
        frozenset(scan.controls),
        width,
        scan.before or scan.watch.last,
    )


class _Scan:
    """One reading of a main part."""

    def __init__(self, marker: str) -> None:
        self.marker = marker
        self.root = self.namespace = ""
        self.body_end = self.last_section = -1
        self.spans: list[tuple[int, int]] = []
        self.sections: list[tuple[int, int]] = []
        self.impure = self.said = False
        self.highest = 0
        self.bookmarks: set[str] = set()
        self.controls: set[int] = set()
        self._open: list[str] = []
        self._words: list[str] = []
        self._start = 0
        self._plain = True
        self._page = 0
        self.watch = Watch()
        self.before: Before | None = None
        self.parser = ParserCreate()
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._begin, self._end
        self.parser.CharacterDataHandler = self._text

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        if not self._open:
            self.root, self.namespace = tag, given.get("xmlns:w", "")
        self._open.append(tag)
        _IDS.get(tag, _other)(self, given)
        if len(self._open) == 3 and self._open[1] == "w:body":
            self._start = self.parser.CurrentByteIndex
            self._words, self._plain = [], True
            self.watch.begin()
            if tag == "w:sectPr":
                self.last_section = self._start
        elif (
            len(self._open) > 3
            and tag not in _PLAIN
            and "w:pPr" not in self._open
            and "w:rPr" not in self._open
        ):
            self._plain = False
        self.watch.tag(tag, given, self._open[:-1])
        if tag == "w:sectPr" and len(self._open) > 3:
            self._plain = False

    def _end(self, tag: str) -> None:
        self._open.pop()
        if tag == "w:body" and len(self._open) == 1:
            self.body_end = self.parser.CurrentByteIndex
        if len(self._open) != 2 or self._open[1] != "w:body":
            return
        words = "".join(self._words)
        if self.marker in words:
            self.said = True
            if tag == "w:p" and words.strip() == self.marker:
                self.impure |= not self._plain
                self.spans.append((self._start, self.parser.CurrentByteIndex + len("</w:p>")))
                self.before = self.watch.last
        self.watch.end(tag)

    def _text(self, words: str) -> None:
        if self._open and self._open[-1] in ("w:t", "w:delText"):
            self._words.append(words)
            self.watch.text(words)

    def page(self, given: dict[str, str]) -> None:
        """The size of a page: its width."""
        self._page = _number(given, "w:w")

    def margins(self, given: dict[str, str]) -> None:
        """The margins of a section, which follow the size of its page."""
        width = self._page - _number(given, "w:left") - _number(given, "w:right") - _number(given, "w:gutter")
        if width > 0:
            self.sections.append((self.parser.CurrentByteIndex, width))

    def id_of(self, given: dict[str, str]) -> None:
        """The id of anything."""
        self.highest = max(self.highest, _number(given, "w:id"))

    def bookmark(self, given: dict[str, str]) -> None:
        """The id and name of a bookmark."""
        self.id_of(given)
        self.bookmarks.add(given.get("w:name", ""))

    def control(self, given: dict[str, str]) -> None:
        """The id of a content control."""
        if "w:sdtPr" in self._open:
            self.controls.add(_number(given, "w:val"))


def _other(scan: _Scan, given: dict[str, str]) -> None:
    scan.id_of(given)


_IDS: dict[str, Callable[[_Scan, dict[str, str]], None]] = {
    "w:bookmarkStart": _Scan.bookmark,
    "w:id": _Scan.control,
    "w:pgSz": _Scan.page,
    "w:pgMar": _Scan.margins,
}


def _number(given: dict[str, str], name: str) -> int:
    text = given.get(name, "")
    return int(text) if text.lstrip("-").isascii() and text.lstrip("-").isdigit() and len(text) < 12 else 0
