"""Playbooks: from valid data to model values."""

import re
from typing import Any, NamedTuple

import msgspec

from contract_builder.load.build_allow import build_allow
from contract_builder.load.condition import parse_mapping
from contract_builder.load.document import Document, Path
from contract_builder.load.schema.fields import SLUG
from contract_builder.model.condition import ALWAYS, Condition
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.playbook import ClauseQuery, Constraint, DepartureRule, Playbook, Rule, Setting

_EFFECTS = ("include", "exclude", "offer", "position", "require", "set")
_ONLY = {"floor": "base", "departures": "base", "approvers": "overlay"}


class _Form(NamedTuple):
    """What `applies_to` names in a kind of playbook."""

    pattern: str
    name: str
    example: str


_APPLIES_TO = {
    "tier": _Form("tier-[1-4]", "a tier", "tier-3"),
    "ai-type": _Form(SLUG, "the id of an AI type", "forecasting"),
    "service-area": _Form(SLUG, "the id of a service area", "public-health"),
}
_FOLDERS = {"tiers": "tier", "ai-types": "ai-type", "service-areas": "service-area"}


def build_playbook(
    document: Document, inside: str, sets: frozenset[str]
) -> tuple[Playbook, list[Diagnostic]]:
    """The playbook in `document`, which stands at `inside` ("tiers/tier-1.yaml") in its folder of playbooks.

    `sets` are the facts that hold several values.
    """
    reading = _Reading(document, sets)
    data = document.data
    reading.check(inside)
    found = reading.found
    playbook = Playbook(
        id=data["playbook"],
        kind=data["kind"],
        title=data["title"],
        version=data["version"],
        file=document.source.file,
        applies_to=data.get("applies_to", ""),
        extends=data.get("extends", ""),
        rules=tuple(reading.rule(r, ("rules", n)) for n, r in enumerate(data.get("rules", []))),
        constraints=tuple(
            reading.constraint(c, ("constraints", n)) for n, c in enumerate(data.get("constraints", []))
        ),
        floor=tuple(data.get("floor", ())),
        departures=tuple(
            reading.departure(d, ("departures", n)) for n, d in enumerate(data.get("departures", []))
        ),
        approvers=data.get("approvers", {}),
        lines=document.lines(),
        allow=build_allow(document),
    )
    return playbook, found


class _Reading:
    def __init__(self, document: Document, sets: frozenset[str]) -> None:
        self.document = document
        self.sets = sets
        self.found: list[Diagnostic] = []
        self.ids: dict[str, int] = {}

    def note(self, rule: str, path: Path, message: str, hint: str) -> None:
        self.found.append(Diagnostic(rule, self.document.at_key(path), message, hint))

    def check(self, inside: str) -> None:
        """Notes what does not fit the kind of the playbook and its file."""
        data = self.document.data
        folder, _, file = inside.rpartition("/")
        name, kind = file.rpartition(".")[0], data["kind"]
        if data["playbook"] != name:
            hint = f"Write `playbook: {name}`, or rename the file to `{data['playbook']}.yaml`."
            message = f"the id `{data['playbook']}` is not the name of the file, `{name}`"
            self.found.append(
                Diagnostic("id-not-file-name", self.document.at_value(("playbook",)), message, hint)
            )
        wanted = _FOLDERS.get(folder, "overlay" if folder == "overlay" else "base")
        if kind != wanted:
            where = (
                f"in the folder `{folder}`" if folder in _FOLDERS else "of an overlay" if folder else "here"
            )
            message = f"a playbook {where} must be of kind {wanted}, and this is of kind {kind}"
            hint = f"Write `kind: {wanted}`, or move the file."
            self.found.append(Diagnostic("playbook-kind", self.document.at_value(("kind",)), message, hint))
        for key in ("applies_to", "extends"):
            if kind == "base" and key in data:
                self.note("playbook-key", (key,), f"the base has no `{key}`", "Delete it.")
            elif kind != "base" and key not in data:
                example = "base" if key == "extends" else name
                self.note(
                    "missing-key", (), f"the file has no `{key}`", f"Add it, for example `{key}: {example}`."
                )
        form = _APPLIES_TO.get(kind)
        if form and not re.fullmatch(form.pattern, data.get("applies_to", form.example)):
            message = f"`{data['applies_to']}` is not {form.name}"
            place = self.document.at_value(("applies_to",))
            self.found.append(
                Diagnostic("unknown-value", place, message, f"Example: `applies_to: {form.example}`.")
            )
        for key, only in _ONLY.items():
            if key in data and kind != only:
                where = "the base playbook" if only == "base" else "an overlay"
                self.note("playbook-key", (key,), f"only {where} has `{key}`", "Delete it, or move it there.")

    def _id(self, data: dict[str, Any], path: Path) -> str:
        place = self.document.at_value((*path, "id"))
        id: str = data["id"]
        if id in self.ids:
            message = f"the id `{id}` stands here a second time (first on line {self.ids[id]})"
            self.found.append(Diagnostic("id-twice", place, message, "Give each rule an id of its own."))
        self.ids.setdefault(id, place.line)
        return id

    def _condition(self, data: dict[str, Any], path: Path, key: str) -> Condition:
        if key not in data:
            return ALWAYS
        condition, found = parse_mapping(self.document, (*path, key), self.sets)
        self.found += found
        return condition

    def _query(self, data: dict[str, Any], path: Path, key: str) -> ClauseQuery | None:
        value = data.get(key)
        if value is None:
            return None
        if isinstance(value, list):
            return ClauseQuery(tuple(value))
        if value.get("that_apply") is not True:
            hint = "Write `that_apply: true`; `topics` and `groups` only narrow it."
            self.note("query-too-wide", (*path, key), f"`{key}` does not say which clauses", hint)
        return msgspec.convert(value, ClauseQuery)

    def rule(self, data: dict[str, Any], path: Path) -> Rule:
        """The rule at `path`."""
        if not any(effect in data for effect in _EFFECTS):
            self.note(
                "rule-does-nothing", path, "the rule does nothing", f"Give it one of: {', '.join(_EFFECTS)}."
            )
        settings = tuple(
            Setting(clause, parameter, value)
            for clause, values in data.get("set", {}).items()
            for parameter, value in values.items()
        )
        return Rule(
            id=self._id(data, path),
            because=data["because"],
            playbook=self.document.data["playbook"],
            file=self.document.source.file,
            line=self.document.at_value((*path, "id")).line,
            when=self._condition(data, path, "when"),
            include=self._query(data, path, "include"),
            exclude=self._query(data, path, "exclude"),
            offer=self._query(data, path, "offer"),
            position=data.get("position", {}),
            require=tuple(data.get("require", ())),
            settings=settings,
            override=data.get("override", False),
            cites=tuple(data.get("cites", ())),
        )

    def constraint(self, data: dict[str, Any], path: Path) -> Constraint:
        """The constraint at `path`."""
        ways = [key for key in ("must", "order", "agree") if key in data]
        if len(ways) != 1:
            hint = "Give it exactly one of: must, order, agree."
            self.note(
                "constraint-asks-nothing",
                path,
                f"the constraint has {len(ways)} of must, order and agree",
                hint,
            )
        return Constraint(
            id=self._id(data, path),
            because=data["because"],
            playbook=self.document.data["playbook"],
            file=self.document.source.file,
            line=self.document.at_value((*path, "id")).line,
            when=self._condition(data, path, "when"),
            must=self._condition(data, path, "must") if "must" in data else None,
            order=tuple(data.get("order", ())),
            agree=tuple(data.get("agree", ())),
            cites=tuple(data.get("cites", ())),
        )

    def departure(self, data: dict[str, Any], path: Path) -> DepartureRule:
        """The departure rule at `path`."""
        return DepartureRule(
            id=self._id(data, path),
            because=data["because"],
            when=self._condition(data, path, "when"),
            allow=data["allow"],
            file=self.document.source.file,
            line=self.document.at_value((*path, "id")).line,
        )
