"""What is computed for all contexts at once is what `select` says of each of them."""

from typing import Any

from hypothesis import HealthCheck, given, settings

from contract_builder.model.brief import Brief
from contract_builder.model.condition import Condition, Facts, Test
from contract_builder.model.selection import Selection
from contract_builder.prove.algebra import Algebra
from contract_builder.prove.lifted import Lifted
from contract_builder.prove.solver import Solver
from contract_builder.prove.space import Space, World, space_of
from contract_builder.prove.statements import Statements
from contract_builder.prove.table import Table
from contract_builder.select import select
from tests.prove.worlds import AREAS, ROUTES, TYPES, contexts, world_of
from tests.select.generated import CLAUSES, worlds

careful = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
BRIEF = Brief("A purchase", "brief.yaml", ("drafting",), "housing")


def whole_space(world: World) -> Space:
    """Every AI type, area, route and tier told apart."""
    tests: list[Test] = [Test("ai_types", "has", t) for t in TYPES]
    tests += [Test("service_area", "is", a) for a in AREAS]
    tests += [Test("route", "is", ROUTES[1]), Test("tier", "at-least", 2)]
    return space_of(world, tests)


def here(facts: Facts) -> tuple[Condition, ...]:
    """The one context of `facts`, as conditions."""
    types = facts["ai_types"]
    assert isinstance(types, frozenset)
    return (
        *(Test("ai_types", "has" if t in types else "lacks", t) for t in TYPES),
        Test("service_area", "is", str(facts["service_area"])),
        Test("route", "is", str(facts["route"])),
        Test("tier", "is", int(str(facts["tier"]))),
    )


def lifted_says(lifted: Lifted[Any], algebra: Algebra[Any], facts: Facts) -> dict[str, object]:
    """What the model says of the context of `facts`."""
    spot = lifted.where(*here(facts))

    def so(where: Any) -> bool:
        return not algebra.never(algebra.both(spot, where))

    said: dict[str, object] = {}
    for clause in lifted.library.clauses:
        if not so(lifted.member(clause.id)):
            continue
        values = [
            o.settled.value if o.settled else clause.parameters[0].default_for("")
            for o in lifted.valued(clause.id, "days")
            if so(o.where)
        ]
        positions = [p.name for p in clause.positions if so(lifted.at(clause.id, p.name))]
        said[clause.id] = (positions, values)
    return said


def select_says(selection: Selection) -> dict[str, object]:
    return {c.clause: ([c.position], [v.value for v in c.values]) for c in selection.chosen}


@careful
@given(worlds())
def test_members_positions_and_values_are_those_of_select_in_every_context(made: Any) -> None:
    world = world_of(made)
    table = Table(whole_space(world))
    lifted = Lifted(Statements(world), table, frozenset(CLAUSES))
    for facts in contexts():
        selection = select(world.library, world.playbooks, facts, BRIEF)
        assert lifted_says(lifted, table, facts) == select_says(selection)


@careful
@given(worlds())
def test_conflicts_and_requirements_are_those_of_select_in_every_context(made: Any) -> None:
    world = world_of(made)
    table = Table(whole_space(world))
    statements = Statements(world)
    lifted = Lifted(statements, table, frozenset(CLAUSES))
    unmet = table.either(
        *(
            table.both(lifted.asking(a), table.outside(lifted.provided(a.topic)))
            for askers in statements.askers.values()
            for a in askers
        )
    )
    conflict = table.either(*(o.where for c in CLAUSES for o in lifted.joined(c) if o.found))
    for facts in contexts():
        rules = {d.rule for d in select(world.library, world.playbooks, facts, BRIEF).diagnostics}
        spot = lifted.where(*here(facts))
        assert (not table.never(table.both(spot, unmet))) == bool(
            rules & {"unmet-requirement", "required-but-excluded"}
        )
        if not table.never(table.both(spot, conflict)):
            assert rules & {"contradiction-without-override", "siblings-disagree"}


@settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(worlds(rules=1))
def test_the_solver_says_what_the_table_says(made: Any) -> None:
    world = world_of(made)
    space = whole_space(world)
    statements = Statements(world)
    table, solver = Table(space), Solver(space)
    by_table = Lifted(statements, table, frozenset(CLAUSES))
    by_solver = Lifted(statements, solver, frozenset(CLAUSES))
    for clause in CLAUSES:
        one, other = by_table.member(clause), by_solver.member(clause)
        assert table.never(one) == solver.never(other)
        assert table.never(table.a_tier_up(one)) == solver.never(solver.a_tier_up(other))
        assert (table.smallest(one) is None) == (solver.smallest(other) is None)


@careful
@given(worlds(rules=0))
def test_the_contexts_that_can_be_reached_are_those_that_the_triage_gives(made: Any) -> None:
    world = world_of(made)
    table = Table(whole_space(world))
    assert table.reachable.bit_count() == sum(1 for _ in contexts())
    for facts in contexts():
        assert not table.never(table.both(*(table.where(c) for c in here(facts))))
