"""The annotations say what was decided and who decided it, in the council's own words for its roles."""

import msgspec
import pytest

import contract_builder as cb
from contract_builder.errors import UsageError
from contract_builder.model.annotations import Annotation, Annotations
from tests.editions.cases import DEPARTURES, GIVING_WAY, NAMES, Case, case, with_law


def annotations(of: Case) -> Annotations:
    return cb.annotations_of(of.content, of.built)


def part(name: str, id_: str) -> Annotation:
    return next(p for p in annotations(case(name)).parts if p.id == id_ and p.kind != "definition")


@pytest.mark.parametrize("name", NAMES)
def test_each_clause_schedule_and_definition_has_one_at_its_anchor(name: str) -> None:
    contract = case(name).built.contract
    assert contract
    known = case(name).content.library.clause_by_id
    printed = [clause.anchor for clause in contract.clauses if clause.id in known]
    assert len(printed) >= len(contract.clauses) - 1  # an AI schedule opens in words of its own
    for schedule in contract.schedules:
        printed += [schedule.anchor] if schedule.version else []
        printed += [definition.anchor for definition in schedule.definitions]
    assert [p.anchor for p in annotations(case(name)).parts] == printed


def test_the_ladder_begins_at_the_top_and_marks_what_is_printed() -> None:
    ladder = part(GIVING_WAY, "council-data").ladder
    assert [rung.position for rung in ladder] == ["preferred", "short", "fallback"]
    assert [rung.chosen for rung in ladder] == [False, False, True]


def test_an_approver_has_the_name_that_the_council_gives_the_role() -> None:
    assert part("homelessness-risk-list", "council-data").ladder[-1].approver == "head of legal services"
    assert part("council", "council-data").ladder[-1].approver == "Monitoring Officer"


def test_a_value_says_who_set_it() -> None:
    days = {v.parameter: v for v in part("council", "redress-for-affected-people").values}[
        "case_assistance_days"
    ]
    assert (days.value, days.printed) == (2, "2 Working Days")
    assert (days.reason.playbook, days.reason.rule) == ("mereshire", "faster-explanations")


def test_a_departure_stands_with_its_clause_and_in_the_summary() -> None:
    assert part(GIVING_WAY, "council-data").departures == DEPARTURES[:1]
    summary = annotations(case(GIVING_WAY)).summary
    assert [d.clause for d in summary.departures] == ["council-data", "exit-plan"]
    assert [r.gate for r in summary.referrals] == ["social-scoring"]


def test_open_items_and_tasks_have_owners_for_legal_data_protection_and_equality() -> None:
    found = annotations(case("case-note-assistant"))
    owners = {item.owner for item in found.open_items} | {task.owner for task in found.tasks}
    assert {"legal", "procurement", "service", "information governance", "equality"} <= owners
    assert any(task.ask.startswith("Will the supplier use council data") for task in found.tasks)


def test_law_is_listed_once_with_all_who_cite_it() -> None:
    law = {hook.id: hook for hook in annotations(case("homelessness-risk-list")).law}
    cited = law["procurement-act-56"].cited_by
    assert {"clause.definitions-and-purpose", "definition.ai-system", "schedule.ai-system"} <= set(cited)
    assert len(cited) == len(set(cited))


@pytest.mark.parametrize(
    ("changes", "verified"),
    [
        ({"confidence": "primary", "review_by": ""}, True),
        ({"confidence": "primary", "review_by": "2026-11-24"}, True),
        ({"confidence": "primary", "review_by": "2026-11-23"}, False),
        ({"confidence": "secondary", "review_by": ""}, False),
        ({"confidence": "unconfirmed", "review_by": ""}, False),
    ],
)
def test_law_is_verified_if_read_in_the_primary_text_and_not_overdue(
    changes: dict[str, str], verified: bool
) -> None:
    found = annotations(with_law("event-listing-drafts", **changes))
    assert {hook.verified for hook in found.law} == {verified}
    assert any(task.what == "Law that is not verified" for task in found.tasks) is not verified


def test_there_are_none_without_a_contract() -> None:
    of = case("event-listing-drafts")
    with pytest.raises(UsageError, match="no contract"):
        cb.annotations_of(of.content, msgspec.structs.replace(of.built, contract=None))
