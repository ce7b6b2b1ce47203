"""Which documents a text puts before which: in a list that ranks them, or in a sentence."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from contract_builder.check.sentences import sentences, spoken
from contract_builder.check.texts import Written
from contract_builder.model.body import Item

Whose = Literal["ours", "theirs", ""]

_OURS = (
    "these clauses", "the clauses", "core terms", "the Particulars", "the Schedules", "the Schedule", "this Contract",
)  # fmt: skip
"""The signed contract and its parts."""
_THEIRS = (
    "Supplier Terms", "Supplier's terms", "Supplier's own terms", "Supplier's documents", "Supplier's licence",
    "supplier's licence", "licence terms", "licence agreement", "end user licence", "terms of use",
    "terms of service", "tender response", "Supplier's tender", "Supplier's proposal", "stated claims",
    "terms of a Model Provider", "terms of the Model Provider",
)  # fmt: skip
"""What the Supplier writes, its tender included."""
_DOCUMENT = re.compile("|".join(rf"(?P<{w}>{'|'.join(map(re.escape, names))})".replace("'", "['’]")
                                for w, names in (("theirs", _THEIRS), ("ours", _OURS))), re.IGNORECASE)  # fmt: skip
_RANKS = re.compile(
    r"\border of (?:precedence|priority)\b"
    r"|\b(?:prevail|rank|conflict|inconsisten).{0,200}\bin (?:this|the following) order\b",
    re.IGNORECASE | re.DOTALL,
)
_PREVAILS = r"(?:prevails?|takes? precedence|takes? priority|ranks? (?:above|before|ahead)|overrides?)"
_OVER = re.compile(rf"\b{_PREVAILS}(?: (?:over|of|to|from|than|on))?\b", re.IGNORECASE)
_CHAIN = re.compile(r"[,;]? then |; ")
_NOT = re.compile(r"\b(?:no|not|never|nor|none|nothing|neither|without|unless)\b|n't\b", re.IGNORECASE)


class Ranking(NamedTuple):
    """Documents in their order, the first prevailing."""

    line: int
    documents: tuple[tuple[Whose, str, int], ...]
    """Whose each is, its words, and the line that it stands on."""


def whose(words: str) -> Whose:
    """Whose document `words` name: what they name first counts, as the rest only describes it."""
    found = _DOCUMENT.search(words)
    if not found:
        return ""
    return "theirs" if found["theirs"] else "ours"


def named(words: str) -> str:
    """The name of the document that `words` name first; empty if they name none."""
    found = _DOCUMENT.search(words)
    return found.group() if found else ""


def rankings(text: Written) -> Iterator[Ranking]:
    """Every list and every sentence of `text` that puts documents in an order."""
    for part in text.parts:
        words = spoken(part)
        if isinstance(part.block, Item) and part.block.items and _RANKS.search(words) and words.endswith(":"):
            below = [p for p in text.parts if p.block in part.block.items]
            yield Ranking(part.block.line, tuple(_document(spoken(p), p.block.line) for p in below))
        for sentence in sentences(words) if _OVER.search(words) else ():
            if ranking := _in_words(sentence, part.block.line):
                yield ranking


def _in_words(sentence: str, line: int) -> Ranking | None:
    """ "A prevails, then B, then C" or "A prevails over B"; none if the sentence says so of nothing, or denies it."""
    over = _OVER.search(sentence)
    if over is None:
        return None
    if len(steps := _CHAIN.split(sentence)) > 1 and whose(sentence):
        return Ranking(line, tuple(_document(step, line) for step in steps))
    before, after = sentence[: over.start()], sentence[over.end() :]
    if _NOT.search(before[-40:]) or _NOT.match(after.strip()):
        return None
    first = [found.group() for found in _DOCUMENT.finditer(before)]
    if not first or not whose(after):
        return None
    return Ranking(line, (_document(first[-1], line), _document(after, line)))


def _document(words: str, line: int) -> tuple[Whose, str, int]:
    return whose(words), words.strip(" ;.").removesuffix("; and"), line


def refuses_theirs(text: Written) -> bool:
    """Whether a sentence of `text` says that what the Supplier writes does not bind, or comes last."""
    said = [sentence for part in text.parts for sentence in sentences(spoken(part))]
    return any(
        _DOCUMENT.search(s) and whose(s) == "theirs" and (_NOT.search(s) or re.search(r"\blast\b", s))
        for s in said
    )
