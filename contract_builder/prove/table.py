"""Enumeration: every context of a space is one bit, so that a set of them is one large number."""

from functools import cached_property

from contract_builder.model.condition import All, AnyOf, Condition, Facts, FactValue, Test, holds
from contract_builder.prove.space import AI_TYPES, TIER, Dimension, Space


class Table:
    """The Algebra that tries every context at once. Memory: one bit a context and set."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self._all = (1 << space.size) - 1
        self._tests: dict[Test, int] = {}
        self._conditions: dict[Condition, int] = {}
        self._strides: dict[str, int] = {}
        stride = 1
        for dimension in space.dimensions:
            self._strides[dimension.name] = stride
            stride *= len(dimension.values)

    @cached_property
    def reachable(self) -> int:
        """The contexts that a brief can reach."""
        return self.where(self.space.reachable)

    def everywhere(self) -> int:
        """All contexts."""
        return self._all

    def nowhere(self) -> int:
        """No context."""
        return 0

    def both(self, *parts: int) -> int:
        """The contexts that are in every one of `parts`."""
        found = self._all
        for part in parts:
            found &= part
        return found

    def either(self, *parts: int) -> int:
        """The contexts that are in one of `parts`."""
        found = 0
        for part in parts:
            found |= part
        return found

    def outside(self, part: int) -> int:
        """The contexts that are not in `part`."""
        return self._all ^ part

    def where(self, condition: Condition) -> int:
        """The contexts whose facts fulfil `condition`."""
        if condition in self._conditions:
            return self._conditions[condition]
        if isinstance(condition, Test):
            found = self._test(condition)
        elif isinstance(condition, All):
            found = self.both(*(self.where(part) for part in condition.parts))
        elif isinstance(condition, AnyOf):
            found = self.either(*(self.where(part) for part in condition.parts))
        else:
            found = self.outside(self.where(condition.part))
        self._conditions[condition] = found
        return found

    def _test(self, test: Test) -> int:
        if test.fact == AI_TYPES:
            dimension = self.space.by_name.get(f"{AI_TYPES}:{test.value}")
            if dimension is None or test.operator not in ("has", "lacks"):
                return self._all if holds(test, {AI_TYPES: frozenset()}) else 0
            return self._slice(dimension, int(test.operator == "has"))
        dimension = self.space.by_name.get(test.fact)
        if dimension is None:
            return 0
        return self.either(
            *(
                self._slice(dimension, n)
                for n, value in enumerate(dimension.values)
                if holds(test, {test.fact: self.space.as_fact(dimension, value)})
            )
        )

    def _slice(self, dimension: Dimension, n: int) -> int:
        """The contexts in which `dimension` has its value `n`: ones at regular distances."""
        stride = self._strides[dimension.name]
        period = stride * len(dimension.values)
        pattern, width = ((1 << stride) - 1) << (n * stride), period
        while width < self.space.size:
            pattern |= pattern << width
            width *= 2
        return pattern & self._all

    def a_tier_up(self, part: int) -> int:
        """The contexts that come into `part` when their tier rises by one."""
        return part >> self._strides[TIER] if TIER in self._strides else 0

    def never(self, part: int) -> bool:
        """Whether no context that a brief can reach is in `part`."""
        return not part & self.reachable

    def smallest(self, part: int) -> Facts | None:
        """The context in `part` with the fewest AI types, then the most facts as if unknown, then the lowest tier."""
        left = part & self.reachable
        if not left:
            return None
        for wish in self._wishes():
            left = left & wish or left
        return self._facts((left & -left).bit_length() - 1)

    def _wishes(self) -> list[int]:
        """What an example should be, the most wanted first."""
        at_most = [self._all]
        for ai_type in self.space.named_types:
            has = self._slice(self.space.by_name[f"{AI_TYPES}:{ai_type}"], 1)
            at_most = [
                (at_most[n] & ~has) | ((at_most[n - 1] if n else 0) & has) for n in range(len(at_most))
            ] + [self._all]
        plain = [self._slice(d, 0) for d in self.space.dimensions if not d.name.startswith(AI_TYPES)]
        return [*at_most[:-1], *plain]

    def _facts(self, index: int) -> dict[str, FactValue]:
        facts: dict[str, FactValue] = {AI_TYPES: frozenset()}
        for dimension in self.space.dimensions:
            value = dimension.values[index // self._strides[dimension.name] % len(dimension.values)]
            if isinstance(value, frozenset):
                facts[AI_TYPES] = frozenset({*_set(facts[AI_TYPES]), *value})
            else:
                facts[dimension.name] = value
        return facts


def _set(value: FactValue) -> frozenset[str]:
    return value if isinstance(value, frozenset) else frozenset()
