"""The text matrix as one accessible HTML page: an overview, the matrix, the details of each row, the playbooks."""

from collections.abc import Iterator

from contract_builder.model.matrix import (
    DIMENSIONS,
    Column,
    MatrixRow,
    ParagraphChange,
    TextChange,
    TextMatrix,
)
from contract_builder.render.html_parts import (
    attribute,
    bullets,
    cards_table,
    page,
    paragraph,
    scroller,
    text,
)
from contract_builder.render.matrix_styles import MATRIX
from contract_builder.render.matrix_words import (
    MARK_WORDS,
    MARKS_MEAN,
    TITLES,
    contexts_words,
    effect_words,
    outcome,
    parts_between,
    statements,
    tally,
    title_of,
    where,
)
from contract_builder.render.words import capital

_WIDEST = 14
"""Clauses that one table can show side by side, on paper as well; with more there is a table for each group."""
_SECTIONS = {
    "overview": "What changes anything",
    "matrix": "Which clauses change",
    "rows": "What each changes",
    "playbooks": "What each playbook does",
}


def render_matrix_html(matrix: TextMatrix, tool_version: str = "") -> bytes:
    """`matrix` as a UTF-8 HTML page: no script, nothing fetched. It shows positions and rules, so it is internal."""
    parts = {
        "overview": _overview(matrix),
        "matrix": _grids(matrix),
        "rows": _rows(matrix),
        "playbooks": _playbooks(matrix),
    }
    links = "".join(f'<li><a href="#{name}">{title}</a></li>\n' for name, title in _SECTIONS.items())
    body = "".join(
        f'<section id="{name}">\n<h2>{title}</h2>\n{parts[name]}</section>\n'
        for name, title in _SECTIONS.items()
    )
    title = title_of(matrix)
    return page(
        title,
        MATRIX,
        tool_version,
        '<a class="skip" href="#main">Skip to the matrix</a>\n<header>\n'
        '<p class="state">Text matrix</p>\n'
        f"<h1>{text(title)}</h1>\n"
        '<div class="warn"><p><strong>Internal: do not send to a supplier.</strong> '
        "It shows positions and the rules that choose them.</p></div>\n</header>\n"
        f'<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ul>\n{links}</ul>\n</nav>\n'
        f'<main id="main">\n{body}</main>\n'
        "<footer><p>Internal: do not send to a supplier. Not legal advice.</p></footer>\n",
    )


def _overview(matrix: TextMatrix) -> str:
    out = [
        paragraph(
            "Each row compares two contracts that differ in one thing, in every case in which a condition lets it "
            "make a difference. Words counts the words that come and those that go, in the case with the most. "
            "Departures are not looked at, so text that only a departure brings in is not here."
        )
    ]
    for dimension in DIMENSIONS:
        rows = [row for row in matrix.rows if row.dimension == dimension]
        if not rows:
            continue
        cells = []
        for row in rows:
            name = f'<a href="#{_id(row)}">{text(row.title)}</a>' if row.changes else text(row.title)
            clauses = [change for change in row.changes if change.kind == "clause"]
            what = text(", ".join(c.title for c in clauses) if clauses else outcome(row))
            numbers = map(_number, (*tally(row)[:3], row.words))
            cells.append([name, *numbers, what])
        headings = ["Row", "Clauses in", "Out", "Changed", "Words", "What"]
        out.append(cards_table(TITLES[dimension], headings, cells, "overview"))
    return "".join(out)


def _number(n: int) -> str:
    return f'<span class="number{"" if n else " nil"}">{n}</span>'


def _id(row: MatrixRow, change: TextChange | None = None) -> str:
    name = f"row.{row.dimension}.{row.id}" + (f".{change.kind}.{change.id}" if change else "")
    return attribute(name)


def _grids(matrix: TextMatrix) -> str:
    changed = {change.id for row in matrix.rows for change in row.changes if change.kind == "clause"}
    columns = [column for column in matrix.columns if column.id in changed]
    if not columns:
        return paragraph("Nothing changes any clause.")
    out = [
        paragraph(MARKS_MEAN),
        paragraph("An empty cell: no change. Rows that change no clause are not here."),
    ]
    if len(columns) <= _WIDEST:
        return "".join([*out, _grid("All clauses that something changes", columns, matrix)])
    for group, title in matrix.groups.items():
        if of_group := [column for column in columns if column.group == group]:
            out.append(_grid(f"{title}: the clauses that something changes", of_group, matrix))
    return "".join(out)


def _grid(caption: str, columns: list[Column], matrix: TextMatrix) -> str:
    shown = {column.id for column in columns}
    head = "".join(f'<th scope="col">{text(column.title)}</th>' for column in columns)
    bodies = []
    for dimension in DIMENSIONS:
        lines = []
        for row in matrix.rows:
            changes = {c.id: c for c in row.changes if c.kind == "clause" and c.id in shown}
            if row.dimension != dimension or not changes:
                continue
            cells = "".join(f"<td>{_cell(row, changes.get(column.id))}</td>" for column in columns)
            lines.append(f'<tr><th scope="row">{text(row.title)}</th>{cells}</tr>\n')
        if lines:
            group = f'<tr><th class="group" scope="rowgroup" colspan="{len(columns) + 1}">{TITLES[dimension]}</th></tr>\n'
            bodies.append(f"<tbody>{group}{''.join(lines)}</tbody>")
    table = (
        f'<table class="grid"><caption>{text(caption)}</caption>'
        f'<thead><tr><th scope="col">Row</th>{head}</tr></thead>\n{"".join(bodies)}</table>\n'
    )
    return scroller(caption, table)


def _cell(row: MatrixRow, change: TextChange | None) -> str:
    if change is None:
        return ""
    return f'<a href="#{_id(row, change)}">{", ".join(MARK_WORDS[mark] for mark in change.marks)}</a>'


def _rows(matrix: TextMatrix) -> str:
    intro = (
        "<p>What a text refers to stands by name in ‹&nbsp;›, so that a number that moves is no change. "
        "<del>Struck through</del>: words that go. <ins>Underlined</ins>: words that come.</p>\n"
    )
    out = [intro]
    for row in matrix.rows:
        if row.changes:
            out.append(
                f'<section class="row" id="{_id(row)}">\n<h3>{text(row.title)}</h3>\n'
                f"{paragraph(capital(outcome(row)))}{paragraph(contexts_words(row))}"
                f"{''.join(_change(row, change) for change in row.changes)}</section>\n"
            )
    return "".join(out)


def _change(row: MatrixRow, change: TextChange) -> str:
    kind = "" if change.kind == "clause" else f"{capital(change.kind)}: "
    marks = ", ".join(MARK_WORDS[mark] for mark in change.marks)
    out = [f'<h4 id="{_id(row, change)}">{kind}{text(change.title)} <span class="tag">{marks}</span></h4>\n']
    if said := [text(each) for each in statements(change, row)]:
        out.append(bullets(said) + "\n")
    if change.paragraphs:
        caption = f"{change.title}: paragraphs that differ"
        lines = [[*_wordings(row, p)] for p in change.paragraphs]
        out.append(cards_table(caption, ["Paragraph", "Before", "Now", "Where"], lines, "changes"))
    return "".join(out)


def _wordings(row: MatrixRow, change: ParagraphChange) -> Iterator[str]:
    before, now = parts_between(change.old, change.new)
    yield f"<code>{text(change.label)}</code>" if change.label else "No label"
    yield _marked(before, "del") or "Not there"
    yield _marked(now, "ins") or "Not there"
    condition = f" It prints only if {change.condition}." if change.condition else ""
    yield text(f"{capital(where(row, change.contexts))}.{condition}")


def _marked(parts: list[tuple[str, bool]], tag: str) -> str:
    return " ".join(f"<{tag}>{text(words)}</{tag}>" if only else text(words) for words, only in parts)


def _playbooks(matrix: TextMatrix) -> str:
    rows = [
        [
            f'{text(p.title)}<br><code class="soft">{text(p.file)}</code>',
            text(capital(effect_words(p)) + "."),
            text(", ".join(rule.rule for rule in p.rules if rule.effect == "nothing") or "None"),
        ]
        for p in matrix.playbooks
    ]
    if not rows:
        return paragraph("There are no playbooks but the base.")
    table = cards_table(
        "Contracts with it against contracts without it",
        ["Playbook", "Effect", "Rules that change nothing"],
        rows,
    )
    found = [f"<code>{text(str(d.place))}</code> {text(d.message)}" for d in matrix.diagnostics]
    return table + (bullets(found) + "\n" if found else "")
