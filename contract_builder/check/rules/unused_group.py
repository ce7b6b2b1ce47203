"""The rule `unused-group`."""

from collections.abc import Iterator

from contract_builder.check.places import LIBRARY, at
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unused-group"
LEVEL: Level = "advice"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """No topic and no clause belongs to a group.

    Groups order the clauses in print and in lists; one that stays empty is a heading over nothing.
    """
    named = {topic.group for topic in scope.library.topics} | {
        clause.group for clause in scope.library.clauses
    }
    for group in scope.library.info.groups:
        if group.id not in named:
            yield Diagnostic(
                RULE,
                at(LIBRARY),
                f"No topic and no clause belongs to the group `{group.id}`.",
                "Put a clause into it, or delete the group.",
                LEVEL,
            )
