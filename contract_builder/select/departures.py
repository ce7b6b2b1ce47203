"""Whether a choice against the playbook is sound, and still open by route to market and stage."""

from contract_builder.model.brief import Brief, Departure
from contract_builder.model.clause import Clause
from contract_builder.model.condition import Facts, holds
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.library import Library
from contract_builder.model.playbook import DepartureRule
from contract_builder.select.gather import Voice
from contract_builder.select.membership import unknown_clause
from contract_builder.select.positions import no_such_position
from contract_builder.select.values import owners_of, unknown_parameter


def check_departures(
    brief: Brief, library: Library, voices: tuple[Voice, ...], facts: Facts
) -> tuple[tuple[Departure, ...], list[Diagnostic]]:
    """The departures that may be made, and what is wrong with the others.

    The first departure rule whose condition holds decides for all of them; where none does, they are free.
    """
    rules = (rule for v in voices for rule in v.playbook.departures)
    gate = next((r for r in rules if holds(r.when, facts)), None)
    approvers = {role.casefold(): own for v in voices for role, own in v.playbook.approvers.items()}
    allowed: list[Departure] = []
    found: list[Diagnostic] = []
    for departure in brief.departures:
        place = Place(brief.file, departure.line, 1)
        problems = _about_names(departure, place, library)
        if not problems:
            clause = library.clause_by_id.get(departure.clause)
            problems = [
                *(_about_position(departure, clause, approvers, place) if clause else ()),
                *(_about_time(departure, gate, place) if gate else ()),
                *_about_others(departure, allowed, place),
            ]
        if not problems:
            allowed.append(departure)
        found += problems
    return tuple(allowed), found


def _about_names(departure: Departure, place: Place, library: Library) -> list[Diagnostic]:
    owners = owners_of(departure.clause, library)
    by_name = departure.clause in library.clause_by_id
    if not owners or (not by_name and (departure.position or departure.leave_out or departure.add)):
        return [unknown_clause(departure.clause, place, library)]
    return [
        unknown_parameter(departure.clause, name, owners, place)
        for name in departure.values
        if not any(p.name == name for owner in owners for p in owner.parameters)
    ]


def _about_position(
    departure: Departure, clause: Clause, approvers: dict[str, str], place: Place
) -> list[Diagnostic]:
    """A position names the role that may approve it; a council's overlay puts its own role in its place."""
    if not departure.position:
        return []
    position = clause.position(departure.position)
    if position is None:
        return [no_such_position(clause, departure.position, place)]
    wanted = approvers.get(position.approver.casefold(), position.approver)
    if not wanted or departure.approved_by.role.casefold() == wanted.casefold():
        return []
    return [
        Diagnostic(
            "wrong-approver",
            place,
            f"The {position.name} position of {clause.id} is approved by the {wanted}; "
            f"this departure names {departure.approved_by.role}.",
            f"Have the {wanted} approve it, and write `role: {wanted}`.",
        )
    ]


def _about_time(departure: Departure, gate: DepartureRule, place: Place) -> list[Diagnostic]:
    says = f"The rule is {gate.id} ({gate.file}:{gate.line})."
    if gate.allow == "blocked":
        words = f"The departure for {departure.clause} comes too late. {gate.because}"
        return [Diagnostic("departure-blocked", place, words, f"Take it out. {says}")]
    if gate.allow == "legal-approver" and departure.legal_approver is None:
        words = (
            f"The departure for {departure.clause} needs a lawyer's approval at this stage. {gate.because}"
        )
        hint = f"Add `legal_approver: {{name: …, role: …}}`. {says}"
        return [Diagnostic("departure-needs-legal-approver", place, words, hint)]
    return []


def _about_others(departure: Departure, before: list[Departure], place: Place) -> list[Diagnostic]:
    """Two departures that decide one thing: nobody could tell which of them counts."""
    mine = _things(departure)
    return [
        Diagnostic(
            "departure-twice",
            place,
            f"The departure for {departure.clause} on line {other.line} decides the same thing.",
            "Delete one of the two, or make them one.",
        )
        for other in before
        if other.clause == departure.clause and (mine & _things(other) or "out" in mine | _things(other))
    ]


def _things(departure: Departure) -> set[str]:
    things = {f"values.{name}" for name in departure.values}
    things |= {"position"} if departure.position else set()
    return things | ({"out"} if departure.leave_out else set())


def without_effect(
    brief: Brief, departures: tuple[Departure, ...], concerned: set[str], library: Library
) -> list[Diagnostic]:
    """Warnings for departures and values about clauses that are out in any case.

    `concerned` are the clauses that are in, or would be but for a departure.
    """
    hint = "Take it out, or bring the clause in (see `explain`)."
    found = [
        Diagnostic(
            "departure-without-effect",
            Place(brief.file, d.line, 1),
            f"The departure for {d.clause} changes nothing: the clause is not in this contract.",
            hint,
            "warning",
        )
        for d in departures
        if d.clause not in concerned and d.clause not in library.schedule_by_id
    ]
    for clause in brief.values:
        if clause in library.clause_by_id and clause not in concerned | library.schedule_by_id.keys():
            place = Place(brief.file, brief.lines.get(f"values.{clause}", 0), 1)
            words = f"The values for {clause} change nothing: the clause is not in this contract."
            found.append(Diagnostic("value-without-effect", place, words, hint, "warning"))
    return found
