"""The rule `reference-typed`."""

import re
from collections.abc import Iterator

from contract_builder.check.scope import Scope
from contract_builder.check.wording import is_excused, with_words
from contract_builder.check.wording_texts import printed_and_titles
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "reference-typed"
LEVEL: Level = "warning"
_NUMBER = r"(?:[0-9]+(?:\.[0-9]+)*|[A-Z](?![\w'’]))(?:\([0-9a-z]{1,4}\))*"
_TYPED = re.compile(
    rf"(?<!\w)(?:(?i:sub-?clauses?|clauses?|schedules?|paragraphs?|annex(?:es)?|appendix|appendices)) {_NUMBER}"
)
_OF_LAW = re.compile(
    rf"(?:(?:, | and | or | to ){_NUMBER})*"
    rf"(?:,? (?:of|to|in) (?:Schedule|Part|Chapter|Article|section) {_NUMBER})*"
    r",? (?:of|to|in) (?:the |that |an? )?(?:UK |[^.;:]{0,120}?)\b(?:Acts?|Regulations?|Order|Rules|GDPR|Measure)\b"
)


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A clause, a schedule or a paragraph is referred to by a number that is typed in: "clause 4.2", "Schedule 3".

    Numbers follow from what is in the contract, so that a typed one is right in one contract and wrong in the next,
    and nothing notices when it leads nowhere. A cross-reference prints the number that holds, and the build fails
    where its target is missing. Let pass are provisions of an Act or of regulations, and words in quotation marks.
    """
    for text in printed_and_titles(scope):
        for match in _TYPED.finditer(text.words):
            if _OF_LAW.match(text.words, match.end()) or is_excused(scope, text, *match.span()):
                continue
            yield Diagnostic(
                RULE,
                with_words(text.place, match.group()),
                f"`{match.group()}` is a reference whose number is typed in.",
                "Write a cross-reference to the label, such as `[the time](../data/council-data.md#^on-request)`.",
                LEVEL,
            )
