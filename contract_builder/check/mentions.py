"""Where the contents name something that stands elsewhere: a topic, a clause, a fact, a law hook."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from contract_builder.check import notices
from contract_builder.check.places import (
    ANCHORS,
    EXECUTION,
    FINDINGS,
    PARTICULARS,
    WORDING,
    at,
    in_front_matter,
    in_playbook,
)
from contract_builder.check.scope import Scope
from contract_builder.check.texts import Part, Written
from contract_builder.model.clause import Clause
from contract_builder.model.condition import Condition, Test, tests_of
from contract_builder.model.diagnostic import Place
from contract_builder.model.playbook import ClauseQuery

POSITION = "position:"
"""What begins the name under which a constraint tests the position of a clause."""
SELECTED = ("topics", "clauses")
"""What a constraint may test of the whole Selection."""


class Mention(NamedTuple):
    """A name, and where it stands."""

    name: str
    place: Place


class Tested(NamedTuple):
    """One test of a condition, and where it stands."""

    test: Test
    place: Place
    of_selection: bool
    """Whether topics, clauses and positions may be tested, as in a constraint."""


def tags(scope: Scope, key: Literal["law", "answers", "provides", "requires"]) -> Iterator[Mention]:
    """What the front matter of clauses lists under `key`."""
    for clause in scope.library.clauses:
        lists = {
            "law": clause.law,
            "answers": clause.answers,
            "provides": clause.provides,
            "requires": clause.requires,
        }
        for n, name in enumerate(lists[key]):
            yield Mention(name, in_front_matter(clause, key, n))


def law_hooks(scope: Scope) -> Iterator[Mention]:
    """Every law hook that a clause, definition, schedule, way of signing or wording for a notice cites."""
    yield from tags(scope, "law")
    for definition in scope.library.definitions:
        for name in definition.law:
            yield Mention(name, in_front_matter(definition))
    for schedule in scope.library.schedules:
        for name in schedule.law:
            yield Mention(name, in_front_matter(schedule))
    execution = scope.library.execution
    laws = (*(form.law for form in execution.all_forms), *(one.law for one in execution.signatories))
    yield from (Mention(name, at(EXECUTION)) for law in laws for name in law)
    yield from (Mention(name, place) for name, place in notices.law(scope))


def citations(scope: Scope) -> Iterator[Mention]:
    """What the rules and constraints of all playbooks cite."""
    for playbook in scope.playbooks.playbooks:
        for rule in playbook.reasoned:
            for name in rule.cites:
                yield Mention(name, at(rule.file, rule.line))


def wording_hooks(scope: Scope) -> Iterator[Mention]:
    """Every law hook that bears out an entry of `wording.yaml`."""
    for phrases in scope.library.wording.phrases.values():
        for phrase in phrases:
            for name in phrase.law:
                yield Mention(name, at(WORDING, phrase.line))


def required_topics(scope: Scope) -> Iterator[Mention]:
    """Every topic that a clause, a position or a rule requires, and those of the floor."""
    yield from tags(scope, "requires")
    for clause in scope.library.clauses:
        for position in clause.positions:
            for n, name in enumerate(position.requires):
                yield Mention(name, in_front_matter(clause, "positions", position.name, "requires", n))
    for rule in scope.rules:
        for name in rule.require:
            yield Mention(name, at(rule.file, rule.line))
    for playbook in scope.playbooks.playbooks:
        for n, name in enumerate(playbook.floor):
            yield Mention(name, in_playbook(playbook, "floor", n))


def other_topics(scope: Scope) -> Iterator[Mention]:
    """Every topic named elsewhere: provided, narrowing a rule, tested, put in order, answering a finding or
    like a part of a published model."""
    yield from tags(scope, "provides")
    for finding in scope.library.findings:
        for name in finding.topics:
            yield Mention(name, at(FINDINGS, finding.line))
    for model in scope.library.anchors:
        for article in model.articles:
            for name in article.topics:
                yield Mention(name, at(ANCHORS, article.line))
    for query, place in queries(scope):
        for name in query.topics:
            yield Mention(name, place)
    for playbook in scope.playbooks.playbooks:
        for constraint in playbook.constraints:
            for name in constraint.order:
                yield Mention(name, at(constraint.file, constraint.line))
    yield from selected(scope, "topics")


def selected(scope: Scope, fact: str) -> Iterator[Mention]:
    """The names that constraints look for among the `topics` or the `clauses` of a Selection."""
    for test, place, of_selection in tested(scope):
        if of_selection and test.fact == fact:
            for name in values_of(test):
                yield Mention(str(name), place)


def queries(scope: Scope) -> Iterator[tuple[ClauseQuery, Place]]:
    """Every include, exclude and offer of a rule."""
    for rule in scope.rules:
        for query in (rule.include, rule.exclude, rule.offer):
            if query:
                yield query, at(rule.file, rule.line)


def tested(scope: Scope) -> Iterator[Tested]:
    """Every test in a rule, a constraint, a departure rule, a field of the Particulars, the notice, an item or a row."""
    for playbook in scope.playbooks.playbooks:
        for rule in playbook.rules:
            yield from _tests(rule.when, at(rule.file, rule.line), False)
        for constraint in playbook.constraints:
            for condition in (constraint.when, constraint.must):
                if condition is not None:
                    yield from _tests(condition, at(constraint.file, constraint.line), True)
        for departure in playbook.departures:
            yield from _tests(departure.when, at(departure.file, departure.line), False)
    yield from _tested_in_library(scope)


def _tested_in_library(scope: Scope) -> Iterator[Tested]:
    for field in scope.library.particulars:
        for condition in (field.when, *(case.when for case in field.cases)):
            if condition is not None:
                yield from _tests(condition, at(PARTICULARS, field.line), True)
    for condition, place in notices.conditions(scope):
        yield from _tests(condition, place, False)
    for text in scope.texts:
        for part in text.parts:
            if part.condition is not None:
                yield from _tests(part.condition, at(text.file, part.block.line), False)


def _tests(condition: Condition, place: Place, of_selection: bool) -> Iterator[Tested]:
    for test in tests_of(condition):
        yield Tested(test, place, of_selection)


def facts_tested(scope: Scope) -> Iterator[Tested]:
    """Those of the tests that are of a fact, not of the Selection."""
    for tested_ in tested(scope):
        name = tested_.test.fact
        if not tested_.of_selection or not (name in SELECTED or name.startswith(POSITION)):
            yield tested_


def values_of(test: Test) -> tuple[str | int, ...]:
    """What `test` looks for."""
    return test.value if isinstance(test.value, tuple) else (test.value,)


def obligation_words(clause: Clause) -> Iterator[tuple[str, Place]]:
    """The words of each obligation that may hold placeholders."""
    for n, duty in enumerate(clause.obligations):
        words = {"action": duty.action, "trigger": duty.trigger, "due": duty.due, "evidence": duty.evidence}
        for key, text in words.items():
            yield text, in_front_matter(clause, "obligations", n, key)


def where(text: Written, part: Part, line: int) -> Place:
    """The place of something on `line` of `part`; the line of the part itself if it has none."""
    return at(text.file, line or part.block.line)
