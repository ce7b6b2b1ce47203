"""The rule `unknown-approver`."""

from collections.abc import Iterator

from contract_builder.check.places import in_playbook, unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-approver"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """An overlay puts its own approver in the place of a role that no position of the library names.

    The library's own approver would stay in force, and nobody would notice.
    """
    roles = sorted({p.approver for clause in scope.library.clauses for p in clause.positions if p.approver})
    for playbook in scope.playbooks.playbooks:
        for role in playbook.approvers:
            yield from unknown(RULE, role, roles, "approver called", in_playbook(playbook, "approvers", role))
