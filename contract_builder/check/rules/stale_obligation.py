"""The rule `stale-obligation`."""

from collections.abc import Iterator

from contract_builder.check.duties import anchored, binds
from contract_builder.check.scope import Scope
from contract_builder.check.sentences import subjects
from contract_builder.check.times import clocks, deadlines
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "stale-obligation"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """An obligation record is tied to an item that binds nobody and sets no time.

    Most likely the duty was moved or cut and the record was left behind. The list of obligations would then claim
    a duty that the contract does not hold.

    The item with the label is read with those above and below it. Let pass are items with a "must" or a "must not",
    with a deadline, with "binds the Supplier", and items in which the party of the record does something.
    """
    for found in anchored(scope):
        words = found.passage.around
        if (
            any(passage.duties for passage in found.family)
            or binds(words)
            or {found.record.party, "Parties"} & set(subjects(words))
        ):
            continue
        if not any(deadlines(words, clocks(found.text))):
            message = f"The record at ^{found.record.at} has no duty behind it in `{found.text.position}`."
            hint = "Write the duty into the item, move the label to the item that holds it, or delete the record."
            yield Diagnostic(RULE, found.place("at"), message, hint, LEVEL)
