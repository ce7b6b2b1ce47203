"""The rule `legalese`."""

from collections.abc import Iterator

from contract_builder.check.scope import Scope
from contract_builder.check.wording import diagnostics
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "legalese"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """Words that lawyers write and nobody says: "hereby", "notwithstanding", "inter alia", "null and void".

    Most who work with a contract have no lawyer beside them; a duty that they cannot read is a duty not kept.
    Latin and gendered words are found too. The words are those under `legalese` in wording.yaml.
    Let pass are words in quotation marks, defined terms, names, and titles of Acts.
    """
    yield from diagnostics(scope, RULE, LEVEL, "is legalese")
