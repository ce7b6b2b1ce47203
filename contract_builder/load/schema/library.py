"""`library.yaml`: what the library is, and the words that stand in every contract."""

from contract_builder.load.schema.fields import Rule, line, many, record, slug, version, words

_GROUP = record(
    {"id": slug("The group's folder.", "data"), "title": line("The group's name.", "Data")},
    "A group of clauses.",
    {"id": "data", "title": "Data"},
)

SCHEMA: Rule = record(
    {
        "name": line("The name of the library.", "AI procurement clauses for English councils"),
        "version": version("The version of the library."),
        "jurisdiction": line("Whose law it is written for.", "England"),
        "licence": line("The licence of the text, as an SPDX id.", "OGL-UK-3.0"),
        "contract_title": line("The title of a contract.", "Contract for the supply of an AI System"),
        "notice": words(
            "The statement on the cover that the draft is not legal advice.", "It is not legal advice."
        ),
        "background": words(
            "The words between the cover and the clauses.",
            "The Supplier supplies the AI System.",
            placeholders=True,
        ),
        "groups": many(
            _GROUP, "The groups, in the order in which they print.", [{"id": "data", "title": "Data"}]
        ),
        "proper_names": many(
            line("A name.", "England"),
            "Capitalised words that are not defined terms.",
            ["England", "Act"],
            required=False,
            empty=True,
        ),
    },
    "The name, version and standing words of the library, `clauses/library.yaml`.",
)
