"""The small library of the checks, with text that hangs on facts, and the matrix of it."""

from pathlib import Path
from typing import Any

from contract_builder.check.scope import Scope
from contract_builder.matrix import text_matrix
from contract_builder.model.matrix import MatrixRow, PlaybookEffect, TextChange, TextMatrix
from tests.check.runner import Case, make

DELETION, REDRESS, PLAN = "clauses/data/deletion.md", "clauses/people/redress.md", "clauses/schedules/plan.md"
BASE, FACTS = "playbooks/base.yaml", "playbooks/facts.yaml"
BIOMETRIC, HEALTH = "playbooks/ai-types/biometric.yaml", "playbooks/service-areas/public-health.yaml"
OF_PREFERRED = "and give a {{ proof }}. ^delete\n"
"""In the clause on deletion: the end of an item that only its preferred position has."""
OF_REDRESS = ". ^help\n"

Edits = dict[str, dict[str, str]]


def scope(folder: Path, change: Edits | None = None, add: dict[str, str] | None = None) -> Scope:
    """The small library in `folder`, with `change` (by file: words and what stands for them) and the files of `add`."""
    return make(Case("", "", change or {}, add or {}, "", []), folder)


def matrix(folder: Path, change: Edits | None = None, add: dict[str, str] | None = None) -> TextMatrix:
    """The matrix of that library."""
    made = scope(folder, change, add)
    return text_matrix(made.library, made.playbooks, made.triage)


def item(condition: str, words: str, after: str = OF_PREFERRED) -> dict[str, str]:
    """An edit: `after`, with an item under `condition` behind it."""
    return {after: f"{after}1. *(only if {condition})* {words}\n"}


def playbook(id: str, kind: str, rules: str, extends: str = "base") -> dict[str, str]:
    """A file to add: a playbook with `rules`, in YAML of one line each."""
    folder = {"tier": "tiers", "ai-type": "ai-types", "service-area": "service-areas"}[kind]
    lines = "".join(f"  - {line}\n" for line in rules.splitlines())
    head = (
        f"playbook: {id}\nkind: {kind}\napplies_to: {id}\nextends: {extends}\ntitle: {id}\nversion: 1.0.0\n"
    )
    return {f"playbooks/{folder}/{id}.yaml": head + (f"rules:\n{lines}" if rules else "")}


def row(found: TextMatrix, id: str) -> MatrixRow:
    """The row called `id`."""
    return next(row for row in found.rows if row.id == id)


def changes(of: MatrixRow) -> dict[str, tuple[str, ...]]:
    """Which texts `of` changes, and how."""
    return {change.id: change.marks for change in of.changes}


def change(of: MatrixRow, id: str) -> TextChange:
    """What `of` changes in the text called `id`."""
    return next(change for change in of.changes if change.id == id)


def where(of: MatrixRow, part: Any) -> list[str]:
    """The contexts of `of` in which `part` of a change shows."""
    return [of.contexts[n].words for n in part.contexts]


def effect(found: TextMatrix, id: str) -> PlaybookEffect:
    """What the playbook called `id` does."""
    return next(playbook for playbook in found.playbooks if playbook.playbook == id)


def idle(found: TextMatrix) -> list[tuple[str, str]]:
    """The rules that change nothing, with their playbooks."""
    return [(p.playbook, r.rule) for p in found.playbooks for r in p.rules if r.effect == "nothing"]
