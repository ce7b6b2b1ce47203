"""Reads and changes Word documents for the tests, with lxml and with no code of the writer."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"


def parts_of(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_part(document: bytes, name: str, data: bytes) -> bytes:
    return packed({**parts_of(document), name: data})


def root_of(document: bytes, name: str = DOCUMENT) -> Any:
    return etree.fromstring(parts_of(document)[name])


def with_root(document: bytes, root: Any, name: str = DOCUMENT) -> bytes:
    return with_part(
        document, name, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    )


def val(element: Any, path: str = "", name: str = "val") -> str:
    for step in path.split("/") if path else ():
        element = None if element is None else element.find(W + step)
    return "" if element is None else element.get(W + name, "")


def style_of(paragraph: Any) -> str:
    return val(paragraph, "pPr/pStyle")


def text_of(element: Any) -> str:
    """The words of an element as a reader sees them: breaks and tabs are characters."""
    signs = {W + "t": None, W + "br": "\n", W + "tab": "\t", W + "cr": "\r"}
    return "".join(
        (e.text or "") if signs[e.tag] is None else signs[e.tag]
        for e in element.iter(*signs)
        if e.getparent().tag == W + "r"
    )


class Field(NamedTuple):
    """A reference field: its bookmark, its switch, and what it shows."""

    bookmark: str
    switch: str
    shown: str


def references(document: bytes) -> list[Field]:
    """The REF fields of the document in order."""
    return [
        Field(*_target(words), "".join(t.text or "" for t in shown))
        for words, shown in _fields(root_of(document))
    ]


def _target(words: str) -> tuple[str, str]:
    match = re.search(r"REF\s+(\S+).*?\\([wnr])\b", words)
    assert match, words
    return match[1], match[2]


def _fields(root: Any) -> Iterator[tuple[str, list[Any]]]:
    """The instruction and the text elements of the result of each REF field."""
    open_: list[list[Any]] = []
    for element in root.iter(W + "fldChar", W + "instrText", W + "t"):
        kind = val(element, "", "fldCharType") if element.tag == W + "fldChar" else ""
        if kind == "begin":
            open_.append(["", [], False])
        elif kind == "separate":
            open_[-1][2] = True
        elif kind == "end":
            words, shown, _ = open_.pop()
            if words.split()[0] == "REF":
                yield words, shown
        elif element.tag == W + "instrText":
            open_[-1][0] += element.text or ""
        elif open_ and open_[-1][2]:
            open_[-1][1].append(element)


def falsified(document: bytes) -> bytes:
    """A copy in which every reference shows ZZ."""
    root = root_of(document)
    for _, shown in _fields(root):
        for element in shown:
            element.text = "ZZ"
    return with_root(document, root)


class Numbers:
    """What Word's lists count, worked out from the styles and lists of a document and nothing else."""

    def __init__(self, document: bytes) -> None:
        self.lists: dict[str, dict[int, tuple[str, str]]] = {}
        numbering = root_of(document, NUMBERING)
        abstract = {val(a, "", "abstractNumId"): a for a in numbering.iter(W + "abstractNum")}
        for num in numbering.iter(W + "num"):
            levels = abstract[val(num, "abstractNumId")].iter(W + "lvl")
            self.lists[val(num, "", "numId")] = {
                int(val(level, "", "ilvl")): (val(level, "numFmt"), val(level, "lvlText")) for level in levels
            }
        self.styles = {
            val(style, "", "styleId"): (val(style, "pPr/numPr/numId"), int(val(style, "pPr/numPr/ilvl") or 0))
            for style in root_of(document, STYLES).iter(W + "style")
            if val(style, "pPr/numPr/numId")
        }
        self.own: dict[Any, str] = {}
        self.full: dict[Any, str] = {}
        self.root = root_of(document)
        self._count()

    def _count(self) -> None:
        counts = {number: [0] * 9 for number in self.lists}
        for paragraph in self.root.iter(W + "p"):
            number, level = self.styles.get(style_of(paragraph), ("", 0))
            if not number:
                continue
            counts[number][level] += 1
            counts[number][level + 1 :] = [0] * (8 - level)
            levels = self.lists[number]
            shown = [self._shown(levels, counts[number], k) for k in range(level + 1)]
            self.own[paragraph] = shown[level]
            start = max((k for k in range(level + 1) if "%1" in levels[k][1]), default=0)
            self.full[paragraph] = "".join(text.rstrip(".") for text in shown[start:])

    def _shown(self, levels: dict[int, tuple[str, str]], counts: list[int], level: int) -> str:
        return re.sub(
            r"%(\d)", lambda m: _written(levels[int(m[1]) - 1][0], counts[int(m[1]) - 1]), levels[level][1]
        )

    def expected(self) -> list[Field]:
        """Every reference as it should show, from where its bookmark stands now."""
        at = {val(mark, "", "name"): mark for mark in self.root.iter(W + "bookmarkStart")}
        out = []
        for words, _ in _fields(self.root):
            name, switch = _target(words)
            paragraph = next(at[name].iterancestors(W + "p"))
            number = self.full[paragraph] if switch == "w" else self.own[paragraph].rstrip(".")
            out.append(Field(name, switch, number))
        return out


def _written(kind: str, n: int) -> str:
    if kind == "lowerLetter":
        return chr(96 + n)
    if kind == "lowerRoman":
        return ("i", "ii", "iii", "iv", "v")[n - 1]
    return str(n)


def _span(root: Any, name: str) -> tuple[Any, int, int]:
    """The body, and the first and last of its children that the bookmark `name` touches."""
    start = next(e for e in root.iter(W + "bookmarkStart") if val(e, "", "name") == name)
    end = next(e for e in root.iter(W + "bookmarkEnd") if val(e, "", "id") == val(start, "", "id"))
    body = root.find(W + "body")
    places = [next(n for n, child in enumerate(body) if mark in child.iter()) for mark in (start, end)]
    return body, places[0], places[1]


def without_clause(document: bytes, name: str) -> bytes:
    """A copy without the paragraphs and tables from the start to the end of the bookmark `name`."""
    root = root_of(document)
    body, first, last = _span(root, name)
    for child in list(body)[first : last + 1]:
        body.remove(child)
    return with_root(document, root)


def with_clause_last(document: bytes, name: str) -> bytes:
    """A copy in which the clause inside the bookmark `name` stands behind all others, before the signatures."""
    root = root_of(document)
    body, first, last = _span(root, name)
    moved = list(body)[first : last + 1]
    signatures = [p for p in body.findall(W + "p") if style_of(p) == "Heading1"][-1]
    for element in moved:
        signatures.addprevious(element)
    return with_root(document, root)


def with_paragraphs_after(document: bytes, name: str, paragraphs: tuple[tuple[str, str], ...]) -> bytes:
    """A copy with plain paragraphs (style, words) behind what the bookmark `name` surrounds."""
    root = root_of(document)
    body, _, last = _span(root, name)
    for n, paragraph in enumerate(paragraphs, 1):
        body.insert(last + n, _paragraph(*paragraph))
    return with_root(document, root)


def with_paragraph_before(document: bytes, words: str, style: str, new: str) -> bytes:
    """A copy with a plain paragraph in front of the one that begins with `words`."""
    root = root_of(document)
    found = [p for p in root.iter(W + "p") if style_of(p) == style and text_of(p).startswith(words)]
    assert len(found) == 1, words
    found[0].addprevious(_paragraph(style, new))
    return with_root(document, root)


def _paragraph(style: str, words: str) -> Any:
    paragraph = etree.Element(W + "p")
    etree.SubElement(etree.SubElement(paragraph, W + "pPr"), W + "pStyle").set(W + "val", style)
    etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t").text = words
    return paragraph
