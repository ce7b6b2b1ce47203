"""The rule `duty-without-limit`."""

from collections.abc import Iterator

from contract_builder.check.capitals import GAP
from contract_builder.check.duties import CONTINUING, read
from contract_builder.check.scope import Scope
from contract_builder.check.sentences import spoken
from contract_builder.check.times import clocks, limits
from contract_builder.model.diagnostic import Diagnostic, Level, Place

RULE = "duty-without-limit"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A party must do something, and nothing says by when.

    English law then reads in "a reasonable time", and what that is the parties learn from a court. Until then the
    Council cannot say that the Supplier is late, and neither of them can plan.

    Anything that tells of time counts, in the item, in the items above it and in the items below it: a deadline,
    a length of time, "before", "when", "on request". Let pass are duties that go on and end with the contract ("must
    keep", "must make sure", "must comply"), bans, what a paper must hold, and an item with a cross-reference, as the
    term that it points at may set the time.
    """
    for text, passages in read(scope):
        timed = clocks(text)
        for passage in passages:
            if GAP in spoken(passage.part) or limits(passage.around, timed):
                continue
            for duty in passage.duties:
                if duty.positive and duty.verb not in CONTINUING:
                    place = Place(text.file, passage.part.block.line, 1, words=f"must {duty.verb}")
                    message = f"Nothing here says by when the {duty.party} must {duty.verb}."
                    hint = "Add a deadline with a parameter, such as `within {{ answer_days | unit }} of …`, or an event."
                    yield Diagnostic(RULE, place, message, hint, LEVEL)
