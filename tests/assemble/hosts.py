"""Hosts for the tests, and what is assembled in their words."""

from typing import Any

from msgspec.structs import replace

from contract_builder import api
from contract_builder.built import Built
from contract_builder.model.brief import Brief
from contract_builder.model.host import Host, HostChoice
from tests.contents import shipped

CONTENT = shipped()
HOSTS = tuple(host.id for host in CONTENT.library.hosts)


def brief(host: str, example: str = "interview-transcripts", **more: Any) -> Brief:
    """An example as an AI schedule to `host`; `more` is said of the host."""
    read = api.read_brief(api.example(example), CONTENT)
    return replace(read, host=HostChoice(host, title="The host", reference="H-1", **more))


def built(host: str, example: str = "interview-transcripts", **more: Any) -> Built:
    """What comes of it."""
    return api.build(CONTENT, brief(host, example, **more))


def host(name: str) -> Host:
    """A shipped host."""
    return CONTENT.library.host_by_id[name]
