"""What stands in the fields of the Particulars: what the brief says, what its facts come to, what the clauses set."""

from collections.abc import Iterable, Iterator, Mapping

from contract_builder.model.agreement import ParticularField
from contract_builder.model.brief import Brief
from contract_builder.model.condition import Facts, FactValue, holds, tests_of
from contract_builder.model.contract import (
    BlankRun,
    Block,
    RefRun,
    Run,
    Runs,
    ScheduleNode,
    TextRun,
    runs_in,
)
from contract_builder.model.library import Library
from contract_builder.model.selection import Selection
from contract_builder.model.words import written


def filled(library: Library, brief: Brief, facts: Facts, selection: Selection) -> dict[str, str]:
    """The value of each field that has one, as it prints; a date stays as it was written."""
    return {
        field.id: value
        for field in library.particulars
        if (value := _value(field, library, brief, facts, selection)).strip()
    }


def _value(field: ParticularField, library: Library, brief: Brief, facts: Facts, selection: Selection) -> str:
    if field.fact:
        return _of_fact(field, library, facts) if field.fact in _given(brief) else ""
    if field.cases:
        counts = {test.fact for case in field.cases if case.when for test in tests_of(case.when)}
        if not counts <= _given(brief):
            return ""
        return next((c.says for c in field.cases if c.when is None or holds(c.when, facts)), "")
    if field.value:
        return _of_clause(field, library, selection)
    said = brief.particulars.get(field.id, "")
    if field.money and said.isdecimal():
        return written(int(said), "", "money")
    return field.choices.get(said, said)


def _given(brief: Brief) -> set[str]:
    """The facts that somebody stated. Others are taken for the worst, which decides clauses but is no fact to print."""
    return {"ai_types", "service_area", "tier", *brief.facts}


def _of_fact(field: ParticularField, library: Library, facts: Facts) -> str:
    value = facts.get(field.fact, "")
    if isinstance(value, int):
        return written(value, "", "money" if field.money else "")
    titles = {t.id: t.title for t in library.taxonomy.ai_types}
    titles |= {a.id: a.title for a in library.taxonomy.service_areas}
    values = sorted(value) if isinstance(value, frozenset) else [value]
    return "; ".join(field.choices.get(v, titles.get(v, v)) for v in values)


def _of_clause(field: ParticularField, library: Library, selection: Selection) -> str:
    owner, _, name = field.value.partition(".")
    for choice in selection.chosen:
        if choice.clause == owner:
            units = {p.name: p for p in library.clause_by_id[owner].parameters}
            for chosen in choice.values:
                if chosen.parameter == name:
                    asked = units[name]
                    kind = "unit" if asked.unit else "money" if field.money or asked.type == "money" else ""
                    return written(chosen.value, asked.unit, kind)
    return ""


def printing(
    library: Library, given: Mapping[str, str], facts: Facts, selection: Selection, used: Iterable[str]
) -> tuple[ParticularField, ...]:
    """The fields that print: those with a value, those whose condition holds, and those that a text uses."""
    needed = set(used)
    known = with_selection(library, facts, selection)
    return tuple(
        field
        for field in library.particulars
        if field.id in given
        or field.id in needed
        or (not field.value and (field.when is None or holds(field.when, known)))
    )


def with_selection(library: Library, facts: Facts, selection: Selection) -> dict[str, FactValue]:
    """`facts`, and the `topics` and `clauses` of the contract, which the condition of a field may test, too."""
    chosen = [library.clause_by_id[c.clause] for c in selection.chosen]
    return {
        **facts,
        "topics": frozenset(t for clause in chosen for t in clause.provides),
        "clauses": frozenset(clause.id for clause in chosen),
    }


def blanks_in(blocks: Iterable[Block]) -> Iterator[str]:
    """The fields whose blanks stand in `blocks`."""
    return (field for runs in runs_in(blocks) for field in blanks_of(runs))


def blanks_of(runs: Runs) -> Iterator[str]:
    """The fields whose blanks stand in `runs`."""
    return (run.field for run in runs if isinstance(run, BlankRun))


def list_of(schedules: Iterable[ScheduleNode]) -> Runs:
    """The schedules, each by a number that follows it."""
    runs: list[Run] = []
    for schedule in schedules:
        runs += [TextRun("; ")] if runs else []
        runs += [RefRun(schedule.anchor, schedule.number), TextRun(f" ({schedule.heading})")]
    return tuple(runs)
