"""Blanks as LibreOffice shows them: of a content control for plain text it forgets the look of the words."""

import re

from contract_builder.render.docx.package import pack, unpack

_DOCUMENT = "word/document.xml"
_PLAIN = re.compile(rb'<w:text(?: w:multiLine="\w*")?/>')
"""What makes a content control one for plain text; nothing else in a document is called so."""


def with_looks(document: bytes) -> bytes:
    """`document`, a .docx file of ours, whose blanks are for any text, so that all of them look alike in a PDF."""
    parts = unpack(document)
    text = parts.get(_DOCUMENT, b"")
    return pack({**parts, _DOCUMENT: _PLAIN.sub(b"", text)}) if _PLAIN.search(text) else document
