"""Where a change shows: each row is tried in the contexts that the conditions give, and in no impossible one."""

from pathlib import Path

from tests.matrix.library import (
    BASE,
    BIOMETRIC,
    DELETION,
    HEALTH,
    OF_REDRESS,
    REDRESS,
    change,
    changes,
    item,
    matrix,
    playbook,
    row,
    where,
)

LOG = "The Supplier must keep a log. ^log"


def test_no_ai_type_is_compared_below_the_lowest_tier_that_the_triage_gives_it(tmp_path: Path) -> None:
    found = row(matrix(tmp_path), "biometric")
    assert [context.facts["tier"] for context in found.contexts] == [3]


def test_a_paragraph_under_two_conditions_shows_in_the_rows_of_both(tmp_path: Path) -> None:
    found = matrix(tmp_path, {DELETION: item("stage is tendering and ai_types has forecasting", LOG)})
    for id, other in {"stage=tendering": "with forecasting", "forecasting": "stage is tendering"}.items():
        (log,) = change(row(found, id), "deletion").paragraphs
        assert where(row(found, id), log) == [f"tier 4, {other}"]


def test_two_ai_types_that_only_matter_together_are_tried_together(tmp_path: Path) -> None:
    found = matrix(tmp_path, {DELETION: item("ai_types has biometric and ai_types has forecasting", LOG)})
    (log,) = change(row(found, "forecasting"), "deletion").paragraphs
    assert where(row(found, "forecasting"), log) == ["tier 4, with biometric"]


def test_a_fact_that_matters_to_two_ai_types_together_is_tried_with_both(tmp_path: Path) -> None:
    condition = "stage is tendering and ai_types has biometric and ai_types has forecasting"
    found = row(matrix(tmp_path, {DELETION: item(condition, LOG)}), "stage=tendering")
    (log,) = change(found, "deletion").paragraphs
    assert where(found, log) == ["tier 4, with biometric and forecasting"]


def test_a_clause_that_one_fact_brings_in_and_another_changes_shows_in_the_row_of_the_second(
    tmp_path: Path,
) -> None:
    """Redress is left out in public health, but where there are no personal data; there its paragraph shows."""
    rules = (
        "  - {id: out, because: It is elsewhere., exclude: [redress], when: {service_area: public-health, "
        'personal_data: "yes"}, override: true}\n'
    )
    edit = {
        HEALTH: {"rules:\n": f"rules:\n{rules}"},
        REDRESS: item("stage is tendering and service_area is public-health", LOG, OF_REDRESS),
    }
    found = row(matrix(tmp_path, edit), "stage=tendering")
    (log,) = change(found, "redress").paragraphs
    assert where(found, log) == ["tier 4, in public-health, personal_data is no"]


def test_a_paragraph_inside_another_hangs_on_the_conditions_of_both(tmp_path: Path) -> None:
    words = "The log names:\n   1. *(only if stage is tendering)* each person; and\n   1. each day. ^day"
    found = matrix(tmp_path, {DELETION: item("ai_types has forecasting", words)})
    (inner,) = change(row(found, "stage=tendering"), "deletion").paragraphs
    assert inner.new == "each person; and"
    assert inner.condition == "ai_types has forecasting and stage is tendering"
    assert where(row(found, "stage=tendering"), inner) == ["tier 4, with forecasting"]


def test_a_clause_that_is_in_only_because_another_asks_for_it_is_found(tmp_path: Path) -> None:
    """Nothing brings the clause on leaving in but the topic that redress requires, in public health."""
    exit_clause = (
        "---\nid: leaving\ntitle: Leaving\nversion: 1.0.0\nstatus: draft\ngroup: data\norder: 20\n"
        "provides: [exit]\nrisk:\n  from_tier: 1\n  harms: [privacy-loss]\n  ai_types: [biometric]\n"
        "  service_areas: [customer-contact]\n---\n\n## Position: preferred\n\n1. The Supplier must help. ^help\n"
        f"1. *(only if stage is tendering)* {LOG}\n"
    )
    edit = {
        REDRESS: {
            "requires: [deletion]": "requires: [deletion, exit]",
            "service_areas: all": "service_areas: [public-health]",
        },
        DELETION: {"provides: [deletion, exit]": "provides: [deletion]"},
        BASE: {"include: {that_apply: true}": "include: {that_apply: true, topics: [deletion, redress]}"},
    }
    found = row(matrix(tmp_path, edit, {"clauses/data/leaving.md": exit_clause}), "stage=tendering")
    assert changes(found) == {"leaving": ("words",)}
    assert where(found, change(found, "leaving").paragraphs[0]) == ["tier 4, in public-health"]


def test_a_topic_that_is_required_shows_where_no_rule_has_its_clause_in_anyway(tmp_path: Path) -> None:
    rules = (
        '{id: must, because: So., when: {personal_data: "no"}, require: [redress]}\n'
        "{id: early, because: So., when: {not: {ai_types: biometric}, stage: planning}, include: [redress]}"
    )
    found = row(matrix(tmp_path, add=playbook("customer-contact", "service-area", rules)), "personal_data=no")
    assert changes(found)["redress"] == ("in",)
    assert where(found, change(found, "redress").comings[0]) == [
        "tier 1, in customer-contact, stage is tendering"
    ]


def test_a_clause_that_comes_in_by_one_rule_and_goes_out_by_another_shows_both(tmp_path: Path) -> None:
    rules = (
        "{id: out, because: So., exclude: [redress], override: true}\n"
        "{id: in, because: So., when: {stage: planning}, include: [redress], override: true}"
    )
    found = row(matrix(tmp_path, add=playbook("customer-contact", "service-area", rules)), "customer-contact")
    assert changes(found)["redress"] == ("in", "out")


def test_a_rule_for_some_tiers_shows_at_the_tiers_where_it_speaks(tmp_path: Path) -> None:
    rule = "{id: slow, because: It takes longer., when: {stage: tendering}, set: {deletion: {deletion_days: 12}}}"
    found = row(matrix(tmp_path, add=playbook("tier-3", "tier", rule)), "stage=tendering")
    (value,) = change(found, "deletion").values
    assert where(found, value) == ["tier 3"]


def test_a_change_that_shows_in_several_contexts_is_told_once_with_all_of_them(tmp_path: Path) -> None:
    found = row(
        matrix(tmp_path, {REDRESS: item("stage is tendering", LOG, OF_REDRESS)}, TIERS), "stage=tendering"
    )
    (log,) = change(found, "redress").paragraphs
    assert where(found, log) == ["tier 2", "tier 3", "tier 4"]


def test_each_value_that_a_rule_sets_is_looked_for_where_it_prints(tmp_path: Path) -> None:
    """The rule sets two values; one of them prints in public health only."""
    words = "The {{ proof }} names each record. ^names"
    edit = {
        DELETION: {
            "   within {{ deletion_days | unit }} of a request, and give a {{ proof }}. ^delete\n":
            "   within {{ deletion_days | unit }} of a request. ^delete\n"
            f"1. *(only if service_area is public-health)* {words}\n"
        },
        BIOMETRIC: {"{deletion_days: 5}": "{deletion_days: 5, proof: log}"},
    }  # fmt: skip
    found = row(matrix(tmp_path, edit), "biometric")
    days, proof = change(found, "deletion").values
    assert (days.parameter, where(found, days)) == ("deletion_days", ["tier 3", "tier 4, in public-health"])
    assert (proof.parameter, proof.new, where(found, proof)) == ("proof", "log", ["tier 4, in public-health"])


def test_a_rule_that_nothing_can_fulfil_changes_no_row(tmp_path: Path) -> None:
    edit = {BIOMETRIC: {'when: {personal_data: "yes"}': "when: {tier: {at_most: 2}}"}}
    assert changes(row(matrix(tmp_path, edit), "biometric")) == {}


TIERS = {
    file: text
    for tier, days in ((3, 11), (4, 12))
    for file, text in playbook(
        f"tier-{tier}", "tier", f"{{id: slow, because: So., set: {{deletion: {{deletion_days: {days}}}}}}}"
    ).items()
}
"""Playbooks that tell every tier from the others."""
