"""Lint of document properties and of pictures: what programs and screen readers are told in words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.render.docx.lint.read import OFF, Document, W, fault, finding, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_VML = "{urn:schemas-microsoft-com:vml}"
_PROGRAM = "contract-builder"
_SETTINGS = "word/settings.xml"
_NAMES = (
    ("core-properties", _DUBLIN + "creator", "author"),
    ("core-properties", _CORE + "lastModifiedBy", "last person who saved it"),
    ("extended-properties", _APP + "Manager", "manager"),
    ("extended-properties", _APP + "Company", "firm"),
)


def property_faults(document: Document) -> Iterator[Diagnostic]:
    """A title that is missing, a prompt on opening, and people and firms that are named."""
    settings = document.root(_SETTINGS)
    asks = None if settings is None else settings.find(W + "updateFields")
    if asks is not None and value(asks) not in OFF:
        yield finding(
            "asks-on-opening", Place(_SETTINGS), "The document asks Word to update its fields when it is opened.",
            "Take w:updateFields out of the settings; update the fields once with Ctrl+A and F9.",
        )  # fmt: skip
    name, core = _part(document, "core-properties")
    if not _words(core, _DUBLIN + "title"):
        yield finding(
            "property-missing", Place(name), "The properties state no title.",
            "In Word: File, Info, Title.",
        )  # fmt: skip
    for kind, tag, what in _NAMES:
        part, root = _part(document, kind)
        who = _words(root, tag)
        if who and who != _PROGRAM:
            yield finding(
                "person-named", Place(part), f"The properties name the {what}: {who!r}.",
                "In Word: File, Info, Check for Issues, Inspect Document, and remove the properties; keep the title.",
            )  # fmt: skip


def _part(document: Document, kind: str) -> "tuple[str, Element | None]":
    """The part that the package calls its `kind`, and its name."""
    links = document.root("_rels/.rels")
    for link in () if links is None else links:
        if str(link.get("Type", "")).endswith("/" + kind):
            name = str(link.get("Target", "")).lstrip("/")
            return name, document.root(name)
    return "docProps", None


def _words(root: "Element | None", tag: str) -> str:
    return "" if root is None else (root.findtext(tag) or "").strip()


def picture_faults(document: Document) -> Iterator[Diagnostic]:
    """Pictures without alternative text that are not marked as decoration."""
    for part, root in document.stories:
        for drawing in root.iter(W + "drawing"):
            said = next(drawing.iter(_DRAWING + "docPr"), None)
            holds_text = next(drawing.iter(W + "txbxContent"), None) is not None
            if said is not None and not holds_text and not _said(said):
                yield _no_words(part, drawing)
        for image in root.iter(_VML + "imagedata"):
            shape = image.getparent()
            if shape is not None and not shape.get("alt", "").strip():
                yield _no_words(part, image)


def _said(properties: "Element") -> bool:
    if any(properties.get(name, "").strip() for name in ("descr", "title")):
        return True
    mark = next(properties.iter(_DECORATIVE), None)
    return mark is not None and mark.get("val", "") in ("1", "true")


def _no_words(part: str, at: "Element") -> Diagnostic:
    return fault(
        "picture-no-words", part, at, "A picture has no alternative text.",
        "In Word: right-click it, View Alt Text, and say what it shows, or mark it as decorative.",
    )  # fmt: skip
