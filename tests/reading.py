"""What a reader of a Word file sees."""

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx_text(document: bytes) -> str:
    """The text of the body, a line to a paragraph; field instructions are left out."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    lines = []
    for paragraph in root.iter(f"{W}p"):
        parts = []
        for node in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
            if node.tag == f"{W}t":
                parts.append(node.text or "")
            elif node.getparent().tag == f"{W}r":
                parts.append("\n" if node.tag == f"{W}br" else "\t")
        lines.append("".join(parts))
    return "\n".join(lines)
