"""Every text about one contract that is the council's own business, gathered from where it comes from."""

import re
from collections.abc import Iterator

from contract_builder.assemble.annotate import approvers_of
from contract_builder.check.scope import Scope
from contract_builder.check.texts import words_of
from contract_builder.model.brief import Approver, Departure
from contract_builder.model.clause import Clause
from contract_builder.model.library import Finding, Library
from contract_builder.model.selection import Reason
from contract_builder.render.titles import titles_of
from tests.editions.cases import Case

_SENTENCE = re.compile(r"(?<=[.!?])(?<!etc\.)\s+|(?<=[.!?]\*\*)\s+")  # "etc." stands in the names of Acts


def secrets(case: Case) -> dict[str, set[str]]:
    """By kind, the texts that no supplier may read and that the annotated edition holds."""
    triage, selection, library = case.built.triage, case.built.selection, case.content.library
    assert triage and selection and case.built.contract
    clauses = [library.clause_by_id[choice.clause] for choice in selection.chosen]
    printed = {d.id for s in case.built.contract.schedules for d in s.definitions}
    notes = [c.note for c in clauses] + [d.note for d in library.definitions if d.id in printed]
    notes += [s.note for s in library.schedules if s.id in {n.id for n in case.built.contract.schedules}]
    departures = case.built.brief.departures
    tiers = [t for t in library.taxonomy.tiers if t.id == f"tier-{triage.inherent}"]
    return {
        "reasons": {reason.because for reason in _reasons(case)},
        "rules": {reason.rule for reason in _reasons(case) if reason.rule},
        "notes": {sentence for note in notes for sentence in sentences(note)},
        "walk-away lines": {sentence for c in clauses for sentence in sentences(c.walk_away)},
        "approvers": set(_approvers(case, clauses)),
        "what positions leave": {p.leaves for c in clauses for p in c.positions if p.leaves},
        "positions": {p.name for c in clauses for p in c.positions},
        "departures": {words for d in departures for words in _departure(d)},
        "referrals": {words for r in case.built.brief.referrals for words in (r.why, r.approved_by.name)},
        "triage": {titles_of(library).reason(reason) for reason in triage.reasons},
        "tiers": {f"tier {triage.inherent}", f"tier {triage.residual}"}
        | {words for t in tiers for words in (t.posture, t.human_role, t.testing, t.sign_off)},
        "questions of the blanks": {item.ask for item in case.built.contract.open_items},
        "law": {hook.note for hook in library.law if hook.note and hook.id in _cited(case, printed)},
        "playbooks": set(selection.playbooks) - {"base"},
        "findings": {f.code for f in _answered(library, clauses)},
    }


def nowhere(case: Case) -> dict[str, set[str]]:
    """By kind, texts that no supplier may read and that stand in no edition: the council's own goes by their codes."""
    chosen = case.built.selection.chosen if case.built.selection else ()
    clauses = [case.content.library.clause_by_id[choice.clause] for choice in chosen]
    triage = case.built.triage
    return {
        "titles of findings": {f.title for f in _answered(case.content.library, clauses)},
        "floors by the names of AI types": {r.words for r in triage.reasons if r.kind == "floor"}
        if triage
        else set(),
    }


def told_by_the_library(case: Case) -> str:
    """What the texts that print say in the library's own files, before anything is made of them."""
    library, contract, selection = case.content.library, case.built.contract, case.built.selection
    assert contract and selection
    printed = {d.id for s in contract.schedules for d in s.definitions} | {s.id for s in contract.schedules}
    position = {choice.clause: choice.position for choice in selection.chosen}
    texts = Scope(library, case.content.playbooks, case.content.triage).texts
    shown = [t for t in texts if position.get(t.owner.id) == t.position or t.owner.id in printed]
    words = [words_of(s, "…") for text in shown for part in text.parts for s in part.sequences]
    chosen = {(c.clause, v.parameter) for c in selection.chosen for v in c.values}
    chosen |= {(s.schedule, v.parameter) for s in selection.schedule_values for v in s.values}
    owners = (*library.clauses, *library.schedules)
    defaults = [p for o in owners for p in o.parameters if (o.id, p.name) in chosen]
    return "\n".join([*words, *(str(p.default) for p in defaults)])


def _answered(library: Library, clauses: list[Clause]) -> list[Finding]:
    return [f for f in library.findings if any(f.id in c.answers for c in clauses)]


def sentences(note: str) -> Iterator[str]:
    """The sentences of a note, without the marks of Markdown."""
    for paragraph in note.split("\n\n"):
        for sentence in _SENTENCE.split(paragraph):
            if words := sentence.replace("*", "").strip():
                yield words


def _reasons(case: Case) -> Iterator[Reason]:
    selection = case.built.selection
    assert selection
    for choice in selection.chosen:
        yield from choice.reasons
        yield choice.position_reason
        yield from (value.reason for value in choice.values)
    for out in selection.left_out:
        yield from (reason for reason in (out.nearest, out.offer) if reason)


def _approvers(case: Case, clauses: list[Clause]) -> Iterator[str]:
    assert case.built.selection
    own = approvers_of(case.content.playbooks, case.built.selection)
    for clause in clauses:
        yield from (own.get(p.approver.casefold(), p.approver) for p in clause.positions if p.approver)


def _departure(departure: Departure) -> Iterator[str]:
    people: tuple[Approver | None, ...] = (departure.approved_by, departure.legal_approver)
    yield departure.why
    for person in people:
        if person:
            yield from (person.name, person.role)


def _cited(case: Case, definitions: set[str]) -> set[str]:
    library, contract = case.content.library, case.built.contract
    assert contract
    texts = [library.clause_by_id[n.id] for n in contract.clauses if n.id in library.clause_by_id]
    schedules = [s for s in library.schedules if s.id in {node.id for node in contract.schedules}]
    terms = [d for d in library.definitions if d.id in definitions]
    return {key for text in (*texts, *schedules, *terms) for key in text.law}
