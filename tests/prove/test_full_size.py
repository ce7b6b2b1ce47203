"""A library of full size is proved whole, by enumeration and, where that is too large, by decision diagrams."""

import pytest

from benchmarks.whole import FULL, write_whole
from contract_builder.prove.prove import LIMIT
from contract_builder.prove.space import World
from tests.prove.mutated import proof_of, world_of


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world_of(write_whole(tmp_path_factory.mktemp("whole")), True)


def test_100_clauses_and_40_playbooks_are_proved_by_both_methods_and_nothing_is_found(world: World) -> None:
    assert len(world.library.clauses) == FULL == 100
    assert len(world.playbooks.playbooks) == 40
    proof = proof_of(world, cross_check=True)
    assert proof.found == ()
    assert sum(c.by_enumeration for c in proof.covered) > 500
    assert sum(c.by_solver for c in proof.covered) > 200
    assert max(c.largest for c in proof.covered) > LIMIT
    assert proof.cross_checked == sum(c.by_enumeration for c in proof.covered)


def test_the_size_of_the_space_is_stated_with_every_set_of_ai_types(world: World) -> None:
    size = proof_of(world).size
    assert (size.ai_type_sets, size.service_areas, size.tiers) == (2**13 - 1, 15, 4)
    each = 1
    for values in size.switches.values():
        each *= values
    assert size.contexts == size.ai_type_sets * 15 * 4 * each
    assert each < size.reachable < size.contexts
    assert set(size.switches) >= {"route", "stage", "personal_data", "estimated_value"}


def test_a_lower_limit_sends_more_claims_to_the_diagrams_and_changes_no_answer(world: World) -> None:
    small, usual = proof_of(world, limit=10), proof_of(world)
    assert sum(c.by_solver for c in small.covered) > sum(c.by_solver for c in usual.covered)
    assert [c.broken for c in small.covered] == [c.broken for c in usual.covered]
