"""The rule `unknown-citation`."""

from collections.abc import Iterator

from contract_builder.check.mentions import citations
from contract_builder.check.places import unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-citation"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A rule or a constraint cites what is no finding, no law hook and no harm.

    Whoever asks why a clause is in is sent to the source of the reason, and would find nothing there.
    """
    library = scope.library
    findings, hooks, harms = library.findings, library.law, library.taxonomy.harms
    known = [*(f.id for f in findings), *(h.id for h in hooks), *(h.id for h in harms)]
    for name, place in citations(scope):
        yield from unknown(RULE, name, known, "finding, law hook or harm", place)
