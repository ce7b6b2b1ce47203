"""What people do to a contract in Word, done to its XML with lxml and with no code of the reader."""

from typing import Any

from lxml import etree

from contract_builder.render.docx.fields import identity_name
from tests.render.docx.word import W, parts_of, root_of, text_of, val, with_part, with_root


def span(root: Any, name: str) -> list[Any]:
    """The children of the body from the start to the end of the bookmark `name`."""
    start = next(e for e in root.iter(W + "bookmarkStart") if val(e, "", "name") == name)
    end = next(e for e in root.iter(W + "bookmarkEnd") if val(e, "", "id") == val(start, "", "id"))
    body = list(root.find(W + "body"))
    first, last = (next(n for n, child in enumerate(body) if mark in child.iter()) for mark in (start, end))
    return body[first : last + 1]


def lines(document: bytes, name: str) -> list[str]:
    """The words of each paragraph in the bookmark `name`."""
    return [
        words for child in span(root_of(document), name) for p in child.iter(W + "p") if (words := text_of(p))
    ]


def with_words(document: bytes, name: str, nth: int, words: str) -> bytes:
    """A copy in which the `nth` paragraph with words in the bookmark, counted round, says `words` at its end, too."""
    root = root_of(document)
    paragraphs = [p for child in span(root, name) for p in child.iter(W + "p") if text_of(p)]
    run = etree.SubElement(
        paragraphs[nth % len(paragraphs)], W + "r"
    )  # behind a reference, not in its result
    etree.SubElement(run, W + "t").text = words
    return with_root(document, root)


def without(document: bytes, name: str) -> bytes:
    """A copy without what the bookmark surrounds."""
    root = root_of(document)
    for child in span(root, name):
        child.getparent().remove(child)
    return with_root(document, root)


def with_clause_after(document: bytes, name: str, *words: str) -> bytes:
    """A copy with a new clause behind what the bookmark surrounds: its heading, then its paragraphs."""
    root = root_of(document)
    last = span(root, name)[-1]
    for n, text in reversed(list(enumerate(words))):
        last.addnext(paragraph("ClauseLevel1" if n else "Heading2", text))
    return with_root(document, root)


def with_moved(document: bytes, name: str, behind: str) -> bytes:
    """A copy in which what the bookmark surrounds was cut and pasted behind what another surrounds."""
    root = root_of(document)
    moving, last = span(root, name), span(root, behind)[-1]
    for child in moving:
        child.getparent().remove(child)
    for child in reversed(moving):
        last.addnext(child)
    return with_root(document, root)


def without_bookmarks(document: bytes) -> bytes:
    """A copy that lost its hidden bookmarks, as by way of a format that has none."""
    root = root_of(document)
    for mark in [m for m in root.iter(W + "bookmarkStart") if val(m, "", "name").startswith("_cl_")]:
        mark.getparent().remove(mark)
    return with_root(document, root)


def inspected(document: bytes, *parts: str) -> bytes:
    """A copy in which the Document Inspector emptied `parts`."""
    for name in parts:
        root = root_of(document, name)
        for child in list(root):
            root.remove(child)
        document = with_part(document, name, etree.tostring(root))
    return document


def replaced(document: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    """A copy in which `old`, which stands in the XML of a part, is `new` in its first place."""
    xml = parts_of(document)[part].decode()
    assert old in xml, old
    return with_part(document, part, xml.replace(old, new, 1).encode())


def paragraph(style: str, words: str) -> Any:
    """A plain paragraph."""
    made = etree.Element(W + "p")
    etree.SubElement(etree.SubElement(made, W + "pPr"), W + "pStyle").set(W + "val", style)
    text = etree.SubElement(etree.SubElement(made, W + "r"), W + "t")
    text.text = words
    return made


def clause(id_: str, version: str = "1.2.0") -> str:
    """The hidden bookmark of a clause of the sample."""
    return identity_name("clause", id_, version)
