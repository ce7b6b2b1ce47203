"""Working Days in England: bank holidays with their substitutes, and arithmetic that never lands on another day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_builder.register.working_days import (
    BeyondKnown,
    bank_holidays,
    days_after,
    is_working_day,
    months_after,
    next_working_day,
    working_days_after,
)

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
NUMBERS = st.integers(-300, 300)


@pytest.mark.parametrize(
    ("year", "days"),
    [
        # https://www.gov.uk/bank-holidays, England and Wales
        (2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-25 12-27 12-28"),
        (2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
        (2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
        (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
        (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
    ],
)
def test_the_days_off_on_weekdays_are_those_that_the_government_publishes(year: int, days: str) -> None:
    published = {date.fromisoformat(f"{year}-{day}") for day in days.split()}
    assert {day for day in bank_holidays(year) if day.weekday() < 5} == {
        d for d in published if d.weekday() < 5
    }


@pytest.mark.parametrize(
    ("day", "number", "lands"),
    [
        ("2027-03-25", 1, "2027-03-30"),  # over Good Friday, the weekend and Easter Monday
        (
            "2027-12-24",
            1,
            "2027-12-29",
        ),  # Christmas on a Saturday: Monday and Tuesday stand in for it and Boxing Day
        ("2027-12-29", -1, "2027-12-24"),
        ("2027-01-01", 10, "2027-01-15"),
        ("2027-01-11", 10, "2027-01-25"),
        ("2022-06-01", 2, "2022-06-07"),  # the jubilee
    ],
)
def test_known_cases(day: str, number: int, lands: str) -> None:
    assert working_days_after(date.fromisoformat(day), number).isoformat() == lands


@given(DAYS, NUMBERS.filter(bool))
def test_it_lands_on_a_working_day(day: date, number: int) -> None:
    assert is_working_day(working_days_after(day, number))


@given(DAYS, NUMBERS, st.integers(1, 50))
def test_more_working_days_are_later(day: date, number: int, more: int) -> None:
    assert working_days_after(day, number) < working_days_after(day, number + more) or number in (0, -more)
    assert working_days_after(day, number) <= working_days_after(day, number + more)


@given(DAYS, st.integers(1, 200), st.integers(0, 20))
def test_a_later_start_never_ends_earlier(day: date, number: int, later: int) -> None:
    assert working_days_after(day, number) <= working_days_after(day + timedelta(later), number)


@given(DAYS, st.integers(1, 200))
def test_as_many_working_days_lie_between_as_were_asked_for(day: date, number: int) -> None:
    end = working_days_after(day, number)
    between = [day + timedelta(n) for n in range(1, (end - day).days + 1)]
    assert sum(map(is_working_day, between)) == number


@given(DAYS.filter(is_working_day), st.integers(1, 200))
def test_from_a_working_day_there_and_back_is_where_one_was(day: date, number: int) -> None:
    assert working_days_after(working_days_after(day, number), -number) == day


@given(DAYS)
def test_the_next_working_day_is_one_and_none_is_left_out(day: date) -> None:
    found = next_working_day(day)
    assert is_working_day(found)
    assert not any(is_working_day(day + timedelta(n)) for n in range((found - day).days))


@given(DAYS, st.integers(-200, 200))
def test_months_keep_the_day_or_take_the_last_of_the_month(day: date, number: int) -> None:
    found = months_after(day, number)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == number
    assert found.day == day.day or (found.day < day.day and (found + timedelta(1)).day == 1)


def test_a_month_after_the_last_of_january() -> None:
    assert months_after(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_after(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert months_after(date(2027, 1, 31), 2) == date(2027, 3, 31)


@pytest.mark.parametrize(
    "asked", [lambda: bank_holidays(1900), lambda: bank_holidays(2300), lambda: days_after(date.max, 1),
              lambda: months_after(date(9999, 12, 1), 1), lambda: working_days_after(date(2100, 12, 31), 400)],
)  # fmt: skip
def test_beyond_what_is_known_there_is_no_answer(asked: object) -> None:
    with pytest.raises(BeyondKnown):
        asked()  # type: ignore[operator]
