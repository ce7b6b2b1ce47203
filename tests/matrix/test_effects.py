"""Playbooks and rules that change nothing are found, and none that changes something."""

from pathlib import Path

from tests.contents import shipped_matrix
from tests.matrix.library import (
    BASE,
    BIOMETRIC,
    DELETION,
    HEALTH,
    changes,
    effect,
    idle,
    item,
    matrix,
    playbook,
    row,
)


def test_every_playbook_that_changes_words_says_where_each_of_its_rules_first_does(tmp_path: Path) -> None:
    found = matrix(tmp_path)
    assert {p.playbook: (p.effect, [r.seen_in for r in p.rules]) for p in found.playbooks} == {
        "tier-1": ("words", ["tier 1"]),
        "biometric": ("words", ["tier 4, with biometric"]),
        "public-health": ("words", ["tier 4, in public-health"]),
    }
    assert found.diagnostics == ()


def test_a_playbook_that_sets_what_is_the_default_is_a_finding_at_its_file(tmp_path: Path) -> None:
    found = matrix(tmp_path, {HEALTH: {"{plan_weeks: 6}": "{plan_weeks: 4}"}})
    assert effect(found, "public-health").effect == "nothing"
    (said,) = found.diagnostics
    assert (said.rule, said.level, said.place.file) == ("playbook-changes-nothing", "warning", HEALTH)
    assert said.hint


def test_a_rule_beside_others_that_changes_nothing_is_a_finding_at_its_line(tmp_path: Path) -> None:
    rule = '  - {id: same, because: "It is so.", set: {deletion: {proof: certificate}}}\n'
    found = matrix(tmp_path, {BIOMETRIC: {"rules:\n": f"rules:\n{rule}"}})
    assert (effect(found, "biometric").effect, idle(found)) == ("words", [("biometric", "same")])
    (said,) = found.diagnostics
    assert (said.rule, said.place.file, said.place.line) == ("rule-changes-nothing", BIOMETRIC, 8)
    assert "the same in" in said.message


def test_a_rule_whose_condition_nothing_fulfils_is_told_apart_from_one_that_makes_no_difference(
    tmp_path: Path,
) -> None:
    rule = "{id: never, because: So., when: {tier: {at_most: 1}}, set: {deletion: {deletion_days: 3}}}"
    found = matrix(
        tmp_path,
        add=playbook(
            "tier-3", "tier", f"{rule}\n{{id: slow, because: So., set: {{plan: {{plan_weeks: 9}}}}}}"
        ),
    )
    (said,) = found.diagnostics
    assert "no contract fulfils its condition" in said.message


def test_a_value_that_no_position_in_use_prints_changes_nothing(tmp_path: Path) -> None:
    edit = {"playbooks/tiers/tier-1.yaml": {
        "    position: {every-clause: short}\n":
        "    position: {every-clause: short}\n  - {id: log, because: So., set: {deletion: {proof: log}}}\n"}}  # fmt: skip
    assert idle(matrix(tmp_path, edit)) == [("tier-1", "log")]


def test_a_value_that_only_a_conditional_paragraph_prints_changes_something(tmp_path: Path) -> None:
    words = "The {{ proof }} is kept. ^proof"
    edit = {
        DELETION: item("stage is tendering", words, "within {{ deletion_days | unit }}. ^delete\n"),
        "playbooks/tiers/tier-1.yaml": {
            "    position: {every-clause: short}\n":
            "    position: {every-clause: short}\n  - {id: log, because: So., set: {deletion: {proof: log}}}\n"},
    }  # fmt: skip
    found = matrix(tmp_path, edit)
    assert [r.seen_in for r in effect(found, "tier-1").rules] == ["tier 1", "tier 1, stage is tendering"]


def test_two_rules_that_say_the_same_are_idle_alone_and_their_playbook_is_not(tmp_path: Path) -> None:
    rules = "\n".join(
        f"{{id: {name}, because: So., set: {{plan: {{plan_weeks: 9}}}}}}" for name in ("one", "two")
    )
    found = matrix(tmp_path, add=playbook("tier-3", "tier", rules))
    assert effect(found, "tier-3").effect == "words"
    assert idle(found) == [("tier-3", "one"), ("tier-3", "two")]


def test_two_rules_that_undo_one_another_matter_alone_and_their_playbook_does_not(tmp_path: Path) -> None:
    """Without the second rule the fallback would stand; without both, the preferred position does as well."""
    rules = (
        "{id: less, because: So., position: {every-clause: fallback}}\n"
        "{id: more, because: So., position: {every-clause: preferred}, override: true}"
    )
    found = matrix(tmp_path, add=playbook("tier-2", "tier", rules))
    assert [r.effect for r in effect(found, "tier-2").rules] == ["nothing", "words"]
    assert effect(found, "tier-2").effect == "nothing"
    (said,) = found.diagnostics
    assert (said.rule, said.place.file) == ("playbook-changes-nothing", "playbooks/tiers/tier-2.yaml")


def test_a_playbook_that_brings_another_to_bear_by_extending_it_changes_words(tmp_path: Path) -> None:
    added = playbook("tier-3", "tier", "{id: slow, because: So., set: {plan: {plan_weeks: 9}}}")
    found = matrix(tmp_path, add={**added, **playbook("tier-4", "tier", "", "tier-3")})
    assert (effect(found, "tier-4").effect, found.diagnostics) == ("words", ())
    assert changes(row(found, "tier-4")) == {}  # 9 weeks at tier 3, and still 9 at tier 4


def test_a_rule_that_settles_what_two_ai_types_leave_open_changes_something(tmp_path: Path) -> None:
    """Six weeks and nine are equally near. Six would stand in the contract anyway, if there could be one."""
    both = "not: {any: [{ai_types: {lacks: biometric}}, {ai_types: {lacks: forecasting}}]}"
    edit = {
        BIOMETRIC: {
            "deletion: {deletion_days: 5}": "plan: {plan_weeks: 6}",
            '    when: {personal_data: "yes"}\n': "",
        }
    }
    nine = playbook("forecasting", "ai-type", "{id: nine, because: So., set: {plan: {plan_weeks: 9}}}")
    six = f"{{id: six, because: So., when: {{{both}}}, set: {{plan: {{plan_weeks: 6}}}}, override: true}}"
    found = matrix(tmp_path, edit, {**nine, **playbook("customer-contact", "service-area", six)})
    assert effect(found, "customer-contact").effect == "words"


def test_a_playbook_that_only_holds_constraints_changes_no_words_and_is_let_pass(tmp_path: Path) -> None:
    ((file, text),) = playbook("customer-contact", "service-area", "").items()
    constraint = "constraints:\n  - {id: c, because: So., must: {stage: planning}}\n"
    found = matrix(tmp_path, add={file: text + constraint})
    seen = effect(found, "customer-contact")
    assert (seen.effect, seen.besides, found.diagnostics) == ("besides", ("constraints",), ())


def test_a_rule_that_offers_a_clause_changes_no_words_and_is_not_idle(tmp_path: Path) -> None:
    rule = "{id: help, because: So., offer: {that_apply: true, any_tier: true}}"
    edit = {BASE: {"groups: [people]}": "groups: [data]}"}}
    seen = effect(
        matrix(tmp_path, edit, playbook("customer-contact", "service-area", rule)), "customer-contact"
    )
    assert (seen.effect, seen.besides) == ("besides", ("offers",))


def test_a_topic_that_is_provided_anyway_may_be_required_all_the_same(tmp_path: Path) -> None:
    rule = "{id: must, because: So., require: [deletion]}"
    found = matrix(tmp_path, add=playbook("customer-contact", "service-area", rule))
    seen = effect(found, "customer-contact")
    assert (seen.effect, seen.besides) == ("besides", ("topics that must be provided",))


def test_a_topic_that_brings_a_clause_in_changes_words(tmp_path: Path) -> None:
    rule = "{id: must, because: So., when: {tier: 1}, require: [redress]}"
    found = matrix(tmp_path, add=playbook("customer-contact", "service-area", rule))
    assert [r.seen_in for r in effect(found, "customer-contact").rules] == ["tier 1, in customer-contact"]
    assert changes(row(found, "customer-contact")) == {"redress": ("in",)}


def test_a_default_that_only_a_departure_would_meet_is_not_idle(tmp_path: Path) -> None:
    """The fallback gives 20 days; the rule gives 10 at any position, as the preferred position does anyway."""
    rule = "{id: ten, because: So., set: {deletion: {deletion_days: 10}}}"
    seen = effect(matrix(tmp_path, add=playbook("tier-2", "tier", rule)), "tier-2")
    assert (seen.effect, seen.besides) == ("besides", ("values for departures",))


def test_where_no_contract_can_be_made_nothing_is_held_against_a_playbook(tmp_path: Path) -> None:
    field = "  supplier_name: {label: Supplier, section: Parties, ask: What is the Supplier called?, owner: legal}\n"
    seen = effect(matrix(tmp_path, {"clauses/particulars.yaml": {field: ""}}), "public-health")
    assert (seen.effect, seen.besides) == ("besides", ("rules for which no contract can be made",))


def test_in_the_shipped_library_every_playbook_changes_words_and_no_rule_is_idle() -> None:
    found = shipped_matrix()
    assert {p.effect for p in found.playbooks} == {"words"}
    assert found.diagnostics == ()
    assert all(row.not_compared == 0 for row in found.rows)
