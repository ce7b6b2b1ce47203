"""A file from outside is read within limits, and ends in an answer or a refusal, never in a traceback."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract_builder.errors import UsageError
from contract_builder.verification import verify_document
from tests.render.docx.word import packed, parts_of, with_part

TEXT, PROPERTIES, LISTS = "word/document.xml", "docProps/custom.xml", "word/numbering.xml"
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


REFUSED = {
    "no zip": b"no zip",
    "nothing": b"",
    "no text": zipped("word/styles.xml", b"<a/>"),
    "entities": zipped(TEXT, b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    "a file by entity": zipped(TEXT, b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    "another encoding": zipped(TEXT, '<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16")),
    "an unknown encoding": zipped(TEXT, b'<?xml version="1.0" encoding="iso-8859-1"?><a/>'),
    "nesting": zipped(TEXT, b"<a>" * 5_000 + b"</a>" * 5_000),
    "tags": zipped(TEXT, f"<w:document {SPACE}>".encode() + b"<w:p/>" * 1_100_000 + b"</w:document>"),
    "a bomb": zipped(TEXT, bytes(120_000_000)),
    "half a part": zipped(TEXT, f"<w:document {SPACE}><w:p>".encode()),
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=list(REFUSED))
def test_it_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(UsageError):
        verify_document(data)


def test_two_parts_of_one_name_are_refused(document: bytes) -> None:
    with pytest.raises(UsageError, match="two parts"):
        verify_document(packed({**parts_of(document), "word/Document.xml": b"<a/>"}))


ODD = {
    "a field that ends twice": '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    "a field without an end": '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF</w:instrText></w:r></w:p>',
    "a reference without a name": '<w:p><w:fldSimple w:instr="REF"/></w:p>',
    "a list of another kind": '<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="x"/></w:numPr></w:pPr></w:p>',
    "a bookmark twice": '<w:p><w:bookmarkStart w:id="1" w:name="_cl_x"/><w:bookmarkStart w:id="1" w:name="_cl_x"/></w:p>',
    "a bookmark without a name": "<w:p><w:bookmarkStart/><w:bookmarkEnd/></w:p>",
    "deletions in one another": "<w:p><w:del><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom></w:del></w:p>",
    "a paragraph in a paragraph": "<w:p><w:p><w:r><w:t>a</w:t></w:r></w:p></w:p>",
}


@pytest.mark.parametrize("xml", ODD.values(), ids=list(ODD))
def test_odd_but_readable_xml_gets_an_answer(xml: str, document: bytes) -> None:
    text = parts_of(document)[TEXT].decode().replace("<w:sectPr", xml + "<w:sectPr", 1)
    assert verify_document(with_part(document, TEXT, text.encode()), document).verdict in (
        "edited",
        "as-built",
    )


@pytest.mark.parametrize("part", [PROPERTIES, LISTS, "word/styles.xml", "customXml/parts.xml"])
@pytest.mark.parametrize(
    "data", [b"", b"<a", b"<!DOCTYPE a><a/>", b"\xff\xfe", b"<a>" * 5000, b"<numbering/>"]
)
def test_a_part_beside_the_text_that_is_broken_costs_no_answer(
    part: str, data: bytes, document: bytes
) -> None:
    found = verify_document(with_part(document, part, data), document)
    assert all(p.state == "as-built" for p in found.parts)


def test_many_marks_and_paragraphs_do_not_take_for_ever(document: bytes) -> None:
    text = parts_of(document)[TEXT].decode()
    many = "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 50_000
    crowded = with_part(document, TEXT, text.replace("<w:sectPr", many + "<w:sectPr", 1).encode())
    found = verify_document(crowded, document)
    assert sum(len(added.lines) for added in found.added) == 50_000


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_change_of_bytes_ends_in_a_traceback(document: bytes, data: st.DataObject) -> None:
    parts = parts_of(document)
    name = data.draw(st.sampled_from(sorted(parts)))
    at = data.draw(st.integers(0, len(parts[name])))
    cut = data.draw(st.integers(0, 40))
    new = data.draw(st.binary(max_size=10))
    edited = with_part(document, name, parts[name][:at] + new + parts[name][at + cut :])
    for original in (None, document):
        try:
            assert verify_document(edited, original).verdict in ("as-built", "edited", "not-ours")
        except UsageError as refused:
            assert str(refused)
