"""Lint of fields: each is whole, in one place, and points at a bookmark that is there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contract_builder.model.diagnostic import Diagnostic
from contract_builder.render.docx.lint.read import Document, W, fault, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CONTAINERS = {
    W + name for name in ("tc", "txbxContent", "footnote", "endnote", "comment", "body", "hdr", "ftr")
}
_POINTS = ("REF", "PAGEREF", "NOTEREF")
_REDO = "Make the field again, or update it in Word."


class _Open:
    """A field that has begun."""

    def __init__(self, begin: "Element") -> None:
        self.begin = begin
        self.instruction = ""
        self.separated = False


def field_faults(document: Document) -> Iterator[Diagnostic]:
    """Fields without their three parts in order, and those that begin in one place and end in another."""
    for part, root in document.stories:
        yield from _walk(part, root, [])


def reference_faults(document: Document) -> Iterator[Diagnostic]:
    """References and links to a bookmark that is not there."""
    names = {value(b, "name") for _, root in document.stories for b in root.iter(W + "bookmarkStart")}
    for part, root in document.stories:
        targets: list[tuple[str, Element]] = []
        for _ in _walk(part, root, targets):
            pass
        targets += [
            (value(link, "anchor"), link) for link in root.iter(W + "hyperlink") if value(link, "anchor")
        ]
        for simple in root.iter(W + "fldSimple"):
            targets += [(name, simple) for name in _pointed_at(value(simple, "instr"))]
        for name, at in targets:
            if name not in names:
                yield fault(
                    "reference-to-nothing", part, at, f"A reference points at the bookmark {name!r}, which is not there.",
                    "Point it at a bookmark of this document.",
                )  # fmt: skip


def _pointed_at(instruction: str) -> list[str]:
    words = instruction.split()
    return [words[1]] if len(words) > 1 and words[0].upper() in _POINTS else []


def _walk(part: str, root: "Element", targets: "list[tuple[str, Element]]") -> Iterator[Diagnostic]:
    """The faults of all fields of one part; `targets` gets the bookmarks that they point at."""
    open_: list[_Open] = []
    for element in root.iter(W + "fldChar", W + "instrText"):
        if element.tag == W + "instrText":
            if not open_ or open_[-1].separated:
                yield fault(
                    "field-instruction", part, element, "An instruction stands outside a field.", _REDO
                )
            else:
                open_[-1].instruction += element.text or ""
            continue
        kind = value(element, "fldCharType")
        if kind == "begin":
            open_.append(_Open(element))
        elif not open_:
            yield fault(
                "field-not-begun", part, element, f"A field has its {kind!r} and no beginning.", _REDO
            )
        elif kind == "separate":
            if open_[-1].separated:
                yield fault("field-not-ended", part, open_[-1].begin, "A field has no end.", _REDO)
                open_.pop()
            else:
                open_[-1].separated = True
        else:
            done = open_.pop()
            targets += [(name, done.begin) for name in _pointed_at(done.instruction)]
            yield from _ended(part, done, element)
    for left in open_:
        yield fault("field-not-ended", part, left.begin, "A field has no end.", _REDO)


def _ended(part: str, field: _Open, end: "Element") -> Iterator[Diagnostic]:
    what = field.instruction.split()[0] if field.instruction.split() else "field"
    if not field.separated:
        yield fault("field-no-result", part, end, f"A {what} field has no result: Word shows nothing.", _REDO)
    if _container(field.begin) is not _container(end):
        yield fault(
            "field-across", part, field.begin, f"A {what} field begins in one place and ends in another.",
            "Begin and end it in the same text.",
        )  # fmt: skip


def _container(element: "Element") -> "Element | None":
    return next((e for e in element.iterancestors() if e.tag in _CONTAINERS), None)
