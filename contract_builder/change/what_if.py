"""What would change if a brief said something else, and why: both states are worked out in full."""

from msgspec.structs import replace

from contract_builder.assemble import assemble
from contract_builder.assemble.difference import text_difference
from contract_builder.built import Content, ContentError
from contract_builder.change.brief import change_brief
from contract_builder.change.why_not import why_not
from contract_builder.check.brief import brief_problems
from contract_builder.model.base import Frozen
from contract_builder.model.brief import Brief
from contract_builder.model.condition import Facts
from contract_builder.model.contract import Contract
from contract_builder.model.diagnostic import Diagnostic, in_reading_order
from contract_builder.model.difference import WhatIf
from contract_builder.model.selection import Selection
from contract_builder.model.triage import TriageResult
from contract_builder.select import select
from contract_builder.select.difference import difference
from contract_builder.select.values import check_values
from contract_builder.triage import assess, facts_of
from contract_builder.triage.difference import triage_difference


class State(Frozen, frozen=True):
    """All that comes of one brief, but its text."""

    brief: Brief
    facts: Facts
    triage: TriageResult
    selection: Selection


def what_if(content: Content, brief: Brief, changes: dict[str, str]) -> WhatIf:
    """What would change if `brief` said `changes`: from the name of a field to what it should say.

    Several changes are one: they are made together. Raises ContentError with everything that is wrong
    with the brief, or else with the changes.
    """
    _refuse([*_problems(content, brief), *check_values(brief, content.library)])
    changed = change_brief(brief, changes, content.library, content.playbooks, content.triage)
    _refuse(list(changed.problems))
    before, after = _state(content, brief), _state(content, changed.brief)
    compared = WhatIf(
        title=brief.title,
        changes=changed.changes,
        triage=triage_difference(before.triage, after.triage),
        selection=difference(before.selection, after.selection),
        alone=_alone(content, before, changes) if len(changes) > 1 else (),
    )
    old, new = _contract(content, before), _contract(content, after)
    compared = replace(compared, contract_now=old is not None, contract_then=new is not None)
    if old and new:
        compared = replace(compared, text=text_difference(old, new))
    if not compared.differs:
        compared = replace(compared, alone=())
    return replace(
        compared, why_not=why_not(compared, before.triage, after.triage, content.triage, content.playbooks)
    )


def _problems(content: Content, brief: Brief) -> list[Diagnostic]:
    return brief_problems(brief, content.library, content.playbooks, content.triage)


def _refuse(problems: list[Diagnostic]) -> None:
    if problems:
        raise ContentError(in_reading_order(problems))


def _state(content: Content, brief: Brief) -> State:
    triage = assess(brief, content.triage)
    facts = facts_of(brief, content.playbooks.facts, triage.inherent)
    return State(brief, facts, triage, select(content.library, content.playbooks, facts, brief))


def _contract(content: Content, state: State) -> Contract | None:
    if state.triage.stopped:
        return None
    return assemble(content.library, state.selection, state.brief, state.facts).contract


def _alone(content: Content, before: State, changes: dict[str, str]) -> tuple[str, ...]:
    """Those of `changes` that would change nothing by themselves; one that cannot stand alone is not among them."""
    found: list[str] = []
    for name, typed in changes.items():
        changed = change_brief(
            before.brief, {name: typed}, content.library, content.playbooks, content.triage
        )
        if changed.problems:
            continue
        after = _state(content, changed.brief)
        if not triage_difference(before.triage, after.triage) and not difference(
            before.selection, after.selection
        ):
            found.append(changed.changes[0].field)
    return tuple(found)
