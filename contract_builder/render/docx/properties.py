"""Document properties: what the document is, and which clause each hidden bookmark stands for."""

import re
from collections.abc import Sequence

from contract_builder.errors import UsageError
from contract_builder.model.contract import Contract
from contract_builder.render.docx.identity import Mark
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


MANIFEST = "customXml/parts.xml"
_MANIFEST_SPACE = "urn:contract-builder:parts"
_BODY_LINKS = "word/_rels/document.xml.rels"
_MANIFEST_PROPERTIES, _MANIFEST_LINKS = "customXml/itemProps-parts.xml", "customXml/_rels/parts.xml.rels"
_STORE = f"{_OFFICE}/customXml"
_STORE_ID = "{3F0C51A5-6E0D-4B5A-9C0B-6A4C6F2D7E11}"
_NAMES_OURS = re.compile(
    r"<(?:Override|Relationship)\b[^<>]*(?:docProps/|customXml/(?:itemProps-)?parts\.xml)[^<>]*/>"
)


_OURS = (MANIFEST, _MANIFEST_PROPERTIES, _MANIFEST_LINKS)
_NO_LINKS = f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'.encode()


def declared(parts: dict[str, bytes]) -> dict[str, bytes]:
    """`parts` of a package without property parts of their own, and with ours named. Raises UsageError."""
    kinds = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, _, kind in PARTS)
    links = "".join(
        f'<Relationship Id="rIdP{n}" Type="{rel}" Target="{name}"/>' for n, (name, rel, _) in enumerate(PARTS)
    )
    out = {
        name: data for name, data in parts.items() if not name.startswith("docProps/") and name not in _OURS
    }
    manifest = (
        f'<Relationship Id="rIdParts" Type="{_OFFICE}/relationships/customXml" Target="../{MANIFEST}"/>'
    )
    kinds += (
        f'<Override PartName="/{MANIFEST}" ContentType="application/xml"/>'
        f'<Override PartName="/{_MANIFEST_PROPERTIES}" '
        'ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'
    )
    for name, inner, end in (
        ("[Content_Types].xml", kinds, "</Types>"),
        ("_rels/.rels", links, "</Relationships>"),
        (_BODY_LINKS, manifest, "</Relationships>"),
    ):
        text = _NAMES_OURS.sub("", out.get(name, _NO_LINKS).decode())
        if end not in text or "docProps/" in text:
            raise UsageError(f"The base document cannot be used: {name} is written in an unusual way.")
        out[name] = text.replace(end, inner + end).encode()
    return out


def property_parts(contract: Contract, date: str, marks: Sequence[Mark]) -> dict[str, bytes]:
    """The parts that `declared` names. `date` is YYYY-MM-DD, or empty; `marks` stand in the order of the document."""
    return {
        "docProps/core.xml": _core(contract, date).encode(),
        "docProps/app.xml": _app().encode(),
        "docProps/custom.xml": _custom(contract, marks).encode(),
        MANIFEST: _manifest(marks).encode(),
        _MANIFEST_PROPERTIES: (
            f'{_XML}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_STORE_ID}"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{_MANIFEST_SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        ).encode(),
        _MANIFEST_LINKS: (
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/relationships/customXmlProps" Target="itemProps-parts.xml"/></Relationships>'
        ).encode(),
    }


def _manifest(marks: Sequence[Mark]) -> str:
    """The same of each mark as its property: Word's Document Inspector takes away the one or the other, as one ticks."""
    inner = "".join(f'<part is="{escape(said(mark, place))}"/>' for place, mark in enumerate(marks, 1))
    return f'{_XML}<parts xmlns="{_MANIFEST_SPACE}">{inner}</parts>'


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


def _custom(contract: Contract, marks: Sequence[Mark]) -> str:
    """Properties survive other programs: LibreOffice and older formats keep them.

    The position is not among them: a supplier must not learn that a text is a fallback.
    """
    who = contract.identity
    named = [("library", f"{who.library} {who.library_version}"), ("contract-builder", who.tool_version)]
    named += [(mark.name.removeprefix("_"), said(mark, place)) for place, mark in enumerate(marks, 1)]
    inner = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{pid}" name="{escape(name)}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for pid, (name, value) in enumerate(named, 2)
    )
    return f'{_XML}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_TYPES}">{inner}</Properties>'


def said(mark: Mark, place: int) -> str:
    """What a property says of `mark`: what it is, a hash of its words, and its place, which LibreOffice does not keep."""
    name = f"{mark.id}@{mark.version}" if mark.version else mark.id
    return f"{mark.kind} {name} sha256:{mark.digest} place:{place}"
