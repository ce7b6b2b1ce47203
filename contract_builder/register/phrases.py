"""What the words of an obligation say about its date: a closed list of phrases, and nothing read into any other.

A date that is wrong is worse than none, so a phrase counts only where trigger and due together leave one meaning.
"""

import re
from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen

Event: TypeAlias = Literal["start", "end"]
Unit: TypeAlias = Literal["Working Day", "day", "week", "month", "year"]
_UNIT = "(?P<unit>Working Day|day|week|month|year)s?"
_NUMBER = r"(?P<number>[1-9]\d{0,3}) "
_TIME = _NUMBER + _UNIT
_EVENT = "the (?P<event>Start|End) Date"
_COUNTED = re.compile(rf"(?:Within )?{_TIME} (?P<way>after|before) {_EVENT}")
_BY = re.compile(rf"(?:By|On) {_EVENT}")
_EVERY = re.compile(rf"Every (?:{_NUMBER})?{_UNIT}(?P<end>, and (?:at|on) the End Date)?")
_ANNIVERSARY = "Before each anniversary of the Start Date"
_AT = re.compile(r"(?:The )?(Start|End) Date")
_INTERVALS = re.compile(r"(?:Each|Every) interval from the Start Date(?P<end>, and the End Date)?")
_YEARS = ("Each year of the Term", "Each anniversary of the Start Date", "Start Date")


class When(Frozen, frozen=True):
    """When something is due, in terms that can be counted."""

    event: Event
    number: int = 0
    """Of `unit`, after the event; below 0, before it; 0 on the day."""
    unit: Unit = "day"
    repeated: bool = False
    """Again each time that `number` of `unit` has passed since the event."""
    day_before: bool = False
    """On the day before, at the latest."""
    at_end: bool = False
    """And on the End Date."""
    rest: str = ""
    """What else is due, in words."""


def when_of(trigger: str, due: str) -> When | None:
    """What `trigger` and `due` say; none where that is not one date, or one series of dates, after a date to be known."""
    first, _, rest = due.partition("; ")
    at, intervals = _AT.fullmatch(trigger), _INTERVALS.fullmatch(trigger)
    if at is not None:
        if (m := _COUNTED.fullmatch(first)) and m["event"] == at[1]:
            sign = 1 if m["way"] == "after" else -1
            return When(_event(m), sign * int(m["number"]), _unit(m), rest=rest)
        if (m := _BY.fullmatch(first)) and m["event"] == at[1]:
            return When(_event(m), rest=rest)
    if intervals is not None and (m := _EVERY.fullmatch(first)):
        at_end = bool(m["end"] or intervals["end"])
        return When("start", int(m["number"] or 1), _unit(m), True, at_end=at_end, rest=rest)
    if first == _ANNIVERSARY and trigger in _YEARS:
        return When("start", 1, "year", True, day_before=True, rest=rest)
    return None


def _event(match: re.Match[str]) -> Event:
    return "start" if match["event"] == "Start" else "end"


def _unit(match: re.Match[str]) -> Unit:
    unit: Unit = match["unit"]  # type: ignore[assignment]
    return unit
