"""Which question is next: an interview as a value, and what becomes of it with each line that is typed."""

from collections.abc import Callable
from typing import Literal, TypeAlias

from msgspec.structs import replace

from contract_builder.interview.ask import Answers, Ask, is_open
from contract_builder.interview.understand import Understood
from contract_builder.model.base import Frozen
from contract_builder.model.triage import UNKNOWN

Event: TypeAlias = Literal["answered", "kept", "refused", "help", "back", "skipped", "leave"]
Understand: TypeAlias = Callable[[Ask, str], Understood]


class Interview(Frozen, frozen=True):
    """Where an interview stands."""

    asks: tuple[Ask, ...]
    """All questions, in order."""
    answers: Answers
    """What is answered, `unknown` included."""
    at: int
    """The number of the question that is asked now, from 0; as many as there are questions once it is over."""
    review: bool = False
    """Whether it goes through the questions that have an answer, too."""

    @property
    def ask(self) -> Ask | None:
        """The question that is asked now; none once it is over."""
        return self.asks[self.at] if self.at < len(self.asks) else None


class Heard(Frozen, frozen=True):
    """What became of one line."""

    interview: Interview
    """Where the interview stands then."""
    event: Event
    """What the line was."""
    problem: str = ""
    """Why it was refused."""
    hint: str = ""
    """What to type instead."""


def begin(asks: tuple[Ask, ...], answers: Answers, review: bool = False) -> Interview:
    """An interview that starts at the first question without an answer; at the first of all for a review."""
    return Interview(asks, answers, 0 if review else next_open(asks, answers), review)


def next_open(asks: tuple[Ask, ...], answers: Answers, after: int = -1) -> int:
    """The number of the first open question beyond `after`; as many as there are questions if none is."""
    return next((n for n, ask in enumerate(asks) if n > after and is_open(ask, answers)), len(asks))


def hear(interview: Interview, typed: str, understand: Understand) -> Heard:
    """What becomes of `interview` when `typed` is answered to its question.

    `?` asks for help, `b` goes back, `q` leaves, `s` skips the rest of a part that may be skipped. Nothing typed
    keeps the answer that is there, or else says that nobody knows; `u` says so in any case.
    """
    ask = interview.ask
    word = typed.strip().casefold()
    if ask is None or word in ("q", "quit"):
        return Heard(interview, "leave")
    if word in ("?", "help"):
        return Heard(interview, "help")
    if word in ("b", "back"):
        return _back(interview)
    if word in ("s", "skip") and ask.skippable:
        return _skip(interview, ask)
    if not word and ask.key in interview.answers:
        return Heard(_onward(interview), "kept")
    understood = understand(ask, UNKNOWN if word in ("", "u") else typed)
    if understood.answer is None:
        return Heard(interview, "refused", understood.problem, understood.hint)
    answers = {**interview.answers, ask.key: understood.answer}
    return Heard(_onward(replace(interview, answers=answers)), "answered")


def _onward(interview: Interview) -> Interview:
    if interview.review:
        rest = range(interview.at + 1, len(interview.asks))
        at = next(
            (n for n in rest if _is_reviewed(interview.asks[n], interview.answers)), len(interview.asks)
        )
        return replace(interview, at=at)
    # After a step back, the questions in between have their answers: go on where it stopped.
    return replace(interview, at=next_open(interview.asks, interview.answers))


def _is_reviewed(ask: Ask, answers: Answers) -> bool:
    return ask.key in answers or not ask.settled(answers)


def _back(interview: Interview) -> Heard:
    if interview.at == 0:
        return Heard(interview, "refused", "This is the first question.", "q saves and leaves.")
    return Heard(replace(interview, at=interview.at - 1), "back")


def _skip(interview: Interview, ask: Ask) -> Heard:
    """Nobody knows what is left open in this part; answers that are there stay, and what is needed is still asked."""
    rest = [a for a in interview.asks[interview.at :] if a.part == ask.part]
    answers = {**interview.answers}
    for left in rest:
        if left.skippable and is_open(left, answers):
            answers[left.key] = UNKNOWN
    at = interview.at + len(rest) - 1
    return Heard(_onward(replace(interview, answers=answers, at=at)), "skipped")
