"""The rule `unfit-operator`."""

from collections.abc import Iterator

from contract_builder.check.mentions import POSITION, SELECTED, tested, values_of
from contract_builder.check.scope import Scope
from contract_builder.model.condition import Test, words
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unfit-operator"
LEVEL: Level = "error"
FITTING = {
    "choice": ("is", "is-not", "one-of"),
    "number": ("is", "is-not", "one-of", "at-least", "at-most", "more-than"),
    "set": ("has", "lacks"),
}
HINTS = {
    "choice": "It has one of several values: write `is`, `is not` or `is one of`.",
    "number": "It is a number: write `is`, `is not`, `is at least`, `is at most` or `is more than`, and digits.",
    "set": "It holds several values: write `has` or `does not have`.",
}


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A condition tests a fact in a way that does not suit its type, so that it is never true.

    A fact with one value of several cannot be "at least" one; a fact that holds several cannot be "is" one;
    a number cannot be a word.
    """
    for test, place, of_selection in tested(scope):
        kind = _kind(scope, test, of_selection)
        if not kind:
            continue
        text = kind == "number" and any(not str(value).isdecimal() for value in values_of(test))
        if text or test.operator not in FITTING[kind]:
            yield Diagnostic(
                RULE, place, f"`{words(test)}` does not suit the fact `{test.fact}`.", HINTS[kind]
            )


def _kind(scope: Scope, test: Test, of_selection: bool) -> str:
    """The type of the fact; empty if there is no such fact."""
    if of_selection and test.fact in SELECTED:
        return "set"
    if of_selection and test.fact.startswith(POSITION):
        return "choice"
    return scope.facts[test.fact].type if test.fact in scope.facts else ""
