"""The rule `unknown-finding`."""

from collections.abc import Iterator

from contract_builder.check.mentions import tags
from contract_builder.check.places import TOPICS, at, unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-finding"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A clause or a topic says that it answers a finding that findings.yaml does not have."""
    known = [finding.id for finding in scope.library.findings]
    for name, place in tags(scope, "answers"):
        yield from unknown(RULE, name, known, "finding", place)
    for topic in scope.library.topics:
        for name in topic.findings:
            yield from unknown(RULE, name, known, "finding", at(TOPICS, topic.line))
