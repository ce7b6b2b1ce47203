"""Whether a value fits its parameter, and which of two protects the Council less."""

import re
from datetime import date

from contract_builder.model.clause import Parameter, Value

_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def weaker(parameter: Parameter, value: Value, than: Value) -> bool:
    """Whether `value` protects the Council less than `than` does."""
    if not isinstance(value, int) or not isinstance(than, int):
        return False
    return value > than if parameter.stronger == "lower" else parameter.stronger == "higher" and value < than


def bounds_problem(parameter: Parameter, value: Value) -> tuple[str, str] | None:
    """What is wrong with `value`, and what to write instead; nothing if it fits the type and the bounds."""
    if parameter.type in ("integer", "money", "percent"):
        return _number_problem(parameter, value)
    if not isinstance(value, str):
        return f"{value} is a number.", "Write a text, in quotation marks."
    if parameter.type == "choice" and value not in parameter.choices:
        return f"{value!r} is not one of the choices.", "Write one of: " + ", ".join(parameter.choices) + "."
    if parameter.type == "date" and not _is_date(value):
        return f"{value!r} is no date.", "Write a date that exists, as YYYY-MM-DD."
    return None


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _number_problem(parameter: Parameter, value: Value) -> tuple[str, str] | None:
    if not isinstance(value, int):
        return f"{value!r} is not a whole number.", "Write a whole number without quotation marks."
    low, high = parameter.min, parameter.max
    if (low is None or value >= low) and (high is None or value <= high):
        return None
    if low is not None and high is not None:
        bounds = f"from {low} to {high}"
    else:
        bounds = f"of at least {low}" if high is None else f"of at most {high}"
    unit = f" {parameter.unit}" if parameter.unit else ""
    return f"{value} is out of bounds.", f"Write a number {bounds}{unit}."
