"""The rule `old-law`."""

from collections.abc import Iterator

from contract_builder.check.capitals import GAP
from contract_builder.check.places import in_front_matter
from contract_builder.check.scope import Scope
from contract_builder.check.texts import words_of
from contract_builder.check.wording import diagnostic, hits
from contract_builder.model.clause import Definition
from contract_builder.model.diagnostic import Diagnostic, Level
from contract_builder.model.wording import Phrase

RULE = "old-law"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A provision, a body or a document is named that the law has replaced, renamed or repealed.

    A clause that cites a repealed section may give the Council nothing, and tells the Supplier's lawyer that nobody
    looked. The words are those under `old-law` in wording.yaml, each with its source or law hook.
    A name that is about to change is right as a defined term whose definition names the successor. Notes are let
    pass, because they may explain what the law was.
    """
    terms = scope.library.term_index
    for hit in hits(scope, RULE, excuse=False):
        if not (hit.phrase.defined_with and hit.words in terms):
            yield diagnostic(RULE, LEVEL, "is out of date", hit)
    for phrase in scope.library.wording.phrases.get(RULE, ()):
        for term in phrase.words if phrase.defined_with else ():
            if term in terms:
                yield from _lacking(scope, terms[term], term, phrase)


def _lacking(scope: Scope, definition: Definition, term: str, phrase: Phrase) -> Iterator[Diagnostic]:
    """A Diagnostic if the definition does not hold what keeps the term right."""
    parts = scope.definitions[definition.id].parts
    text = " ".join(words_of(sequence, GAP) for part in parts for sequence in part.sequences)
    for words in phrase.defined_with:
        if words not in text:
            message = f"The definition of `{term}` does not say `{words}`. {phrase.because}"
            yield Diagnostic(RULE, in_front_matter(definition), message, phrase.instead, LEVEL)
