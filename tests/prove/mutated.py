"""The shipped contents with one fault put in."""

import shutil
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from contract_builder.check.run import report
from contract_builder.load.content import content_root, examples_root
from contract_builder.load.library import load_library
from contract_builder.load.playbooks import load_playbooks
from contract_builder.load.triage import load_triage
from contract_builder.model.proof import MEANS, Proof
from contract_builder.prove import prove
from contract_builder.prove.space import World
from tests.contents import PARSED

CASES = Path(__file__).parent / "mutations.yaml"
OVERLAY = examples_root() / "council" / "overlay"


class Mutation(NamedTuple):
    """One fault, and what finds it."""

    fault: str
    edits: dict[str, Any]
    overlay: dict[str, Any]
    found_by: str
    names: str


def mutations() -> list[Mutation]:
    """Every mutation of `mutations.yaml`."""
    return [
        Mutation(m["fault"], m, m.get("overlay", {}), m["found_by"], m["names"])
        for m in yaml.safe_load(CASES.read_text(encoding="utf-8"))
    ]


def make(mutation: Mutation, folder: Path) -> World:
    """The shipped contents in `folder`, with the overlay of the example council, and the fault of `mutation`."""
    for name in ("clauses", "playbooks"):
        shutil.copytree(content_root() / name, folder / name)
    shutil.copytree(OVERLAY, folder / "overlay")
    _edit(folder, mutation.edits)
    _edit(folder / "overlay", mutation.overlay)
    return world_of(folder, bool(mutation.overlay))


def world_of(folder: Path, with_overlay: bool) -> World:
    """The contents in `folder`, which must load."""
    overlay = folder / "overlay" if with_overlay else None
    library, playbooks = load_library(folder, overlay, PARSED), load_playbooks(folder, overlay, PARSED)
    triage = load_triage(folder / "playbooks" / "triage.yaml", PARSED)
    found = [*library.diagnostics, *playbooks.diagnostics, *triage.diagnostics]
    assert library.value and playbooks.value and triage.value, found
    return World(library.value, playbooks.value, triage.value)


def _edit(folder: Path, edits: dict[str, Any]) -> None:
    for file, rule in edits.get("rules", {}).items():
        entry = yaml.safe_dump([rule], sort_keys=False).replace("\n", "\n  ").rstrip()
        _replace(folder / file, "\nrules:\n", f"\nrules:\n  {entry}\n")
    for file, items in edits.get("item", {}).items():
        for section, item in items.items():
            _replace(folder / file, f"\n## {section}\n\n", f"\n## {section}\n\n{item}\n")
    for file, changes in edits.get("change", {}).items():
        for old, new in changes.items():
            _replace(folder / file, old, new)


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name} holds {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def proof_of(world: World, **options: Any) -> Proof:
    """What `prove` says of `world`."""
    return prove(world.library, world.playbooks, world.triage, **options)


def found_in(world: World, proof: Proof, rule: str) -> list[str]:
    """The files in which the property or the rule called `rule` finds something."""
    if rule in MEANS:
        return [c.place.file for c in proof.found if c.property == rule]
    found = report(world.library, world.playbooks, world.triage, rules=(rule,)).diagnostics
    return [d.place.file for d in found]
