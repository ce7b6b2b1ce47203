"""The rule `undefined-term`."""

from collections.abc import Iterable, Iterator

from contract_builder.check.capitals import Phrases, known_names, spots
from contract_builder.check.scope import Scope
from contract_builder.check.terms_in_use import printed
from contract_builder.load.hints import near
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "undefined-term"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """Words are written with capitals, like a defined term, and no definition has them.

    Names are let through: those in `proper_names` of library.yaml and in the citations of law.yaml, Acts and
    regulations with their year, days and months. So is the first word of a sentence.
    """
    terms = scope.library.term_index
    phrases = Phrases((*terms, *known_names(scope.library)))
    for words, place, opens in printed(scope):
        for spot in spots(words, phrases, opens):
            if not spot.known:
                yield Diagnostic(
                    RULE,
                    place,
                    f"`{spot.words}` is written like a defined term, and is not defined.",
                    _hint(spot.words, terms),
                )


def _hint(words: str, terms: Iterable[str]) -> str:
    meant = near(words, terms)
    first = f"Did you mean `{meant}`? If not, define it" if meant else "Define it"
    return f"{first}; or write it without capitals; or, if it is a name, add it to `proper_names` in library.yaml."
