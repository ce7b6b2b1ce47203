"""`contract-builder check`."""

import sys
from pathlib import Path

import click

from contract_builder import __version__, api, upkeep
from contract_builder.check.report import Report
from contract_builder.cli.check_document import check_documents, document_arguments
from contract_builder.cli.common import json_option, library_option, print_json
from contract_builder.cli.diagnostics import print_diagnostics, summary
from contract_builder.cli.failures import EXIT_FINDINGS
from contract_builder.errors import UsageError
from contract_builder.model.diagnostic import errors

_FORMATS = ("text", "json", "sarif", "github")


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), callback=document_arguments)
@library_option
@click.option(
    "--as-of", default="", metavar="YYYY-MM-DD", help="Warn of law that is overdue for review on this date."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="How to print what is found: for people, other programs, code hosts, or GitHub Actions.",
)
@json_option
@click.option(
    "--advice", is_flag=True, help="Show advice on wording as well (JSON and SARIF always hold it)."
)
@click.option("--strict", is_flag=True, help="Exit with 1 if there are warnings, too.")
@click.option("--rule", "rules", multiple=True, metavar="RULE", help="Run only this rule; may be repeated.")
@click.option("--list-rules", is_flag=True, help="List the rules instead, by group.")
@click.option("--explain", default="", metavar="RULE", help="Say what a rule finds, and why, instead.")
def command(
    files: tuple[Path, ...],
    library: Path | None,
    as_of: str,
    form: str,
    as_json: bool,
    advice: bool,
    strict: bool,
    rules: tuple[str, ...],
    list_rules: bool,
    explain: str,
) -> None:
    """Find what is wrong in the library and the playbooks, all of it in one run.

    A council's overlay is checked with them where council.toml is found from the working folder upwards.
    Exits with 1 if there are errors. Warnings do not count, unless --strict; advice never does.
    What a file allows, with a reason, is counted and not shown; JSON and SARIF list it.

    FILES are Word documents (.docx) to check in place of the library: for notes, comments, changes and
    placeholders that are left, for what a screen reader needs, and for broken references and numbers.
    """
    if list_rules or explain:
        from contract_builder.cli.rules import list_of_rules, rule_in_words

        click.echo(rule_in_words(explain) if explain else list_of_rules())
        return
    if rules:
        from contract_builder.cli.rules import known

        rules = tuple(map(known, rules))
    if as_of and not _is_date(as_of):
        raise click.BadParameter(f"{as_of!r} is not a date, written YYYY-MM-DD.", param_hint="'--as-of'")
    if as_json and form not in ("text", "json"):
        raise UsageError(f"--json and --format {form} ask for two different things.", "Give one of the two.")
    if files:
        given = {
            "--library": library,
            "--as-of": as_of,
            "--rule": rules,
            f"--format {form}": form in _FORMATS[2:],
        }
        check_documents(
            files, as_json or form == "json", strict, tuple(name for name, value in given.items() if value)
        )
        return
    council = api.council_near(Path.cwd())
    report = upkeep.check_report(library, council, as_of, rules)
    roots: tuple[Path, ...] = (library or api.shipped_contents(),)
    if council and council.overlay:
        roots += (council.overlay.resolve().parent,)  # its files are named from its parent
    _print(report, "json" if as_json else form, advice, roots)
    if errors(report.diagnostics) or (strict and any(d.level == "warning" for d in report.diagnostics)):
        sys.exit(EXIT_FINDINGS)


def _print(report: Report, form: str, advice: bool, roots: tuple[Path, ...]) -> None:
    if form == "json":
        print_json(report)
        return
    shown = tuple(d for d in report.diagnostics if advice or d.level != "advice")
    words = summary(report.diagnostics, len(report.allowed), len(report.diagnostics) - len(shown))
    if form == "text":
        print_diagnostics(shown, roots, words)
        if not shown:
            click.echo(words)
        return
    from contract_builder.cli.where import files_under

    files = files_under(roots, Path.cwd())
    if form == "sarif":
        from contract_builder.check.formats.sarif import sarif

        print_json(sarif(report, files, __version__))
        return
    from contract_builder.check.formats.github import github_lines

    for line in github_lines(shown, files):
        click.echo(line)
    click.echo(words, err=True)


def _is_date(text: str) -> bool:
    from datetime import date

    try:
        return len(text) == len("2026-11-24") and bool(date.fromisoformat(text))
    except ValueError:
        return False
