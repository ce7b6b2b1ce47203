"""The examples of docs/json.md are parts of real documents."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from contract_builder.outputs.documents import DOCUMENTS
from tests.outputs.samples import samples

PAGE = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"<!-- a part of: ([a-z-]+) -->\n```json\n(.*?)```", PAGE, re.S)


def stands_in(part: Any, whole: Any) -> bool:
    """Whether `whole` says all that `part` says; of a list, entries may be left out between those shown."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and stands_in(value, whole[key]) for key, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        rest = iter(whole)
        return (not part and not whole) or (
            bool(part) and all(any(stands_in(p, w) for w in rest) for p in part)
        )
    return bool(part == whole)


@pytest.mark.parametrize(("name", "text"), SHOWN, ids=[name for name, _ in SHOWN])
def test_an_example_stands_in_a_real_document(name: str, text: str) -> None:
    part = json.loads(text)
    assert any(stands_in(part, sample.value) for sample in samples() if sample.name == name), (
        f"no real document says all of this: correct the example of {name} in docs/json.md"
    )


def test_every_json_example_is_tested() -> None:
    assert len(SHOWN) == PAGE.count("```json")
    assert {name for name, _ in SHOWN} <= DOCUMENTS.keys()


@pytest.mark.parametrize(
    ("part", "whole", "so"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, True),
        ({"a": 1}, {"a": 2}, False),
        ([1, 3], [1, 2, 3], True),
        ([3, 1], [1, 2, 3], False),
        ([], [1], False),
        ([{"a": []}], [{"a": [], "b": 1}], True),
        (None, {}, False),
    ],
)
def test_what_it_is_to_stand_in_a_document(part: Any, whole: Any, so: bool) -> None:
    assert stands_in(part, whole) is so
