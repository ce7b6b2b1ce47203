"""`contract-builder check`."""

import sys
from pathlib import Path

import click

from contract_builder import api
from contract_builder.cli.common import json_option, library_option, print_json
from contract_builder.cli.diagnostics import print_diagnostics, summary
from contract_builder.cli.failures import EXIT_FINDINGS
from contract_builder.model.diagnostic import errors


@click.command("check")
@library_option
@click.option(
    "--as-of", default="", metavar="YYYY-MM-DD", help="Warn of law that is overdue for review on this date."
)
@json_option
def command(library: Path | None, as_of: str, as_json: bool) -> None:
    """Find what is wrong in the library and the playbooks, all of it in one run.

    A council's overlay is checked with them where council.toml is found from the working folder upwards.
    Exits with 1 if there are errors; warnings do not count.
    """
    if as_of and not _is_date(as_of):
        raise click.BadParameter(f"{as_of!r} is not a date, written YYYY-MM-DD.", param_hint="'--as-of'")
    council = api.council_near(Path.cwd())
    found = api.check_content(library, council, as_of)
    if as_json:
        print_json(found)
    else:
        roots = (library or api.shipped_contents(),) + (
            (council.overlay,) if council and council.overlay else ()
        )
        print_diagnostics(found, roots)
        if not found:
            click.echo(summary(found))
    if errors(found):
        sys.exit(EXIT_FINDINGS)


def _is_date(text: str) -> bool:
    from datetime import date

    try:
        return len(text) == len("2026-11-24") and bool(date.fromisoformat(text))
    except ValueError:
        return False
