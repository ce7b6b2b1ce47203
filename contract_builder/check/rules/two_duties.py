"""The rule `two-duties`."""

import re
from collections.abc import Iterator
from itertools import pairwise

from contract_builder.check.duties import deadlines_of, read
from contract_builder.check.scope import Scope
from contract_builder.check.sentences import Duty, Passage, Sentence
from contract_builder.check.times import clocks, deadlines
from contract_builder.model.clause import SHORT
from contract_builder.model.diagnostic import Diagnostic, Level, Place

RULE = "two-duties"
LEVEL: Level = "warning"
_INSTEAD = re.compile(
    r"\b(?:instead|otherwise|in (?:its|their) place|in place of|if there (?:is|are) none)\b", re.IGNORECASE
)
_CONTENTS = ("contain", "cover", "describe", "explain", "identify", "include", "list", "name", "say", "state")
"""Verbs that say what is in the paper just named: "It must state …"."""
_SECOND_DATE = re.compile(
    r"[\w,] and (?!(?:at (?:least|most)|in any|no (?:later|more)|not (?:later|more))\b)"
)
_A_CHOICE = re.compile(r"\bor\b")


def find(scope: Scope) -> Iterator[Diagnostic]:
    """One item holds two duties: of two parties, each with its own deadline, or each in a sentence of its own.

    A duty that shares its number with another cannot be cited, chased or changed alone: an obligation record is
    anchored to both, a notice of breach names both, and whoever negotiates one away takes the other with it.
    Found are, in the words of one item: something that the Supplier must do and something that the Council must do;
    two things that one party must do, each by its own deadline, or under one "must" two deadlines of two parameters
    joined by "and"; and two sentences that each begin "The Supplier must" or "The Council must".

    Let pass are: a duty and the ban that mirrors it ("must keep it secret and must not use it"); what is joined to a
    duty in one sentence and has no deadline of its own ("and must keep a record of it"); a later sentence that says
    what a paper holds ("It must state …"), what happens instead, or, with "it" or a condition before the party, what
    follows from the first; two deadlines joined by "or"; the items of a list, which have numbers of their own; and
    the position `short`, which trades numbers for words.
    """
    for text, passages in read(scope):
        timed = clocks(text)
        for passage in passages if text.position != SHORT else ():
            if found := _second(passage, timed):
                duty, message = found
                place = Place(text.file, passage.part.block.line, 1, words=f"must {duty.verb}")
                hint = (
                    "Give each duty an item of its own, or an item of a list, with its label and its record."
                )
                yield Diagnostic(RULE, place, message, hint, LEVEL)


def _second(passage: Passage, timed: frozenset[str]) -> tuple[Duty, str] | None:
    """The duty that is one too many in `passage`, and what is wrong with it."""
    before: list[tuple[Duty, bool]] = []
    for sentence in passage.sentences:
        for duty in sentence.duties:
            if not duty.positive or _INSTEAD.search(duty.words) or (duty.pronoun and duty.verb in _CONTENTS):
                continue
            due = bool(deadlines_of(duty, sentence, passage, timed))
            for first, first_due in before:
                if message := _message(first, duty, sentence, first_due and due):
                    return duty, message
            if _two_dates(duty, timed):
                return (
                    duty,
                    f"What {_who(duty)} must do here has two deadlines: to {duty.verb}, and then something more.",
                )
            before.append((duty, due))
    return None


def _message(first: Duty, second: Duty, sentence: Sentence, both_due: bool) -> str:
    if first.party != second.party:
        return f"One item says what {_who(first)} must do ({first.verb}) and what {_who(second)} must do ({second.verb})."
    if both_due:
        return f"{_who(second, True)} must {first.verb} and must {second.verb} in one item, each by its own deadline."
    if (
        second is sentence.duties[0]
        and not second.pronoun
        and re.match(rf"{_who(second, True)} must\b", sentence.words)
    ):
        return f"Two sentences of one item say what {_who(second)} must do: {first.verb}, and {second.verb}."
    return ""


def _who(duty: Duty, opens: bool = False) -> str:
    the = "The" if opens else "the"
    return f"{the} {duty.party}"


def _two_dates(duty: Duty, timed: frozenset[str]) -> bool:
    """Whether one "must" has two deadlines, of two parameters, that "and" joins."""
    dates = sorted((d for d in deadlines(duty.words, timed) if d.name), key=lambda d: d.start)
    for one, other in pairwise(dates):
        between = duty.words[one.start + len(one.words) : other.start]
        if one.name != other.name and _SECOND_DATE.search(between) and not _A_CHOICE.search(between):
            return True
    return False
