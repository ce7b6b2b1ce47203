"""Every placeholder in the contents, in bodies and in front matter."""

from collections.abc import Iterator
from typing import NamedTuple

from contract_builder.check.mentions import obligation_words, where
from contract_builder.check.notices import owner_of
from contract_builder.check.places import EXECUTION, LIBRARY, NOTICE, at
from contract_builder.check.scope import Scope
from contract_builder.load.placeholder import Slotted, split
from contract_builder.model.clause import Parameter
from contract_builder.model.diagnostic import Place
from contract_builder.model.notice import NoticeParagraph


class Filled(NamedTuple):
    """A placeholder, and what may fill it beside a field of the Particulars."""

    name: str
    filter: str
    parameters: tuple[Parameter, ...]
    place: Place


def slots(scope: Scope) -> Iterator[Filled]:
    """Every placeholder of texts and obligations, of the standing words of a contract, and of the notice."""
    for text in scope.texts:
        for slot, part in text.slots():
            yield Filled(slot.name, slot.filter, text.parameters, where(text, part, slot.line))
    for clause in scope.library.clauses:
        for words, place in obligation_words(clause):
            yield from _in_words(words, clause.parameters, place)
    execution = scope.library.execution
    yield from _in_words(scope.library.info.background, (), at(LIBRARY))
    for words in (*(f.words for f in execution.all_forms), *(s.words for s in execution.signatories)):
        yield from _in_words(words, (), at(EXECUTION))
    if notice := scope.library.notice:
        for paragraph in notice.paragraphs:
            yield from _in_words(paragraph.text, _named(scope, paragraph), at(NOTICE, paragraph.line))


def _named(scope: Scope, paragraph: NoticeParagraph) -> tuple[Parameter, ...]:
    """What the values of `paragraph` name; one that there is not is for `unknown-parameter` or `unknown-fact`."""
    found = []
    for name in paragraph.values:
        owner = paragraph.owner(name)
        text = owner_of(scope, owner) if owner else None
        known = next((p for p in text.parameters if p.name == name), None) if text else None
        found.append(known or Parameter(name, "text", "", ""))
    return tuple(found)


def _in_words(words: str, parameters: tuple[Parameter, ...], place: Place) -> Iterator[Filled]:
    for piece in split(words):
        if isinstance(piece.part, Slotted):
            yield Filled(piece.part.name, piece.part.filter, parameters, place)
