"""A host map: how a contract that an AI schedule becomes part of puts things."""

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
    version,
    whole,
    words,
)

_TERM = record(
    {
        "says": line("The host's word for it, as for one.", "Buyer"),
        "plural": line("The host's word for several, if adding an s does not make it.", "Buyers", False),
        "forms": mapping(
            line("Another form of the term.", "Trained"), line("The host's word.", "Taught"),
            "The host's words for other forms.", required=False,
        ),
        "defined_here": flag("The schedule defines it under that word. If not, the host does."),
    },
    "What the host calls a term.",
    {"says": "Buyer"},
)  # fmt: skip

_WORDS = line("What prints in place of a reference.", "the terms of this Contract on disputes")
_COVER = record(
    {
        "id": slug("A name for it.", "law-and-courts"),
        "because": words("Why the schedule leaves it out.", "The host chooses the law and the courts."),
        "topic": slug("The topic that the host deals with.", "term-and-breaks", required=False),
        "clause": slug("Or the clause that is left out.", "governing-law", required=False),
        "items": mapping(
            slug("The label of an item of the clause.", "convenience"), _WORDS,
            "Or only these items of it, each with what prints in place of a reference to it.", required=False,
        ),
        "words": {**_WORDS, "required": False},
    },
    "Something that the host deals with.",
    {"id": "law-and-courts", "because": "The host chooses the law and the courts.", "clause": "governing-law",
     "words": "the terms of this Contract on disputes"},
)  # fmt: skip

_PRECEDENCE = record(
    {
        "prevails": flag("Whether the host lets the schedule prevail over its own terms.", required=True),
        "because": words("What the host says of it.", "The Council writes the terms and sets the order."),
        "advice": words(
            "What to do, where it does not prevail.", "Name the schedule in the Order Form.", required=False
        ),
    },
    "Whether the schedule may prevail over the host's own terms.",
    {"prevails": True, "because": "The Council writes the terms and sets the order."},
)

SCHEMA: Rule = record(
    {
        "host": slug("The name of the map: that of its file.", "public-sector-contract"),
        "title": line("What the host is.", "Call-off under a framework"),
        "version": version("The version of the map."),
        "confidence": choice(
            ["primary", "secondary", "knowledge", "unconfirmed"], "How well it was checked against the host's text.",
            "secondary",
        ),
        "checked": date("The date last checked.", "2026-11-28"),
        "label": line("What the schedule is called in the host.", "Schedule 12"),
        "heading": line("The words after it.", "Artificial intelligence"),
        "first_paragraph": whole("The number of the first paragraph.", 1, required=False, least=1, most=999),
        "particulars": line("Where the host states prices, dates and addresses.", "the Order Form"),
        "precedence": _PRECEDENCE,
        "terms": mapping(
            line("A term that the library defines.", "Council"), _TERM, "What the host calls the terms of the library.",
            {"Council": {"says": "Buyer"}, "Supplier": {"says": "Supplier"}, "Contract": {"says": "Call-Off Contract"}},
        ),
        "definitions": mapping(
            slug("A definition.", "contract"),
            words("Its text, in the library's words; `[particulars]` stands for where the host states prices and dates.",
                  "the agreement that this Schedule and [particulars] make up."),
            "Definitions that read otherwise in a schedule to this host.", required=False,
        ),
        "taken": many(
            line("A word.", "Customer Data"), "Words that the host defines for something else.", required=False,
            empty=True,
        ),
        "fields": many(
            matching(NAME, A_NAME, "A field.", "council_name"), "The fields of the Particulars that the host has.",
            required=False, empty=True,
        ),
        "covers": many(_COVER, "What the host deals with itself.", required=False, empty=True),
        "sources": many(line("A page or a text.", "https://www.gov.uk/"), "Where it was checked.", required=False,
                        empty=True),
        "note": words("Words for the council's side.", "Check the framework's own order form.", required=False),
    },
    "How a contract that an AI schedule becomes part of puts things, `clauses/hosts/<name>.yaml`.",
)  # fmt: skip
