"""The rule `circular-definition`."""

import re
from collections.abc import Iterator

from contract_builder.check.capitals import GAP, Phrases, spots
from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.check.texts import words_of
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "circular-definition"
LEVEL: Level = "error"
PARTICULARS = "particulars"
_NAMED = re.compile(r"\b(as|is|are|called|named) (an? |the )?$|[\"“‘](an? |the )?$")


def find(scope: Scope) -> Iterator[Diagnostic]:
    """Definitions explain one another in a circle, so that none of them says anything.

    A definition that refers to the Particulars ends a circle: the Particulars say who or what is meant.
    A term that is only named ("named in the Particulars as the Council") explains nothing, and does not count.
    """
    phrases = Phrases(scope.library.term_index)
    uses = {
        d.id: _explained_by(scope, d.id, phrases) for d in scope.library.definitions if d.id != PARTICULARS
    }
    uses = {id: users - {id} for id, users in uses.items() if PARTICULARS not in users}
    by_id = {d.id: d for d in scope.library.definitions}
    told: set[frozenset[str]] = set()
    for id in uses:
        circle = _circle(id, uses)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            names = " → ".join(by_id[member].term for member in (*circle, id))
            yield Diagnostic(
                RULE,
                at(by_id[id].file, by_id[id].line),
                f"The definitions explain one another in a circle: {names}.",
                "Write one of them without the term that leads back.",
            )


def _explained_by(scope: Scope, id: str, phrases: Phrases) -> frozenset[str]:
    """The ids of the definitions whose terms the text of this one uses, and does not merely name."""
    terms = scope.library.term_index
    found = set()
    for part in scope.definitions[id].parts:
        for sequence in part.sequences:
            words = words_of(sequence, GAP)
            for spot in spots(words, phrases):
                if spot.known and not _NAMED.search(words[: spot.start]):
                    found.add(terms[spot.words].id)
    return frozenset(found)


def _circle(start: str, uses: dict[str, frozenset[str]]) -> list[str]:
    """The shortest way from `start` back to itself, without its end; empty if there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for after in sorted(uses.get(way[-1], ())):
            if after == start:
                return way
            if after not in seen:
                seen.add(after)
                ways.append([*way, after])
    return []
