"""Decision diagrams (the library dd): where a space has too many contexts to try each.

A set of contexts is a reduced ordered binary decision diagram over some bits for each fact. What a context is,
and which contexts are told apart, is the same as in `table.py`.
"""

from functools import cached_property

from contract_builder.errors import UsageError
from contract_builder.model.condition import All, AnyOf, Condition, Facts, FactValue, Test, holds
from contract_builder.prove.space import AI_TYPES, TIER, Dimension, Space

TRUE, FALSE = 1, -1
"""The diagrams of all contexts and of none; in dd, the complement of a diagram is its number negated."""


class Solver:
    """The Algebra whose sets of contexts are decision diagrams. Equal sets are one diagram, so that emptiness is at hand."""

    def __init__(self, space: Space) -> None:
        try:
            from dd.bdd import BDD
        except ImportError as error:
            raise UsageError(
                f"A space of {space.size:,} contexts needs decision diagrams, which are not installed.",
                'Install them: pip install "contract-builder[prove]"',
            ) from error
        self.space = space
        self._bdd = BDD()  # type: ignore[abstract] # its own base class declares what it has no need of
        self._made: dict[Condition, int] = {}
        self._bits = {d.name: _names(d) for d in space.dimensions}
        self._bdd.declare(*(bit for bits in self._bits.values() for bit in bits))

    def _value(self, dimension: Dimension, n: int) -> int:
        """The contexts in which `dimension` has its value `n`."""
        return int(self._bdd.cube(self._assignment(dimension, n)))

    def _assignment(self, dimension: Dimension, n: int) -> dict[str, bool]:
        return {bit: bool(n >> k & 1) for k, bit in enumerate(self._bits[dimension.name])}

    @cached_property
    def reachable(self) -> int:
        """The contexts that a brief can reach. Bits that stand for no value of a fact make none."""
        real = (
            self.either(*(self._value(d, n) for n in range(len(d.values)))) for d in self.space.dimensions
        )
        return self.both(*real, self.where(self.space.reachable))

    def everywhere(self) -> int:
        """All contexts."""
        return TRUE

    def nowhere(self) -> int:
        """No context."""
        return FALSE

    def both(self, *parts: int) -> int:
        """The contexts that are in every one of `parts`."""
        found = TRUE
        for part in parts:
            found = self._bdd.ite(found, part, FALSE)
        return found

    def either(self, *parts: int) -> int:
        """The contexts that are in one of `parts`."""
        found = FALSE
        for part in parts:
            found = self._bdd.ite(found, TRUE, part)
        return found

    def outside(self, part: int) -> int:
        """The contexts that are not in `part`."""
        return -part

    def where(self, condition: Condition) -> int:
        """The contexts whose facts fulfil `condition`."""
        if condition not in self._made:
            if isinstance(condition, Test):
                self._made[condition] = self._test(condition)
            elif isinstance(condition, All):
                self._made[condition] = self.both(*map(self.where, condition.parts))
            elif isinstance(condition, AnyOf):
                self._made[condition] = self.either(*map(self.where, condition.parts))
            else:
                self._made[condition] = -self.where(condition.part)
        return self._made[condition]

    def _test(self, test: Test) -> int:
        name = f"{AI_TYPES}:{test.value}" if test.fact == AI_TYPES else test.fact
        dimension = self.space.by_name.get(name)
        if dimension is None:
            silent: Facts = {AI_TYPES: frozenset()}
            return TRUE if holds(test, silent) else FALSE
        return self.either(
            *(
                self._value(dimension, n)
                for n, value in enumerate(dimension.values)
                if holds(test, {test.fact: self.space.as_fact(dimension, value)})
            )
        )

    def a_tier_up(self, part: int) -> int:
        """The contexts that come into `part` when their tier rises by one."""
        tiers = self.space.by_name.get(TIER)
        if tiers is None:
            return FALSE
        return self.either(
            *(
                self.both(self._value(tiers, n), self._bdd.let(self._assignment(tiers, n + 1), part))
                for n in range(len(tiers.values) - 1)
            )
        )

    def never(self, part: int) -> bool:
        """Whether no context that a brief can reach is in `part`."""
        return self.both(part, self.reachable) == FALSE

    def smallest(self, part: int) -> Facts | None:
        """The context in `part` with the fewest AI types, then the most facts as if unknown, then the lowest tier."""
        left = self.both(part, self.reachable)
        if left == FALSE:
            return None
        for wish in self._wishes():
            both = self.both(left, wish)
            left = left if both == FALSE else both
        bits = next(iter(self._bdd.pick_iter(left, {bit for bits in self._bits.values() for bit in bits})))
        return self._facts(bits)

    def _wishes(self) -> list[int]:
        """What an example should be, the most wanted first."""
        at_most = [TRUE]
        for ai_type in self.space.named_types:
            has = self._value(self.space.by_name[f"{AI_TYPES}:{ai_type}"], 1)
            fewer = [FALSE, *at_most]
            at_most = [
                *(
                    self.either(self.both(at_most[n], -has), self.both(fewer[n], has))
                    for n in range(len(at_most))
                ),
                TRUE,
            ]
        plain = [self._value(d, 0) for d in self.space.dimensions if not d.name.startswith(AI_TYPES)]
        return [*at_most[:-1], *plain]

    def _facts(self, bits: dict[str, bool]) -> dict[str, FactValue]:
        facts: dict[str, FactValue] = {}
        types: set[str] = set()
        for dimension in self.space.dimensions:
            n = sum(1 << k for k, bit in enumerate(self._bits[dimension.name]) if bits[bit])
            value = dimension.values[n]
            if isinstance(value, frozenset):
                types |= value
            else:
                facts[dimension.name] = value
        return {AI_TYPES: frozenset(types), **facts}


def _names(dimension: Dimension) -> list[str]:
    """As many bits as tell the values apart; the characters of an id that dd would read as operators are replaced."""
    name = "".join(c if c.isalnum() else "_" for c in dimension.name)
    return [f"{name}_{k}" for k in range(max(1, (len(dimension.values) - 1).bit_length()))]
