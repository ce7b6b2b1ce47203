"""The rule `obligation-party`."""

from collections.abc import Iterator

from contract_builder.check.duties import anchored
from contract_builder.check.scope import Scope
from contract_builder.check.sentences import subjects
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "obligation-party"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """An obligation record names one party, and the text it is tied to binds only the other.

    The list of obligations would send the reminder to the wrong side, and the side that is bound would get none.

    The item with the label is read with those above and below it. Let pass are items that bind both parties, items
    in which it cannot be told whom a duty binds, and items in which the party of the record does or may do something
    without a "must", such as a claim that it sends in time.
    """
    for found in anchored(scope):
        party = found.record.party
        bound = {duty.party for passage in found.family for duty in passage.duties}
        if (
            not bound
            or bound & {party, "Parties", ""}
            or {party, "Parties"} & set(subjects(found.passage.around))
        ):
            continue
        other = "Council" if party == "Supplier" else "Supplier"
        message = f"The record at ^{found.record.at} is for the {party}; in `{found.text.position}` the item binds the {other}."
        hint = f"Write `party: {other}`, or give the record the label of the item that binds the {party}."
        yield Diagnostic(RULE, found.place("party"), message, hint, LEVEL)
