"""The rule `walk-away-missing`."""

from collections.abc import Iterator

from contract_builder.check.places import in_front_matter
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "walk-away-missing"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A clause does not say what to refuse, so that nobody knows where a negotiation must end."""
    for clause in scope.library.clauses:
        if not clause.walk_away:
            message = f"`{clause.id}` does not say what to refuse."
            hint = "Add `## Walk away` after the positions; it is never printed in a contract."
            yield Diagnostic(RULE, in_front_matter(clause, "id"), message, hint, LEVEL)
