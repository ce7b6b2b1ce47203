"""A brief with other answers, held to the same checks as a file."""

import re
from collections.abc import Callable

from msgspec.structs import replace

from contract_builder.change.fields import Field, Part, fields_of, resolve
from contract_builder.check.brief import brief_problems
from contract_builder.load.hints import did_you_mean
from contract_builder.load.source import illegal_character, illegal_in, visible
from contract_builder.model.base import Frozen
from contract_builder.model.brief import Brief
from contract_builder.model.clause import Value
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.difference import Change
from contract_builder.model.library import Library
from contract_builder.model.playbook import Playbooks
from contract_builder.model.triage import UNKNOWN, TriageTable
from contract_builder.select.bounds import bounds_problem
from contract_builder.triage import assess
from contract_builder.triage.levers import levers

_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}")
_LONGEST = 80
_CHANGED = 1_000_000_000
"""Lines from here on stand for changes: no file has as many."""


class Changed(Frozen, frozen=True):
    """A brief with other answers, or why there is none."""

    brief: Brief
    changes: tuple[Change, ...]
    problems: tuple[Diagnostic, ...]
    """What is wrong with the changes: all of it. The place of each is the change as it was given."""


def change_brief(
    brief: Brief, changes: dict[str, str], library: Library, playbooks: Playbooks, triage: TriageTable
) -> Changed:
    """`brief` with `changes`: from the name of a field, in full or in short, to what it should say.

    Nothing after the name takes the answer out. In `ai_types` and `take`, `+` adds and `-` takes away.
    """
    fields = fields_of(library, playbooks, triage)
    found: list[Diagnostic] = []
    made: dict[str, tuple[Place, Change]] = {}
    lines = dict(brief.lines)
    places: list[Place] = []
    new = brief
    for name, typed in changes.items():
        place = place_of(name, typed)
        if character := illegal_in(name + typed):
            found.append(illegal_character(character, place))
            continue
        field = resolve(name, fields, place, tier_hint(brief, triage) if "." not in name else "")
        if isinstance(field, Diagnostic):
            found.append(field)
            continue
        if field.name in made:
            message = f"{field.name} is given twice."
            found.append(Diagnostic("given-twice", place, message, "Keep one of the two."))
            continue
        before = said(new, field)
        new, problem = _SETTERS[field.part](new, field, typed.strip())
        if problem:
            found.append(Diagnostic("unfit-change", place, *problem))
        made[field.name] = place, Change(field.name, before, said(new, field))
        lines = {p: n for p, n in lines.items() if p != field.path and not p.startswith(f"{field.path}.")}
        lines[field.path] = _CHANGED + len(places)
        places.append(place)
    for diagnostic in brief_problems(replace(new, lines=lines), library, playbooks, triage):
        n = diagnostic.place.line - _CHANGED
        found.append(replace(diagnostic, place=places[n]) if n >= 0 else diagnostic)
    kept = {p: n for p, n in lines.items() if n < _CHANGED}
    return Changed(replace(new, lines=kept), tuple(change for _, change in made.values()), tuple(found))


def place_of(name: str, typed: str) -> Place:
    """A change as it was given, for messages."""
    text = " ".join(visible(f"{name}={typed}").split())
    return Place(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")


def tier_hint(brief: Brief, triage: TriageTable) -> str:
    """Which single answers would move the tier, in words, six at most; and what it cannot fall below."""
    result = assess(brief, triage)
    held = next(
        (r.words for r in result.reasons if r.kind == "floor" and r.words.endswith(f"{result.inherent}.")), ""
    )
    found = [f"{lever.field}={lever.answer} (tier {lever.inherent})" for lever in levers(brief, triage)]
    words = f"One of these would move it by itself: {', '.join(found[:6])}."
    if not found:
        words = "No single answer would move it. Try several, or another service area or AI type."
    return f"{held} {words}".strip()


def said(brief: Brief, field: Field) -> str:
    """What `brief` says of `field`, in words; "" for nothing."""
    if field.part == "values":
        return str(brief.values.get(field.owner, {}).get(field.key, ""))
    if field.part == "take":
        return ", ".join(brief.optional_clauses)
    value = getattr(brief, field.part)
    if isinstance(value, dict):
        return str(value.get(field.key, ""))
    return ", ".join(value) if isinstance(value, tuple) else str(value)


_Outcome = tuple[Brief, tuple[str, str] | None]
"""The brief, and what is wrong with a hint, where something is."""


def _entry(brief: Brief, field: Field, typed: str) -> _Outcome:
    """An answer, a gate or a safeguard."""
    entries: dict[str, str] = {**getattr(brief, field.part), field.key: typed}
    if not typed:
        del entries[field.key]
    return replace(brief, **{field.part: entries}), None


def _fact(brief: Brief, field: Field, typed: str) -> _Outcome:
    facts: dict[str, str | int] = {**brief.facts, field.key: typed}
    if typed in ("", UNKNOWN):
        del facts[field.key]
    elif field.fact and field.fact.type == "number" and _WHOLE.fullmatch(typed):
        facts[field.key] = int(typed)
    return replace(brief, facts=facts), None


def _service_area(brief: Brief, field: Field, typed: str) -> _Outcome:
    if not typed:
        return brief, ("A brief needs a service area.", "See `contract-builder list --what service-areas`.")
    return replace(brief, service_area=typed), None


def _ai_types(brief: Brief, field: Field, typed: str) -> _Outcome:
    types, problem = _listed(brief.ai_types, typed, "AI types of the brief")
    if not types and not problem:
        problem = "No AI type is left.", "See `contract-builder list --what ai-types`."
    return (brief, problem) if problem else (replace(brief, ai_types=types), None)


def _take(brief: Brief, field: Field, typed: str) -> _Outcome:
    clauses, problem = _listed(brief.optional_clauses, typed, "clauses that the brief takes")
    return (brief, problem) if problem else (replace(brief, optional_clauses=clauses), None)


def _listed(now: tuple[str, ...], typed: str, what: str) -> tuple[tuple[str, ...], tuple[str, str] | None]:
    """The names after the change, each once: all of them anew, or some added and taken away."""
    names = [name.strip() for name in typed.split(",") if name.strip()]
    signed = [name[0] in "+-" for name in names]
    if not any(signed):
        return tuple(dict.fromkeys(names)), None
    if not all(signed):
        return now, (
            f"{typed} mixes names with and without a sign.",
            "Write +a,-b to change, or a,b to replace.",
        )
    kept = dict.fromkeys(now)
    for name in names:
        if name[0] == "+" and name[1:].strip():
            kept[name[1:].strip()] = None
        elif name[1:] in kept:
            del kept[name[1:]]
        else:
            return now, (
                f"{name[1:].strip() or name} is not among the {what}.",
                did_you_mean(name[1:], now) or "Nothing is there to take away.",
            )
    return tuple(kept), None


def _value(brief: Brief, field: Field, typed: str) -> _Outcome:
    own: dict[str, Value] = dict(brief.values.get(field.owner, {}))
    own.pop(field.key, None)
    problem = None
    if typed:
        number = any(p.type in ("integer", "money", "percent") for p in field.parameters)
        own[field.key] = int(typed) if number and _WHOLE.fullmatch(typed) else typed
        found = (bounds_problem(p, own[field.key]) for p in field.parameters)
        problem = next((p for p in found if p), None)
    values = {owner: given for owner, given in brief.values.items() if owner != field.owner}
    return replace(brief, values={**values, **({field.owner: own} if own else {})}), problem


_SETTERS: dict[Part, Callable[[Brief, Field, str], _Outcome]] = {
    "ai_types": _ai_types,
    "service_area": _service_area,
    "facts": _fact,
    "stops": _entry,
    "answers": _entry,
    "evidence": _entry,
    "values": _value,
    "take": _take,
}
