"""What is held to be a break, as cases that are data."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from contract_builder.outputs.documents import DOCUMENTS
from contract_builder.outputs.schema import json_schema
from tests.compatibility import names, schemas, signatures

HERE = Path(__file__).parent


def cases(file: str) -> list[Any]:
    found = yaml.safe_load((HERE / file).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["case"]) for case in found]


def schema(properties: dict[str, Any], required: list[str], parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "$defs": parts}


def said(case: dict[str, Any], found: list[str]) -> None:
    if "broken" in case:
        assert any(case["broken"] in words for words in found), found
    else:
        assert not found


@pytest.mark.parametrize("case", cases("cases.yaml"))
def test_a_change_of_a_schema_breaks_what_the_case_says(case: dict[str, Any]) -> None:
    old = schema(case["old"], list(case["old"]), case.get("old_parts", {}))
    new = schema(case["new"], case.get("required", list(case["new"])), case.get("new_parts", {}))
    said(case, schemas.breaks(old, new))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_schema_breaks_nothing_of_itself(name: str) -> None:
    assert schemas.breaks(json_schema(name), json_schema(name)) == []


@pytest.mark.parametrize("case", cases("api_cases.yaml"))
def test_a_change_of_a_name_breaks_what_the_case_says(case: dict[str, Any]) -> None:
    said(case, signatures.breaks([case["old"]], [case["new"]] if case["new"] else []))


def test_a_name_or_an_option_that_is_added_breaks_nothing() -> None:
    assert signatures.breaks([], ["f(a: int) -> str"]) == []
    assert names.breaks(["build"], ["build", "build --new", "merge", "merge FILE (required)"]) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (["build", "build --force"], ["build"], "build --force: is gone"),
        (["build"], ["build", "build --who (required)"], "build --who: must be given"),
        (["build", "build -o"], ["build", "build -o (required)"], "build -o: must be given"),
        (["exit EXIT_BUG 70"], ["exit EXIT_BUG 71"], "exit EXIT_BUG 70: is gone"),
    ],
)
def test_an_option_that_is_gone_or_newly_required_is_a_break(
    old: list[str], new: list[str], words: str
) -> None:
    assert any(words in found for found in names.breaks(old, new))


def test_an_option_that_need_not_be_given_any_more_breaks_nothing() -> None:
    assert names.breaks(["build", "build -o (required)"], ["build", "build -o"]) == []
