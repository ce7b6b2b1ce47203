"""The rule `eu-only-term`."""

from collections.abc import Iterator

from contract_builder.check.scope import Scope
from contract_builder.check.wording import diagnostics
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "eu-only-term"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """Words of the law of the European Union stand where the law of England is meant: "Member State", "GDPR", "Union law".

    They come with copied forms. A duty under law that does not bind the Parties can bind them to nothing, or to
    twice as much. The words are those under `eu-only-term` in wording.yaml. Let pass are words in quotation marks,
    and names in the citations of law.yaml, such as the UK GDPR.
    """
    yield from diagnostics(scope, RULE, LEVEL, "belongs to the law of the European Union")
