"""The rule `playbook-changes-nothing`."""

from collections.abc import Iterator

from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.model.clause import PREFERRED
from contract_builder.model.diagnostic import Diagnostic, Level
from contract_builder.model.playbook import Rule, Setting

RULE = "playbook-changes-nothing"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A playbook leaves every contract as it would be without it.

    It has no rule at all; or its rules only set values that are the defaults, and positions that are
    preferred anyway, where no other playbook says anything else.
    """
    for playbook in scope.playbooks.playbooks:
        others = [rule for p in scope.playbooks.playbooks if p is not playbook for rule in p.rules]
        idle = all(_idle(scope, rule, others) for rule in playbook.rules)
        if idle and not (playbook.constraints or playbook.floor or playbook.departures or playbook.approvers):
            why = "all its rules say what would be so anyway" if playbook.rules else "it has no rules"
            message = f"The playbook `{playbook.id}` changes nothing: {why}."
            yield Diagnostic(RULE, at(playbook.file), message, "Give it a rule, or delete it.", LEVEL)


def _idle(scope: Scope, rule: Rule, others: list[Rule]) -> bool:
    if rule.include or rule.exclude or rule.offer or rule.require:
        return False
    positions = {p for other in others for p in other.position.values()}
    if any(p != PREFERRED for p in rule.position.values()) or (rule.position and positions - {PREFERRED}):
        return False
    set_elsewhere = {(s.clause, s.parameter) for other in others for s in other.settings}
    return all((s.clause, s.parameter) not in set_elsewhere and _is_default(scope, s) for s in rule.settings)


def _is_default(scope: Scope, setting: Setting) -> bool:
    owner = scope.library.clause_by_id.get(setting.clause) or scope.library.schedule_by_id.get(setting.clause)
    parameter = next((p for p in owner.parameters if p.name == setting.parameter), None) if owner else None
    if parameter is None:
        return False
    return {parameter.default, *parameter.default_in.values()} == {setting.value}
