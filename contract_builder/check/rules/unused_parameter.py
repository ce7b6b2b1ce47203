"""The rule `unused-parameter`."""

from collections.abc import Iterator

from contract_builder.check.places import in_front_matter
from contract_builder.check.scope import Scope
from contract_builder.check.texts import with_parameters
from contract_builder.model.clause import Clause
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unused-parameter"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A parameter stands in no position of its clause, or not in its schedule.

    A procurer would be asked for a value that no contract holds.
    """
    for owner in with_parameters(scope.library):
        texts = (
            scope.positions.get(owner.id, ()) if isinstance(owner, Clause) else (scope.schedules[owner.id],)
        )
        used = {slot.name for text in texts for slot, _ in text.slots()}
        for parameter in owner.parameters:
            if parameter.name not in used:
                yield Diagnostic(
                    RULE,
                    in_front_matter(owner, "parameters", parameter.name),
                    f"The parameter `{parameter.name}` is not used in the text.",
                    f"Write `{{{{ {parameter.name} }}}}` where its value belongs, or delete it.",
                    LEVEL,
                )
