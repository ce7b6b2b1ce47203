"""Placeholders: `{{ name }}` and `{{ name | filter }}`, and nothing else between the braces."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from contract_builder.load.hints import did_you_mean

FILTERS = ("unit", "money", "date", "percent")
CLOSED = re.compile(r"\{\{([^{}]{0,100})\}\}")
_LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_USE = "Write `{{ name }}` or `{{ name | filter }}`."


class Slotted(NamedTuple):
    """A placeholder that is right."""

    name: str
    filter: str


class Wrong(NamedTuple):
    """A placeholder that is wrong, and what to write instead."""

    rule: str
    message: str
    hint: str


class Piece(NamedTuple):
    """A part of a text: words, a placeholder, or what is wrong in their place. `start` is its index in the text."""

    start: int
    part: str | Slotted | Wrong


def split(text: str) -> list[Piece]:
    """`text` in pieces, in order."""
    if "{" not in text and "}" not in text:
        return [Piece(0, text)]
    pieces: list[Piece] = []
    end = 0
    for match in CLOSED.finditer(text):
        pieces += _words(text[end : match.start()], end)
        pieces.append(Piece(match.start(), _parse(match.group(1))))
        end = match.end()
    return pieces + _words(text[end:], end)


def _words(text: str, start: int) -> list[Piece]:
    """`text`, and what is wrong with any braces in it."""
    if not text:
        return []
    left = _LEFT_OVER.search(text)
    if not left:
        return [Piece(start, text)]
    return [Piece(start, text), Piece(start + left.start(), _left_over(left.group()))]


def _left_over(mark: str) -> Wrong:
    if mark in ("{%", "%}"):
        return Wrong("placeholder-statement", f"`{mark}` makes a statement, which a text cannot hold",
                     "For words that depend on a fact, begin an item with `*(only if …)*`.")  # fmt: skip
    if mark in ("{#", "#}"):
        return Wrong("placeholder-comment", f"`{mark}` makes a comment, which would be lost",
                     "Write remarks in the section `## Note`.")  # fmt: skip
    which = (
        "opens a placeholder that is not closed" if mark == "{{" else "closes a placeholder that is not open"
    )
    return Wrong("placeholder-open", f"`{mark}` {which}", _USE)


@lru_cache(4096)
def _parse(inside: str) -> Slotted | Wrong:
    from jinja2 import TemplateSyntaxError, nodes

    shown = f"{{{{{inside}}}}}".replace("\n", " ")
    if inside[:1] in ("-", "+") or inside[-1:] in ("-", "+"):
        return Wrong("placeholder-syntax", f"`{shown}` has a sign beside its braces", _USE)
    try:
        tree = _environment().parse(f"{{{{{inside}}}}}")
    except (TemplateSyntaxError, ValueError, RecursionError):
        return Wrong("placeholder-syntax", f"`{shown}` is not a placeholder", _USE)
    node: Any = tree.body[0].nodes[0] if tree.body else None
    name, filter = node, ""
    if isinstance(node, nodes.Filter) and not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs):
        name, filter = node.node, node.name
    if len(tree.body) != 1 or not isinstance(name, nodes.Name):
        return Wrong("placeholder-not-a-name", f"`{shown}` holds more than a name and one filter", _USE)
    if filter and filter not in FILTERS:
        return Wrong("placeholder-filter", f"there is no filter `{filter}`", did_you_mean(filter, FILTERS))
    return Slotted(name.name, filter)


@lru_cache(1)
def _environment() -> Any:
    from jinja2 import Environment

    return Environment(autoescape=True)  # it only parses; nothing is ever rendered
