"""The rule `answer-does-not-hold`."""

from collections.abc import Iterator

from contract_builder.check.answers import CHOSEN_BY_RULES, judge
from contract_builder.check.places import in_front_matter
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "answer-does-not-hold"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A clause names items that answer a finding, and one of them gives no right, no number or no remedy.

    A finding counts as answered only by words that bind: a duty of the Supplier or a right of the Council or of a
    person, a number, and what follows if it is not kept. An item that stands only under a condition does not count,
    nor does one in a clause that may be left out. The item must do its part in the preferred and in the short
    position, which rules choose without asking anybody. A fallback may fall short of it: `coverage` says so.
    """
    for clause in scope.library.clauses:
        for answer in clause.answered_by:
            for position in clause.positions:
                if position.name not in CHOSEN_BY_RULES:
                    continue
                for lack in judge(scope, clause, answer, position.name, None).lacks:
                    yield Diagnostic(
                        RULE,
                        in_front_matter(clause, "answered_by", answer.finding, lack.part),
                        f"`{answer.finding}` is claimed and not answered: {lack.words}.",
                        lack.hint,
                        LEVEL,
                    )
