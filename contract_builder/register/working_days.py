"""Working Days in England, and times counted as the contract counts them."""

from datetime import date, timedelta
from functools import lru_cache

from contract_builder.register.extra import missing

FIRST_YEAR = 1978
"""The first year in which the bank holidays of today were all there."""
_SATURDAY = 5
_LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class BeyondKnown(Exception):
    """A date in a year of which no bank holidays are known."""


def is_working_day(day: date) -> bool:
    """Not a Saturday, a Sunday, Good Friday, Christmas Day or a bank holiday in England.

    Raises BeyondKnown in a year of which the library for bank holidays knows nothing.
    """
    return day.weekday() < _SATURDAY and day not in bank_holidays(day.year)


def working_days_after(day: date, number: int) -> date:
    """The Working Day that is `number` of them after `day`; `number` below 0 counts back. `day` itself never counts.

    Raises BeyondKnown.
    """
    step = timedelta(days=1 if number > 0 else -1)
    left = abs(number)
    while left:
        day = _moved(day, step)
        left -= is_working_day(day)
    return day


def next_working_day(day: date) -> date:
    """`day`, or the first Working Day behind it. Raises BeyondKnown."""
    while not is_working_day(day):
        day = _moved(day, timedelta(days=1))
    return day


def days_after(day: date, number: int) -> date:
    """`day` and `number` days, which may be below 0. Raises BeyondKnown."""
    return _moved(day, timedelta(days=number))


def months_after(day: date, number: int) -> date:
    """The day of the same number `number` months later; the last of that month where it has none. Raises BeyondKnown."""
    months = day.year * 12 + day.month - 1 + number
    year, month = divmod(months, 12)
    if not FIRST_YEAR <= year <= date.max.year:
        raise BeyondKnown
    last = _LAST_DAYS[month]
    if month == 1 and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)):
        last = 28
    return date(year, month + 1, min(day.day, last))


def _moved(day: date, step: timedelta) -> date:
    try:
        return day + step
    except OverflowError as error:
        raise BeyondKnown from error


@lru_cache(maxsize=256)
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays in England in `year`, with Good Friday and Christmas Day. Raises BeyondKnown, UsageError."""
    try:
        from holidays import country_holidays
    except ImportError as error:
        raise missing("holidays", "To count Working Days") from error
    england = country_holidays("GB", subdiv="ENG")
    if not max(FIRST_YEAR, england.start_year) <= year <= england.end_year:
        raise BeyondKnown
    return frozenset(country_holidays("GB", subdiv="ENG", years=year))
