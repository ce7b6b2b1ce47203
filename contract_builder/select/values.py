"""The value of each parameter of each clause that is in, and of each schedule."""

from typing import TypeAlias

from contract_builder.model.brief import Brief, Departure
from contract_builder.model.clause import Clause, Parameter, Schedule, Value
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.library import Library
from contract_builder.model.selection import ChosenValue, Reason
from contract_builder.select.bounds import bounds_problem, weaker
from contract_builder.select.membership import Rules, did_you_mean, unknown_clause
from contract_builder.select.settle import UNDECIDED, Settled, Statement, place_of, settle

Owner: TypeAlias = Clause | Schedule
Settings: TypeAlias = dict[tuple[str, str], list[Statement[Value]]]
"""What rules say, by clause or schedule and by parameter, in the order of the rules."""


def settings_of(rules: Rules) -> Settings:
    """What `rules` set each parameter to: gathered once, so that the work does not grow with rules times parameters."""
    found: Settings = {}
    for voice, rule in rules:
        for setting in rule.settings:
            statements = found.setdefault((setting.clause, setting.parameter), [])
            statements.append(Statement(setting.value, voice, rule))
    return found


def owners_of(name: str, library: Library) -> tuple[Owner, ...]:
    """The clause and the schedule called `name`: they may share it, and values by that name reach both."""
    found: tuple[Owner | None, ...] = (library.clause_by_id.get(name), library.schedule_by_id.get(name))
    return tuple(owner for owner in found if owner is not None)


def check_values(brief: Brief, library: Library) -> list[Diagnostic]:
    """Values of the brief that name no clause or schedule, or no parameter of it."""
    found: list[Diagnostic] = []
    for name, values in brief.values.items():
        owners = owners_of(name, library)
        if not owners:
            place = Place(brief.file, brief.lines.get(f"values.{name}", 0), 1)
            found.append(unknown_clause(name, place, library))
            continue
        known = {p.name for owner in owners for p in owner.parameters}
        for parameter in values:
            if parameter not in known:
                place = Place(brief.file, brief.lines.get(f"values.{name}.{parameter}", 0), 1)
                found.append(unknown_parameter(name, parameter, owners, place))
    return found


def unknown_parameter(name: str, parameter: str, owners: tuple[Owner, ...], place: Place) -> Diagnostic:
    """The Diagnostic for a parameter that none of `owners`, all called `name`, has."""
    known = [p.name for owner in owners for p in owner.parameters]
    hint = did_you_mean(parameter, known) or f"See `show {name}` for its parameters."
    return Diagnostic("unknown-parameter", place, f"{name} has no parameter {parameter}.", hint)


def values_of(
    owner: Owner,
    position: str,
    settings: Settings,
    brief: Brief,
    departures: tuple[Departure, ...],
    found: list[Diagnostic],
) -> tuple[ChosenValue, ...]:
    """A value for every parameter of `owner`: the default, the rules, the brief, then a departure."""
    return tuple(_value(owner.id, p, position, settings, brief, departures, found) for p in owner.parameters)


def _value(
    owner: str,
    parameter: Parameter,
    position: str,
    settings: Settings,
    brief: Brief,
    departures: tuple[Departure, ...],
    found: list[Diagnostic],
) -> ChosenValue:
    subject = f"{owner}.{parameter.name}"
    value, reason, problems = _by_rule(subject, owner, parameter, position, settings)
    given = _from_brief(subject, owner, parameter, value, brief, problems)
    for departure in departures:
        if parameter.name in departure.values:
            given = _from_departure(subject, parameter, departure, brief, problems) or given
    if given:
        (value, reason), problems = given, [d for d in problems if d.rule != UNDECIDED]
    found += problems
    return ChosenValue(parameter.name, value, reason)


def _by_rule(
    subject: str, owner: str, parameter: Parameter, position: str, settings: Settings
) -> tuple[Value, Reason, list[Diagnostic]]:
    found: list[Diagnostic] = []
    statements: list[Statement[Value]] = []
    for statement in settings.get((owner, parameter.name), ()):
        if problem := bounds_problem(parameter, statement.value):
            found.append(_out_of_bounds(subject, problem, place_of(statement.rule)))
        else:
            statements.append(statement)
    settled: Settled[Value] | None = settle(subject, statements, lambda a, b: weaker(parameter, b, a), found)
    if settled is None:
        return parameter.default_for(position), Reason("default", "The library's default."), found
    return settled.value, settled.reason("value"), found


def _from_brief(
    subject: str, owner: str, parameter: Parameter, value: Value, brief: Brief, found: list[Diagnostic]
) -> tuple[Value, Reason] | None:
    """What the brief gives, if it is sound and no weaker than `value`, the playbook's."""
    wanted = brief.values.get(owner, {}).get(parameter.name)
    if wanted is None:
        return None
    place = Place(brief.file, brief.lines.get(f"values.{subject}", 0), 1)
    if problem := bounds_problem(parameter, wanted):
        found.append(_out_of_bounds(subject, problem, place))
        return None
    if weaker(parameter, wanted, value):
        found.append(
            Diagnostic(
                "weaker-than-playbook",
                place,
                f"{subject}: {wanted} protects the Council less than the playbook's {value}.",
                "Move it to `departures`, with `why`, `approved_by` and `on`, or take it out.",
            )
        )
        return None
    return wanted, Reason("brief", "Given in the brief.", file=brief.file, line=place.line)


def _from_departure(
    subject: str, parameter: Parameter, departure: Departure, brief: Brief, found: list[Diagnostic]
) -> tuple[Value, Reason] | None:
    wanted = departure.values[parameter.name]
    if problem := bounds_problem(parameter, wanted):
        found.append(_out_of_bounds(subject, problem, Place(brief.file, departure.line, 1)))
        return None
    return wanted, Reason("departure", departure.why, file=brief.file, line=departure.line)


def _out_of_bounds(subject: str, problem: tuple[str, str], place: Place) -> Diagnostic:
    return Diagnostic("value-out-of-bounds", place, f"{subject}: {problem[0]}", problem[1])
