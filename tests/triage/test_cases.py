"""The worked cases in `cases/`: the answers, and the tier that they must give. A new case is a new file."""

from pathlib import Path

import pytest

from contract_builder.model.brief import Brief
from contract_builder.triage import assess
from tests.cases import read_case
from tests.triage.table import table

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_a_worked_case_gives_its_tier(path: Path) -> None:
    case = read_case(path)
    expect = case.pop("expect")
    brief = Brief(
        title=case["title"],
        file=path.name,
        ai_types=tuple(case["ai_types"]),
        service_area=case["service_area"],
        stops=case["stops"],
        answers=case["answers"],
        evidence=case["evidence"],
    )
    assert brief.answers.keys() == {q.id for q in table().questions}, "a case answers every question"

    result = assess(brief, table())

    assert result.inherent == expect["inherent"]
    assert result.floor == expect["floor"]
    assert result.score == expect["score"]
    assert result.stops == tuple(expect.get("stop", ()))
    assert result.unanswered == ()


def test_there_is_a_case_for_every_tier_and_for_a_stop() -> None:
    expected = [read_case(path)["expect"] for path in CASES]
    assert {e["inherent"] for e in expected} == {1, 2, 3, 4}
    assert any("stop" in e for e in expected)
