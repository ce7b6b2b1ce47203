"""How hard a text is to read: words, syllables, and the grade of Flesch and Kincaid.

Syllables are counted by the letters. On the words of this library that comes within one per cent of a pronouncing
dictionary, and nearer than hyphenation does; American lists of pronunciations lack our words.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from contract_builder.check.capitals import GAP
from contract_builder.check.sentences import Passage, passages, sentences, spoken
from contract_builder.check.texts import Written
from contract_builder.model.body import Table

_VALUE = re.compile(rf"\{{\w+\}}|{re.escape(GAP)}")
_WORD = re.compile(r"\w[\w’'-]*")
_VOWELS = re.compile("[aeiouy]+")
_SILENT = re.compile(r"[^aeiouylr]e$|[aeiouy][lr]e$|[^aeioutd]ed$|(?<![sc]h)[^aeiouycgszxh]es$|[^sc]hes$")
_PARTED = re.compile(r"i(?:a|o(?!u?n)|u|en)|eo|ua[lt]|[aeiou]ing|creat")
_JOINED = re.compile(r"[tcg]i(?:a|ou|en)")


def words_in(text: str) -> list[str]:
    """The words of `text`; a value or a number that prints in its place counts as one."""
    return _WORD.findall(_VALUE.sub("0", text))


@lru_cache(20_000)
def syllables(word: str) -> int:
    """About how many syllables `word` has; a figure counts as one."""
    small = word.lower()
    parts = len(_VOWELS.findall(small)) - bool(_SILENT.search(small))
    return max(1, parts + len(_PARTED.findall(small)) - len(_JOINED.findall(small)))


def grade(texts: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of some sentences: the years of schooling, as counted in America, that they ask for.

    0.39 × words to a sentence + 11.8 × syllables to a word − 15.59 (Kincaid and others, US Navy, 1975).
    """
    found = [words for words in map(words_in, texts) if words]
    every = [word for words in found for word in words]
    if not every:
        return 0.0
    return 0.39 * len(every) / len(found) + 11.8 * sum(map(syllables, every)) / len(every) - 15.59


def read_sentences(text: Written) -> list[tuple[Passage, str]]:
    """Each sentence of `text` with the passage that it stands in; tables are left out.

    An item that completes the sentence above it counts as a sentence of its own, as it is read on a line of its own.
    """
    return [
        (passage, sentence.words)
        for passage in passages(text)
        if not isinstance(passage.part.block, Table)
        for sentence in passage.sentences
    ]


def lead_in(passage: Passage) -> str:
    """The words above `passage` that its first sentence goes on from; none if nothing above ends with a colon."""
    found: list[str] = []
    for part in reversed(passage.above):
        last = (sentences(spoken(part)) or ("",))[-1]
        if not last.endswith(":"):
            break
        found.insert(0, last)
        if len(sentences(spoken(part))) > 1:
            break
    return " ".join(found)
