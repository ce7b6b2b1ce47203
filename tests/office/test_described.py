"""The words that a PDF says of itself: put right where they were escaped twice, and nothing else is touched."""

from xml.sax.saxutils import escape

import pytest

from contract_builder.office.described import described
from tests.render.docx.word import packed

_CORE = (
    '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:subject>Law</dc:subject></c>'
)


def document(title: str) -> bytes:
    """As much of a Word file as says its title."""
    return packed({"docProps/core.xml": _CORE.format(escape(title)).encode()})


def pdf(*raw: str) -> bytes:
    """As much of a PDF as has metadata, between bytes that are no text."""
    items = "".join(f"<rdf:li>{words}</rdf:li>" for words in raw)
    packet = f'<?xpacket begin="\ufeff" id="W5M0"?>{items}     \n<?xpacket end="w"?>'.encode()
    return b"%PDF-1.6\xff\x00>R&amp;amp;D<" + packet + b"\nendstream\xff"


@pytest.mark.parametrize("title", ["R&D", "<AI> \"x\" & 'y'", "Ünïcode & Söhne", "&amp;", "a &lt; b & c"])
def test_words_that_were_escaped_twice_are_put_right_and_no_byte_moves(title: str) -> None:
    twice = escape(escape(title), {'"': "&quot;", "'": "&apos;"})
    before = pdf(twice, "Law", "Tea &amp;amp; cake")
    after = described(before, document(title))
    assert f"<rdf:li>{escape(title)}</rdf:li>".encode() in after
    assert b"<rdf:li>Tea &amp;amp; cake</rdf:li>" in after  # no property of the document
    assert len(after) == len(before)
    assert after.startswith(b"%PDF-1.6\xff\x00>R&amp;amp;D<")
    assert after.endswith(b'<?xpacket end="w"?>\nendstream\xff')


@pytest.mark.parametrize("title", ["R&D", "&amp;", "Plain"])
def test_words_that_were_escaped_once_stay(title: str) -> None:
    before = pdf(escape(title))
    assert described(before, document(title)) == before


def test_a_file_that_says_nothing_of_itself_stays() -> None:
    assert described(b"%PDF-1.6 nothing", document("R&D")) == b"%PDF-1.6 nothing"
    assert described(pdf("R&amp;amp;D"), packed({"word/document.xml": b"<x/>"})) == pdf("R&amp;amp;D")
    assert described(pdf("R&amp;amp;D"), packed({"docProps/core.xml": b"<x"})) == pdf("R&amp;amp;D")
