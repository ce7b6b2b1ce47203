"""What every loader gives back."""

from typing import Generic, TypeVar

from contract_builder.model.base import Frozen
from contract_builder.model.diagnostic import Diagnostic, errors, in_reading_order

T = TypeVar("T")


class Loaded(Frozen, Generic[T], frozen=True):
    """A value, or none where an error stands in its way; and all that was found wrong."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()


def loaded(value: T | None, diagnostics: list[Diagnostic]) -> Loaded[T]:
    """`value` with its `diagnostics` in reading order; no value if one of them is an error."""
    ordered = in_reading_order(diagnostics)
    return Loaded(None if errors(ordered) else value, ordered)
