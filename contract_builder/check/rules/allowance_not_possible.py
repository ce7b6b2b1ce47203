"""The rule `allowance-not-possible`."""

from collections.abc import Iterator

from contract_builder.check.allow import allowances, may_be_allowed
from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.load.hints import near
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "allowance-not-possible"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """An entry of `allow` names a rule that does not exist, or one whose findings no file may allow.

    What makes a contract wrong in print (a link that leads nowhere, a name that nothing has, a value out of
    bounds) has no good reason, so it is mended and not allowed. What a rule thinks of the wording may be allowed:
    the list of the rules says which.
    """
    from contract_builder.check.registry import CHECKS  # it imports this file

    for one, file in allowances(scope):
        if may_be_allowed(one.rule):
            continue
        if one.rule in CHECKS:
            message = f"What `{one.rule}` finds cannot be allowed."
            hint = f"Mend what it finds (`contract-builder check --explain {one.rule}` says why), and delete the entry."
        else:
            meant = near(one.rule, CHECKS)
            message = f"There is no rule `{one.rule}`."
            hint = (
                f"Did you mean `{meant}`?"
                if meant
                else "`contract-builder check --list-rules` names them all."
            )
        yield Diagnostic(RULE, at(file, one.line), message, hint)
