"""The rule `passive-duty`."""

import re
from collections.abc import Iterator

from contract_builder.check.places import at
from contract_builder.check.readability import read_sentences
from contract_builder.check.scope import Scope
from contract_builder.check.wording import with_words
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "passive-duty"
LEVEL: Level = "warning"

_PASSIVE = re.compile(
    r"\bmust(?: not| never)?(?: also| then| only| always| first)?(?: [a-z]+ly)? be(?: [a-z]+ly)?"
    r" (?:[a-z-]+ed|given|made|sent|kept|paid|held|done|shown|written|told|met|put|set|read|built|found|taken|chosen"
    r"|brought|bought|sold|drawn|begun|borne|laid|left|run|seen|sought|stored|taught|withdrawn|rewritten)\b"
)
_AGENT = re.compile(r"\bby (?:the|an?|each|either|both|any|every|one|another|its|their|whoever|[A-Z])")
_SUBORDINATE = re.compile(r"\b(?:that|which|who|what|how|when|where|if|unless)(?: [\w’'-]+){0,3}\s*$")


def find(scope: Scope) -> Iterator[Diagnostic]:
    """Something must be done, and the sentence does not say by whom: "The data must be deleted".

    A duty without anybody to bear it can be broken by nobody. Let pass are a sentence that names the one who acts
    ("by the Supplier"), and one that describes a duty which stands elsewhere ("a notice that must be given").
    """
    for text in scope.texts:
        for passage, sentence in read_sentences(text):
            for match in _PASSIVE.finditer(sentence):
                if _AGENT.search(sentence) or _SUBORDINATE.search(sentence[: match.start()]):
                    continue
                yield Diagnostic(
                    RULE,
                    with_words(at(text.file, passage.part.block.line), match.group()),
                    f"`{match.group()}` does not say who must do it.",
                    "Begin with the one who acts: `The Supplier must …`.",
                    LEVEL,
                )
