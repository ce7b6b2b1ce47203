"""How a command ends that does not end well: in words or in JSON, with an exit code, never in a traceback."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from contract_builder.errors import UsageError

EXIT_CLEAN, EXIT_FINDINGS, EXIT_USAGE, EXIT_BUG = 0, 1, 2, 70
RULES = ("file-unusable", "internal-error", "stopped", "usage")
"""The rules of failures that are in no file of the contents; each is a diagnostic with --json."""
_REPORT = (
    "This is a bug in contract-builder, not in your files. Nothing was written.\n"
    "Please report it with the text above; CONTRACT_BUILDER_TRACE=1 shows where it happened."
)


@contextmanager
def failures_as_words(as_json: bool = False) -> Iterator[None]:
    """Bad usage and unreadable input exit with 2, a bug with 70.

    `as_json` makes the words one document of diagnostics; what is wrong in no file has a place without a file.
    """
    try:
        yield
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except Exception as error:
        code = EXIT_BUG if _is_bug(error) else EXIT_USAGE
        if code == EXIT_BUG and os.environ.get("CONTRACT_BUILDER_TRACE"):
            raise
        if as_json:
            _print_json(error)
        else:
            _print_words(error)
        sys.exit(code)


def asks_for_json(arguments: list[str]) -> bool:
    """Whether --json is among `arguments`, which may be wrong otherwise."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "--json" in options


def _is_bug(error: Exception) -> bool:
    # ContentError lives with the API, which is not imported where no command needed it.
    usual = (click.Abort, click.ClickException, UsageError, OSError)
    return not isinstance(error, usual) and not hasattr(error, "diagnostics")


def _print_words(error: Exception) -> None:
    if isinstance(error, click.ClickException):
        error.show()
    elif hasattr(error, "diagnostics"):
        from contract_builder.cli.diagnostics import print_diagnostics

        print_diagnostics(error.diagnostics)
    elif isinstance(error, click.Abort):
        click.echo("Stopped.", err=True)
    elif _is_bug(error):
        click.echo(f"{type(error).__name__}: {error}\n{_REPORT}", err=True)
    else:
        _, message, hint = _told(error)
        click.echo(f"Error: {_visible(message)}", err=True)
        if hint:
            click.echo(hint, err=True)


def _print_json(error: Exception) -> None:
    from contract_builder.cli.document import print_report
    from contract_builder.model.diagnostic import Diagnostic, Place

    if hasattr(error, "diagnostics"):
        print_report(error.diagnostics)
    else:
        rule, message, hint = _told(error)
        print_report((Diagnostic(rule, Place(""), message, hint),))


def _told(error: Exception) -> tuple[str, str, str]:
    """The rule, the message and the hint for what is wrong in no file of the contents."""
    if isinstance(error, click.ClickException):
        return "usage", error.format_message(), "`--help` says what the command takes."
    if isinstance(error, click.Abort):
        return "stopped", "Stopped.", ""
    if isinstance(error, UsageError):
        return "usage", str(error), error.hint
    if isinstance(error, OSError):
        return "file-unusable", f"{error.filename or 'a file'}: {error.strerror or error}", ""
    return "internal-error", f"{type(error).__name__}: {error}", _REPORT


def _visible(text: str) -> str:
    """A name that was typed is repeated without what a terminal would obey."""
    from contract_builder.load.source import visible

    return visible(text)
