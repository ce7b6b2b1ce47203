"""The rule `duty-without-record`."""

from collections.abc import Iterator

from contract_builder.check.duties import deadlines_of, read
from contract_builder.check.scope import Scope
from contract_builder.check.sentences import Bound, Passage
from contract_builder.check.times import clocks
from contract_builder.model.clause import Clause
from contract_builder.model.diagnostic import Diagnostic, Level, Place

RULE = "duty-without-record"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A party must do something by a deadline, and no record under `obligations` follows it up.

    The list of obligations is what the officer works from who runs the contract after it is signed. A deadline that
    is not on the list is a deadline that nobody watches.

    A record counts if it names the party and its `at:` is the label of the item, of an item above it, or of one below
    it. For what "a Party" must do, a record for either party counts. Let pass are duties without a deadline, and the
    texts of schedules and definitions, which have no records.
    """
    for text, passages in read(scope):
        if not isinstance(text.owner, Clause):
            continue
        timed = clocks(text)
        for passage in passages:
            for sentence in passage.sentences:
                for duty in sentence.duties:
                    due = deadlines_of(duty, sentence, passage, timed) if duty.positive else ()
                    if due and not _recorded(text.owner, passage, duty.party):
                        place = Place(text.file, passage.part.block.line, 1, words=f"must {duty.verb}")
                        message = (
                            f"No obligation record says that the {duty.party} must {duty.verb} by a deadline."
                        )
                        yield Diagnostic(RULE, place, message, _hint(passage), LEVEL)


def _recorded(clause: Clause, passage: Passage, party: Bound) -> bool:
    return any(
        record.at in passage.labels and party in (record.party, "Parties") for record in clause.obligations
    )


def _hint(passage: Passage) -> str:
    if passage.part.label:
        return f"Add a record with `at: {passage.part.label}` under `obligations` in the front matter."
    return "Give the item a label, and add a record with it as `at:` under `obligations` in the front matter."
