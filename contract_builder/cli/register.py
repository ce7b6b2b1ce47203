"""`contract-builder register BRIEF|LOCK -o DIR`."""

from pathlib import Path

import click

from contract_builder import api, registering
from contract_builder.cli.common import (
    EXAMPLE,
    end_with,
    json_option,
    library_option,
    open_brief,
    print_json,
    printable,
)
from contract_builder.cli.files import refuse_existing, stem_of, write_all
from contract_builder.cli.lock_file import LOCK_END, lock_stem, open_lock
from contract_builder.cli.table import heading, paragraph
from contract_builder.model.contract import Contract
from contract_builder.model.register import Register
from contract_builder.model.words import long_date
from contract_builder.render.words import count


def _formats(
    ctx: click.Context, parameter: click.Parameter, value: str
) -> tuple[registering.RegisterFormat, ...]:
    wanted = {part.strip() for part in value.split(",")}
    chosen = tuple(f for f in registering.REGISTER_FORMATS if f in wanted)
    if len(chosen) != len(wanted):
        raise click.BadParameter(
            f"write one or more of {', '.join(registering.REGISTER_FORMATS)}, joined by commas."
        )
    return chosen


@click.command("register")
@click.argument("source", metavar="BRIEF|LOCK", callback=printable)
@click.option(
    "-o", "--out", type=click.Path(file_okay=False, path_type=Path), callback=printable, required=True,
    help="The folder to write to.",
)  # fmt: skip
@click.option(
    "--format", "formats", default="xlsx,ics", show_default=True, callback=_formats,
    help="xlsx, csv, ics, json; joined by commas.",
)  # fmt: skip
@click.option("--start-date", default="", help="YYYY-MM-DD, where the Particulars leave the Start Date open.")
@click.option("--end-date", default="", help="YYYY-MM-DD, if it is known when the contract ends.")
@click.option("--force", is_flag=True, help="Write over files that are there.")
@library_option
@json_option
def command(
    source: str, out: Path, formats: tuple[registering.RegisterFormat, ...], start_date: str, end_date: str,
    force: bool, library: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Write the register of obligations: who must do what, by when, with what evidence.

    A date is given only where it is certain: for the rest the register says what sets the obligation off.
    """
    contract, as_of, stem = _contract(source, library, as_json)
    register = registering.register_of(contract, start_date, end_date, as_of)
    names = [f"{stem}.register.{format_}" for format_ in formats]
    if not force:
        refuse_existing(out, names)
    files = {
        name: registering.render_register(register, format_)
        for name, format_ in zip(names, formats, strict=True)
    }
    paths = write_all(out, files)
    if as_json:
        print_json(register)
    else:
        _print(register, paths)


def _contract(source: str, library: Path | None, as_json: bool) -> tuple[Contract, str, str]:
    """The contract of a lock, or of a brief; the date of its draft; and what the names of its files begin with."""
    if source.endswith(LOCK_END):
        lock = open_lock(Path(source))
        return lock.contract, lock.date, stem_of(Path(lock_stem(Path(source)).name + ".docx"))
    content, read = open_brief(source, library)
    built = api.build(content, read)
    if built.triage is None:
        raise api.ContentError(built.diagnostics)
    if built.contract is None:
        end_with(built.diagnostics, as_json)
        raise click.exceptions.Exit(1)
    stem = source.removeprefix(EXAMPLE) if source.startswith(EXAMPLE) else stem_of(Path(source))
    return built.contract, read.date, stem


def _print(register: Register, paths: list[Path]) -> None:
    dated = [entry for entry in register.entries if entry.dates]
    click.echo(heading(register.contract.subject or register.contract.title))
    click.echo(f"{count(len(register.entries), 'obligation')}: {len(dated)} with a date, "
               f"{len(register.entries) - len(dated)} that something else sets off.")  # fmt: skip
    for name, day in (("Start Date", register.start_date), ("End Date", register.end_date)):
        click.echo(f"{name}: {long_date(day) or 'not known'}")
    click.echo("\n" + heading("Written"))
    for path in paths:
        click.echo(f"  {path}")
    click.echo()
    for note in register.notes:
        click.echo(paragraph(note))
