"""The text of a clause as written, for a terminal: numbers, placeholders and targets in view."""

import textwrap

from contract_builder.assemble.numbering import letter, roman
from contract_builder.cli.table import width
from contract_builder.model.body import Body, Inline, Item, Link, Slot, Table, Text
from contract_builder.model.condition import Condition, tests_of, words

ANY_WIDTH = 1_000_000
"""No line is broken: what another program reads does not depend on a terminal."""


def body_text(body: Body, columns: int = 0) -> str:
    """`body` as lines of at most `columns`, or of the terminal; a placeholder prints as {name}, a reference as [target]."""
    columns = columns or width()
    lines: list[str] = []
    count = 0
    for block in body:
        if isinstance(block, Item):
            count += 1
            _item(block, 1, count, lines, columns)
        elif isinstance(block, Table):
            lines.append(" | ".join(_plain(cell) for cell in block.header))
            lines += [_condition(row.condition) + " | ".join(map(_plain, row.cells)) for row in block.rows]
        else:
            lines += textwrap.wrap(
                _condition(block.condition) + _plain(block.inlines), columns, break_on_hyphens=False
            )
    return "\n".join(lines)


def _item(item: Item, level: int, n: int, lines: list[str], columns: int) -> None:
    mark = (f"{n}.", f"({letter(n)})", f"({roman(n)})")[level - 1]
    pad = " " * 5 * (level - 1)
    text = _condition(item.condition) + _plain(item.inlines)
    lines += textwrap.wrap(text, columns, initial_indent=pad + mark.ljust(5), subsequent_indent=pad + " " * 5,
                           break_on_hyphens=False)  # fmt: skip
    for k, child in enumerate(item.items, 1):
        _item(child, level + 1, k, lines, columns)


def _condition(condition: Condition | None) -> str:
    if condition is None:
        return ""
    return "[only if " + " and ".join(words(t) for t in tests_of(condition)) + "] "


def _plain(inlines: tuple[Inline, ...]) -> str:
    out = ""
    for inline in inlines:
        if isinstance(inline, Text):
            out += inline.text
        elif isinstance(inline, Slot):
            out += "{" + inline.name + "}"
        elif isinstance(inline, Link):
            label = f" ^{inline.label}" if inline.label else ""
            out += f"[{inline.target or 'this clause'}{label}]"
    return out
