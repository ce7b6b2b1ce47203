"""The rule `unknown-clause`."""

from collections.abc import Iterator

from contract_builder.check.mentions import POSITION, Mention, queries, selected, tested
from contract_builder.check.notices import named
from contract_builder.check.places import at, unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level
from contract_builder.select.positions import EVERY_CLAUSE

RULE = "unknown-clause"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A playbook or the notice names a clause that the library does not have, so that what it says comes to nothing."""
    clauses = scope.library.clause_by_id
    for name, place in _named(scope):
        yield from unknown(RULE, name, clauses, "clause", place)
    with_parameters = [*clauses, *scope.library.schedule_by_id]
    for name, place in _set(scope):
        yield from unknown(RULE, name, dict.fromkeys(with_parameters), "clause or schedule", place)
    for text, place in named(scope):
        known = scope.library.schedule_by_id if text.kind == "schedule" else clauses
        yield from unknown(RULE, text.id, known, text.kind, place)


def _named(scope: Scope) -> Iterator[Mention]:
    for query, place in queries(scope):
        for name in query.clauses:
            yield Mention(name, place)
    for rule in scope.rules:
        for name in rule.position:
            if name != EVERY_CLAUSE:
                yield Mention(name, at(rule.file, rule.line))
    yield from selected(scope, "clauses")
    for test, place, of_selection in tested(scope):
        if of_selection and test.fact.startswith(POSITION):
            yield Mention(test.fact.removeprefix(POSITION), place)


def _set(scope: Scope) -> Iterator[Mention]:
    for rule in scope.rules:
        for name in dict.fromkeys(setting.clause for setting in rule.settings):
            yield Mention(name, at(rule.file, rule.line))
    for playbook in scope.playbooks.playbooks:
        for constraint in playbook.constraints:
            for name in constraint.agree:
                yield Mention(name.partition(".")[0], at(constraint.file, constraint.line))
