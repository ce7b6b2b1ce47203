"""`contract-builder check FILE.docx`: what is wrong in Word documents, in place of the library."""

import sys
from pathlib import Path
from typing import Any

import click
import msgspec

from contract_builder.check.report import Report
from contract_builder.cli.common import print_json, printable
from contract_builder.cli.diagnostics import print_diagnostics, summary
from contract_builder.cli.failures import EXIT_FINDINGS, EXIT_USAGE
from contract_builder.errors import UsageError
from contract_builder.load.source import visible
from contract_builder.model.diagnostic import Diagnostic, Place, errors

UNREADABLE = ("docx-unreadable", "docx-no-document")
"""Rules after which nothing in the document was looked at."""
_MOST_BYTES = 100_000_000
_TEXT = "word/document.xml"
_LIBRARY_INSTEAD = "To check the library, name no file: contract-builder check --library FOLDER."


def document_arguments(context: click.Context, parameter: click.Parameter, value: Any) -> tuple[Path, ...]:
    """The files on the command line. Raises BadParameter if to print one would make a terminal act or fail."""
    return tuple(printable(context, parameter, path) for path in value)


def check_documents(files: tuple[Path, ...], as_json: bool, strict: bool, others: tuple[str, ...]) -> None:
    """Print what is wrong in each of `files`, and exit: 0 if nothing, 1 for errors, 2 for what cannot be read.

    `strict` makes warnings count. `others` are the options given that are for the library alone.
    Raises UsageError for these, and for a file that is none or no .docx.
    """
    if others:
        raise UsageError(
            f"{', '.join(others)} cannot be given for a document.", "Leave it out, or name no file."
        )
    report = Report(diagnostics=tuple(d for path in dict.fromkeys(files) for d in document_faults(path)))
    if as_json:
        print_json(report)
    else:
        print_diagnostics(tuple(map(_in_words, report.diagnostics)))
        if not report.diagnostics:
            click.echo(summary(()))
    if any(d.rule in UNREADABLE for d in report.diagnostics):
        sys.exit(EXIT_USAGE)
    if errors(report.diagnostics) or (strict and any(d.level == "warning" for d in report.diagnostics)):
        sys.exit(EXIT_FINDINGS)


def document_faults(path: Path) -> list[Diagnostic]:
    """What is wrong in the document at `path`: each has the file, and in `text` the words of the paragraph.

    A document comes from anywhere, so nothing in the words is left that a terminal would obey.
    """
    from contract_builder.render.docx.lint import lint

    return [_of_file(found, str(path)) for found in lint(_read(path))]


def _of_file(found: Diagnostic, file: str) -> Diagnostic:
    part = found.place.file
    where = f" ({part})" if part not in ("", _TEXT) else ""
    return Diagnostic(
        found.rule,
        Place(file, text=visible(found.place.text)),
        visible(f"{found.message.removesuffix('.')}{where}."),
        visible(found.hint),
        found.level,
    )


def _in_words(found: Diagnostic) -> Diagnostic:
    """`found` with the words of the paragraph in its message: a Word document has no lines to point at."""
    words = " ".join(found.place.text.split())
    message = f"{found.message} It is at “{words}”." if words else found.message
    return msgspec.structs.replace(found, place=Place(found.place.file), message=message)


def _read(path: Path) -> bytes:
    if path.is_dir():
        raise UsageError(f"{path} is a folder.", _LIBRARY_INSTEAD)
    if not path.is_file():
        raise UsageError(f"There is no file {path}.", _LIBRARY_INSTEAD)
    if path.suffix.lower() != ".docx":
        raise UsageError(
            f"{path} is no .docx file.", f"Save it from Word as a .docx file. {_LIBRARY_INSTEAD}"
        )
    if path.stat().st_size > _MOST_BYTES:
        raise UsageError(f"{path} is too large.", f"The most is {_MOST_BYTES:,} bytes.")
    return path.read_bytes()
