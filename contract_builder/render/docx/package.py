"""The package around the parts: fixed order, fixed dates, the same bytes for the same parts."""

import io
import zipfile
import zlib
from pathlib import Path

from contract_builder.errors import UsageError

BASE = Path(__file__).with_name("base.docx")
_FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
_EPOCH = (1980, 1, 1, 0, 0, 0)
STORED, COMPRESSION = 0, 4
_MOST_PARTS, _MOST_BYTES = 1000, 100_000_000
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError)
"""What zipfile raises for broken, encrypted and strangely compressed files."""


def pack(parts: dict[str, bytes], level: int = COMPRESSION) -> bytes:
    """`parts` as a zip archive. The bytes are fixed for one version of zlib and one `level`; for STORED always."""
    out = io.BytesIO()
    names = [*(n for n in _FIRST if n in parts), *sorted(n for n in parts if n not in _FIRST)]
    method = zipfile.ZIP_DEFLATED if level else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", method) as archive:
        for name in names:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system, info.external_attr, info.compress_type = 0, 0, method
            archive.writestr(info, parts[name], compresslevel=level or None)
    return out.getvalue()


def unpack(document: bytes) -> dict[str, bytes]:
    """The parts of a package by name. Raises UsageError if it is none, or is too large when unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            members = archive.infolist()
            names = {member.filename.lower() for member in members}  # Word takes A and a for one name
            if len(members) > _MOST_PARTS or sum(m.file_size for m in members) > _MOST_BYTES:
                raise UsageError("The Word document is too large when unpacked.", "Use a plain .docx file.")
            if len(names) != len(members):
                raise UsageError("The Word document holds two parts of one name.", "Save it again from Word.")
            return {m.filename: archive.open(m).read(m.file_size + 1) for m in members}
    except _UNREADABLE as error:
        raise UsageError(
            f"This is not a Word document that can be read: {error}.", "Save it from Word as a .docx file."
        ) from error
