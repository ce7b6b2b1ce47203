"""Each fault is seeded into a real document, and found by its name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contract_builder.model.diagnostic import Diagnostic
from contract_builder.render.docx.lint import lint
from contract_builder.render.docx.lint.colour import contrast
from tests.render.docx.word import DOCUMENT, NUMBERING, STYLES, W, packed, parts_of, root_of, val, with_root

HEADER = "word/header1.xml"
RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
Seed = Callable[[Any], None]


def first(root: Any, tag: str, **attributes: str) -> Any:
    return next(
        e for e in root.iter(W + tag) if all(val(e, "", name) == value for name, value in attributes.items())
    )


def add(parent: Any, tag: str, **attributes: str) -> Any:
    from lxml import etree

    element = etree.SubElement(parent, W + tag)
    for name, value in attributes.items():
        element.set(W + name, value)
    return element


def drop(element: Any) -> None:
    element.getparent().remove(element)


def put(root: Any, tag: str, name: str, value: str, nth: int = 0) -> None:
    """Give the nth `w:tag` another value of `w:name`."""
    list(root.iter(W + tag))[nth].set(W + name, value)


def style(root: Any, id_: str) -> Any:
    return first(root, "style", styleId=id_)


def last_paragraph(root: Any) -> Any:
    return root.findall(f"{W}body/{W}p")[-1]


def field_begins_in_a_cell(root: Any) -> None:
    add(add(next(root.iter(W + "tc")).find(W + "p"), "r"), "fldChar", fldCharType="begin")
    for kind in ("separate", "end"):
        add(add(last_paragraph(root), "r"), "fldChar", fldCharType=kind)


def end_before_the_start(root: Any) -> None:
    start = first(root, "bookmarkStart")
    end = first(root, "bookmarkEnd", id=val(start, "", "id"))
    start.addprevious(end)


def numbered_style_below(root: Any) -> None:
    new = add(root, "style", type="paragraph", styleId="Quiet")
    add(new, "name", val="Quiet")
    add(new, "basedOn", val="Heading2")


def same_level_twice(root: Any) -> None:
    put(style(root, "ClauseLevel2"), "ilvl", "val", "1")


def text_in_a_deletion(root: Any) -> None:
    gone = add(last_paragraph(root), "del", id="9001", author="A", date="2026-01-01T00:00:00Z")
    add(add(gone, "r"), "t").text = "gone"


def deleted_text_outside(root: Any) -> None:
    add(add(last_paragraph(root), "r"), "delText").text = "gone"


def tables_that_touch(root: Any) -> None:
    from copy import deepcopy

    table = next(root.iter(W + "tbl"))
    table.addnext(deepcopy(table))


def no_header(root: Any) -> None:
    drop(first(root, "tblHeader"))


def outside(kind: str, target: str) -> Seed:
    def seed(root: Any) -> None:
        from lxml import etree

        link = etree.SubElement(root, root.tag.replace("Relationships", "Relationship"))
        base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        for name, value in (
            ("Id", "rId99"),
            ("Type", base + kind),
            ("Target", target),
            ("TargetMode", "External"),
        ):
            link.set(name, value)

    return seed


def macro_type(root: Any) -> None:
    root[-1].set("ContentType", "application/vnd.ms-word.document.macroEnabled.main+xml")


def heading_without_words(root: Any) -> None:
    heading = next(p for p in root.iter(W + "p") if val(p, "pPr/pStyle") == "Heading2")
    for text in heading.iter(W + "t"):
        text.text = ""


def coloured_run(root: Any, colour: str, fill: str = "") -> None:
    """Two runs in the last paragraph, the second in `colour`."""
    add(add(last_paragraph(root), "r"), "t").text = "plain "
    run = add(last_paragraph(root), "r")
    properties = add(run, "rPr")
    add(properties, "color", val=colour)
    if fill:
        add(properties, "shd", val="clear", color="auto", fill=fill)
    add(run, "t").text = "marked"


SEEDS: tuple[tuple[str, str, str, Seed], ...] = (
    ("a field without its end", "field-not-ended", DOCUMENT,
     lambda r: drop([c for c in r.iter(W + "fldChar") if val(c, "", "fldCharType") == "end"][-1])),
    ("a field without its separator", "field-no-result", DOCUMENT,
     lambda r: drop([c for c in r.iter(W + "fldChar") if val(c, "", "fldCharType") == "separate"][-1])),
    ("a field without its beginning", "field-not-begun", DOCUMENT,
     lambda r: drop([c for c in r.iter(W + "fldChar") if val(c, "", "fldCharType") == "begin"][-1])),
    ("two separators in one field", "field-not-ended", DOCUMENT,
     lambda r: add(first(r, "fldChar", fldCharType="separate").getparent(), "fldChar", fldCharType="separate")),
    ("an instruction outside a field", "field-instruction", DOCUMENT,
     lambda r: setattr(add(add(last_paragraph(r), "r"), "instrText"), "text", " PAGE ")),
    ("a field from a cell into the text", "field-across", DOCUMENT, field_begins_in_a_cell),
    ("a page field of the footer without its end", "field-not-ended", "word/footer1.xml",
     lambda r: drop([c for c in r.iter(W + "fldChar") if val(c, "", "fldCharType") == "end"][-1])),
    ("a reference to a bookmark that is gone", "reference-to-nothing", DOCUMENT,
     lambda r: put(r, "instrText", "none", "") or setattr(list(r.iter(W + "instrText"))[-1], "text", " REF _Gone \\w ")),
    ("a simple field to a bookmark that is gone", "reference-to-nothing", DOCUMENT,
     lambda r: add(last_paragraph(r), "fldSimple", instr=" PAGEREF _Gone ")),
    ("a link to a bookmark that is gone", "reference-to-nothing", DOCUMENT,
     lambda r: put(r, "hyperlink", "anchor", "_Gone")),
    ("two bookmarks of one name", "bookmark-name-twice", DOCUMENT,
     lambda r: put(r, "bookmarkStart", "name", val(list(r.iter(W + "bookmarkStart"))[-1], "", "name"), -2)),
    ("two bookmarks of one id", "bookmark-id-twice", DOCUMENT,
     lambda r: put(r, "bookmarkStart", "id", val(list(r.iter(W + "bookmarkStart"))[-1], "", "id"), -2)),
    ("a bookmark without its end", "bookmark-open", DOCUMENT, lambda r: drop(first(r, "bookmarkEnd"))),
    ("a bookmark that ends before it starts", "bookmark-open", DOCUMENT, end_before_the_start),
    ("a bookmark without its start", "bookmark-not-started", DOCUMENT,
     lambda r: add(last_paragraph(r), "bookmarkEnd", id="77")),
    ("a bookmark of 41 characters", "bookmark-name", DOCUMENT,
     lambda r: put(r, "bookmarkStart", "name", "_" + 40 * "a", -1)),
    ("a bookmark with a hyphen", "bookmark-name", DOCUMENT, lambda r: put(r, "bookmarkStart", "name", "a-b", -1)),
    ("a bookmark that opens with a digit", "bookmark-name", DOCUMENT, lambda r: put(r, "bookmarkStart", "name", "1a", -1)),
    ("two content controls of one id", "control-id-twice", DOCUMENT,
     lambda r: put(list(r.iter(W + "sdtPr"))[1], "id", "val", val(list(r.iter(W + "sdtPr"))[2], "id"))),
    ("a content control whose id is no number", "control-id", DOCUMENT,
     lambda r: put(next(r.iter(W + "sdtPr")), "id", "val", "4294967296")),
    ("a content control with a long title", "control-title", DOCUMENT, lambda r: put(r, "alias", "val", 65 * "a")),
    ("a list that is not there", "list-undefined", STYLES, lambda r: put(r, "numId", "val", "99")),
    ("a list on a paragraph that is not there", "list-undefined", DOCUMENT,
     lambda r: add(add(last_paragraph(r).find(W + "pPr"), "numPr"), "numId", val="99")),
    ("a list made from nothing", "list-undefined", NUMBERING, lambda r: put(r, "abstractNumId", "val", "99", 0)),
    ("two styles for one level", "list-level-shared", STYLES, same_level_twice),
    ("a level whose style is of no list", "list-level-unbound", NUMBERING,
     lambda r: put(r, "pStyle", "val", "ClauseText")),
    ("a paragraph style that is not there", "style-undefined", DOCUMENT, lambda r: put(r, "pStyle", "val", "Gone")),
    ("a character style that is not there", "style-undefined", DOCUMENT, lambda r: put(r, "rStyle", "val", "Gone")),
    ("a table style that is not there", "style-undefined", DOCUMENT, lambda r: put(r, "tblStyle", "val", "Gone")),
    ("a paragraph style of the header that is not there", "style-undefined", HEADER,
     lambda r: put(r, "pStyle", "val", "Gone")),
    ("a style based on nothing", "style-undefined", STYLES, lambda r: put(style(r, "Heading1"), "basedOn", "val", "Gone")),
    ("a style that inherits numbers", "style-inherits-numbers", STYLES, numbered_style_below),
    ("a table without a header row", "table-no-header", DOCUMENT, no_header),
    ("a header row that is switched off", "table-no-header", DOCUMENT, lambda r: put(r, "tblHeader", "val", "0")),
    ("two tables that touch", "table-touches", DOCUMENT, tables_that_touch),
    ("a document that states no language", "language-missing", STYLES, lambda r: drop(first(r, "lang"))),
    ("a run whose language is empty", "language-missing", DOCUMENT,
     lambda r: add(add(add(last_paragraph(r), "r"), "rPr"), "lang", val="")),
    ("a deletion that prints its text", "deletion-keeps-text", DOCUMENT, text_in_a_deletion),
    ("deleted text outside a deletion", "deletion-missing", DOCUMENT, deleted_text_outside),
    ("a heading that skips a level", "heading-skips", STYLES,
     lambda r: put(style(r, "Heading2"), "outlineLvl", "val", "2")),
    ("a paragraph that skips a level by itself", "heading-skips", DOCUMENT,
     lambda r: add(last_paragraph(r).find(W + "pPr"), "outlineLvl", val="7")),
    ("a heading without words", "heading-empty", DOCUMENT, heading_without_words),
    ("grey text", "low-contrast", DOCUMENT, lambda r: coloured_run(r, "AAAAAA")),
    ("a style in yellow", "low-contrast", STYLES, lambda r: put(style(r, "Heading2"), "color", "val", "FFFF00")),
    ("dark text on a dark ground", "low-contrast", DOCUMENT, lambda r: coloured_run(r, "333333", "444444")),
    ("words that only colour marks", "colour-alone", DOCUMENT, lambda r: coloured_run(r, "C00000")),
    ("fields that Word is to update", "asks-on-opening", "word/settings.xml",
     lambda r: add(r, "updateFields", val="true")),
    ("a template fetched from elsewhere", "external-relationship", RELS,
     outside("attachedTemplate", "https://example.com/t.dotm")),
    ("an image fetched from elsewhere", "external-relationship", RELS, outside("image", "\\\\server\\share\\a.png")),
    ("a link out of the file", "external-relationship", RELS, outside("hyperlink", "https://example.com")),
    ("a type that may run macros", "macros", TYPES, macro_type),
)  # fmt: skip


@pytest.fixture(scope="module")
def document(document: bytes) -> bytes:
    """The sample without the one value that looks like a placeholder, which lint is right to report."""
    return packed({name: data.replace(b"{{ 7*7 }}", b"") for name, data in parts_of(document).items()})


def rules(found: tuple[Diagnostic, ...]) -> set[str]:
    return {diagnostic.rule for diagnostic in found}


def test_a_good_document_has_no_faults(document: bytes) -> None:
    assert lint(document) == ()


@pytest.mark.parametrize(("rule", "part", "seed"), [s[1:] for s in SEEDS], ids=[s[0] for s in SEEDS])
def test_a_seeded_fault_is_found(rule: str, part: str, seed: Seed, document: bytes) -> None:
    root = root_of(document, part)
    seed(root)
    found = lint(with_root(document, root, part))
    assert rule in rules(found), rules(found)
    assert all(d.message.endswith((".", ")")) and d.hint and d.place.file for d in found)


def test_a_fault_says_in_which_paragraph_it_is(document: bytes) -> None:
    root = root_of(document)
    drop(first(root, "tblHeader"))
    (fault,) = lint(with_root(document, root))
    assert (fault.place.file, fault.place.text[:9]) == (DOCUMENT, "ItemDetai")


def test_a_style_may_leave_the_list_of_its_parent(document: bytes) -> None:
    root = root_of(document, STYLES)
    numbered_style_below(root)
    add(add(add(style(root, "Quiet"), "pPr"), "numPr"), "numId", val="0")
    assert lint(with_root(document, root, STYLES)) == ()


@pytest.mark.parametrize(
    "name", ["word/vbaProject.bin", "word/activeX/activeX1.bin", "word/embeddings/oleObject1.bin"]
)
def test_a_program_in_the_package_is_found(name: str, document: bytes) -> None:
    assert rules(lint(packed({**parts_of(document), name: b"x"}))) == {"macros"}


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        (b"no zip", "docx-unreadable"),
        (packed({"a.txt": b""}), "docx-no-document"),
        (packed({DOCUMENT: b"<w:document>"}), "docx-broken-part"),
    ],
)
def test_what_is_no_document_is_a_fault_and_no_traceback(broken: bytes, rule: str) -> None:
    assert rule in rules(lint(broken))


def test_an_entity_is_a_fault_and_is_not_read_from_the_disk(document: bytes, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("Gone")
    entity = f'<!DOCTYPE w:hdr [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:hdr '.encode()
    header = parts_of(document)[HEADER].replace(b"<w:hdr ", entity, 1).replace(b"</w:t>", b"&x;</w:t>", 1)
    found = lint(packed({**parts_of(document), HEADER: header}))
    assert rules(found) == {"docx-broken-part"}
    assert "Gone" not in str(found)


def test_a_document_without_styles_and_lists_is_told_so(document: bytes) -> None:
    parts = parts_of(document)
    del parts[STYLES], parts[NUMBERING]
    assert {"style-undefined", "language-missing"} <= rules(lint(packed(parts)))


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [("000000", "FFFFFF", 21.0), ("777777", "FFFFFF", 4.48), ("12324A", "FFFFFF", 13.2)],
)
def test_contrast_is_what_wcag_says(one: str, other: str, about: float) -> None:
    assert contrast(one, other) == pytest.approx(about, abs=0.1)
    assert contrast(other, one) == contrast(one, other)


def test_colour_with_another_mark_passes(document: bytes) -> None:
    root = root_of(document)
    coloured_run(root, "C00000")
    add(list(root.iter(W + "r"))[-1].find(W + "rPr"), "b")
    assert lint(with_root(document, root)) == ()
