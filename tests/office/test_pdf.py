"""The PDF: tagged, with a title and a language, made with nothing fetched and nothing left behind."""

import http.server
import io
import os
import re
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from contract_builder import api
from contract_builder.errors import UsageError
from contract_builder.model.contract import BlankRun, ParticularsRow, ParticularsSection
from contract_builder.office import pdf_of
from contract_builder.office.links import without_external
from contract_builder.render.docx import render_docx
from contract_builder.render.docx.lint import lint
from contract_builder.render.resolved import all_runs
from tests.contents import shipped
from tests.needs import require_module, require_program
from tests.render.docx import sample
from tests.render.docx.word import DOCUMENT, W, packed, parts_of, root_of, with_root

RELS = "word/_rels/document.xml.rels"
HINT = "Install it with `apt install libreoffice-writer poppler-utils`."


@pytest.fixture(scope="module")
def program() -> str:
    return require_program("soffice", HINT)


@pytest.fixture(scope="module")
def document() -> bytes:
    return render_docx(sample.contract(), date=sample.DATE)


@pytest.fixture(scope="module")
def opened(program: str, document: bytes) -> Iterator[Any]:
    pikepdf = require_module("pikepdf", "Install it with `pip install pikepdf`.")
    with pikepdf.open(io.BytesIO(pdf_of(document))) as pdf:
        yield pdf


def test_it_is_tagged_and_says_so(opened: Any) -> None:
    assert bool(opened.Root.MarkInfo.Marked) is True
    assert "/StructTreeRoot" in opened.Root
    assert opened.open_metadata()["pdfuaid:part"] == "1"


def test_it_has_a_title_that_a_window_shows_and_a_language(opened: Any) -> None:
    assert str(opened.docinfo["/Title"]) == sample.contract().identity.title
    assert opened.open_metadata()["dc:title"] == sample.contract().identity.title
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle) is True
    assert str(opened.Root.Lang) == "en-GB"


def test_its_tags_hold_headings_tables_with_headers_and_lists_of_contents(opened: Any) -> None:
    kinds = {str(element.get("/S")) for element in elements(opened.Root.StructTreeRoot)}
    assert {"/H1", "/H2", "/Table", "/TR", "/TH", "/TD", "/TOC", "/Link"} <= kinds


def test_every_blank_has_the_colour_of_a_blank(program: str) -> None:
    pikepdf = require_module("pikepdf", "Install it with `pip install pikepdf`.")
    of = sample.contract()
    rows = (
        ParticularsRow("a", "First", (BlankRun("a", "Words"),)),
        ParticularsRow("b", "Second", (BlankRun("b", "Choice", ("One", "Two")),)),
    )
    of = sample.contract()
    of = replace(of, particulars=(ParticularsSection("Both", rows),))
    blanks = sum(isinstance(run, BlankRun) for runs in all_runs(of) for run in runs)
    with pikepdf.open(io.BytesIO(pdf_of(render_docx(of, date=sample.DATE)))) as pdf:
        fills = b" ".join(page.Contents.read_bytes() for page in pdf.pages)
    red = re.compile(rb"0\.541\d* 0\.109\d* 0\.109\d* rg")
    assert len(red.findall(fills)) >= blanks >= 2


def test_it_has_bookmarks_for_the_headings(opened: Any) -> None:
    with opened.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert {"Particulars", "Terms"} <= set(titles)


def test_it_holds_no_form_no_script_and_no_address_outside(opened: Any) -> None:
    assert "/AcroForm" not in opened.Root
    assert "/JavaScript" not in opened.Root.get("/Names", {})
    opening = opened.Root.get("/OpenAction")
    assert not is_dictionary(opening) or "/JS" not in opening
    for page in opened.pages:
        for note in page.get("/Annots", []):
            assert "/URI" not in note.get("/A", {})


def elements(node: Any) -> Iterator[Any]:
    """Every element of the structure below `node`, in no order."""
    waiting = [node]
    while waiting:
        kids = waiting.pop().get("/K", [])
        for kid in kids if kids and not is_dictionary(kids) and not isinstance(kids, int) else [kids]:
            if is_dictionary(kid) and "/S" in kid:
                yield kid
                waiting.append(kid)


def is_dictionary(thing: Any) -> bool:
    """Whether `thing` is a dictionary of a PDF; its numbers and arrays have no keys to give."""
    try:
        return bool(set(thing.keys()))
    except (AttributeError, TypeError, ValueError):
        return False


def with_link(document: bytes, kind: str, target: str) -> bytes:
    """`document` with a relationship to something outside, and a picture that needs it."""
    from lxml import etree

    root = root_of(document, RELS)
    link = etree.SubElement(root, root.tag.replace("Relationships", "Relationship"))
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    for name, value in (
        ("Id", "rId99"),
        ("Type", base + kind),
        ("Target", target),
        ("TargetMode", "External"),
    ):
        link.set(name, value)
    document = with_root(document, root, RELS)
    if kind != "image":
        return document
    drawing = (
        f'<w:r xmlns:w="{W[1:-1]}" xmlns:r="{base[:-1]}"><w:drawing>'
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="9" cy="9"/>'
        '<wp:docPr id="9" name="p"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="9" name="p"/>'
        '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rId99"/></pic:blipFill><pic:spPr/></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    tree = root_of(document)
    tree.findall(f"{W}body/{W}p")[-1].append(etree.fromstring(drawing))
    return with_root(document, tree, DOCUMENT)


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and the paths that were asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}", asked
        listening.shutdown()


@pytest.mark.parametrize("kind", ["image", "attachedTemplate", "oleObject"])
def test_nothing_outside_is_asked_for(
    kind: str, program: str, document: bytes, server: tuple[str, list[str]]
) -> None:
    address, asked = server
    assert pdf_of(with_link(document, kind, f"{address}/secret.png")).startswith(b"%PDF-")
    assert asked == []


def test_links_to_the_outside_are_taken_out_and_nothing_else(document: bytes) -> None:
    assert without_external(document) is document
    linked = with_link(document, "hyperlink", "https://example.com")
    assert "external-relationship" in {d.rule for d in lint(linked)}
    cleaned = without_external(linked)
    assert "external-relationship" not in {d.rule for d in lint(cleaned)}
    assert {n: d for n, d in parts_of(cleaned).items() if n != RELS} == {
        n: d for n, d in parts_of(document).items() if n != RELS
    }


def test_links_are_found_in_any_encoding(document: bytes) -> None:
    parts = parts_of(with_link(document, "hyperlink", "https://example.com"))
    text = parts[RELS].decode().replace("UTF-8", "UTF-16")
    cleaned = without_external(packed({**parts, RELS: text.encode("utf-16")}))
    assert b"example.com" not in parts_of(cleaned)[RELS]


def test_what_is_no_word_document_is_refused(program: str) -> None:
    with pytest.raises(UsageError, match="not a Word document"):
        pdf_of(b"no zip")


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_a_libreoffice_that_hangs_is_stopped_and_leaves_no_folder(
    document: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    hanging = tmp_path / "soffice"
    hanging.write_text("#!/bin/sh\nsleep 600\n")
    hanging.chmod(0o755)
    with pytest.raises(UsageError, match="did not finish"):
        pdf_of(document, seconds=1, program=str(hanging))
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_a_libreoffice_that_makes_nothing_is_no_pdf(document: bytes, tmp_path: Path) -> None:
    idle = tmp_path / "soffice"
    idle.write_text("#!/bin/sh\nexit 0\n")
    idle.chmod(0o755)
    with pytest.raises(UsageError, match="made no PDF"):
        pdf_of(document, program=str(idle))


def test_it_is_one_of_the_formats_of_build(program: str) -> None:
    content = shipped()
    built = api.build(content, api.read_brief(api.example("event-listing-drafts")))
    assert built.contract is not None
    assert api.render_contract(built.contract, "pdf").startswith(b"%PDF-1.")
