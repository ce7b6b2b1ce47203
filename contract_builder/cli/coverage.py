"""`contract-builder coverage`."""

import sys
from pathlib import Path

import click

from contract_builder.cli.common import library_option, open_contents, print_json, printable
from contract_builder.cli.complete import findings
from contract_builder.cli.coverage_text import coverage_text
from contract_builder.cli.failures import EXIT_FINDINGS
from contract_builder.cli.files import ENDINGS, refuse_to_write, write_one
from contract_builder.coverage import coverage_of
from contract_builder.errors import UsageError
from contract_builder.model.coverage import Coverage
from contract_builder.render.coverage import COVERAGE_FORMATS, render_coverage

FORMATS = ("text", *COVERAGE_FORMATS)
ALL = "all"


@click.command("coverage")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="Default: by the ending of FILE, or text."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    callback=printable,
    metavar="FILE",
    help="Write it to a file.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option(
    "--require", "required", multiple=True, metavar="FINDING", shell_complete=findings,
    help="Exit with 1 if the finding is not answered; give it again for each, or `all`.",
)  # fmt: skip
@library_option
def command(
    format_: str | None,
    as_json: bool,
    out: Path | None,
    force: bool,
    required: tuple[str, ...],
    library: Path | None,
) -> None:
    """Show which findings, topics, harms and published models the clauses answer, and what is still open.

    A finding counts as answered only through labelled items that give a right, a number and a remedy.
    The clauses of a council are counted where council.toml is found from the working folder upwards.
    """
    if out is not None:
        refuse_to_write(out, "coverage.html", force)
    coverage = coverage_of(open_contents(library))
    _refuse_unknown(required, coverage)
    kind = "json" if as_json else format_ or (ENDINGS.get(out.suffix.lower()) if out else None) or "text"
    if out is not None:
        write_one(out, _rendered(coverage, kind))
    elif kind == "json":
        print_json(coverage)
    elif kind == "text":
        click.echo(coverage_text(coverage))
    else:
        click.echo(_rendered(coverage, kind), nl=False)
    if unmet := [f for f in coverage.findings if f.state != "answered" and {f.id, ALL} & set(required)]:
        for finding in unmet:
            click.echo(f"Not answered: {finding.code} {finding.id}", err=True)
        sys.exit(EXIT_FINDINGS)


def _rendered(coverage: Coverage, kind: str) -> bytes:
    if kind == "text":
        return f"{click.unstyle(coverage_text(coverage))}\n".encode()
    return render_coverage(coverage, next(f for f in COVERAGE_FORMATS if f == kind))


def _refuse_unknown(required: tuple[str, ...], coverage: Coverage) -> None:
    from contract_builder.load.hints import did_you_mean

    known = [ALL, *(finding.id for finding in coverage.findings)]
    for name in required:
        if name not in known:
            hint = did_you_mean(name, known) or "See `contract-builder coverage --format md`."
            raise UsageError(f"No finding is called {name}.", hint)
