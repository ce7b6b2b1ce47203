"""How many contexts there are, and how many of them a brief can have."""

from math import prod

from contract_builder.model.condition import Test
from contract_builder.model.proof import Size
from contract_builder.prove.space import AI_TYPES, HIGHEST, SERVICE_AREA, TIER, World, space_of


def size_of(world: World, tests: frozenset[Test]) -> Size:
    """The complete space of AI-type sets, service areas, tiers and what `tests` tell apart of the other facts.

    Without the answers that facts imply: those that would lift a tier by their points alone are not taken off.
    """
    other = frozenset(t for t in tests if t.fact not in (TIER, AI_TYPES, SERVICE_AREA))
    switches = {d.name: len(d.values) for d in space_of(world, other).dimensions}
    each = prod(switches.values())
    sets = 2 ** len(world.types) - 1
    reachable = 0
    for area in world.areas:
        floors = [world.floor(t, area) for t in world.types]
        reachable += sum(2 ** sum(f <= tier for f in floors) - 1 for tier in range(1, HIGHEST + 1))
    return Size(
        sets, len(world.areas), HIGHEST, switches, sets * len(world.areas) * HIGHEST * each, reachable * each
    )
