"""The rule `obligation-deadline`."""

from collections.abc import Iterator

from contract_builder.check.duties import anchored
from contract_builder.check.numbers import typed
from contract_builder.check.places import in_front_matter
from contract_builder.check.scope import Scope
from contract_builder.check.times import counts_time
from contract_builder.load.placeholder import Slotted, split
from contract_builder.model.clause import Clause, ObligationSource
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "obligation-deadline"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """An obligation record sets a deadline that the text it is tied to does not.

    The list of obligations would then tell the officer a date that the contract does not hold the party to.
    Found are a parameter of time in `due` or `trigger` that stands neither in the item with the label, nor above
    it, nor below it, in each position that has the label; and a number that is typed there by hand, which stays
    as it is when the parameter changes.

    Let pass are words without a number, such as "by the Start Date", and fields of the Particulars.
    """
    for clause in scope.library.clauses:
        for index, record in enumerate(clause.obligations):
            for key, words in (("due", record.due), ("trigger", record.trigger)):
                for number in typed(words):
                    message = f"`{number}` is typed by hand in `{key}`, and does not follow the text of ^{record.at}."
                    hint = "Name the parameter that the text names: `{{ answer_days | unit }}`."
                    place = in_front_matter(clause, "obligations", index, key)
                    yield Diagnostic(RULE, place, message, hint, LEVEL)
    for found in anchored(scope):
        for key, name in _timed_slots(found.clause, found.record):
            if f"{{{name}}}" not in found.passage.around:
                message = (
                    f"The record at ^{found.record.at} is due by `{name}`, "
                    f"which the item does not name in `{found.text.position}`."
                )
                hint = "Put the parameter into the item, give the record the label of the item that has it, or drop it."
                yield Diagnostic(RULE, found.place(key), message, hint, LEVEL)


def _timed_slots(clause: Clause, record: ObligationSource) -> Iterator[tuple[str, str]]:
    timed = {parameter.name for parameter in clause.parameters if counts_time(parameter)}
    for key, words in (("due", record.due), ("trigger", record.trigger)):
        for piece in split(words):
            if isinstance(piece.part, Slotted) and piece.part.name in timed:
                yield key, piece.part.name
