"""The fields that clauses and schedules share: parameters."""

from contract_builder.load.schema.fields import (
    A_NAME,
    NAME,
    Rule,
    choice,
    line,
    many,
    mapping,
    matching,
    record,
    slug,
    value,
    whole,
)

TYPES = ["integer", "money", "percent", "text", "choice", "date"]

PARAMETER = record(
    {
        "type": choice(TYPES, "What kind of value it is; money is in whole pounds.", "integer"),
        "unit": line("What is counted, in the plural.", "Working Days", required=False),
        "default": value("The value that is taken where nobody gives another.", 10),
        "default_in": mapping(
            slug("A position.", "fallback"),
            value("The default in that position.", 20),
            "The default in a position where it differs.",
            {"fallback": 20},
            required=False,
        ),
        "min": whole("The smallest value allowed.", 1, required=False),
        "max": whole("The largest value allowed.", 30, required=False),
        "choices": many(
            line("One choice.", "monthly"), "What a choice may be.", ["monthly", "quarterly"], required=False
        ),
        "stronger": choice(
            ["lower", "higher", "none"], "Which way protects the Council more.", "lower", required=False
        ),
        "ask": line("The question that a procurer is asked.", "How many Working Days to deliver a copy?"),
    },
    "A typed value with a default and bounds.",
    {
        "type": "integer",
        "unit": "Working Days",
        "default": 10,
        "ask": "How many Working Days to deliver a copy?",
    },
)

PARAMETERS: Rule = mapping(
    matching(NAME, A_NAME, "The name, as placeholders use it.", "export_days"),
    PARAMETER,
    "The values that the text asks for, by name.",
    required=False,
)
