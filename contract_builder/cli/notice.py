"""`contract-builder notice BRIEF`."""

from pathlib import Path

import click

from contract_builder import api, noticing
from contract_builder.cli.common import (
    brief_argument,
    end_with,
    json_option,
    library_option,
    open_brief,
    print_json,
    printable,
)
from contract_builder.cli.files import ENDINGS, refuse_to_write, write_one


@click.command("notice")
@brief_argument
@click.option(
    "--format", "format_", type=click.Choice(noticing.NOTICE_FORMATS),
    help="text, the default, to paste; md; json. A file's ending says it, too.",
)  # fmt: skip
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), callback=printable,
    help="The file to write; the terminal, if left out.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@library_option
@json_option
def command(
    brief: str, format_: noticing.NoticeFormat | None, out: Path | None, force: bool, library: Path | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Print the wording for the tender or transparency notice of the contract that BRIEF makes.

    A change during the contract is safe only if contract and notice provide for it. Each paragraph stands
    only where the contract holds what it says, with the contract's own figures. Below the wording stands
    what is for the officer and not to be published.
    """
    if out is not None:
        refuse_to_write(out, "notice.md", force)
    content, read = open_brief(brief, library)
    built = api.build(content, read)
    if built.triage is None:
        raise api.ContentError(built.diagnostics)
    if built.contract is None:
        end_with(built.diagnostics, as_json)
        return
    wording = noticing.notice_wording(content, built)
    chosen = format_ or _of_ending(out) or ("json" if as_json else "text")
    if out is not None:
        write_one(out, noticing.render_notice(wording, chosen))
    elif as_json or chosen == "json":
        print_json(wording)
    else:
        click.echo(noticing.render_notice(wording, chosen).decode(), nl=False)
    end_with(built.diagnostics, as_json)


def _of_ending(out: Path | None) -> noticing.NoticeFormat | None:
    ending = ENDINGS.get(out.suffix.lower()) if out else None
    return next((f for f in noticing.NOTICE_FORMATS if f == ending), None)
