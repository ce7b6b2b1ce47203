"""Each rule has one page, made from it and its cases; what the page calls bad is found, and what it calls good is not."""

from pathlib import Path

import pytest

from contract_builder.check.registry import CHECKS
from tests.check.pages import BY_HAND, COMMAND, FOLDER, contents, page, shown, stale
from tests.check.runner import cases, found_by, make


@pytest.mark.parametrize("rule", CHECKS)
def test_the_page_of_a_rule_is_what_the_rule_and_its_cases_make(rule: str) -> None:
    path = FOLDER / f"{rule}.md"
    assert path.is_file() and path.read_text(encoding="utf-8") == page(rule), f"run: {COMMAND}"


def test_the_list_of_the_rules_is_what_they_make() -> None:
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == contents(), f"run: {COMMAND}"


def test_no_page_is_left_of_a_rule_that_is_no_more() -> None:
    names = {path.name for path in FOLDER.iterdir()}
    assert stale(names) == set()
    assert stale({*names, "no-such-rule.md"}) == {"no-such-rule.md"}


def test_the_page_that_is_written_by_hand_stays() -> None:
    assert (FOLDER / BY_HAND).is_file() and stale({BY_HAND}) == set()


@pytest.mark.parametrize("rule", CHECKS)
def test_a_rule_shows_one_bad_example_and_at_most_one_good_one(rule: str) -> None:
    shows = [case.shows for case in cases() if case.rule == rule and case.shows]
    assert shows.count("bad") == 1 and shows.count("good") <= 1 and set(shows) <= {"bad", "good"}


@pytest.mark.parametrize("rule", CHECKS)
def test_what_is_bad_is_found_and_what_is_good_is_not(rule: str, tmp_path: Path) -> None:
    bad, good = shown(rule, "bad"), shown(rule, "good")
    assert bad and found_by(rule, make(bad, tmp_path / "bad"))
    assert good is None or not found_by(rule, make(good, tmp_path / "good"))
