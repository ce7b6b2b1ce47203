"""`law.yaml`: provisions of law and guidance, by the key that clauses cite."""

from contract_builder.load.schema.fields import Rule, choice, date, line, mapping, matching, record, slug

STATUSES = ["in-force", "partly-in-force", "not-in-force", "guidance", "case", "standard"]
CONFIDENCE = ["primary", "secondary", "knowledge", "unconfirmed"]

_HOOK = record(
    {
        "title": line("A short name.", "Processors"),
        "cite": line("How a clause names it.", "Article 28 of the UK GDPR"),
        "means": line("What it asks of a contract.", "A processor works on written terms."),
        "status": choice(STATUSES, "Whether it is law, and in force.", "in-force"),
        "confidence": choice(CONFIDENCE, "How well it was checked; `primary` means against its own text.", "primary"),
        "checked": date("When it was last checked.", "2026-11-23"),
        "review_by": date("When it must be checked again.", "2027-05-23", required=False),
        "note": line("What to look out for.", "In force from 5 February 2026.", required=False),
        "url": matching(r"https://\S+", "a web address that begins with https://", "Where it can be read.",
                        "https://www.legislation.gov.uk/eur/2016/679/article/28", required=False),
    },
    "A provision of law or guidance.",
)  # fmt: skip

SCHEMA: Rule = record(
    {"hooks": mapping(slug("The key that clauses cite.", "uk-gdpr-28"), _HOOK, "The hooks by key.")},
    "The law hooks, `clauses/law.yaml`.",
)
