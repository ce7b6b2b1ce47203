"""The part that an edition adds at the end: sections of words and tables, none of them numbered."""

from collections.abc import Iterator

from contract_builder.render.apparatus import Apparatus, Section
from contract_builder.render.docx.styles import RIGHT_EDGE
from contract_builder.render.docx.tables import TableSpec, table
from contract_builder.render.docx.text import run


def appendix(apparatus: Apparatus) -> str:
    """The XML of the part, which ends with a paragraph."""
    return "".join(piece for section in apparatus.sections for piece in _section(section))


def _section(section: Section) -> Iterator[str]:
    yield _paragraph("TableTitle", section.title)
    for words in section.paragraphs:
        yield _paragraph("Normal", words, "<w:keepNext/>" if section.header else "")
    if section.header:
        widths = [RIGHT_EDGE * share // 100 for share in section.shares]
        spec = TableSpec(
            section.title, (*widths[:-1], RIGHT_EDGE - sum(widths[:-1])), labels=True, small=True
        )
        yield table(spec, list(map(run, section.header)), [list(map(run, row)) for row in section.rows])
        yield _paragraph("TableText", "")


def _paragraph(style: str, words: str, properties: str = "") -> str:
    inner = run(words) if words else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'
