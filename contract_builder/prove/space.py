"""The contexts that a property can tell apart: each fact in as many values as its tests distinguish."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import product

from contract_builder.model.base import Frozen
from contract_builder.model.condition import (
    ALWAYS,
    All,
    AnyOf,
    Condition,
    Facts,
    FactValue,
    Not,
    Test,
    holds,
)
from contract_builder.model.library import Library
from contract_builder.model.playbook import FactInfo, Playbooks
from contract_builder.model.triage import TriageTable

TIER, AI_TYPES, SERVICE_AREA = "tier", "ai_types", "service_area"
HIGHEST = 4
NEVER: Condition = AnyOf(())


class World(Frozen, frozen=True, dict=True):
    """What briefs may say: every fact, and the tiers that the triage can give."""

    library: Library
    playbooks: Playbooks
    triage: TriageTable

    @cached_property
    def types(self) -> tuple[str, ...]:
        """The AI types."""
        return tuple(t.id for t in self.library.taxonomy.ai_types)

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The service areas."""
        return tuple(a.id for a in self.library.taxonomy.service_areas)

    @cached_property
    def infos(self) -> dict[str, FactInfo]:
        """The facts by id."""
        return {info.id: info for info in self.playbooks.facts}

    def floor(self, ai_type: str, area: str) -> int:
        """The lowest tier that the triage gives `ai_type` in `area`."""
        return self.triage.floors.get(ai_type, {}).get(area, HIGHEST)

    def if_unknown(self, fact: str) -> FactValue:
        """What a fact is taken to be where the brief says nothing."""
        return self.infos[fact].if_unknown if fact in self.infos else ""


class Dimension(Frozen, frozen=True):
    """One fact, or one AI type, and the values that the tests tell apart; the plainest comes first."""

    name: str
    """The fact; of an AI type, `ai_types:` and its id."""
    values: tuple[FactValue, ...]
    stands_for: tuple[str, ...] = ()
    """The service areas that the last value stands for: those that no test names."""


class Space(Frozen, frozen=True, dict=True):
    """The contexts that `tests` can tell apart."""

    world: World
    dimensions: tuple[Dimension, ...]
    """The tier last, if it is tested."""

    @cached_property
    def size(self) -> int:
        """How many contexts there are, those that no brief reaches included."""
        size = 1
        for dimension in self.dimensions:
            size *= len(dimension.values)
        return size

    @cached_property
    def by_name(self) -> dict[str, Dimension]:
        """The dimensions by name."""
        return {d.name: d for d in self.dimensions}

    @cached_property
    def named_types(self) -> tuple[str, ...]:
        """The AI types that a test names."""
        prefix = f"{AI_TYPES}:"
        return tuple(d.name.removeprefix(prefix) for d in self.dimensions if d.name.startswith(prefix))

    def as_fact(self, dimension: Dimension, value: FactValue) -> FactValue:
        """`value` as conditions see it: a fact of the type `set` holds one value in a brief."""
        info = self.world.infos.get(dimension.name)
        return frozenset([str(value)]) if info and info.type == "set" else value

    @cached_property
    def reachable(self) -> Condition:
        """What is true of every context that a brief can have: at least one AI type, and no tier below the floor."""
        areas = self.by_name.get(SERVICE_AREA)
        if areas is None:
            by_area: list[tuple[Condition, tuple[str, ...]]] = [(ALWAYS, self.world.areas)]
        else:
            by_area = [
                (Test(SERVICE_AREA, "is", str(value)), areas.stands_for or (str(value),))
                if n == len(areas.values) - 1
                else (Test(SERVICE_AREA, "is", str(value)), (str(value),))
                for n, value in enumerate(areas.values)
            ]
        in_areas = (
            All((where, AnyOf(tuple(self._reachable_in(area) for area in names)))) for where, names in by_area
        )
        return All((AnyOf(tuple(in_areas)), *self._by_score()))

    def _reachable_in(self, area: str) -> Condition:
        """Reachable in `area`, if AI types that no test names may be among those bought."""
        named = self.named_types
        some = AnyOf(tuple(Test(AI_TYPES, "has", t) for t in named))
        others = [t for t in self.world.types if t not in named]
        with_others = AnyOf(tuple(self._at_least(self.world.floor(t, area)) for t in others))
        above = (
            AnyOf((Test(AI_TYPES, "lacks", t), self._at_least(self.world.floor(t, area)))) for t in named
        )
        return All((AnyOf((some, with_others)), *above))

    def _at_least(self, tier: int) -> Condition:
        return Test(TIER, "at-least", tier) if TIER in self.by_name and tier > 1 else ALWAYS

    def _by_score(self) -> Iterator[Condition]:
        """Answers that facts imply score points, and may lift the tier by themselves."""
        tied = [
            d for d in self.dimensions if d.name in self.world.infos and self.world.infos[d.name].question
        ]
        for values in product(*(d.values for d in tied)) if TIER in self.by_name else ():
            stated = dict(zip((d.name for d in tied), values, strict=True))
            score = sum(q.points for q in lowest_answers(self.world, stated).values())
            tier = max((b.tier for b in self.world.triage.bands if b.from_score <= score), default=1)
            if tier > 1:
                same = tuple(Test(n, "is", v) for n, v in stated.items() if not isinstance(v, frozenset))
                yield AnyOf((Not(All(same)), self._at_least(tier)))


class Scored(Frozen, frozen=True):
    """An answer to a question of the triage, and its points."""

    answer: str
    points: int


def lowest_answers(world: World, facts: Facts) -> dict[str, Scored]:
    """The answer to each question that scores least and that no stated fact denies."""
    found: dict[str, Scored] = {}
    for question in world.triage.questions:
        infos = [i for i in world.playbooks.facts if i.question == question.id and i.id in facts]
        options = [
            o for o in question.options if all(i.answers.get(o.id, facts[i.id]) == facts[i.id] for i in infos)
        ]
        best = min(options, key=lambda o: o.points, default=question.worst())
        found[question.id] = Scored(best.id if options else "unknown", best.points)
    return found


def space_of(world: World, tests: Iterable[Test]) -> Space:
    """The space in which `tests` can be told apart."""
    by_fact: dict[str, list[Test]] = {}
    for test in tests:
        by_fact.setdefault(test.fact, []).append(test)
    dimensions: list[Dimension] = []
    for fact in sorted(by_fact.keys() - {TIER}):
        dimensions += _dimensions(world, fact, by_fact[fact])
    if TIER in by_fact:
        dimensions.append(Dimension(TIER, tuple(range(1, HIGHEST + 1))))
    return Space(world, tuple(dimensions))


def _dimensions(world: World, fact: str, tests: list[Test]) -> list[Dimension]:
    named = list(
        dict.fromkeys(v for t in tests for v in (t.value if isinstance(t.value, tuple) else (t.value,)))
    )
    if fact == AI_TYPES:
        known = [t for t in world.types if t in named]
        return [Dimension(f"{AI_TYPES}:{t}", (frozenset(), frozenset({t}))) for t in known]
    if fact == SERVICE_AREA:
        values = [a for a in world.areas if a in named]
        others = tuple(a for a in world.areas if a not in named)
        return [Dimension(fact, (*values, *others[:1]), others)]
    info = world.infos.get(fact)
    if info is not None and info.type == "number":
        near = {n + step for n in named if isinstance(n, int) for step in (-1, 0, 1) if n + step >= 0}
        numbers = {n for n in near if any(_differs(t, n, near) for t in tests)} | {int(info.if_unknown or 0)}
        return [Dimension(fact, _plainest_first(_one_of_each(numbers, tests, fact), info.if_unknown))]
    values = [v for v in (info.values if info else ()) if v in named]
    unnamed = [v for v in (info.values if info else ()) if v not in named]
    if unnamed:
        values.append(info.if_unknown if info and info.if_unknown in unnamed else unnamed[0])
    return [Dimension(fact, _plainest_first(values, info.if_unknown if info else ""))] if values else []


def _differs(test: Test, number: int, near: set[int]) -> bool:
    return any(holds(test, {test.fact: number}) != holds(test, {test.fact: other}) for other in near)


def _one_of_each(numbers: set[int], tests: list[Test], fact: str) -> list[int]:
    """The least of the numbers that all `tests` answer alike, for each way to answer them."""
    by_outcome: dict[tuple[bool, ...], int] = {}
    for number in sorted(numbers):
        by_outcome.setdefault(tuple(holds(t, {fact: number}) for t in tests), number)
    return list(by_outcome.values())


def _plainest_first(values: "Iterable[FactValue]", plain: FactValue) -> tuple[FactValue, ...]:
    """`values`, with what stands where the brief is silent first: examples then say less."""
    return tuple(sorted(values, key=lambda v: v != plain))
