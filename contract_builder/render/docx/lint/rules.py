"""Lint of Word documents: what validators pass, and Word, its reader or the Council's lawyer stumbles on."""

from collections.abc import Callable, Iterator

from contract_builder.errors import UsageError
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.render.docx.lint.colour import colour_faults
from contract_builder.render.docx.lint.fields import field_faults, reference_faults
from contract_builder.render.docx.lint.leftovers import (
    change_faults,
    comment_faults,
    look_faults,
    word_faults,
)
from contract_builder.render.docx.lint.names import bookmark_faults, control_faults
from contract_builder.render.docx.lint.properties import picture_faults, property_faults
from contract_builder.render.docx.lint.read import DOCUMENT, Document, finding, read
from contract_builder.render.docx.lint.styles import list_faults, style_faults
from contract_builder.render.docx.lint.text import (
    deletion_faults,
    heading_faults,
    language_faults,
    table_faults,
)
from contract_builder.render.docx.package import unpack

_MACROS = ("vbaproject", "vbadata", "activex/", "embeddings/oleobject")
_LINK = "/relationships/hyperlink"


def lint(document: bytes) -> tuple[Diagnostic, ...]:
    """Everything wrong in `document`, the bytes of a .docx file; nothing if it is as it should be.

    The place of a fault is a part of the package, with the words of the paragraph in `text`. Nothing is raised.
    """
    try:
        parts = unpack(document)
    except UsageError as error:
        return (finding("docx-unreadable", Place(""), str(error), error.hint),)
    package, broken = read(parts)
    found = [*broken, *_package_faults(package)]
    if DOCUMENT not in package.roots:
        return (*found, _no_document(broken))
    return (*found, *(fault for rule in _RULES for fault in rule(package)))


_RULES: tuple[Callable[[Document], Iterator[Diagnostic]], ...] = (
    field_faults,
    reference_faults,
    bookmark_faults,
    control_faults,
    list_faults,
    style_faults,
    heading_faults,
    table_faults,
    deletion_faults,
    language_faults,
    property_faults,
    picture_faults,
    colour_faults,
    word_faults,
    comment_faults,
    change_faults,
    look_faults,
)


def _no_document(broken: list[Diagnostic]) -> Diagnostic:
    what = "cannot be read" if any(d.place.file == DOCUMENT for d in broken) else "is missing"
    return finding(
        "docx-no-document", Place(DOCUMENT), f"The text of the document {what}.", "Save it from Word."
    )


def _package_faults(package: Document) -> Iterator[Diagnostic]:
    """Macros, and what would be fetched from elsewhere."""
    for name, root in package.roots.items():
        if name == "[Content_Types].xml":
            kinds = [kind.get("ContentType", "") for kind in root]
            if any("macroEnabled" in kind for kind in kinds):
                yield finding(
                    "macros", Place(name), "The document may run macros.", "Save it as .docx, which cannot."
                )
        if not name.endswith(".rels"):
            continue
        for link in root:
            if link.get("TargetMode") != "External":
                continue
            kind, target = link.get("Type", ""), link.get("Target", "")
            yield finding(
                "external-relationship",
                Place(name, text=target),
                f"The document refers to {target!r}, outside the file ({kind.rpartition('/')[2]}).",
                "Take the link out."
                if kind.endswith(_LINK)
                else "Word would fetch it; embed it or take it out.",
            )
    for name in package.names:
        if any(mark in name.lower() for mark in _MACROS):
            yield finding("macros", Place(name), "The document holds a program.", "Take it out.")
