"""A generated library of full size: 100 clauses tagged as the real topics are, and 40 playbooks with every kind of rule.

    python -m benchmarks.whole FOLDER [--clauses N]

It is meant to be clean: `prove` finds nothing in it, so that the whole space has to be covered. With N clauses
it has as many rules for each clause as at full size.
"""

import argparse
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.library import ALWAYS_DEFINED, SEED, copy_tables
from benchmarks.setting import read_yaml, to_yaml
from benchmarks.words import Writer

FULL = 100
OVERLAY = 7
"""Playbooks in the overlay; 33 stand in the library."""
TIERS = (1, 2, 3, 4)
DAYS, MONTHS = "reply_days", "review_months"
SWITCHES: tuple[dict[str, Any], ...] = (
    {"personal_data": "yes"},
    {"vulnerable_people": "yes"},
    {"reorganisation": "yes"},
    {"light_touch": "no"},
    {"route": ["open-procedure", "competitive-flexible"]},
    {"stage": {"is_not": "after-award"}},
    {"estimated_value": {"more_than": 5000000}},
)
"""Conditions of rules and paragraphs."""


class _Whole:
    """Writes the files of one library."""

    def __init__(self, folder: Path, clauses: int) -> None:
        self.folder, self.writer = folder, Writer(SEED)
        self.groups = [group["id"] for group in read_yaml(folder / "clauses" / "library.yaml")["groups"]]
        self.topics = read_yaml(folder / "clauses" / "topics.yaml")["topics"]
        taxonomy = read_yaml(folder / "clauses" / "taxonomy.yaml")
        self.types, self.areas = list(taxonomy["ai_types"]), list(taxonomy["service_areas"])
        names = list(self.topics)
        self.names = [f"{names[n % len(names)]}-{n // len(names) + 1}" for n in range(clauses)]
        self.topic_of = [names[n % len(names)] for n in range(clauses)]
        self.general = [n for n in range(min(clauses, len(names))) if self._applies(n) == ("all", "all", 1)]

    def _applies(self, n: int) -> tuple[Any, Any, int]:
        topic = self.topics[self.topic_of[n]]
        return topic["ai_types"], topic["service_areas"], topic["from_tier"]

    def group(self, n: int) -> str:
        return str(self.groups[n * len(self.groups) // len(self.names)])

    def write(self) -> None:
        for n, name in enumerate(self.names):
            self._text(f"{self.group(n)}/{name}", self._front(n), self._body(n))
        for term in ALWAYS_DEFINED:
            front = {
                "id": term.lower().replace(" ", "-"),
                "term": term,
                "version": "1.0.0",
                "status": "draft",
            }
            self._text(f"definitions/{front['id']}", front, f"## Text\n\n{self.writer.phrase(12)}.\n")
        for root, books in (("playbooks", self._playbooks()), ("overlay/playbooks", self._overlay())):
            for path, book in books.items():
                file = self.folder / root / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(to_yaml(book), encoding="utf-8")

    def _text(self, name: str, front: dict[str, Any], body: str) -> None:
        path = self.folder / "clauses" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{to_yaml(front)}---\n\n{body}", encoding="utf-8")

    def _front(self, n: int) -> dict[str, Any]:
        types, areas, tier = self._applies(n)
        asked = self._needs(n)
        days = {"type": "integer", "unit": "Working Days", "default": 10, "min": 1, "max": 30, "stronger": "lower",
                "ask": "How many Working Days for this?"}  # fmt: skip
        months = {**days, "unit": "months", "default": 6, "max": 12, "ask": "How many months for this?"}
        front: dict[str, Any] = {
            "id": self.names[n], "title": self.writer.heading(), "version": "1.0.0", "status": "draft",
            "group": self.group(n), "order": n,
            "provides": [self.topic_of[n]],
            "risk": {"from_tier": tier, "harms": ["privacy-loss"], "ai_types": types, "service_areas": areas},
            "requires": [self.topic_of[m] for m in asked],
            "parameters": {DAYS: days, MONTHS: months},
            "obligations": [{"at": "point-0", "party": "Supplier", "action": "Give it", "trigger": "A request",
                             "due": f"{{{{ {DAYS} | unit }}}}", "evidence": "A note"}],
            "positions": {"fallback": {"approver": "head of legal services", "leaves": "a gap"}},
        }  # fmt: skip
        return front

    def _needs(self, n: int) -> list[int]:
        """Clauses that this one refers to and requires: two that all contracts have, and one like itself."""
        near = [m for m in (n + 1, n + 2, n + 7) if m < min(len(self.names), len(self.topics))]
        alike = [m for m in near if self._applies(m)[:2] == self._applies(n)[:2]]
        picks = [self.general[(n * k) % len(self.general)] for k in (3, 5)]
        return [m for m in dict.fromkeys([*picks, *alike[:1], *self._tangle(n)]) if m != n]

    def _tangle(self, n: int) -> list[int]:
        """A chain through the clauses for some AI types or areas alone: each drags in the next, whatever its tags."""
        tagged = [
            m for m in range(min(len(self.names), len(self.topics))) if self._applies(m)[:2] != ("all", "all")
        ]
        chain = dict(pairwise(tagged))
        return [chain[n]] if n in chain else []

    def _body(self, n: int) -> str:
        parts = []
        for name in ("preferred", "fallback", "short"):
            lines = [f"1. {self.writer.text(20)}\n   within {{{{ {DAYS} | unit }}}}. ^point-0"]
            lines += [
                f"1. {self.writer.text(14)}\n   as [that](../{self.group(m)}/{self.names[m]}.md#^point-0) says."
                for m in self._needs(n)
            ]
            condition = " and ".join(_mark(SWITCHES[(n + k) % len(SWITCHES)]) for k in range(1 + n % 2))
            lines.append(
                f"1. *(only if {condition})* {self.writer.text(14)}\n   every {{{{ {MONTHS} | unit }}}}. ^point-1"
            )
            lines.append(f"1. {self.writer.text(18)}")
            parts.append(f"## Position: {name}\n\n" + "\n".join(lines) + "\n")
        return "\n".join([*parts, "## Walk away\n\nRefuse less.\n", "## Note\n\nRead it.\n"])

    def _playbooks(self) -> dict[str, dict[str, Any]]:
        books = {"base.yaml": self._base()}
        for tier in TIERS:
            rules = [self._setting(f"hours-{tier}", range(3, len(self.names), 9), {MONTHS: 7 - tier})]
            if tier == 1:
                rules.append({"id": "short", "because": "Small.", "position": {"every-clause": "short"}})
            books[f"tiers/tier-{tier}.yaml"] = self._book(
                f"tier-{tier}", "tier", f"tier-{tier}", "base", rules
            )
        for k, name in enumerate(self.types):
            books[f"ai-types/{name}.yaml"] = self._book(name, "ai-type", name, "base", self._rules(k, name))
        for k, name in enumerate(self.areas):
            books[f"service-areas/{name}.yaml"] = self._book(
                name, "service-area", name, "base", self._rules(40 + k, name)
            )
        return books

    def _overlay(self) -> dict[str, dict[str, Any]]:
        """A council's own playbooks, one to a directorate."""
        books = {}
        for k in range(OVERLAY):
            name = f"mereshire-{k + 1}"
            rule = self._setting("more", range(k, len(self.names), 17), {DAYS: 2}, override=True)
            books[f"{name}.yaml"] = self._book(name, "overlay", name, "base", [rule])
        return books

    def _base(self) -> dict[str, Any]:
        general = [self.topic_of[m] for m in self.general]
        return {
            "playbook": "base", "kind": "base", "title": "Every contract", "version": "1.0.0",
            "rules": [
                {"id": "what-applies", "because": "It fits.", "include": {"that_apply": True}},
                {"id": "more", "because": "A higher tier has it.", "offer": {"that_apply": True, "any_tier": True}},
                {"id": "needed", "because": "Every contract answers them.", "require": general[:6]},
                *(
                    {"id": f"switch-{k}", "because": "The facts ask for it.", "when": dict(switch),
                     "require": [self.topic_of[m] for m in range(k, min(len(self.names), len(self.topics)), 23)]}
                    for k, switch in enumerate(SWITCHES)
                ),
            ],
            "floor": general[:5],
            "constraints": [
                {"id": "order", "because": "One is read first.", "order": general[:3]},
                {"id": "has", "because": "It is needed.", "when": {"tier": {"at_least": 2}}, "must": {"topics": {"has": general[0]}}},
                {"id": "place", "because": "No less.", "when": {"tier": {"at_least": 3}},
                 "must": {f"position:{self.names[self.general[0]]}": "preferred"}},
            ],
        }  # fmt: skip

    def _book(
        self, id_: str, kind: str, applies_to: str, extends: str, rules: list[dict[str, Any]]
    ) -> dict[str, Any]:
        return {"playbook": id_, "kind": kind, "applies_to": applies_to, "extends": extends, "title": id_,
                "version": "1.0.0", "rules": rules}  # fmt: skip

    def _rules(self, k: int, name: str) -> list[dict[str, Any]]:
        """Values that siblings set differently, some under a switch, and topics that this one wants."""
        wide = min(len(self.names), len(self.topics))
        return [
            self._setting("time", range(k % 13, len(self.names), 13), {DAYS: 9 - k % 5}, override=True),
            {**self._setting("switch", range(k % 11, len(self.names), 11), {DAYS: 3}, override=True),
             "when": dict(SWITCHES[k % len(SWITCHES)])},
            {"id": "wants", "because": f"{name} wants it.", "require": [self.topic_of[(k * 7 + 3) % wide]]},
        ]  # fmt: skip

    def _setting(
        self, id_: str, which: range, values: dict[str, int], override: bool = False
    ) -> dict[str, Any]:
        rule: dict[str, Any] = {
            "id": id_,
            "because": "Time presses.",
            "set": {self.names[n]: dict(values) for n in which},
        }
        return {**rule, "override": True} if override else rule


def _mark(switch: dict[str, Any]) -> str:
    (fact, test), *_ = switch.items()
    if isinstance(test, list):
        return f"{fact} is one of {', '.join(test)}"
    if isinstance(test, dict):
        (operator, value), *_ = test.items()
        return f"{fact} {'is not' if operator == 'is_not' else 'is more than'} {value}"
    return f"{fact} is {test}"


def write_whole(folder: Path, clauses: int = FULL) -> Path:
    """Write a library of `clauses` clauses and 40 playbooks into `folder`, and return it."""
    copy_tables(folder)
    _Whole(folder, clauses).write()
    return folder


def main() -> None:
    """Write a library into a folder."""
    parser = argparse.ArgumentParser(description="Write a generated library of full size.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--clauses", type=int, default=FULL)
    arguments = parser.parse_args()
    write_whole(arguments.folder, arguments.clauses)


if __name__ == "__main__":
    main()
