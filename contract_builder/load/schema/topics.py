"""`topics.yaml`: the protections that a contract should give."""

from contract_builder.load.schema.fields import Rule, all_or_slugs, line, mapping, record, slug, slugs, whole

_TOPIC = record(
    {
        "code": line("A short code.", "C01"),
        "title": line("The topic's name.", "Redress"),
        "group": slug("The group that it belongs to.", "people"),
        "from_tier": whole("The tier from which it is mandatory.", 1, least=1, most=4),
        "ai_types": all_or_slugs("The AI types where it matters most.", "all"),
        "service_areas": all_or_slugs("The service areas where it matters most.", "all"),
        "harms": slugs("The harms that it guards against.", ["privacy-loss"]),
        "purpose": line("What it is for, in a sentence.", "Give people a way to put a wrong outcome right."),
        "findings": slugs("Findings that it answers.", ["no-redress-route"], required=False, empty=True),
    },
    "A topic.",
)

SCHEMA: Rule = record(
    {"topics": mapping(slug("The topic's id.", "redress"), _TOPIC, "The topics by id.")},
    "The topics, `clauses/topics.yaml`.",
)
