"""The rule `law-review-overdue`."""

from collections.abc import Iterator

from contract_builder.check.places import LAW, at
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "law-review-overdue"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """The date by which a law hook was to be checked again has passed. Asked only if a date is given to check for."""
    for hook in scope.library.law:
        if hook.review_by and hook.review_by < scope.as_of:
            message = f"`{hook.id}` ({hook.cite}) was to be checked again by {hook.review_by}."
            hint = "Check it, then write the new dates in `checked` and `review_by`."
            yield Diagnostic(RULE, at(LAW, hook.line), message, hint, LEVEL)
