"""A Word document read for lint: its XML parts, and short ways to what stands in them."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.render.docx.lint.catalogue import RULES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
OFF = ("0", "false", "off")
"""What switches a property off that is there."""
_SHOWN = 60
_STORIES = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments")


class Document:
    """The parts of one document: `roots` by name where they are XML, and the `names` of all."""

    def __init__(self, names: tuple[str, ...], roots: "Mapping[str, Element]") -> None:
        self.names, self.roots = names, roots

    @property
    def stories(self) -> "Iterator[tuple[str, Element]]":
        """The parts that hold text, the document itself first."""
        wanted = [n for n in self.roots if n.startswith(_STORIES) and n.endswith(".xml")]
        for name in sorted(wanted, key=lambda n: (n != DOCUMENT, n)):
            yield name, self.roots[name]

    def root(self, name: str) -> "Element | None":
        """The part `name`, if there is one."""
        return self.roots.get(name)


def read(parts: Mapping[str, bytes]) -> tuple[Document, list[Diagnostic]]:
    """The document in `parts`, and what of it cannot be read. Nothing outside the file is touched."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    roots: dict[str, Element] = {}
    broken: list[Diagnostic] = []
    for name, data in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        problem = "declares a document type, which Word refuses"
        try:
            roots[name] = etree.fromstring(data, parser)
            if roots[name].getroottree().docinfo.internalDTD is None:
                continue
        except etree.XMLSyntaxError as error:
            problem = f"is not well-formed: {error}"
        broken.append(
            finding("docx-broken-part", Place(name), f"The part {problem}.", "Save it again from Word.")
        )
    return Document(tuple(parts), roots), broken


_PROPERTIES, _PROPERTIES_FIRST = ("pPr", "rPr"), (f"{W}p", f"{W}r")


def value(element: "Element | None", name: str = "val") -> str:
    """The attribute `w:name` of `element`; empty if there is none."""
    return "" if element is None else element.get(W + name, "")


def child(element: "Element | None", name: str) -> "Element | None":
    """The child `w:name`. The properties of a paragraph or a run stand first in it, and are looked for nowhere else:
    a paragraph of a hostile file may have a million children.
    """
    if element is None or element.tag not in _PROPERTIES_FIRST or name not in _PROPERTIES:
        return None if element is None else element.find(W + name)
    first = next(iter(element), None)
    return first if first is not None and first.tag == W + name else None


def child_value(element: "Element | None", path: str) -> str:
    """The `w:val` of a descendant: `path` holds local names, as in "pPr/numPr/numId"."""
    for name in path.split("/"):
        element = child(element, name)
    return value(element)


def paragraph_of(element: "Element") -> "Element | None":
    """The paragraph that `element` is in, or is."""
    return next((e for e in (element, *element.iterancestors()) if e.tag == W + "p"), None)


def words_of(element: "Element | None") -> str:
    """The text in `element`, shortened to what tells a reader where to look."""
    text = ""
    for word in () if element is None else element.iter(W + "t"):
        text += word.text or ""
        if len(text) > _SHOWN:  # a paragraph may hold the whole of a hostile file
            return text[: _SHOWN - 1] + "\u2026"
    return text


def fault(rule: str, part: str, where: "Element | None", message: str, hint: str) -> Diagnostic:
    """A Diagnostic at the paragraph of `where`: XML on one line has no lines to point at."""
    paragraph = None if where is None else paragraph_of(where)
    return finding(rule, Place(part, text=words_of(where if paragraph is None else paragraph)), message, hint)


def finding(rule: str, place: Place, message: str, hint: str) -> Diagnostic:
    """A Diagnostic of the level that the catalogue gives to `rule`."""
    return Diagnostic(rule, place, message, hint, RULES[rule].level)
