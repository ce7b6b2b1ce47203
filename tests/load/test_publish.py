"""The reference pages and JSON Schemas: as the schemas that check the files have them."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from contract_builder.load.build import build
from contract_builder.load.document import Document
from contract_builder.load.kinds import KINDS, Kind
from contract_builder.load.schema.explain import flow
from contract_builder.load.schema.publish import json_of, json_schema, pages, publish
from contract_builder.load.schema.registry import SCHEMAS
from contract_builder.load.schema.validate import validate
from contract_builder.load.source import Source
from contract_builder.load.yaml import parse_yaml
from tests.load.conftest import SAMPLES

DOCS = Path(__file__).parents[2] / "docs"
CASES = [
    case
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
Samples = dict[str, tuple[str, str]]


@pytest.mark.parametrize("path", pages())
def test_the_pages_on_disk_are_what_the_schemas_make(path: str) -> None:
    assert (DOCS / path).read_text(encoding="utf-8") == pages()[path], (
        "run: python -m contract_builder.load.schema.publish docs"
    )


def test_publishing_writes_every_page(tmp_path: Path) -> None:
    publish(tmp_path)
    written = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert written == set(pages())
    assert b"\r" not in (tmp_path / "reference/clause.md").read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_a_json_schema(kind: Kind) -> None:
    Draft202012Validator.check_schema(json_schema(kind))


def fields(rule: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield path, rule
    for option in (rule, *rule.get("anyof", ())):
        if option.get("type") == "dict":
            for name, field in option.get("schema", {}).items():
                yield from fields(field, f"{path}.{name}")
        elif "schema" in option:
            yield from fields(option["schema"], f"{path}[]")
        for what in ("keysrules", "valuesrules"):
            if what in option:
                yield from fields(option[what], f"{path}.{what}")


FIELDS = [field for kind in KINDS for field in fields(SCHEMAS[kind], kind) if "meta" in field[1]]


@pytest.mark.parametrize(("path", "rule"), FIELDS, ids=lambda value: value if isinstance(value, str) else "")
def test_each_field_has_help_and_a_good_example(path: str, rule: dict[str, Any]) -> None:
    meta = rule["meta"]
    assert meta["help"].endswith(".")
    source = Source("a.yaml", f"a: {flow(meta['example'])}\n")
    document, found = parse_yaml(source)
    assert document is not None
    assert (document.data, found) == ({"a": meta["example"]}, [])
    assert accepts(json_of(rule), meta["example"]), path


def accepts(schema: dict[str, Any], data: Any) -> bool:
    return Draft202012Validator(schema, format_checker=FormatChecker()).is_valid(data)


def front(kind: str, text: str) -> str:
    return text.split("---\n")[1] if kind in ("clause", "definition", "schedule") else text


def data_of(kind: str, text: str) -> dict[str, Any] | None:
    if kind == "council":
        import tomllib

        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            return None
    document, _ = parse_yaml(
        Source("a.yaml", front(kind, text) if "---\n" in text or kind in KINDS else text)
    )
    return document.data if document else None


def agree(kind: Any, data: dict[str, Any]) -> bool:
    """Whether both accept `data`, or both refuse it; that it is so is asserted, which of the two it is, returned."""
    document, _ = parse_yaml(Source("a.yaml", "a: b\n"))
    assert document is not None
    ours = not validate(Document(document.source, data, document.marks), kind)
    theirs = accepts(json_schema(kind), data)
    assert ours == theirs, (kind, data)
    return ours


def test_both_accept_the_good_samples(samples: Samples) -> None:
    for kind, (_, text) in samples.items():
        data = data_of(kind, text)
        assert data is not None
        assert agree(kind, data), kind


def test_both_judge_every_bad_case_alike(samples: Samples) -> None:
    refused = 0
    for case in CASES:
        kind = case["kind"]
        text = case["text"] if "text" in case else samples[kind][1].replace(case["instead_of"], case["write"])
        if kind in ("clause", "definition", "schedule") and text.count("---\n") < 2:
            continue
        data = data_of(kind, text)
        if data is not None:
            refused += not agree(kind, data)
    assert refused > 40


JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 200), st.sampled_from(["", " ", "a", "A b", "all", "yes", "1.0.0", "2026-02-30"]),
    st.just([]), st.just({}), st.lists(st.sampled_from(["a", "B", 1]), max_size=2), st.dictionaries(st.sampled_from(["a", "B"]), st.integers(0, 2), max_size=2),
)  # fmt: skip


def paths(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield from paths(value, (*path, key))


def changed(good: dict[str, Any], data: st.DataObject) -> dict[str, Any]:
    """`good` with one thing in it replaced, deleted or added."""
    made = copy.deepcopy(good)
    path = data.draw(st.sampled_from(list(paths(good))))
    at: Any = made
    for step in path[:-1]:
        at = at[step]
    what = data.draw(st.sampled_from(["replace", "delete", "add"]))
    if what == "replace" or isinstance(at, list):
        at[path[-1]] = data.draw(JUNK)
    elif what == "delete":
        del at[path[-1]]
    else:
        at[data.draw(st.sampled_from(["extra", "Extra Key"]))] = data.draw(JUNK)
    return made


@given(st.data())
def test_both_judge_any_change_alike(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(SAMPLES)))
    good = data_of(kind, SAMPLES[kind][1])
    assert good is not None
    agree(kind, changed(good, data))


def whole_file(kind: str, data: dict[str, Any]) -> str:
    """A file of `kind` with this data in it, and the text of the sample where it has one."""
    front_matter = "".join(f"{flow(key)}: {flow(value)}\n" for key, value in data.items())
    if kind not in ("clause", "definition", "schedule"):
        return front_matter or "{}\n"
    return f"---\n{front_matter}---\n{SAMPLES[kind][1].split('---', 2)[2]}"


@given(st.data())
def test_no_change_of_a_good_file_brings_the_loader_down(data: st.DataObject) -> None:
    kind: Any = data.draw(st.sampled_from(sorted(set(SAMPLES) - {"council"})))
    file, text = SAMPLES[kind]
    good = data_of(kind, text)
    assert good is not None
    value, found = build(kind, whole_file(kind, changed(good, data)).encode(), file, file.partition("/")[2])
    assert (value is None) == bool(found)
    assert all(one.hint for one in found)


def test_the_published_schemas_are_json() -> None:
    for path in (DOCS / "schemas").glob("*.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["$schema"].endswith("2020-12/schema")
