"""Word comments: the notes of an edition, each anchored to the heading or term that it is about."""

import re

from contract_builder.errors import InternalError
from contract_builder.model.contract import TextRun
from contract_builder.render.apparatus import COVER, Apparatus, Note, NoteLine, notes_at
from contract_builder.render.docx.base_parts import NAMESPACE
from contract_builder.render.docx.text import escape, run

AUTHOR, INITIALS = "contract-builder", "CB"
PART = "word/comments.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPES, _LINKS, _STYLES = "[Content_Types].xml", "word/_rels/document.xml.rels", "word/styles.xml"
_TEXT_STYLE, _MARK_STYLE = ("annotation text", "CommentText"), ("annotation reference", "CommentReference")
_NEW_STYLES = {
    _TEXT_STYLE: '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="60" w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>',
    _MARK_STYLE: '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>',
}
"""Word's own two styles for comments. A base document need not have them, and the other editions do not."""


class Comments:
    """Keeps the comments of one document in the order in which the body reaches their places."""

    def __init__(self, apparatus: Apparatus | None, date: str) -> None:
        """`date` (YYYY-MM-DD, or empty) is the day of every comment: a clock would change the bytes."""
        self._apparatus = apparatus
        self._date = f' w:date="{date}T00:00:00Z"' if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else ""
        self._written: list[str] = []
        self._at: set[str] = set()

    def around(self, anchor: str, inner: str) -> str:
        """The runs `inner`, which stand at `anchor`, inside the comments on it."""
        notes = notes_at(self._apparatus, anchor)
        if not notes:
            return inner
        self._at.add(anchor)
        first = len(self._written)
        self._written += [self._comment(n, note) for n, note in enumerate(notes, first)]
        ids = range(first, len(self._written))
        starts = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in ids)
        ends = "".join(
            f'<w:commentRangeEnd w:id="{n}"/><w:r><w:rPr><w:rStyle w:val="{_MARK_STYLE[1]}"/></w:rPr>'
            f'<w:commentReference w:id="{n}"/></w:r>'
            for n in ids
        )
        return f"{starts}{inner}{ends}"

    def _comment(self, n: int, note: Note) -> str:
        mark = f'<w:r><w:rPr><w:rStyle w:val="{_MARK_STYLE[1]}"/></w:rPr><w:annotationRef/></w:r>'
        paragraphs = [_paragraph(mark + run(note.title, "strong")), *map(_line, note.lines)]
        return (
            f'<w:comment w:id="{n}" w:author="{escape(AUTHOR)}"{self._date} w:initials="{INITIALS}">'
            f"{''.join(paragraphs)}</w:comment>"
        )

    def added_to(self, parts: dict[str, bytes]) -> dict[str, bytes]:
        """`parts` with the part of the comments, named where it must be; as they are if there is no comment.

        Raises InternalError if a note has no place in the document: it must not be lost in silence.
        """
        if self._apparatus and (lost := self._apparatus.notes.keys() - self._at - {COVER}):
            raise InternalError(f"Notes without a place in the document: {', '.join(sorted(lost))}.")
        if not self._written:
            return parts
        styles = parts[_STYLES].decode()
        new = [
            xml for (name, id_), xml in _NEW_STYLES.items()
            if f'w:styleId="{id_}"' not in styles and f'<w:name w:val="{name}"/>' not in styles
        ]  # fmt: skip
        body = "".join(self._written)
        xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{NAMESPACE}">{body}</w:comments>'
        kind = f'<Override PartName="/{PART}" ContentType="{_TYPE}"/>'
        link = f'<Relationship Id="rIdComments" Type="{_RELATION}" Target="comments.xml"/>'
        return {
            **parts,
            PART: xml.encode(),
            _TYPES: _before(parts[_TYPES], "</Types>", kind),
            _LINKS: _before(parts[_LINKS], "</Relationships>", link),
            _STYLES: _before(parts[_STYLES], "</w:styles>", "".join(new)),
        }


def _line(line: NoteLine) -> str:
    lead = run(f"{line.lead}: ", "strong") if line.lead else ""
    words = "".join(run(r.text, r.style) for r in line.runs if isinstance(r, TextRun))
    return _paragraph(lead + words)


def _paragraph(inner: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{_TEXT_STYLE[1]}"/></w:pPr>{inner}</w:p>'


def _before(part: bytes, end: str, inner: str) -> bytes:
    """`part` with `inner` as the last child of its root. Raises InternalError if the root is not closed with `end`."""
    words = part.decode()
    before, found, after = words.rpartition(end)
    if not found:
        raise InternalError(f"A part of the base document does not end with {end}.")
    return f"{before}{inner}{end}{after}".encode()
