"""`particulars.yaml`: the fields of the Particulars."""

from contract_builder.load.schema.fields import A_NAME, NAME, Rule, flag, line, mapping, matching, record

_FIELD = record(
    {
        "label": line("What prints beside the value.", "Supplier"),
        "section": line("The heading that it stands under.", "The parties"),
        "ask": line("The question that a procurer is asked.", "What is the full name of the Supplier?"),
        "owner": line("Who fills it in.", "procurement"),
        "long": flag("Whether the value may take several lines."),
        "date": flag("Whether the value is a date: 2027-04-01 then prints as 1 April 2027."),
    },
    "A field of the Particulars.",
    {
        "label": "Supplier",
        "section": "The parties",
        "ask": "What is the Supplier called?",
        "owner": "procurement",
    },
)

SCHEMA: Rule = record(
    {
        "fields": mapping(
            matching(NAME, A_NAME, "The name, as placeholders use it.", "supplier_name"),
            _FIELD,
            "The fields by name, in the order in which they print.",
        )
    },
    "The fields of the Particulars, `clauses/particulars.yaml`.",
)
