"""The rule `floors-incomplete`."""

from collections.abc import Iterator

from contract_builder.check.places import TRIAGE, at
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "floors-incomplete"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """The triage has no lowest tier for an AI type in a service area, so that a purchase there has no tier."""
    areas = [area.id for area in scope.library.taxonomy.service_areas]
    for kind in scope.library.taxonomy.ai_types:
        missing = [area for area in areas if area not in scope.triage.floors.get(kind.id, {})]
        if missing:
            yield Diagnostic(
                RULE,
                at(TRIAGE),
                f"`floors` has no tier for `{kind.id}` in {', '.join(missing)}.",
                f"Under `{kind.id}`, write `{missing[0]}:` and a tier from 1 to 4.",
            )
