"""A playbook: rules that choose clauses, positions and values."""

from contract_builder.load.schema.allow import ALLOW
from contract_builder.load.schema.fields import (
    A_NAME,
    NAME,
    SLUG,
    Rule,
    choice,
    condition,
    either,
    flag,
    line,
    many,
    mapping,
    matching,
    record,
    slug,
    slugs,
    value,
    version,
)

KINDS = ["base", "tier", "ai-type", "service-area", "overlay"]

_QUERY = record(
    {
        "that_apply": flag("Take every clause whose tier, AI types and service areas fit."),
        "topics": slugs("Only clauses that provide one of these.", ["redress"], required=False),
        "groups": slugs("Only clauses of these groups.", ["data"], required=False),
        "any_tier": flag("Overlook the tier."),
    },
    "Clauses by their tags.",
    {"that_apply": True},
)


def _clauses(help: str) -> Rule:
    named = slugs("Clauses by id.", ["council-data"])
    return either(
        [named, _QUERY], "a list of clause ids, or `that_apply: true`", help, ["council-data"], required=False
    )


_BECAUSE = line("Why, in a sentence that a procurer reads.", "A low tier needs fewer words.")
_CITES = slugs("What bears the reason out: findings, law hooks, harms.", ["no-redress-route"], required=False)
_WHEN = condition("The facts under which it works; always, if left out.")

_RULE = record(
    {
        "id": slug("The rule's id.", "short-forms"),
        "because": _BECAUSE,
        "cites": _CITES,
        "when": _WHEN,
        "include": _clauses("Clauses to put in."),
        "exclude": _clauses("Clauses to leave out."),
        "offer": _clauses("Clauses that the procurer may take."),
        "position": mapping(
            slug("A clause, or every-clause.", "every-clause"),
            slug("A position.", "short"),
            "The position of a clause, or of every clause that has it.",
            {"every-clause": "short"},
            required=False,
        ),
        "require": slugs("Topics that must be provided.", ["redress"], required=False),
        "set": mapping(
            slug("A clause or schedule.", "council-data"),
            mapping(
                matching(NAME, A_NAME, "A parameter.", "export_days"),
                value("Its value.", 5),
                "Values by parameter.",
                {"export_days": 5},
            ),
            "Values of parameters.",
            {"council-data": {"export_days": 5}},
            required=False,
        ),
        "override": flag("Speak over a rule of a playbook further from the contract."),
    },
    "A rule.",
    {"id": "short-forms", "because": "A low tier needs fewer words.", "position": {"every-clause": "short"}},
)

_CONSTRAINT = record(
    {
        "id": slug("The constraint's id.", "three-kpis"),
        "because": _BECAUSE,
        "cites": _CITES,
        "when": _WHEN,
        "must": condition("What must be true; may test `topics`, `clauses` and `position:<clause>` as well."),
        "order": slugs(
            "Topics whose clauses stand in this order.", ["precedence", "redress"], required=False
        ),
        "agree": many(
            matching(f"{SLUG}\\.{NAME}", "a clause, a dot and a parameter", "A parameter.", "remedies.cap"),
            "Parameters that have one value.",
            ["remedies.cap", "indemnity.cap"],
            required=False,
        ),
    },
    "What must be true of the whole Selection.",
    {"id": "three-kpis", "because": "The Act asks for three.", "must": {"published_kpis": {"at_least": 3}}},
)

_DEPARTURE = record(
    {
        "id": slug("The rule's id.", "after-deadline"),
        "because": _BECAUSE,
        "when": condition("The facts under which it decides; always, if left out."),
        "allow": choice(["free", "legal-approver", "blocked"], "Whether a departure is possible.", "blocked"),
    },
    "Whether terms can still move.",
    {
        "id": "after-deadline",
        "because": "Tenders are in.",
        "when": {"stage": "after-deadline"},
        "allow": "blocked",
    },
)

SCHEMA: Rule = record(
    {
        "playbook": slug("The id; also the file name.", "tier-1"),
        "kind": choice(KINDS, "What it is for; its folder must fit.", "tier"),
        "applies_to": line(
            "The tier, AI type, service area or council; not in the base.", "tier-1", required=False
        ),
        "extends": slug("The playbook that it builds on; not in the base.", "base", required=False),
        "title": line("Its name.", "Tier 1"),
        "version": version("The version of the playbook."),
        "rules": many(_RULE, "The rules.", required=False, empty=True),
        "constraints": many(
            _CONSTRAINT,
            "What must be true in the end.",
            required=False,
            empty=True,
        ),
        "floor": slugs("Topics that every contract answers; base only.", ["redress"], required=False),
        "departures": many(
            _DEPARTURE,
            "Whether terms can still move; base only.",
            required=False,
        ),
        "approvers": mapping(
            line("A role that the library names.", "head of legal services"),
            line("Who that is here.", "Monitoring Officer"),
            "The council's own approvers; overlay only.",
            {"head of legal services": "Monitoring Officer"},
            required=False,
        ),
        "allow": ALLOW,
    },
    "A playbook, `playbooks/**/*.yaml`.",
)
