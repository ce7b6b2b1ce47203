"""The rule `unused-harm`."""

from collections.abc import Iterator

from contract_builder.check.places import TAXONOMY, at
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unused-harm"
LEVEL: Level = "advice"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """No topic and no clause guards against a harm of the taxonomy.

    Either a protection is still missing, or the list of harms promises more than the library means to give.
    """
    named = {
        harm
        for harms in (
            *(t.harms for t in scope.library.topics),
            *(c.risk.harms for c in scope.library.clauses),
        )
        for harm in harms
    }
    for harm in scope.library.taxonomy.harms:
        if harm.id not in named:
            yield Diagnostic(
                RULE,
                at(TAXONOMY),
                f"No topic and no clause guards against the harm `{harm.id}` ({harm.title}).",
                f"Write `{harm.id}` under `harms` where a topic guards against it, or delete it.",
                LEVEL,
            )
