"""The rule `american-spelling`."""

import re
from collections.abc import Iterator

from contract_builder.check.scope import Scope
from contract_builder.check.terms_in_use import Printed
from contract_builder.check.wording import is_excused, with_words
from contract_builder.check.wording_texts import internal, printed_and_titles
from contract_builder.model.diagnostic import Diagnostic, Level
from contract_builder.model.wording import Spelling

RULE = "american-spelling"
LEVEL: Level = "warning"

ANY = "*"
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 2
"""How many letters must stand where a `*` is: "size" is not "s" and "ize"."""


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A word is spelt as in America ("color", "fulfill"), or with -ize where this house writes -ise.

    It shows that words came from another country's form, and with them perhaps its law; and who looks for a word
    finds half of it. Notes, walk-away lines, questions and reasons are read too. The spellings stand under
    `american-spelling` in wording.yaml. Let pass are words that are right in both (a computer program, an enquiry
    or inquiry, a judgment), words in quotation marks, names, and titles of Acts and standards.
    """
    spelling = scope.library.wording.spelling
    ends = {american.removeprefix(ANY): ours.removeprefix(ANY) for american, ours in spelling.american.items()
            if american.startswith(ANY)}  # fmt: skip
    ending = re.compile(
        rf"(?<!\w)\w{{{_LEAST},}}?({'|'.join(sorted(ends, key=len, reverse=True)) or '(?!)'})(?!\w)"
    )
    for text in (*printed_and_titles(scope), *internal(scope)):
        for match in _WORD.finditer(text.words):
            if ours := _ours(match.group(), spelling, ends, ending):
                yield from _judge(scope, text, match, ours)


def _ours(word: str, spelling: Spelling, ends: dict[str, str], ending: re.Pattern[str]) -> str:
    """How the house spells `word`; empty if as it stands."""
    small = word.lower()
    if small in spelling.right:
        return ""
    ours = spelling.american.get(small, "")
    if not ours and (match := ending.fullmatch(small)):
        ours = small[: match.start(1)] + ends[match[1]]
    return ours.capitalize() if word[0].isupper() else ours


def _judge(scope: Scope, text: Printed, match: re.Match[str], ours: str) -> Iterator[Diagnostic]:
    if not is_excused(scope, text, *match.span()):
        message = f"`{match.group()}` is not how it is spelt in this library."
        yield Diagnostic(RULE, with_words(text.place, match.group()), message, f"Write `{ours}`.", LEVEL)
