"""The rule `unfit-filter`."""

from collections.abc import Iterator

from contract_builder.check.scope import Scope
from contract_builder.check.slots import slots
from contract_builder.model.clause import Parameter
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unfit-filter"
LEVEL: Level = "error"
TYPES = {"money": "money", "percent": "percent", "date": "date"}
"""The type that a parameter needs for each filter; `unit` needs a unit instead."""


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A placeholder prints a value in a way that does not suit it: money that is text, a unit that there is not.

    A field of the Particulars is text as the parties write it; of the filters only `date` suits one.
    """
    for name, filter, parameters, place in slots(scope):
        parameter = next((p for p in parameters if p.name == name), None)
        known = parameter is not None or name in scope.library.field_by_id
        if filter and known and (problem := _problem(filter, parameter)):
            hint = f"Write `{{{{ {name} }}}}`, or change the parameter."
            yield Diagnostic(RULE, place, f"`{name} | {filter}`: {problem}.", hint)


def _problem(filter: str, parameter: Parameter | None) -> str:
    """What is wrong with `filter` for `parameter`, or for a field of the Particulars if it is none."""
    if parameter is None:
        return "" if filter == "date" else "a field of the Particulars is printed as it is written"
    if filter == "unit":
        return "" if parameter.unit else "the parameter has no unit"
    return "" if parameter.type == TYPES[filter] else f"the parameter is of type {parameter.type}"
