"""Libraries and playbooks at random, with the taxonomy and the triage that contexts are made from."""

from collections.abc import Iterator
from itertools import combinations, product

import msgspec

from contract_builder.model.condition import Facts
from contract_builder.model.library import AiType, ServiceArea, Taxonomy
from contract_builder.model.playbook import FactInfo, Playbooks
from contract_builder.model.triage import Band, Mitigation, TriageTable
from contract_builder.prove.space import World
from tests.select import generated

TYPES = ("drafting", "scoring", "scoring-of-children", "biometric")
AREAS = ("housing", "parks")
ROUTES = ("open", "call-off")
FLOORS = {
    "drafting": {"housing": 1, "parks": 1},
    "scoring": {"housing": 3, "parks": 2},
    "scoring-of-children": {"housing": 4, "parks": 3},
    "biometric": {"housing": 2, "parks": 1},
}
TRIAGE = TriageTable("1", (), FLOORS, (), (Band(1, 0), Band(2, 25), Band(3, 50), Band(4, 75)),
                     Mitigation(50, 10, {"absent": 0, "done": 1}, ()))  # fmt: skip
INFOS = (
    FactInfo("tier", "number", "Tier?", given_by="triage"),
    FactInfo("ai_types", "set", "Types?"),
    FactInfo("service_area", "choice", "Area?"),
    FactInfo("route", "choice", "Route?", ROUTES, "open"),
)


def world_of(made: generated.World) -> World:
    """`made`, as what `prove` takes."""
    taxonomy = Taxonomy(
        tuple(AiType(t, t, t, t) for t in TYPES), tuple(ServiceArea(a, a, a, "people") for a in AREAS), (), ()
    )
    library = msgspec.structs.replace(made.library, taxonomy=taxonomy)
    return World(library, Playbooks(INFOS, made.playbooks), TRIAGE)


def contexts() -> Iterator[Facts]:
    """Every context that a brief can reach."""
    sets = [frozenset(s) for n in range(1, len(TYPES) + 1) for s in combinations(TYPES, n)]
    for types, area, route, tier in product(sets, AREAS, ROUTES, range(1, 5)):
        if tier >= max(FLOORS[t][area] for t in types):
            yield {"ai_types": types, "service_area": area, "route": route, "tier": tier}
