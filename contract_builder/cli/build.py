"""`contract-builder build BRIEF -o DIR`."""

from pathlib import Path

import click

from contract_builder import api, editions, noticing
from contract_builder.cli.common import (
    EXAMPLE,
    brief_argument,
    chosen_formats,
    end_with,
    library_option,
    open_brief,
    print_json,
    printable,
)
from contract_builder.cli.files import refuse_existing, stem_of, write_all
from contract_builder.cli.shape import IN_HOST, in_host, in_shape, shape_options
from contract_builder.cli.table import heading, paragraph, table
from contract_builder.cli.triage import tier_words
from contract_builder.model.contract import Contract
from contract_builder.model.documents import Made


def _editions(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[editions.Edition, ...]:
    wanted = tuple(dict.fromkeys(part.strip() for part in value.split(",")))
    chosen = tuple(e for e in editions.EDITIONS if e in wanted)
    if len(chosen) != len(wanted):
        raise click.BadParameter(f"write one or more of {', '.join(editions.EDITIONS)}, joined by commas.")
    return chosen


@click.command("build")
@brief_argument
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    callback=printable,
    required=True,
    help="The folder to write to.",
)
@click.option(
    "--format",
    "formats",
    default="docx",
    show_default=True,
    callback=chosen_formats,
    help="docx, html, md, json, pdf; joined by commas. A PDF needs LibreOffice.",
)
@click.option(
    "--edition",
    "wanted",
    default=editions.DEFAULT,
    show_default=True,
    callback=_editions,
    help="annotated, clean, supplier; joined by commas. Only the last is for a supplier.",
)
@shape_options
@click.option("--force", is_flag=True, help="Write over files that are there.")
@library_option
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def command(
    brief: str,
    out: Path,
    formats: tuple[api.Format, ...],
    wanted: tuple[editions.Edition, ...],
    shape: str | None,
    host: str | None,
    host_document: Path | None,
    force: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """Make the contract for BRIEF, its lock, a selection report and the wording for the notice.

    Nothing is written unless everything can be, and nothing is written over without --force:
    the Word file may hold somebody's edits.
    """
    content, read = in_shape(*open_brief(brief, library), shape, host, host_document)
    built = api.build(content, read)
    if (
        built.triage is None
    ):  # the brief does not fit the contents: the same exit code as in the other commands
        raise api.ContentError(built.diagnostics)
    if built.contract is None:
        end_with(built.diagnostics, as_json)
        return
    stem = brief.removeprefix(EXAMPLE) if brief.startswith(EXAMPLE) else stem_of(Path(brief))
    files = {file_name(stem, edition, f): (edition, f) for edition in wanted for f in formats}
    names = [*files, f"{stem}.lock.json", f"{stem}.report.html"]
    if content.library.notice:
        names.append(f"{stem}.notice.md")
    if host_document:
        names.append(f"{stem}.{IN_HOST}")
    if not force:
        refuse_existing(out, names)
    contents = [editions.render_edition(content, built, *kind, date=read.date) for kind in files.values()]
    documents: dict[tuple[str, str], bytes] = dict(zip(files.values(), contents, strict=True))
    contents += [api.lock_contract(content, built, documents), api.selection_report(content, built)]
    if content.library.notice:
        contents.append(noticing.render_notice(noticing.notice_wording(content, built), "md"))
    if host_document:
        contents.append(in_host(editions.supplier_copy(built.contract), host_document))
    paths = write_all(out, dict(zip(names, contents, strict=True)))
    if as_json:
        print_json(
            Made(
                tier=built.triage.inherent,
                residual_tier=built.triage.residual,
                open_items=built.contract.open_items,
                files=tuple(map(str, paths)),
            )
        )
    else:
        click.echo(heading(read.title))
        click.echo(tier_words(built.triage, content.library.taxonomy))
        click.echo(f"{_parts(built.contract)}, "
                   f"{len(built.contract.obligations)} obligations.\n")  # fmt: skip
        _open_items(built.contract)
        click.echo(heading("Written"))
        for path in paths:
            click.echo(f"  {path}")
        click.echo(
            "\n"
            + paragraph("A draft, and not legal advice. " + _to_send(wanted, f"{stem}.{IN_HOST}" if host_document else ""))
        )  # fmt: skip
    end_with(built.diagnostics, as_json)


def file_name(stem: str, edition: str, format: str) -> str:
    """The working file has the plain name; the others say which edition they are."""
    return f"{stem}.{format}" if edition == editions.DEFAULT else f"{stem}.{edition}.{format}"


def _to_send(wanted: tuple[editions.Edition, ...], in_host_name: str) -> str:
    """Which of the files may leave the council; `in_host_name` is that of the host's document, if there is one."""
    host = (
        f"{in_host_name} holds the supplier's text of the schedule and nothing internal of ours; look through the host's own "
        "comments and tracked changes before you send it."
    )
    if "supplier" in wanted:
        one = "the supplier edition and nothing else" if not in_host_name else "the supplier edition"
        more = f" or {in_host_name}, and nothing else" if in_host_name else ""
        words = f"Send {one}{more}: every other file is internal."
    elif in_host_name:
        words = f"Every file but {in_host_name} is internal: to send the schedule by itself, build it with --edition supplier."
    else:
        return "Every file is internal: to send the contract, build it with --edition supplier."
    return f"{words} {host}" if in_host_name else words


def _parts(contract: Contract) -> str:
    clauses, schedules = len(contract.clauses), len(contract.schedules)
    if contract.host:
        return f"{contract.identity.title}: {clauses} paragraphs, {schedules} Annexes"
    return f"{clauses} clauses, {schedules} schedules"


def _open_items(contract: Contract) -> None:
    if not contract.open_items:
        click.echo("No blanks are left.\n")
        return
    click.echo(heading(f"To fill in ({len(contract.open_items)})"))
    click.echo(table(("Who", "What"), sorted((o.owner, o.ask) for o in contract.open_items)))
    click.echo()
