"""What `select` and `assemble` themselves say of a counter-example: no fault is reported on the word of a model alone."""

from typing import NamedTuple

import msgspec

from contract_builder.assemble import assemble
from contract_builder.model.brief import Brief
from contract_builder.model.condition import Facts
from contract_builder.model.diagnostic import Place
from contract_builder.model.selection import Selection
from contract_builder.prove.claim import Claim
from contract_builder.prove.space import HIGHEST, TIER, World
from contract_builder.select import select
from contract_builder.select.bounds import weaker
from contract_builder.triage import assess, facts_of


class Shown(NamedTuple):
    """What a contract shows of a claim."""

    reproduced: bool
    """Whether it shows the fault."""
    words: tuple[str, ...] = ()
    """What was said of it."""
    place: Place | None = None
    """Where it was said to be, among the places that the claim is about."""


def shown(world: World, claim: Claim, brief: Brief) -> Shown:
    """Whether the contract for `brief` shows the fault of `claim`, what was said of it, and where."""
    tier = assess(brief, world.triage).inherent
    facts = facts_of(brief, world.playbooks.facts, tier)
    selection = select(world.library, world.playbooks, facts, brief)
    if claim.property == "weaker-at-a-higher-tier":
        return Shown(*_weaker(world, facts, brief, selection))
    found = [*selection.diagnostics]
    if not any(d.rule in claim.shown_by for d in found):
        # Another fault of the same contract must not keep this one from showing.
        bare = msgspec.structs.replace(selection, diagnostics=())
        found += assemble(world.library, bare, brief, facts).diagnostics
    showing = [d for d in found if d.rule in claim.shown_by]
    told = tuple(dict.fromkeys(f"{d.place}: {d.message} [{d.rule}]" for d in showing))
    if claim.shown_by:
        at = {(d.place.file, d.place.line) for d in showing}
        place = next((place for place in claim.speakers if (place.file, place.line) in at), None)
        return Shown(bool(told), told, place)
    present = all(selection.choice(clause) for clause in claim.clauses)
    words = f"The contract has {', '.join(sorted(claim.clauses))}."
    return Shown(present, (words,) if present and claim.clauses else ())


def _weaker(world: World, facts: Facts, brief: Brief, lower: Selection) -> tuple[bool, tuple[str, ...]]:
    """What a contract loses when its tier, and nothing else, rises by one."""
    tier = facts[TIER]
    if not isinstance(tier, int) or tier >= HIGHEST:
        return False, ()
    higher = select(world.library, world.playbooks, {**facts, TIER: tier + 1}, brief)
    found = [
        f"Tier {tier + 1} lacks {topic}." for topic in sorted(_topics(world, lower) - _topics(world, higher))
    ]
    for low in lower.chosen:
        high = higher.choice(low.clause)
        if high is None:
            continue
        clause = world.library.clause_by_id[low.clause]
        before, after = clause.position(low.position), clause.position(high.position)
        if before and after and after.rank > before.rank:
            found.append(f"{clause.id} is {before.name} at tier {tier} and {after.name} at tier {tier + 1}.")
        values = {v.parameter: v.value for v in high.values}
        found += [
            f"{clause.id}.{p.name} is {v.value} at tier {tier} and {values[p.name]} at tier {tier + 1}."
            for p in clause.parameters
            for v in low.values
            if v.parameter == p.name and weaker(p, values[p.name], v.value)
        ]
    return bool(found), tuple(found)


def _topics(world: World, selection: Selection) -> frozenset[str]:
    return frozenset(t for c in selection.chosen for t in world.library.clause_by_id[c.clause].provides)
