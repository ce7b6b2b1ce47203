"""Lint of what readers and their screen readers meet: headings, tables, language, tracked deletions."""

from collections.abc import Iterator

from contract_builder.model.diagnostic import Diagnostic
from contract_builder.render.docx.lint.read import (
    DOCUMENT,
    OFF,
    STYLES,
    Document,
    W,
    child_value,
    fault,
    paragraph_of,
    value,
)
from contract_builder.render.docx.lint.styles import outline_level, styles_of


def heading_faults(document: Document) -> Iterator[Diagnostic]:
    """Headings that skip a level on the way down, or have no words."""
    styles = styles_of(document)
    above = -1
    for paragraph in document.roots[DOCUMENT].iter(W + "p"):
        own = child_value(paragraph, "pPr/outlineLvl")
        level = int(own) if own.isdecimal() else outline_level(child_value(paragraph, "pPr/pStyle"), styles)
        if level is None or level > 8:
            continue
        if not any((t.text or "").strip() for t in paragraph.iter(W + "t")):
            yield fault(
                "heading-empty", DOCUMENT, paragraph, "A heading has no words.",
                "Write them, or give the empty paragraph the style Normal.",
            )  # fmt: skip
        if level > above + 1:
            after = f"follows one of level {above + 1}" if above >= 0 else "opens the document"
            yield fault(
                "heading-skips", DOCUMENT, paragraph, f"A heading of level {level + 1} {after}.",
                f"Use level {above + 2}: screen readers go by the levels.",
            )  # fmt: skip
        above = level


def table_faults(document: Document) -> Iterator[Diagnostic]:
    """Tables without a header row, and those that Word would run together or repair."""
    for part, root in document.stories:
        for table in root.iter(W + "tbl"):
            header = table.find(f"{W}tr/{W}trPr/{W}tblHeader")
            if header is None or value(header) in OFF:
                yield fault(
                    "table-no-header", part, table, "A table has no header row.",
                    "Mark its first row as one that repeats: screen readers read it with each cell.",
                )  # fmt: skip
            follower = next(
                (e for e in table.itersiblings() if e.tag not in (W + "bookmarkStart", W + "bookmarkEnd")),
                None,
            )
            if follower is None or follower.tag in (W + "tbl", W + "sectPr"):
                yield fault(
                    "table-touches", part, table, "No paragraph follows a table.",
                    "Put one after it: Word joins tables that touch, and needs a paragraph at the end.",
                )  # fmt: skip


def deletion_faults(document: Document) -> Iterator[Diagnostic]:
    """Tracked deletions that print what they delete, and deleted text that is in no deletion."""
    for part, root in document.stories:
        for gone in root.iter(W + "del"):
            for text in gone.iter(W + "t", W + "instrText"):
                yield fault(
                    "deletion-keeps-text", part, text, f"Deleted text stands in {text.tag.removeprefix(W)}.",
                    "Use w:delText and w:delInstrText: Word takes the file for damaged.",
                )  # fmt: skip
        for text in root.iter(W + "delText", W + "delInstrText"):
            if not any(e.tag in (W + "del", W + "moveFrom") for e in text.iterancestors()):
                yield fault(
                    "deletion-missing", part, text, "Deleted text stands outside a tracked deletion.",
                    "Put it into w:del.",
                )  # fmt: skip


def language_faults(document: Document) -> Iterator[Diagnostic]:
    """A document, or a run of it, whose language nobody states."""
    root = document.root(STYLES)
    stated = "" if root is None else value(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"))
    if not stated:
        yield fault(
            "language-missing", STYLES, None, "The document states no language.",
            "Put w:lang into the defaults: spelling and screen readers go by it.",
        )  # fmt: skip
    for part, tree in document.stories:
        for language in tree.iter(W + "lang"):
            if (
                paragraph_of(language) is not None
                and value(language) == ""
                and language.get(W + "bidi") is None
            ):
                yield fault(
                    "language-missing", part, language, "A run states an empty language.", "State it."
                )
