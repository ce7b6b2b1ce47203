"""Hosts of AI schedules: a map from a file of its own, and a brief turned into a schedule or back."""

from pathlib import Path

from msgspec.structs import replace

from contract_builder.built import Content, ContentError
from contract_builder.errors import UsageError
from contract_builder.load.host import load_host
from contract_builder.model.brief import Brief
from contract_builder.model.host import HostChoice

__all__ = ["add_host", "as_agreement", "as_schedule"]


def add_host(content: Content, path: Path) -> Content:
    """`content` with the host map in the file `path`; it takes the place of a map of the same name.

    Raises ContentError with every error in it.
    """
    found = load_host(path)
    if found.value is None:
        raise ContentError(found.diagnostics)
    host = found.value
    hosts = (*(h for h in content.library.hosts if h.id != host.id), host)
    return replace(content, library=replace(content.library, hosts=hosts))


def as_schedule(brief: Brief, host: str = "") -> Brief:
    """`brief` as an AI schedule to the host whose map is called `host`; to its own, if left out.

    What the brief says of its own host holds for another one, too. Raises UsageError if none is named.
    """
    if not host and brief.host is None:
        raise UsageError(
            "An AI schedule is part of another contract.", "Name its kind: see `list --what hosts`."
        )
    choice = brief.host or HostChoice(host)
    return replace(brief, host=replace(choice, map=host or choice.map))


def as_agreement(brief: Brief) -> Brief:
    """`brief` as an agreement of its own, whatever host it names."""
    return replace(brief, host=None)
