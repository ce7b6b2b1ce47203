"""Conditions: plain tests of facts, joined by all, any and not, so that they can be enumerated."""

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from contract_builder.model.base import Frozen

FactValue: TypeAlias = str | int | frozenset[str]
Facts: TypeAlias = Mapping[str, FactValue]
Operator: TypeAlias = Literal[
    "is", "is-not", "one-of", "none-of", "at-least", "at-most", "more-than", "has", "lacks"
]


class Test(Frozen, frozen=True, tag="test"):
    """One test of one fact."""

    __test__ = False  # not a test case, whatever pytest makes of the name

    fact: str
    operator: Operator
    value: str | int | tuple[str, ...]


class All(Frozen, frozen=True, tag="all"):
    """True when every part is; true when it has none."""

    parts: "tuple[Condition, ...]" = ()


class AnyOf(Frozen, frozen=True, tag="any"):
    """True when one part is."""

    parts: "tuple[Condition, ...]"


class Not(Frozen, frozen=True, tag="not"):
    """True when its part is not."""

    part: "Condition"


Condition: TypeAlias = Test | All | AnyOf | Not
ALWAYS = All()

_WORDS: dict[str, str] = {
    "is": "is", "is-not": "is not", "one-of": "is one of", "none-of": "is none of", "at-least": "is at least",
    "at-most": "is at most", "more-than": "is more than", "has": "has", "lacks": "does not have",
}  # fmt: skip
_OPPOSITE: dict[Operator, Operator] = {
    "is": "is-not", "is-not": "is", "has": "lacks", "lacks": "has", "one-of": "none-of", "none-of": "one-of",
    "at-most": "more-than", "more-than": "at-most",
}  # fmt: skip


def holds(condition: Condition, facts: Facts) -> bool:
    """Whether `condition` is true of `facts`. A fact that is not there makes its test false."""
    if isinstance(condition, Test):
        return _test(condition, facts.get(condition.fact))
    if isinstance(condition, All):
        return all(holds(part, facts) for part in condition.parts)
    if isinstance(condition, AnyOf):
        return any(holds(part, facts) for part in condition.parts)
    return not holds(condition.part, facts)


def _test(test: Test, actual: FactValue | None) -> bool:
    wanted = test.value
    match test.operator:
        case "is":
            return actual == wanted
        case "is-not":
            return actual is not None and actual != wanted
        case "one-of":
            return isinstance(wanted, tuple) and str(actual) in wanted
        case "none-of":
            return isinstance(wanted, tuple) and actual is not None and str(actual) not in wanted
        case "has":
            return isinstance(actual, frozenset) and wanted in actual
        case "lacks":
            return isinstance(actual, frozenset) and wanted not in actual
    if not isinstance(actual, int) or not isinstance(wanted, int):
        return False
    if test.operator == "at-least":
        return actual >= wanted
    return actual <= wanted if test.operator == "at-most" else actual > wanted


def failing(condition: Condition, facts: Facts) -> tuple[Test, ...]:
    """The fewest tests that would have to turn out otherwise for `condition` to hold; none if it does."""
    if holds(condition, facts):
        return ()
    if isinstance(condition, Test):
        return (condition,)
    if isinstance(condition, All):
        return tuple(test for part in condition.parts for test in failing(part, facts))
    if isinstance(condition, AnyOf):
        return min((failing(part, facts) for part in condition.parts), key=len, default=())
    return _undoing(condition.part, facts)


def _undoing(condition: Condition, facts: Facts) -> tuple[Test, ...]:
    """The fewest tests that would make a `condition` that holds fail."""
    if isinstance(condition, Test):
        return (opposite(condition),)
    if isinstance(condition, All):
        return min((_undoing(part, facts) for part in condition.parts), key=len, default=())
    if isinstance(condition, AnyOf):
        return tuple(test for part in condition.parts if holds(part, facts) for test in _undoing(part, facts))
    return failing(condition.part, facts)


def opposite(test: Test) -> Test:
    """The test that holds where `test` does not."""
    if test.operator == "at-least" and isinstance(test.value, int):
        return Test(test.fact, "at-most", test.value - 1)
    return Test(test.fact, _OPPOSITE[test.operator], test.value)


def tests_of(condition: Condition) -> Iterator[Test]:
    """Every test inside `condition`, in the order written."""
    if isinstance(condition, Test):
        yield condition
    elif isinstance(condition, Not):
        yield from tests_of(condition.part)
    else:
        for part in condition.parts:
            yield from tests_of(part)


def words(test: Test) -> str:
    """`test` as a reader would say it: "tier is at least 3"."""
    value = ", ".join(test.value) if isinstance(test.value, tuple) else str(test.value)
    return f"{test.fact} {_WORDS[test.operator]} {value}"


def value_words(value: FactValue | None) -> str:
    """A fact's value as a reader would say it."""
    if value is None:
        return "not known"
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)
