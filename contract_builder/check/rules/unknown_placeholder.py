"""The rule `unknown-placeholder`."""

from collections.abc import Iterator

from contract_builder.check.scope import Scope
from contract_builder.check.slots import slots
from contract_builder.load.hints import did_you_mean
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-placeholder"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A placeholder names neither a parameter of its file nor a field of the Particulars, so that nothing can fill it."""
    for name, _, parameters, place in slots(scope):
        known = [*(p.name for p in parameters), *scope.library.field_by_id]
        if name not in known:
            own = "parameter of this file and no " if parameters else ""
            yield Diagnostic(
                RULE,
                place,
                f"`{{{{ {name} }}}}` names no {own}field of the Particulars.",
                did_you_mean(name, known),
            )
