"""The rule cases in `cases/`. A new case is a new file; `cases/README.md` says what it may hold."""

from pathlib import Path
from typing import Any

import pytest

from contract_builder.model.selection import Choice, Selection
from tests.cases import read_case
from tests.select.case import failing_of, name_of, reasons_of, select_case, told

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_a_rule_case(path: Path) -> None:
    case = read_case(path)
    expect = case["expect"]
    assert not expect.keys() - {"in", "out", "problems", "schedules"}
    selection = select_case(case)

    _check_problems(selection, expect.get("problems", []))
    if "in" in expect:
        assert [c.clause for c in selection.chosen] == list(expect["in"])
        for choice in selection.chosen:
            _check_choice(choice, expect["in"][choice.clause] or {})
    left = {out.clause: out for out in selection.left_out}
    assert left.keys() | {c.clause for c in selection.chosen} == case["library"].keys()
    for clause, wanted in expect.get("out", {}).items():
        assert clause in left, f"{clause} is in"
        _check_left(left[clause], wanted or {})
    for schedule, values in expect.get("schedules", {}).items():
        chosen = next(s for s in selection.schedule_values if s.schedule == schedule)
        assert {v.parameter: v.value for v in chosen.values} == values


def _check_problems(selection: Selection, wanted: list[dict[str, Any]]) -> None:
    found = list(selection.diagnostics)
    for problem in wanted:
        said = [problem["says"]] if isinstance(problem["says"], str) else problem["says"]
        match = [
            d
            for d in found
            if d.rule == problem["rule"]
            and d.place.file.endswith(problem["file"])
            and all(words in f"{d.message} {d.hint}" for words in said)
        ]
        assert match, f"no problem {problem} in {found}"
        found.remove(match[0])
    assert not found


def _check_choice(choice: Choice, wanted: dict[str, Any]) -> None:
    assert not wanted.keys() - {"position", "values", "because", "not_because"}
    if "position" in wanted:
        assert choice.position == wanted["position"]
    values = {v.parameter: v.value for v in choice.values}
    for parameter, value in wanted.get("values", {}).items():
        assert values[parameter] == value, parameter
    reasons = "\n".join(told(reason) for reason in reasons_of(choice))
    said = wanted.get("because", [])
    for words in [said] if isinstance(said, str) else said:
        assert words in reasons
    if "not_because" in wanted:
        assert wanted["not_because"] not in reasons


def _check_left(left: Any, wanted: dict[str, Any]) -> None:
    assert not wanted.keys() - {"rule", "failing", "offered", "offer"}
    if "rule" in wanted:
        assert name_of(left.nearest) == wanted["rule"]
    if "failing" in wanted:
        assert failing_of(left) == wanted["failing"]
    assert left.offered == (wanted.get("offered") == "yes")
    if "offer" in wanted:
        assert name_of(left.offer) == wanted["offer"]
