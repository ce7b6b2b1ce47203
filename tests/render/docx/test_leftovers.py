"""What is left of the work on a document is found in the documents that councils build, edited as in Word."""

import ast
import base64
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from lxml import etree

from contract_builder import api
from contract_builder.render.docx import lint as package
from contract_builder.render.docx.lint import lint
from contract_builder.render.docx.lint.catalogue import RULES
from tests.contents import shipped
from tests.render.docx.documents_page import COMMAND, PAGE, page
from tests.render.docx.word import DOCUMENT, STYLES, W, packed, parts_of, root_of, with_part, with_root

Edit = Callable[[Any], None]
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
WORDS = (
    ("Drafting note: ask legal services.", "note-left"),
    ("Walk away", "note-left"),
    ("Our walk-away position is ten days.", "note-left"),
    ("[Note: check this]", "note-left"),
    ("[Delete as appropriate]", "note-left"),
    ("Position: fallback", "note-left"),
    ("For internal use only", "note-left"),
    ("Within {{ export_days }} of a request.", "placeholder-left"),
    ("{% if tier %}", "placeholder-left"),
    ("The sum is [insert the sum].", "prompt-left"),
    ("The Start Date is TBC.", "prompt-left"),
    ("Nobody may walk away from a duty, in whichever position.", ""),
    ("MWB v Rock [2018] UKSC 24 at [15], [16a] and [sic].", ""),
    ("A note to the accounts is no [...] matter.", ""),
    ("The tbcs and the Position stay.", ""),
)


@pytest.fixture(scope="module")
def built() -> bytes:
    """An example as a council builds it."""
    content = shipped()
    made = api.build(content, api.read_brief(api.example("homelessness-risk-list"), content))
    assert made.contract
    return api.render_contract(made.contract, "docx", "2026-11-24")


def edited(document: bytes, edit: Edit) -> bytes:
    """`document` opened by python-docx, edited and saved."""
    opened = docx.Document(io.BytesIO(document))
    edit(opened)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def rules(document: bytes) -> list[str]:
    return sorted({found.rule for found in lint(document)})


def paragraph(opened: Any, words: str, style: str = "Normal") -> Any:
    return opened.add_paragraph(words, style)


def with_tracked(document: bytes, tag: str) -> bytes:
    root = root_of(document)
    body = root.find(W + "body")
    change = etree.SubElement(body.findall(W + "p")[-1], W + tag)
    change.set(W + "id", "9001")
    change.set(W + "author", "A. Lawyer")
    if tag == "ins":
        etree.SubElement(etree.SubElement(change, W + "r"), W + "t").text = "new"
    return with_root(document, root)


def test_a_document_saved_by_another_program_is_still_clean(built: bytes) -> None:
    assert lint(edited(built, lambda d: None)) == ()


@pytest.mark.parametrize(("words", "rule"), WORDS, ids=[w for w, _ in WORDS])
def test_words_that_are_left_are_found_and_others_are_not(words: str, rule: str, built: bytes) -> None:
    document = edited(built, lambda d: paragraph(d, words))
    assert rules(document) == ([rule] if rule else [])


def test_words_are_found_however_word_cuts_them_into_runs(built: bytes) -> None:
    def edit(opened: Any) -> None:
        new = paragraph(opened, "Draft")
        for piece in ("ing ", "no", "te: {", "{ x }", "}"):
            new.add_run(piece)

    assert rules(edited(built, edit)) == ["note-left", "placeholder-left"]


def test_words_in_a_header_and_in_a_table_are_found(built: bytes) -> None:
    def edit(opened: Any) -> None:
        opened.sections[0].header.paragraphs[0].add_run(" [Note: draft two]")
        opened.tables[0].rows[1].cells[1].paragraphs[0].add_run(" [add the name]")

    found = lint(edited(built, edit))
    assert {(d.rule, d.place.file) for d in found} == {
        ("note-left", "word/header1.xml"),
        ("prompt-left", DOCUMENT),
    }


def test_a_blank_that_word_fills_in_is_no_prompt(built: bytes) -> None:
    assert b"showingPlcHdr" in parts_of(built)[DOCUMENT]
    assert lint(built) == ()


def test_a_comment_is_found_with_its_writer(built: bytes) -> None:
    def edit(opened: Any) -> None:
        run = opened.paragraphs[5].runs[0]
        opened.add_comment(run, text="Do we give way here?", author="A. Lawyer", initials="AL")

    (found,) = [d for d in lint(edited(built, edit)) if d.rule == "comment-left"]
    assert "'A. Lawyer'" in found.message and found.place.text == "Do we give way here?"


@pytest.mark.parametrize("tag", ["ins", "moveTo"])
def test_a_tracked_change_is_found_with_its_writer(tag: str, built: bytes) -> None:
    (found,) = lint(with_tracked(built, tag))
    assert found.rule == "change-left" and "'A. Lawyer'" in found.message


def test_a_change_of_looks_is_a_change_and_one_paragraph_has_one_finding(built: bytes) -> None:
    root = root_of(built)
    properties = [p.find(W + "pPr") for p in root.find(W + "body").findall(W + "p")][-2:]
    for change in (*properties, properties[0]):
        etree.SubElement(change, W + "pPrChange")
    assert [d.rule for d in lint(with_root(built, root))] == ["change-left", "change-left"]


def test_hidden_text_is_found_in_a_run(built: bytes) -> None:
    def edit(opened: Any) -> None:
        paragraph(opened, "").add_run("We would take 30 days.").font.hidden = True

    (found,) = lint(edited(built, edit))
    assert (found.rule, found.place.text) == ("hidden-text", "We would take 30 days.")


@pytest.mark.parametrize("style", ["ClauseLevel1", "Normal"])
def test_hidden_text_is_found_by_its_style_and_by_what_that_is_based_on(style: str, built: bytes) -> None:
    root = root_of(built, STYLES)
    hiding = next(s for s in root.iter(W + "style") if s.get(W + "styleId") == style)
    look = hiding.find(W + "rPr")
    etree.SubElement(etree.SubElement(hiding, W + "rPr") if look is None else look, W + "vanish")
    found = lint(with_root(built, root, STYLES))
    assert {d.rule for d in found} == {"hidden-text"}


def test_hidden_that_is_switched_off_or_holds_no_words_is_not_hidden_text(built: bytes) -> None:
    def edit(opened: Any) -> None:
        paragraph(opened, "").add_run("Shown.").font.hidden = False
        paragraph(opened, "").add_run(" ").font.hidden = True

    assert rules(edited(built, edit)) == []


def test_highlighted_text_is_a_warning(built: bytes) -> None:
    def edit(opened: Any) -> None:
        paragraph(opened, "").add_run("Ask.").font.highlight_color = WD_COLOR_INDEX.YELLOW

    (found,) = lint(edited(built, edit))
    assert (found.rule, found.level, found.place.text) == ("highlight-left", "warning", "Ask.")


def test_a_picture_needs_words_unless_it_is_decoration_or_has_them(built: bytes) -> None:
    document = edited(built, lambda d: d.add_picture(io.BytesIO(PIXEL)))
    assert rules(document) == ["picture-no-words"]
    root = root_of(document)
    said = next(e for e in root.iter() if str(e.tag).endswith("}docPr"))
    said.set("descr", "The arms of the Council")
    assert rules(with_root(document, root)) == []
    del said.attrib["descr"]
    space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    etree.SubElement(said, f"{{{space}}}decorative").set("val", "1")
    assert rules(with_root(document, root)) == []


def test_a_missing_title_and_a_named_person_are_found(built: bytes) -> None:
    def edit(opened: Any) -> None:
        opened.core_properties.title = "  "
        opened.core_properties.last_modified_by = "A. Lawyer"

    found = {d.rule: d for d in lint(edited(built, edit))}
    assert set(found) == {"property-missing", "person-named"}
    assert "'A. Lawyer'" in found["person-named"].message


def test_a_document_without_properties_has_no_title(built: bytes) -> None:
    assert "property-missing" in rules(with_part(built, "docProps/core.xml", b"<x/>"))
    bare = {name: data for name, data in parts_of(built).items() if not name.startswith("docProps/")}
    assert "property-missing" in rules(packed(bare))


def test_a_paragraph_as_long_as_a_hostile_file_is_read_once(built: bytes) -> None:
    run = b'<w:r><w:rPr><w:rStyle w:val="Gone"/></w:rPr><w:t>x</w:t></w:r>'
    body = parts_of(built)[DOCUMENT].replace(b"</w:p>", run * 20_000 + b"</w:p>", 1)
    found = lint(with_part(built, DOCUMENT, body))
    assert all(len(d.place.text) <= 60 for d in found)


def test_every_rule_of_the_page_is_used_in_the_code_and_no_other() -> None:
    """`finding` looks each id up in the catalogue, so that an id which is not there fails the test that seeds it."""
    used = {
        node.value
        for path in Path(package.__path__[0]).glob("*.py")
        if path.stem != "catalogue"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(RULES) <= used
    given = {
        node.args[0].value
        for path in Path(package.__path__[0]).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("fault", "finding")
        if isinstance(node.args[0], ast.Constant)
    }
    assert given <= set(RULES)


def test_the_page_says_what_the_rules_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), f"run: {COMMAND}"
