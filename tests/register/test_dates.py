"""A date stands only where it is certain; where it is not, the register says what sets the obligation off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import contract_builder as cb
from contract_builder.register.make import ROLLS, date_of_words, says_rolls, stated_start
from contract_builder.register.phrases import when_of
from tests.contents import shipped
from tests.register.conftest import Make, duty

END = "2029-01-10"


@pytest.mark.parametrize(
    ("trigger", "due", "dates"),
    [
        ("Start Date", "By the Start Date", ["2027-01-11"]),
        ("Start Date", "10 Working Days after the Start Date", ["2027-01-25"]),
        ("Start Date", "1 Working Day after the Start Date", ["2027-01-12"]),
        ("Start Date", "60 days after the Start Date", ["2027-03-12"]),
        ("Start Date", "90 days after the Start Date", ["2027-04-12"]),  # a Sunday, so Monday
        ("Start Date", "3 months after the Start Date", ["2027-04-12"]),  # a Sunday
        ("Start Date", "2 weeks after the Start Date", ["2027-01-25"]),
        ("End Date", "By the End Date", ["2029-01-10"]),
        ("The End Date", "10 Working Days after the End Date", ["2029-01-24"]),
        ("End Date", "60 Working Days before the End Date", ["2028-10-13"]),
        ("End Date", "6 months before the End Date", ["2028-07-10"]),
        ("Each interval from the Start Date", "Every 6 months", ["2027-07-12", "2028-01-11", "2028-07-11"]),
        (
            "Each interval from the Start Date, and the End Date",
            "Every 12 months",
            ["2028-01-11", "2029-01-10"],
        ),
        (
            "Each interval from the Start Date",
            "Every 1 year, and at the End Date",
            ["2028-01-11", "2029-01-10"],
        ),
        ("Each year of the Term", "Before each anniversary of the Start Date", ["2028-01-10"]),
    ],
)
def test_what_is_certain_has_its_date(make: Make, trigger: str, due: str, dates: list[str]) -> None:
    (entry,) = cb.register_of(make(duty(trigger, due)), end_date=END).entries
    assert [date.date for date in entry.dates] == dates


@pytest.mark.parametrize(
    ("trigger", "due"),
    [
        ("Written request from the Council", "10 Working Days after the Start Date"),
        ("Start Date", "10 Working Days after the End Date"),
        ("Start Date", "10 Working Days"),
        ("Start Date", "Throughout the Term"),
        ("Start Date", "From the Start Date until the end of the Exit Period"),
        ("Start Date", "About 10 Working Days after the Start Date"),
        ("Start Date", "10 Working Days after the Start Date, or sooner"),
        ("Start Date", "0 days after the Start Date"),
        ("Start Date", "24 hours after the Start Date"),
        ("Start Date, if the Council asks", "By the Start Date"),
        ("End Date", "For 30 days after the End Date"),
        ("End Date", "6 months from the End Date"),
        (
            "End Date, where the Council ended this Contract without a reason",
            "20 Working Days after the End Date",
        ),
        ("Each interval from the Start Date", "Every 12 months after the first"),
        ("Notice of a Default", "5 Working Days for a Serious Default; 10 Working Days for any other"),
    ],
)
def test_what_is_not_certain_has_none(make: Make, trigger: str, due: str) -> None:
    (entry,) = cb.register_of(make(duty(trigger, due)), end_date=END).entries
    assert entry.when == "trigger" and entry.dates == ()


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_words_are_read_into_a_date_by_accident(before: str, after: str) -> None:
    phrase = "10 Working Days after the Start Date"
    found = when_of("Start Date", f"{before}{phrase}{after}")
    assert found is None or (before in ("", "Within ") and (not after or after.startswith("; ")))


def test_what_comes_after_the_first_date_is_told_in_words(make: Make) -> None:
    (entry,) = cb.register_of(
        make(
            duty("Each interval from the Start Date", "Every 12 months; report 5 Working Days after the test")
        ),
        end_date=END,
    ).entries
    assert [d.date for d in entry.dates] == ["2028-01-11"]
    assert entry.note == "Then: report 5 Working Days after the test."


def test_without_the_event_no_date_is_guessed(make: Make, contract: cb.Contract) -> None:
    ends = make(duty("End Date", "By the End Date"))
    (entry,) = cb.register_of(ends).entries
    assert entry.dates == () and "End Date is needed" in entry.note
    content = shipped()
    blank = cb.build(content, cb.read_brief(cb.example("homelessness-risk-list"))).contract
    assert blank is not None and stated_start(blank) is None
    open_, given_ = cb.register_of(blank), cb.register_of(blank, "2027-04-01")
    assert not any(e.dates for e in open_.entries) and any(e.dates for e in given_.entries)
    assert any("Start Date is not known" in note for note in open_.notes)


def test_repeated_dates_stop_at_a_horizon_and_say_so(make: Make) -> None:
    (entry,) = cb.register_of(make(duty("Each interval from the Start Date", "Every 12 months"))).entries
    assert [d.date for d in entry.dates] == ["2028-01-11", "2029-01-11", "2030-01-11"]
    assert "goes on until the End Date" in entry.note


def test_each_repeat_is_counted_from_the_start_and_does_not_drift(make: Make, contract: cb.Contract) -> None:
    from msgspec.structs import replace

    made = replace(
        make(duty("Each interval from the Start Date", "Every 1 month"), rolls=False), particulars=()
    )
    (entry,) = cb.register_of(made, "2027-01-31", "2027-06-30").entries
    assert [d.date for d in entry.dates] == [
        "2027-02-28",
        "2027-03-31",
        "2027-04-30",
        "2027-05-31",
        "2027-06-30",
    ]


def test_every_month_is_every_one_month(make: Make) -> None:
    short, long = (
        cb.register_of(make(duty("Each interval from the Start Date", due))).entries[0]
        for due in ("Every month", "Every 1 month")
    )
    assert short.dates == long.dates and short.dates


def test_a_day_off_moves_the_date_only_where_the_contract_says_so(make: Make) -> None:
    words = duty("Start Date", "3 months after the Start Date")
    for rolls, date, note in ((True, "2027-04-12", ""), (False, "2027-04-11", "Not a Working Day.")):
        (entry,) = cb.register_of(make(words, rolls=rolls)).entries
        assert (entry.dates[0].date, entry.dates[0].note) == (date, note)


def test_the_library_says_so_in_the_words_that_are_looked_for() -> None:
    """If these words change in the library, dates would no longer move, in silence."""
    content = shipped()
    long = cb.build(content, cb.read_brief(cb.example("homelessness-risk-list"))).contract
    assert long is not None and says_rolls(long)
    assert ROLLS.count("Working Day") == 2


def test_bank_holidays_that_are_not_proclaimed_yet_are_marked(make: Make) -> None:
    made = make(duty("Each interval from the Start Date", "Every 12 months"))
    (entry,) = cb.register_of(made, as_of="2027-06-01").entries
    assert [bool(d.note) for d in entry.dates] == [False, True, True]
    assert "may still change" in entry.dates[1].note


def test_years_of_which_nothing_is_known_get_no_date(make: Make) -> None:
    from msgspec.structs import replace

    made = replace(make(duty("Start Date", "9999 months after the Start Date")), particulars=())
    (entry,) = cb.register_of(made, "2027-01-11").entries
    assert entry.dates == () and "not known for the year" in entry.note


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [("2027-01-12", "", "state the Start Date"), ("", "2026-01-01", "before the Start Date"),
     ("", "soon", "no date"), ("", "2027-02-30", "no date"), ("", "20270401", "no date")],
)  # fmt: skip
def test_dates_that_cannot_be_are_refused(make: Make, start: str, end: str, says: str) -> None:
    with pytest.raises(cb.UsageError, match=says):
        cb.register_of(make(), start, end)


@pytest.mark.parametrize(
    "words", ["", "soon", "31 June 2027", "1 April", "1 April 2027 or later", "1 Aprl 2027", "¹ April 2027"]
)
def test_words_that_are_no_date_are_none(words: str) -> None:
    assert date_of_words(words) is None


@given(st.dates())
def test_a_date_that_was_written_is_read_again(day: object) -> None:
    from contract_builder.model.words import long_date

    assert date_of_words(long_date(str(day))) == day
