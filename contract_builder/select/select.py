"""Selection: gather, include and exclude, position, require, values, constraints."""

from contract_builder.model.brief import Brief, Departure
from contract_builder.model.condition import Facts, FactValue
from contract_builder.model.diagnostic import Diagnostic, in_reading_order
from contract_builder.model.library import Library
from contract_builder.model.playbook import Playbooks
from contract_builder.model.selection import Choice, Reason, ScheduleValues, Selection
from contract_builder.select.constraints import check_whole
from contract_builder.select.departures import check_departures, without_effect
from contract_builder.select.gather import active_rules, gather
from contract_builder.select.left_out import left_out
from contract_builder.select.membership import Membership, by_choice, by_rule
from contract_builder.select.positions import Placed
from contract_builder.select.require import complete
from contract_builder.select.values import Settings, check_values, settings_of, values_of


def select(library: Library, playbooks: Playbooks, facts: Facts, brief: Brief) -> Selection:
    """Every clause of `library` in or out under `facts`, with its position, values and reasons.

    Pure: reads no file and no clause text. What is wrong is in `diagnostics` of the result;
    a selection with errors must not be assembled.
    """
    found: list[Diagnostic] = []
    voices = gather(playbooks.playbooks, facts)
    rules = active_rules(voices, facts)
    departures, problems = check_departures(brief, library, voices, facts)
    found += [*problems, *check_values(brief, library)]

    membership = by_rule(rules, library, facts, found)
    concerned = set(membership.members)
    by_choice(membership, brief, departures, library, found)
    placed = _placed_by_departures(departures, brief)
    unmet = complete(membership, placed, rules, library, facts, brief, found)
    concerned |= membership.members.keys() | {c.id for t in unmet for c in library.providers.get(t, ())}
    found += without_effect(brief, departures, concerned, library)

    settings = settings_of(rules)
    chosen = _choices(membership, placed, settings, library, brief, departures, found)
    schedules = _schedule_values(settings, library, brief, departures, found)
    found += check_whole(chosen, membership, voices, library, facts, brief.file)
    return Selection(
        facts={name: _plain(value) for name, value in facts.items()},
        playbooks=tuple(v.playbook.id for v in voices),
        chosen=chosen,
        left_out=left_out(membership, library, playbooks.playbooks, facts, brief),
        diagnostics=in_reading_order(found),
        schedule_values=schedules,
    )


def _placed_by_departures(departures: tuple[Departure, ...], brief: Brief) -> Placed:
    return {
        d.clause: (d.position, Reason("departure", d.why, file=brief.file, line=d.line))
        for d in departures
        if d.position
    }


def _choices(
    membership: Membership,
    placed: Placed,
    settings: Settings,
    library: Library,
    brief: Brief,
    departures: tuple[Departure, ...],
    found: list[Diagnostic],
) -> tuple[Choice, ...]:
    chosen: list[Choice] = []
    for clause_id in sorted(membership.members, key=library.print_order.__getitem__):
        clause = library.clause_by_id[clause_id]
        position, reason = placed[clause_id]
        made = tuple(d for d in departures if d.clause == clause_id)
        values = values_of(clause, position, settings, brief, made, found)
        reasons = membership.members[clause_id]
        chosen.append(Choice(clause_id, clause.version, position, reasons, reason, values, made))
    return tuple(chosen)


def _schedule_values(
    settings: Settings,
    library: Library,
    brief: Brief,
    departures: tuple[Departure, ...],
    found: list[Diagnostic],
) -> tuple[ScheduleValues, ...]:
    """For every schedule: which of them are pulled in shows only when the text is assembled."""
    return tuple(
        ScheduleValues(
            schedule.id,
            values_of(schedule, "", settings, brief, made, found),
            tuple(d for d in made if any(p.name in d.values for p in schedule.parameters)),
        )
        for schedule in sorted(library.schedules, key=lambda s: (s.order, s.id))
        if schedule.parameters
        for made in [tuple(d for d in departures if d.clause == schedule.id)]
    )


def _plain(value: FactValue) -> str | int | tuple[str, ...]:
    return tuple(sorted(value)) if isinstance(value, frozenset) else value
