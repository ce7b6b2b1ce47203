"""The tables of the part at the end: what is alike said once, clauses named by their numbers."""

import re

import pytest

import contract_builder as cb
from contract_builder.model.annotations import Annotations
from contract_builder.render.apparatus import Apparatus, Section
from contract_builder.render.internal_part import annotated
from contract_builder.render.titles import titles_of
from tests.editions.cases import NAMES, case


def internal(annotations: Annotations) -> Apparatus:
    """What the annotated edition adds."""
    return annotated(annotations, titles_of(case("event-listing-drafts").content.library))


@pytest.fixture(scope="module")
def annotations() -> Annotations:
    of = case("event-listing-drafts")
    return cb.annotations_of(of.content, of.built)


def section(annotations: Annotations, title: str) -> Section:
    """One section of the annotated edition."""
    return next(s for s in internal(annotations).sections if s.title == title)


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


@pytest.mark.parametrize("name", NAMES)
def test_ai_types_service_areas_and_clauses_are_called_by_their_titles(name: str) -> None:
    of = case(name)
    library = of.content.library
    part = annotated(cb.annotations_of(of.content, of.built), titles_of(library))
    taxonomy = library.taxonomy
    ids = {x.id for x in (*taxonomy.ai_types, *taxonomy.service_areas) if "-" in x.id}
    titles = {clause.title for clause in library.clauses}
    for section in part.sections:
        if section.title in ("Law", "Provenance"):
            continue
        said = [*section.paragraphs, *(cell for row in section.rows for cell in row)]
        assert not [
            words for words in said if ids & set(re.findall(r"[\w-]+", re.sub(r"\([^)]*\)", "", words)))
        ]
        if section.title == "Clauses that are left out":
            assert {clause for row in section.rows for clause in row[0].split("; ")} <= titles


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_is_empty(name: str) -> None:
    of = case(name)
    part = annotated(cb.annotations_of(of.content, of.built), titles_of(of.content.library))
    rows = [(section.title, row) for section in part.sections for row in section.rows]
    assert not [row for row in rows if not all(row[1])]


def test_the_report_calls_ai_types_and_service_areas_by_their_titles() -> None:
    of = case("early-help-priority")
    report = cb.selection_report(of.content, of.built).decode()
    main = report[report.index("<main") :]
    shown = re.sub(r"<code.*?</code>|<[^>]*>", " ", main)
    assert "Predictive analytics and risk scoring in Children" in shown
    ids = {x.id for x in (*of.content.library.taxonomy.ai_types, *of.content.library.taxonomy.service_areas)}
    assert not {i for i in ids if "-" in i} & set(re.findall(r"[\w-]+", shown))
