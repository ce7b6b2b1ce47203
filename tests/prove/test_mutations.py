"""Each kind of fault that somebody may put into the library is found, and nothing is found where there is none."""

from pathlib import Path

import pytest

from contract_builder import api
from contract_builder.load.content import content_root
from contract_builder.model.proof import MEANS, SOMEWHERE
from tests.prove.mutated import OVERLAY, Mutation, found_in, make, mutations, proof_of, world_of


@pytest.mark.parametrize("mutation", mutations(), ids=lambda m: m.fault)
def test_a_fault_is_found_and_the_brief_written_for_it_shows_it(mutation: Mutation, tmp_path: Path) -> None:
    world = make(mutation, tmp_path)
    proof = proof_of(world, cross_check=True)
    assert any(mutation.names in file for file in found_in(world, proof, mutation.found_by))
    for counterexample in proof.found:
        assert counterexample.reproduced, counterexample
        if counterexample.property in SOMEWHERE:
            continue
        brief = tmp_path / "counter-example.yaml"
        brief.write_text(counterexample.brief, encoding="utf-8")
        read = api.read_brief(brief)
        tier = counterexample.facts.get("tier")
        content = api.Content(world.library, world.playbooks, world.triage, None, ())
        assert api.check_brief(content, read) == []
        result = api.assess(content, read)
        assert not result.stopped
        assert tier in (None, result.inherent)
        if counterexample.property not in ("weaker-at-a-higher-tier", "undefined-term"):
            assert api.build(content, read).contract is None


def test_there_is_a_fault_for_every_property_and_25_kinds_at_least() -> None:
    assert {m.found_by for m in mutations()} >= set(MEANS)
    assert len({m.fault for m in mutations()}) >= 25


@pytest.mark.parametrize(
    "with_overlay", [False, True], ids=["alone", "with the overlay of the example council"]
)
def test_nothing_is_found_in_the_shipped_library(with_overlay: bool, tmp_path: Path) -> None:
    proof = proof_of(world_of(content_root(), False), cross_check=True)
    if with_overlay:
        (tmp_path / "clauses").symlink_to(content_root() / "clauses")
        (tmp_path / "playbooks").symlink_to(content_root() / "playbooks")
        (tmp_path / "overlay").symlink_to(OVERLAY)
        proof = proof_of(world_of(tmp_path, True), cross_check=True)
    assert [f"{c.place}: {c.message} {c.facts}" for c in proof.found] == []
    assert proof.cross_checked > 100
