"""`taxonomy.yaml`: the closed lists that tags are taken from."""

from contract_builder.load.schema.fields import Rule, choice, line, many, mapping, record, slug

_AI_TYPE = record(
    {
        "code": line("A short code.", "T01"),
        "title": line("Its name.", "Predictive analytics and risk scoring"),
        "about": line("What it does.", "Estimates how likely a person is to face an event."),
        "examples": many(
            line("One.", "falls risk score"), "Examples.", ["falls risk score"], required=False, empty=True
        ),
    },
    "A kind of AI that councils buy.",
)
_SERVICE_AREA = record(
    {
        "code": line("A short code.", "S01"),
        "title": line("Its name.", "Adult social care"),
        "class": slug("The class that it belongs to.", "rights-determining"),
    },
    "A part of a council's work.",
)
_TIER = record(
    {
        "title": line("Its name.", "High"),
        "impact_assessments": line("Which assessments are made.", "Before award"),
        "posture": line("How the contract stands.", "All clauses preferred"),
        "human_role": line("What people do.", "A person decides"),
        "testing": line("How it is tested.", "Before launch and each year"),
        "sign_off": line("Who signs off.", "Director"),
        "publication": line("What is published.", "A record in the register"),
    },
    "What a tier asks of the council beside the contract.",
)
_HARM = record(
    {"code": line("A short code.", "H01"), "title": line("Its name.", "Loss of privacy")}, "A harm."
)
TIERS = ["tier-1", "tier-2", "tier-3", "tier-4"]

SCHEMA: Rule = record(
    {
        "ai_types": mapping(slug("The AI type's id.", "forecasting"), _AI_TYPE, "The AI types by id."),
        "service_areas": mapping(slug("Its id.", "public-health"), _SERVICE_AREA, "The service areas by id."),
        "tiers": mapping(choice(TIERS, "The tier.", "tier-1"), _TIER, "The four tiers."),
        "harms": mapping(slug("The harm's id.", "privacy-loss"), _HARM, "The harms by id."),
    },
    "AI types, service areas, tiers and harms, `clauses/taxonomy.yaml`.",
)
