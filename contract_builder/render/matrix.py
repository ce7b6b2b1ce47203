"""A matrix as an HTML table: rows that are answered, columns that answer them, and a mark with words where they do."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from contract_builder.render.html_parts import attribute, scroller, text

_SIGNS = {"yes": "●", "part": "○", "near": "◌", "none": ""}
"""Beside the words, for the eye only; the shape says the same as the colour."""


class Column(NamedTuple):
    """What may answer a row."""

    id: str
    title: str
    note: str = ""
    """What is said below the title, such as "own clause"."""


class Mark(NamedTuple):
    """What one column does for one row."""

    kind: str
    """yes, part or near."""
    words: str
    more: str = ""


class Row(NamedTuple):
    """What is answered, or not."""

    code: str
    title: str
    kind: str
    """How far it is answered: yes, part, near or none."""
    state: str
    more: str
    marks: dict[str, Mark]
    """By the id of the column."""
    link: str = ""
    """The id of the place on this page that says more."""


def matrix(caption: str, corner: str, columns: Sequence[Column], rows: Iterable[Row]) -> str:
    """`rows` by `columns`, in a box that scrolls while its headings stay. All texts are words, not HTML."""
    head = "".join(_heading(column) for column in columns)
    body = "".join(_row(row, columns) for row in rows)
    table = (
        f'<table class="matrix"><caption>{text(caption)}</caption>\n'
        f'<thead><tr><th scope="col">{text(corner)}</th><th scope="col">State</th>{head}</tr></thead>\n'
        f"<tbody>{body}</tbody></table>"
    )
    return scroller(f"{caption}: scrolls sideways", table) + "\n"


def legend(entries: Iterable[tuple[str, str, str]]) -> str:
    """What the marks mean: kind, words and meaning of each."""
    items = "".join(
        f'<div><dt><span class="mark {kind}">{_sign(kind)}{text(words)}</span></dt><dd>{text(meaning)}</dd></div>'
        for kind, words, meaning in entries
    )
    return f'<dl class="legend">{items}</dl>\n'


def _heading(column: Column) -> str:
    note = f" <em>{text(column.note)}</em>" if column.note else ""
    return f'<th scope="col"><span class="tall">{text(column.title)}{note}</span></th>'


def _row(row: Row, columns: Sequence[Column]) -> str:
    title = text(row.title)
    if row.link:
        title = f'<a href="#{attribute(row.link)}">{title}</a>'
    code = f'<span class="code">{text(row.code)}</span> ' if row.code else ""
    more = f"<small>{text(row.more)}</small>" if row.more else ""
    cells = "".join(_cell(row.marks.get(column.id)) for column in columns)
    return (
        f'<tr><th scope="row"{" class=coded" if code else ""}>{code}{title}</th>'
        f'<td class="how"><span class="mark {row.kind}">{_sign(row.kind)}{text(row.state)}</span>{more}</td>{cells}</tr>\n'
    )


def _cell(mark: Mark | None) -> str:
    if mark is None:
        return "<td></td>"
    more = f"<small>{text(mark.more)}</small>" if mark.more else ""
    return f'<td class="{mark.kind}">{_sign(mark.kind)}{text(mark.words)}{more}</td>'


def _sign(kind: str) -> str:
    sign = _SIGNS[kind]
    return f'<span class="sign" aria-hidden="true">{sign}</span>' if sign else ""
