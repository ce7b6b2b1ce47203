"""What stands around the texts of a generated library: the playbooks, and a brief."""

from pathlib import Path
from typing import Any

import yaml

from benchmarks.words import Writer


def read_yaml(path: Path) -> Any:
    """What the file holds."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def to_yaml(data: Any) -> str:
    """`data` as a person would write it."""
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)


def playbooks(clauses: list[str], topics: list[str]) -> dict[str, dict[str, Any]]:
    """From file name to playbook: a base that takes whatever applies, and three nearer ones that set some values.

    `clauses` are the ids of those that every contract takes; `topics` those that the first of them provide.
    """
    base: dict[str, Any] = {
        "playbook": "base", "kind": "base", "title": "Every contract", "version": "1.0.0",
        "rules": [
            {"id": "what-applies", "because": "It fits.", "include": {"that_apply": True}},
            {"id": "more", "because": "A higher tier has it.", "offer": {"that_apply": True, "any_tier": True}},
            {"id": "needed", "because": "Every contract answers them.", "require": topics[:6]},
        ],
        "floor": topics[:3],
        "constraints": [{"id": "first", "because": "It is read first.", "order": topics[:2]}],
    }  # fmt: skip
    nearer = (("tier", "tier-3", "tiers"), ("ai-type", "predictive-risk-scoring", "ai-types"),
              ("service-area", "housing-and-homelessness", "service-areas"))  # fmt: skip
    books = {"base.yaml": base}
    for k, (kind, name, folder) in enumerate(nearer):
        values = {clause: {"reply_days": 7 - k} for clause in clauses[k::9][:10]}
        rule = {
            "id": "less-time",
            "because": "Time presses here.",
            "when": {"tier": {"at_least": 2}},
            "set": values,
        }
        books[f"{folder}/{name}.yaml"] = {
            "playbook": name, "kind": kind, "applies_to": name, "extends": "base", "title": name,
            "version": "1.0.0", "rules": [rule],
        }  # fmt: skip
    return books


def brief_for(folder: Path, writer: Writer) -> dict[str, Any]:
    """A brief of tier 3 that answers every question, and fills some of the Particulars."""
    triage = read_yaml(folder / "playbooks" / "triage.yaml")
    fields = read_yaml(folder / "clauses" / "particulars.yaml")["fields"]
    other = {"date", "choices", "fact", "cases", "value"}
    filled = [name for name, field in fields.items() if not other & field.keys()]
    filled = filled[: len(filled) * 3 // 4]
    return {
        "brief": 1,
        "title": "Generated for measuring",
        "date": "2026-11-24",
        "ai_types": ["predictive-risk-scoring"],
        "service_area": "housing-and-homelessness",
        "facts": {"route": "competitive-flexible", "stage": "planning", "estimated_value": 420000},
        "triage": {
            "stops": {gate["id"]: "no" for gate in triage["stops"]},
            "answers": {q["id"]: list(q["options"])[1] for q in triage["questions"]},
        },
        "particulars": {name: writer.phrase(12 if fields[name].get("long") else 4) for name in filled},
    }
