"""Topics, harms and published models by clause, and what is open."""

from pathlib import Path

from contract_builder.coverage import coverage_in
from tests.check.runner import Case, make, scope_of
from tests.coverage.library import DELETION, coverage

ANCHORED = {DELETION: {"law: [uk-gdpr-28]": "law: [uk-gdpr-28]\nanchors: {city-2020: [art-3]}"}}


def test_a_topic_names_the_clauses_that_provide_it(tmp_path: Path) -> None:
    assert {t.id: t.clauses for t in coverage(tmp_path).topics} == {
        "deletion": ("deletion",),
        "redress": ("redress",),
        "exit": ("deletion",),
    }


def test_a_harm_names_its_clauses_in_the_order_of_the_contract_and_its_open_topics(tmp_path: Path) -> None:
    (harm,) = coverage(tmp_path, {DELETION: {"provides: [deletion, exit]": "provides: [deletion]"}}).harms
    assert harm.clauses == ("deletion", "redress")
    assert (harm.topics, harm.topics_open) == (("deletion", "redress", "exit"), ("exit",))


def test_a_part_of_a_model_is_covered_by_the_clause_that_names_it(tmp_path: Path) -> None:
    (model,) = coverage(tmp_path, ANCHORED).models
    assert (model.articles[0].clauses, model.articles[0].by_topic) == (("deletion",), ())


def test_a_clause_on_the_topic_of_a_part_that_does_not_name_it_is_shown_apart(tmp_path: Path) -> None:
    (model,) = coverage(tmp_path).models
    assert (model.articles[0].clauses, model.articles[0].by_topic) == ((), ("deletion",))


def test_a_task_of_the_buyer_has_no_topics(tmp_path: Path) -> None:
    (model,) = coverage(tmp_path).models
    assert model.articles[1].topics == ()


def test_a_library_may_do_without_published_models(tmp_path: Path) -> None:
    make(Case("", "", {}, {}, "", []), tmp_path)
    (tmp_path / "clauses" / "anchors.yaml").unlink()
    assert coverage_in(scope_of(tmp_path)).models == ()
