"""The shipped library: what it promises to every council stays answered."""

import pytest

import contract_builder as cb
from tests.contents import shipped

COVERAGE = cb.coverage_of(shipped())
CENTRAL = ("data-may-not-come-back", "ip-used-to-refuse-access", "no-redress-route")


@pytest.mark.parametrize("name", CENTRAL)
def test_every_contract_answers_the_three_findings_that_matter_most(name: str) -> None:
    finding = next(f for f in COVERAGE.findings if f.id == name)
    assert finding.from_tier == 1
    assert {t.tier for claim in finding.claims for t in claim.tiers} == {1, 2, 3, 4}


def test_no_answer_that_a_clause_gives_falls_short() -> None:
    short = [(f.id, c.clause) for f in COVERAGE.findings for c in f.claims if c.positions and not c.answered]
    assert short == []


def test_a_higher_tier_answers_no_fewer_findings() -> None:
    numbers = [at.findings for at in COVERAGE.tiers]
    assert numbers == sorted(numbers)


def test_every_part_of_a_published_model_is_a_task_of_the_buyer_or_has_topics_of_the_library() -> None:
    topics = {t.id for t in COVERAGE.topics}
    assert {t for m in COVERAGE.models for a in m.articles for t in a.topics} <= topics


def test_the_models_that_councils_hold_the_library_against_are_all_there() -> None:
    assert [m.id for m in COVERAGE.models] == [
        "mcc-ai-2025",
        "amsterdam-2020",
        "au-dta-2025",
        "us-m-24-18",
        "us-m-25-22",
        "us-m-26-04",
        "ppn-017",
    ]
