"""The same contract gives the same bytes, wherever and whenever it is rendered."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from contract_builder.model.contract import Contract
from contract_builder.render.docx import render_docx
from contract_builder.render.docx.make_base import make
from contract_builder.render.docx.package import BASE
from tests.render.docx import sample
from tests.render.docx.word import parts_of

ROOT = Path(__file__).parents[3]
PRINT = (
    "import hashlib; from contract_builder.render.docx import render_docx; from tests.render.docx import sample;"
    "print(hashlib.sha256(render_docx(sample.contract(), date=sample.DATE)).hexdigest())"
)


def test_two_renderings_in_one_process_are_equal(document: bytes) -> None:
    assert render_docx(sample.contract(), date=sample.DATE) == document


@pytest.mark.parametrize(
    "places",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"},
        {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4294967295", "PYTHONUTF8": "0"},
    ],
    ids=lambda places: places["TZ"],
)
def test_another_place_language_and_hash_seed_change_no_byte(places: dict[str, str], document: bytes) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PRINT], env={**os.environ, **places}, cwd=ROOT, capture_output=True, text=True,
        check=True, timeout=120,
    )  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(document).hexdigest()


def test_another_contract_gives_other_bytes(document: bytes) -> None:
    assert render_docx(sample.contract(), date="2026-11-25") != document


def test_the_level_of_compression_changes_the_size_and_no_part(contract: Contract, document: bytes) -> None:
    quick = render_docx(contract, date=sample.DATE, level=1)
    assert len(quick) > len(document)
    assert parts_of(quick) == parts_of(document)


def test_the_shipped_base_document_is_the_one_that_make_base_makes() -> None:
    assert make() == BASE.read_bytes(), "Run python -m contract_builder.render.docx.make_base."
