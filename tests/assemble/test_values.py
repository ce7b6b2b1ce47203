"""Values into text: filters, units, dates and blanks."""

import pytest

from contract_builder.model.contract import BlankRun, TextRun
from contract_builder.model.words import long_date, singular, written
from tests.assemble.library import assembled, clause, contract
from tests.assemble.reading import clause_lines


def printed(slot: str, parameter: dict[str, object], **values: object) -> str:
    """What `slot` prints for a parameter `x`."""
    about = {"ask": "How much?", **parameter}
    made = contract(
        clause("data", f"1. {slot}", parameters={"x": about}), values={"data": values} if values else None
    )
    return clause_lines(made, "data")[0].removeprefix("1.1 ")


DAYS = {"type": "integer", "unit": "Working Days", "default": 10}


@pytest.mark.parametrize(
    ("slot", "parameter", "value", "text"),
    [
        ("{{ x }}", DAYS, 10, "10"),
        ("{{ x | unit }}", DAYS, 10, "10 Working Days"),
        ("{{ x | unit }}", DAYS, 1, "1 Working Day"),
        ("{{ x | unit }}", DAYS, 0, "0 Working Days"),
        ("{{ x | unit }}", DAYS, 5000, "5,000 Working Days"),
        ("{{ x }}", DAYS, 2027, "2027"),
        ("Every {{ x | unit }}.", DAYS, 1, "Every Working Day."),
        ("After each {{ x | unit }}.", DAYS, 1, "After each Working Day."),
        ("For the first {{ x | unit }}.", DAYS, 1, "For the first Working Day."),
        ("Every {{ x | unit }}.", DAYS, 2, "Every 2 Working Days."),
        ("Breach {{ x | unit }}.", DAYS, 1, "Breach 1 Working Day."),
        ("{{ x | unit }}", {"type": "integer", "default": 3}, 3, "3"),
        ("{{ x | money }}", {"type": "money", "default": 5}, 1200, "£1,200"),
        ("{{ x | money }}", {"type": "money", "default": 5}, 5000000, "£5,000,000"),
        ("{{ x }}", {"type": "money", "default": 5}, 1200, "1200"),
        ("{{ x | percent }}", {"type": "percent", "default": 5}, 95, "95%"),
        ("{{ x }}", {"type": "date", "default": "2027-01-01"}, "2027-04-01", "1 April 2027"),
        ("{{ x | date }}", {"type": "date", "default": "2027-01-01"}, "2028-02-29", "29 February 2028"),
        ("{{ x }}", {"type": "text", "default": "a"}, "2027-04-01", "2027-04-01"),
        ("{{ x | date }}", {"type": "text", "default": "a"}, "2027-04-01", "1 April 2027"),
        ("{{ x | date }}", {"type": "text", "default": "a"}, "next spring", "next spring"),
        (
            "{{ x }}",
            {"type": "choice", "default": "monthly", "choices": ["monthly", "weekly"]},
            "weekly",
            "weekly",
        ),
    ],
)
def test_a_value_prints_by_its_type_and_filter(
    slot: str, parameter: dict[str, object], value: object, text: str
) -> None:
    assert printed(slot, parameter, x=value) == text


@pytest.mark.parametrize(
    ("unit", "one"),
    [
        ("Working Days", "Working Day"),
        ("person-days", "person-day"),
        ("hours", "hour"),
        ("copies", "copy"),
        ("staff", "staff"),
    ],
)
def test_the_unit_of_one(unit: str, one: str) -> None:
    assert singular(unit) == one
    assert written(1, unit, "unit") == f"1 {one}"


@pytest.mark.parametrize(
    "text", ["2027-02-29", "2027-13-01", "2027-00-10", "2027-4-1", "x2027-04-01", "2027-04-01 ", ""]
)
def test_what_is_no_date_stays_as_it_is(text: str) -> None:
    assert long_date(text) == text


def test_a_field_of_the_particulars_prints() -> None:
    made = contract(
        clause("data", "1. For {{ supplier_name }}."), particulars={"supplier_name": "Acme *Ltd* {{ x }}"}
    )
    assert clause_lines(made, "data") == ["1.1 For Acme *Ltd* {{ x }}."]


def test_a_field_that_is_a_date_prints_as_one_and_any_other_field_as_it_is_given() -> None:
    text = "1. {{ start_date }} and {{ system_version }}."
    made = contract(
        clause("data", text), particulars={"start_date": "2027-04-01", "system_version": "2026-03-01"}
    )
    assert clause_lines(made, "data") == ["1.1 1 April 2027 and 2026-03-01."]
    rows = {row.field: row.runs for section in made.particulars for row in section.rows}
    assert rows["start_date"] == (TextRun("1 April 2027"),)
    assert rows["system_version"] == (TextRun("2026-03-01"),)


@pytest.mark.parametrize("particulars", [{}, {"supplier_name": ""}, {"supplier_name": "  \n"}])
def test_a_field_without_a_value_is_a_blank_and_an_open_item(particulars: dict[str, str]) -> None:
    made = contract(clause("data", "1. For {{ supplier_name }}."), particulars=particulars)
    assert BlankRun("supplier_name", "Supplier", owner="procurement") in made.clauses[0].blocks[0].runs  # type: ignore[union-attr]
    assert made.parties[1] == (BlankRun("supplier_name", "Supplier", owner="procurement"),)
    assert "supplier_name" in {item.field for item in made.open_items}


def test_a_field_with_a_value_is_no_open_item() -> None:
    made = contract(clause("data", "1. Words."), particulars={"supplier_name": "Acme"})
    assert [(i.field, i.owner) for i in made.open_items] == [
        ("council_name", "legal"), ("start_date", "procurement"), ("system_version", "ICT"),
    ]  # fmt: skip


def test_the_particulars_stand_in_sections_in_the_order_of_their_fields() -> None:
    made = contract(clause("data", "1. Words."))
    assert [(s.title, [r.label for r in s.rows]) for s in made.particulars] == [
        ("The parties", ["Council", "Supplier"]), ("This Contract", ["Start Date"]), ("The AI System", ["Version"]),
    ]  # fmt: skip


def test_a_parameter_goes_before_a_field_of_the_same_name() -> None:
    made = contract(
        clause("data", "1. {{ system_version }}.", parameters={"system_version": {"type": "integer", "default": 7, "ask": "?"}}),
        particulars={"system_version": "4.2"},
    )  # fmt: skip
    assert clause_lines(made, "data") == ["1.1 7."]


def test_emphasis_stays_with_a_value() -> None:
    made = contract(
        clause("data", "1. For **{{ supplier_name }}** *now*."), particulars={"supplier_name": "Acme"}
    )
    runs = made.clauses[0].blocks[0].runs  # type: ignore[union-attr]
    assert TextRun("Acme", "strong") in runs
    assert TextRun("now", "em") in runs


def test_a_placeholder_that_names_nothing_is_an_error_at_its_line() -> None:
    first = clause("data", "1. One.\n1. In {{ no_such_thing }} days.")
    made = assembled(first)
    assert made.contract is None
    (problem,) = made.diagnostics
    assert (problem.rule, problem.place.file) == ("unknown-placeholder", "clauses/general/data.md")
    assert problem.place.line == first.positions[0].line + 3
    assert "no_such_thing" in problem.message


def test_the_words_around_the_clauses_may_name_fields_and_nothing_else() -> None:
    made = contract(
        clause("data", "1. Words."),
        background="For {{ council_name }}.",
        particulars={"council_name": "Mere"},
    )
    assert made.background == (TextRun("For "), TextRun("Mere"), TextRun("."))
    assert made.execution.signatories[0].words == (TextRun("For "), TextRun("Mere"))
    wrong = assembled(clause("data", "1. Words."), background="For {{ nobody }}.")
    assert [(d.rule, d.place.file) for d in wrong.diagnostics] == [
        ("unknown-placeholder", "clauses/library.yaml")
    ]
