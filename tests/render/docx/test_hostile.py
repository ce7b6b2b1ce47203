"""A base document cannot fetch, run, hide or tell on anybody, however its parts are written."""

import pytest

from contract_builder.errors import UsageError
from contract_builder.render.docx.package import BASE, unpack
from contract_builder.render.docx.shell import Shell
from tests.render.docx.word import packed

PARTS = unpack(BASE.read_bytes())
DOCUMENT, HEADER, LINKS = "word/document.xml", "word/header1.xml", "word/_rels/settings.xml.rels"


def link(kind: str, target: str, mode: str = 'TargetMode="External"') -> dict[str, bytes]:
    """The part with a relationship in it."""
    one = f'<Relationship Id="r" Type="http://x/relationships/{kind}" Target="{target}" {mode}/>'
    return {LINKS: f'<Relationships xmlns="urn:r">{one}</Relationships>'.encode()}


def inside(xml: str) -> dict[str, bytes]:
    """The document with `xml` at the start of its body."""
    return {DOCUMENT: PARTS[DOCUMENT].replace(b"<w:body>", b"<w:body>" + xml.encode())}


CASES = {
    "a template from elsewhere": link("attachedTemplate", "http://evil/"),
    "a template in other quotation marks": link("attachedTemplate", "http://evil/", "TargetMode='External'"),
    "a template with spaces round the sign": link("attachedTemplate", "http://e/", 'TargetMode = "External"'),
    "a template with a reference in its mode": link("attachedTemplate", "http://e/", 'TargetMode="Externa&#108;"'),
    "a template that names hyperlinks": link("attachedTemplate", "http://evil/relationships/hyperlink"),
    "a hyperlink to a file share": link("hyperlink", "file://///evil/share"),
    "a hyperlink to a script": link("hyperlink", "javascript:alert(1)"),
    "an address that says it is inside": link("image", "http://evil/x.png", ""),
    "an embedded object": link("oleObject", "embeddings/x.bin", ""),
    "a field that runs a program": inside("<w:p><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>"),
    "a field in two pieces": inside("<w:p><w:r><w:instrText>DDE</w:instrText><w:instrText>AUTO c</w:instrText></w:r></w:p>"),
    "a field with a reference in it": inside('<w:p><w:fldSimple w:instr="&#73;NCLUDETEXT x"/></w:p>'),
    "a document inside": inside("<w:altChunk/>"),
    "a tracked change": inside('<w:p><w:ins w:author="A. Patel"><w:r/></w:ins></w:p>'),
    "comments": {"word/comments.xml": b"<a/>"},
    "a name that leads out": {"../../evil.xml": b"<a/>"},
    "an absolute name": {"/evil.xml": b"<a/>"},
    "a part whose ending hides it": {"word/x.XML": b"<!DOCTYPE a><a/>"},
    "a second part for Word, with other capitals": {"word/Document.xml": PARTS[DOCUMENT]},
    "entities in UTF-16": {"word/x.xml": '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16")},
    "entities": {"word/x.xml": b"<!DOCTYPE\na [<!ENTITY b 'c'>]><a>&b;</a>"},
    "an encoding that Word would follow": {"word/x.xml": b'<?xml version="1.0" encoding="UTF-7"?><a/>'},
    "another encoding": {"word/x.xml": b'<?xml version="1.0" encoding="iso-8859-1"?><a/>'},
    "tags without end": {"word/x.xml": b"<a>" * 10_000 + b"</a>" * 10_000},
    "placeholders without end": {HEADER: PARTS[HEADER].replace(
        b"</w:hdr>", b"<w:p><w:r><w:t>" + b"{{ title }}" * 300 + b"</w:t></w:r></w:p></w:hdr>")},
    "a program": {"word/embeddings/oleObject1.bin": b"x"},
    "macros under another name": {"[Content_Types].xml": PARTS["[Content_Types].xml"].replace(
        b"</Types>", b'<Override PartName="/word/x.xml" ContentType="application/vnd.ms-office.vbaProject"/></Types>')},
    "text called a picture": {"[Content_Types].xml": PARTS["[Content_Types].xml"].replace(
        b"</Types>", b'<Override PartName="/word/a.png" ContentType="application/x+xml"/></Types>')},
    "its text elsewhere": {"_rels/.rels": PARTS["_rels/.rels"].replace(b"word/document.xml", b"word/other.xml")},
}  # fmt: skip


@pytest.mark.parametrize("changes", CASES.values(), ids=list(CASES))
def test_it_is_refused(changes: dict[str, bytes]) -> None:
    with pytest.raises(UsageError):
        Shell(unpack(packed({**PARTS, **changes})))


@pytest.mark.parametrize("target", ["https://www.gov.uk/", "mailto:legal@example.gov.uk"])
def test_an_ordinary_hyperlink_may_stay(target: str) -> None:
    Shell(unpack(packed({**PARTS, **link("hyperlink", target)})))
