"""The rule `vague-standard`."""

from collections.abc import Iterator

from contract_builder.check.scope import Scope
from contract_builder.check.wording import diagnostics
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "vague-standard"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """Words set a standard, a time or an amount that nobody can measure: "promptly", "best endeavours", "adequate".

    The Supplier cannot price such a duty, the Council cannot show that it was broken, and a court has to guess what
    was meant. The words are those under `vague-standard` in wording.yaml, with the phrases in which they are right.
    Let pass are standards that the law itself defines ("reasonable care and skill", "reasonable adjustments"), words
    in quotation marks, defined terms, names, and titles of Acts.
    """
    yield from diagnostics(scope, RULE, LEVEL, "is a vague standard")
