"""How a value prints: with its unit, as money, per cent or a date."""

import re
from datetime import date

from contract_builder.model.clause import Parameter, Value

_DATE = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_EACH = re.compile(r"\b(?:each|every|the first) $", re.IGNORECASE)
"""After these words one month is "month", and not "1 month"."""
_FILTERS = {"money": "money", "percent": "percent", "date": "date"}


def written(value: Value, unit: str, filter_: str, before: str = "") -> str:
    """`value` as it prints after the words `before`."""
    if filter_ == "unit" and unit:
        if value == 1:
            return singular(unit) if _EACH.search(before) else f"1 {singular(unit)}"
        return f"{value:,} {unit}" if isinstance(value, int) else f"{value} {unit}"
    if filter_ == "money" and isinstance(value, int):
        return f"£{value:,}"
    if filter_ == "percent":
        return f"{value}%"
    return long_date(str(value)) if filter_ == "date" else str(value)


def value_words(value: Value, parameter: Parameter | None) -> str:
    """A chosen value as it would be said: "10 Working Days", "£1,200", "95%", "1 April 2027"."""
    if parameter is None:
        return str(value)
    return written(value, parameter.unit, _FILTERS.get(parameter.type, "unit"))


def singular(unit: str) -> str:
    """The unit of one: "Working Day"."""
    return unit.removesuffix("s") if not unit.endswith("ies") else unit.removesuffix("ies") + "y"


def long_date(text: str) -> str:
    """ "1 April 2027" for "2027-04-01"; any other text as it is."""
    if not (match := _DATE.fullmatch(text)):
        return text
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return text
    return f"{day.day} {_MONTHS[day.month - 1]} {match[1]}"
