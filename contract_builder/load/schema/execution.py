"""`execution.yaml`: how the contract is signed."""

from contract_builder.load.schema.fields import Rule, choice, line, many, record, slug, words

_SIGNATORY = record(
    {
        "party": choice(["Council", "Supplier"], "Who signs.", "Council"),
        "words": words("The words above the signature.", "Signed for {{ council_name }}", placeholders=True),
        "lines": many(
            line("A line to fill in.", "Name"), "The lines to fill in.", ["Signature", "Name", "Date"]
        ),
    },
    "One party's part of the signatures.",
    {"party": "Council", "words": "Signed for {{ council_name }}", "lines": ["Signature", "Name", "Date"]},
)

SCHEMA: Rule = record(
    {
        "id": slug("The way of signing.", "under-hand"),
        "title": line("The heading.", "Signatures"),
        "words": words(
            "The words above both signatures.", "The parties have signed this Contract.", placeholders=True
        ),
        "signatories": many(_SIGNATORY, "The two parties."),
    },
    "How the contract is signed, `clauses/execution.yaml`.",
)
