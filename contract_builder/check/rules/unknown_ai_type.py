"""The rule `unknown-ai-type`."""

from collections.abc import Iterator

from contract_builder.check.places import FACTS, TOPICS, TRIAGE, at, in_front_matter, in_playbook, unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-ai-type"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A clause, a topic, a playbook, a fact or the triage is for an AI type that taxonomy.yaml does not have.

    What is for a type that does not exist applies to nothing. Conditions are checked by unknown-fact-value.
    """
    known = [kind.id for kind in scope.library.taxonomy.ai_types]
    for clause in scope.library.clauses:
        for n, name in enumerate(() if clause.risk.ai_types == "all" else clause.risk.ai_types):
            yield from unknown(RULE, name, known, "AI type", in_front_matter(clause, "risk", "ai_types", n))
    for topic in scope.library.topics:
        for name in () if topic.ai_types == "all" else topic.ai_types:
            yield from unknown(RULE, name, known, "AI type", at(TOPICS, topic.line))
    for playbook in scope.playbooks.playbooks:
        if playbook.kind == "ai-type":
            yield from unknown(
                RULE, playbook.applies_to, known, "AI type", in_playbook(playbook, "applies_to")
            )
    for fact in scope.playbooks.facts:
        for name in fact.implied_by:
            yield from unknown(RULE, name, known, "AI type", at(FACTS, fact.line))
    for name in scope.triage.floors:
        yield from unknown(RULE, name, known, "AI type", at(TRIAGE))
