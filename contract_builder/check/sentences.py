"""Sentences and the duties in them: who must do what, read from the words of a text.

This reads the house style and no other English: "The Supplier must …", "must not" for a ban, and items that
complete the sentence of the item above them. Whom it cannot tell it leaves open, so that a rule that builds on it
stays silent rather than guess.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from contract_builder.check.capitals import GAP
from contract_builder.check.texts import Part, Written
from contract_builder.model.base import Frozen
from contract_builder.model.body import Inline, Item, Slot, Text

Bound: TypeAlias = Literal["Supplier", "Council", "Parties", ""]
"""Who bears a duty. "Parties" is either or both; empty is anybody or anything else."""

ABBREVIATIONS = (
    "Art", "Arts", "No", "Nos", "Reg", "Regs", "Sch", "s", "ss", "para", "paras", "reg", "regs", "v", "Ltd", "St",
    "e.g", "i.e",
)  # fmt: skip
"""What stands before a full stop that ends no sentence."""
_END = re.compile(r"[.?!][\"”’)]*\s+(?=[\"“(]?[A-Z{])")
_ABBREVIATED = re.compile(rf"(?:^|[\s(\[])(?:{'|'.join(map(re.escape, ABBREVIATIONS))})\.$")

_PARTY = r"(?:the|each|either|both|every|an?) (?P<who>Supplier|Council|Party|Parties)\b"
_ASIDE_BETWEEN = r"(?:, [^,]{1,80},)?"
_NEAR = 400
"""How many characters before and after a "must" its subject and its verb are looked for in."""
_MUST = re.compile(r"\bmust\b(?P<ban> not\b| never\b| neither\b|(?= \w+ no\b))?")
_BOTH = re.compile(r"\bthe (?:Supplier|Council) and the (?:Supplier|Council)$", re.IGNORECASE)
_NAMED = re.compile(rf"(?:^|\W){_PARTY}{_ASIDE_BETWEEN}$", re.IGNORECASE)
_PRONOUN = re.compile(rf"(?:^|\W)(?:it|they){_ASIDE_BETWEEN}$", re.IGNORECASE)
_JOINED = re.compile(rf",? (?:and|or|but){_ASIDE_BETWEEN}$")
_WITHIN_ANOTHER = re.compile(
    r"\b(?:(?<!provided )that|who|which|whom|what|how|when|whenever|where|if|unless|until|while|as|than)"
    r"(?: (?:(?:the|each|either|both|an?) \w+|it|they))?$",
    re.IGNORECASE,
)
"""Before "must": a clause within the sentence, such as "the notices that the Council must publish"."""
_JOINT = re.compile(r";|,?(?: and| or| but)\b")
_TOLD = r"(?<!\bthat )(?<!\bwhich )(?<!\bwhat )(?<!\bwhom )(?<!\bhow )(?<!\bwhen )(?<!(?<!\bfar )\bas )"
_SUBJECT = re.compile(rf"{_TOLD}\b(?i:{_PARTY})(?=,? (?:must|may|cannot|[a-z]+s)\b)")
_ADVERB = (
    r"(?!supply\b|apply\b|comply\b|reply\b|rely\b)\w+ly|also|then|first|still|always|only|each|both|otherwise"
)
_ASIDE = re.compile(
    rf"\s*(?:,[^,:]*,|at (?:its|their) own (?:cost|expense)(?: and)?\b,?|at (?:all times|once)\b|in writing\b|and\b"
    rf"|(?:within|by|before|after|during|on|in|throughout|from|for|until|whatever|if|where|when)\b[^,:]*[,:]"
    rf"|(?:{_ADVERB})\b)"
)
_VERB = re.compile(r"\s*(make sure|go on|[^\W\d_][\w-]*)")


class Duty(NamedTuple):
    """One "must", or the part of one that an item below it completes."""

    party: Bound
    ban: bool
    """Whether it is a "must not"."""
    verb: str
    """The verb after it; empty where the items below hold the verbs."""
    pronoun: bool
    """Whether its subject is "it" or "they"."""
    words: str
    """The words of the sentence that belong to it and to no other duty."""

    @property
    def positive(self) -> bool:
        """Whether it tells a Party to do something."""
        return bool(self.party and self.verb and not self.ban)


class Sentence(NamedTuple):
    """A sentence, or as much of one as stands in an item."""

    words: str
    """With `{name}` for a value, and a bar for a number that stands for a reference."""
    duties: tuple[Duty, ...]


class Passage(Frozen, frozen=True):
    """An item or a paragraph, read, with the parts that it belongs with."""

    part: Part
    sentences: tuple[Sentence, ...]
    above: tuple[Part, ...] = ()
    """The items that it stands under."""
    below: tuple[Part, ...] = ()
    """The items that stand under it."""

    @property
    def duties(self) -> tuple[Duty, ...]:
        """Those of all its sentences, in reading order."""
        return tuple(duty for sentence in self.sentences for duty in sentence.duties)

    @property
    def labels(self) -> frozenset[str]:
        """The labels at which a record of its duties may be anchored: its own, and those above and below it."""
        return frozenset(p.label for p in (self.part, *self.above, *self.below) if p.label)

    @property
    def around(self) -> str:
        """Its words with those above and below it."""
        return " ".join(spoken(part) for part in (*self.above, self.part, *self.below))


def spoken(part: Part) -> str:
    """The words of `part`, with `{name}` for a value and a bar for a reference."""
    return " ".join("".join(map(_say, sequence)) for sequence in part.sequences)


def _say(inline: Inline) -> str:
    if isinstance(inline, Text):
        return inline.text
    return f"{{{inline.name}}}" if isinstance(inline, Slot) else GAP


def sentences(words: str) -> tuple[str, ...]:
    """The sentences of `words`, each with the mark that ends it."""
    found, start = [], 0
    for end in _END.finditer(words):
        if not _ABBREVIATED.search(words[start : end.start() + 1]):
            found.append(words[start : end.end()].strip())
            start = end.end()
    return tuple(sentence for sentence in (*found, words[start:].strip()) if sentence)


def passages(text: Written) -> Iterator[Passage]:
    """Each part of `text`, in reading order, its duties read with those of the item above it."""
    above: list[tuple[int, Passage]] = []
    for n, part in enumerate(text.parts):
        above = [(end, passage) for end, passage in above if n < end]
        end = n + 1 + _count_below(part)
        lead = _lead(above[-1][1]) if above else None
        parents = tuple(passage.part for _, passage in above)
        passage = Passage(part, tuple(_read(spoken(part), lead)), parents, text.parts[n + 1 : end])
        above.append((end, passage))
        yield passage


def _count_below(part: Part) -> int:
    def count(items: tuple[Item, ...]) -> int:
        return sum(1 + count(item.items) for item in items)

    return count(part.block.items) if isinstance(part.block, Item) else 0


def _lead(passage: Passage) -> Duty | None:
    """The duty that the items below `passage` complete, if its last words are "must:" or the like."""
    last = passage.sentences[-1] if passage.sentences else None
    if last is None or not last.duties or not last.words.endswith(":"):
        return None
    return None if last.duties[-1].verb else last.duties[-1]


def _read(words: str, lead: Duty | None) -> Iterator[Sentence]:
    """The sentences of `words`, where the first may complete `lead`."""
    subject: Bound = lead.party if lead else ""
    for n, sentence in enumerate(sentences(words)):
        duties: list[Duty] = []
        if n == 0 and lead:
            duties.append(lead._replace(verb=_verb(sentence), pronoun=False, words=sentence))
        start = end = 0
        passed_over = False
        for must in _MUST.finditer(sentence):
            before = sentence[max(0, must.start() - _NEAR) : must.start()].rstrip()
            passed_over = bool(_WITHIN_ANOTHER.search(before) or (passed_over and _JOINED.search(before)))
            if passed_over:
                continue
            if end:
                start = _joint(sentence, end, must.start())
                duties[-1] = duties[-1]._replace(words=duties[-1].words[: start - len(sentence)])
            party, pronoun = _bearer(before, duties[-1].party if duties else subject)
            after, end = sentence[must.end() :], must.end()
            verb = _verb(after)
            if pronoun and verb == "be":  # "It must be delivered": the thing, not the Party
                party = ""
            duties.append(Duty(party, must["ban"] is not None, verb, pronoun, sentence[start:]))
        subject = duties[-1].party if duties else _last_subject(sentence)
        yield Sentence(sentence, tuple(duties))


def _joint(sentence: str, start: int, end: int) -> int:
    """Where, between two duties, the words of the first end."""
    joints = [joint.start() for joint in _JOINT.finditer(sentence, start, end)]
    return joints[-1] if joints else end


def _bearer(before: str, last: Bound) -> tuple[Bound, bool]:
    """Who bears the duty whose "must" stands after `before`, and whether a pronoun says so."""
    if _BOTH.search(before):
        return "Parties", False
    if named := _NAMED.search(before):
        return _bound(named["who"]), False
    if _JOINED.search(before):
        return (_last_subject(before) or last), False
    if _PRONOUN.search(before):
        return (_last_subject(before) or last), True
    return "", False


def subjects(words: str) -> tuple[Bound, ...]:
    """The parties that do, must do or may do something in `words`: "the Supplier sends", not "what the Council asks"."""
    return tuple(_bound(match["who"]) for match in _SUBJECT.finditer(words))


def _last_subject(words: str) -> Bound:
    found = subjects(words)
    return found[-1] if found else ""


def _bound(who: str) -> Bound:
    bound: dict[str, Bound] = {"supplier": "Supplier", "council": "Council"}
    return bound.get(who.lower(), "Parties")


def _verb(words: str) -> str:
    """The verb with which `words` begin, what stands between "must" and it passed over."""
    words = words[:_NEAR]
    while aside := _ASIDE.match(words):
        words = words[aside.end() :]
    verb = _VERB.match(words)
    return verb[1] if verb else ""
