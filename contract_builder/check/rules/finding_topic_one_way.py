"""The rule `finding-topic-one-way`."""

from collections.abc import Iterator

from contract_builder.check.places import FINDINGS, TOPICS, at
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "finding-topic-one-way"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A topic names a finding that does not name the topic; or a finding a topic that does not name the finding.

    The two tables say one thing from two sides, and readers rely on either.
    """
    topics = {topic.id: topic for topic in scope.library.topics}
    findings = {finding.id: finding for finding in scope.library.findings}
    for topic in topics.values():
        for name in topic.findings:
            if name in findings and topic.id not in findings[name].topics:
                message = f"The topic `{topic.id}` names the finding `{name}`, which does not name the topic."
                hint = f"Add `{topic.id}` to the finding's `topics`, or take `{name}` out of the topic."
                yield Diagnostic(RULE, at(FINDINGS, findings[name].line), message, hint)
    for finding in findings.values():
        for name in finding.topics:
            if name in topics and finding.id not in topics[name].findings:
                message = (
                    f"The finding `{finding.id}` names the topic `{name}`, which does not name the finding."
                )
                hint = f"Add `{finding.id}` to the topic's `findings`, or take `{name}` out of the finding."
                yield Diagnostic(RULE, at(TOPICS, topics[name].line), message, hint)
