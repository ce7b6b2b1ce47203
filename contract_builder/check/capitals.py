"""Capitals: which words of a text are written like defined terms, and which of these are known."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contract_builder.load.terms import runs
from contract_builder.model.library import Library

GAP = "|"
"""Stands in a text for a value or a number, which print in its place."""
CALENDAR = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Christmas Day",
    "Good Friday", "Easter",
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_TITLE = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_LAW = re.compile(  # with bounds, as a text of capitals would take half a minute without
    rf"{_TITLE}(?:,? (?:{_TITLE}|of|and|for|in|on|to|\([^()]{{0,99}}\))){{0,40}}? (?:\([^()]{{0,99}}\) )?"
    r"(?:Act|Regulations|Order|Rules|Directive|Measure) [12][0-9]{3}\b"
)
_MARKS = " \"“”‘’'()[]"
"""What may stand between the end of a sentence and the next word."""
_ENDS = (".", "?", "!", ":")
_SMALL = frozenset(
    ["The", "An", "Each", "Every", "No", "Any", "All", "Both", "This", "That", "These", "Those", "If", "Where", "When",
     "In", "On", "At", "By", "For", "Of"]
)  # fmt: skip
"""Words that begin a sentence and never a term."""


def acts(text: str) -> Iterator[re.Match[str]]:
    """The titles of Acts, regulations and orders in `text`, with their years."""
    return _LAW.finditer(text)


class Spot(NamedTuple):
    """A place in a text where capitals stand."""

    words: str
    start: int
    known: bool
    """Whether the words are a known phrase. If not, they are a run of capitalised words that holds none."""


class Phrases:
    """Phrases that may be written with capitals, found quickly by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for phrase in sorted(set(phrases), key=len, reverse=True):
            if first := _WORD.match(phrase):
                self._by_first.setdefault(first.group(), []).append(phrase)

    def at(self, text: str, word: re.Match[str]) -> str:
        """The longest phrase that stands in `text` from `word` on; empty if there is none."""
        for phrase in self._by_first.get(word.group(), ()):
            if text.startswith(phrase, word.start()) and _ends(text, word.start() + len(phrase)):
                return phrase
        return ""


def _ends(text: str, index: int) -> bool:
    """Whether no word goes on at `index`."""
    rest = text[index : index + 2]
    return not rest[:1].isalnum() and not (rest[:1] == "-" and rest[1:].isalnum())


def known_names(library: Library) -> tuple[str, ...]:
    """Names that need no definition: proper names, names in the citations of law hooks, days and months."""
    cited = [name for hook in library.law for name in runs(hook.cite)]
    return (*library.info.proper_names, *cited, *CALENDAR)


def spots(text: str, phrases: Phrases, opens: bool = True) -> Iterator[Spot]:
    """Every known phrase in `text`, and every run of capitals that stands for none.

    A word that begins a sentence is passed over unless a phrase begins there: its capital says nothing.
    `opens` says whether the text begins a sentence. Titles of Acts, with their year, and single letters are
    passed over, too.
    """
    end = 0
    before: tuple[int, int] = (-1, -1)
    for word in _WORD.finditer(text):
        start = word.start()
        if start < end or not word.group()[0].isupper() or len(word.group()) == 1:
            continue
        if phrase := phrases.at(text, word):
            end = start + len(phrase)
            yield Spot(phrase, start, True)
        elif law := _LAW.match(text, start):
            end = law.end()
            continue
        elif opens_sentence(text, start, opens):
            end = word.end()
            if word.group() in _SMALL:
                continue
        else:
            end = _run_end(text, word, phrases)
            first = before[0] if before[1] == start - 1 and text[start - 1] == " " else start
            yield Spot(text[first:end], start, False)
        before = (start, end)


def _run_end(text: str, word: re.Match[str], phrases: Phrases) -> int:
    end = word.end()
    while following := _WORD.match(text, end + 1):
        if text[end] != " " or not following.group()[0].isupper() or phrases.at(text, following):
            break
        end = following.end()
    return end


def opens_sentence(text: str, start: int, opens: bool) -> bool:
    """Whether a sentence begins at `start` of `text`."""
    before = text[:start].rstrip(_MARKS)
    return before.endswith(_ENDS) if before else opens
