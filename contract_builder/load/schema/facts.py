"""`facts.yaml`: the closed set of facts that conditions may test."""

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
)

_FACT = record(
    {
        "type": choice(["choice", "set", "number"], "One value, several, or a number.", "choice"),
        "ask": line("The question that a procurer is asked.", "Which route to market is used?"),
        "values": many(
            slug("A value.", "open-procedure"),
            "What a choice or a set may hold.",
            ["yes", "no"],
            required=False,
        ),
        "if_unknown": value("The value taken where the brief gives none.", "yes", required=False),
        "question": slug("The triage question that answers it.", "data-sensitivity", required=False),
        "answers": mapping(
            slug("An option of that question.", "personal"),
            slug("The value that it means.", "yes"),
            "From the options of that question to the values of the fact.",
            {"none": "no", "personal": "yes"},
            required=False,
        ),
        "implied_by": mapping(
            slug("An AI type.", "biometric"),
            slug("The value that it means.", "yes"),
            "From AI types to the value that each means, where the brief says nothing.",
            {"biometric": "yes"},
            required=False,
        ),
        "given_by": choice(["brief", "triage"], "Where the value comes from.", "brief", required=False),
    },
    "A fact.",
    {"type": "choice", "ask": "Does it use personal data?", "values": ["yes", "no"], "if_unknown": "yes"},
)

SCHEMA: Rule = record(
    {
        "facts": mapping(
            matching(NAME, A_NAME, "The name that conditions use.", "personal_data"),
            _FACT,
            "The facts by name.",
        )
    },
    "The facts, `playbooks/facts.yaml`.",
)
