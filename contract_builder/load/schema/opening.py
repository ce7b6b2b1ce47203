"""`ai-schedule.yaml`: what every AI schedule says of itself."""

from contract_builder.load.schema.fields import Rule, line, many, mapping, record, slug, version, words

_OTHERWISE = line("What prints in place of a reference.", "the order of precedence")

SCHEMA: Rule = record(
    {
        "version": version("The version of these words."),
        "lead": words("The sentence below the heading.", "This Schedule is part of this Contract."),
        "part_a": line("The title of the part with the Particulars.", "Part A: Particulars"),
        "part_b": line("The title of the part with the paragraphs.", "Part B: Terms"),
        "title": line("The title of the first paragraph.", "This Schedule"),
        "prevails": words(
            "What it says of precedence, where the schedule may prevail.",
            "If another term of this Contract conflicts with this Schedule, this Schedule prevails.",
        ),
        "gives_way": words(
            "What it says of precedence, where the host's order is fixed.",
            "The order of precedence of this Contract applies to this Schedule.",
        ),
        "paragraphs": many(words("A paragraph.", "The Annexes are part of this Schedule."), "What follows it."),
        "contract_label": line("The label of the row that names the host.", "Contract"),
        "reference_label": line("The label of the row with its reference.", "Contract reference"),
        "definitions": mapping(
            slug("A definition.", "particulars"),
            words("Its text in a schedule; `[particulars]` stands for where the host states prices and dates.",
                  "Part A of this Schedule and, for what it does not state, [particulars]."),
            "Definitions that read otherwise in a schedule.",
        ),
        "replaced": mapping(
            slug("A clause.", "precedence-over-supplier-terms"),
            mapping(slug("The label of an item.", "order-of-precedence"), _OTHERWISE, "Its items."),
            "Items whose place the first paragraph takes.", required=False,
        ),
        "words": mapping(
            line("A word for a part of a document.", "clause"), line("What a schedule calls it.", "paragraph"),
            "What the parts of a document are called.", required=False,
        ),
        "keep": many(
            line("A phrase.", "standard contractual clauses"), "Phrases in which these words stay.", required=False,
            empty=True,
        ),
    },
    "What every AI schedule says of itself, `clauses/ai-schedule.yaml`.",
)  # fmt: skip
