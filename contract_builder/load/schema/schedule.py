"""The front matter of a schedule."""

from contract_builder.load.schema.allow import ALLOW
from contract_builder.load.schema.clause import LAW, STATUS
from contract_builder.load.schema.fields import Rule, line, record, slug, version, whole
from contract_builder.load.schema.parameters import PARAMETERS

SCHEMA: Rule = record(
    {
        "id": slug("The id; also the file name.", "exit-plan"),
        "title": line("The heading of the schedule.", "What the Exit Plan holds"),
        "version": version("The version of the schedule."),
        "status": STATUS,
        "order": whole("The place among the schedules: lower numbers print first.", 20, least=0),
        "law": LAW,
        "parameters": PARAMETERS,
        "allow": ALLOW,
    },
    "The front matter of a schedule, `clauses/schedules/<id>.md`.",
)
