"""`contract-builder matrix [ROW]`."""

from pathlib import Path
from typing import Literal, cast

import click

from contract_builder import upkeep
from contract_builder.cli.common import json_option, library_option, open_contents, printable
from contract_builder.cli.complete import matrix_rows
from contract_builder.cli.diagnostics import print_diagnostics
from contract_builder.cli.files import ENDINGS, refuse_to_write, write_one
from contract_builder.cli.table import heading, paragraph, table
from contract_builder.errors import UsageError
from contract_builder.model.matrix import DIMENSIONS, MatrixRow, TextChange, TextMatrix
from contract_builder.render.matrix_words import (
    MARK_WORDS,
    NOTHING,
    SUBJECT,
    TITLES,
    besides_words,
    contexts_words,
    effect_words,
    outcome,
    statements,
    tally,
    where,
)
from contract_builder.render.words import capital, count

FORMATS = ("text", "md", "json", "html")


@click.command("matrix")
@click.argument("row", required=False, shell_complete=matrix_rows, callback=printable)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="Default: by the ending of FILE, or text."
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    callback=printable,
    metavar="FILE",
    help="Write it to a file.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@library_option
@json_option
def command(
    row: str | None, format_: str | None, out: Path | None, force: bool, library: Path | None, as_json: bool
) -> None:
    """Show what each AI type, service area, tier and switch changes in the words of a contract.

    With ROW (an AI type, a service area, tier-2 to tier-4, or a switch such as reorganisation=no): the details
    of that row, with the old words and the new. Playbooks and rules that change nothing are warned of.
    A council's overlay counts where council.toml is found from the working folder upwards.
    """
    if as_json and format_ not in (None, "json"):
        raise UsageError(f"--json and --format {format_} contradict each other.", "Give one of them.")
    if out is not None:
        refuse_to_write(out, "matrix.html", force)
    kind = "json" if as_json else format_ or (ENDINGS.get(out.suffix.lower()) if out else None) or "text"
    content = open_contents(library)
    matrix = upkeep.text_matrix(content) if row is None else upkeep.text_matrix_row(content, row)
    data = _data(matrix, kind, row is not None)
    if out is not None:
        write_one(out, click.unstyle(data.decode()).encode() if kind == "text" else data)
    else:
        click.echo(data.decode().rstrip("\n"))
    if row is None and kind != "json":
        print_diagnostics(matrix.diagnostics, (library,) if library else ())


def _data(matrix: TextMatrix, format_: str, details: bool) -> bytes:
    if format_ != "text":
        return upkeep.render_text_matrix(matrix, cast(Literal["html", "md", "json"], format_))
    parts = [_details(row) for row in matrix.rows] if details else [_summary(matrix)]
    return ("\n\n".join(parts) + "\n").encode()


def _summary(matrix: TextMatrix) -> str:
    parts = [f"{heading(SUBJECT)}\n{paragraph(f'{matrix.library} {matrix.library_version}')}"]
    for dimension in DIMENSIONS:
        rows = [row for row in matrix.rows if row.dimension == dimension]
        if rows:
            lines = [(row.id, *map(str, (*tally(row)[:3], row.words)), _what(row)) for row in rows]
            parts.append(table((TITLES[dimension], "In", "Out", "Changed", "Words", "Clauses"), lines))
    if matrix.playbooks:
        lines = [(p.playbook, effect_words(p)) for p in matrix.playbooks]
        parts.append(table(("Playbook", "Contracts with it against contracts without it"), lines))
    parts.append(
        paragraph(
            "In, Out, Changed: clauses. Words: those that come and those that go, in the case with the most. "
            "See `matrix ROW` for the old words and the new."
        )
    )
    return "\n\n".join(parts)


def _what(row: MatrixRow) -> str:
    if not row.changes:
        return f"{NOTHING} ({besides})" if (besides := besides_words(row)) else NOTHING
    clauses = [change for change in row.changes if change.kind == "clause"]
    others = len(row.changes) - len(clauses)
    words = ", ".join(f"{change.id} ({_marks(change)})" for change in clauses)
    more = count(others, "schedule or definition", "schedules or definitions") if others else ""
    return "; ".join(part for part in (words, more) if part)


def _marks(change: TextChange) -> str:
    return ", ".join(MARK_WORDS[mark] for mark in change.marks)


def _details(row: MatrixRow) -> str:
    lines = [heading(f"{row.title} ({row.id})"), paragraph(outcome(row)), paragraph(contexts_words(row))]
    for change in row.changes:
        lines += ["", heading(f"{change.title} ({change.kind} {change.id}): {_marks(change)}")]
        lines += [paragraph(said, 2) for said in statements(change, row)]
        for changed in change.paragraphs:
            label = f"^{changed.label}, " if changed.label else ""
            condition = f" It prints only if {changed.condition}." if changed.condition else ""
            said = where(row, changed.contexts)
            lines.append(paragraph(f"{label}{said if label else capital(said)}.{condition}", 2))
            lines += [paragraph(f"before: {changed.old}", 4)] if changed.old else []
            lines += [paragraph(f"now: {changed.new}", 4)] if changed.new else []
    return "\n".join(lines)
