"""`wording.yaml`: from valid data to model values."""

from typing import Any

import msgspec

from contract_builder.load.document import Document
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.wording import WORDING_RULES, Phrase, Spelling, Wording

ANY = "*"
"""Before the letters of a spelling, it stands for any others."""


def build_wording(document: Document) -> tuple[Wording, list[Diagnostic]]:
    """`wording.yaml`."""
    data = document.data
    spelling = data["american-spelling"]
    wording = Wording(
        phrases={rule: _phrases(document, rule) for rule in WORDING_RULES},
        parties=tuple(data["parties"]),
        spelling=msgspec.convert({"american": spelling["spellings"], "right": spelling["right"]}, Spelling),
        sentence_words=data["sentence-length"]["words"],
        reading_grade=data["reading-age"]["grade"],
        rights=tuple(data.get("answer-does-not-hold", {}).get("rights", ())),
        remedies=tuple(data.get("answer-does-not-hold", {}).get("remedies", ())),
    )
    return wording, [*_check_phrases(document), *_check_spellings(document)]


def _phrases(document: Document, rule: str) -> tuple[Phrase, ...]:
    entries: dict[str, Any] = document.data[rule]
    return tuple(
        msgspec.convert({"id": id, "line": document.line((rule, id)), **entry}, Phrase)
        for id, entry in entries.items()
    )


def _check_phrases(document: Document) -> list[Diagnostic]:
    """Words that two entries of one rule have, and exceptions that could never apply."""
    found: list[Diagnostic] = []
    for rule in WORDING_RULES:
        first: dict[str, str] = {}
        for id, entry in document.data[rule].items():
            for n, words in enumerate(entry["words"]):
                other = first.setdefault(words.casefold(), id)
                if other != id:
                    place = document.at_value((rule, id, "words", n))
                    message = f"`{words}` stands also under `{other}`"
                    found.append(Diagnostic("words-twice", place, message, "Delete one of the two."))
            for n, longer in enumerate(entry.get("unless", ())):
                if not any(words.casefold() in longer.casefold() for words in entry["words"]):
                    place = document.at_value((rule, id, "unless", n))
                    message = f"`{longer}` holds none of the words of the entry, so it changes nothing"
                    hint = "Write the longer phrase in which the words stand, or delete this one."
                    found.append(Diagnostic("exception-without-words", place, message, hint))
    return found


def _check_spellings(document: Document) -> list[Diagnostic]:
    """Spellings of which only one has a `*`, or which are the same."""
    found: list[Diagnostic] = []
    path = ("american-spelling", "spellings")
    for american, ours in document.data[path[0]][path[1]].items():
        place = document.at_value((*path, american))
        if american.startswith(ANY) != ours.startswith(ANY):
            hint = f"Write `{ANY}` before both, or before neither."
            found.append(
                Diagnostic(
                    "spelling-star", place, "one of the two spellings has a `*`, and the other not", hint
                )
            )
        elif american == ours:
            found.append(
                Diagnostic("spelling-same", place, f"`{ours}` stands on both sides", "Delete the entry.")
            )
    return found
