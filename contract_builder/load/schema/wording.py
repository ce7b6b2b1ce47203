"""`wording.yaml`: the words that the house style keeps out of a contract."""

from contract_builder.load.schema.fields import (
    Rule,
    flag,
    line,
    many,
    mapping,
    matching,
    record,
    slug,
    slugs,
    whole,
)
from contract_builder.model.wording import WORDING_RULES

_WORDS = r"\S+( \S+)*"
_SPELLING = r"\*?[a-z]+"
_PHRASES = matching(_WORDS, "words with one space between them", "Words.", "without delay")


def _words(help: str, example: list[str], required: bool = True) -> Rule:
    return many(_PHRASES, help, example, required)


def _spelling(help: str, example: str) -> Rule:
    return matching(_SPELLING, "small letters, with a `*` before them if any may stand there", help, example)


_PHRASE = record(
    {
        "words": _words("The words, each form of them: they are found as whole words.", ["without delay", "promptly"]),
        "because": line("Why they are kept out, in a sentence or two.", "It names no day, so nobody can show that it was missed."),
        "instead": line("What to write instead.", "Write a number of Working Days, as a parameter."),
        "unless": _words("Longer phrases in which the words are right.", ["without undue delay"], required=False),
        "exact": flag("Whether capitals count. They do not, unless this says so."),
        "after_a_party": flag("Whether the words are meant only right after one of `parties`."),
        "defined_with": _words(
            "If the words are a defined term, they are right, so long as its definition holds all of these.",
            ["any successor"],
            required=False,
        ),
        "law": slugs("Law hooks that bear it out.", ["uk-gdpr-22a-d"], required=False),
    },
    "Words that are kept out.",
)  # fmt: skip

SCHEMA: Rule = record(
    {
        "parties": many(
            line("A defined term.", "Supplier"), "Who can bear a duty, in each form.", ["Supplier", "Council", "Parties"]
        ),
        "sentence-length": record(
            {"words": whole("The most words that a sentence may have.", 50, least=10)}, "For the rule of that name."
        ),
        "reading-age": record(
            {"grade": whole("The highest Flesch-Kincaid grade, in years of schooling.", 12, least=1)},
            "For the rule of that name.",
        ),
        "answer-does-not-hold": record(
            {
                "rights": _words("Words that give the Council or a person a right, beside the duties of the Supplier.",
                                 ["Council may"]),
                "remedies": _words("Words that say what follows from a failure.", ["Serious Default"]),
            },
            "For the rule of that name: the words by which an item answers a finding. Capitals do not count.",
            required=False,
        ),
        "american-spelling": record(
            {
                "spellings": mapping(
                    _spelling("How it is written in America.", "color"),
                    _spelling("How it is written here.", "colour"),
                    "From the American spelling to ours; `*` at the beginning of both stands for any letters.",
                    {"color": "colour", "*ize": "*ise"},
                ),
                "right": many(
                    line("A word.", "size"), "Words that a `*` would catch and that are right.", ["size"], empty=True
                ),
            },
            "For the rule of that name.",
        ),
        **{
            rule: mapping(slug("A name for the entry.", "promptly"), _PHRASE, "The words that the rule of that name finds.")
            for rule in WORDING_RULES
        },
    },
    "The words that the house style keeps out of a contract, `clauses/wording.yaml`.",
)  # fmt: skip
