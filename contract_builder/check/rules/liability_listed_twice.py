"""The rule `liability-listed-twice`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.check.sentences import sentences
from contract_builder.check.speaking import possible
from contract_builder.check.standing import cases_of
from contract_builder.check.texts import Part, Written
from contract_builder.model.body import Inline, Link, Text
from contract_builder.model.clause import Clause
from contract_builder.model.condition import All, AnyOf, Condition
from contract_builder.model.diagnostic import Diagnostic, Level, Place

RULE = "liability-listed-twice"
LEVEL: Level = "warning"
_POINTS = "\x02"
"""Stands in a sentence for a reference to another clause."""
_LIABLE = re.compile(r"\b(?:liability|liabilities|liable)\b", re.IGNORECASE)
_LIMITS = re.compile(
    r"\b(?:unlimited|uncapped|limit(?:s|ed|ing|ation|ations)?|cap(?:s|ped|ping)?|exclu(?:des?|ded|ding|sions?)"
    r"|(?:not|never) exceed|no more than|not more than|at most|maximum|up to)\b",
    re.IGNORECASE,
)
_INSURANCE = re.compile(
    r"\b(?:public|employers['’]?|product|professional) liability\b|\bliability insurance\b", re.I
)


class Statement(NamedTuple):
    """A sentence that limits liability, or says that it is not limited."""

    text: Written
    part: Part
    words: str


def find(scope: Scope) -> Iterator[Diagnostic]:
    """Two texts of one contract limit liability, or leave it unlimited; or only some positions of a clause do.

    What is capped, what is excluded and what stands outside the cap belongs in one place. Two lists drift apart, and
    a court then has to choose between them; a list that only one position has is lost when another is chosen.
    A sentence counts that speaks of liability and of a limit, a cap, an exclusion or none. It passes where it only
    points at another clause, or where it is about insurance. Words on what people outside the contract may claim, and
    on the most by which a price may fall, are no words on what one Party owes the other.
    """
    found = [s for text in scope.texts for s in _statements(text)]
    by_owner: dict[tuple[str, str], list[Statement]] = {}
    for statement in found:
        by_owner.setdefault((statement.text.kind, statement.text.owner.id), []).append(statement)
    yield from _in_some_positions(scope, by_owner)
    owners = sorted(by_owner.values(), key=lambda said: _order(scope, said[0]))
    for n, said in enumerate(owners):
        other = next((first for first in owners[:n] if _together(scope, first, said)), None)
        if other:
            yield Diagnostic(
                RULE,
                Place(said[0].text.file, said[0].part.block.line, 1, words=_word(said[0])),
                f"“{_short(said[0].words)}” is the second place in one contract that says how far somebody is liable: "
                f"`{other[0].text.owner.id}` does so, too.",
                f"Say all of it in one place: move it to {other[0].text.file}, or put a reference to it here.",
                LEVEL,
            )


def _in_some_positions(
    scope: Scope, by_owner: dict[tuple[str, str], list[Statement]]
) -> Iterator[Diagnostic]:
    for said in by_owner.values():
        clause = said[0].text.owner
        having = {statement.text.position for statement in said}
        for position in clause.positions if isinstance(clause, Clause) else ():
            if position.name not in having:
                yield Diagnostic(
                    RULE,
                    at(clause.file, position.line),
                    f"The position `{position.name}` does not say what `{said[0].text.position}` says of liability: "
                    f"“{_short(said[0].words)}”.",
                    "Say it in every position, or in none: the choice of a position must not change who bears what "
                    "without notice.",
                    LEVEL,
                )


def _statements(text: Written) -> Iterator[Statement]:
    for part in text.parts:
        for sequence in part.sequences:
            for sentence in sentences("".join(map(_say, sequence))):
                bare = _INSURANCE.sub("", sentence)
                if _LIABLE.search(bare) and _LIMITS.search(bare) and _POINTS not in bare:
                    yield Statement(text, part, sentence)


def _say(inline: Inline) -> str:
    if isinstance(inline, Text):
        return inline.text
    return _POINTS if isinstance(inline, Link) and inline.kind != "here" else "…"


def _order(scope: Scope, statement: Statement) -> tuple[bool, tuple[int, int, str]]:
    """Clauses in the order of print, then the rest."""
    owner = statement.text.owner
    return not isinstance(owner, Clause), scope.library.print_order.get(owner.id, (0, 0, owner.id))


def _together(scope: Scope, first: list[Statement], second: list[Statement]) -> bool:
    """Whether one contract can hold something of both."""
    return any(possible(scope, _stands(scope, a), _stands(scope, b)) for a in first for b in second)


def _stands(scope: Scope, statement: Statement) -> Condition:
    cases = [All(conditions) for _, conditions in cases_of(scope, statement.text, statement.part)]
    return AnyOf(tuple(cases))


def _word(statement: Statement) -> str:
    """The word by which a reader finds it."""
    found = _LIABLE.search(statement.words)
    return found.group() if found else ""


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[:79].rstrip() + "…"
