"""The rule `unknown-fact`."""

from collections.abc import Iterator

from contract_builder.check.mentions import facts_tested
from contract_builder.check.notices import facts
from contract_builder.check.places import PARTICULARS, at, unknown
from contract_builder.check.scope import Scope
from contract_builder.model.agreement import SCHEDULES
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-fact"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A condition tests a fact that facts.yaml does not have, so that it is never true; or a field or the notice prints one.

    Constraints and the Particulars, and only they, may test `topics`, `clauses` and `position:<clause>` as well.
    """
    for field in scope.library.particulars:
        if field.fact and field.fact != SCHEDULES:
            yield from unknown(RULE, field.fact, scope.facts, "fact", at(PARTICULARS, field.line))
    for name, place in facts(scope):
        yield from unknown(RULE, name, scope.facts, "fact", place)
    for test, place, _ in facts_tested(scope):
        yield from unknown(RULE, test.fact, scope.facts, "fact", place)
