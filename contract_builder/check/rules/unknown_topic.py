"""The rule `unknown-topic`."""

from collections.abc import Iterator

from contract_builder.check.mentions import other_topics, required_topics
from contract_builder.check.places import unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-topic"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A clause, a playbook, a finding or a published model names a topic that topics.yaml does not have."""
    for name, place in (*other_topics(scope), *required_topics(scope)):
        yield from unknown(RULE, name, scope.topics, "topic", place)
