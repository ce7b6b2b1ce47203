"""What in a brief does not fit the contents: names and values that they do not have."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from contract_builder.model.brief import Brief
from contract_builder.model.condition import tests_of
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.library import Library, ParticularField
from contract_builder.model.playbook import FactInfo, Playbooks
from contract_builder.model.triage import UNKNOWN, TriageTable
from contract_builder.model.words import long_date

_Check: TypeAlias = Callable[[str, str, Iterable[str], str], bool]
"""Takes a path, a name, the known names and what it should be; says whether it is known."""
ANSWERS = ("yes", "no", UNKNOWN)
NOT_KNOWN = {UNKNOWN, "tbc", "tbd", "n/a", "not known", "?", "??", "???"}


def brief_problems(
    brief: Brief, library: Library, playbooks: Playbooks, triage: TriageTable
) -> list[Diagnostic]:
    """Every unknown AI type, service area, fact, gate, question, answer, safeguard, field and clause."""
    found: list[Diagnostic] = []

    def check(path: str, name: str, known: Iterable[str], what: str) -> bool:
        names = list(known)
        if name in names:
            return True
        from difflib import get_close_matches

        near = get_close_matches(name, names, 1)
        hint = f"Did you mean {near[0]}?" if near else "Write one of: " + ", ".join(names) + "."
        found.append(Diagnostic("unknown-name", _place(brief, path), f"{name} is no {what}.", hint))
        return False

    for n, ai_type in enumerate(brief.ai_types):
        check(f"ai_types.{n}", ai_type, (t.id for t in library.taxonomy.ai_types), "AI type")
    check("service_area", brief.service_area, (a.id for a in library.taxonomy.service_areas), "service area")
    for gate, answer in brief.stops.items():
        if check(f"triage.stops.{gate}", gate, (s.id for s in triage.stops), "gate of the triage"):
            check(f"triage.stops.{gate}", answer, ANSWERS, "answer to a gate")
    for n, referral in enumerate(brief.referrals):
        check(f"triage.referrals.{n}", referral.gate, (s.id for s in triage.stops), "gate of the triage")
    questions = {q.id: q for q in triage.questions}
    for question, answer in brief.answers.items():
        path = f"triage.answers.{question}"
        if check(path, question, questions, "question of the triage"):
            options = [o.id for o in questions[question].options]
            check(path, answer, [*options, UNKNOWN], f"answer to {question}")
    for item, state in brief.evidence.items():
        path = f"triage.evidence.{item}"
        if check(path, item, (e.id for e in triage.mitigation.evidence), "safeguard of the triage"):
            check(path, state, triage.mitigation.points, "state of a safeguard")
    for field, value in brief.particulars.items():
        if check(f"particulars.{field}", field, library.field_by_id, "field of the Particulars") and (
            problem := _particular_problem(library.field_by_id[field], value)
        ):
            place = _place(brief, f"particulars.{field}")
            found.append(Diagnostic("unfit-particular", place, f"{field}: {problem[0]}", problem[1]))
    _check_execution(brief, library, check)
    for clause in brief.optional_clauses:
        check("take", clause, library.clause_by_id, "clause")
    if brief.host and check("host.map", brief.host.map, library.host_by_id, "host (see `list --what hosts`)"):
        from contract_builder.check.hosts import host_problems

        found += host_problems(library.host_by_id[brief.host.map], library, playbooks)
    found += _fact_problems(brief, playbooks, check)
    return found


def _check_execution(brief: Brief, library: Library, check: _Check) -> None:
    execution = library.execution
    form = brief.execution.get("form", execution.id)
    if check("execution.form", form, (f.id for f in execution.all_forms), "form of signing"):
        for party in ("Council", "Supplier", "Guarantor"):
            if kind := brief.execution.get(party.casefold()):
                kinds = [s.kind for s in execution.ways(party, form)]
                what = f"way for the {party} to sign in the form {form}"
                check(f"execution.{party.casefold()}", kind, kinds, what)


def _fact_problems(brief: Brief, playbooks: Playbooks, check: _Check) -> list[Diagnostic]:
    infos = {
        i.id: i for i in playbooks.facts if i.given_by == "brief" and i.id not in ("ai_types", "service_area")
    }
    found: list[Diagnostic] = []
    for name, value in brief.facts.items():
        path = f"facts.{name}"
        if not check(path, name, infos, "fact that a brief may state"):
            continue
        if problem := _value_problem(infos[name], value):
            found.append(Diagnostic("unfit-fact", _place(brief, path), f"{name}: {problem[0]}", problem[1]))
        elif problem := _contradiction(infos[name], value, brief):
            found.append(Diagnostic("fact-against-answer", _place(brief, path), problem[0], problem[1]))
    return found


def _contradiction(info: FactInfo, value: str | int, brief: Brief) -> tuple[str, str] | None:
    """A stated fact that an answer of the triage denies would weaken the contract in silence."""
    answer = brief.answers.get(info.question, "")
    implied = info.answers.get(answer)
    if implied is None or implied == value:
        return None
    return (
        f"`{info.id}: {value}` contradicts the answer `{info.question}: {answer}`, which means {implied}.",
        "Take out the fact, or correct the answer.",
    )


def _particular_problem(field: ParticularField, value: str) -> tuple[str, str] | None:
    """What is not known yet must print as a blank, not as a party called "TBC"."""
    if not field.asked:
        return _taken(field)
    if value.strip().casefold() in NOT_KNOWN:
        return (
            f"{value!r} would print as it stands.",
            "Leave the field out: it then prints as a blank to fill in.",
        )
    if field.choices and value.strip() and value not in field.choices:
        return f"{value!r} is not one of the choices.", "Write one of: " + ", ".join(field.choices) + "."
    if field.money and value.strip() and not value.isdecimal():
        return (
            f"{value!r} is not a whole number.",
            "Write pounds in digits, such as 420000; it prints as £420,000.",
        )
    if field.date and value.strip() and long_date(value) == value:
        return (
            f"{value!r} is no date.",
            "Write it as YYYY-MM-DD, such as 2027-04-01; it prints as 1 April 2027.",
        )
    return None


def _taken(field: ParticularField) -> tuple[str, str]:
    """Why a brief does not give a field that is worked out: the two could contradict each other."""
    if field.value:
        return f"the Particulars take it from {field.value}.", "Set it under `values`."
    facts = {field.fact}
    if field.cases:
        facts = {test.fact for case in field.cases if case.when for test in tests_of(case.when)}
    names = ", ".join(sorted(facts))
    return (
        f"the Particulars take it from what the brief says elsewhere ({names}).",
        "Take it out, and correct it there.",
    )


def _value_problem(info: FactInfo, value: str | int) -> tuple[str, str] | None:
    if info.type == "number" and isinstance(value, str) and value.isdecimal():
        return f"{value!r} is a text.", f"Write the number without quotation marks: {value}."
    if info.type == "number" and isinstance(value, int) and value < 0:
        return f"{value} is below nought.", "Write a whole number from 0."
    if info.type == "number" and not isinstance(value, int):
        return f"{value!r} is not a whole number.", "Write a whole number, without commas or a pound sign."
    if info.type == "choice" and value not in info.values:
        return f"{value!r} is not one of the choices.", "Write one of: " + ", ".join(info.values) + "."
    return None


def _place(brief: Brief, path: str) -> Place:
    line = brief.lines.get(path) or brief.lines.get(path.rpartition(".")[0], 0)
    return Place(brief.file, line, 1)
