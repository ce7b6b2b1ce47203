"""Where words print that may be defined terms."""

from collections.abc import Iterator
from typing import NamedTuple

from contract_builder.check.capitals import GAP
from contract_builder.check.mentions import obligation_words, where
from contract_builder.check.places import LIBRARY, at, in_front_matter
from contract_builder.check.scope import Scope
from contract_builder.check.texts import with_parameters, words_of
from contract_builder.model.diagnostic import Place


class Printed(NamedTuple):
    """Words, where they stand, and whether they begin a sentence."""

    words: str
    place: Place
    opens: bool = True


def printed(scope: Scope) -> Iterator[Printed]:
    """Every text, the other words of its links, obligations, values that are text, and the background."""
    for text in scope.texts:
        for n, part in enumerate(text.parts):
            place = at(text.file, part.block.line)
            for sequence in part.sequences:
                yield Printed(words_of(sequence, GAP), place, text.kind != "definition" or n > 0)
        for link, part in text.links():
            yield Printed(link.alternative, where(text, part, link.line), False)
    for clause in scope.library.clauses:
        for words, place in obligation_words(clause):
            yield Printed(words, place)
    yield from _values(scope)
    yield Printed(scope.library.info.background, at(LIBRARY))


def _values(scope: Scope) -> Iterator[Printed]:
    """Texts that parameters put in the middle of a sentence."""
    for owner in with_parameters(scope.library):
        for parameter in owner.parameters:
            for value in (parameter.default, *parameter.default_in.values()):
                if isinstance(value, str):
                    yield Printed(
                        value, in_front_matter(owner, "parameters", parameter.name, "default"), False
                    )
    for rule in scope.rules:
        for setting in rule.settings:
            if isinstance(setting.value, str):
                yield Printed(setting.value, at(rule.file, rule.line), False)
