"""Documents that a schedule goes into, made as their writers make them, and not by the writer under test."""

import io
from typing import Any

from lxml import etree

from tests.render.docx.word import NUMBERING, W, packed, parts_of, root_of

MARKER = "[[AI schedule]]"
_REVISION = 'w:id="901" w:author="A. Lawyer" w:date="2026-11-01T10:00:00Z"'
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def plain(marker: bool = True) -> bytes:
    """A call-off with numbered items before and after the place of the schedule, a font of its own, and two sections."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Pt

    document = docx.Document()
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Normal"].font.size = Pt(10)
    document.sections[0].header.paragraphs[0].text = "Call-Off Contract"
    document.add_heading("Order Form", 1)
    for n in range(3):
        document.add_paragraph(f"Host item {n}", style="List Number")
    document.add_table(2, 2).style = "Table Grid"
    if marker:
        document.add_paragraph(MARKER)
    document.add_heading("Joint Schedule 3", 1)
    document.add_paragraph("Host item after the schedule", style="List Number")
    wide = document.add_section()
    wide.orientation = WD_ORIENT.LANDSCAPE
    wide.page_width, wide.page_height = wide.page_height, wide.page_width
    document.add_paragraph("The last page")
    return _saved(document)


def with_before(kind: str) -> bytes:
    """A host in which that kind of paragraph stands before the marker."""
    import docx
    from docx.enum.text import WD_BREAK

    document = docx.Document()
    document.add_paragraph("Terms of the framework.")
    if kind == "heading":
        document.add_heading("Call-Off Schedule 20", 2)
    elif kind == "heading, and an empty line":
        document.add_heading("Call-Off Schedule 20", 2)
        document.add_paragraph("")
    elif kind == "style based on a heading":
        style = document.styles.add_style("Schedule of the host", 1)
        style.base_style = document.styles["Heading 1"]
        document.add_paragraph("Call-Off Schedule 20", style=style)
    elif kind == "bold line":
        document.add_paragraph().add_run("Call-Off Schedule 20").bold = True
    elif kind == "kept with the next":
        document.add_paragraph("Call-Off Schedule 20").paragraph_format.keep_with_next = True
    elif kind == "end of a page":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    elif kind == "table":
        document.add_heading("Call-Off Schedule 20", 2)
        document.add_table(1, 1).cell(0, 0).paragraphs[0].add_run("Bold").bold = True
    elif kind == "word in bold":
        document.add_paragraph("The ").add_run("Buyer").bold = True
    elif kind == "break before words":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        document.paragraphs[-1].add_run("Words.")
    document.add_paragraph(MARKER)
    return _saved(document)


def revised() -> bytes:
    """A draft in negotiation: tracked changes, a comment, a footnote, and ids that ours must keep clear of."""
    import docx

    document = docx.Document()
    paragraph = document.add_paragraph("Terms of the framework")
    document.add_comment(paragraph.runs[0], text="Agreed?", author="A. Lawyer")
    _changed(document.add_paragraph("The price is "))
    noted = document.add_paragraph("See the note")
    for n, name in enumerate(("_Ref000000000001", "ours"), 5000):
        start = etree.SubElement(noted._p, f"{W}bookmarkStart")
        start.set(f"{W}id", str(n))
        start.set(f"{W}name", name)
        etree.SubElement(noted._p, f"{W}bookmarkEnd").set(f"{W}id", str(n))
    note = etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:footnoteReference w:id="2"/></w:r>')
    noted._p.append(note)
    return _with_footnotes(_saved(document))


def _changed(paragraph: Any) -> None:
    for xml in (
        f"<w:ins {_REVISION}><w:r><w:t>fixed</w:t></w:r></w:ins>",
        f"<w:del {_REVISION.replace('901', '902')}><w:r><w:delText>open</w:delText></w:r></w:del>",
    ):
        paragraph._p.append(etree.fromstring(xml.replace(" ", f' xmlns:w="{W[1:-1]}" ', 1)))


def _with_footnotes(document: bytes) -> bytes:
    parts = parts_of(document)
    notes = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{W[1:-1]}">'
        '<w:footnote w:id="2"><w:p><w:r><w:t>A note of the host.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    parts["word/footnotes.xml"] = notes.encode()
    links = "word/_rels/document.xml.rels"
    link = f'<Relationship Id="rIdNotes" Type="{_TYPE}/footnotes" Target="footnotes.xml"/></Relationships>'
    parts[links] = parts[links].replace(b"</Relationships>", link.encode())
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    told = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", told.encode())
    return packed(parts)


def bare() -> bytes:
    """The least that Word opens: no styles and no lists."""
    return packed(
        {
            "[Content_Types].xml": b'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/'
            b'package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            b'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/'
            b'document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
            b"</Types>",
            "_rels/.rels": f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/'
            f'package/2006/relationships"><Relationship Id="rId1" Type="{_TYPE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>'.encode(),
            "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W[1:-1]}"><w:body><w:p><w:r>'
            "<w:t>Terms</w:t></w:r></w:p></w:body></w:document>".encode(),
        }
    )  # fmt: skip


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def list_ids(document: bytes) -> tuple[list[str], list[str]]:
    """The ids of the abstract lists and of the lists."""
    root = root_of(document, NUMBERING)
    return (
        [e.get(f"{W}abstractNumId") for e in root.iter(f"{W}abstractNum")],
        [e.get(f"{W}numId") for e in root.iter(f"{W}num")],
    )
