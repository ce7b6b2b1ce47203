"""The duties of the texts, and the obligation records that follow them up."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contract_builder.check.places import in_front_matter
from contract_builder.check.scope import Scope
from contract_builder.check.sentences import Duty, Passage, Sentence, passages, sentences, spoken
from contract_builder.check.texts import Part, Written
from contract_builder.check.times import Deadline, deadlines
from contract_builder.model.clause import Clause, ObligationSource
from contract_builder.model.diagnostic import Place

CONTINUING = frozenset(
    ["act", "allow", "apply", "avoid", "be", "bear", "behave", "bind", "charge", "co-operate", "comply", "continue",
     "cooperate", "encrypt", "ensure", "follow", "go on", "have", "help", "hold", "host", "insure", "keep", "let",
     "limit", "log", "maintain", "make sure", "monitor", "observe", "operate", "permit", "prevent", "process",
     "protect", "record", "refrain", "remain", "respect", "restrict", "run", "secure", "separate", "store", "supply",
     "support", "treat", "use"]
)  # fmt: skip
"""Verbs of duties that go on, and so need no day by which they are done."""
_BINDS = re.compile(r"\bbinds? (?:the|each|both) (?:Supplier|Council|Party|Parties)\b(?! Group)")


class Anchored(NamedTuple):
    """An obligation record, and an item that has its label."""

    clause: Clause
    number: int
    """The place of the record in its list, from 0."""
    record: ObligationSource
    text: Written
    passage: Passage
    family: tuple[Passage, ...]
    """The item with those above and below it."""

    def place(self, key: str) -> Place:
        """Where `key` of the record stands."""
        return in_front_matter(self.clause, "obligations", self.number, key)


def read(scope: Scope) -> tuple[tuple[Written, tuple[Passage, ...]], ...]:
    """Every text with its passages."""
    return scope.kept("passages", lambda: tuple((text, tuple(passages(text))) for text in scope.texts))


def anchored(scope: Scope) -> Iterator[Anchored]:
    """Each obligation record, once for each position that has its label."""
    for text, found in read(scope):
        if not isinstance(text.owner, Clause):
            continue
        by_label = {passage.part.label: passage for passage in found}
        for index, record in enumerate(text.owner.obligations):
            if passage := by_label.get(record.at):
                kin = (passage.part, *passage.above, *passage.below)
                family = tuple(one for one in found if _is_among(one.part, kin))
                yield Anchored(text.owner, index, record, text, passage, family)


def _is_among(part: Part, parts: tuple[Part, ...]) -> bool:
    return any(part is one for one in parts)


def deadlines_of(
    duty: Duty, sentence: Sentence, passage: Passage, clocks: frozenset[str]
) -> tuple[Deadline, ...]:
    """By when `duty` is due: in its own words, and in those above or below it that are of one sentence with it."""
    words = duty.words
    if passage.above and passage.sentences[0] is sentence:
        words = f"{_open_end(spoken(passage.above[-1]))} {words}"
    if passage.sentences[-1] is sentence and sentence.duties[-1] is duty and sentence.words.endswith(":"):
        words = " ".join((words, *map(spoken, passage.below)))
    return tuple(deadlines(words, clocks))


def _open_end(words: str) -> str:
    """The sentence that the items below `words` complete."""
    read = sentences(words)
    return read[-1] if read and read[-1].endswith(":") else ""


def binds(words: str) -> bool:
    """Whether `words` bind a Party without a "must": "This clause binds the Supplier"."""
    return bool(_BINDS.search(words))
