"""The notes of an edition as HTML: asides that open and close, and a section at the end."""

from contract_builder.render.apparatus import Apparatus, Note, NoteLine, Section, notes_at
from contract_builder.render.html_parts import attribute, runs_html, scroller, text

INTERNAL = """
aside.internal{margin:.5rem 0 1rem;padding:.5rem .9rem;border:1px solid #7a5f00;border-left-width:.35rem;
background:#fffaf0;font-size:.9375rem}
aside.internal p{margin:0 0 .4rem}
aside.internal summary{cursor:pointer;font-weight:600}
aside.internal details[open]>summary{margin-bottom:.4rem}
.warning strong{color:#8a120c}
#doc-internal{margin-top:3.5rem;padding:0 1rem 1rem;border:2px solid #7a5f00}
#doc-internal td,#doc-internal th{min-width:6rem}
@media print{#doc-internal{break-before:page;border:0;padding:0}aside.internal{background:none}}
"""
"""The style of what is internal, for pages that hold any."""


def mark_html(apparatus: Apparatus | None) -> str:
    """The words that must be seen first; "" for none."""
    if apparatus is None or not apparatus.mark:
        return ""
    return f'<div class="notice"><p><strong>{text(apparatus.mark)}</strong></p></div>\n'


def notes_html(apparatus: Apparatus | None, anchor: str) -> str:
    """The notes at `anchor` as one aside; "" where nothing is internal."""
    notes = notes_at(apparatus, anchor)
    if not notes:
        return ""
    inner = "".join(_note(note) for note in notes)
    return f'<aside class="internal" aria-label="Internal notes">\n{inner}</aside>\n'


def _note(note: Note) -> str:
    warned = any(line.warning for line in note.lines)
    summary = f"Internal. {note.title}" + (": read the warning" if warned else "")
    lines = "".join(map(_line, note.lines))
    return f"<details><summary>{text(summary)}</summary>\n{lines}</details>\n"


def _line(line: NoteLine) -> str:
    lead = f"<strong>{text(line.lead)}:</strong> " if line.lead else ""
    kind = ' class="warning"' if line.warning else ""
    return f"<p{kind}>{lead}{runs_html(line.runs)}</p>\n"


def part_html(apparatus: Apparatus | None) -> str:
    """The part that an edition adds at the end; "" for none."""
    if apparatus is None:
        return ""
    sections = "".join(map(_section, apparatus.sections))
    return (
        f'<section id="doc-internal"><h2 class="plain">{text(apparatus.title)}</h2>\n{sections}</section>\n'
    )


def _section(section: Section) -> str:
    words = "".join(f"<p>{text(paragraph)}</p>\n" for paragraph in section.paragraphs)
    title = f"<h3>{text(section.title)}</h3>\n{words}"
    if not section.header:
        return title
    head = "".join(f'<th scope="col">{text(cell)}</th>' for cell in section.header)
    rows = "".join(f"<tr>{_cells(row)}</tr>\n" for row in section.rows)
    table = f'<table aria-label="{attribute(section.title)}"><thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table>'
    return f"{title}{scroller(section.title, table)}\n"


def _cells(row: tuple[str, ...]) -> str:
    first, *others = map(text, row)
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in others)
