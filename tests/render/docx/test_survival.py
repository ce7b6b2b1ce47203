"""What survives other programs, and whether readers that are not ours see the same contract."""

import io
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest

from contract_builder.model.contract import Contract, TextRun
from contract_builder.render.docx.lint import lint
from contract_builder.render.resolved import all_runs
from tests.needs import require_module, require_program
from tests.render.docx.office import HINT
from tests.render.docx.survival import TRIPS, contract, survives, table, travelled
from tests.render.docx.word import W, parts_of, root_of

PAGE = Path(__file__).parents[3] / "docs" / "word.md"
MEASURED_WITH = "7.4"
MUST_SURVIVE = {
    "Word file saved again": (
        "identity of clauses and schedules (hidden bookmarks)", "custom properties (ids, versions and hashes)",
        "live references with the right number", "numbered headings and paragraphs by style", "comments",
        "header rows of tables", "title of the document",
    ),
    "through ODT": (
        "custom properties (ids, versions and hashes)", "live references with the right number", "comments",
        "title of the document",
    ),
    "through RTF": ("custom properties (ids, versions and hashes)", "comments", "title of the document"),
}  # fmt: skip
"""Whatever the version of LibreOffice."""


@pytest.fixture(scope="module")
def commented() -> bytes:
    return contract()


@pytest.fixture(scope="module")
def measured(commented: bytes) -> dict[str, dict[str, str]]:
    require_program("soffice", HINT)
    found: dict[str, dict[str, str]] = {}
    for name, steps in TRIPS.items():
        with tempfile.TemporaryDirectory() as folder:
            found[name] = survives(commented, travelled(commented, steps, Path(folder)))
    return found


def test_what_a_returned_draft_is_known_by_survives_every_trip(measured: dict[str, dict[str, str]]) -> None:
    lost = {
        (trip, what)
        for trip, things in MUST_SURVIVE.items()
        for what in things
        if measured[trip][what] != "all"
    }
    assert not lost


def test_the_page_says_what_was_measured(measured: dict[str, dict[str, str]]) -> None:
    soffice = require_program("soffice", HINT)
    version = subprocess.run([soffice, "--version"], capture_output=True, text=True, check=True).stdout
    if f" {MEASURED_WITH}." not in version:
        pytest.skip(
            f"The table was measured with LibreOffice {MEASURED_WITH}, and this is {version.strip()}."
        )
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    at = lines.index(table(measured)[0])
    assert lines[at : at + len(table(measured))] == table(measured)


def test_the_count_sees_what_is_gone(commented: bytes) -> None:
    from tests.render.docx.word import packed, with_root

    root = root_of(commented)
    for start in [b for b in root.iter(W + "bookmarkStart") if str(b.get(W + "name")).startswith("_cl_")]:
        start.getparent().remove(start)
    found = survives(commented, with_root(commented, root))
    assert found["identity of clauses and schedules (hidden bookmarks)"] == "none"
    without = packed({n: d for n, d in parts_of(commented).items() if n != "docProps/custom.xml"})
    assert survives(commented, without)["custom properties (ids, versions and hashes)"] == "none"


def test_nothing_makes_word_ask_or_warn(document: bytes, commented: bytes) -> None:
    asking = {"external-relationship", "macros", "asks-on-opening", "docx-broken-part"}
    for file in (document, commented):
        assert not {d.rule for d in lint(file)} & asking
        assert not any(name.lower().endswith((".bin", ".ole")) for name in parts_of(file))


def letters(text: str) -> str:
    """`text` without spaces and signs: readers break lines, and leave out breaks, each in its own way."""
    return "".join(re.findall(r"\w+", text))


@pytest.mark.parametrize("reader", ["docx2python", "mammoth"])
def test_a_reader_that_is_not_ours_sees_all_the_words(
    reader: str, document: bytes, contract: Contract
) -> None:
    module = require_module(reader, f"Install it with `pip install {reader}`.")
    seen = letters(_READERS[reader](module, document))
    runs = [run.text for runs in all_runs(contract) for run in runs if isinstance(run, TextRun)]
    assert len(runs) > 50
    assert not [text for text in runs if letters(text) not in seen]


def _docx2python(module: Any, document: bytes) -> str:
    with module.docx2python(io.BytesIO(document)) as opened:
        return str(opened.text)


def _mammoth(module: Any, document: bytes) -> str:
    return str(module.extract_raw_text(io.BytesIO(document)).value)


_READERS = {"docx2python": _docx2python, "mammoth": _mammoth}


def test_mammoth_sees_headings_and_tables_as_such(document: bytes, contract: Contract) -> None:
    mammoth = require_module("mammoth", "Install it with `pip install mammoth`.")
    html = mammoth.convert_to_html(io.BytesIO(document)).value
    assert html.count("<h2") >= len(contract.clauses)
    assert html.count("<table") == len(list(root_of(document).iter(W + "tbl")))
    assert html.count("<thead>") == html.count("<table")
