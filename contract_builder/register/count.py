"""From what is said about a date to the dates, counted as the contract counts time."""

from collections.abc import Callable, Iterator
from datetime import date

from contract_builder.model.base import Frozen
from contract_builder.register.phrases import Unit, When
from contract_builder.register.working_days import (
    days_after,
    is_working_day,
    months_after,
    next_working_day,
    working_days_after,
)

HORIZON_MONTHS = 36
"""How far repeated dates are listed where no End Date is known."""
MOST = 1000
"""Dates of one obligation."""
_COUNT: dict[Unit, Callable[[date, int], date]] = {
    "Working Day": working_days_after,
    "day": days_after,
    "week": lambda day, number: days_after(day, 7 * number),
    "month": months_after,
    "year": lambda day, number: months_after(day, 12 * number),
}


class Term(Frozen, frozen=True):
    """What the dates are counted from."""

    start: date | None
    end: date | None
    rolls: bool
    """The contract says that a time which ends on another day ends on the next Working Day."""


def dates_of(when: When, term: Term) -> Iterator[tuple[date, bool]]:
    """The dates, in order; and of each whether it is no Working Day, which the contract leaves as it is.

    None where the event has no date. A time that runs from an event begins on the day after it. Raises BeyondKnown.
    """
    event = term.start if when.event == "start" else term.end
    if event is None:
        return
    if not when.repeated:
        yield _ended(_COUNT[when.unit](event, when.number) if when.number else event, when, term)
        return
    last = term.end or months_after(event, HORIZON_MONTHS)
    for n in range(1, MOST + 1):  # each is counted from the event, so that no short month shortens the next
        day = _COUNT[when.unit](event, n * when.number)
        if day > last:
            break
        if when.at_end and day == term.end:
            break
        yield _ended(days_after(day, -1) if when.day_before else day, when, term)
    if when.at_end and term.end is not None:
        yield term.end, not is_working_day(term.end)


def _ended(day: date, when: When, term: Term) -> tuple[date, bool]:
    """A time after an event may end later, if the contract says so; one before it, or a day that is named, never."""
    if is_working_day(day):
        return day, False
    if term.rolls and when.number > 0 and not when.day_before:
        return next_working_day(day), False
    return day, True
