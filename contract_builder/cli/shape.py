"""The shape of what `build` makes: an agreement of its own, or an AI schedule, by itself or in its host's document."""

from pathlib import Path

import click

from contract_builder import api
from contract_builder.cli.common import F, printable
from contract_builder.errors import UsageError
from contract_builder.hosting import add_host, as_agreement, as_schedule
from contract_builder.model.brief import Brief
from contract_builder.model.contract import Contract

_MAPS = (".yaml", ".yml")
IN_HOST = "in-host.docx"
"""How the name of a host's document with the schedule in it ends."""


def shape_options(function: F) -> F:
    """--shape, --host and --into."""
    for option in (
        click.option(
            "--into", "host_document", type=click.Path(exists=True, dir_okay=False, path_type=Path), callback=printable,
            help="Put the AI schedule into this Word document too: where a paragraph says [[AI schedule]], or at the end.",
        ),
        click.option("--host", callback=printable,
                     help="The host of an AI schedule: a name from `list --what hosts`, or the file of a map."),
        click.option("--shape", type=click.Choice(["agreement", "ai-schedule"]),
                     help="What to make, whatever the brief says."),
    ):  # fmt: skip
        function = option(function)
    return function


def in_shape(
    content: api.Content, brief: Brief, shape: str | None, host: str | None, host_document: Path | None
) -> tuple[api.Content, Brief]:
    """`content` and `brief` as the options of `shape_options` have them. Raises UsageError, ContentError."""
    if host and Path(host).suffix.lower() in _MAPS:
        if not Path(host).is_file():
            raise UsageError(f"There is no file {host}.", "Give the file of a host map, or a name.")
        content = add_host(content, Path(host))
        host = content.library.hosts[-1].id
    if shape == "agreement":
        if host or host_document:
            raise UsageError(
                "An agreement of its own has no host.", "Leave out --host and --into, or --shape."
            )
        return content, as_agreement(brief)
    if host or shape == "ai-schedule" or host_document:
        brief = as_schedule(brief, host or "")
    return content, brief


def in_host(contract: Contract, host_document: Path) -> bytes:
    """`contract` in the Word document `host_document`. Raises UsageError if it cannot be read or take it."""
    from contract_builder.render.docx.insert import insert_schedule

    try:
        data = host_document.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{host_document} cannot be read: {error.strerror}.", "Close it in Word first."
        ) from error
    return insert_schedule(data, contract)
