"""The front matter of a definition."""

from contract_builder.load.schema.allow import ALLOW
from contract_builder.load.schema.clause import LAW, STATUS
from contract_builder.load.schema.fields import Rule, line, many, record, slug, version

SCHEMA: Rule = record(
    {
        "id": slug("The id; also the file name.", "working-day"),
        "term": line("The term, with its capitals.", "Working Day"),
        "verb": line("The words between the term and its meaning.", "means", required=False),
        "also": many(
            line("Another form.", "Working Days"),
            "Other forms of the term, such as its plural.",
            ["Working Days"],
            required=False,
            empty=True,
        ),
        "version": version("The version of the definition."),
        "status": STATUS,
        "law": LAW,
        "allow": ALLOW,
    },
    "The front matter of a definition, `clauses/definitions/<id>.md`.",
)
