"""Markdown as markdown-it reads it, as a tree; and what is said where something in it is refused."""

from functools import cache
from typing import Any, NamedTuple

REFUSED = {
    "blockquote": ("markdown-quotation", "a quotation (`>`) cannot be used here", "Take out the `>`."),
    "code_block": ("markdown-code", "a line that begins with four spaces makes a code block",
                   "Indent a nested list by three spaces for each level, and other lines not at all."),
    "fence": ("markdown-code", "a code block cannot be used here", "Take out the lines of backticks or tildes."),
    "html_block": ("markdown-html", "HTML cannot be used here", "Take it out; remarks belong in the section `## Note`."),
    "hr": ("markdown-rule", "a rule across the page cannot be used here", "Delete the line."),
    "bullet_list": ("markdown-bullets", "a list with bullets cannot be used here", "Begin each item with `1.`."),
    "heading": ("markdown-heading", "this heading cannot be used here", "Sections begin with `## `; inside them, use items."),
    "table": ("markdown-table", "a table can stand only in a schedule", "Write items, or move the table to a schedule."),
    "reference": ("markdown-reference", "a link target on a line of its own is lost", "Write `[words](path)` in the text."),
}  # fmt: skip
"""By the kind of thing: the rule, what is wrong, and what to write instead."""


class Node(NamedTuple):
    """A token of markdown-it, with those inside it."""

    kind: str
    token: Any
    children: "list[Node]"


def parse(text: str) -> tuple[list[Node], list[int]]:
    """The tree of `text`, and the lines, counted from 0, of link targets, which are in no tree."""
    environment: dict[str, Any] = {}
    tokens = _parser().parse(text, environment)
    references = (*environment.get("references", {}).values(), *environment.get("duplicate_refs", ()))
    return _tree(tokens), [int(reference["map"][0]) for reference in references]


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    class Parser(MarkdownIt):
        """Takes every link as it is written: one that is not allowed must be refused, not become text."""

        def validateLink(self, url: str) -> bool:
            return True

        def normalizeLink(self, url: str) -> str:
            return url

    return Parser("commonmark").enable("table")


def _tree(tokens: list[Any]) -> list[Node]:
    top: list[Node] = []
    stack = [top]
    for token in tokens:
        if token.nesting < 0:
            stack.pop()
            continue
        node = Node(token.type.removesuffix("_open"), token, [])
        stack[-1].append(node)
        if token.nesting > 0:
            stack.append(node.children)
    return top
