"""The rule `unknown-parameter`."""

from collections.abc import Iterator

from contract_builder.check.notices import owner_of, values
from contract_builder.check.places import NOTICE, PARTICULARS, at, unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level, Place

RULE = "unknown-parameter"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A playbook sets, or makes agree, or the Particulars or the notice print, a parameter that its clause or schedule lacks."""
    owners = scope.with_parameters
    for owner, name, place in _named(scope):
        if owner in owners:
            known = [parameter.name for parameter in owners[owner].parameters]
            yield from unknown(RULE, name, known, f"parameter of `{owner}` called", place)
    for paragraph, name, text in values(scope):
        if found := owner_of(scope, text):
            known = [parameter.name for parameter in found.parameters]
            place = at(NOTICE, paragraph.line)
            yield from unknown(RULE, name, known, f"parameter of `{text}` called", place)


def _named(scope: Scope) -> Iterator[tuple[str, str, Place]]:
    for field in scope.library.particulars:
        if field.value:
            owner, _, parameter = field.value.partition(".")
            yield owner, parameter, at(PARTICULARS, field.line)
    for rule in scope.rules:
        for setting in rule.settings:
            yield setting.clause, setting.parameter, at(rule.file, rule.line)
    for playbook in scope.playbooks.playbooks:
        for constraint in playbook.constraints:
            for name in constraint.agree:
                owner, _, parameter = name.partition(".")
                yield owner, parameter, at(constraint.file, constraint.line)
