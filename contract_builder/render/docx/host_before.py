"""What stands in a host before the place of the schedule: its heading, or a page that is new already."""

from typing import NamedTuple
from xml.parsers.expat import ParserCreate

LONGEST_HEADING = 150
"""Letters and signs of a paragraph in bold that is taken for a heading though its style does not say so."""
_OFF = ("0", "false", "off", "none")


class Before(NamedTuple):
    """The last paragraph with words before the place, or the last end of a page if nothing comes after it."""

    style: str = ""
    heads: bool = False
    """Whether it stays with what follows, or is short and all in bold."""
    breaks: bool = False
    """Whether it ends a page."""


class Watch:
    """Reads the paragraphs of a text one by one, as a parser comes to them; `last` is what stands before the next."""

    def __init__(self) -> None:
        self.last = Before()
        self.begin()

    def begin(self) -> None:
        """A paragraph, or a table, of the text begins."""
        self._style, self._letters = "", 0
        self._heads = self._breaks = self._bold = False
        self._all_bold = True

    def tag(self, tag: str, given: dict[str, str], within: list[str]) -> None:
        """An element of it begins; `within` are the elements around it, the nearest last."""
        if tag == "w:r":
            self._bold = False
        elif tag == "w:b" and within[-2:] == ["w:r", "w:rPr"]:
            self._bold = _on(given)
        elif tag == "w:br" and given.get("w:type") == "page":
            self._breaks = True
        elif within[-1:] == ["w:pPr"]:
            if tag == "w:pStyle":
                self._style = given.get("w:val", "")
            elif tag in ("w:keepNext", "w:outlineLvl"):
                self._heads = self._heads or _leads(tag, given)

    def text(self, words: str) -> None:
        """Words of it."""
        if words.strip():
            self._letters += len(words.strip())
            self._all_bold = self._all_bold and self._bold
            self._breaks = False

    def end(self, tag: str) -> None:
        """It ends. Of a paragraph without words only the end of a page counts."""
        if tag in ("w:tbl", "w:sdt"):
            self.last = Before()
        elif tag == "w:p" and (self._letters or self._breaks):
            bold = self._all_bold and 0 < self._letters <= LONGEST_HEADING
            self.last = Before(self._style, self._heads or bold, self._breaks)


def begins_here(before: Before, styles: bytes) -> bool:
    """Whether the schedule belongs on the page of what stands `before` it: a heading of the host's, or a page that was ended."""
    return before.breaks or before.heads or _leading(styles, before.style)


def _leading(styles: bytes, style: str) -> bool:
    """Whether a paragraph of `style` stays with what follows, or stands in the outline of the document."""
    based: dict[str, str] = {}
    said: dict[str, bool] = {}
    now = ""

    def begin(tag: str, given: dict[str, str]) -> None:
        nonlocal now
        if tag == "w:style":
            now = given.get("w:styleId", "")
        elif tag == "w:basedOn":
            based[now] = given.get("w:val", "")
        elif tag in ("w:keepNext", "w:outlineLvl"):
            said[now] = said.get(now, False) or _leads(tag, given)

    parser = ParserCreate()
    parser.StartElementHandler = begin
    parser.Parse(styles, True)
    seen: set[str] = set()
    while style and style not in seen:
        if style in said:
            return said[style]
        seen.add(style)
        style = based.get(style, "")
    return False


def _leads(tag: str, given: dict[str, str]) -> bool:
    """Whether a property keeps a paragraph with the next, or puts it into the outline; level 9 is plain text."""
    return given.get("w:val") != "9" if tag == "w:outlineLvl" else _on(given)


def _on(given: dict[str, str]) -> bool:
    return given.get("w:val", "1") not in _OFF
