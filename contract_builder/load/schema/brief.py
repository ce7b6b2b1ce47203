"""A Brief: one procurement's answers."""

from contract_builder.load.schema.fields import (
    A_NAME,
    NAME,
    Rule,
    choice,
    date,
    flag,
    line,
    many,
    mapping,
    matching,
    record,
    slug,
    slugs,
    value,
    whole,
    words,
)

_APPROVER = record(
    {"name": line("A person.", "A. Patel"), "role": line("Their post.", "Monitoring Officer")},
    "Who answers for it.",
    {"name": "A. Patel", "role": "Monitoring Officer"},
)
_VALUES = mapping(
    matching(NAME, A_NAME, "A parameter.", "export_days"),
    value("Its value.", 5),
    "Values by parameter.",
    {"export_days": 5},
)
_ANSWER = slug("An answer.", "unknown")

_REFERRAL = record(
    {
        "gate": slug("The gate that stopped the purchase.", "emotion-inference"),
        "why": words("Why the purchase may go on.", "The feature is switched off."),
        "approved_by": _APPROVER,
        "on": date("The date of approval.", "2026-11-24"),
    },
    "Who answers for a gate.",
    {"gate": "emotion-inference", "why": "The feature is switched off.",
     "approved_by": {"name": "A. Patel", "role": "Monitoring Officer"}, "on": "2026-11-24"},
)  # fmt: skip

_TRIAGE = record(
    {
        "stops": mapping(slug("A gate.", "emotion-inference"), _ANSWER, "Answers to the gates.", {"emotion-inference": "no"},
                         required=False, empty=True),
        "answers": mapping(slug("A question.", "duration"), _ANSWER, "Answers to the questions.", {"duration": "months"},
                           required=False, empty=True),
        "evidence": mapping(slug("A safeguard.", "change-log"), _ANSWER, "What is in place.", {"change-log": "in-place"},
                            required=False, empty=True),
        "referrals": many(_REFERRAL, "Gates that somebody answers for.", required=False,
                          empty=True),
    },
    "The answers to the triage.",
    {"answers": {"duration": "months"}},
    required=False,
)  # fmt: skip

_EXECUTION = record(
    {
        "form": slug("The form: `under-hand` or `deed`.", "deed", required=False),
        "council": slug("The way in which the Council signs.", "seal", required=False),
        "supplier": slug("The way in which the Supplier signs.", "company-witness", required=False),
        "guarantor": slug("The way in which a guarantor signs, if there is one.", "company-two", required=False),
    },
    "How the contract is signed; under hand, for the Council by an officer and for a company by a person with authority, "
    "if left out. The ways: `contract-builder list --what signing`.",
    {"form": "deed", "council": "seal", "supplier": "company-witness"},
    required=False,
)  # fmt: skip

_DEPARTURE = record(
    {
        "clause": slug("The clause.", "council-data"),
        "why": words("Why.", "The Supplier's export runs every month."),
        "approved_by": _APPROVER,
        "on": date("The date of approval.", "2026-11-24"),
        "position": slug("Take this position.", "fallback", required=False),
        "values": {**_VALUES, "required": False},
        "leave_out": flag("Leave the clause out."),
        "add": flag("Put the clause in."),
        "legal_approver": {**_APPROVER, "required": False},
    },
    "A choice against the playbook.",
    {"clause": "council-data", "why": "The Supplier's export runs every month.", "position": "fallback",
     "approved_by": {"name": "A. Patel", "role": "Monitoring Officer"}, "on": "2026-11-24"},
)  # fmt: skip

_HOST = record(
    {
        "map": slug("Which kind of contract it is: a file of `clauses/hosts/`.", "public-sector-contract"),
        "title": line("What it is called.", "Call-Off Contract for transcription", required=False),
        "reference": line("Its reference.", "MSC-2026-114", required=False),
        "schedule": line("What the schedule is called in it, if not what the map says.", "Schedule 12", required=False),
        "first_paragraph": whole(
            "The number of the first paragraph, if not what the map says.", 1, required=False, least=1, most=999
        ),
        "signatures": flag("Whether the schedule has signatures of its own."),
    },
    "The contract that the schedule becomes part of.",
    {"map": "public-sector-contract"},
    required=False,
)  # fmt: skip

SCHEMA: Rule = record(
    {
        "brief": whole("The format of the brief: always 1.", 1, least=1, most=1),
        "title": line("What is bought.", "Homelessness risk alerts"),
        "date": date("The date printed on the draft.", "2026-11-24", required=False),
        "ai_types": slugs("The kinds of AI: keys of taxonomy.yaml.", ["predictive-risk-scoring"]),
        "service_area": slug("The service: a key of taxonomy.yaml.", "housing-and-homelessness"),
        "facts": mapping(
            matching(NAME, A_NAME, "A fact.", "route"), value("Its value.", "open-procedure"), "Facts of the purchase.",
            {"route": "competitive-flexible"}, required=False, empty=True,
        ),
        "triage": _TRIAGE,
        "particulars": mapping(
            matching(NAME, A_NAME, "A field.", "supplier_name"), value("Its value.", "Acme Limited", blank=True),
            "Fields of the Particulars.", {"supplier_name": "Acme Limited"}, required=False, empty=True,
        ),
        "values": mapping(
            slug("A clause or schedule.", "council-data"), _VALUES, "Values of parameters.",
            {"council-data": {"export_days": 5}}, required=False, empty=True,
        ),
        "execution": _EXECUTION,
        "take": slugs("Offered clauses that are taken.", ["council-data"], required=False, empty=True),
        "include": many(
            choice(["obligations-register"], "A part.", "obligations-register"),
            "What the contract holds beside its clauses: `obligations-register`, a last schedule that lists who must do "
            "what, by when.", ["obligations-register"], required=False, empty=True,
        ),
        "shape": choice(
            ["agreement", "ai-schedule"],
            "An agreement of its own, or a schedule to another contract, which is described under `host`.",
            "ai-schedule", required=False,
        ),
        "host": _HOST,
        "departures": many(
            _DEPARTURE, "Choices against the playbook.", required=False, empty=True
        ),
    },
    "A brief: one procurement's answers.",
)  # fmt: skip
