"""Bad input of every kind: each case in cases/*.yaml names the place and the cure."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from contract_builder.load.build import build
from contract_builder.load.council import load_council
from contract_builder.load.source import visible
from contract_builder.model.diagnostic import Diagnostic, in_reading_order

FOLDER = Path(__file__).parent / "cases"
CASES = [
    case
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
Samples = dict[str, tuple[str, str]]


def problems(kind: str, file: str, text: str, folder: Path) -> tuple[Diagnostic, ...]:
    if kind == "council":
        (folder / "overlay").mkdir(exist_ok=True)
        (folder / "council.toml").write_text(text, encoding="utf-8")
        return load_council(folder / "council.toml").diagnostics
    _, found = build(kind, text.encode(), file, file.partition("/")[2], frozenset({"ai_types"}))  # type: ignore[arg-type]
    return in_reading_order(found)


def shown(found: Diagnostic) -> dict[str, Any]:
    place = found.place
    return {"rule": found.rule, "line": place.line, "column": place.column}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_bad_input_is_refused_with_its_place_and_its_cure(
    case: dict[str, Any], samples: Samples, tmp_path: Path
) -> None:
    file, text = samples[case["kind"]]
    if "text" in case:
        text = case["text"]
    else:
        assert text.count(case["instead_of"]) == 1, "the words to replace must stand once in the sample"
        text = text.replace(case["instead_of"], case["write"])
    found = problems(case["kind"], case.get("file", file), text, tmp_path)
    expected = case["expect"]
    assert expected, "a case must expect something"
    assert [shown(f) for f in found] == [{k: e[k] for k in ("rule", "line", "column")} for e in expected]
    for one, wanted in zip(found, expected, strict=True):
        assert wanted["says"] in one.message
        assert wanted["hint"] in one.hint
        assert one.hint, "every Diagnostic says what to write instead"
        assert one.place.text == visible(text.split("\n")[one.place.line - 1])
        if "at" in wanted:
            start = one.place.column - 1
            assert one.place.text[start : start + one.place.length] == visible(wanted["at"])


def test_the_samples_that_the_cases_change_are_good(samples: Samples, tmp_path: Path) -> None:
    assert {kind: problems(kind, *sample, tmp_path) for kind, sample in samples.items()} == dict.fromkeys(
        samples, ()
    )


def test_every_kind_of_file_has_cases(samples: Samples) -> None:
    assert {case["kind"] for case in CASES} == set(samples)


def test_no_two_cases_have_one_title_and_kind() -> None:
    names = [(case["kind"], case["title"]) for case in CASES]
    assert len(names) == len(set(names))
