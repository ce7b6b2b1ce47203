"""The rule `unknown-group`."""

from collections.abc import Iterator

from contract_builder.check.mentions import queries
from contract_builder.check.places import TOPICS, at, unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-group"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A topic or a rule names a group that library.yaml does not have.

    The groups of clauses are checked when they are read.
    """
    for topic in scope.library.topics:
        yield from unknown(RULE, topic.group, scope.groups, "group", at(TOPICS, topic.line))
    for query, place in queries(scope):
        for name in query.groups:
            yield from unknown(RULE, name, scope.groups, "group", place)
