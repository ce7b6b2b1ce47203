"""`contract-builder rebuild LOCK -o DIR`."""

import sys
from pathlib import Path

import click
from msgspec.structs import replace

from contract_builder import api, locked
from contract_builder.cli.build import file_name
from contract_builder.cli.common import (
    EXAMPLE,
    chosen_formats,
    json_option,
    library_option,
    print_json,
    printable,
)
from contract_builder.cli.failures import EXIT_FINDINGS
from contract_builder.cli.files import refuse_existing, stem_of, write_all
from contract_builder.cli.lock_file import lock_stem, open_lock
from contract_builder.cli.table import heading, paragraph, table
from contract_builder.editions import EDITIONS, Edition
from contract_builder.load.council import Council
from contract_builder.lock import Lock
from contract_builder.model.rebuild import Difference, MadeAgain, RebuildReport

_SAME = {
    "bytes": "the same bytes as the first time",
    "content": "the same parts, packed into other bytes",
    "different": "not the same as the first time",
    "not-recorded": "the lock recorded none to compare with",
}
_DIGEST = 64
_SHORT = 12


@click.command("rebuild")
@click.argument("lock", type=click.Path(path_type=Path), callback=printable)
@click.option(
    "-o", "--out", type=click.Path(file_okay=False, path_type=Path), callback=printable, required=True,
    help="The folder to write to.",
)  # fmt: skip
@click.option(
    "--format", "formats", default="docx", show_default=True, callback=chosen_formats,
    help="docx, html, md, json, pdf; joined by commas. A PDF is not compared.",
)  # fmt: skip
@click.option(
    "--edition",
    type=click.Choice(EDITIONS),
    help="An edition that was built, or the supplier's; without it clean, if that was built.",
)
@click.option("--force", is_flag=True, help="Write over files that are there.")
@library_option
@click.option(
    "--brief", callback=printable, help="A brief to hold against the lock: a file, or example:NAME."
)
@json_option
def command(
    lock: Path, out: Path, formats: tuple[api.Format, ...], edition: Edition | None, force: bool, library: Path | None,
    brief: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Make the contract of LOCK again, from the lock alone, and say whether it is the same.

    The files are written also where they differ: ends with 1 if the bytes are not those that the lock recorded,
    if what they may hang on differs and none are recorded, or if the --library or the --brief is not as it was.
    """
    read = open_lock(lock)
    rebuilt = locked.rebuild(read, formats, edition)
    stem = stem_of(Path(lock_stem(lock).name + ".docx"))
    names = [file_name(stem, rebuilt.report.edition, format_) for format_ in formats]
    if not force:
        refuse_existing(out, names)
    compared, inputs = _inputs(read, library, brief)
    paths = write_all(out, dict(zip(names, rebuilt.documents.values(), strict=True)))
    files = tuple(
        replace(made, path=str(path)) for made, path in zip(rebuilt.report.files, paths, strict=True)
    )
    report = replace(rebuilt.report, files=files, inputs=inputs, compared=compared)
    if as_json:
        print_json(report)
    else:
        _print(report)
    if inputs or any(_wrong(made, report) for made in files):
        sys.exit(EXIT_FINDINGS)


def _inputs(
    lock: Lock, library: Path | None, brief: str | None
) -> tuple[tuple[str, ...], tuple[Difference, ...]]:
    """What was given to compare, and what of it differs."""
    council: Council | None = None
    read = None
    if brief is not None and brief.startswith(EXAMPLE):
        read = api.read_brief(api.example(brief.removeprefix(EXAMPLE)), None, brief)
    elif brief is not None:
        council = api.council_near(Path(brief).resolve().parent)
        read = api.read_brief(Path(brief))
        read = api.brief_with(read, council.particulars) if council else read
    else:
        council = api.council_near(Path.cwd()) if lock.council else None
    overlay = council.overlay if council else None
    given = tuple(name for name, value in (("library", library), ("brief", brief)) if value is not None)
    return given, locked.compare_inputs(lock, library, overlay, read)


def _wrong(made: MadeAgain, report: RebuildReport) -> bool:
    hangs = any(made.kind in difference.matters_to for difference in report.made_with)
    return made.same in ("content", "different") or (made.same == "not-recorded" and hangs)


def _print(report: RebuildReport) -> None:
    click.echo(heading(report.title))
    for made in report.files:
        click.echo(f"  {made.path}\n      {_SAME[made.same]}")
    if report.made_with:
        click.echo("\n" + heading("Made with, then and here"))
        rows = [
            (
                d.name,
                _shown(d.locked),
                _shown(d.here),
                ", ".join(d.matters_to) or "the build from the library only",
            )
            for d in report.made_with
        ]
        click.echo(table(("What", "Then", "Here", "The bytes that may hang on it"), rows))
    if any(made.same == "different" for made in report.files) and not _explained(report):
        click.echo("\n" + paragraph("All that the lock names is the same here, and the bytes are not: "
                                    "the program itself was changed under one version number."))  # fmt: skip
    if report.inputs:
        click.echo("\n" + heading("Inputs that are not as the lock says"))
        click.echo(
            table(
                ("What", "Then", "Here"), [(d.name, _shown(d.locked), _shown(d.here)) for d in report.inputs]
            )
        )
    elif report.compared:
        click.echo(f"\nAs the lock says: the {' and the '.join(report.compared)}.")


def _explained(report: RebuildReport) -> bool:
    return any(d.matters_to for d in report.made_with)


def _shown(value: str) -> str:
    """A version as it is; of a digest, as much as tells two apart."""
    if not value:
        return "none"
    return f"{value[:_SHORT]}…" if len(value) == _DIGEST else value
