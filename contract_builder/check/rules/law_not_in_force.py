"""The rule `law-not-in-force`."""

from collections.abc import Iterator

from contract_builder.check.mentions import law_hooks
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "law-not-in-force"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A text rests on law that is not in force, or not in force yet."""
    absent = {hook.id: hook for hook in scope.library.law if hook.status == "not-in-force"}
    for name, place in law_hooks(scope):
        if hook := absent.get(name):
            message = f"`{name}` ({hook.cite}) is not in force."
            yield Diagnostic(
                RULE, place, message, "Rest on law that is, or say in the note why it is cited.", LEVEL
            )
