"""The small library with rules and conditions at random, and what it comes to when every contract is made."""

import tempfile
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import strategies as st

from contract_builder.assemble import assemble
from contract_builder.check.scope import Scope
from contract_builder.model.brief import Brief
from contract_builder.model.condition import Facts
from contract_builder.model.contract import Contract
from contract_builder.model.playbook import Playbooks
from contract_builder.model.selection import Selection
from contract_builder.select import select
from tests.matrix.library import BIOMETRIC, DELETION, OF_PREFERRED, OF_REDRESS, PLAN, REDRESS, playbook, scope

NAMELESS = "none-that-is-named"
ERRORS = ("", "errors")
FLOORS = {
    "biometric": {"customer-contact": 3, "public-health": 4, NAMELESS: 3},
    "forecasting": {"customer-contact": 1, "public-health": 2, NAMELESS: 1},
}
"""As in the triage of the small library; where no area is named, the lowest."""
CONDITIONS = (
    "tier is at least 3", "tier is 2", "ai_types has biometric", "ai_types has forecasting",
    "ai_types does not have forecasting", "service_area is public-health", "stage is tendering", "personal_data is no",
    "stage is tendering and ai_types has forecasting", "personal_data is no and tier is at most 2",
    "ai_types has biometric and service_area is public-health and stage is planning",
)  # fmt: skip
WHEN = (
    "", "", "", "when: {stage: tendering}, ", 'when: {personal_data: "no"}, ', "when: {tier: {at_least: 3}}, ",
    "when: {not: {ai_types: {lacks: biometric}}}, ", "when: {service_area: public-health}, ", "when: {ai_types: forecasting}, ",
    "when: {not: {ai_types: biometric}, stage: planning}, ",
)  # fmt: skip
DOES = (
    "exclude: [redress]", "include: [redress]", "require: [redress]", "position: {every-clause: preferred}",
    "position: {deletion: short}", "position: {every-clause: fallback}", "set: {deletion: {deletion_days: 5}}",
    "set: {deletion: {deletion_days: 10}}", "set: {deletion: {proof: log}}", "set: {plan: {plan_weeks: 6}}",
    "set: {plan: {plan_weeks: 4}}",
)  # fmt: skip
PLAYBOOKS = {"tier-2": "tier", "tier-3": "tier", "forecasting": "ai-type", "customer-contact": "service-area"}

EXTENDS = {"tier-2": "tier-1", "tier-3": "tier-2"}


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Rules of one playbook, each of which overrides what is farther."""
    pairs = draw(st.lists(st.tuples(st.sampled_from(WHEN), st.sampled_from(DOES)), max_size=2))
    return "\n".join(
        f"{{id: rule-{n}, because: So., {when}{does}, override: true}}"
        for n, (when, does) in enumerate(pairs)
    )


class World:
    """A library with its playbooks, which a failing test shows by what was drawn for it."""

    def __init__(self, scope: Scope, drawn: Any) -> None:
        self.scope, self.drawn = scope, drawn

    def __repr__(self) -> str:
        return f"World({self.drawn})"


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """The small library with up to four conditional items, and up to two rules in each of four playbooks."""
    conditions = st.sampled_from(CONDITIONS)
    items = {
        DELETION: (OF_PREFERRED, draw(conditions), "The Supplier must keep a {{ proof }} of it. ^of-it"),
        REDRESS: (OF_REDRESS, draw(conditions), "The Supplier must tell each person. ^tell"),
        PLAN: (". ^steps\n", draw(conditions), "A Working Day counts. ^counts"),
    }
    change = {
        file: {after: f"{after}1. *(only if {when})* {words}\n"}
        for file, (after, when, words) in items.items()
    }
    change[BIOMETRIC] = {
        'when: {personal_data: "yes"}': draw(
            st.sampled_from(['when: {personal_data: "yes"}', "when: {stage: tendering}"])
        )
    }
    add: dict[str, str] = {}
    for id, kind in PLAYBOOKS.items():
        extends = draw(st.sampled_from(("base", EXTENDS.get(id, "base"))))
        add |= playbook(id, kind, draw(rules()), extends)
    with tempfile.TemporaryDirectory() as folder:
        return World(scope(Path(folder), change, add), {**change, **add})


class Everything:
    """Every contract that a library and playbooks can make, as words."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.made: dict[Any, Any] = {}

    def said(self, facts: Facts, playbooks: Playbooks | None = None) -> dict[tuple[str, str], Any]:
        """What each text says under `facts`, and which errors the rules make; by `playbooks`, or by all."""
        if playbooks is not None:
            return self._said(facts, playbooks)
        name = tuple(facts[fact] for fact in sorted(facts))
        if name not in self.made:
            self.made[name] = self._said(facts, self.scope.playbooks)
        found: dict[tuple[str, str], Any] = self.made[name]
        return found

    def _said(self, facts: Facts, playbooks: Playbooks) -> dict[tuple[str, str], Any]:
        brief = Brief("", "", tuple(sorted(facts["ai_types"])), str(facts["service_area"]))  # type: ignore[arg-type]
        selection = select(self.scope.library, playbooks, facts, brief)
        errors = sorted(d.rule for d in selection.diagnostics if d.level == "error")
        calm = msgspec.structs.replace(selection, diagnostics=())
        made = assemble(self.scope.library, calm, brief, facts)
        assert made.contract, made.diagnostics
        return {**texts_of(made.contract, selection), ERRORS: errors}


def texts_of(contract: Contract, selection: Selection) -> dict[tuple[str, str], Any]:
    """Each text of `contract`, without its numbers: references by what they lead to. Positions are of `selection`."""
    at = {choice.clause: choice.position for choice in selection.chosen}
    found: dict[tuple[str, str], Any] = {
        ("clause", c.id): (at[c.id], plain(c.blocks)) for c in contract.clauses
    }
    for schedule in contract.schedules:
        found |= {("definition", d.id): plain(d.blocks) for d in schedule.definitions}
        if not schedule.definitions:
            found["schedule", schedule.id] = plain(schedule.blocks)
    return found


def plain(value: Any) -> Any:
    """`value` as JSON without what follows from the order alone."""
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, msgspec.Struct):
        names = {"number", "full", "anchor"} - ({"anchor"} if type(value).__name__ == "RefRun" else set())
        skip = names | ({"text"} if type(value).__name__ == "RefRun" else set())
        return {f: plain(getattr(value, f)) for f in value.__struct_fields__ if f not in skip}
    return value


def contexts() -> Iterator[dict[str, Any]]:
    """Every context, with no AI type or area, as if named by nothing, among them."""
    sets = [frozenset(some) for n in range(3) for some in combinations(("biometric", "forecasting"), n)]
    areas = ("customer-contact", "public-health", NAMELESS)
    for types, area, tier, stage, personal in product(
        sets, areas, range(1, 5), ("planning", "tendering"), ("yes", "no")
    ):
        yield {"ai_types": types or frozenset({NAMELESS}), "service_area": area, "tier": tier, "stage": stage,
               "personal_data": personal, "estimated_value": 0}  # fmt: skip


def reachable(facts: Facts) -> bool:
    """Whether the triage can give such a purchase its tier."""
    named = [FLOORS[t][str(facts["service_area"])] for t in FLOORS if t in facts["ai_types"]]  # type: ignore[operator]
    lowest = [floors[str(facts["service_area"])] for floors in FLOORS.values()]
    return facts["tier"] >= (max(named) if named else min(lowest))  # type: ignore[operator]
