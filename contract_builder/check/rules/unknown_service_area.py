"""The rule `unknown-service-area`."""

from collections.abc import Iterator

from contract_builder.check.places import TOPICS, TRIAGE, at, in_front_matter, in_playbook, unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-service-area"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A clause, a topic, a playbook or the triage is for a service area that taxonomy.yaml does not have.

    What is for an area that does not exist applies to nothing. Conditions are checked by unknown-fact-value.
    """
    known = [area.id for area in scope.library.taxonomy.service_areas]
    what = "service area"
    for clause in scope.library.clauses:
        for n, name in enumerate(() if clause.risk.service_areas == "all" else clause.risk.service_areas):
            yield from unknown(RULE, name, known, what, in_front_matter(clause, "risk", "service_areas", n))
    for topic in scope.library.topics:
        for name in () if topic.service_areas == "all" else topic.service_areas:
            yield from unknown(RULE, name, known, what, at(TOPICS, topic.line))
    for playbook in scope.playbooks.playbooks:
        if playbook.kind == "service-area":
            yield from unknown(RULE, playbook.applies_to, known, what, in_playbook(playbook, "applies_to"))
    for name in dict.fromkeys(area for areas in scope.triage.floors.values() for area in areas):
        yield from unknown(RULE, name, known, what, at(TRIAGE))
