"""The rule `law-unconfirmed`."""

from collections.abc import Iterator

from contract_builder.check.mentions import law_hooks
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "law-unconfirmed"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A text rests on law that nobody has confirmed. A lawyer must check it before the text is relied on."""
    unconfirmed = {hook.id: hook for hook in scope.library.law if hook.confidence == "unconfirmed"}
    for name, place in law_hooks(scope):
        if hook := unconfirmed.get(name):
            message = f"`{name}` ({hook.cite}) is not confirmed."
            yield Diagnostic(
                RULE, place, message, "Check it and record that in law.yaml, or rest on other law.", LEVEL
            )
