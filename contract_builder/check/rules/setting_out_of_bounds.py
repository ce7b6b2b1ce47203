"""The rule `setting-out-of-bounds`."""

from collections.abc import Iterator

from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level
from contract_builder.select.bounds import bounds_problem

RULE = "setting-out-of-bounds"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A playbook sets a value that does not fit the type, the bounds or the choices of its parameter."""
    for rule in scope.rules:
        for setting in rule.settings:
            owner = scope.with_parameters.get(setting.clause)
            for parameter in owner.parameters if owner else ():
                problem = bounds_problem(parameter, setting.value)
                if problem and parameter.name == setting.parameter:
                    message = f"`{setting.clause}.{parameter.name}`: {problem[0]}"
                    yield Diagnostic(RULE, at(rule.file, rule.line), message, problem[1])
