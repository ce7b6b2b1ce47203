"""The rule `note-missing`."""

from collections.abc import Iterator

from contract_builder.check.places import in_front_matter
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "note-missing"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A clause has no drafting note, so that a procurer does not learn why it is there and what it costs."""
    for clause in scope.library.clauses:
        if not clause.note:
            message = f"`{clause.id}` has no drafting note."
            hint = "Add `## Note`: why it is here, what to check, what the supplier will say, what it costs, the law."
            yield Diagnostic(RULE, in_front_matter(clause, "id"), message, hint, LEVEL)
