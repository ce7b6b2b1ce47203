"""What a document refers to outside itself, taken out: nothing may be fetched while it is converted."""

from contract_builder.errors import UsageError
from contract_builder.render.docx.package import pack, unpack


def without_external(document: bytes) -> bytes:
    """`document`, a .docx file, with no relationship to anything outside it; the same bytes if it has none.

    Raises UsageError if it is no Word document, or too large when unpacked.
    """
    parts = unpack(document)
    changed = {name: kept for name, data in parts.items() if (kept := _kept(name, data)) is not None}
    return pack({**parts, **changed}) if changed else document


def _kept(name: str, data: bytes) -> bytes | None:
    """The relationships in `data` that stay within the file; none if all do."""
    if not name.lower().endswith(".rels"):
        return None
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UsageError(
            f"The part {name} of the Word document is broken.", "Save it again from Word."
        ) from error
    outside = [r for r in root.iter() if str(r.get("TargetMode", "")).strip().casefold() == "external"]
    for relationship in outside:
        if (above := relationship.getparent()) is not None:
            above.remove(relationship)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if outside else None
