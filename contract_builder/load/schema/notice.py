"""`notice.yaml`: the wording for the tender or transparency notice."""

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
    slugs,
    version,
    words,
)
from contract_builder.load.schema.particulars import OWNERS
from contract_builder.model.notice import FACTS, SHAPES

OWNER = rf"{FACTS}|(schedules/)?{SLUG}"
PROVISION = rf"(schedules/)?{SLUG}(#{SLUG})?"
_PROVISION = matching(
    PROVISION, "a clause, `clause#label` or `schedules/id#label`", "A text of the contract.",
    "change-control#growth",
)  # fmt: skip
_LAW = slugs("The law hooks that it rests on.", ["procurement-act-sch-8"], required=False)

_PART = record(
    {
        "id": slug("Its name.", "changes"),
        "title": line("The heading.", "Changes that the contract provides for"),
        "prints": flag(
            "Whether it goes into the notice: yes, if left out. What does not is for the officer.", False
        ),
        "when": condition("Where its paragraphs stand: a condition over the facts; everywhere, if left out."),
    },
    "A heading of the wording.",
    {"id": "changes", "title": "Changes that the contract provides for"},
)

_PARAGRAPH = record(
    {
        "id": slug("Its name, which stays.", "change-growth"),
        "part": slug("The part that it stands in.", "changes"),
        "title": line("The words before it, in bold.", "Growth", required=False),
        "when": condition("Where it stands: a condition over the facts; everywhere, if left out."),
        "shapes": many(
            choice(list(SHAPES), "A shape of the document.", "agreement"),
            "For which shapes of the document it stands; for an agreement of its own, if left out.",
            ["agreement", "ai-schedule"], required=False,
        ),
        "provided_by": many(
            _PROVISION, "What the contract must hold, all of it, in the position that was chosen: if it does not, the "
            "paragraph does not print.", ["change-control#growth"], required=False,
        ),
        "unless": many(
            _PROVISION, "What the contract must not hold: another paragraph then says more.",
            ["schedules/change-control#listed"], required=False,
        ),
        "values": mapping(
            matching(NAME, A_NAME, "A placeholder.", "growth_limit_percent"),
            matching(OWNER, "a clause, `schedules/id` or `facts`", "Whose parameter it is; or `facts`.",
                     "change-control"),
            "Where the value of each placeholder comes from that is no field of the Particulars.",
            {"growth_limit_percent": "change-control"}, required=False,
        ),
        "text": words(
            "What prints: to bidders, with no defined terms.",
            "The Council may raise the number of users by up to {{ growth_limit_percent | percent }}.", placeholders=True,
        ),
        "law": _LAW,
        "note": words("For the officer; it never stands in the notice.", "Ask for unit prices.", required=False),
    },
    "A paragraph of the wording.",
    {"id": "change-growth", "part": "changes", "text": "The Council may raise the number of users."},
)  # fmt: skip

_QUESTION = record(
    {
        "id": slug("Its name, which stays.", "record-power"),
        "title": line("What it is about.", "Decision-making power relied on"),
        "ask": words("The question.", "Which Act and section give the power to contract?"),
        "owner": choice(list(OWNERS), "Who answers it.", "legal"),
        "in_notice": flag("Whether the answer belongs in the notice, too."),
        "when": condition("Where it is asked: a condition over the facts; everywhere, if left out."),
        "law": _LAW,
    },
    "A particular of public law, to answer and to file.",
    {"id": "record-power", "title": "Power relied on", "ask": "Which Act gives the power?", "owner": "legal"},
)

SCHEMA: Rule = record(
    {
        "version": version("The version of the wording."),
        "title": line("What it is called.", "Wording for the tender or transparency notice"),
        "parts": many(_PART, "The headings, in the order in which they print."),
        "paragraphs": many(_PARAGRAPH, "The paragraphs, in the order in which they print."),
        "questions": many(_QUESTION, "What the officer answers and files.", required=False),
    },
    "The wording for the tender or transparency notice beside a contract, `clauses/notice.yaml`.",
)
