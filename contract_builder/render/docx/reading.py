"""A part of a Word file as paragraphs: words, references, bookmarks, and the hidden ranges that they stand in.

The file may come from anywhere. Expat reads it and nothing is fetched; a document type, another encoding
than UTF-8, too many tags and too deep a nesting are refused, by the limits of `hostile`.
"""

from xml.parsers.expat import ExpatError, ParserCreate

from contract_builder.errors import UsageError
from contract_builder.model.base import Frozen
from contract_builder.render.docx.hostile import DEEPEST, MOST_TAGS

RANGE = "_cl_"
"""What the names of the bookmarks around clauses, schedules and other parts begin with."""
REFERENCE = "\0"
"""Stands before and after the bookmark of a reference in `Paragraph.words`; no XML can hold it."""
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The names of Word's own elements, in files of both kinds that it writes."""
_SIGNS = {"br": " ", "tab": " ", "cr": " ", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_GONE = frozenset(("del", "moveFrom"))
"""Tracked deletions: a reader who accepts all changes sees nothing of them."""
_TRACKED = frozenset(("ins", "del", "moveFrom", "moveTo"))


class Reference(Frozen, frozen=True):
    """A reference as it stands in a document."""

    bookmark: str
    switches: str
    """What of its target it shows: "w" is the full number, "n" the paragraph's own."""
    shown: str


class Paragraph(Frozen, frozen=True):
    """One paragraph, all tracked changes accepted."""

    style: str
    words: str
    """With the bookmark, not the number, of each reference; spaces of any kind are single spaces."""
    shown: str
    """As a reader sees it, but for the numbers that lists count."""
    lists: tuple[str, str]
    """The id and the level of the list that the paragraph itself names; "" for none."""
    range: str
    """The hidden range that it stands in, the one that began last; "" for none."""
    begins: tuple[str, ...]
    """The bookmarks that begin in it."""
    references: tuple[Reference, ...]
    contents: bool
    """It is a line of a contents table."""
    tracked: bool
    """It holds tracked changes."""


def read_paragraphs(data: bytes, name: str = "word/document.xml") -> tuple[Paragraph, ...]:
    """The paragraphs of the part `data`, those of text boxes and cells among them. Raises UsageError."""
    if data.count(b"<") > MOST_TAGS:
        raise UsageError(f"{name} is too large to be read.")
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except (ExpatError, ValueError) as error:
        raise UsageError(f"{name} cannot be read: {error}.", "Save it again from Word.") from error
    return tuple(reader.done)


class _Open:
    """A paragraph that has begun."""

    def __init__(self) -> None:
        self.style, self.lists = "", ["", ""]
        self.words: list[str] = []
        self.shown: list[str] = []
        self.range = ""
        self.begins: list[str] = []
        self.references: list[Reference] = []
        self.contents = self.tracked = False


class _Field:
    """A field that has begun: its instruction, whether its result has, and what it shows."""

    def __init__(self, instruction: str = "", result: bool = False) -> None:
        self.instruction, self.result = instruction, result
        self.shown: list[str] = []

    @property
    def kind(self) -> str:
        """The first word of the instruction: REF, TOC."""
        return (self.instruction.split() or [""])[0].upper()


class _Reader:
    def __init__(self) -> None:
        self.done: list[Paragraph] = []
        self._open: list[_Open] = []
        self._fields: list[_Field] = []
        self._within: list[str] = []
        self._marks: dict[str, str] = {}
        self._gone = self._contents = 0
        self._ended_controls: list[int] = []
        self.parser = ParserCreate(namespace_separator=" ")  # a part may call its elements by any prefix
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._begin, self._end
        self.parser.CharacterDataHandler = self._characters

    def _doctype(self, *_: object) -> None:
        raise ValueError("it declares a document type")

    def _declaration(self, _: str, encoding: str | None, __: int) -> None:
        if (encoding or "utf-8").lower() != "utf-8":
            raise ValueError("it is not in UTF-8")

    def _begin(self, tag: str, all_attributes: dict[str, str]) -> None:
        space, _, local = tag.rpartition(" ")
        attributes = {name.rpartition(" ")[2]: said for name, said in all_attributes.items()}
        self._within.append(local)
        if len(self._within) > DEEPEST:
            raise ValueError("it is nested too deep")
        if local == "p" and space in _WORD:
            self._open.append(_Open())
        elif local in ("bookmarkStart", "bookmarkEnd"):
            self._bookmark(local, attributes)
        elif local == "docPartGallery" and attributes.get("val") == "Table of Contents":
            self._contents += 1
            self._ended_controls.append(self._control())
        elif local in _TRACKED:
            self._gone += local in _GONE
            if self._open:
                self._open[-1].tracked = True
        elif self._open and not self._gone:
            self._inside(local, attributes)

    def _control(self) -> int:
        """How deep the content control is that holds the properties which were begun last."""
        return len(self._within) - 1 - self._within[::-1].index("sdt") if "sdt" in self._within else 0

    def _bookmark(self, local: str, attributes: dict[str, str]) -> None:
        number, name = attributes.get("id", ""), attributes.get("name", "")
        if local == "bookmarkEnd":
            self._marks.pop(number, None)
            return
        if self._open:
            self._open[-1].begins.append(name)
        if name.startswith(RANGE):
            self._marks[number] = name
            if self._open:
                self._open[-1].range = name

    def _inside(self, local: str, attributes: dict[str, str]) -> None:
        paragraph, value = self._open[-1], attributes.get("val", "")
        if local == "pStyle":
            paragraph.style = value
        elif local in ("numId", "ilvl"):
            paragraph.lists[local == "ilvl"] = value
        elif local in _SIGNS and self._within[-2:-1] == ["r"]:  # a tab stop is another element of this name
            self._say(_SIGNS[local])
        elif local == "fldChar":
            self._field(attributes.get("fldCharType", ""))
        elif local == "fldSimple":
            self._fields.append(_Field(attributes.get("instr", ""), True))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            self._end_field(self._fields.pop())

    def _end_field(self, field: _Field) -> None:
        words = field.instruction.split()
        if field.kind != "REF" or len(words) < 2 or not self._open:
            return
        shown = "".join(field.shown)
        switches = next((w[1:] for w in words[2:] if w in ("\\w", "\\n", "\\r")), "")
        self._open[-1].references.append(Reference(words[1], switches, shown))
        self._say(f"{REFERENCE}{words[1]}{REFERENCE}", shown)

    def _end(self, tag: str) -> None:
        local = self._within.pop()
        if local == "p" and tag.rpartition(" ")[0] in _WORD:
            self._flush(self._open.pop())
        elif local in _GONE:
            self._gone -= 1
        elif local == "sdt" and self._ended_controls and len(self._within) <= self._ended_controls[-1]:
            self._ended_controls.pop()
            self._contents -= 1
        elif local == "fldSimple" and self._fields:
            self._end_field(self._fields.pop())

    def _flush(self, p: _Open) -> None:
        contents = p.contents or self._contents > 0
        words, shown = " ".join("".join(p.words).split()), " ".join("".join(p.shown).split())
        self.done.append(
            Paragraph(p.style, words, shown, (p.lists[0], p.lists[1]), p.range, tuple(p.begins),
                      tuple(p.references), contents, p.tracked)
        )  # fmt: skip

    def _characters(self, text: str) -> None:
        local = self._within[-1]
        if local == "instrText" and self._fields and not self._fields[-1].result:
            self._fields[-1].instruction += text
        elif local == "t" and self._open and not self._gone:
            self._say(text)

    def _say(self, words: str, shown: str = "") -> None:
        """Words of the paragraph that is open, or of the reference in it."""
        paragraph = self._open[-1]
        if self._marks and not paragraph.range:
            paragraph.range = next(reversed(self._marks.values()))
        for field in self._fields:
            if field.kind == "TOC":
                paragraph.contents = True
            elif field.result and field.kind == "REF":
                field.shown.append(shown or words)
                return
            elif field.result and field.kind in ("PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES"):
                return
        paragraph.words.append(words)
        paragraph.shown.append(shown or words)
