"""Runs every check."""

from contract_builder.model.diagnostic import Diagnostic, in_reading_order
from contract_builder.model.library import Library
from contract_builder.model.playbook import Playbooks
from contract_builder.model.triage import TriageTable


def check(
    library: Library, playbooks: Playbooks, triage: TriageTable, as_of: str = ""
) -> tuple[Diagnostic, ...]:
    """Everything wrong between the files of `library`, `playbooks` and `triage`, in reading order.

    `as_of` (YYYY-MM-DD) adds warnings for law that is overdue for review on that date. Reads no file.
    """
    # Some forty modules: who checks one brief needs none of them.
    from contract_builder.check.registry import CHECKS
    from contract_builder.check.scope import Scope

    scope = Scope(library, playbooks, triage, as_of)
    return in_reading_order([found for check in CHECKS.values() for found in check.find(scope)])
