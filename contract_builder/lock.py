"""The lock: all that went in, hashed, and the resolved Contract itself."""

import hashlib
import sys
import zlib
from collections.abc import Mapping

import msgspec

from contract_builder import __version__
from contract_builder.built import Built, Content
from contract_builder.errors import InternalError
from contract_builder.model.base import Lenient
from contract_builder.model.brief import Brief
from contract_builder.model.contract import Contract
from contract_builder.model.host import Host
from contract_builder.model.selection import Selection
from contract_builder.render.apparatus import Apparatus
from contract_builder.render.docx.content_digest import content_digest
from contract_builder.render.docx.package import BASE, unpack
from contract_builder.render.json import render_json
from contract_builder.versions import versions_of

DEPENDENCIES = ("cerberus", "docxtpl", "jinja2", "lxml", "markdown-it-py", "msgspec", "python-docx", "pyyaml")


RECORDED = ("docx", "html", "md", "json")
"""Formats whose bytes follow from the lock. A PDF is made by LibreOffice, which writes it anew each time."""


class LockedLibrary(Lenient, frozen=True):
    """The library that went in."""

    name: str
    """Its name."""
    version: str
    """Its version, as in 1.2.0."""
    digest: str
    """SHA-256 over the names and bytes of its files."""
    files: dict[str, str]
    """From each of its files, and of an overlay's, to the SHA-256 of its bytes."""


class LockedPlaybooks(Lenient, frozen=True):
    """The playbooks that went in."""

    digest: str
    """SHA-256 over the names and bytes of all playbooks."""
    files: dict[str, str]
    """From each of their files, and of an overlay's, to the SHA-256 of its bytes."""
    used: tuple[str, ...]
    """The ids of those that applied, the farthest first."""


class LockedTriage(Lenient, frozen=True):
    """The triage that went in."""

    version: str
    """Its version, as in 1.2.0."""
    digest: str
    """SHA-256 of what it says."""


class LockedCouncil(Lenient, frozen=True):
    """The council whose overlay went in."""

    name: str
    """Its name."""
    overlay_clauses: tuple[str, ...]
    """The ids of the clauses that the overlay adds."""


class LockedBrief(Lenient, frozen=True):
    """The brief that went in."""

    digest: str
    """SHA-256 of what it says, whatever its name and layout."""
    title: str
    """What is bought."""


class LockedDocument(Lenient, frozen=True):
    """A file that was made, and how to know it again."""

    edition: str
    """annotated, clean or supplier."""
    kind: str
    """Its format: docx, html, md or json."""
    bytes: str
    """SHA-256 of its bytes."""
    content: str
    """Of a Word file, SHA-256 over the names, lengths and uncompressed bytes of its parts; of others, as `bytes`."""


class LockedEdition(Lenient, frozen=True):
    """What an edition for the council added to the contract."""

    edition: str
    """annotated or clean."""
    apparatus: Apparatus
    """Its notes, and the part at its end."""


class Lock(Lenient, frozen=True, kw_only=True):
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
    date: str
    """The date of the draft, YYYY-MM-DD, which a Word file's properties state; "" for none."""
    made_with: dict[str, str]
    """The versions of contract-builder, Python and the libraries: where they are equal, the bytes of a build are."""
    documents: tuple[LockedDocument, ...]
    """The files that were made of the contract at the same time."""
    selection: Selection
    """Every clause in or out, with the reasons."""
    contract: Contract
    """The contract."""
    editions: tuple[LockedEdition, ...]
    """What the editions that were made added to it; the supplier's adds nothing."""
    seal: str = ""
    """SHA-256 of this document without its seal, whatever its layout. It shows a slip or a lost line; it is no signature."""


def lock_of(
    content: Content,
    built: Built,
    documents: Mapping[tuple[str, str], bytes],
    apparatus: Mapping[str, Apparatus],
) -> bytes:
    """The lock of `built` as JSON, with the digests of `documents`, by edition and format, and what editions added.

    Bytes are equal where `made_with` is. Raises InternalError if there is no contract.
    """
    if built.selection is None or built.contract is None:
        raise InternalError("there is no contract to lock")
    council = content.council
    return sealed(
        Lock(
            library=LockedLibrary(
                content.library.info.name,
                content.library.info.version,
                content.library.digest,
                content.library.files,
            ),
            playbooks=LockedPlaybooks(
                content.playbooks.digest, content.playbooks.files, built.selection.playbooks
            ),
            triage=LockedTriage(content.triage.version, digest(content.triage)),
            council=LockedCouncil(council.name, content.library.overlay_clauses) if council else None,
            brief=LockedBrief(brief_digest(built.brief), built.brief.title),
            base_document=base_digest(),
            date=built.brief.date,
            made_with=made_with(),
            documents=tuple(
                locked_document(*kind, data) for kind, data in documents.items() if kind[1] in RECORDED
            ),
            host=content.library.host_by_id.get(built.brief.host.map) if built.brief.host else None,
            selection=built.selection,
            contract=built.contract,
            editions=tuple(LockedEdition(name, added) for name, added in apparatus.items()),
        )
    )


def sealed(lock: Lock) -> bytes:
    """`lock` as JSON, with its seal."""
    plain = msgspec.to_builtins(lock, order="deterministic")
    return render_json(msgspec.structs.replace(lock, seal=seal_of(plain)))


def seal_of(document: dict[str, object]) -> str:
    """The seal of a lock that was read as plain values: of all that it holds but the seal, known here or not."""
    rest = {name: value for name, value in document.items() if name != "seal"}
    return hashlib.sha256(msgspec.json.encode(rest, order="sorted")).hexdigest()


def locked_document(edition: str, format_: str, data: bytes) -> LockedDocument:
    """The digests of a file that was made."""
    whole = hashlib.sha256(data).hexdigest()
    return LockedDocument(
        edition, format_, whole, content_digest(unpack(data)) if format_ == "docx" else whole
    )


def brief_digest(brief: Brief) -> str:
    """SHA-256 of what `brief` says, whatever its name and layout."""
    return digest(msgspec.structs.replace(brief, file="", lines={}))


def base_digest() -> str:
    """SHA-256 of the base document that is here."""
    return hashlib.sha256(BASE.read_bytes()).hexdigest()


def made_with() -> dict[str, str]:
    """The versions of what makes contracts here."""
    return {
        "contract-builder": __version__,
        "python": ".".join(map(str, sys.version_info[:3])),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **versions_of(DEPENDENCIES),
    }


def digest(value: msgspec.Struct) -> str:
    """SHA-256 of `value` as JSON with its keys in order."""
    return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()
