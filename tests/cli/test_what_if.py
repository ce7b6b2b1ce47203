"""`what-if`, as a procurer with no lawyer beside them runs it."""

import json
import re

import pytest

import contract_builder as cb
from tests.cli.conftest import Run

HOME, DRAFTS = "example:homelessness-risk-list", "example:event-listing-drafts"


def before_and_after(
    brief: str, service_area: str = "", route: str = "", **answers: str
) -> tuple[dict[str, str], dict[str, str]]:
    """The position of each clause of a shipped example, and of the same brief with other answers written into it."""
    content, name = cb.load_content(), brief.removeprefix("example:")
    text = cb.example(name).decode()
    said = {
        "service_area": service_area,
        "route": route,
        **{q.replace("_", "-"): a for q, a in answers.items()},
    }
    for field, value in said.items():
        text, times = re.subn(rf"(?m)^( *{field}): .*$", rf"\1: {value}" if value else r"\g<0>", text)
        assert times == 1
    before, after = cb.read_brief(cb.example(name), content), cb.read_brief(text.encode(), content)
    one, other = cb.select_clauses(content, before), cb.select_clauses(content, after)
    return {c.clause: c.position for c in one.chosen}, {c.clause: c.position for c in other.chosen}


def test_it_says_what_comes_in_moves_and_changes_and_why(run: Run) -> None:
    done = run(
        "what-if", DRAFTS, "data-sensitivity=special", "effect-on-person=decides", "route=open-procedure"
    )
    assert done.returncode == 0, done.stderr
    assert "Inherent tier 2 (moderate) instead of 1 (minimal)." in done.stdout
    assert "+12 points: What does the output do to a person?" in done.stdout
    assert "Playbooks. Now applies: tier-2. No longer applies: tier-1." in done.stdout
    assert "model-change-control (preferred): Control of changes to the model." in done.stdout
    assert "base/what-applies, playbooks/base.yaml:" in done.stdout
    one, other = before_and_after(
        DRAFTS, route="open-procedure", data_sensitivity="special", effect_on_person="decides"
    )
    moved = sum(one[clause] != other[clause] for clause in one.keys() & other.keys())
    assert f"Comes in ({len(other.keys() - one.keys())})" in done.stdout
    assert f"Changes position ({moved})" in done.stdout and "40 hours" not in done.stdout
    assert "16 hours  24 hours" in done.stdout and "tier-2/hours-for-a-moderate-purchase" in done.stdout
    assert "words," in done.stdout and "more than now" in done.stdout


def test_it_says_why_a_clause_goes_out_and_that_it_can_be_kept(run: Run) -> None:
    done = run(
        "what-if", HOME, "service_area=libraries-culture-economy",
        *(f"{q}=none" for q in ("effect-on-person", "interest-at-stake", "data-sensitivity", "human-involvement")),
        "human-involvement=meaningful", "data-linking=none", "reversibility=easy", "unable-to-challenge=few",
        "new-operation=existing", "harm-if-wrong=low",
    )  # fmt: skip
    assert done.returncode == 2 and "human-involvement is given twice" in done.stderr
    done = run(
        "what-if", HOME, "service_area=libraries-culture-economy", "effect-on-person=none", "interest-at-stake=none",
        "data-sensitivity=none", "human-involvement=meaningful", "data-linking=none", "reversibility=easy",
        "unable-to-challenge=few", "new-operation=existing", "harm-if-wrong=low",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    one, other = before_and_after(
        HOME, "libraries-culture-economy", effect_on_person="none", interest_at_stake="none", data_sensitivity="none",
        human_involvement="meaningful", data_linking="none", reversibility="easy", unable_to_challenge="few",
        new_operation="existing", harm_if_wrong="low",
    )  # fmt: skip
    assert f"Goes out ({len(one.keys() - other.keys())})" in done.stdout
    assert "Only if tier is at least 2; here it is 1." in done.stdout
    assert "take=+model-change-control keeps it" in done.stdout


def test_nothing_would_change_is_said_plainly_and_why(run: Run) -> None:
    done = run("what-if", HOME, "estimated_value=500000")
    assert done.returncode == 0
    assert "Nothing would change." in done.stdout
    assert "estimated_value decides nothing here." in done.stdout
    assert "[playbooks/base.yaml:" in done.stdout


def test_a_tier_is_no_answer_and_the_answers_that_move_it_are_named(run: Run) -> None:
    done = run("what-if", HOME, "tier=1")
    assert done.returncode == 2 and not done.stdout
    assert "nobody sets it" in done.stderr
    assert "never below tier 3" in done.stderr and "service_area=community-safety (tier 4)" in done.stderr


def test_every_wrong_name_and_value_is_told_at_once(run: Run) -> None:
    done = run("what-if", HOME, "duratoin=days", "duration=dayz", "take=+exit", "estimated_value=6,000")
    assert done.returncode == 2 and not done.stdout
    for says in (
        "Did you mean duration?",
        "Did you mean days?",
        "exit is no clause",
        "without commas",
        "4 errors",
    ):
        assert says in done.stderr


@pytest.mark.parametrize("change", ["duration", "=days", " = "])
def test_what_is_no_change_is_told_with_the_form(run: Run, change: str) -> None:
    done = run("what-if", HOME, change)
    assert done.returncode == 2 and "Write FIELD=VALUE" in done.stderr


def test_several_signs_for_ai_types_are_one_change(run: Run) -> None:
    done = run("what-if", HOME, "ai_types=+forecasting", "ai_types=+generative-drafting", "--json")
    (change,) = json.loads(done.stdout)["changes"]
    assert change["after"] == "predictive-risk-scoring, forecasting, generative-drafting"


def test_json_is_versioned_and_holds_each_reason(run: Run) -> None:
    done = run("what-if", DRAFTS, "data-sensitivity=special", "effect-on-person=decides", "--json")
    made = json.loads(done.stdout)
    assert made["format"] == 1
    assert made["triage"]["inherent"] == {"before": 1, "after": 2}
    assert made["selection"]["comes_in"][0]["reasons"][0]["rule"] == "what-applies"
    assert all(v["reason"]["because"] for v in made["selection"]["values"])


def test_a_stop_is_shown_and_is_no_failure(run: Run) -> None:
    done = run("what-if", HOME, "covert-staff-monitoring=yes")
    assert done.returncode == 0
    assert "STOP AND REFER (covert-staff-monitoring)" in done.stdout
    assert "With this, no contract can be made." in done.stdout


def test_a_hostile_value_does_not_reach_the_terminal(run: Run) -> None:
    done = run("what-if", HOME, "duration=\x1b]0;x\x07", "\x1b[31mx=1", "x\x1b[2J")
    assert done.returncode == 2
    assert not set(done.stderr) & set("\x1b\x07")


def test_narrow_terminals_are_served(run: Run) -> None:
    done = run("what-if", HOME, "service_area=adult-social-care", COLUMNS="50")
    assert done.returncode == 0
    assert max(len(line) for line in done.stdout.splitlines() if "/" not in line) <= 60
