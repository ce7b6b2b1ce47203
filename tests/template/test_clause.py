"""A new clause from the template: it loads, and nothing is wrong with it but that it is not written."""

import shutil
from functools import cache
from pathlib import Path

import pytest

from contract_builder import api
from contract_builder.check.run import check
from contract_builder.drafting import clause_template
from contract_builder.errors import UsageError
from contract_builder.load.build import build
from contract_builder.model.clause import Clause
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.template.derived import derived_clause
from tests.check.runner import scope_of
from tests.contents import shipped

CONTENT = shipped()
TOPICS = {topic.id: topic for topic in CONTENT.library.topics}
FREE = [topic for topic in TOPICS if topic not in CONTENT.library.providers]


def loaded(text: str, group: str, id: str) -> Clause:
    value, found = build("clause", text.encode(), f"clauses/{group}/{id}.md", f"{group}/{id}.md")
    assert not found, [f"{d.place} {d.message}" for d in found]
    assert isinstance(value, Clause)
    return value


@pytest.mark.parametrize("topic", TOPICS)
def test_a_template_for_each_topic_loads_with_the_tags_of_the_topic(topic: str) -> None:
    of = TOPICS[topic]
    clause = loaded(clause_template(CONTENT, "new-one", provides=(topic,)), of.group, "new-one")
    assert clause.provides == (topic,) and clause.group == of.group and clause.title == of.title
    assert clause.risk.from_tier == of.from_tier and clause.risk.harms == of.harms
    assert (clause.risk.ai_types, clause.risk.service_areas) == (of.ai_types, of.service_areas)
    assert clause.answers == of.findings
    assert [p.name for p in clause.positions] == ["preferred", "fallback", "short"]
    assert clause.parameters and clause.obligations and clause.walk_away and clause.note


@pytest.mark.parametrize("topic", [topic for topic in TOPICS if TOPICS[topic].findings])
def test_the_items_that_answer_its_findings_are_named_once_the_line_is_taken_in(topic: str) -> None:
    text = clause_template(CONTENT, "new-one", provides=(topic,)).replace("# answered_by:", "answered_by:")
    clause = loaded(text, TOPICS[topic].group, "new-one")
    assert tuple(answer.finding for answer in clause.answered_by) == clause.answers


def test_two_topics_are_joined_to_what_either_needs() -> None:
    clause = loaded(
        clause_template(CONTENT, "x", "commercial", "", ("escrow-and-step-in", "supply-chain")),
        "commercial",
        "x",
    )
    assert clause.risk.from_tier == 2
    assert clause.risk.service_areas == "all"


@pytest.mark.parametrize("topics", [(), tuple(FREE[:1]), tuple(FREE[1:3]), ("redress",)])
def test_check_finds_only_that_it_is_not_written(topics: tuple[str, ...], tmp_path: Path) -> None:
    for part in ("clauses", "playbooks"):
        shutil.copytree(api.shipped_contents() / part, tmp_path / part)
    before = _found(api.shipped_contents())
    text = clause_template(CONTENT, "new-one", "people", "A new one", topics)
    (tmp_path / "clauses" / "people" / "new-one.md").write_text(text, encoding="utf-8")
    new = [d for d in _found(tmp_path) if d not in before]
    assert new
    assert {d.rule for d in new} == {"text-not-written"}
    assert {d.place.file for d in new} == {"clauses/people/new-one.md"}


@cache
def _found(root: Path) -> tuple[Diagnostic, ...]:
    scope = scope_of(root)
    return check(scope.library, scope.playbooks, scope.triage)


@pytest.mark.parametrize("title", ["It's: a #title", "  Two   spaces ", '"Quoted"', "yes", "12", "[x]"])
def test_any_title_is_written_so_that_it_is_read_back(title: str) -> None:
    clause = loaded(clause_template(CONTENT, "x", "data", title), "data", "x")
    assert clause.title == " ".join(title.split())


def test_every_key_is_explained_by_a_line_above_it() -> None:
    lines = clause_template(CONTENT, "x", "data").split("---")[1].strip().split("\n")
    for n, line in enumerate(lines):
        key = line.strip().removeprefix("- ").partition(":")[0]
        if not line.strip().startswith("#") and key not in ("notice_days", "fallback"):
            assert lines[n - 1].strip().startswith("# "), line


@pytest.mark.parametrize(
    ("id", "group", "topics", "says", "hint"),
    [
        ("remedies", "data", (), "There is a clause remedies already", "--from"),
        ("Bad Id", "data", (), "is no id", "supply-chain"),
        ("x", "datta", (), "There is no group datta", "Did you mean `data`?"),
        ("x", "", (), "needs a group", "commercial"),
        ("x", "data", ("redres",), "There is no topic redres", "Did you mean `redress`?"),
        ("x", "data", ("zzzz",), "There is no topic zzzz", "list --what topics"),
    ],
)
def test_what_the_library_does_not_have_is_told_with_the_nearest(
    id: str, group: str, topics: tuple[str, ...], says: str, hint: str
) -> None:
    with pytest.raises(UsageError, match=says) as raised:
        clause_template(CONTENT, id, group, "", topics)
    assert hint in raised.value.hint


@pytest.mark.parametrize("source", CONTENT.library.clauses, ids=lambda clause: clause.id)
def test_a_copy_of_each_clause_loads_as_a_draft_that_says_where_it_came_from(source: Clause) -> None:
    text = (api.shipped_contents() / source.file).read_text(encoding="utf-8")
    made = derived_clause(CONTENT.library, source, text, "our-own", title="Our: own")
    clause = loaded(made, source.group, "our-own")
    assert clause.derived_from == f"{source.id}@{source.version}"
    assert (clause.version, clause.status, clause.title) == ("1.0.0", "draft", "Our: own")
    assert made.partition("\n---\n")[2] == text.partition("\n---\n")[2]
    assert clause.parameters == source.parameters and clause.answers == source.answers
