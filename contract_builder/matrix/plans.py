"""Which rows there are: what is compared with what."""

from collections.abc import Iterator
from typing import NamedTuple

from contract_builder.matrix.contexts import Turn
from contract_builder.matrix.domain import (
    AI_TYPES,
    HIGHEST_TIER,
    LOWEST_TIER,
    SERVICE_AREA,
    TIER,
    Domain,
    cuts_of,
)
from contract_builder.model.condition import Condition, Test, tests_of, value_words
from contract_builder.model.matrix import DimensionName
from contract_builder.model.playbook import FactInfo


class Plan(NamedTuple):
    """A row before anything is compared."""

    id: str
    dimension: DimensionName
    title: str
    against: str
    turn: Turn


def plans(domain: Domain) -> Iterator[Plan]:
    """Every row: AI types, service areas, tiers from the second, and each value of each switch but the plain one."""
    taxonomy = domain.library.taxonomy
    nothing = frozenset({domain.stand_in})
    for ai_type in taxonomy.ai_types:
        turn = Turn(AI_TYPES, nothing, frozenset({ai_type.id}))
        yield Plan(ai_type.id, "ai-type", ai_type.title, "an AI type that nothing names", turn)
    for area in taxonomy.service_areas:
        turn = Turn(SERVICE_AREA, domain.stand_in, area.id)
        yield Plan(area.id, "service-area", area.title, "a service area that nothing names", turn)
    titles = {info.id: info.title for info in taxonomy.tiers}
    for tier in range(LOWEST_TIER + 1, HIGHEST_TIER + 1):
        name = f"tier-{tier}"
        title = f"Tier {tier}, {titles.get(name, '')}".rstrip(", ")
        yield Plan(name, "tier", title, f"tier {tier - 1}", Turn(TIER, tier - 1, tier))
    for info in domain.playbooks.facts:
        if info.given_by == "brief" and info.id not in (AI_TYPES, SERVICE_AREA, TIER):
            yield from _switches(domain, info)


def _switches(domain: Domain, info: FactInfo) -> Iterator[Plan]:
    plain = domain.plain[info.id]
    against = f"{info.id} is {value_words(plain)}, as if unknown" if plain else f"{info.id} is not known"
    if info.type != "number":
        for value in info.values:
            new = frozenset({value}) if info.type == "set" else value
            if new != plain:
                name = f"{info.id}={value}"
                yield Plan(name, "switch", f"{info.id} is {value}", against, Turn(info.id, plain, new))
        return
    tests = [test for test in every_test(domain) if test.fact == info.id]
    cuts = sorted({cut for test in tests for cut in cuts_of(test) if cut > 0})
    for number in domain.numbers(info.id, tests):
        above = [cut for cut in cuts if cut > number]
        if isinstance(plain, int) and [cut for cut in cuts if cut > plain] == above:
            continue  # no condition tells it from the plain value
        low = max((cut for cut in cuts if cut <= number), default=0)
        words = (
            f"{low} or more" if not above else str(low) if low == above[0] - 1 else f"{low} to {above[0] - 1}"
        )
        title = f"{info.id} is {words}"
        yield Plan(f"{info.id}={number}", "switch", title, against, Turn(info.id, plain, number))
    if not cuts:
        turn = Turn(info.id, plain, plain)
        yield Plan(f"{info.id}=any", "switch", f"{info.id}: no condition tests it", against, turn)


def every_test(domain: Domain) -> Iterator[Test]:
    """Every test of every condition, with those of constraints and departure rules, which change no words."""
    yield from domain.sites.named
    for _, condition in beside_words(domain):
        yield from tests_of(condition)


def beside_words(domain: Domain) -> Iterator[tuple[str, Condition]]:
    """The conditions that change no words, each with what it belongs to."""
    for playbook in domain.playbooks.playbooks:
        for constraint in playbook.constraints:
            name = f"the constraint {playbook.id}/{constraint.id}"
            yield name, constraint.when
            if constraint.must is not None:
                yield name, constraint.must
        for departure in playbook.departures:
            yield f"the departure rule {playbook.id}/{departure.id}", departure.when
