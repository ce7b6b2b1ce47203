"""What the commands share: their options, and opening the contents and a brief."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from contract_builder import api
from contract_builder.cli.complete import briefs
from contract_builder.cli.diagnostics import print_diagnostics
from contract_builder.cli.document import print_document, print_report
from contract_builder.errors import UsageError
from contract_builder.load.source import illegal_in
from contract_builder.model.brief import Brief
from contract_builder.model.diagnostic import Diagnostic

F = TypeVar("F", bound=Callable[..., Any])
EXAMPLE = "example:"
_NOT_TEXT = frozenset((".doc", ".docx", ".odt", ".pdf", ".rtf", ".xls", ".xlsx"))


def printable(ctx: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """`value`, a path from the command line. Raises BadParameter if to print it would make a terminal act or fail."""
    text = str(value or "")
    if illegal_in(text) or any(character in text for character in "\r\n\t"):
        raise click.BadParameter(f"{text!a} holds a character that cannot be printed.", ctx, parameter)
    return value


def library_option(function: F) -> F:
    """--library: contents other than the shipped ones."""
    return click.option(
        "--library",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=printable,
        help="A folder with clauses/ and playbooks/, instead of the shipped contents.",
    )(function)


def json_option(function: F) -> F:
    """--json: one document on stdout for other programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")(function)


def chosen_formats(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[api.Format, ...]:
    """The formats in `value`, joined by commas. Raises BadParameter for one that there is not."""
    wanted = tuple(dict.fromkeys(part.strip() for part in value.split(",")))
    chosen = tuple(f for f in api.FORMATS if f in wanted)
    if len(chosen) != len(wanted):
        raise click.BadParameter(f"write one or more of {', '.join(api.FORMATS)}, joined by commas.")
    return chosen


def brief_argument(function: F) -> F:
    """BRIEF."""
    return click.argument("brief", shell_complete=briefs, callback=printable)(function)


def open_brief(brief: str, library: Path | None) -> tuple[api.Content, Brief]:
    """The contents, with the overlay of the council nearest to the brief, and the brief."""
    if brief.startswith(EXAMPLE):
        name = brief.removeprefix(EXAMPLE)
        data = api.example(name)
        content = api.load_content(library, cache=api.shared_cache())
        return content, api.read_brief(data, content, f"{name}.yaml")
    path = Path(brief)
    if path.is_dir():
        raise UsageError(f"{brief} is a folder.", "Give the file of the brief that is in it.")
    if path.suffix.lower() in _NOT_TEXT and path.is_file():
        raise UsageError(f"{brief} is not a brief.", "A brief is a text file: copy an example, such as "
                         "examples/event-listing-drafts.yaml, and edit it in a text editor.")  # fmt: skip
    if not path.is_file():
        hint = f"Shipped examples: {', '.join(EXAMPLE + n for n in api.examples())}."
        raise UsageError(f"There is no file {brief}.", hint)
    council = api.council_near(path.resolve().parent)
    cache = api.shared_cache()
    content = api.load_content(library, council, cache)
    return content, api.read_brief(path, content, cache=cache)


def checked_brief(brief: str, library: Path | None) -> tuple[api.Content, Brief]:
    """As `open_brief`, but a brief that does not fit the contents ends the command."""
    content, read = open_brief(brief, library)
    if problems := api.check_brief(content, read):
        raise api.ContentError(tuple(problems))
    return content, read


def open_contents(library: Path | None) -> api.Content:
    """The contents, with the overlay of the council nearest to the working folder."""
    return api.load_content(library, api.council_near(Path.cwd()), api.shared_cache())


def print_json(value: Any) -> None:
    """`value` as one indented JSON document on stdout."""
    print_document(value)


def end_with(diagnostics: tuple[Diagnostic, ...], as_json: bool = False) -> None:
    """Print what was found on stderr, as words or as one JSON document; exit with 1 if an error is among it."""
    from contract_builder.cli.failures import EXIT_FINDINGS

    if as_json:
        print_report(diagnostics)
    else:
        print_diagnostics(diagnostics)
    if any(d.level == "error" for d in diagnostics):
        sys.exit(EXIT_FINDINGS)
