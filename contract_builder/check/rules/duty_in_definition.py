"""The rule `duty-in-definition`."""

import re
from collections.abc import Iterator

from contract_builder.check.capitals import GAP
from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.check.texts import words_of
from contract_builder.check.wording import with_words
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "duty-in-definition"
LEVEL: Level = "error"

_DUTY = re.compile(r"(?:(?P<who>[^\W\d_][\w-]*) )?(?P<duty>(?:must|shall)(?: not)?)\b")
_DESCRIBES = re.compile(
    r"\b(?:that|which|whom?|what|when|where|if|how)(?: (?:the|an?|each|either|any) [\w-]+(?: [\w-]+)?| [\w-]+)?$",
    re.IGNORECASE,
)


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A definition holds a duty: it says what somebody must do, not only what a term means.

    Nobody looks for a duty among the definitions, and it comes into a contract with the term or not at all: by
    chance. Let pass is a definition that describes a duty which stands elsewhere ("the notice that the Supplier must
    give under clause 4").
    """
    for text in scope.definitions.values():
        for part in text.parts:
            for sequence in part.sequences:
                words = words_of(sequence, GAP)
                for match in _DUTY.finditer(words):
                    if not _DESCRIBES.search(words[: match.start("duty")].rstrip()):
                        yield Diagnostic(
                            RULE,
                            with_words(at(text.file, part.block.line), match["duty"]),
                            f"`{match.group()}` makes a duty, and a definition holds none.",
                            "Say here only what the term means, and put the duty into a clause.",
                            LEVEL,
                        )
