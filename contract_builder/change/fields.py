"""The things in a brief that decide: their full names, the short names that are clear, and what is none of them."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from contract_builder.load.hints import near
from contract_builder.model.base import Frozen
from contract_builder.model.clause import Clause, Parameter, Schedule
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.library import Library
from contract_builder.model.playbook import FactInfo, Playbooks
from contract_builder.model.triage import TriageTable

Part: TypeAlias = Literal[
    "ai_types", "service_area", "facts", "stops", "answers", "evidence", "values", "take"
]

_OUTCOMES = ("tier", "inherent", "residual", "score", "floor")
_PRINTS = ("title", "date", "particulars")
_NEEDS_AN_APPROVER = {"departures": "departure", "departure": "departure", "referrals": "referral"}
_SEE = "See `contract-builder list --what questions` (or gates, safeguards, facts), or `show CLAUSE` for its values."


class Field(Frozen, frozen=True):
    """One thing in a brief that decides."""

    part: Part
    """The part of the brief."""
    key: str = ""
    """The name in that part; "" where the part is one thing."""
    owner: str = ""
    """For a value: the clause or schedule."""
    fact: FactInfo | None = None
    """For a fact: what it may hold."""
    parameters: tuple[Parameter, ...] = ()
    """For a value: what it may be, in the clause and in the schedule of that name."""

    @property
    def name(self) -> str:
        """The full name: `answers.duration`, `values.exit-plan.exit_help_months`, `take`."""
        return ".".join(step for step in (self.part, self.owner, self.key) if step)

    @property
    def path(self) -> str:
        """Where it stands in the file of a brief."""
        return f"triage.{self.name}" if self.part in ("stops", "answers", "evidence") else self.name


def fields_of(library: Library, playbooks: Playbooks, triage: TriageTable) -> dict[str, Field]:
    """Every field, by its full name."""
    return {field.name: field for field in _fields(library, playbooks, triage)}


def _fields(library: Library, playbooks: Playbooks, triage: TriageTable) -> Iterator[Field]:
    yield Field("ai_types")
    yield Field("service_area")
    yield Field("take")
    for gate in triage.stops:
        yield Field("stops", gate.id)
    for question in triage.questions:
        yield Field("answers", question.id)
    for item in triage.mitigation.evidence:
        yield Field("evidence", item.id)
    for info in playbooks.facts:
        if info.given_by == "brief" and info.id not in ("ai_types", "service_area"):
            yield Field("facts", info.id, fact=info)
    found: dict[tuple[str, str], list[Parameter]] = {}
    owners: tuple[Clause | Schedule, ...] = (*library.clauses, *library.schedules)
    for owner in owners:
        for parameter in owner.parameters:
            found.setdefault((owner.id, parameter.name), []).append(parameter)
    for (owner_id, name), parameters in found.items():
        yield Field("values", name, owner_id, parameters=tuple(parameters))


def resolve(name: str, fields: dict[str, Field], place: Place, moves_the_tier: str) -> Field | Diagnostic:
    """The field that `name` means, in full or in short; or why it means none.

    `moves_the_tier` says which answers would move the tier, for somebody who wants to set it.
    """
    wanted = name.removeprefix("triage.")
    if field := fields.get(wanted):
        return field
    short = [f for f in fields.values() if wanted and wanted in (f.key, f"{f.owner}.{f.key}")]
    if len(short) == 1:
        return short[0]
    if short:
        hint = f"Write it in full: {', '.join(f.name for f in short)}."
        return Diagnostic("ambiguous-name", place, f"{name} could mean {len(short)} things.", hint)
    return _no_field(name, wanted, fields, place, moves_the_tier)


def _no_field(
    name: str, wanted: str, fields: dict[str, Field], place: Place, moves_the_tier: str
) -> Diagnostic:
    first = wanted.partition(".")[0]
    if wanted.removeprefix("facts.") in _OUTCOMES:
        message = f"{name} comes out of the triage: nobody sets it."
        return Diagnostic("not-an-input", place, message, moves_the_tier)
    if first in _PRINTS:
        message = f"{name} is printed, and decides nothing."
        return Diagnostic("decides-nothing", place, message, "Leave it out here; change it in the brief.")
    if first in _NEEDS_AN_APPROVER:
        message = f"A {_NEEDS_AN_APPROVER[first]} needs a reason and somebody who answers for it."
        return Diagnostic("needs-an-approver", place, message, "Write it in the brief, or in a copy of it.")
    known = [*fields, *dict.fromkeys(f.key for f in fields.values() if f.key)]
    parts = [n for n in fields if n.startswith(f"{first}.")]
    meant = near(wanted, parts) or near(wanted, known)
    hint = f"Did you mean {meant}?" if meant else _SEE
    return Diagnostic("unknown-name", place, f"A brief has nothing called {name} that decides.", hint)
