"""`council.toml`: a council's own settings."""

from contract_builder.load.schema.fields import A_NAME, NAME, Rule, line, mapping, matching, record, words

_TEXTS = (
    matching(NAME, A_NAME, "A field.", "council_name"),
    words("Its value.", "Borough of Example"),
)

SCHEMA: Rule = record(
    {
        "council": record(
            {
                "name": line("The council's name.", "Borough of Example"),
                "overlay": line(
                    "The folder with the council's own clauses and playbook.", "overlay", required=False
                ),
            },
            "The council.",
            {"name": "Borough of Example", "overlay": "overlay"},
        ),
        "particulars": mapping(
            *_TEXTS,
            "Defaults for the Particulars.",
            {"council_name": "Borough of Example"},
            required=False,
            empty=True,
        ),
        "contact": mapping(
            *_TEXTS, "Whom to ask.", {"email": "legal@example.gov.uk"}, required=False, empty=True
        ),
    },
    "A council's settings, `council.toml`.",
)
