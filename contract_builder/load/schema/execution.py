"""`execution.yaml`: how the contract is signed."""

from contract_builder.load.schema.fields import Rule, choice, line, many, record, slug, slugs, words

_NOTE = words("What to know when the signing is arranged; never printed in a contract.", "A witness is present.",
              required=False)  # fmt: skip
_LAW = slugs("Law hooks that it rests on.", ["companies-act-44"], required=False)

_SIGNATORY = record(
    {
        "party": choice(["Council", "Supplier", "Guarantor"], "Who signs.", "Council"),
        "kind": slug("What a brief calls this way of signing.", "company-witness", required=False),
        "form": slug("The form of signing that it belongs to; that of the file, if left out.", "deed", required=False),
        "words": words("The words above the signature.", "Signed for {{ council_name }}", placeholders=True),
        "lines": many(
            line("A line to fill in.", "Name"), "The lines to fill in.", ["Signature", "Name", "Date"]
        ),
        "note": _NOTE,
        "law": _LAW,
    },
    "One way for one party to sign.",
    {"party": "Council", "words": "Signed for {{ council_name }}", "lines": ["Signature", "Name", "Date"]},
)  # fmt: skip

_FORM = record(
    {
        "id": slug("What a brief calls it.", "deed"),
        "words": words("The words above the signatures.", "This Contract is a deed.", placeholders=True),
        "note": _NOTE,
        "law": _LAW,
    },
    "A form of signing beside that of the file.",
    {"id": "deed", "words": "This Contract is executed as a deed."},
)

SCHEMA: Rule = record(
    {
        "id": slug("The form of signing where a brief says nothing.", "under-hand"),
        "title": line("The heading.", "Signatures"),
        "words": words(
            "The words above both signatures.", "The parties have signed this Contract.", placeholders=True
        ),
        "note": _NOTE,
        "law": _LAW,
        "signatories": many(
            _SIGNATORY, "The ways of each party; the first of a party and form is taken where a brief says nothing."
        ),
        "forms": many(_FORM, "Other forms of signing.", required=False),
    },
    "How the contract is signed, `clauses/execution.yaml`.",
)  # fmt: skip
