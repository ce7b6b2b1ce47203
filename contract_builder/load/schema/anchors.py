"""`anchors.yaml`: published models for buying AI, and the topics to which their articles correspond."""

from contract_builder.load.schema.fields import Rule, choice, line, mapping, matching, record, slug, slugs
from contract_builder.load.schema.law import CONFIDENCE

STATUSES = ["current", "replaced"]

_ARTICLE = record(
    {
        "cite": line("Its number in the model, if it is known.", "Art 15", required=False),
        "title": line("What it is about, in words of our own.", "The buyer's rights in its data sets"),
        "topics": slugs("Topics to which it corresponds; none if it asks for no clause.", ["deletion"], empty=True),
        "confidence": choice(CONFIDENCE, "How well it was checked, if not as its model.", "unconfirmed", required=False),
    },
    "One part of a model.",
)  # fmt: skip

_MODEL = record(
    {
        "title": line("What it is called.", "EU model contractual AI clauses"),
        "publisher": line("Who published it.", "City of Amsterdam"),
        "date": matching("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", "a year, a month or a day, such as 2025-03",
                         "When it was published, or from when it applies.", "2025-03"),
        "status": choice(STATUSES, "Whether a later model has replaced it.", "current"),
        "confidence": choice(CONFIDENCE, "How well it was checked; `primary` means against its own text.", "secondary"),
        "note": line("What to look out for.", "A voluntary template.", required=False),
        "articles": mapping(slug("The part's id.", "art-15"), _ARTICLE, "Its parts by id, in their order."),
    },
    "A published model.",
)  # fmt: skip

SCHEMA: Rule = record(
    {"models": mapping(slug("The model's id.", "mcc-ai-2025"), _MODEL, "The models by id.")},
    "The published models, `clauses/anchors.yaml`. A library may do without.",
)
