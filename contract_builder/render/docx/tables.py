"""Tables: a header row that repeats, a caption for those who cannot see it, columns as wide as their words."""

from collections.abc import Sequence
from math import isqrt

from contract_builder.model.base import Frozen
from contract_builder.render.docx.columns import eased
from contract_builder.render.docx.styles import RIGHT_EDGE
from contract_builder.render.docx.text import escape

FORM = (3300, RIGHT_EDGE - 3300)
"""The columns of a table of labels and what belongs to each, in twentieths of a point."""
_SIGNING_ROW = 620
"""Room to sign by hand, in twentieths of a point."""
_SIGN, _MARGINS = 112, 340
"""A letter of a table, and what is left free beside the words of a cell, in twentieths of a point."""
_LEAST = 8
"""Characters: a column is never taken for narrower than that."""
_ONE_PAGE = 5
"""A table of so many rows or fewer stays on one page."""
_THIRD = 20
"""So does one that is known to have so many lines or fewer, about a third of a page."""
_EDGE = 6
"""Lines of a longer table, as far as they are known, that stand on a page at its start and at its end."""


class TableSpec(Frozen, frozen=True):
    """What a table looks like, apart from its words."""

    caption: str
    widths: tuple[int, ...]
    """Of the columns, in twentieths of a point."""
    labels: bool = False
    """The first column says what the row is."""
    signing: bool = False
    """Rows to write in by hand, on one page."""
    small: bool = False
    """Small letters: for what is looked up and not read."""
    lines: tuple[int, ...] = ()
    """Of each row, where they are known."""


def widths_for(rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Widths that share out the page by the words of each column; `rows` are plain words, header included.

    They are moved for fewer lines. No column is narrower than its longest word, but for a word that takes more than an equal share of the page.
    """
    columns = list(zip(*rows, strict=True))
    weights = [_weight(cells) for cells in columns]
    least = [min(_longest_word(cells), RIGHT_EDGE // len(columns)) for cells in columns]
    widths: dict[int, int] = {}
    while True:
        left = RIGHT_EDGE - sum(widths.values())
        free = [n for n in range(len(columns)) if n not in widths]
        shares = {n: left * weights[n] // sum(weights[k] for k in free) for n in free}
        narrow = {n: least[n] for n in free if shares[n] < least[n]}
        if not narrow:
            widths |= shares
            break
        widths |= narrow
    most = max(widths, key=lambda n: widths[n])
    widths[most] += RIGHT_EDGE - sum(widths.values())
    return eased([widths[n] for n in range(len(columns))], least, rows)


def _longest_word(cells: Sequence[str]) -> int:
    """What the longest word of a column takes, with the margins of a cell, in twentieths of a point."""
    return _SIGN * max((len(word) for cell in cells for word in cell.split()), default=0) + _MARGINS


def _weight(cells: Sequence[str]) -> int:
    """By the root of the longest cell: long cells take more lines as well as more width."""
    return isqrt(100 * max(_LEAST, *map(len, cells)))


def table(spec: TableSpec, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The XML of a table. The cells of `header` and `rows` are runs already written."""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in spec.widths)
    look = "06A0" if spec.labels else "0620"
    opening = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="ContractTable"/>'
        f'<w:tblW w:w="{sum(spec.widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look}" w:firstRow="1" w:lastRow="0" w:firstColumn="{int(spec.labels)}" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{escape(spec.caption)}"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
    out = [opening, _row(spec.widths, header, "TableHead", "<w:cantSplit/><w:tblHeader/>")]
    height = f'<w:trHeight w:val="{_SIGNING_ROW}" w:hRule="atLeast"/>' if spec.signing else ""
    staying = _staying(spec.lines or (_THIRD,) * len(rows))
    for n, row in enumerate(rows, 1):
        style = (
            "SigningText" if spec.signing and n < len(rows) else "TableSmall" if spec.small else "TableText"
        )
        out.append(_row(spec.widths, row, style, f"<w:cantSplit/>{height}", n in staying))
    out.append("</w:tbl>")
    return "".join(out)


def _staying(lines: Sequence[int]) -> set[int]:
    """Which rows, counted from 1, stay with the next: a short table is not divided, and of a long one no page has but a few lines."""
    last = len(lines)
    if last <= _ONE_PAGE or sum(lines) <= _THIRD:
        return set(range(1, last))
    first = _reach(lines)
    return {*range(1, first), *range(last - _reach(lines[::-1]) + 1, last)}


def _reach(lines: Sequence[int]) -> int:
    """How many rows, and two at least, it takes to come to the lines that a page has of a table."""
    total = 0
    for n, more in enumerate(lines, 1):
        total += more
        if n > 1 and total >= _EDGE:
            return n
    return len(lines)


def _row(
    widths: Sequence[int], cells: Sequence[str], style: str, properties: str, stays: bool = False
) -> str:
    keep = "<w:keepNext/>" if stays else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>{cell}</w:p></w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"
