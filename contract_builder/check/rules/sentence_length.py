"""The rule `sentence-length`."""

from collections.abc import Iterator

from contract_builder.check.places import at
from contract_builder.check.readability import lead_in, read_sentences, words_in
from contract_builder.check.scope import Scope
from contract_builder.check.wording import opening, with_words
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "sentence-length"
LEVEL: Level = "advice"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A sentence has more words than a reader keeps in mind: the limit stands under `sentence-length` in wording.yaml.

    A duty at the end of a long sentence is a duty that gets overlooked. An item is read on from the words above it
    that end with a colon, so both are counted together, but each item apart: a long list is no long sentence.
    A value or a reference counts as one word. Tables are left out.
    """
    most = scope.library.wording.sentence_words
    for text in scope.texts:
        last = None
        for passage, sentence in read_sentences(text):
            lead = lead_in(passage) if passage is not last else ""
            last = passage
            before, own = len(words_in(lead)), len(words_in(sentence))
            if before > most or before + own <= most:
                continue
            more = f", with the {before} above it" if before else ""
            yield Diagnostic(
                RULE,
                with_words(at(text.file, passage.part.block.line), opening(sentence)),
                f"The sentence that begins `{opening(sentence)}` has {before + own} words{more}; the limit is {most}.",
                "Make two sentences of it, or a list; put who must do what first.",
                LEVEL,
            )
