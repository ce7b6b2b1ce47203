"""The lock: all that went in, hashed, and the resolved Contract itself."""

import hashlib
import sys
import zlib
from typing import Any

import msgspec

from contract_builder import __version__
from contract_builder.built import Built, Content
from contract_builder.render.docx.package import BASE
from contract_builder.versions import versions_of

FORMAT = 1
DEPENDENCIES = ("cerberus", "docxtpl", "jinja2", "markdown-it-py", "msgspec", "python-docx", "pyyaml")


def lock_of(content: Content, built: Built) -> bytes:
    """The lock of `built` as JSON: digests are SHA-256; bytes are equal where `made_with` is."""
    council = content.council
    data: dict[str, Any] = {
        "format": FORMAT,
        "library": {
            "name": content.library.info.name,
            "version": content.library.info.version,
            "digest": content.library.digest,
        },
        "playbooks": {
            "digest": content.playbooks.digest,
            "used": built.selection.playbooks if built.selection else (),
        },
        "triage": {"version": content.triage.version, "digest": digest(content.triage)},
        "council": {"name": council.name, "overlay_clauses": content.library.overlay_clauses}
        if council
        else None,
        "brief": {
            "digest": digest(msgspec.structs.replace(built.brief, file="", lines={})),
            "title": built.brief.title,
        },
        "base_document": hashlib.sha256(BASE.read_bytes()).hexdigest(),
        "made_with": {
            "contract-builder": __version__,
            "python": ".".join(map(str, sys.version_info[:3])),
            "zlib": zlib.ZLIB_RUNTIME_VERSION,
            **versions_of(DEPENDENCIES),
        },
        "selection": built.selection,
        "contract": built.contract,
    }
    return msgspec.json.format(msgspec.json.encode(data, order="deterministic"), indent=1) + b"\n"


def digest(value: msgspec.Struct) -> str:
    """SHA-256 of `value` as JSON with its keys in order."""
    return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()
