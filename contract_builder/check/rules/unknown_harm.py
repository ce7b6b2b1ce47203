"""The rule `unknown-harm`."""

from collections.abc import Iterator

from contract_builder.check.places import TOPICS, at, in_front_matter, unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-harm"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A clause or a topic guards against a harm that taxonomy.yaml does not have."""
    known = [harm.id for harm in scope.library.taxonomy.harms]
    for clause in scope.library.clauses:
        for n, name in enumerate(clause.risk.harms):
            yield from unknown(RULE, name, known, "harm", in_front_matter(clause, "risk", "harms", n))
    for topic in scope.library.topics:
        for name in topic.harms:
            yield from unknown(RULE, name, known, "harm", at(TOPICS, topic.line))
