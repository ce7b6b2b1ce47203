"""The Contract as a Word document."""

from functools import lru_cache
from xml.parsers.expat import ExpatError, ParserCreate

from contract_builder.errors import InternalError
from contract_builder.model.contract import Contract
from contract_builder.render.apparatus import Apparatus
from contract_builder.render.docx.appendix import appendix
from contract_builder.render.docx.body import Body
from contract_builder.render.docx.comments import Comments
from contract_builder.render.docx.cover import reference_of, status_of
from contract_builder.render.docx.extra import Extra
from contract_builder.render.docx.frame import frame_marks
from contract_builder.render.docx.numbers import as_annexes
from contract_builder.render.docx.package import BASE, COMPRESSION, pack
from contract_builder.render.docx.properties import property_parts
from contract_builder.render.docx.shell import shell_of


def render_docx(
    contract: Contract,
    base: bytes | None = None,
    date: str = "",
    level: int = COMPRESSION,
    apparatus: Apparatus | None = None,
) -> bytes:
    """`contract` as the bytes of a .docx file; the same inputs give the same bytes.

    `base` is a prepared base document; ours if none is given. `date` (YYYY-MM-DD) goes into the
    document properties. `level` is the zip compression, 1 (quick) to 9 (small). `apparatus` is what an
    edition for the council adds; the supplier's has none.
    Raises UsageError if the base document cannot be used, InternalError if a reference has no target.
    """
    shell = shell_of(base if base is not None else shipped_base())
    try:
        comments = Comments(apparatus, date)
        extra = (
            Extra(apparatus.title, appendix(apparatus), comments.around, apparatus.mark)
            if apparatus
            else None
        )
        body = Body(contract, extra)
        values = _shell_values(contract, apparatus.mark if apparatus else "")
        parts = shell.fill(values, body.write(), contract.host is None)
        parts |= property_parts(
            contract, date, (*frame_marks(shell, values, contract.host is None), *body.marks)
        )
        parts = comments.added_to(parts)
    except UnicodeEncodeError as error:
        raise InternalError(f"A value holds half a character: {error.reason}") from error
    if contract.host:
        parts["word/numbering.xml"] = as_annexes(parts["word/numbering.xml"], contract.host.first_paragraph)
    for name, data in parts.items():
        if data is not shell.fixed.get(name):
            well_formed(name, data)
    return pack(parts, level)


@lru_cache(maxsize=1)
def shipped_base() -> bytes:
    """The base document that comes with the program."""
    return BASE.read_bytes()


def _shell_values(contract: Contract, mark: str) -> dict[str, str]:
    who = contract.identity
    reference = reference_of(who)
    return {
        "title": who.title,
        "subject": who.subject,
        "reference": reference,
        "status": status_of(who, mark),
        "reference_line": f"Reference: {reference}",
        "library_line": f"{who.library}, version {who.library_version}",
    }


def well_formed(name: str, data: bytes) -> None:
    """Every part is parsed before it leaves: a broken file would lose text in silence."""
    try:
        ParserCreate().Parse(data, True)
    except ExpatError as error:
        raise InternalError(f"{name} is not well-formed: {error}") from error
