"""The text of one file, and the places in it."""

import re
from functools import cached_property

from contract_builder.model.base import Frozen
from contract_builder.model.diagnostic import Diagnostic, Place

MAX_BYTES = 1_000_000
_NEW_LINE = re.compile(r"\r\n?")
_NOT_XML = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
"""What no XML 1.0 document may hold."""
_ILLEGAL_ANYWHERE = re.compile(f"[{_NOT_XML}]")
_ILLEGAL = re.compile(
    f"[{_NOT_XML}"
    "\x7f-\x9f"  # what a terminal may obey
    "\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"  # what makes a text read otherwise than it is written
)
_MOST_REPORTED = 20


class Source(Frozen, frozen=True, dict=True):
    """The text of one file. Lines end in `\\n`, whatever the file's own line ends are."""

    file: str
    text: str
    any_text: bool = False
    """Whether it holds somebody's own words, as a brief does: these may hold whatever a Word file may."""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines, without their ends."""
        return tuple(self.text.split("\n"))

    def line(self, number: int) -> str:
        """Line `number`, counted from 1; empty if there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def place(self, line: int, column: int = 1, length: int = 1) -> Place:
        """The place at `line` and `column`, counted from 1, with the line's text. `length` is in characters."""
        return Place(self.file, line, column, max(1, length), visible(self.line(line)))

    def place_of(self, words: str, line: int) -> Place:
        """The place where `words` first stand in `line`; the first character of the line if they do not."""
        text = self.line(line)
        column = text.find(words) + 1 if words else 0
        if column:
            return self.place(line, column, len(words))
        stripped = text.strip()
        return self.place(line, len(text) - len(text.lstrip()) + 1, len(stripped))


def decode(data: bytes, file: str, any_text: bool = False) -> tuple[Source | None, list[Diagnostic]]:
    """The text of `data`, named `file` in messages; or none, with what is wrong with it.

    A byte order mark and `\\r\\n` line ends are accepted. Refused: files over `MAX_BYTES`, anything but UTF-8,
    and characters that no Word file may hold; and, unless `any_text`, those that a terminal obeys, or that hide
    or turn round what is written.
    """
    if len(data) > MAX_BYTES:
        return None, [too_large(file)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(data, error.start, file)]
    source = Source(file, _NEW_LINE.sub("\n", text) if "\r" in text else text, any_text)
    illegal = _ILLEGAL_ANYWHERE if any_text else _ILLEGAL
    found = [
        illegal_character(m.group(), _place_at(source, m.start())) for m in illegal.finditer(source.text)
    ]
    return (None if found else source), found[:_MOST_REPORTED]


def too_large(file: str) -> Diagnostic:
    """The Diagnostic for a file that is longer than `MAX_BYTES`."""
    words = f"the file is larger than {MAX_BYTES:,} bytes"
    return Diagnostic("file-too-large", Place(file), words, "Split it into smaller files.")


def illegal_in(text: str, any_text: bool = False) -> str:
    """The first character of `text` that is refused (see `decode`); empty if there is none."""
    found = (_ILLEGAL_ANYWHERE if any_text else _ILLEGAL).search(text)
    return found.group() if found else ""


def visible(text: str) -> str:
    """`text` with a replacement character for each that is not safe to print on a terminal."""
    return _ILLEGAL.sub("\ufffd", text)


def illegal_character(character: str, place: Place) -> Diagnostic:
    """The Diagnostic for `character`, which may stand in no Word file, at `place`."""
    message = f"the character U+{ord(character):04X} ({_kind_of(ord(character))}) cannot stand in a document"
    return Diagnostic(
        "illegal-character", place, message, "Delete it; it is invisible and often comes from copying."
    )


def _kind_of(code: int) -> str:
    if code == 0:
        return "NUL"
    if code < 0x20 or 0x7F <= code < 0xA0:
        return "a control character"
    if 0x202A <= code < 0x2070 or code > 0xFFFF:
        return "a mark that hides or turns round what is written"
    return "half of a character" if code < 0xE000 else "not a character"


def _place_at(source: Source, index: int) -> Place:
    start = source.text.rfind("\n", 0, index) + 1
    return source.place(source.text.count("\n", 0, index) + 1, index - start + 1)


def _not_utf8(data: bytes, index: int, file: str) -> Diagnostic:
    hint = "Save the file again as UTF-8 (in Notepad: Save as, then Encoding: UTF-8)."
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Diagnostic("not-utf-8", Place(file, 1, 1), "the file is saved as UTF-16, not as UTF-8", hint)
    start = data.rfind(b"\n", 0, index) + 1
    end = data.find(b"\n", index)
    text = data[start : end if end >= 0 else len(data)].decode("utf-8", "replace").rstrip("\r")
    column = len(data[start:index].decode("utf-8", "replace")) + 1
    place = Place(file, data.count(b"\n", 0, index) + 1, column, 1, visible(text))
    return Diagnostic("not-utf-8", place, f"the byte 0x{data[index]:02X} is not UTF-8", hint)
