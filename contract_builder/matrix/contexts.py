"""The contexts in which a difference may show: derived from the conditions, the plainest first."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, islice, product

from contract_builder.matrix.domain import (
    AI_TYPES,
    HIGHEST_TIER,
    LOWEST_TIER,
    SERVICE_AREA,
    TIER,
    Domain,
    Patch,
)
from contract_builder.matrix.sites import Site
from contract_builder.model.base import Frozen
from contract_builder.model.condition import Facts, FactValue, Test, holds, tests_of
from contract_builder.model.matrix import Context

_FARTHEST = 3
"""Facts beside those of the condition itself that one context may change: a clause that is in by one,
at a position by another, where a third keeps a nearer rule silent."""
_OWN_MOST = 200
"""Ways to fulfil one condition that are tried; the plainest come first."""


class Turn(Frozen, frozen=True):
    """What a row compares: a fact that is `old` in one contract and `new` in the other."""

    fact: str
    old: FactValue
    new: FactValue

    def sides(self, patch: Patch, domain: Domain) -> tuple[Facts, Facts]:
        """The facts of both contracts, in the context `patch`. AI types come beside those of the context."""
        facts = {**domain.plain, **patch}
        if not isinstance(self.new, frozenset):
            return {**facts, self.fact: self.old}, {**facts, self.fact: self.new}
        beside = facts[self.fact]
        others = beside if isinstance(beside, frozenset) else frozenset[str]()
        together = (others - {domain.stand_in}) | self.new
        return facts, {**facts, self.fact: together}


def at_every_tier(domain: Domain, turn: Turn) -> Iterator[Patch]:
    """The contexts that every row is compared in: each tier, and all else as if unknown."""
    if turn.fact == TIER:
        yield {}
        return
    for tier in range(LOWEST_TIER, HIGHEST_TIER + 1):
        if domain.reachable(turn.sides({TIER: tier}, domain)[1]):
            yield {TIER: tier}


def where_it_turns(domain: Domain, site: Site, turn: Turn, most: int) -> Iterator[Patch]:
    """Contexts, at most `most`, in which the guard of `site` holds on one side of `turn` and not on the other."""

    def fits(patch: Patch) -> bool:
        old, new = turn.sides(patch, domain)
        return holds(site.guard, old) != holds(site.guard, new) and domain.reachable(new)

    tests = [t for t in domain.sites.tests.get(site.text, ()) if t.fact != turn.fact or t.fact == AI_TYPES]
    yield from islice(_derived(domain, site, tests, turn, fits), most)


def where_it_holds(domain: Domain, site: Site, most: int) -> Iterator[Patch]:
    """Contexts, at most `most`, in which the guard of `site` holds."""

    def fits(patch: Patch) -> bool:
        facts = {**domain.plain, **patch}
        return holds(site.guard, facts) and domain.reachable(facts)

    tests = domain.sites.tests.get(site.text, ())
    yield from islice(_derived(domain, site, tests, None, fits), most)


def _derived(
    domain: Domain, site: Site, tests: Iterable[Test], turn: Turn | None, fits: Callable[[Patch], bool]
) -> Iterator[Patch]:
    """Each way to fulfil the guard's own condition, with ever more of the other facts changed."""
    own_tests = [t for t in tests_of(site.guard) if turn is None or t.fact != turn.fact or t.fact == AI_TYPES]
    tests = [*tests]
    own = [*islice(_own(domain, own_tests, tests), _OWN_MOST * 10)]
    own = [patch for patch in own if fits(patch)][:_OWN_MOST]
    settled = {test.fact for test in own_tests}
    others = [
        fact for fact in dict.fromkeys(t.fact for t in tests) if fact not in settled or fact == AI_TYPES
    ]
    if turn is not None and turn.fact != AI_TYPES:
        others = [fact for fact in others if fact != turn.fact]
    steps: list[tuple[str, FactValue]] = [
        (fact, value) for fact in others for value in domain.values(fact, tests)[1:]
    ]
    seen: set[tuple[tuple[str, FactValue], ...]] = set()
    for far in range(_FARTHEST + 1):
        for patch in own:
            for some in combinations(steps, far):
                if len({fact for fact, _ in some}) < far:
                    continue
                changed = _changed(patch, some, domain)
                name = tuple(sorted(changed.items(), key=lambda pair: pair[0]))
                if name not in seen and (far == 0 or fits(changed)):
                    seen.add(name)
                    yield changed


def _own(domain: Domain, tests: list[Test], beside: list[Test]) -> Iterator[Patch]:
    """Every combination of the values of the facts of `tests`, those with the fewest changes first.

    The tests `beside` tell values apart, too: where one asks for tier 3 or above, another may be about tier 3 alone.
    AI types of theirs come later, beside those of the context.
    """
    facts = [*dict.fromkeys(test.fact for test in tests)]
    choices = [domain.values(fact, tests if fact == AI_TYPES else [*tests, *beside]) for fact in facts]
    every = islice(product(*[range(len(values)) for values in choices]), _OWN_MOST * 100)
    for places in sorted(every, key=lambda p: (sum(n > 0 for n in p), sum(p))):
        yield {fact: values[n] for fact, values, n in zip(facts, choices, places, strict=True) if n > 0}


def _changed(patch: Patch, some: tuple[tuple[str, FactValue], ...], domain: Domain) -> Patch:
    """`patch` with `some` facts changed; another AI type comes beside those that are there."""
    changed = dict(patch)
    for fact, value in some:
        before = changed.get(fact)
        if isinstance(value, frozenset) and isinstance(before, frozenset):
            changed[fact] = (before | value) - {domain.stand_in}
        else:
            changed[fact] = value
    return changed


def context_of(domain: Domain, turn: Turn | None, patch: Patch) -> Context:
    """`patch` for a reader; what is as if unknown is left out, but not the tier."""
    facts: dict[str, FactValue] = {}
    for fact in domain.plain:
        value = patch.get(fact, domain.plain[fact])
        if turn is not None and fact == turn.fact and not isinstance(value, frozenset):
            continue
        if fact == TIER or value != domain.plain[fact]:
            facts[fact] = value
    plain = {f: tuple(sorted(v)) if isinstance(v, frozenset) else v for f, v in facts.items()}
    return Context(
        plain, ", ".join(_words(fact, value) for fact, value in plain.items()) or "all else as if unknown"
    )


def _words(fact: str, value: str | int | tuple[str, ...]) -> str:
    if fact == TIER:
        return f"tier {value}"
    if isinstance(value, tuple):
        return "with " + " and ".join(value)
    return f"in {value}" if fact == SERVICE_AREA else f"{fact} is {value}"
