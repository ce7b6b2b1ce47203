"""Every kind of file, and its schema."""

from contract_builder.load.kinds import Kind
from contract_builder.load.schema import (
    anchors,
    brief,
    clause,
    council,
    definition,
    execution,
    facts,
    findings,
    host,
    law,
    library,
    notice,
    opening,
    particulars,
    playbook,
    schedule,
    taxonomy,
    topics,
    triage,
    wording,
)
from contract_builder.load.schema.fields import Rule

SCHEMAS: dict[Kind, Rule] = {
    "clause": clause.SCHEMA,
    "definition": definition.SCHEMA,
    "schedule": schedule.SCHEMA,
    "library": library.SCHEMA,
    "topics": topics.SCHEMA,
    "findings": findings.SCHEMA,
    "law": law.SCHEMA,
    "taxonomy": taxonomy.SCHEMA,
    "particulars": particulars.SCHEMA,
    "execution": execution.SCHEMA,
    "anchors": anchors.SCHEMA,
    "host": host.SCHEMA,
    "opening": opening.SCHEMA,
    "wording": wording.SCHEMA,
    "notice": notice.SCHEMA,
    "playbook": playbook.SCHEMA,
    "facts": facts.SCHEMA,
    "triage": triage.SCHEMA,
    "brief": brief.SCHEMA,
    "council": council.SCHEMA,
}
