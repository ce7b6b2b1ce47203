"""The key `allow`, which every kind of text and each playbook may have."""

from contract_builder.load.schema.fields import Rule, line, many, matching, record, slug

_FEW_WORDS = r"\S+(\s+\S+){2,}"

ALLOW: Rule = many(
    record(
        {
            "rule": slug("The rule of `check` that finds it.", "vague-standard"),
            "words": line(
                "Words of the item, paragraph or table concerned; or of the message.",
                "without delay",
                placeholders=True,
            ),
            "because": matching(
                _FEW_WORDS,
                "a reason of three words or more",
                "Why it is right here, for whoever reads the file next.",
                "Article 33(2) uses these words.",
            ),
        },
        "A finding of `check` that is meant.",
    ),
    "Findings of `check` that are meant to be here, each with the reason.",
    required=False,
)
