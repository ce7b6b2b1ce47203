"""The shell around the body: title block, header and footer with names in braces, and a marker for the body.

A base document is data. `{{ name }}` in its text is all that it may ask for: nothing in it is compiled
or run, so there is no template language to escape from.
"""

import re
from functools import lru_cache
from xml.parsers.expat import ParserCreate

from contract_builder.errors import UsageError
from contract_builder.render.docx import hostile, properties
from contract_builder.render.docx.package import unpack
from contract_builder.render.docx.styles import STYLE_IDS
from contract_builder.render.docx.text import inside_text

MARKER = "@@BODY@@"
NAMES = ("title", "subject", "reference", "status", "reference_line", "library_line")
"""What a base document may ask for."""
_DOCUMENT = "word/document.xml"
_NEEDED = ("[Content_Types].xml", "_rels/.rels", _DOCUMENT, "word/styles.xml", "word/numbering.xml")
_PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z_]\w*)\s*\}\}")
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_IN_TEXT = re.compile(r"<w:t(?: [^<>]*)?>[^<]*\Z")
_TRIMMED = re.compile(r"<w:t>(?=[^<]*\{\{)")
_MOST_PLACEHOLDERS, _MOST_TOLD = 200, 20


class Shell:
    """A base document made ready: its fixed parts, and those that take values, cut at the placeholders."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        """`parts` are those of the base document. Raises UsageError, with all that is wrong, if it cannot be used."""
        if faults := _faults(parts):
            raise UsageError("The base document cannot be used: " + " ".join(faults))
        fixed = {n: data for n, data in parts.items() if not _takes_values(n)}
        self.fixed = properties.declared(fixed)
        before, after = _around_marker(parts[_DOCUMENT])
        self._before, self._after = _pieces(before), _pieces(after)
        self._others = {
            n: _pieces(data.decode()) for n, data in parts.items() if _takes_values(n) and n != _DOCUMENT
        }

    def framed(self, values: dict[str, str]) -> tuple[bytes, dict[str, bytes]]:
        """The document part with `values` and only the marker in place of the body; and headers and footers, by name."""
        ready = {name: inside_text(value) for name, value in values.items()}
        parts = {name: _filled(pieces, ready).encode() for name, pieces in self._others.items()}
        marker = f"<w:p><w:r><w:t>{MARKER}</w:t></w:r></w:p>"
        return (_filled(self._before, ready) + marker + _filled(self._after, ready)).encode(), parts

    def fill(self, values: dict[str, str], body: str, cover: bool = True) -> dict[str, bytes]:
        """All parts, with `values`, one for each of NAMES, at the placeholders, and `body` at the marker.

        Without `cover`, what stands before the marker in the body is left out.
        """
        ready = {name: inside_text(value) for name, value in values.items()}
        parts = {name: _filled(pieces, ready).encode() for name, pieces in self._others.items()}
        before = _filled(self._before, ready)
        document = (
            (before if cover else before[: before.index(">", before.index("<w:body")) + 1])
            + body
            + _filled(self._after, ready)
        )
        return {**self.fixed, _DOCUMENT: document.encode(), **parts}


def _takes_values(name: str) -> bool:
    return name == _DOCUMENT or (name.startswith(("word/header", "word/footer")) and name.endswith(".xml"))


def _pieces(text: str) -> tuple[str, ...]:
    """`text` cut at its placeholders: fixed, name, fixed, name, …, fixed. Spaces at the ends of a value count."""
    return tuple(_PLACEHOLDER.split(_TRIMMED.sub('<w:t xml:space="preserve">', text)))


def _filled(pieces: tuple[str, ...], ready: dict[str, str]) -> str:
    return "".join(ready[piece] if n % 2 else piece for n, piece in enumerate(pieces))


def _faults(parts: dict[str, bytes]) -> list[str]:
    """Why these parts are no base document: a sentence each."""
    if missing := [name for name in _NEEDED if name not in parts]:
        return [f"It has no part {', '.join(missing)}."]
    found: list[str] = []
    for name, data in parts.items():
        problems = hostile.name_faults(name)
        if not problems and name.endswith((".xml", ".rels")):
            problems = hostile.xml_faults(name, data)
        if not problems and _takes_values(name):
            problems = [f"{name}: {problem}" for problem in _placeholder_faults(data.decode())]
        found += problems
    found = found[:_MOST_TOLD]
    if not found:
        found += _style_faults(parts["word/styles.xml"].decode()) + _marker_faults(parts[_DOCUMENT])
    return found


def _placeholder_faults(text: str) -> list[str]:
    found: list[str] = []
    if text.count("{{") > _MOST_PLACEHOLDERS:
        return [f"It holds more than {_MOST_PLACEHOLDERS} placeholders."]
    for match in _PLACEHOLDER.finditer(text):
        name = match[1]
        if name not in NAMES:
            from difflib import get_close_matches

            near = get_close_matches(name, NAMES, 1)
            hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(NAMES)}."
            found.append(f"There is no value {name!r}. {hint}")
        elif not _IN_TEXT.search(text[: match.start()]):
            found.append(f"{match[0]} does not stand in the text of a paragraph.")
    for match in _BRACES.finditer(_PLACEHOLDER.sub("", text)):
        found.append(
            f"Only {{{{ name }}}} may stand in braces; there is a {match[0]} that is something else."
        )
    return found


def _style_faults(styles: str) -> list[str]:
    missing = sorted(STYLE_IDS - set(re.findall(r'w:styleId="([^"]*)"', styles)))
    return [f"It has no style {', '.join(missing)}."] if missing else []


def _marker_faults(document: bytes) -> list[str]:
    try:
        before, after = _around_marker(document)
    except UsageError as error:
        return [str(error)]
    if MARKER in before + after:
        return [f"It must hold {MARKER} once."]
    return []


def _around_marker(document: bytes) -> tuple[str, str]:
    """`document` before and after the paragraph of the body that holds the marker and nothing else."""
    spans: list[tuple[int, int]] = []
    open_: list[str] = []
    words: list[str] = []
    start = 0
    parser = ParserCreate()

    def begin(name: str, _: dict[str, str]) -> None:
        nonlocal start
        open_.append(name)
        if open_ == ["w:document", "w:body", "w:p"]:
            start = parser.CurrentByteIndex
            words.clear()

    def end(name: str) -> None:
        if open_ == ["w:document", "w:body", "w:p"] and "".join(words).strip() == MARKER:
            spans.append((start, parser.CurrentByteIndex + len("</w:p>")))
        open_.pop()

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = words.append
    parser.Parse(document, True)
    if len(spans) != 1 or b"<w:sectPr" in document[slice(*spans[0])]:
        raise UsageError(f"{MARKER} must stand once, alone in a paragraph that ends no section.")
    return document[: spans[0][0]].decode(), document[spans[0][1] :].decode()


@lru_cache(maxsize=4)
def shell_of(document: bytes) -> Shell:
    """The shell of a base document, made ready once. Raises UsageError if it cannot be used."""
    return Shell(unpack(document))
