"""The rule `and-or`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contract_builder.check.scope import Scope
from contract_builder.check.wording import is_excused, with_words
from contract_builder.check.wording_texts import printed_and_titles
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "and-or"
LEVEL: Level = "error"


class _Form(NamedTuple):
    """Two words in one, and how to part them."""

    pattern: re.Pattern[str]
    why: str
    instead: str


_FORMS = (
    _Form(
        re.compile(r"(?<!\w)(?:and ?/ ?or|or ?/ ?and|either/or)(?!\w)", re.IGNORECASE),
        "says two things, and each side will read the one that suits it",
        "Write `or` where one is enough, `and` where all are needed, or `A or B or both`.",
    ),
    _Form(
        re.compile(r"(?<!\w)[^\W\d_]+\((?:s|es|ies)\)"),
        "leaves open whether one is enough",
        "Write the singular with `a` or `each`, or `one or more` with the plural.",
    ),
    _Form(
        re.compile(r"(?<![\w/.:-])(?!(?:and|or|either)/)[^\W\d_]+[a-z]/[^\W\d_]+[a-z](?![\w/])"),
        "joins two words by a stroke that can mean `and`, `or` or both",
        "Write `and` or `or`.",
    ),
)


def find(scope: Scope) -> Iterator[Diagnostic]:
    """Two words stand in one: "and/or", "document(s)", "Council/Supplier".

    Courts have refused to say what "and/or" means, and a stroke or a bracketed plural leaves the same question to
    whoever reads the contract later. Let pass are strokes between figures and capitals (2026/27, ISO/IEC), web
    addresses, and words in quotation marks.
    """
    for text in printed_and_titles(scope):
        for form in _FORMS:
            for match in form.pattern.finditer(text.words):
                if not is_excused(scope, text, *match.span()):
                    message = f"`{match.group()}` {form.why}."
                    yield Diagnostic(
                        RULE, with_words(text.place, match.group()), message, form.instead, LEVEL
                    )
