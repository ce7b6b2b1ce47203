"""The tables of the part at the end: what is alike said once, clauses named by their numbers."""

import pytest

import contract_builder as cb
from contract_builder.model.annotations import Annotations
from contract_builder.render.apparatus import Section
from contract_builder.render.internal_part import annotated
from tests.editions.cases import case


@pytest.fixture(scope="module")
def annotations() -> Annotations:
    of = case("event-listing-drafts")
    return cb.annotations_of(of.content, of.built)


def section(annotations: Annotations, title: str) -> Section:
    """One section of the annotated edition."""
    return next(s for s in annotated(annotations).sections if s.title == title)


def test_clauses_that_one_rule_keeps_out_for_one_reason_share_a_row(annotations: Annotations) -> None:
    rows = section(annotations, "Clauses that are left out").rows
    assert len({row[1:] for row in rows}) == len(rows)
    named = [clause for row in rows for clause in row[0].split("; ")]
    assert len(named) == len(set(named)) == len(annotations.summary.left_out) > len(rows)


def test_the_law_says_by_number_who_cites_it(annotations: Annotations) -> None:
    names = {part.number or f"“{part.title}”" for part in annotations.parts}
    cited = [name for row in section(annotations, "Law").rows for name in row[3].split(", ")]
    assert len(cited) > 100
    assert set(cited) <= names


@pytest.mark.parametrize("title", ["Law", "Provenance", "Open items", "Clauses that are left out"])
def test_the_columns_share_the_page(annotations: Annotations, title: str) -> None:
    of = section(annotations, title)
    assert sum(of.shares) == 100
    assert len(of.shares) == len(of.header)
