"""Three editions of one contract: what each holds, in every format, and the same bytes each time."""

import json

import msgspec
import pytest
from lxml import html

import contract_builder as cb
from contract_builder.errors import InternalError, UsageError
from contract_builder.model.contract import BlankRun, Contract
from contract_builder.render.apparatus import Apparatus, Note
from contract_builder.render.docx import render_docx
from contract_builder.render.json import read_json
from contract_builder.render.resolved import all_runs
from tests.editions.cases import NAMES, case
from tests.editions.search import found, normal
from tests.editions.secrets import secrets
from tests.reading import docx_text
from tests.render.docx.word import parts_of

FORMATS = tuple(f for f in cb.FORMATS if f != "pdf")
"""A PDF is made from the Word document, by LibreOffice, and states the hour."""


@pytest.mark.parametrize("edition", cb.EDITIONS)
def test_the_same_inputs_give_the_same_bytes(edition: cb.Edition) -> None:
    for format in FORMATS:
        assert case("council").edition(edition, format) == case("council").edition(edition, format)


@pytest.mark.parametrize("name", NAMES)
def test_the_suppliers_edition_is_the_contract_and_nothing_else(name: str) -> None:
    of = case(name)
    assert of.built.contract
    plain = cb.supplier_copy(of.built.contract)
    for format in FORMATS:
        assert of.edition("supplier", format) == cb.render_contract(plain, format, of.built.brief.date)


def test_it_is_rendered_without_annotations(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the supplier's edition asked for what is internal")

    monkeypatch.setattr("contract_builder.assemble.annotate.annotate", refuse)
    monkeypatch.setattr("contract_builder.assemble.provenance.provenance_of", refuse)
    for format in FORMATS:
        case("council").edition("supplier", format)


def test_the_clean_edition_does_not_wait_for_annotations(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the clean edition asked for annotations")

    monkeypatch.setattr("contract_builder.assemble.annotate.annotate", refuse)
    for format in FORMATS:
        case("council").edition("clean", format)


def test_a_suppliers_contract_as_json_reads_back_and_has_the_text_of_the_contract() -> None:
    of = case("homelessness-risk-list")
    assert of.built.contract
    sent = read_json(of.edition("supplier", "json"))
    plain = cb.supplier_copy(of.built.contract)
    assert (sent.clauses, sent.schedules) == (plain.clauses, plain.schedules)
    assert (sent.open_items, sent.obligations) == ((), ())
    assert '"position":' not in of.edition("clean", "json").decode().split('"obligations"')[0]


@pytest.mark.parametrize("format", ["html", "md"])
def test_the_annotated_page_holds_what_the_comments_hold(format: cb.Format) -> None:
    page = case("council").edition("annotated", format).decode()
    words = cells_apart(page) if format == "html" else plain_markdown(page)
    hay = normal(words)
    for kind in ("reasons", "walk-away lines", "what positions leave", "approvers", "triage", "law"):
        lost = [t for t in secrets(case("council"))[kind] if not found(t, hay)]
        assert not lost, kind


def cells_apart(page: str) -> str:
    """What a reader of the page sees, with the words of each table cell once more by themselves."""
    read = html.document_fromstring(page.encode())
    return "\n".join([read.text_content(), *(cell.text_content() for cell in read.iter("td", "th"))])


def plain_markdown(page: str) -> str:
    """What a reader of the rendered page sees."""
    from markdown_it import MarkdownIt

    rendered = MarkdownIt("commonmark").enable("table").render(page)
    return str(html.document_fromstring(f"<meta charset=utf-8><div>{rendered}</div>").text_content())


def test_the_annotated_edition_as_json_is_the_annotations() -> None:
    data = json.loads(case("council").edition("annotated", "json"))
    assert data["format"] == 1
    assert {"summary", "parts", "law", "open_items", "tasks", "provenance"} <= data.keys()


def test_every_page_of_the_annotated_edition_says_that_it_is_internal() -> None:
    footers = [p for n, p in parts_of(case("council").edition("annotated")).items() if "word/footer" in n]
    assert any(b"INTERNAL: not for the supplier" in footer for footer in footers)
    assert b"<strong>INTERNAL: not for the supplier</strong>" in case("council").edition("annotated", "html")


def test_the_clean_edition_ends_with_open_items_and_provenance_that_can_be_taken_out() -> None:
    text = docx_text(case("council").edition("clean"))
    end = text[text.rindex("Internal only: open items and provenance") :]
    assert "Which reference do the tender" not in end  # it is filled in
    assert "What is the full registered name of the Supplier?" in end
    assert "mereshire-ethics-panel 1.0.0, the Council’s own" in end
    document = parts_of(case("council").edition("clean"))["word/document.xml"]
    assert document.count(b'w:name="InternalPart"') == 1


def test_no_two_editions_say_different_terms() -> None:
    supplier, *others = (docx_text(case("council").edition(e)) for e in ("supplier", "clean", "annotated"))
    terms = supplier[supplier.index("The Council and the Supplier agree") :]
    for text in others:
        assert normal(terms) in normal(text)


def test_a_note_that_has_no_place_is_never_dropped_in_silence() -> None:
    of = case("event-listing-drafts")
    assert of.built.contract
    lost = Apparatus("Internal", (), {"clause.nowhere": (Note("Decision", ()),)})
    with pytest.raises(InternalError, match=r"clause\.nowhere"):
        render_docx(of.built.contract, apparatus=lost)


def test_an_edition_that_does_not_exist_is_refused() -> None:
    of = case("event-listing-drafts")
    with pytest.raises(UsageError, match="no edition 'draft'"):
        cb.render_edition(of.content, of.built, "draft")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="no contract"):
        cb.render_edition(of.content, msgspec.structs.replace(of.built, contract=None))


def test_the_lock_is_the_same_whatever_edition_is_built() -> None:
    of = case("council")
    lock = cb.lock_contract(of.content, of.built)
    of.edition("annotated")
    assert cb.lock_contract(of.content, of.built) == lock


def test_only_the_council_reads_who_fills_in_a_blank() -> None:
    of = case("homelessness-risk-list")
    ours = {
        r.owner
        for runs in all_runs(contract_of(of.edition("clean", "json")))
        for r in runs
        if isinstance(r, BlankRun)
    }
    theirs = {
        r.owner
        for runs in all_runs(contract_of(of.edition("supplier", "json")))
        for r in runs
        if isinstance(r, BlankRun)
    }
    assert {"legal", "information governance"} <= ours
    assert theirs == {""}
    assert b"(information governance)" in parts_of(of.edition("clean"))["word/document.xml"]
    assert b"(information governance)" not in parts_of(of.edition("supplier"))["word/document.xml"]


def contract_of(data: bytes) -> Contract:
    return read_json(data)
