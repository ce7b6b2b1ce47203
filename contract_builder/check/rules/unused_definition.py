"""The rule `unused-definition`."""

from collections.abc import Iterator

from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unused-definition"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """No clause and no schedule uses a defined term, not even by way of other definitions."""
    presence = scope.presence
    for definition in scope.library.definitions:
        key = ("definition", definition.id)
        if key in presence.used:
            continue
        users = [
            d.term
            for d in scope.library.definitions
            if d.id != definition.id and key in presence.uses["definition", d.id]
        ]
        only = f" outside the definition of {users[0]}, which is not used either" if users else ""
        yield Diagnostic(
            RULE,
            at(definition.file, definition.line),
            f"Nothing uses the term `{definition.term}`{only}.",
            "Use it, with its capitals, where it is meant; or delete the definition.",
        )
