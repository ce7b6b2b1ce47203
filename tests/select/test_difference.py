"""What differs between two selections: nothing between a selection and itself, and else exactly what differs."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from contract_builder.model.brief import Brief
from contract_builder.model.condition import Facts
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.selection import Selection
from contract_builder.select import select
from contract_builder.select.difference import difference
from tests.select.generated import BRIEF, FACTS, World, playbooks_of, worlds

careful = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
other_facts = st.sampled_from(
    [
        {**FACTS, "tier": 3},
        {**FACTS, "tier": 1, "ai_types": frozenset({"scoring"})},
        {**FACTS, "route": "call-off"},
        {**FACTS, "service_area": "libraries"},
    ]
)
other_briefs = st.sampled_from(
    [BRIEF, replace(BRIEF, optional_clauses=()), replace(BRIEF, values={"audit": {"days": 3}})]
)


def selected(world: World, facts: Facts = FACTS, brief: Brief = BRIEF) -> Selection:
    return select(world.library, playbooks_of(world.playbooks), facts, brief)


@careful
@given(worlds())
def test_a_selection_does_not_differ_from_itself(world: World) -> None:
    assert not difference(selected(world), selected(world))


@careful
@given(worlds(), other_facts, other_briefs)
def test_the_difference_added_to_what_was_gives_what_is_and_no_more(
    world: World, facts: Facts, brief: Brief
) -> None:
    before, after = selected(world), selected(world, facts, brief)
    differs = difference(before, after)
    was = {c.clause: (c.position, {v.parameter: v.value for v in c.values}) for c in before.chosen}
    now = {c.clause: (c.position, {v.parameter: v.value for v in c.values}) for c in after.chosen}

    assert {c.clause for c in differs.comes_in} == now.keys() - was.keys()
    assert {c.clause for c in differs.goes_out} == was.keys() - now.keys()
    both = was.keys() & now.keys()
    assert {m.clause: (m.before, m.after) for m in differs.moves} == {
        c: (was[c][0], now[c][0]) for c in both if was[c][0] != now[c][0]
    }
    assert {(v.owner, v.parameter): (v.before, v.after) for v in differs.values} == {
        (c, name): (value, now[c][1][name])
        for c in both
        for name, value in was[c][1].items()
        if value != now[c][1][name]
    }
    offered_before = {o.clause for o in before.left_out if o.offered}
    offered_after = {o.clause for o in after.left_out if o.offered}
    assert {o.clause for o in differs.offered} == offered_after - offered_before
    assert set(differs.no_longer_offered) == offered_before - offered_after - now.keys()


@careful
@given(worlds(), other_facts)
def test_what_goes_out_one_way_comes_in_the_other(world: World, facts: Facts) -> None:
    before, after = selected(world), selected(world, facts)
    there, back = difference(before, after), difference(after, before)
    assert {c.clause for c in there.comes_in} == {c.clause for c in back.goes_out}
    assert there.found == back.mended
    assert {(v.owner, v.parameter, v.before, v.after) for v in there.values} == {
        (v.owner, v.parameter, v.after, v.before) for v in back.values
    }


@careful
@given(worlds(), other_facts)
def test_every_difference_has_a_reason_of_the_new_state(world: World, facts: Facts) -> None:
    differs = difference(selected(world), selected(world, facts))
    assert all(c.reasons and c.position_reason.because for c in differs.comes_in)
    assert all(change.reason.because for change in (*differs.moves, *differs.values))
    assert all(offer.reason.because for offer in differs.offered)


@careful
@given(worlds())
def test_a_problem_that_stands_on_another_line_is_the_same_problem(world: World) -> None:
    selection = selected(world)
    one = Diagnostic("rule", Place("base.yaml", 3), "It is wrong.")
    before = replace(selection, diagnostics=(one,))
    after = replace(selection, diagnostics=(replace(one, place=Place("base.yaml", 9)), one))
    assert difference(before, after).found == (one,)
    assert not difference(before, after).mended
