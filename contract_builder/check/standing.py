"""Where a part of a text stands: the clauses that bring it in, and the conditions that it is under."""

from collections.abc import Iterator

from contract_builder.check.scope import Scope
from contract_builder.check.texts import Part, Written
from contract_builder.model.clause import Clause
from contract_builder.model.condition import Condition, Facts, value_words
from contract_builder.select.query import tags_of


def cases_of(
    scope: Scope, text: Written, part: Part
) -> Iterator[tuple[Clause | None, tuple[Condition, ...]]]:
    """Each clause that brings `part` into a contract, with all that then holds; no clause if every contract has it."""
    if isinstance(text.owner, Clause):
        yield text.owner, (tags_of(text.owner), *part.conditions)
        return
    key = (text.kind, text.owner.id)
    if key in scope.presence.standing:
        yield None, part.conditions
    for clause in scope.presence.bringing(key):
        yield clause, (tags_of(clause), *part.conditions)


def needed_by(text: Written) -> tuple[str, ...]:
    """The topics that the position needs beside those of its clause."""
    position = text.owner.position(text.position) if isinstance(text.owner, Clause) else None
    return position.requires if position else ()


def case_words(case: Facts) -> str:
    """`case` as a reader would say it: "tier is 1 and route is open-procedure"."""
    return " and ".join(f"{fact} is {value_words(value)}" for fact, value in sorted(case.items()))
