"""The rule `playbook-changes-nothing`."""

from collections.abc import Iterator

from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "playbook-changes-nothing"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A playbook leaves every contract as it would be without it.

    Contracts with it and without it are made in the cases that its conditions give, and hold the same words.
    A playbook that has constraints, departure rules, approvers, offers or topics that must be provided
    is let pass. Single rules that change nothing are shown by the command `matrix`.
    """
    from contract_builder.matrix import idle_playbooks  # it brings much along

    yield from idle_playbooks(scope.library, scope.playbooks, scope.triage)
