"""The lock: all that went in, hashed, and the resolved Contract itself."""

import hashlib
import sys
import zlib

import msgspec

from contract_builder import __version__
from contract_builder.built import Built, Content
from contract_builder.errors import InternalError
from contract_builder.model.base import Frozen
from contract_builder.model.contract import Contract
from contract_builder.model.host import Host
from contract_builder.model.selection import Selection
from contract_builder.render.docx.package import BASE
from contract_builder.render.json import render_json
from contract_builder.versions import versions_of

DEPENDENCIES = ("cerberus", "docxtpl", "jinja2", "markdown-it-py", "msgspec", "python-docx", "pyyaml")


class LockedLibrary(Frozen, frozen=True):
    """The library that went in."""

    name: str
    """Its name."""
    version: str
    """Its version, as in 1.2.0."""
    digest: str
    """SHA-256 over the names and bytes of its files."""


class LockedPlaybooks(Frozen, frozen=True):
    """The playbooks that went in."""

    digest: str
    """SHA-256 over the names and bytes of all playbooks."""
    used: tuple[str, ...]
    """The ids of those that applied, the farthest first."""


class LockedTriage(Frozen, frozen=True):
    """The triage that went in."""

    version: str
    """Its version, as in 1.2.0."""
    digest: str
    """SHA-256 of what it says."""


class LockedCouncil(Frozen, frozen=True):
    """The council whose overlay went in."""

    name: str
    """Its name."""
    overlay_clauses: tuple[str, ...]
    """The ids of the clauses that the overlay adds."""


class LockedBrief(Frozen, frozen=True):
    """The brief that went in."""

    digest: str
    """SHA-256 of what it says, whatever its name and layout."""
    title: str
    """What is bought."""


class Lock(Frozen, frozen=True, kw_only=True):
    """All that went in, hashed, and what came of it. Internal: not for a supplier."""

    format: int = 1
    """The number of this format."""
    library: LockedLibrary
    """The library."""
    playbooks: LockedPlaybooks
    """The playbooks."""
    triage: LockedTriage
    """The triage."""
    council: LockedCouncil | None
    """The council whose settings were found; null for none."""
    brief: LockedBrief
    """The brief."""
    host: Host | None = None
    """The map of the host, where the contract is an AI schedule; null for an agreement of its own."""
    base_document: str
    """SHA-256 of the Word file that styles and header come from."""
    made_with: dict[str, str]
    """The versions of contract-builder, Python and the libraries: where they are equal, the bytes of a build are."""
    selection: Selection
    """Every clause in or out, with the reasons."""
    contract: Contract
    """The contract."""


def lock_of(content: Content, built: Built) -> bytes:
    """The lock of `built` as JSON: digests are SHA-256; bytes are equal where `made_with` is.

    Raises InternalError if there is no contract.
    """
    if built.selection is None or built.contract is None:
        raise InternalError("there is no contract to lock")
    council = content.council
    return render_json(
        Lock(
            library=LockedLibrary(
                content.library.info.name, content.library.info.version, content.library.digest
            ),
            playbooks=LockedPlaybooks(content.playbooks.digest, built.selection.playbooks),
            triage=LockedTriage(content.triage.version, digest(content.triage)),
            council=LockedCouncil(council.name, content.library.overlay_clauses) if council else None,
            brief=LockedBrief(
                digest(msgspec.structs.replace(built.brief, file="", lines={})), built.brief.title
            ),
            host=content.library.host_by_id.get(built.brief.host.map) if built.brief.host else None,
            base_document=hashlib.sha256(BASE.read_bytes()).hexdigest(),
            made_with={
                "contract-builder": __version__,
                "python": ".".join(map(str, sys.version_info[:3])),
                "zlib": zlib.ZLIB_RUNTIME_VERSION,
                **versions_of(DEPENDENCIES),
            },
            selection=built.selection,
            contract=built.contract,
        )
    )


def digest(value: msgspec.Struct) -> str:
    """SHA-256 of `value` as JSON with its keys in order."""
    return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()
