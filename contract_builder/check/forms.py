"""Forms of writing that the house style keeps out, found by their shape and not by a list of words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contract_builder.check.scope import Scope
from contract_builder.check.wording import is_excused, with_words
from contract_builder.check.wording_texts import printed_and_titles
from contract_builder.model.diagnostic import Diagnostic, Level


class Form(NamedTuple):
    """One form: what it looks like, what is wrong with it, and what to write."""

    pattern: re.Pattern[str]
    why: str
    instead: str


def found_forms(
    scope: Scope, rule: str, level: Level, forms: tuple[Form, ...], unless: re.Pattern[str] | None = None
) -> Iterator[Diagnostic]:
    """Each of `forms` where it prints, but for quotations and names; a text that is `unless` as a whole is let pass."""
    for text in printed_and_titles(scope):
        if unless is not None and unless.fullmatch(text.words):
            continue
        for form in forms:
            for match in form.pattern.finditer(text.words):
                if not is_excused(scope, text, *match.span()):
                    message = f"`{match.group()}` {form.why}."
                    yield Diagnostic(
                        rule, with_words(text.place, match.group()), message, form.instead, level
                    )
