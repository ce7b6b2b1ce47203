"""The rule `unknown-law-hook`."""

from collections.abc import Iterator

from contract_builder.check.mentions import law_hooks, wording_hooks
from contract_builder.check.places import unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-law-hook"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A clause, definition, schedule or the notice rests on a law hook that law.yaml does not have."""
    known = [hook.id for hook in scope.library.law]
    for name, place in (*law_hooks(scope), *wording_hooks(scope)):
        yield from unknown(RULE, name, known, "law hook", place)
