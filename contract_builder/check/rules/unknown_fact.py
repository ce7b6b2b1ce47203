"""The rule `unknown-fact`."""

from collections.abc import Iterator

from contract_builder.check.mentions import facts_tested
from contract_builder.check.places import unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-fact"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A condition tests a fact that facts.yaml does not have, so that it is never true.

    Constraints, and only they, may test `topics`, `clauses` and `position:<clause>` as well.
    """
    for test, place, _ in facts_tested(scope):
        yield from unknown(RULE, test.fact, scope.facts, "fact", place)
