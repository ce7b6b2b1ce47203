"""Marks that Markdown takes for words, though the author hardly meant them so."""

import re
from typing import NamedTuple

from contract_builder.load.placeholder import CLOSED
from contract_builder.load.source import Source
from contract_builder.model.body import Link, Style
from contract_builder.model.diagnostic import Diagnostic

_STRAY = (
    (re.compile(r"\][ \n]?\(|\]\[|\]\(|\.md\b"), "link-broken", "this looks like a link, but is not one",
     "Write `[words](../group/clause.md)`, with no space between the brackets."),
    (re.compile(r"(?:^|\s)\^\w"), "label-not-last", "a label stands at the end of the paragraph of an item",
     "Move it to the end, after the full stop; if it is there, take it out of the asterisks."),
    (re.compile(r"\*"), "stray-asterisk", "an asterisk stands alone",
     "Close the emphasis: `*words*`; for an asterisk write `\\*`."),
)  # fmt: skip
_BY_HAND = re.compile(
    r"^\s*(\((?:[a-z]|[ivx]{1,4}|[A-Z]|[0-9]{1,2})\)|(?:[a-z]|[ivx]{1,4}|[0-9]{1,2})[.)]|[0-9]{1,2}(?:\.[0-9]{1,2})+\.?)\s"
)


class Page(NamedTuple):
    """The file that a text stands in."""

    source: Source
    folder: str
    """Its folder in the library, from which paths of links start."""
    found: list[Diagnostic]


class Run(NamedTuple):
    """Words of one style, or a link; `\\n` stands where the file breaks a line."""

    text: str
    style: Style
    line: int
    link: Link | None = None


def _without_placeholders(text: str) -> str:
    return CLOSED.sub(lambda match: "x" * len(match.group()), text) if "{" in text else text


def refuse_stray(runs_: list[Run], page: Page, escapes: bool) -> None:
    """Notes marks that Markdown took for words, though the author hardly meant them so; not if there are escapes."""
    for run in runs_:
        for pattern, rule, message, hint in () if escapes else _STRAY:
            if match := pattern.search(_without_placeholders(run.text)):
                line = run.line + run.text.count("\n", 0, match.start())
                place = page.source.place_of(match.group().strip(), line)
                page.found.append(Diagnostic(rule, place, message, hint))
        lines = run.text.split("\n")
        for index, text in enumerate(lines):
            begins = index > 0 or run is runs_[0]
            if begins and (by_hand := _BY_HAND.match(text + " ")):
                place = page.source.place_of(by_hand.group(1), run.line + index)
                message = f"the number `{by_hand.group(1)}` is typed by hand"
                hint = "Begin the paragraph with `1.` instead, three spaces further in for each level; numbers are made later."
                page.found.append(Diagnostic("number-by-hand", place, message, hint))
