"""The words that `wording.yaml` keeps out, where they print in a contract."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from contract_builder.check.capitals import GAP, Phrases, acts, known_names, spots
from contract_builder.check.scope import Scope
from contract_builder.check.terms_in_use import Printed
from contract_builder.check.wording_texts import printed_and_titles
from contract_builder.model.diagnostic import Diagnostic, Level, Place
from contract_builder.model.wording import Phrase

_OPENING = 6
"""How many words a sentence is found by."""
_BACK = 300
"""How far before a verb its subject is looked for."""
_VALUE = re.compile(rf"\{{\w+\}}|{re.escape(GAP)}")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")
_SUBORDINATE = re.compile(
    r"\b(?:that|which|whom?|what|how|when|where|if|unless|until|while|whether|as|than)(?: the| an?| either| each)?\s*$",
    re.IGNORECASE,
)
"""Before a party and its verb: a clause that tells a fact, as in "the steps that the Supplier will take"."""


class Hit(NamedTuple):
    """Words that are kept out, and where they stand."""

    phrase: Phrase
    words: str
    """As they are written there."""
    text: Printed


class Lexicon:
    """The phrases of one rule, found in one pass by one expression."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._by_form: dict[str, Phrase] = {}
        """From the words in small letters to their phrase."""
        forms: set[str] = set()
        for phrase in phrases:
            self._by_form |= {folded(words): phrase for words in phrase.words}
            forms |= {folded(words) for words in (*phrase.words, *phrase.unless)}
        self._finder = re.compile(_either(forms)) if forms else None

    def find(self, text: str) -> Iterator[tuple[Phrase, int, int]]:
        """Each phrase in `text`, with its start and its end; a longer one in which its words are right hides it."""
        for match in self._finder.finditer(folded(text)) if self._finder else ():
            phrase = self._by_form.get(" ".join(match.group().split()))
            if phrase and not (
                phrase.exact and " ".join(text[slice(*match.span())].split()) not in phrase.words
            ):
                yield phrase, match.start(), match.end()


def _either(forms: set[str]) -> str:
    """An expression for any of `forms`, the longest first; they part at their first letter, to be read quickly."""
    by_letter: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        by_letter.setdefault(form[0], []).append(r"\s+".join(map(re.escape, form[1:].split(" "))))
    parts = (f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)"


def folded(text: str) -> str:
    """`text` in small letters and with straight apostrophes, each character at its place."""
    small = text.replace("’", "'").lower()
    if len(small) == len(text):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.replace("’", "'"))


def hits(scope: Scope, rule: str, excuse: bool = True) -> Iterator[Hit]:
    """Where the phrases of `rule` print.

    If `excuse` says so, words are let through inside quotation marks, defined terms, names and titles of Acts.
    """
    lexicon = scope.kept(f"lexicon of {rule}", lambda: Lexicon(scope.library.wording.phrases.get(rule, ())))
    for text in printed_and_titles(scope):
        for phrase, start, end in lexicon.find(text.words):
            if phrase.after_a_party and not _after_a_party(scope, text.words[:start]):
                continue
            if not (excuse and is_excused(scope, text, start, end)):
                yield Hit(phrase, text.words[start:end], text)


def is_excused(scope: Scope, text: Printed, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` are named, not used: they stand in quotation marks, a term or a title."""
    names = scope.kept("names", lambda: Phrases((*scope.library.term_index, *known_names(scope.library))))
    known = [(s.start, s.start + len(s.words)) for s in spots(text.words, names, text.opens) if s.known]
    spans = [*known, *(m.span() for m in acts(text.words)), *(m.span() for m in _QUOTED.finditer(text.words))]
    return any(first <= start and end <= last for first, last in spans)


def _after_a_party(scope: Scope, before: str) -> bool:
    """Whether `before` ends with the subject of a main clause that can bear a duty."""
    parties = scope.kept("parties", lambda: re.compile(_ending(scope.library.wording.parties)))
    before = before[-_BACK:]
    match = parties.search(before)
    return match is not None and not _SUBORDINATE.search(before[: match.start()])


def _ending(parties: tuple[str, ...]) -> str:
    names = "|".join(re.escape(name) for name in sorted(parties, key=len, reverse=True))
    return rf"\b(?:{names or '(?!)'})(?:, [^,]{{1,80}},)?(?: also| then)?\s+$"


def diagnostics(
    scope: Scope, rule: str, level: Level, what: str, excuse: bool = True
) -> Iterator[Diagnostic]:
    """What `rule` finds; `what` says what the words are: "is a vague standard"."""
    for hit in hits(scope, rule, excuse):
        yield diagnostic(rule, level, what, hit)


def diagnostic(rule: str, level: Level, what: str, hit: Hit) -> Diagnostic:
    """The Diagnostic for `hit`."""
    message = f"`{hit.words}` {what}. {hit.phrase.because}"
    return Diagnostic(rule, with_words(hit.text.place, hit.words), message, hit.phrase.instead, level)


def with_words(place: Place, words: str) -> Place:
    """`place`, with the words at fault: their column is found where the file is read."""
    return msgspec.structs.replace(place, words=words)


def opening(sentence: str) -> str:
    """The first words of `sentence`, up to a value or a reference: enough to find it by."""
    words = _VALUE.split(sentence)[0].split()[:_OPENING]
    return " ".join(words).rstrip(",;:") or "…"
