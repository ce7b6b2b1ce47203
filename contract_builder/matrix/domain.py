"""The values of facts that can make a difference, and which contexts a brief can reach."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import combinations, pairwise
from typing import TypeAlias

from contract_builder.matrix.sites import Sites
from contract_builder.model.base import Frozen
from contract_builder.model.condition import Facts, FactValue, Test
from contract_builder.model.library import Library
from contract_builder.model.playbook import FactInfo, Playbooks
from contract_builder.model.triage import TriageTable

TIER, AI_TYPES, SERVICE_AREA = "tier", "ai_types", "service_area"
LOWEST_TIER, HIGHEST_TIER = 1, 4
_STAND_IN = "none-that-is-named"
_MOST_TOGETHER = 3
"""AI types that one condition may want together."""
Patch: TypeAlias = dict[str, FactValue]
"""Some facts, in place of those that are as if unknown."""


class Domain(Frozen, frozen=True, dict=True):
    """What briefs may say of a library's facts."""

    library: Library
    playbooks: Playbooks
    triage: TriageTable

    @cached_property
    def sites(self) -> Sites:
        """Where text hangs on facts."""
        return Sites(self.library, self.playbooks)

    @cached_property
    def infos(self) -> dict[str, FactInfo]:
        """The facts by id."""
        return {info.id: info for info in self.playbooks.facts}

    @cached_property
    def stand_in(self) -> str:
        """A name that no AI type, no service area and no condition has: what is common to all is not counted."""
        taken = {t.id for t in self.library.taxonomy.ai_types}
        taken |= {a.id for a in self.library.taxonomy.service_areas}
        taken |= {str(value) for test in self.sites.named for value in constants(test)}
        name = _STAND_IN
        while name in taken:
            name += "-"
        return name

    @cached_property
    def plain(self) -> Facts:
        """Every fact as if unknown, of an AI type and in a service area that nothing names."""
        facts: Patch = {}
        for info in self.playbooks.facts:
            unknown = info.if_unknown
            facts[info.id] = (
                frozenset([str(unknown)] if unknown != "" else ()) if info.type == "set" else unknown
            )
        return {
            **facts,
            TIER: HIGHEST_TIER,
            AI_TYPES: frozenset({self.stand_in}),
            SERVICE_AREA: self.stand_in,
        }

    def values(self, fact: str, tests: Iterable[Test]) -> list[FactValue]:
        """What `tests` of `fact` tell apart: the plain value first, then one value for each other case."""
        own = [test for test in tests if test.fact == fact]
        plain = self.plain.get(fact, "")
        if isinstance(plain, frozenset):
            names = [*dict.fromkeys(str(v) for test in own for v in constants(test))]
            most = min(len(own), _MOST_TOGETHER)
            sets = (frozenset(some) for size in range(1, most + 1) for some in combinations(names, size))
            return [*dict.fromkeys([plain, *sets])]
        if fact == TIER or self.is_number(fact):
            return [*dict.fromkeys([plain, *self.numbers(fact, own)])]
        named = [str(v) for test in own for v in constants(test)]
        known = self.infos[fact].values if fact in self.infos else ()
        other = next((v for v in known if v not in named), None)
        return [*dict.fromkeys([plain, *named, *([other] if other is not None else [])])]

    def is_number(self, fact: str) -> bool:
        """Whether `fact` is a number."""
        return fact in self.infos and self.infos[fact].type == "number"

    def numbers(self, fact: str, tests: Iterable[Test]) -> list[int]:
        """One number on each side of every threshold of `tests`, lowest first; each as near the plain value as can be."""
        plain = self.plain.get(fact, 0)
        cuts = sorted({cut for test in tests if test.fact == fact for cut in cuts_of(test)})
        if fact == TIER:
            cuts = [cut for cut in cuts if LOWEST_TIER < cut <= HIGHEST_TIER]
            bounds = [LOWEST_TIER, *cuts, HIGHEST_TIER + 1]
        else:
            bounds = [0, *(cut for cut in cuts if cut > 0)]
            bounds.append(bounds[-1] + 1)
        ranges = [range(low, high) for low, high in pairwise(bounds)]
        return [_nearest(numbers, plain if isinstance(plain, int) else 0) for numbers in ranges]

    @cached_property
    def _classes(self) -> dict[str, tuple[frozenset[str], tuple[int, ...]]]:
        facts = {test.fact for test in self.sites.named} | self.plain.keys()
        return {
            fact: (
                frozenset(str(v) for t in self.sites.named if t.fact == fact for v in constants(t)),
                tuple(sorted({cut for t in self.sites.named if t.fact == fact for cut in cuts_of(t)})),
            )
            for fact in facts
        }

    def alike(self, facts: Facts) -> tuple[tuple[str, object], ...]:
        """A name for all facts under which contracts have the same words as under `facts`.

        Values that no condition tells apart count as one.
        """
        found: list[tuple[str, object]] = []
        for fact in sorted(self._classes):
            names, cuts = self._classes[fact]
            value = facts.get(fact)
            if isinstance(value, frozenset):
                found.append((fact, value & names))
            elif isinstance(value, int):
                found.append((fact, bisect_right(cuts, value)))
            else:
                found.append((fact, value if value in names else None))
        return tuple(found)

    def reachable(self, facts: Facts) -> bool:
        """Whether the triage can give a brief with these AI types and this service area that tier."""
        tier, types, area = facts.get(TIER), facts.get(AI_TYPES), facts.get(SERVICE_AREA)
        if not isinstance(tier, int) or not isinstance(types, frozenset):
            return True
        floors = self.triage.floors
        named = [floors[t] for t in types if t in floors]
        if not named:
            lowest = [by_area[str(area)] for by_area in floors.values() if area in by_area]
            return tier >= min(lowest, default=LOWEST_TIER)
        of_types = [min(by_area.values(), default=LOWEST_TIER) for by_area in named]
        return tier >= max(by_area.get(str(area), low) for by_area, low in zip(named, of_types, strict=True))


def _nearest(numbers: range, to: int) -> int:
    return to if to in numbers else numbers[0] if numbers[0] > to else numbers[-1]


def constants(test: Test) -> tuple[str | int, ...]:
    """What `test` compares with."""
    return test.value if isinstance(test.value, tuple) else (test.value,)


def cuts_of(test: Test) -> tuple[int, ...]:
    """The numbers at which the outcome of `test` may turn: 5 if it differs between 4 and 5."""
    found: list[int] = []
    for value in constants(test):
        if isinstance(value, str) and not value.isdecimal():
            continue
        number = int(value)
        if test.operator == "at-least":
            found.append(number)
        elif test.operator in ("at-most", "more-than"):
            found.append(number + 1)
        else:
            found += [number, number + 1]
    return tuple(found)
