"""The rule `modal-verb`."""

from collections.abc import Iterator

from contract_builder.check.scope import Scope
from contract_builder.check.wording import diagnostics
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "modal-verb"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A duty, a ban or a power is written with another verb than "must", "must not" and "may".

    "shall" means a duty in one line and the future in the next, "will" and "is to" can be read as plans, and
    "may not" both forbids and supposes: a supplier who wants to get out of a duty begins with its verb.
    The words are those under `modal-verb` in wording.yaml. Some are meant only after a party: "The Supplier will
    deliver" is found, and "the steps that the Supplier will take", "is or will be affected" are let pass, because
    they tell what happens. So are words in quotation marks.
    """
    yield from diagnostics(scope, RULE, LEVEL, "does not say plainly what must be done")
