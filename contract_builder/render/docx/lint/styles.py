"""Lint of styles and lists: each is declared, and each level of a list belongs to one style."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contract_builder.model.diagnostic import Diagnostic
from contract_builder.render.docx.lint.read import (
    NUMBERING,
    STYLES,
    Document,
    W,
    child_value,
    fault,
    value,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_USES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_NO_LIST = "0"


def styles_of(document: Document) -> "dict[str, Element]":
    """The styles by id."""
    root = document.root(STYLES)
    return {} if root is None else {value(s, "styleId"): s for s in root.iter(W + "style")}


def list_faults(document: Document) -> Iterator[Diagnostic]:
    """Lists that are not there, and levels that two styles claim."""
    root = document.root(NUMBERING)
    lists = (
        {}
        if root is None
        else {value(n, "numId"): child_value(n, "abstractNumId") for n in root.iter(W + "num")}
    )
    known = set() if root is None else {value(a, "abstractNumId") for a in root.iter(W + "abstractNum")}
    for number, abstract in lists.items():
        if abstract not in known:
            yield fault(
                "list-undefined", NUMBERING, None, f"The list {number} is made from {abstract!r}, which is not there.",
                "Declare the abstract list.",
            )  # fmt: skip
    parts = [*document.stories, (STYLES, document.root(STYLES))]
    for part, tree in parts:
        for used in () if tree is None else tree.iter(W + "numId"):
            if value(used) not in lists and value(used) != _NO_LIST:
                yield fault(
                    "list-undefined", part, used, f"The list {value(used)!r} is not there: Word prints no number.",
                    "Use a list that the document declares.",
                )  # fmt: skip
    yield from _levels(document, lists)


def _levels(document: Document, lists: dict[str, str]) -> Iterator[Diagnostic]:
    """A level has one style and a style has one level, and both say so."""
    claims: dict[tuple[str, str], list[str]] = {}
    for id_, style in styles_of(document).items():
        number = child_value(style, "pPr/numPr/numId")
        if value(style, "type") == "paragraph" and number not in ("", _NO_LIST):
            level = child_value(style, "pPr/numPr/ilvl") or "0"
            claims.setdefault((lists.get(number, ""), level), []).append(id_)
    root = document.root(NUMBERING)
    bound: dict[tuple[str, str], str] = {}
    for abstract in () if root is None else root.iter(W + "abstractNum"):
        for level_ in abstract.iter(W + "lvl"):
            if style_ := child_value(level_, "pStyle"):
                bound[value(abstract, "abstractNumId"), value(level_, "ilvl")] = style_
    for (abstract_id, level), names in claims.items():
        if len(names) > 1:
            yield fault(
                "list-level-shared", STYLES, None,
                f"Level {level} of list {abstract_id} belongs to the styles {', '.join(names)}.",
                "Word binds a level to one style, and the numbers of the others go wrong.",
            )  # fmt: skip
    for key in sorted(claims.keys() | bound.keys()):
        if bound.get(key) and bound[key] not in claims.get(key, []):
            yield fault(
                "list-level-unbound", NUMBERING, None,
                f"Level {key[1]} of list {key[0]} names the style {bound[key]}, which is not of that level.",
                "Give the style the list and level.",
            )  # fmt: skip


def style_faults(document: Document) -> Iterator[Diagnostic]:
    """Styles that are used and not declared, and those that take over numbers without a word."""
    styles = styles_of(document)
    for part, root in document.stories:
        for use, kind in _USES.items():
            for at in root.iter(W + use):
                declared = styles.get(value(at))
                if declared is None or value(declared, "type") != kind:
                    yield fault(
                        "style-undefined", part, at, f"There is no {kind} style {value(at)!r}.",
                        "Word falls back to Normal; use a style that the document declares.",
                    )  # fmt: skip
    for id_, style in styles.items():
        if value(style, "type") != "paragraph":
            continue
        parent = child_value(style, "basedOn")
        if parent and parent not in styles:
            yield fault(
                "style-undefined", STYLES, None, f"The style {id_} is based on {parent!r}, which is not there.",
                "Base it on Normal.",
            )  # fmt: skip
        if style.find(f"{W}pPr/{W}numPr") is None and (numbered := _numbered_above(id_, styles)):
            yield fault(
                "style-inherits-numbers", STYLES, None, f"The style {id_} takes its numbers from {numbered}.",
                'Say which list it belongs to, or <w:numId w:val="0"/>: each paragraph in it counts.',
            )  # fmt: skip


def _numbered_above(id_: str, styles: "dict[str, Element]") -> str:
    """The style whose list `id_` inherits; empty if there is none."""
    seen = {id_}
    parent = child_value(styles[id_], "basedOn")
    while parent in styles and parent not in seen:
        seen.add(parent)
        number = child_value(styles[parent], "pPr/numPr/numId")
        if number:
            return "" if number == _NO_LIST else parent
        parent = child_value(styles[parent], "basedOn")
    return ""


def outline_level(style: str, styles: "dict[str, Element]") -> int | None:
    """The outline level of a paragraph style, counted from 0, its own or inherited; none for body text."""
    seen: set[str] = set()
    while style in styles and style not in seen:
        seen.add(style)
        level = child_value(styles[style], "pPr/outlineLvl")
        if level:
            return int(level) if level.isdecimal() and int(level) < 9 else None
        style = child_value(styles[style], "basedOn")
    return None
