"""The rule `host-names-unknown`."""

from collections.abc import Iterator

from contract_builder.check.hosts import unknown_names
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "host-names-unknown"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A host map names a term, a field, a topic, a clause or a label that the library does not have.

    The AI schedule would print the library's word where the host has one, or keep what the host deals with.
    """
    for host in scope.library.hosts:
        yield from unknown_names(host, scope.library)
