"""The rule `number-typed`."""

from collections.abc import Iterator

from contract_builder.check.duties import read
from contract_builder.check.numbers import cites_law, typed
from contract_builder.check.scope import Scope
from contract_builder.check.sentences import Passage, sentences, spoken
from contract_builder.model.diagnostic import Diagnostic, Level, Place

RULE = "number-typed"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A time, a sum or a share is typed into the text where a parameter belongs.

    A typed number cannot be set for one purchase, has no bounds, is not asked for, and is missed when the same number
    changes elsewhere. Two numbers for one thing are how contracts come to contradict themselves.

    Found are digits and number words with a unit: "30 days", "five Working Days", "£5,000", "10 per cent", "two
    thirds", "twice a year", "5 pm". Let pass are "one"; numbers without a unit, such as counts, ordinals, standards
    and citations; a year as a measure ("in any 12 months", "the 12 months before"); "24 hours a day" and ages; and a
    sentence that cites a provision, an Act or a case, where the number may be the law's.
    """
    for text, passages in read(scope):
        for passage in passages:
            for words in _sentences(passage):
                for number in typed(words):
                    if cites_law(_with_lead(words, passage)):
                        continue
                    place = Place(text.file, passage.part.block.line, 1, words=number)
                    hint = "Make it a parameter, with a default, bounds and a question, and name that: `{{ … | unit }}`."
                    yield Diagnostic(RULE, place, f"`{number}` is typed into the text.", hint, LEVEL)


def _sentences(passage: Passage) -> tuple[str, ...]:
    return tuple(sentence.words for sentence in passage.sentences)


def _with_lead(words: str, passage: Passage) -> str:
    """`words` with the sentence of the item above that they complete."""
    above = sentences(spoken(passage.above[-1])) if passage.above else ()
    return f"{above[-1]} {words}" if above else words
