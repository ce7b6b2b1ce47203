"""A finding is answered by a right, a number and a remedy; a claim alone does not count."""

from pathlib import Path

from tests.coverage.library import (
    ANSWERED,
    DELETION,
    FALLBACK,
    REDRESS,
    REFUND,
    claim,
    coverage,
    finding,
)


def test_a_bare_claim_does_not_count(tmp_path: Path) -> None:
    found = coverage(tmp_path)
    assert (finding(found).state, finding(found).from_tier) == ("claimed", 0)
    assert claim(found).missing == ("it names no items that answer it", "none of its items holds a remedy")


def test_a_finding_that_no_clause_claims_is_open(tmp_path: Path) -> None:
    assert finding(coverage(tmp_path), "nobody-answers").state == "open"


def test_items_that_give_a_right_a_number_and_a_remedy_answer_it(tmp_path: Path) -> None:
    found = coverage(tmp_path, ANSWERED)
    assert (finding(found).state, finding(found).from_tier) == ("answered", 1)
    preferred = claim(found).positions[0]
    assert preferred.right and preferred.right.label == "delete"
    assert preferred.number and preferred.number.parameter == "deletion_days"
    assert preferred.remedy and preferred.remedy.clause == "deletion"
    lines = (tmp_path / DELETION).read_text(encoding="utf-8").splitlines()
    assert "The Supplier must delete" in lines[preferred.right.line - 1]


def test_items_of_which_one_gives_too_little_leave_it_claimed_and_say_what_is_missing(tmp_path: Path) -> None:
    kept = {
        DELETION: {old: new for old, new in ANSWERED[DELETION].items() if "Council Data within" not in old}
    }
    found = coverage(tmp_path, kept)
    assert finding(found).state == "claimed"
    assert claim(found).missing == ("in the position short of deletion the item ^delete holds no remedy",)


def test_a_fallback_in_which_it_is_lost_is_named_and_does_not_count_against_it(tmp_path: Path) -> None:
    found = coverage(tmp_path, ANSWERED)
    assert claim(found).answered and claim(found).not_in == ("fallback",)


def test_a_fallback_that_answers_it_too_is_not_named(tmp_path: Path) -> None:
    change = {DELETION: {**ANSWERED[DELETION], FALLBACK: FALLBACK.replace(". ^delete", REFUND)}}
    assert claim(coverage(tmp_path, change)).not_in == ()


def test_each_tier_shows_the_position_and_the_number_that_every_contract_gets(tmp_path: Path) -> None:
    tiers = claim(coverage(tmp_path, ANSWERED)).tiers
    assert [(t.tier, t.position, t.value) for t in tiers] == [
        (1, "short", "10 Working Days"),
        (2, "preferred", "10 Working Days"),
        (3, "preferred", "10 Working Days"),
        (4, "preferred", "10 Working Days"),
    ]


def test_a_clause_from_tier_3_answers_nothing_at_tier_1(tmp_path: Path) -> None:
    tier_3 = {"from_tier: 1": "from_tier: 3", "provides: [deletion, exit]": "provides: [exit]"}
    change = {
        DELETION: {**ANSWERED[DELETION], **tier_3},
        REDRESS: {"requires: [deletion]": "requires: []"},
        "playbooks/base.yaml": {"floor: [deletion]": "floor: [exit]"},
    }
    found = coverage(tmp_path, change)
    assert finding(found).from_tier == 3
    assert [at.findings for at in found.tiers] == [0, 0, 1, 1]


def test_a_clause_for_one_ai_type_answers_it_but_not_in_every_contract(tmp_path: Path) -> None:
    change = {
        DELETION: {**ANSWERED[DELETION], "ai_types: all": "ai_types: [biometric]", "provides: [deletion, exit]": "provides: []"},
        REDRESS: {"requires: [deletion]": "requires: []"},
        "playbooks/base.yaml": {"floor: [deletion]": "floor: [redress]"},
    }  # fmt: skip
    found = coverage(tmp_path, change)
    assert finding(found).state == "answered"
    assert finding(found).from_tier == 0 and claim(found).tiers == ()
    assert next(c for c in found.clauses if c.id == "deletion").some_only


def test_an_overlay_that_puts_the_fallback_in_takes_the_answer_out_of_the_contract(tmp_path: Path) -> None:
    rule = "override: true\n    position: {deletion: fallback}"
    change = {**ANSWERED, "playbooks/tiers/tier-1.yaml": {"position: {every-clause: short}": rule}}
    found = coverage(tmp_path, change)
    assert finding(found).from_tier == 2
    assert [t.tier for t in claim(found).tiers] == [2, 3, 4]


def test_a_councils_own_clause_counts_and_is_marked(tmp_path: Path) -> None:
    own = (
        "---\nid: own\ntitle: Own\nversion: 1.0.0\nstatus: draft\ngroup: people\norder: 90\nprovides: []\n"
        "risk: {from_tier: 1, harms: [privacy-loss], ai_types: all, service_areas: all}\n"
        "answers: [nobody-answers]\n"
        "answered_by: {nobody-answers: {right: own, number: own, remedy: own}}\n"
        "parameters:\n  answer_days: {type: integer, unit: days, default: 1, ask: How many?}\n---\n\n"
        "## Position: preferred\n\n"
        "1. The Supplier must answer within {{ answer_days | unit }}, or must refund the price. ^own\n"
    )
    found = coverage(tmp_path, add={"overlay/clauses/people/own.md": own})
    assert claim(found, "nobody-answers").overlay
    assert finding(found, "nobody-answers").from_tier == 1
    assert claim(found, "nobody-answers").tiers[0].value == "1 day"
    assert [c.id for c in found.clauses if c.overlay] == ["own"]


def test_the_topics_that_would_answer_a_finding_and_are_open_are_named(tmp_path: Path) -> None:
    change = {
        "clauses/findings.yaml": {"pointer: no answer": "pointer: no answer\n    topics: [ombudsman]"},
        "clauses/topics.yaml": {
            "    purpose: Leave.": "    purpose: Leave.\n  ombudsman: {code: C04, title: Ombudsman, group: people, from_tier: 1, "
            "ai_types: all, service_areas: all, harms: [privacy-loss], purpose: Appeal., findings: [nobody-answers]}"
        },
    }
    assert finding(coverage(tmp_path, change), "nobody-answers").topics_open == ("ombudsman",)


def test_the_claim_is_not_enough_even_beside_another_that_is_answered(tmp_path: Path) -> None:
    change = {**ANSWERED, REDRESS: {"requires: [deletion]": "requires: [deletion]\nanswers: [data-kept]"}}
    found = finding(coverage(tmp_path, change))
    assert [(c.clause, c.answered) for c in found.claims] == [("deletion", True), ("redress", False)]
