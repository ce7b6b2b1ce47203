"""How a command ends that does not end well: in words, with an exit code, never in a traceback."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from contract_builder.errors import InternalError, UsageError

EXIT_CLEAN, EXIT_FINDINGS, EXIT_USAGE, EXIT_BUG = 0, 1, 2, 70
_REPORT = (
    "This is a bug in contract-builder, not in your files. Nothing was written.\n"
    "Please report it with the text above; CONTRACT_BUILDER_TRACE=1 shows where it happened."
)


@contextmanager
def failures_as_words() -> Iterator[None]:
    """Bad usage and unreadable input exit with 2, a bug with 70."""
    try:
        yield
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(EXIT_USAGE)
    except click.ClickException as error:
        error.show()
        sys.exit(EXIT_USAGE)
    except UsageError as error:
        click.echo(f"Error: {_visible(str(error))}", err=True)
        if error.hint:
            click.echo(error.hint, err=True)
        sys.exit(EXIT_USAGE)
    except OSError as error:
        click.echo(f"Error: {error.filename or 'a file'}: {error.strerror or error}", err=True)
        sys.exit(EXIT_USAGE)
    except InternalError as error:
        _bug(error)
    except Exception as error:
        # ContentError lives with the API, which is not imported where no command needed it.
        diagnostics = getattr(error, "diagnostics", None)
        if diagnostics is None:
            _bug(error)
        else:
            from contract_builder.cli.diagnostics import print_diagnostics

            print_diagnostics(diagnostics)
            sys.exit(EXIT_USAGE)


def _visible(text: str) -> str:
    """A name that was typed is repeated without what a terminal would obey."""
    from contract_builder.load.source import visible

    return visible(text)


def _bug(error: Exception) -> None:
    if os.environ.get("CONTRACT_BUILDER_TRACE"):
        raise error
    click.echo(f"{type(error).__name__}: {error}", err=True)
    click.echo(_REPORT, err=True)
    sys.exit(EXIT_BUG)
