"""The schemas of the documents, and their page: as the types have them."""

import json
import pkgutil
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

import contract_builder
from contract_builder.errors import UsageError
from contract_builder.outputs.documents import DOCUMENTS, LATER, NOT_YET, OPEN
from contract_builder.outputs.publish import COMMAND, pages, publish
from contract_builder.outputs.schema import json_schema, parts_of

DOCS = Path(__file__).parents[2] / "docs"
TYPES = {name: schema for document in DOCUMENTS.values() for name, schema in parts_of(document).items()}


@pytest.mark.parametrize("path", pages())
def test_the_pages_on_disk_are_what_the_types_make(path: str) -> None:
    file = DOCS / path
    assert file.exists() and file.read_text(encoding="utf-8") == pages()[path], f"run: {COMMAND}"


def test_publishing_writes_every_page_and_leaves_older_schemas(tmp_path: Path) -> None:
    older = tmp_path / "schemas" / "output" / "selection-0.schema.json"
    older.parent.mkdir(parents=True)
    older.write_text("{}", encoding="utf-8")
    publish(tmp_path)
    written = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert written == {*pages(), "schemas/output/selection-0.schema.json"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_schema_is_a_json_schema_with_the_name_of_its_file(name: str) -> None:
    schema = json_schema(name)
    Draft202012Validator.check_schema(schema)
    assert f"schemas/output/{schema['$id']}" in pages()
    assert schema["properties"]["format"]["const"] == DOCUMENTS[name].format


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_schema_stands_alone(name: str) -> None:
    text = json.dumps(json_schema(name))
    assert all(part.startswith("#/$defs/") for part in json.loads(f"[{','.join(_refs(text))}]"))


def _refs(text: str) -> list[str]:
    found: list[str] = []

    def keep(part: dict[str, Any]) -> dict[str, Any]:
        if "$ref" in part:
            found.append(json.dumps(part["$ref"]))
        return part

    json.loads(text, object_hook=keep)
    return found


@pytest.mark.parametrize("name", TYPES)
def test_every_type_and_every_field_is_described(name: str) -> None:
    assert TYPES[name]["description"]
    bare = [field for field, rule in TYPES[name]["properties"].items() if not rule["description"]]
    assert not bare, f"write a docstring below {bare} of {name}"


@pytest.mark.parametrize("name", TYPES)
def test_what_is_there_is_required_and_what_may_come_is_let_through(name: str) -> None:
    later = {field for type_, field in LATER if type_ == name}
    assert set(TYPES[name]["required"]) == set(TYPES[name]["properties"]) - later
    assert "additionalProperties" not in TYPES[name]


@pytest.mark.parametrize(("type_", "field"), sorted(OPEN | LATER))
def test_the_tables_name_fields_that_exist(type_: str, field: str) -> None:
    assert field in TYPES[type_]["properties"]


def test_every_type_with_a_format_number_has_a_schema() -> None:
    numbered = {
        value
        for module in _modules()
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, msgspec.Struct)
        and "format" in value.__struct_fields__
    }
    known = {d.type.__name__ for d in DOCUMENTS.values()}
    assert not known & NOT_YET, "what has a schema is promised: take it out of NOT_YET"
    missing = {type_.__name__ for type_ in numbered} - known - NOT_YET
    assert not missing, f"name {sorted(missing)} in contract_builder/outputs/documents.py"


def _modules() -> list[Any]:
    found = pkgutil.walk_packages(contract_builder.__path__, "contract_builder.")
    return [import_module(m.name) for m in found if m.name.split(".")[1] in ("model", "check", "lock")]


def test_a_document_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(UsageError) as told:
        json_schema("invoice")
    assert "selection" in told.value.hint
