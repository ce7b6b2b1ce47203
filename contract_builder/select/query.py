"""Clauses by name, or by the tags in their metadata."""

from contract_builder.model.clause import Clause
from contract_builder.model.condition import ALWAYS, All, AnyOf, Condition, Facts, Test, holds
from contract_builder.model.library import Library
from contract_builder.model.playbook import ClauseQuery

NEVER: Condition = AnyOf(())


def tags_of(clause: Clause, any_tier: bool = False) -> Condition:
    """What the metadata of `clause` says of where it applies, as a condition."""
    parts: list[Condition] = [] if any_tier else [Test("tier", "at-least", clause.risk.from_tier)]
    if clause.risk.ai_types != "all":
        parts.append(AnyOf(tuple(Test("ai_types", "has", t) for t in clause.risk.ai_types)))
    if clause.risk.service_areas != "all":
        parts.append(Test("service_area", "one-of", tuple(clause.risk.service_areas)))
    return All(tuple(parts))


def reach(query: ClauseQuery, clause: Clause) -> Condition:
    """When `query` reaches `clause`: always, by its tags, or never."""
    if clause.id in query.clauses:
        return ALWAYS
    if not query.that_apply:
        return NEVER
    if query.topics and not set(query.topics) & set(clause.provides):
        return NEVER
    if query.groups and clause.group not in query.groups:
        return NEVER
    return tags_of(clause, query.any_tier)


def reached(query: ClauseQuery, library: Library, facts: Facts) -> tuple[str, ...]:
    """The ids of the clauses that `query` reaches under `facts`."""
    if not query.that_apply:
        return tuple(id_ for id_ in dict.fromkeys(query.clauses) if id_ in library.clause_by_id)
    return tuple(c.id for c in library.clauses if holds(reach(query, c), facts))
