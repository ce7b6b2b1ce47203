"""Whether one condition follows from others: every case that matters is tried."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from contract_builder.model.condition import All, Condition, Facts, FactValue, Test, holds, tests_of
from contract_builder.model.playbook import FactInfo

Values = Mapping[str, tuple[str, ...]]
"""What each fact may hold; a fact that is not there may hold anything."""
ANOTHER = "another"
LOWEST_TIER, HIGHEST_TIER = 1, 4


def counterexample(
    premises: Sequence[Condition], conclusion: Condition, facts: Mapping[str, FactInfo], values: Values
) -> Facts | None:
    """Facts under which all `premises` hold and `conclusion` does not; none if it always follows.

    Only facts that bear on the case are given. Premises about other facts are taken to be possible.
    """
    given = [part for premise in premises for part in _conjuncts(premise)]
    for wanted in _conjuncts(conclusion):
        if wanted in given:
            continue
        for case in _cases(wanted, given, facts, values):
            bearing = [premise for premise in given if _facts_in(premise) <= case.keys()]
            if all(holds(premise, case) for premise in bearing) and not holds(wanted, case):
                return case
    return None


def _conjuncts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, All):
        for part in condition.parts:
            yield from _conjuncts(part)
    else:
        yield condition


def _facts_in(condition: Condition) -> frozenset[str]:
    return frozenset(test.fact for test in tests_of(condition))


def _cases(
    wanted: Condition, given: list[Condition], facts: Mapping[str, FactInfo], values: Values
) -> Iterator[dict[str, FactValue]]:
    """Every case of the facts that `wanted` tests, and of those that premises tie to them."""
    names = set(_facts_in(wanted))
    while more := {f for g in given if _facts_in(g) & names for f in _facts_in(g)} - names:
        names |= more
    tests = [t for c in (wanted, *given) for t in tests_of(c) if t.fact in names]
    ordered = sorted(names)
    choices = [
        _choices(name, [t for t in tests if t.fact == name], facts.get(name), values) for name in ordered
    ]
    for combination in product(*choices):
        yield dict(zip(ordered, combination, strict=True))


def _choices(name: str, tests: list[Test], info: FactInfo | None, values: Values) -> list[FactValue]:
    kind = info.type if info else "choice"
    constants = [v for t in tests for v in (t.value if isinstance(t.value, tuple) else (t.value,))]
    if kind == "number":
        near = {n + step for n in constants if isinstance(n, int) for step in (-1, 0, 1)} or {0}
        in_range = [n for n in sorted(near) if name != "tier" or LOWEST_TIER <= n <= HIGHEST_TIER]
        return list(in_range)
    known = values.get(name, ())
    named = [v for v in dict.fromkeys(map(str, constants)) if not known or v in known]
    other = next((v for v in known if v not in named), "" if known else ANOTHER)
    if kind == "choice":
        return [*named, *([other] if other else [])]
    sets = [frozenset(some) for size in range(1, len(named) + 1) for some in combinations(named, size)]
    return [*([frozenset({other})] if other else []), *sets]
