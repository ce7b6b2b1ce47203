"""The rule `precedence-ranks-supplier-first`."""

from collections.abc import Iterator

from contract_builder.check.places import at
from contract_builder.check.rankings import Ranking, named, rankings, refuses_theirs
from contract_builder.check.scope import Scope
from contract_builder.check.texts import Written
from contract_builder.model.clause import Clause
from contract_builder.model.diagnostic import Diagnostic, Level, Place

RULE = "precedence-ranks-supplier-first"
LEVEL: Level = "error"
TOPIC = "precedence-over-supplier-terms"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A text puts what the Supplier writes before the contract; or the clause on precedence gives no order.

    The Supplier's terms, licences and tender must come after the clauses, the Particulars and the Schedules: what
    stands first takes away what stands below it, whatever it says. And each position of a clause that provides
    `precedence-over-supplier-terms` must say the order of the documents, and what becomes of the Supplier's, or the
    contract with that position has no answer when two documents conflict. A document is known by its first
    name in a line: "the Schedules, except the tender response" is the Schedules.
    """
    for text in scope.texts:
        found = list(rankings(text))
        for ranking in found:
            yield from _check(text, ranking)
        if isinstance(text.owner, Clause) and TOPIC in text.owner.provides:
            yield from _check_complete(text, text.owner, found)


def _check(text: Written, ranking: Ranking) -> Iterator[Diagnostic]:
    ours = [n for n, (whose, _, _) in enumerate(ranking.documents) if whose == "ours"]
    for n, (whose, words, line) in enumerate(ranking.documents):
        if whose == "theirs" and ours and n < ours[-1]:
            below = ranking.documents[ours[-1]][1]
            yield Diagnostic(
                RULE,
                Place(text.file, line, 1, words=named(words)),
                f"What the Supplier writes (“{words}”) prevails here over “{below}”.",
                "Put it after the clauses, the Particulars and the Schedules, or leave it out of the contract.",
            )


def _check_complete(text: Written, clause: Clause, found: list[Ranking]) -> Iterator[Diagnostic]:
    position = clause.position(text.position)
    place = at(text.file, position.line if position else 0)
    ranked = [whose for ranking in found for whose, _, _ in ranking.documents]
    if ranked.count("ours") < 2:
        yield Diagnostic(
            RULE,
            place,
            f"The position `{text.position}` provides `{TOPIC}`, and does not say in which order documents prevail.",
            "Write “If documents conflict, they prevail in this order:” with the clauses, the Particulars and the "
            "Schedules below it.",
        )
    if "theirs" not in ranked and not refuses_theirs(text):
        yield Diagnostic(
            RULE,
            place,
            f"The position `{text.position}` provides `{TOPIC}`, and does not say what becomes of the Supplier's terms.",
            "Say that Supplier Terms are no part of the contract, or rank them last.",
        )
