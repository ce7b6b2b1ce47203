"""The front matter of a clause."""

from contract_builder.load.schema.allow import ALLOW
from contract_builder.load.schema.fields import (
    A_SLUG,
    SLUG,
    VERSION,
    Rule,
    all_or_slugs,
    choice,
    either,
    line,
    many,
    mapping,
    matching,
    record,
    slug,
    slugs,
    version,
    whole,
)
from contract_builder.load.schema.parameters import PARAMETERS

STATUSES = ["draft", "published", "deprecated", "withdrawn"]
STATUS = choice(STATUSES, "How far the text has come.", "draft")
LAW = slugs("Law hooks that the text rests on: keys of law.yaml.", ["uk-gdpr-28"], required=False, empty=True)

_RISK = record(
    {
        "from_tier": whole("The lowest tier at which the clause belongs in a contract.", 1, least=1, most=4),
        "harms": slugs("The harms that it guards against: keys of taxonomy.yaml.", ["privacy-loss"]),
        "ai_types": all_or_slugs("The AI types that it is for: `all`, or keys of taxonomy.yaml.", "all"),
        "service_areas": all_or_slugs(
            "The service areas that it is for: `all`, or keys of taxonomy.yaml.", "all"
        ),
    },
    "Where the clause applies.",
    {"from_tier": 1, "harms": ["privacy-loss"], "ai_types": "all", "service_areas": "all"},
)

_OBLIGATION = record(
    {
        "at": slug("The label of the item that holds the duty.", "on-request"),
        "party": choice(["Supplier", "Council"], "Who must do it.", "Supplier"),
        "action": line("What must be done.", "Deliver a complete copy", placeholders=True),
        "trigger": line("What sets it off.", "Written request from the Council", placeholders=True),
        "due": line("By when.", "{{ export_days | unit }}", placeholders=True),
        "evidence": line("What shows that it was done.", "Delivery note", placeholders=True),
    },
    "One duty that a contract manager chases.",
    {"at": "on-request", "party": "Supplier", "action": "Deliver a copy", "trigger": "Written request",
     "due": "{{ export_days | unit }}", "evidence": "Delivery note"},
)  # fmt: skip

_LABEL = matching(
    f"({SLUG}#)?{SLUG}", "a label, or a clause, # and a label", "A label of an item.", "remedies#price-adjustment"
)  # fmt: skip


def _labels(help: str, example: str) -> Rule:
    """One label, or several of which one holds in each position."""
    several = many(_LABEL, "Several labels.", [example])
    return either([_LABEL, several], "a label, or a list of labels", help, example)


_ANSWER = record(
    {
        "right": _labels("The item that holds a duty of the Supplier, or a right of the Council or of a person.",
                         "on-request"),
        "number": _labels("The item that holds the number: the value of a parameter.", "on-request"),
        "remedy": _labels("The item that says what follows if it is not done.", "serious"),
    },
    "The labelled items that answer one finding. Of several labels, one has to hold in each position.",
    {"right": "on-request", "number": "on-request", "remedy": "serious"},
)  # fmt: skip

_POSITION = record(
    {
        "approver": line("Who may agree to this position: a role.", "head of legal services"),
        "leaves": line("The risk that it leaves with the Council.", "Gaps between scheduled exports"),
        "requires": slugs("Topics that only this position cannot do without.", ["deletion"], required=False),
    },
    "Who may agree to a position, and at what price.",
    {"approver": "head of legal services", "leaves": "Gaps between scheduled exports"},
)

SCHEMA: Rule = record(
    {
        "id": slug("The id; also the file name.", "council-data"),
        "title": line("The heading that prints above the clause.", "Council Data and Derived Data"),
        "version": version("The version of the clause."),
        "status": STATUS,
        "group": slug("The group; also the folder.", "data"),
        "order": whole("The place in the group: lower numbers print first.", 10, least=0),
        "provides": slugs("Topics that the clause provides: keys of topics.yaml.", ["deletion"], empty=True),
        "risk": _RISK,
        "answers": slugs("Findings that it answers: keys of findings.yaml.", ["no-redress-route"], False, empty=True),
        "answered_by": mapping(
            slug("A finding that is among its `answers`.", "no-redress-route"),
            _ANSWER,
            "The items by which it answers a finding. Without them the finding is claimed, and not answered.",
            required=False,
        ),
        "law": LAW,
        "anchors": mapping(
            slug("A published model: a key of anchors.yaml.", "mcc-ai-2025"),
            slugs("Its articles.", ["art-15"]),
            "Published models that have a like provision.",
            {"mcc-ai-2025": ["art-15", "art-17"]},
            required=False,
            empty=True,
        ),
        "requires": slugs("Topics that it cannot do without.", ["exit-plan"], required=False, empty=True),
        "parameters": PARAMETERS,
        "obligations": many(
            _OBLIGATION, "Who must do what, by when.", required=False, empty=True
        ),
        "positions": mapping(
            slug("A position.", "fallback"),
            _POSITION,
            "Who may agree to each fallback.",
            required=False,
        ),
        "derived_from": matching(
            f"{SLUG}@{VERSION}", f"{A_SLUG}, then @ and a version", "The library clause that an overlay's clause was "
            "made from.", "council-data@1.0.0", required=False,
        ),
        "allow": ALLOW,
    },
    "The front matter of a clause, `clauses/<group>/<id>.md`.",
)  # fmt: skip
