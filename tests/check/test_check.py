"""Each rule finds what it is for, and is silent beside it; the cases are data in `cases/`."""

from pathlib import Path

import pytest

from contract_builder.check.registry import CHECKS
from contract_builder.check.run import check
from contract_builder.load.content import content_root, examples_root
from tests.check.runner import CASES, LIBRARY, Case, cases, differences, found_by, make, scope_of


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.rule}: {case.words}")
def test_a_rule_finds_what_the_case_says_and_no_more(case: Case, tmp_path: Path) -> None:
    found = found_by(case.rule, make(case, tmp_path))
    assert not differences(case, found, tmp_path)


@pytest.mark.parametrize("rule", CHECKS)
def test_every_rule_has_a_case_that_it_finds_and_one_that_it_lets_pass(rule: str) -> None:
    own = [case for case in cases() if case.rule == rule]
    assert any(case.finds for case in own)
    assert any(not case.finds for case in own)


def test_every_file_of_cases_is_for_a_rule() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == set(CHECKS)


@pytest.mark.parametrize(
    "case", [c for c in cases() if c.finds], ids=lambda case: f"{case.rule}: {case.words}"
)
def test_a_diagnostic_names_its_rule_its_level_its_place_and_the_cure(case: Case, tmp_path: Path) -> None:
    for diagnostic in found_by(case.rule, make(case, tmp_path)):
        assert diagnostic.rule == case.rule
        assert diagnostic.level == CHECKS[case.rule].level
        assert (tmp_path / diagnostic.place.file).is_file()
        assert diagnostic.message.endswith(".")
        assert diagnostic.hint


@pytest.mark.parametrize("rule", CHECKS)
def test_a_rule_says_what_it_is_for(rule: str) -> None:
    assert len((CHECKS[rule].find.__doc__ or "").split()) > 8


def test_the_small_library_is_clean() -> None:
    scope = scope_of(LIBRARY)
    assert check(scope.library, scope.playbooks, scope.triage) == ()


def test_findings_come_in_reading_order(tmp_path: Path) -> None:
    change = {
        "clauses/people/redress.md": {"provides: [redress]": "provides: [redres]"},
        "clauses/data/deletion.md": {"law: [uk-gdpr-28]": "law: [uk-gdpr-82, uk-gdpr-27]"},
    }
    scope = make(Case("", "", change, {}, "", []), tmp_path)
    found = check(scope.library, scope.playbooks, scope.triage)
    places = [(d.place.file, d.place.line) for d in found]
    assert places == sorted(places)
    assert {d.rule for d in found} >= {"unknown-law-hook", "unknown-topic"}


def test_the_shipped_library_has_no_errors() -> None:
    scope = scope_of(content_root())
    found = check(scope.library, scope.playbooks, scope.triage)
    assert [f"{d.place} {d.rule}: {d.message}" for d in found if d.level == "error"] == []


def test_the_shipped_library_has_no_unexplained_warnings() -> None:
    scope = scope_of(content_root())
    found = check(scope.library, scope.playbooks, scope.triage)
    assert [f"{d.place} {d.rule}: {d.message}" for d in found if d.level == "warning"] == []


def test_the_overlay_of_the_example_council_has_no_errors_and_no_warnings() -> None:
    scope = scope_of(content_root(), overlay=examples_root() / "council" / "overlay")
    assert scope.library.overlay_clauses
    found = check(scope.library, scope.playbooks, scope.triage)
    assert [f"{d.place} {d.rule}: {d.message}" for d in found if d.place.file.startswith("overlay/")] == []
