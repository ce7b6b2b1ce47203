"""What holds of every selection, whatever the library and the rules."""

from random import Random

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract_builder.model.selection import Selection
from contract_builder.select import select
from contract_builder.select.query import NEVER, reach
from tests.select.case import reasons_of
from tests.select.generated import BRIEF, FACTS, World, playbooks_of, worlds

careful = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def selected(world: World) -> Selection:
    return select(world.library, playbooks_of(world.playbooks), FACTS, BRIEF)


def outcome(selection: Selection) -> list[object]:
    """Which clauses are in, at which positions, with which values; and which are offered."""
    chosen = [(c.clause, c.position, [(v.parameter, v.value) for v in c.values]) for c in selection.chosen]
    return [chosen, [out.clause for out in selection.left_out if out.offered]]


@careful
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_playbooks_does_not_matter(world: World, random: Random) -> None:
    shuffled = list(world.playbooks)
    random.shuffle(shuffled)
    assert selected(World(world.library, tuple(shuffled))) == selected(world)


@careful
@given(worlds(rules=1), st.integers(1, 4))
def test_how_the_rules_of_a_playbook_are_cut_and_ordered_does_not_matter(world: World, turn: int) -> None:
    """Each rule is cut into one rule to an effect, and these are turned round."""
    cut = tuple(msgspec.structs.replace(p, rules=_cut(p.rules, turn)) for p in world.playbooks)
    before, after = selected(world), selected(World(world.library, cut))
    if any(d.rule.startswith("contradiction") for d in before.diagnostics):
        return  # a rule that both includes and excludes a clause contradicts itself, and its order decides
    assert outcome(after) == outcome(before)
    assert [d.rule for d in after.diagnostics] == [d.rule for d in before.diagnostics]


def _cut(rules, turn):  # type: ignore[no-untyped-def]
    if not rules:
        return ()
    (rule,) = rules
    empty = msgspec.structs.replace(
        rule, include=None, exclude=None, offer=None, position={}, require=(), settings=()
    )
    parts = [
        msgspec.structs.replace(empty, **{field: getattr(rule, field)})
        for field in ("include", "exclude", "offer", "position", "require", "settings")
    ]
    return tuple(parts[turn:] + parts[:turn])


@careful
@given(worlds())
def test_the_same_inputs_give_the_same_selection(world: World) -> None:
    assert selected(world) == selected(world)


@careful
@given(worlds())
def test_every_clause_is_in_or_out_and_never_both(world: World) -> None:
    selection = selected(world)
    names = [c.clause for c in selection.chosen] + [out.clause for out in selection.left_out]
    assert sorted(names) == sorted(c.id for c in world.library.clauses)


@careful
@given(worlds())
def test_no_choice_is_without_a_reason(world: World) -> None:
    for choice in selected(world).chosen:
        assert choice.reasons
        assert all(reason.because for reason in reasons_of(choice))
        assert len(choice.values) == 1


@careful
@given(worlds())
def test_a_clause_that_is_out_names_a_rule_if_any_rule_could_have_put_it_in(world: World) -> None:
    rules = [rule for p in world.playbooks for rule in p.rules]
    for out in selected(world).left_out:
        clause = world.library.clause_by_id[out.clause]
        reachable = any(rule.include and reach(rule.include, clause) != NEVER for rule in rules)
        if out.nearest is None:
            assert not reachable
        elif out.nearest.effect == "include":
            assert out.failing


@careful
@given(worlds())
def test_what_is_required_is_provided_or_reported(world: World) -> None:
    selection = selected(world)
    clauses = [world.library.clause_by_id[c.clause] for c in selection.chosen]
    provided = {topic for clause in clauses for topic in clause.provides}
    reported = {
        d.message for d in selection.diagnostics if d.rule in ("unmet-requirement", "required-but-excluded")
    }
    for choice, clause in zip(selection.chosen, clauses, strict=True):
        position = clause.position(choice.position)
        assert position
        for topic in {*clause.requires, *position.requires} - provided:
            assert any(topic in message and clause.id in message for message in reported)


@careful
@given(worlds())
def test_no_problem_is_reported_twice(world: World) -> None:
    diagnostics = selected(world).diagnostics
    assert len(set(diagnostics)) == len(diagnostics)


@careful
@given(worlds())
def test_every_value_is_within_its_bounds(world: World) -> None:
    for choice in selected(world).chosen:
        days = next(v.value for v in choice.values if v.parameter == "days")
        assert isinstance(days, int)
        assert 1 <= days <= 30
