"""Words as Markdown that renders to exactly those words, and still reads well raw."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby
from string import punctuation

from contract_builder.model.contract import BlankRun, Run, RunStyle, TextRun
from contract_builder.render.words import run_text

_ACTIVE = re.compile(r"[\\`*_\[\]<>~$#]|&(?=[#A-Za-z])|:(?=//)|(?<=[Ww]{3})\.")
"""What means something in the middle of a line. The last two would start a link on some code hosts,
which prints the backslashes of the escapes inside it."""
_OPENS_BLOCK = re.compile(r"[+-](?=[ -]|$)|[0-9]{1,9}[.)](?= |$)")
_REFERENCED = frozenset({"Zs", "Zl", "Zp", "Cf"})
"""Spaces of every kind and invisible characters: as references they survive, and a reader of the raw text
sees them. A no-break space, which stands in every cross-reference, is one only where it would be trimmed."""
_SPACES = " \u00a0"
_MARKS: dict[RunStyle, tuple[str, str, str]] = {"em": ("*", "em", "*"), "strong": ("**", "strong", "**")}


def inline(words: str) -> str:
    """`words` for use in the middle of a line, on one line whatever is in them."""
    escaped = _ACTIVE.sub(r"\\\g<0>", words).replace("|", "&#124;")
    if escaped.replace("\u00a0", "").isprintable():
        return escaped
    return "".join(map(_visible, escaped))


def _visible(character: str) -> str:
    """A reference where parsers would trim, fold or hide `character`; otherwise itself.

    A reference to a control character is not one that parsers accept, so those stay as they are.
    """
    if character in _SPACES or character.isprintable():
        return character
    if character in "\n\t\r" or unicodedata.category(character) in _REFERENCED:
        return f"&#{ord(character)};"
    return character


def runs_markdown(runs: Iterable[Run]) -> str:
    """`runs` as one line of Markdown that may stand alone as a paragraph, a heading or a cell."""
    merged = [("".join(run_text(run) for run in group), style) for style, group in groupby(runs, _style)]
    pieces = [(words, style) for words, style in merged if words]
    out: list[str] = []
    for n, (words, style) in enumerate(pieces):
        before = pieces[n - 1][0][-1:] if n else ""
        after, style_after = pieces[n + 1] if n + 1 < len(pieces) else ("", "")
        asterisks = not style_after and _flanks(words[0], before) and _flanks(words[-1], after[:1])
        out.append(_styled(words, style, asterisks))
    return edges("".join(out))


def _flanks(inner: str, outer: str) -> bool:
    """Whether asterisks between `inner` and `outer` are sure to be read as emphasis of `inner`.

    `outer` is empty at the start and at the end of the line.
    """
    return inner.isalnum() or (inner in punctuation and (outer == " " or outer in punctuation))


def edges(markdown: str) -> str:
    """One line of Markdown so that nothing is trimmed at its ends and its start opens no block."""
    if not markdown:
        return ""
    if opening := _OPENS_BLOCK.match(markdown):
        at = opening.end() - 1
        markdown = f"{markdown[:at]}\\{markdown[at:]}"
    if markdown[0] in _SPACES:
        markdown = f"&#{ord(markdown[0])};{markdown[1:]}"
    if markdown[-1] in _SPACES:
        markdown = f"{markdown[:-1]}&#{ord(markdown[-1])};"
    return markdown


def _style(run: Run) -> RunStyle:
    """Blanks print in bold: they must be seen."""
    if isinstance(run, BlankRun):
        return "strong"
    return run.style if isinstance(run, TextRun) else ""


def _styled(words: str, style: RunStyle, asterisks: bool) -> str:
    """Asterisks where they are sure to be read as emphasis, tags where they are not."""
    if not style:
        return inline(words)
    opening, tag, closing = _MARKS[style]
    if asterisks:
        return f"{opening}{inline(words)}{closing}"
    return f"<{tag}>{inline(words)}</{tag}>"
