"""Lint of what is left of the work on a document: comments, changes, hidden text, notes, prompts, colours."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from contract_builder.model.diagnostic import Diagnostic
from contract_builder.render.docx.lint.read import OFF, Document, W, child_value, fault, paragraph_of, value
from contract_builder.render.docx.lint.styles import styles_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHANGES = tuple(
    W + name
    for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange",
                 "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange",
                 "numberingChange")
)  # fmt: skip
_NOTE = re.compile(
    r"\bdrafting notes?\b|^\W*walk[ -]?away\b|\bwalk-away (?:line|point|position)s?\b"
    r"|\[\s*(?:note|nb|n\.b|drafting|guidance|internal|delete)\b"
    r"|^\W*(?:preferred|fallback|short) position\b|\bposition: ?(?:preferred|fallback|short)\b"
    r"|\binternal (?:use )?only\b|\bnot for (?:the )?supplier\b",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{%|%\}")
_PROMPT = re.compile(r"\[([^\[\]]{1,200})\]|\b(?:TBC|TBD|TBA)\b")
_NO_PROMPT = re.compile(r"[\W\d_]*|sic|\d+[a-z]?|.", re.IGNORECASE)
"""What may stand in square brackets: years, numbers of paragraphs, a letter, dots."""


class Words(NamedTuple):
    """A paragraph, its words, and those of them that no content control holds."""

    paragraph: "Element"
    all: str
    loose: str


def word_faults(document: Document) -> Iterator[Diagnostic]:
    """Drafting notes, internal words, placeholders, and prompts that are typed."""
    for part, root in document.stories:
        for words in _paragraphs(root):
            at = words.paragraph
            if found := _NOTE.search(words.all):
                yield fault(
                    "note-left", part, at, f"A note or an internal word is left: {found.group().strip()!r}.",
                    "Take it out before the document leaves the Council.",
                )  # fmt: skip
            elif found := next((m for m in _PROMPT.finditer(words.loose) if not _harmless(m)), None):
                yield fault(
                    "prompt-left", part, at, f"{found.group()!r} asks for something.",
                    "Fill it in, or make it a content control if somebody else is to.",
                )  # fmt: skip
            if found := _PLACEHOLDER.search(words.all):
                yield fault(
                    "placeholder-left", part, at, f"A placeholder is left: {found.group()!r}.",
                    "Write the value, or build the document again.",
                )  # fmt: skip


def _harmless(prompt: re.Match[str]) -> bool:
    return prompt[1] is not None and _NO_PROMPT.fullmatch(prompt[1].strip()) is not None


def _paragraphs(root: "Element") -> Iterator[Words]:
    held: dict[Element, tuple[list[str], list[str]]] = {}
    for text in root.iter(W + "t"):
        controlled = False
        for above in text.iterancestors():
            controlled = controlled or above.tag == W + "sdt"
            if above.tag == W + "p":
                every, loose = held.setdefault(above, ([], []))
                every.append(text.text or "")
                loose.append("" if controlled else text.text or "")
                break
    for paragraph, (every, loose) in held.items():
        yield Words(paragraph, "".join(every), "".join(loose))


def comment_faults(document: Document) -> Iterator[Diagnostic]:
    """Comments."""
    for part, root in document.stories:
        for comment in root.iter(W + "comment"):
            who = value(comment, "author")
            yield fault(
                "comment-left", part, comment, f"A comment is left{f', by {who!r}' if who else ''}.",
                "In Word: Review, Delete, Delete All Comments in Document.",
            )  # fmt: skip


def change_faults(document: Document) -> Iterator[Diagnostic]:
    """Tracked changes, one finding to a paragraph."""
    for part, root in document.stories:
        seen: set[Element | None] = set()
        for change in root.iter(*_CHANGES):
            paragraph = paragraph_of(change)
            if paragraph not in seen:
                seen.add(paragraph)
                who = value(change, "author")
                yield fault(
                    "change-left", part, change, f"A tracked change is left{f', by {who!r}' if who else ''}.",
                    "Accept or reject it: Review, Accept, or Reject.",
                )  # fmt: skip


def look_faults(document: Document) -> Iterator[Diagnostic]:
    """Text that is hidden, and text that is highlighted; one finding of each to a paragraph."""
    styles = styles_of(document)
    hiding = {id_ for id_ in styles if _hides(id_, styles)}
    for part, root in document.stories:
        seen: set[tuple[str, Element | None]] = set()
        for run in root.iter(W + "r"):
            text = run.find(W + "t")
            if text is None or not (text.text or "").strip():
                continue
            for rule, wrong, message, hint in (
                ("hidden-text", _hidden(run, hiding), "Text is hidden.",
                 "Delete it, or show it: Home, Font, Hidden."),
                ("highlight-left", child_value(run, "rPr/highlight") not in ("", "none"), "Text is highlighted.",
                 "Settle what it marks, and take the colour off."),
            ):  # fmt: skip
                key = (rule, paragraph_of(run))
                if wrong and key not in seen:
                    seen.add(key)
                    yield fault(rule, part, run, message, hint)


def _hidden(run: "Element", hiding: set[str]) -> bool:
    own = run.find(f"{W}rPr/{W}vanish")
    if own is not None:
        return _on(own)
    paragraph = paragraph_of(run)
    styles = {child_value(run, "rPr/rStyle"), child_value(paragraph, "pPr/pStyle")}
    return bool(hiding & styles)


def _hides(style: str, styles: "dict[str, Element]") -> bool:
    """Whether `style` hides what is written in it, by itself or by a style that it is based on."""
    seen: set[str] = set()
    while style in styles and style not in seen:
        seen.add(style)
        switch = styles[style].find(f"{W}rPr/{W}vanish")
        if switch is not None:
            return _on(switch)
        style = child_value(styles[style], "basedOn")
    return False


def _on(switch: "Element | None") -> bool:
    return switch is not None and value(switch) not in OFF
