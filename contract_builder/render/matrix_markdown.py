"""The text matrix as Markdown: an overview, the matrix, and the details of each row."""

from collections.abc import Iterable, Iterator

from contract_builder.model.matrix import DIMENSIONS, MatrixRow, TextChange, TextMatrix
from contract_builder.render.markdown import words
from contract_builder.render.matrix_words import (
    MARK_WORDS,
    MARKS_MEAN,
    NOTHING,
    TITLES,
    contexts_words,
    effect_words,
    outcome,
    statements,
    tally,
    title_of,
    where,
)


def render_matrix_markdown(matrix: TextMatrix) -> bytes:
    """`matrix` as UTF-8 Markdown (CommonMark with tables)."""
    out = [f"# {words(title_of(matrix))}", words(MARKS_MEAN)]
    for dimension in DIMENSIONS:
        rows = [row for row in matrix.rows if row.dimension == dimension]
        if rows:
            out += [f"## {TITLES[dimension]}", _overview(rows)]
            out += [part for row in rows if row.changes for part in _details(row)]
    out += ["## Playbooks", _playbooks(matrix)]
    out += [f"- {words(f'{d.place}: {d.message}')}" for d in matrix.diagnostics]
    return ("\n\n".join(out) + "\n").encode()


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = [*header]
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _overview(rows: list[MatrixRow]) -> str:
    lines = []
    for row in rows:
        clauses = ", ".join(f"{c.id} ({_marks(c)})" for c in row.changes if c.kind == "clause")
        numbers = [str(n) for n in (*tally(row)[:3], row.words)]
        lines.append([words(row.id), *numbers, words(clauses or (NOTHING if not row.changes else ""))])
    return _table(("Row", "Clauses in", "Out", "Changed", "Words", "What"), lines)


def _marks(change: TextChange) -> str:
    return ", ".join(MARK_WORDS[mark] for mark in change.marks)


def _details(row: MatrixRow) -> Iterator[str]:
    yield f"### {words(f'{row.id}: {row.title}')}"
    yield words(outcome(row))
    yield words(contexts_words(row))
    for change in row.changes:
        yield f"#### {words(f'{change.title} ({change.kind} {change.id}): {_marks(change)}')}"
        if said := [*statements(change, row)]:
            yield "\n".join(f"- {words(each)}" for each in said)
        if change.paragraphs:
            yield _table(
                ("Paragraph", "Before", "Now", "Where"),
                (
                    [words(p.label or "–"), words(p.old), words(p.new),
                     words(where(row, p.contexts) + (f" (prints only if {p.condition})" if p.condition else ""))]
                    for p in change.paragraphs
                ),
            )  # fmt: skip


def _playbooks(matrix: TextMatrix) -> str:
    lines = [
        [words(p.playbook), words(effect_words(p)), words(", ".join(r.rule for r in p.rules if r.effect == "nothing"))]
        for p in matrix.playbooks
    ]  # fmt: skip
    return _table(("Playbook", "Effect", "Rules without effect"), lines)
