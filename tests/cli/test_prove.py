"""`contract-builder prove`, as a maintainer runs it."""

import json
import shutil
from pathlib import Path

import pytest

from contract_builder import upkeep
from contract_builder.load.content import content_root, examples_root
from tests.cli.conftest import Run
from tests.prove.mutated import make, mutations


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Contents with a reference that some contracts lack the target of."""
    mutation = next(m for m in mutations() if m.fault.startswith("a reference to a clause that not every"))
    make(mutation, tmp_path / "contents")
    return tmp_path / "contents"


def test_the_shipped_library_holds_and_the_size_of_the_space_is_stated(run: Run, tmp_path: Path) -> None:
    done = run("prove", cwd=tmp_path)
    assert done.returncode == 0
    assert "Everything holds." in done.stdout
    assert "8,191 sets of AI types, 15 service areas" in " ".join(done.stdout.split())


def test_a_fault_comes_with_the_plainest_purchase_and_a_brief_that_shows_it(
    run: Run, faulty: Path, tmp_path: Path
) -> None:
    out = tmp_path / "briefs"
    done = run("prove", "--library", str(faulty), "-o", str(out), cwd=tmp_path)
    assert done.returncode == 1
    assert "[dangling-reference]" in done.stdout
    assert "for example: biometric no; route open-procedure; tier 1\n" in done.stdout
    (brief,) = out.glob("dangling-reference-definitions-and-purpose-*.yaml")
    shown = run("build", str(brief), "--library", str(faulty), "-o", str(tmp_path / "contract"), cwd=tmp_path)
    assert shown.returncode == 1
    assert "dangling-reference" in shown.stderr
    sound = run("build", str(brief), "-o", str(tmp_path / "sound"), cwd=tmp_path)
    assert sound.returncode == 0


def test_briefs_that_are_there_are_not_written_over(run: Run, faulty: Path, tmp_path: Path) -> None:
    assert run("prove", "--library", str(faulty), "-o", str(tmp_path), cwd=tmp_path).returncode == 1
    again = run("prove", "--library", str(faulty), "-o", str(tmp_path), cwd=tmp_path)
    assert again.returncode == 2
    assert "Nothing was written" in again.stderr


def test_a_council_is_proved_without_its_overlay_and_with_it(run: Run, tmp_path: Path) -> None:
    shutil.copytree(examples_root() / "council", tmp_path / "council")
    done = run("prove", "--json", cwd=tmp_path / "council")
    assert done.returncode == 0
    document = json.loads(done.stdout)
    assert document["format"] == 1
    assert [proof["overlay"] for proof in document["proofs"] if not proof["host"]] == [
        "",
        "Mereshire Council",
    ]
    assert {proof["overlay"] for proof in document["proofs"] if proof["host"]} == {"Mereshire Council"}


def test_the_cross_check_says_how_many_claims_both_methods_tried(run: Run, tmp_path: Path) -> None:
    done = run("prove", "--cross-check", cwd=tmp_path)
    assert done.returncode == 0
    assert "claims were tried by both methods, which agreed" in " ".join(done.stdout.split())


def test_the_api_gives_the_same_proof() -> None:
    proof, *schedules = upkeep.prove_contents(content_root())
    assert [p.host for p in schedules] == [
        "generic-council-contract",
        "public-sector-contract",
        "supplier-terms",
    ]
    assert all(p.found == () for p in (proof, *schedules))
    assert {c.property for c in proof.covered} >= {"dangling-reference", "floor-broken"}
