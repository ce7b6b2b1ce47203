"""`particulars.yaml`: the fields of the Particulars."""

from contract_builder.load.schema.fields import (
    A_NAME,
    NAME,
    SLUG,
    Rule,
    choice,
    condition,
    flag,
    line,
    many,
    mapping,
    matching,
    record,
    slug,
)

OWNERS = ("legal", "procurement", "service", "information governance", "ICT", "equality", "finance")

_CASE = record(
    {
        "when": condition("The facts under which it says so; in all others, if left out."),
        "says": line("What prints.", "A duty to publish indicators applies"),
    },
    "What the field says under some facts.",
    {"when": {"light_touch": "yes"}, "says": "The contract is light touch"},
)

_FIELD = record(
    {
        "label": line("What prints beside the value.", "Supplier"),
        "section": line("The heading that it stands under.", "The parties"),
        "ask": line("The question that a procurer is asked.", "What is the full name of the Supplier?"),
        "owner": choice(list(OWNERS), "Who fills it in.", "procurement"),
        "long": flag("Whether the value may take several lines."),
        "date": flag("Whether the value is a date: 2027-04-01 then prints as 1 April 2027."),
        "money": flag("Whether the value is a whole number of pounds: 420000 then prints as £420,000."),
        "choices": mapping(
            slug("An answer.", "yes"), line("What it prints as.", "Yes"), "The answers that it takes; any words, if left out.",
            {"yes": "Yes", "no": "No"}, required=False,
        ),
        "when": condition(
            "Where it prints as a blank: a condition over the facts, and over the `topics` and `clauses` of the contract; "
            "everywhere, if left out. A field with a value, or used in the text, prints in any case."
        ),
        "fact": matching(
            NAME, A_NAME, "The fact of the brief that it prints, and that is then not asked again; "
            "or `schedules`, for those of the contract.", "route", required=False,
        ),
        "cases": many(
            _CASE, "What it says by facts of the brief, the first that holds; it is then not asked. "
            "A blank, where the brief does not give a fact that counts.", required=False,
        ),
        "value": matching(
            rf"{SLUG}\.{NAME}", "a clause and a parameter, with a dot between them",
            "The parameter that it prints, in a contract that has the clause; it is then not asked.",
            "term-and-termination.initial_term_months", required=False,
        ),
    },
    "A field of the Particulars.",
    {
        "label": "Supplier",
        "section": "The parties",
        "ask": "What is the Supplier called?",
        "owner": "procurement",
    },
)  # fmt: skip

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
