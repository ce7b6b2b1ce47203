"""One question of a brief, and what an answer to it is."""

from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen
from contract_builder.model.condition import Condition
from contract_builder.model.triage import UNKNOWN

Kind: TypeAlias = Literal["line", "number", "date", "one", "several"]
Answer: TypeAlias = str | int | tuple[str, ...]
"""A text, a number, the value of an option or of several; `unknown` for what nobody knows yet."""
Answers: TypeAlias = dict[str, Answer]
"""By the key of the question."""


class Option(Frozen, frozen=True):
    """One answer to choose."""

    value: str
    """What stands in the brief."""
    words: str
    """What it means."""
    more: str = ""
    """What the help says of it."""


class Ask(Frozen, frozen=True):
    """One question."""

    key: str
    """Its part of the brief and its name there: `title`, `answers.duration`."""
    part: str
    """The heading that it stands under."""
    words: str
    """The question."""
    kind: Kind
    """What an answer is."""
    options: tuple[Option, ...] = ()
    """The answers to choose from; none for a text or a number."""
    help: str = ""
    """How to find the answer."""
    why: str = ""
    """Why it is asked, and what follows from it."""
    if_unknown: str = ""
    """What follows where nobody knows; "" if the brief needs an answer."""
    skippable: bool = False
    """Whether its part may be left out as a whole."""
    when: Condition | None = None
    """Of the facts: where it is asked; everywhere if none."""
    settled_by: dict[str, tuple[str, ...]] = {}
    """Answers to other questions that settle it, so that it is not asked: by the key of each, the values that do."""

    def option(self, value: Answer) -> Option | None:
        """The option whose value is `value`."""
        return next((o for o in self.options if o.value == value), None)

    def settled(self, answers: Answers) -> bool:
        """Whether `answers` to other questions settle this one."""
        return any(
            not said_by(answers.get(key)).isdisjoint(values) for key, values in self.settled_by.items()
        )


def said_by(answer: Answer | None) -> frozenset[str]:
    """The values that `answer` gives."""
    if answer is None:
        return frozenset()
    return frozenset(answer if isinstance(answer, tuple) else (str(answer),))


def is_known(answer: Answer | None) -> bool:
    """Whether an answer says something."""
    return answer is not None and answer != UNKNOWN


def is_open(ask: Ask, answers: Answers) -> bool:
    """Whether `ask` has no answer yet and needs one. That nobody knows is an answer."""
    return ask.key not in answers and not ask.settled(answers)


BOUGHT, GATES, TRIAGE = "What is bought", "Gates", "The triage"
FACTS, SAFEGUARDS, PARTICULARS = "The purchase", "Safeguards", "The Particulars"
