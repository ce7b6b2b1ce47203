"""What was released stays as it was promised: docs/compatibility.md."""

import json
import shutil
from pathlib import Path

import pytest

from contract_builder.outputs.documents import DOCUMENTS
from contract_builder.outputs.publish import pages
from contract_builder.outputs.schema import file_of
from tests.compatibility.record import RELEASED, broken, record
from tests.compatibility.schemas import RAISE, breaks

DOCS = Path(__file__).parents[2] / "docs"
SCHEMAS = sorted(path.name for path in RELEASED.glob("*.schema.json"))


def test_no_promise_is_broken() -> None:
    words = [f"{file}: {sentence}" for file, found in broken().items() for sentence in found]
    assert not words, (
        "\n".join(words)
        + f"\nOf a schema: {RAISE}\nOf a name: let the old one work beside the new one until it may go."
        "\nWhere none of this was ever released: delete the file in tests/compatibility/released and record it again."
    )


@pytest.mark.parametrize("file", SCHEMAS)
def test_a_released_schema_stays_among_the_docs(file: str) -> None:
    published = json.loads((DOCS / "schemas" / "output" / file).read_text(encoding="utf-8"))
    assert not breaks(json.loads((RELEASED / file).read_text(encoding="utf-8")), published)


@pytest.mark.parametrize("file", SCHEMAS)
def test_a_released_document_is_still_written_in_that_format_or_a_later_one(file: str) -> None:
    name, _, number = file.removesuffix(".schema.json").rpartition("-")
    assert name in DOCUMENTS and DOCUMENTS[name].format >= int(number)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_format_number_follows_the_one_before_it(name: str) -> None:
    number = DOCUMENTS[name].format
    assert number == 1 or file_of(name, number - 1) in SCHEMAS


def test_what_is_published_and_not_made_any_more_was_released() -> None:
    made = {Path(path).name for path in pages()}
    there = {path.name for path in (DOCS / "schemas" / "output").glob("*.json")}
    assert there - made <= set(SCHEMAS)


def test_recording_adds_what_is_new(tmp_path: Path) -> None:
    assert record(tmp_path) == {}
    assert {path.name for path in tmp_path.glob("*.schema.json")} == {
        file_of(name, document.format) for name, document in DOCUMENTS.items()
    }
    assert record(tmp_path) == {}


def test_recording_refuses_what_breaks_a_promise(tmp_path: Path) -> None:
    record(tmp_path)
    file = tmp_path / "triage-1.schema.json"
    released = json.loads(file.read_text(encoding="utf-8"))
    released["properties"]["was_here"] = {"type": "string"}
    file.write_text(json.dumps(released), encoding="utf-8")
    api = tmp_path / "api.txt"
    api.write_text(api.read_text(encoding="utf-8") + "gone() -> None\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert record(tmp_path) == {
        "triage-1.schema.json": ["was_here: is gone, or has another name."],
        "api.txt": ["gone: is gone."],
    }
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_copy_of_the_record_that_is_whole_holds(tmp_path: Path) -> None:
    shutil.copytree(RELEASED, tmp_path / "released")
    assert broken(tmp_path / "released") == {}
