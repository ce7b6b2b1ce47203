"""The rule `unknown-position`."""

from collections.abc import Iterator

from contract_builder.check.mentions import POSITION, tested, values_of
from contract_builder.check.places import at, unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level
from contract_builder.select.positions import EVERY_CLAUSE

RULE = "unknown-position"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A playbook asks for a position that its clause does not have; or, of every clause, one that none has."""
    clauses = scope.library.clause_by_id
    anywhere = dict.fromkeys(p.name for clause in scope.library.clauses for p in clause.positions)
    for rule in scope.rules:
        for clause, position in rule.position.items():
            if clause == EVERY_CLAUSE:
                yield from unknown(RULE, position, anywhere, "position called", at(rule.file, rule.line))
            elif clause in clauses:
                known = [p.name for p in clauses[clause].positions]
                yield from unknown(
                    RULE, position, known, f"position of `{clause}` called", at(rule.file, rule.line)
                )
    for test, place, of_selection in tested(scope):
        clause = test.fact.removeprefix(POSITION)
        if of_selection and clause != test.fact and clause in clauses:
            known = [p.name for p in clauses[clause].positions]
            for name in values_of(test):
                yield from unknown(RULE, str(name), known, f"position of `{clause}` called", place)
