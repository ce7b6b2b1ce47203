"""Plain tables: columns of words, wrapped to the terminal, without boxes, which screen readers read out."""

import shutil
import textwrap
from collections.abc import Iterable, Sequence

from contract_builder.cli.style import styled
from contract_builder.load.source import visible

GAP = 2
WIDEST = 110
NARROWEST = 16
"""The columns that the last one needs to be read."""


def width() -> int:
    """The columns to use."""
    return min(shutil.get_terminal_size((100, 24)).columns, WIDEST)


def wrap(text: str, columns: int) -> list[str]:
    """`text` in lines of at most `columns`; ids and paths are never broken, and nothing in it speaks to the terminal."""
    return textwrap.wrap(visible(text), columns, break_long_words=False, break_on_hyphens=False)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """`rows` under `header`; the last column wraps. On a terminal too narrow for that, one row after another."""
    cells = [list(map(str, row)) for row in rows]
    if not cells:
        return ""
    widths = [max(len(row[n]) for row in [list(header), *cells]) for n in range(len(header) - 1)]
    used = sum(widths) + GAP * len(widths)
    if (last := width() - used) < NARROWEST:
        return "\n".join(_stacked(header, row) for row in cells)
    lines = [_row([*header], widths, last, bold=True)]
    lines += [_row(row, widths, last) for row in cells]
    return "\n".join(lines)


def _row(row: Sequence[str], widths: Sequence[int], last: int, bold: bool = False) -> str:
    lead = "".join(cell.ljust(w + GAP) for cell, w in zip(row, widths, strict=False))
    wrapped = wrap(row[-1], last) or [""]
    text = ("\n" + " " * len(lead)).join(wrapped)
    line = (lead + text).rstrip()
    return styled(line, bold=True) if bold else line


def _stacked(header: Sequence[str], row: Sequence[str]) -> str:
    lines = [styled(row[0], bold=True)]
    for name, cell in zip(header[1:], row[1:], strict=False):
        lines.append(paragraph(f"{name}: {cell}", 2))
    return "\n".join(lines)


def paragraph(text: str, indent: int = 0) -> str:
    """`text` wrapped, with every line indented."""
    pad = " " * indent
    return "\n".join(pad + line for line in wrap(text, width() - indent))


def heading(text: str) -> str:
    """A heading between parts of an answer."""
    return styled(text, bold=True)
