"""The rows: one for each thing that a brief can say, with all the text that it changes, and why."""

from pathlib import Path

from contract_builder.matrix import text_matrix
from contract_builder.matrix.matrix import row_names
from tests.matrix.library import (
    BASE,
    DELETION,
    FACTS,
    HEALTH,
    OF_REDRESS,
    PLAN,
    REDRESS,
    change,
    changes,
    item,
    matrix,
    playbook,
    row,
    scope,
    where,
)

STAGE = "  stage: {"


def test_each_ai_type_area_tier_and_value_of_a_switch_has_a_row_in_the_order_of_the_files(
    tmp_path: Path,
) -> None:
    found = matrix(tmp_path)
    assert [(row.dimension, row.id) for row in found.rows] == [
        ("ai-type", "biometric"),
        ("ai-type", "forecasting"),
        ("service-area", "customer-contact"),
        ("service-area", "public-health"),
        ("tier", "tier-2"),
        ("tier", "tier-3"),
        ("tier", "tier-4"),
        ("switch", "stage=tendering"),
        ("switch", "estimated_value=any"),
        ("switch", "personal_data=no"),
    ]


def test_the_columns_are_the_clauses_in_the_order_of_the_contract(tmp_path: Path) -> None:
    found = matrix(tmp_path)
    assert [(c.id, c.group) for c in found.columns] == [("deletion", "data"), ("redress", "people")]
    assert found.groups == {"data": "Data", "people": "People"}


def test_a_value_that_an_ai_type_sets_shows_with_both_wordings_and_the_rule(tmp_path: Path) -> None:
    biometric = row(matrix(tmp_path), "biometric")
    deletion = change(biometric, "deletion")
    (value,), (words,) = deletion.values, deletion.paragraphs
    assert (deletion.marks, value.parameter, value.old, value.new) == (("values",), "deletion_days", 10, 5)
    assert (value.reason.playbook, value.reason.rule) == ("biometric", "faster")
    assert (value.reason.file, value.reason.line) == ("playbooks/ai-types/biometric.yaml", 8)
    assert words.label == "delete"
    assert "within 10 Working Days of a request" in words.old
    assert "within 5 Working Days of a request" in words.new
    assert (deletion.words, biometric.words) == (2, 2)


def test_a_clause_that_a_tier_brings_in_shows_with_its_length_and_the_rule(tmp_path: Path) -> None:
    redress = change(row(matrix(tmp_path), "tier-2"), "redress")
    (coming,) = redress.comings
    assert (redress.marks, coming.what, coming.position) == (("in",), "in", "preferred")
    assert coming.words == redress.words == 16
    assert [reason.rule for reason in coming.reasons] == ["what-applies"]
    assert redress.paragraphs == ()  # it is all new, so there is nothing to hold it against


def test_a_clause_that_a_playbook_leaves_out_shows_with_the_rule_that_does(tmp_path: Path) -> None:
    rule = '  - {id: no-redress, because: "It is elsewhere.", exclude: [redress], override: true}\n'
    found = matrix(tmp_path, {HEALTH: {"rules:\n": f"rules:\n{rule}"}})
    redress = change(row(found, "public-health"), "redress")
    (coming,) = redress.comings
    assert (redress.marks, coming.what) == (("out",), "out")
    assert [reason.rule for reason in coming.reasons] == ["no-redress"]
    assert where(row(found, "public-health"), coming) == ["tier 2"]  # below, it is not in anyway


def test_a_position_that_changes_shows_with_what_was_and_what_is(tmp_path: Path) -> None:
    deletion = change(row(matrix(tmp_path), "tier-2"), "deletion")
    (moved,) = deletion.positions
    assert (deletion.marks, moved.old, moved.new) == (("position",), "short", "preferred")
    assert [p.label for p in deletion.paragraphs] == ["delete", "how"]


def test_a_value_of_a_schedule_shows_with_the_schedule(tmp_path: Path) -> None:
    plan = change(row(matrix(tmp_path), "public-health"), "plan")
    assert (plan.kind, plan.marks, plan.words) == ("schedule", ("values",), 2)
    assert [(v.old, v.new) for v in plan.values] == [(4, 6)]


def test_a_definition_comes_in_with_the_paragraph_that_uses_its_term(tmp_path: Path) -> None:
    term = "---\nid: look-back\nterm: Look-back\nversion: 1.0.0\nstatus: draft\nalso: []\n---\n\n## Text\n\na new decision.\n"
    edit = {
        REDRESS: item("personal_data is no", "The Supplier must help with a Look-back. ^back", OF_REDRESS)
    }
    found = matrix(tmp_path, edit, {"clauses/definitions/look-back.md": term})
    changed = row(found, "personal_data=no")
    assert changes(changed) == {"deletion": ("values",), "redress": ("words",), "look-back": ("in",)}
    assert change(changed, "look-back").kind == "definition"


def test_a_paragraph_that_goes_shows_with_its_condition(tmp_path: Path) -> None:
    found = matrix(tmp_path, {DELETION: item("personal_data is yes", "The log names people. ^log")})
    (gone,) = (p for p in change(row(found, "personal_data=no"), "deletion").paragraphs if p.label == "log")
    assert (gone.old, gone.new, gone.condition) == ("The log names people.", "", "personal_data is yes")


def test_rows_of_a_table_are_compared_like_paragraphs(tmp_path: Path) -> None:
    edit = {PLAN: {"| Deletion | the Supplier |": "| Deletion in week {{ plan_weeks }} | the Supplier |"}}
    plan = change(row(matrix(tmp_path, edit), "public-health"), "plan")
    assert ("", "Deletion in week 4 | the Supplier", "Deletion in week 6 | the Supplier") in [
        (p.label, p.old, p.new) for p in plan.paragraphs
    ]


def test_a_row_of_a_table_under_a_condition_comes_like_a_paragraph(tmp_path: Path) -> None:
    line = "| Deletion | the Supplier |\n"
    edit = {PLAN: {line: f"{line}| *(only if stage is tendering)* A log | the Council |\n"}}
    (log,) = change(row(matrix(tmp_path, edit), "stage=tendering"), "plan").paragraphs
    assert (log.old, log.new, log.condition) == ("", "A log | the Council", "stage is tendering")


def test_what_is_only_tested_by_constraints_and_departure_rules_says_by_which(tmp_path: Path) -> None:
    found = matrix(tmp_path)
    assert row(found, "stage=tendering").changes == ()
    assert row(found, "stage=tendering").besides == ("the departure rule base/planning-is-open",)
    assert row(found, "tier-3").besides == ("the constraint base/full-text",)
    assert row(found, "tier-4").besides == ()


def test_a_number_has_a_row_for_each_side_of_each_threshold(tmp_path: Path) -> None:
    words = "The Supplier must keep a log. ^log"
    found = matrix(tmp_path, {DELETION: item("estimated_value is more than 500", words)})
    names = [row.id for row in found.rows if row.id.startswith("estimated_value")]
    assert names == ["estimated_value=501"]
    above = row(found, "estimated_value=501")
    assert (above.title, changes(above)) == ("estimated_value is 501 or more", {"deletion": ("words",)})


def test_a_number_between_two_thresholds_is_said_as_a_range(tmp_path: Path) -> None:
    edit = {
        DELETION: item("estimated_value is more than 500", "A log is kept. ^log"),
        REDRESS: item("estimated_value is at least 900", "A log is kept. ^log", OF_REDRESS),
    }
    titles = [row.title for row in matrix(tmp_path, edit).rows if row.id.startswith("estimated_value")]
    assert titles == ["estimated_value is 501 to 899", "estimated_value is 900 or more"]


def test_a_fact_that_is_a_set_has_a_row_for_each_member(tmp_path: Path) -> None:
    fact = "  sources: {type: set, ask: Which sources?, values: [cameras, forms]}\n"
    edit = {
        FACTS: {STAGE: f"{fact}{STAGE}"},
        DELETION: item("sources has cameras", "Pictures are blurred. ^blur"),
    }
    found = matrix(tmp_path, edit)
    assert changes(row(found, "sources=cameras")) == {"deletion": ("words",)}
    assert changes(row(found, "sources=forms")) == {}


def test_what_only_a_departure_can_bring_in_is_not_looked_at(tmp_path: Path) -> None:
    of_fallback = "   within {{ deletion_days | unit }} of a request. ^delete\n"
    edit = {DELETION: item("personal_data is no", "A log is kept. ^log", of_fallback)}
    changed = change(row(matrix(tmp_path, edit), "personal_data=no"), "deletion")
    assert [p.label for p in changed.paragraphs] == ["delete"]


def test_a_position_that_a_playbook_takes_is_looked_at(tmp_path: Path) -> None:
    of_fallback = "   within {{ deletion_days | unit }} of a request. ^delete\n"
    edit = {DELETION: item("personal_data is no", "A log is kept. ^log", of_fallback)}
    added = playbook("tier-2", "tier", "{id: less, because: It is easier., position: {deletion: fallback}}")
    found = row(matrix(tmp_path, edit, added), "personal_data=no")
    (log,) = (p for p in change(found, "deletion").paragraphs if p.label == "log")
    assert where(found, log) == ["tier 2"]


def test_what_a_constraint_finds_hides_no_words(tmp_path: Path) -> None:
    rule = (
        "  - id: full-text\n    because: High tiers take the full text.\n    cites: [data-kept]\n"
        "    when: {tier: {at_least: 3}}\n"
    )
    edit = {
        BASE: {rule: rule.replace("at_least: 3", "at_least: 1")},  # at tier 1 the text is short: an error
        DELETION: {"{{ deletion_days | unit }}. ^delete\n": "{{ deletion_days | unit }}. ^delete\n"
                   "1. *(only if personal_data is no)* A log is kept. ^log\n"},
    }  # fmt: skip
    found = row(matrix(tmp_path, edit), "personal_data=no")
    (log,) = (p for p in change(found, "deletion").paragraphs if p.label == "log")
    assert where(found, log) == ["tier 1"]


def test_where_no_contract_can_be_made_the_row_says_so_and_stays_empty(tmp_path: Path) -> None:
    found = matrix(tmp_path, {DELETION: {"give a {{ proof }}. ^delete": "give a {{ prof }}. ^delete"}})
    assert row(found, "biometric").not_compared == 1
    assert row(found, "biometric").contexts == ()
    assert changes(row(found, "biometric")) == {}


def test_a_row_by_itself_is_the_row_of_the_whole(tmp_path: Path) -> None:
    made = scope(tmp_path, {DELETION: item("tier is at least 3", "A log is kept. ^log")})
    contents = made.library, made.playbooks, made.triage
    whole = text_matrix(*contents)
    assert row_names(*contents) == tuple(row.id for row in whole.rows)
    for each in whole.rows:
        alone = text_matrix(*contents, each.id)
        assert (alone.rows, alone.playbooks, alone.diagnostics) == ((each,), (), ())
    assert text_matrix(*contents, "none").rows == ()
