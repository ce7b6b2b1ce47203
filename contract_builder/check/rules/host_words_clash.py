"""The rule `host-words-clash`."""

from collections.abc import Iterator

from contract_builder.check.hosts import word_clashes
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "host-words-clash"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A host map's words would print wrongly, or mean two things.

    A word for one thing cannot stand for a word for several (the Council, the Buyers), each form of a term needs a
    word, and no word of the schedule may be one that the host defines for something else, which the map lists
    under `taken`.
    """
    for host in scope.library.hosts:
        yield from word_clashes(host, scope.library)
