"""Parameters: from front matter to model values, and what their schema cannot say."""

from typing import Any

import msgspec

from contract_builder.load.document import Document, Path
from contract_builder.load.hints import did_you_mean
from contract_builder.load.schema.validate import is_date
from contract_builder.model.clause import Parameter
from contract_builder.model.diagnostic import Diagnostic

_NUMERIC = ("integer", "money", "percent")


def build_parameters(document: Document) -> tuple[Parameter, ...]:
    """The parameters in a valid `document`."""
    parameters = document.data.get("parameters", {})
    return tuple(msgspec.convert({"name": name, **data}, Parameter) for name, data in parameters.items())


def check_parameters(document: Document, positions: tuple[str, ...]) -> list[Diagnostic]:
    """What is wrong with the parameters of a valid `document` whose file has these `positions`."""
    found: list[Diagnostic] = []
    for name, data in document.data.get("parameters", {}).items():
        path: Path = ("parameters", name)
        wrong = _check_bounds(document, path, data)
        found += wrong
        if any(d.rule == "parameter-bounds" for d in wrong):
            continue
        found += _check_value(document, (*path, "default"), data["default"], data)
        for position, value in data.get("default_in", {}).items():
            below = (*path, "default_in", position)
            found += _check_value(document, below, value, data)
            if position not in positions:
                message = f"the file has no position `{position}`"
                hint = did_you_mean(position, positions) or "Delete the line: only clauses have positions."
                found.append(Diagnostic("unknown-position", document.at_key(below), message, hint))
    return found


def _check_bounds(document: Document, path: Path, data: dict[str, Any]) -> list[Diagnostic]:
    kind, found = data["type"], []
    for key, kinds in (
        ("min", _NUMERIC),
        ("max", _NUMERIC),
        ("choices", ("choice",)),
        ("unit", ("integer",)),
    ):
        if key in data and kind not in kinds:
            hint = f"Delete it, or give the parameter the type {' or '.join(kinds)}."
            message = f"a parameter of type {kind} has no `{key}`"
            found.append(Diagnostic("parameter-key", document.at_key((*path, key)), message, hint))
    if kind == "choice" and "choices" not in data:
        message, hint = (
            "a parameter of type choice has no `choices`",
            "Add them: `choices: [monthly, quarterly]`.",
        )
        found.append(Diagnostic("parameter-choices", document.at_key(path), message, hint))
    if data.get("min", 0) > data.get("max", data.get("min", 0)):
        message = f"`min` ({data['min']}) is more than `max` ({data['max']})"
        found.append(
            Diagnostic("parameter-bounds", document.at_value((*path, "min")), message, "Exchange them.")
        )
    return found


def _check_value(document: Document, path: Path, value: Any, data: dict[str, Any]) -> list[Diagnostic]:
    if problem := value_problem(value, data):
        message, hint = problem
        return [Diagnostic("parameter-default", document.at_value(path), message, hint)]
    return []


def value_problem(value: Any, data: dict[str, Any]) -> tuple[str, str] | None:
    """What is wrong with `value` for the parameter that `data` describes, and the cure; none if it is right."""
    kind = data["type"]
    if kind in _NUMERIC:
        if not isinstance(value, int):
            return (
                f"`{value}` is not a number, and the type is {kind}",
                "Write digits only, without quotation marks.",
            )
        least, most = data.get("min"), data.get("max")
        if (least is not None and value < least) or (most is not None and value > most):
            bounds = " and ".join(w for w in (f"at least {least}" if least is not None else "",
                                              f"at most {most}" if most is not None else "") if w)  # fmt: skip
            return (
                f"the value {value} is out of bounds: it must be {bounds}",
                "Change the value or the bounds.",
            )
        return None
    if not isinstance(value, str):
        return f"`{value}` is a number, and the type is {kind}", f'Put it in quotation marks: `"{value}"`.'
    if kind == "choice" and value not in data.get("choices", [value]):
        return f"`{value}` is not one of the choices", did_you_mean(value, data["choices"])
    if kind == "date" and not is_date(value):
        return f"`{value}` is not a date, written YYYY-MM-DD", "Example: `2027-04-01`."
    return None
