"""`findings.yaml`: the findings of the report that the library answers."""

from contract_builder.load.schema.fields import Rule, line, many, mapping, matching, record, slug, slugs

_FINDING = record(
    {
        "code": line("A short code.", "F1"),
        "title": line("The finding in a sentence.", "Nobody can say how redress is had"),
        "chapter": line("The chapter of the report.", "Gaps in guidance"),
        "lines": many(
            matching("[0-9]+(-[0-9]+)?", "a line or a range of lines", "Lines of the report.", "160-162"),
            "Where it stands in the report, by line.",
            ["160-162"],
        ),
        "pointer": line("A few words that are found there.", "no clear path for local"),
        "topics": slugs("Topics that answer it.", ["redress"], required=False, empty=True),
    },
    "A finding.",
)

SCHEMA: Rule = record(
    {"findings": mapping(slug("The finding's id.", "no-redress-route"), _FINDING, "The findings by id.")},
    "The findings, `clauses/findings.yaml`.",
)
