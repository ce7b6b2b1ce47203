"""Runs a schema over a document and tells each error to the person who wrote the file."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from contract_builder.load.document import Document
from contract_builder.load.kinds import Kind
from contract_builder.load.schema.explain import MOST_PROBLEMS, Problem, explain
from contract_builder.load.schema.fields import DATE
from contract_builder.load.schema.registry import SCHEMAS
from contract_builder.model.diagnostic import Diagnostic

_ROOT = "file"


def validate(document: Document, kind: Kind) -> list[Diagnostic]:
    """Everything in `document` that the schema for `kind` does not allow."""
    validator = _validator(kind)
    if validator.validate({_ROOT: document.data}, normalize=False):
        return []
    return explain(list(_flat(validator.errors, {_ROOT: SCHEMAS[kind]})), document)


@cache
def _validator(kind: Kind) -> Any:
    """The one Validator for `kind`: making one costs more than using it."""
    from cerberus import TypeDefinition, Validator
    from cerberus.errors import REGEX_MISMATCH, BaseErrorHandler
    from cerberus.schema import DefinitionSchema

    class Errors(BaseErrorHandler):  # type: ignore[misc]
        """Gives Cerberus's own errors, as they are."""

        def __call__(self, errors: Any) -> list[Any]:
            return list(errors)

    class OurValidator(Validator):  # type: ignore[misc]
        """Patterns fit a text as a whole; `date` is a date that exists; true and false are no numbers."""

        types_mapping = {**Validator.types_mapping, "integer": TypeDefinition("integer", (int,), (bool,))}

        def _error(self, *args: Any) -> None:
            if len(self._errors) < MOST_PROBLEMS:  # Cerberus sorts all errors anew at each one
                super()._error(*args)

        def _validate_regex(self, pattern: str, field: str, value: Any) -> None:
            """{'type': 'string'}"""  # noqa: D400, D415 (Cerberus reads it: the rule's own schema)
            if isinstance(value, str) and not re.fullmatch(pattern, value):
                self._error(field, REGEX_MISMATCH)

        def _check_with_date(self, field: str, value: Any) -> None:
            if isinstance(value, str) and re.fullmatch(DATE, value) and not is_date(value):
                self._error(field, REGEX_MISMATCH)

    class Trusted(DefinitionSchema):  # type: ignore[misc]
        """A schema of ours, which a test has checked: Cerberus would check it in every process, for 25 ms."""

        def validate(self, schema: Any = None) -> None:
            """Nothing to do."""

    return OurValidator(Trusted(OurValidator(), {_ROOT: SCHEMAS[kind]}), error_handler=Errors)


def is_date(text: Any) -> bool:
    """Whether `text` is a date, written YYYY-MM-DD, that exists."""
    try:
        return isinstance(text, str) and len(text) == 10 and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _flat(errors: list[Any], rules: Any) -> Iterator[Problem]:
    """Each error as a Problem; those of a part in place of "something is wrong in this part"."""
    for error in errors:
        if error.is_logic_error:
            nearest = _nearest(error)
            yield from [_problem(error, rules)] if nearest is None else _flat(nearest, rules)
        elif error.is_group_error:
            yield from _flat(error.child_errors, rules)
        else:
            yield _problem(error, rules)


def _problem(error: Any, rules: Any) -> Problem:
    steps = error.schema_path
    for step in steps if error.rule is None else steps[:-1]:
        rules = rules[step]
    is_key = len(steps) > 1 and steps[-2] == "keysrules"
    return Problem(error.code, error.document_path[1:], error.constraint, error.value, rules, is_key)


def _nearest(error: Any) -> list[Any] | None:
    """Of several alternatives, the errors in the one that has the type of the value; none if none has."""
    alternatives = error.definitions_errors
    for index in range(len(error.constraint)):
        if not any(e.rule == "type" and e.document_path == error.document_path for e in alternatives[index]):
            return list(alternatives[index])
    return None
