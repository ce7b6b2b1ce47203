"""Document properties: what the document is, and which clause each hidden bookmark stands for."""

import re

from contract_builder.errors import UsageError
from contract_builder.model.contract import Contract
from contract_builder.render.docx.fields import identity_name
from contract_builder.render.docx.text import escape

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PARTS = (
    ("docProps/core.xml", f"{_PACKAGE}/relationships/metadata/core-properties",
     "application/vnd.openxmlformats-package.core-properties+xml"),
    ("docProps/app.xml", f"{_OFFICE}/relationships/extended-properties",
     "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ("docProps/custom.xml", f"{_OFFICE}/relationships/custom-properties",
     "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
)  # fmt: skip


_NAMES_OURS = re.compile(r"<(?:Override|Relationship)\b[^<>]*docProps/[^<>]*/>")


def declared(parts: dict[str, bytes]) -> dict[str, bytes]:
    """`parts` of a package without property parts of their own, and with ours named. Raises UsageError."""
    kinds = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, _, kind in PARTS)
    links = "".join(
        f'<Relationship Id="rIdP{n}" Type="{rel}" Target="{name}"/>' for n, (name, rel, _) in enumerate(PARTS)
    )
    out = {name: data for name, data in parts.items() if not name.startswith("docProps/")}
    for name, inner, end in (
        ("[Content_Types].xml", kinds, "</Types>"),
        ("_rels/.rels", links, "</Relationships>"),
    ):
        text = _NAMES_OURS.sub("", out[name].decode())
        if end not in text or "docProps/" in text:
            raise UsageError(f"The base document cannot be used: {name} is written in an unusual way.")
        out[name] = text.replace(end, inner + end).encode()
    return out


def property_parts(contract: Contract, date: str) -> dict[str, bytes]:
    """The parts that `declared` names. `date` is YYYY-MM-DD, or empty."""
    return {
        "docProps/core.xml": _core(contract, date).encode(),
        "docProps/app.xml": _app().encode(),
        "docProps/custom.xml": _custom(contract).encode(),
    }


def _core(contract: Contract, date: str) -> str:
    who = contract.identity
    stamp = ""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        stamp = "".join(
            f'<dcterms:{what} xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:{what}>'
            for what in ("created", "modified")
        )
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(who.title)}</dc:title><dc:subject>{escape(who.subject)}</dc:subject>"
        f"<dc:creator>contract-builder</dc:creator><cp:keywords>{escape(who.reference)}</cp:keywords>"
        f"<dc:description>{escape(contract.notice)}</dc:description>"
        f"<dc:language>en-GB</dc:language><cp:version>{escape(who.draft)}</cp:version>{stamp}</cp:coreProperties>"
    )


def _app() -> str:
    return f'{_XML}<Properties xmlns="{_OFFICE}/extended-properties"><Application>contract-builder</Application></Properties>'


def _custom(contract: Contract) -> str:
    """Properties survive other programs: LibreOffice and older formats keep them.

    The position is not among them: a supplier must not learn that a text is a fallback.
    """
    who = contract.identity
    named = [("library", f"{who.library} {who.library_version}"), ("contract-builder", who.tool_version)]
    for clause in contract.clauses:
        named.append(_identity("clause", clause.id, clause.version, clause.digest))
    for schedule in contract.schedules:
        named.append(_identity("schedule", schedule.id, schedule.version, schedule.digest))
    inner = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{pid}" name="{escape(name)}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for pid, (name, value) in enumerate(named, 2)
    )
    return f'{_XML}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_TYPES}">{inner}</Properties>'


def _identity(kind: str, id_: str, version: str, digest: str) -> tuple[str, str]:
    """The name of a hidden bookmark, and what it stands for. What the program makes has no version of its own."""
    words = f"{kind} {id_}" + (f"@{version}" if version else "") + (f" sha256:{digest}" if digest else "")
    return identity_name(kind, id_, version).removeprefix("_"), words
