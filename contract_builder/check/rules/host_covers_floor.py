"""The rule `host-covers-floor`."""

from collections.abc import Iterator

from contract_builder.check.hosts import floor_covered
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "host-covers-floor"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A host map leaves a topic of the floor to the host.

    Every contract answers the floor itself: return of data and derived data, access for assessment, redress. A
    host's own words on them may be narrower, and nobody here has read them. The map may leave no such topic, and
    no clause or item of a clause that provides one, to the host.
    """
    for host in scope.library.hosts:
        yield from floor_covered(host, scope.library, scope.playbooks)
