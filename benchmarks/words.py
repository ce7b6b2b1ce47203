"""Varied English for generated contracts: sentences from word lists, the same for the same seed.

Repetitive filler would make compression look cheap. The words are many and drawn evenly, so that the text of the
test contract compresses as real clauses do (README.md has both figures).
"""

import random
from functools import cache
from pathlib import Path

_PLURALS = ((("ch", "sh", "s", "x"), "es"), (("ty", "cy", "ry", "gy", "ly"), "ies"))


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    """The lists of words.txt, by name."""
    found: dict[str, str] = {}
    for line in Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            name, words = found.popitem()
            found[name] = words + line
        else:
            found[line.removesuffix(":")] = ""
    return {name: tuple(" ".join(word.split()) for word in words.split(",")) for name, words in found.items()}


class Writer:
    """Writes sentences. Equal seeds give equal sentences in the same order."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = _lists()

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        return self._random.randint(low, high)

    def pick(self, words: tuple[str, ...]) -> str:
        """One of `words`."""
        return self._random.choice(words)

    def _one(self, of: str) -> str:
        return self.pick(self._words[of])

    def noun(self) -> str:
        """A noun."""
        return self._one("nouns")

    def heading(self) -> str:
        """A heading of a few words."""
        return f"{self._one('adjectives')} {self.noun()} and {self.noun()}".capitalize()

    def thing(self) -> str:
        """A noun with what goes with it: "each annual report of the insurer"."""
        one = f"{self._one('one')} {self._adjective()}{self.noun()}"
        return one if self.whole(0, 3) else f"{one} of the {self.noun()}"

    def things(self) -> str:
        """A noun, in the singular or the plural, with what goes with it: "those records of the insurer"."""
        if self.whole(0, 1):
            return self.thing()
        several = f"{self._one('several')} {self._adjective()}{_plural(self.noun())}"
        return several if self.whole(0, 3) else f"{several} of {_plural(self.noun())}"

    def _adjective(self) -> str:
        return f"{self._one('adjectives')} " if self.whole(0, 1) else ""

    def _manner(self) -> str:
        match self.whole(0, 9):
            case 0:
                return f"in {self.whole(2, 40)} of {self.whole(41, 300)} cases"
            case 1:
                return f"by line {self.whole(3, 900)} of the {self.noun()}"
        return self._one("manners")

    def clause(self) -> str:
        """A subordinate clause: "the notice of the auditor is refused by a court"."""
        return f"{self.thing()} is {self._one('participles')} by {self._one('who')}"

    def duty(self) -> str:
        """What must be done, without who: "send every report in writing"."""
        return f"{self._one('verbs')} {self.things()} {self._manner()}"

    def sentence(self, extra: str = "") -> str:
        """One sentence of ten to forty words, with `extra` words in it."""
        who, middle = self._one("agents"), f" {extra}" if extra else ""
        match self.whole(0, 5):
            case 0:
                words = f"{self._one('openers')} {self.clause()}, {who} must {self.duty()}{middle}"
            case 1:
                words = f"{who} must {self.duty()} and {self.duty()}{middle}, {self._one('times')}"
            case 2:
                words = (
                    f"{who} must{middle} {self.duty()}, and must tell {self._one('who')} if {self.clause()}"
                )
            case 3:
                words = f"{self.thing()} may be {self._one('participles')} {self._one('times')}{middle}"
            case 4:
                words = (
                    f"{who} may {self._one('verbs')} {self.things()}{middle}, or {self._one('verbs')} {self.things()}, "
                    f"{self._one('openers')} {self.clause()}"
                )
            case _:
                words = (
                    f"{self.things()}, {self.things()} and {self.things()} are {self._one('participles')}{middle} "
                    f"{self._manner()}"
                )
        return f"{words[0].upper()}{words[1:]}."

    def text(self, words: int, extras: tuple[str, ...] = ()) -> str:
        """Sentences of about `words` words in all, a line to each; the first ones hold `extras`, one in each."""
        left = list(extras)
        sentences: list[str] = []
        while left or sum(len(s.split()) for s in sentences) < words - 8:
            sentences.append(self.sentence(left.pop(0) if left else ""))
        return "\n".join(sentences)

    def phrase(self, words: int) -> str:
        """About `words` words on one line, with no full stop."""
        found = self.thing()
        while len(found.split()) < words:
            found += f" and {self.thing()}" if self.whole(0, 1) else f" {self._manner()}"
        return found


def _plural(noun: str) -> str:
    for ends, replacement in _PLURALS:
        if noun.endswith(ends):
            return (noun[:-1] if replacement == "ies" else noun) + replacement
    return noun + "s"
