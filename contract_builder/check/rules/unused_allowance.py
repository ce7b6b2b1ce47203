"""The rule `unused-allowance`."""

from collections.abc import Iterator

from contract_builder.check.allow import allowances, covers, may_be_allowed
from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unused-allowance"
LEVEL: Level = "error"
_MOST_WORDS = 5


def find(scope: Scope) -> Iterator[Diagnostic]:
    """Nothing is found in the file that an entry of its `allow` is for.

    The words that it was for have changed or gone. Left there, it would hide a new finding in the same place, which
    nobody has looked at, and give for it a reason that was meant for something else.
    """
    for one, file in allowances(scope):
        if not may_be_allowed(one.rule):
            continue  # another rule says so
        found = [d for d in scope.found(one.rule) if d.place.file == file]
        if not any(covers(scope, one, d) for d in found):
            message = f"`{one.rule}` finds nothing here where `{one.words}` stands."
            yield Diagnostic(RULE, at(file, one.line), message, _hint(found))


def _hint(found: list[Diagnostic]) -> str:
    if not found:
        return "Delete the entry: the rule finds nothing in this file."
    if words := dict.fromkeys(f"`{d.place.words}`" for d in found if d.place.words):
        return f"Delete the entry; or give it the words at fault: {', '.join(list(words)[:_MOST_WORDS])}."
    return (
        "Delete the entry; or give it words that stand in the item, paragraph or table, or in the message, "
        "with no link between them."
    )
