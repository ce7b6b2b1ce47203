"""The contents table: a live field with its entries, and without page numbers, which Word fills in on update."""

from collections.abc import Sequence

from contract_builder.model.base import Frozen
from contract_builder.render.docx import fields
from contract_builder.render.docx.text import run

_FIELD = 'TOC \\o "1-2" \\h \\z \\u'
"""Heading 1 and 2, and by `\\u` what has an outline level, as a schedule's heading has. `\\t "Schedule Heading,1"`
would do the same only where Windows separates lists with a comma."""

_NO_ROOM = '<w:spacing w:after="0" w:line="20" w:lineRule="exact"/>'
"""For the paragraph without words that ends the field: a whole line could take a page of its own."""

CONTROL = fields.control_id("contents", 1)
"""The id of the content control around the contents."""


class Entry(Frozen, frozen=True):
    """One line of the contents."""

    level: int
    number: str
    heading: str
    anchor: str


def contents(entries: Sequence[Entry], new_page: bool = True) -> str:
    """The contents of a document, in the frame in which Word offers "Update Table"."""
    stay = "" if new_page else '<w:pageBreakBefore w:val="0"/>'
    lines = [_line(entry, fields.open_field(_FIELD) if n == 0 else "") for n, entry in enumerate(entries)]
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{CONTROL}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>'
        f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/>{stay}</w:pPr>{run("Contents")}</w:p>'
        f"{''.join(lines)}"
        f"<w:p><w:pPr>{_NO_ROOM}</w:pPr>{fields.close_field()}</w:p></w:sdtContent></w:sdt>"
    )


def _line(entry: Entry, opening: str) -> str:
    between = "\t" if entry.level == 2 else " "
    words = run(f"{entry.number}{between}{entry.heading}" if entry.number else entry.heading)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="TOC{entry.level}"/></w:pPr>{opening}'
        f'<w:hyperlink w:anchor="{fields.bookmark_name(entry.anchor)}" w:history="1">{words}</w:hyperlink></w:p>'
    )
