"""The internal apparatus beside the Contract: what the council knows of each text, and what is still open."""

from collections.abc import Iterator

from contract_builder.assemble.cited import cited_law
from contract_builder.assemble.provenance import provenance_of
from contract_builder.model.annotations import Annotation, Annotations, Rung, Summary, Task, ValueSet
from contract_builder.model.brief import Brief
from contract_builder.model.clause import Clause, Parameter
from contract_builder.model.contract import Contract, DefinitionNode, ScheduleNode
from contract_builder.model.library import Library, TierInfo
from contract_builder.model.playbook import Playbooks
from contract_builder.model.selection import Choice, ChosenValue, Selection
from contract_builder.model.triage import TriageResult
from contract_builder.model.words import value_words

LEGAL, SERVICE = "legal", "service"
_ASSESSMENTS = (
    ("information governance", "Data protection impact assessment"),
    ("equality", "Equality impact assessment"),
)


def annotate(
    library: Library,
    playbooks: Playbooks,
    selection: Selection,
    triage: TriageResult,
    brief: Brief,
    contract: Contract,
) -> Annotations:
    """What is internal about `contract`, which was assembled from the rest. Pure; equal for equal inputs."""
    numbers = {node.id: node.number for node in contract.clauses}
    own = approvers_of(playbooks, selection)
    parts = (
        *(_clause(choice, numbers[choice.clause], library, own) for choice in selection.chosen),
        *_around(contract, library, selection),
    )
    law = cited_law(library, parts, brief.date)
    return Annotations(
        summary=_summary(library, selection, triage, brief, contract),
        parts=parts,
        law=law,
        open_items=contract.open_items,
        tasks=tuple(_tasks(library, triage, sum(not hook.verified for hook in law))),
        provenance=provenance_of(library, contract),
    )


def approvers_of(playbooks: Playbooks, selection: Selection) -> dict[str, str]:
    """The library's generic approvers, in small letters, to the council's own."""
    used = [playbook for playbook in playbooks.playbooks if playbook.id in selection.playbooks]
    return {role.casefold(): own for playbook in used for role, own in playbook.approvers.items()}


def _clause(choice: Choice, number: str, library: Library, own: dict[str, str]) -> Annotation:
    clause = library.clause_by_id[choice.clause]
    return Annotation(
        anchor=f"clause.{clause.id}",
        kind="clause",
        id=clause.id,
        version=clause.version,
        number=number,
        title=clause.title,
        reasons=choice.reasons,
        position=choice.position,
        position_reason=choice.position_reason,
        ladder=_ladder(clause, choice.position, own),
        walk_away=clause.walk_away,
        note=clause.note,
        values=_values(clause.parameters, choice.values),
        departures=choice.departures,
        law=clause.law,
    )


def _ladder(clause: Clause, chosen: str, own: dict[str, str]) -> tuple[Rung, ...]:
    ranked = sorted(clause.positions, key=lambda position: position.rank)
    return tuple(
        Rung(p.name, p.name == chosen, own.get(p.approver.casefold(), p.approver), p.leaves) for p in ranked
    )


def _values(parameters: tuple[Parameter, ...], chosen: tuple[ChosenValue, ...]) -> tuple[ValueSet, ...]:
    known = {parameter.name: parameter for parameter in parameters}
    return tuple(
        ValueSet(v.parameter, known[v.parameter].ask, v.value, value_words(v.value, known[v.parameter]), v.reason)
        for v in chosen
    )  # fmt: skip


def _around(contract: Contract, library: Library, selection: Selection) -> Iterator[Annotation]:
    """The schedules, each followed by the definitions that stand in it."""
    definitions = {definition.id: definition for definition in library.definitions}
    for node in contract.schedules:
        if node.id in library.schedule_by_id:
            yield _schedule(node, library, selection)
        for used in node.definitions:
            if known := definitions.get(used.id):
                yield _definition(used, known.law, known.note)


def _schedule(node: ScheduleNode, library: Library, selection: Selection) -> Annotation:
    schedule = library.schedule_by_id[node.id]
    chosen = next((s for s in selection.schedule_values if s.schedule == node.id), None)
    return Annotation(
        anchor=node.anchor,
        kind="schedule",
        id=node.id,
        version=node.version,
        number=node.number,
        title=node.heading,
        note=schedule.note,
        values=_values(schedule.parameters, chosen.values) if chosen else (),
        departures=chosen.departures if chosen else (),
        law=schedule.law,
    )


def _definition(node: DefinitionNode, law: tuple[str, ...], note: str) -> Annotation:
    return Annotation(
        anchor=node.anchor, kind="definition", id=node.id, version=node.version, number="", title=node.term,
        law=law, note=note,
    )  # fmt: skip


def _summary(
    library: Library, selection: Selection, triage: TriageResult, brief: Brief, contract: Contract
) -> Summary:
    types = {item.id: item.title for item in library.taxonomy.ai_types}
    areas = {item.id: item.title for item in library.taxonomy.service_areas}
    return Summary(
        title=brief.title,
        ai_types=tuple(types.get(name, name) for name in brief.ai_types),
        service_area=areas.get(brief.service_area, brief.service_area),
        library=f"{contract.identity.library}, version {contract.identity.library_version}",
        playbooks=selection.playbooks,
        triage=triage,
        inherent=_tier(library, triage.inherent),
        residual=_tier(library, triage.residual),
        referrals=brief.referrals,
        departures=brief.departures,
        left_out=selection.left_out,
    )


def _tier(library: Library, tier: int) -> TierInfo | None:
    return next((info for info in library.taxonomy.tiers if info.id == f"tier-{tier}"), None)


def _tasks(library: Library, triage: TriageResult, unverified: int) -> Iterator[Task]:
    """What is open beside the blanks: law to read, answers to find, assessments and sign-off of the tier."""
    if unverified:
        ask = f"Read in the primary text what the contract rests on and nobody has verified: {unverified} in the list of law."
        yield Task(LEGAL, "Law that is not verified", ask)
    for reason in triage.reasons:
        if reason.kind == "unknown":
            yield Task(SERVICE, "A question of the triage", reason.words)
    if info := _tier(library, triage.inherent):
        for owner, what in _ASSESSMENTS:
            yield Task(owner, what, f"Tier {triage.inherent} asks for: {info.impact_assessments}.")
    if info := _tier(library, triage.residual):
        yield Task(SERVICE, "Sign-off", f"Residual tier {triage.residual} is signed off by {info.sign_off}.")
