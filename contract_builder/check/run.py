"""Runs the checks."""

from collections.abc import Collection

from contract_builder.check.report import Report
from contract_builder.model.diagnostic import Diagnostic, in_reading_order
from contract_builder.model.library import Library
from contract_builder.model.playbook import Playbooks
from contract_builder.model.triage import TriageTable


def check(
    library: Library, playbooks: Playbooks, triage: TriageTable, as_of: str = ""
) -> tuple[Diagnostic, ...]:
    """Everything wrong between the files of `library`, `playbooks` and `triage` that no file allows, in reading order.

    `as_of` (YYYY-MM-DD) adds warnings for law that is overdue for review on that date. Reads no file.
    """
    return report(library, playbooks, triage, as_of).diagnostics


def report(
    library: Library, playbooks: Playbooks, triage: TriageTable, as_of: str = "", rules: Collection[str] = ()
) -> Report:
    """As `check`, with what the files allow beside it. `rules` are the only ones that run, if any are given."""
    # A hundred modules: who checks one brief needs none of them.
    from contract_builder.check.allow import sort_out
    from contract_builder.check.registry import CHECKS
    from contract_builder.check.scope import Scope

    scope = Scope(library, playbooks, triage, as_of)
    found = [d for rule in CHECKS if not rules or rule in rules for d in scope.found(rule)]
    left, allowed = sort_out(scope, found)
    by_place = {one.diagnostic: one for one in allowed}
    return Report(
        diagnostics=in_reading_order(left),
        allowed=tuple(by_place[d] for d in in_reading_order(list(by_place))),
    )
