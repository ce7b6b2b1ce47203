"""Playbooks and rules that change nothing: contracts with them against contracts without them."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from contract_builder.assemble.parts import inlines_of, standing
from contract_builder.matrix.builds import Builds, chosen, offered, problems
from contract_builder.matrix.contexts import context_of, where_it_holds
from contract_builder.matrix.domain import Domain, Patch
from contract_builder.matrix.probe import Probe
from contract_builder.matrix.sites import ASKS, SAYS, Site, Sites, joined
from contract_builder.matrix.without import without_playbook, without_rule
from contract_builder.model.body import Slot
from contract_builder.model.condition import Facts
from contract_builder.model.matrix import Effect, PlaybookEffect, RuleEffect
from contract_builder.model.playbook import Playbook, Rule
from contract_builder.model.selection import Selection
from contract_builder.select.gather import chains, direct_condition

_MOST_CONTEXTS = 400
"""Contexts that are tried for one rule before it is held to change nothing."""
_MOST_IN_FULL = 8
"""Contexts among these in which only two whole selections can tell: what a rule requires and offers,
and what it says of a clause that only a topic that is required can bring in."""
_MOST_FOR_A_PLAYBOOK = 60
"""Contexts that are tried for a playbook of which no rule alone changes words."""
_FEWEST = 12
"""Contexts that are tried for each clause that a rule speaks of, however many these are."""


class _Worlds(NamedTuple):
    """What contracts with everything are made by, and a quick look at single texts."""

    domain: Domain
    builds: Builds
    probe: Probe


def playbook_effects(domain: Domain, builds: Builds, probe: Probe) -> tuple[PlaybookEffect, ...]:
    """What each playbook but the base changes. `builds` are those with all playbooks."""
    worlds = _Worlds(domain, builds, probe)
    return tuple(_effect_of(worlds, playbook) for playbook in but_the_base(domain))


def changes_anything(domain: Domain, builds: Builds, probe: Probe, playbook: Playbook) -> bool:
    """Whether `playbook` changes words, or matters besides; the first effect ends the search."""
    worlds = _Worlds(domain, builds, probe)
    if _besides(playbook, ()):
        return True
    without = Builds(domain, without_playbook(domain.playbooks, playbook))
    for rule in playbook.rules:
        seen, patch = _rule_effect(worlds, playbook, rule)
        if seen.effect == "besides" or (patch is not None and _changes_words(worlds, without, patch)):
            return True
    return _matters_as_a_whole(worlds, without, playbook)


def but_the_base(domain: Domain) -> Iterator[Playbook]:
    """Every playbook but the base, which every contract is made by."""
    return (playbook for playbook in domain.playbooks.playbooks if playbook.kind != "base")


def _effect_of(worlds: _Worlds, playbook: Playbook) -> PlaybookEffect:
    without = Builds(worlds.domain, without_playbook(worlds.domain.playbooks, playbook))
    seen = [_rule_effect(worlds, playbook, rule) for rule in playbook.rules]
    rules = tuple(effect for effect, _ in seen)
    besides = _besides(playbook, rules)
    effect: Effect = "besides" if besides else "nothing"
    found = any(patch is not None and _changes_words(worlds, without, patch) for _, patch in seen)
    if found or _matters_as_a_whole(worlds, without, playbook):
        effect = "words"
    return PlaybookEffect(playbook.id, playbook.kind, playbook.title, playbook.file, effect, rules, besides)


def _besides(playbook: Playbook, seen: tuple[RuleEffect, ...]) -> tuple[str, ...]:
    """What of `playbook` changes no words and matters; `seen` is what each of its rules was seen to do."""
    rules = [*zip(playbook.rules, seen, strict=False)]
    held = {
        "constraints": playbook.constraints,
        "a floor": playbook.floor,
        "departure rules": playbook.departures,
        "approvers": playbook.approvers,
        "topics that must be provided": [r for r, effect in rules if r.require and effect.effect != "nothing"],
        "offers": [r for r, effect in rules if r.offer and effect.effect != "nothing"],
        "values for departures": [r for r, effect in rules if r.settings and effect.effect == "besides" and effect.tried],
        "rules for which no contract can be made": [e for _, e in rules if e.effect == "besides" and not e.tried],
    }  # fmt: skip
    return tuple(name for name, things in held.items() if things)


def _rule_effect(worlds: _Worlds, playbook: Playbook, rule: Rule) -> tuple[RuleEffect, Patch | None]:
    """What `rule` does, and a context in which it changes words."""
    domain = worlds.domain
    without = Builds(domain, without_rule(domain.playbooks, playbook, rule))
    sites = domain.sites.by_rule[playbook.id, rule.id]
    seen = _first_effect(worlds, without, sites, rule)
    effect: Effect = seen.effect
    for_departures = seen.tried > 0 and _sets_for_departures(domain, rule)
    if effect == "nothing" and (for_departures or _asks_in_vain(rule, sites, seen)):
        effect = "besides"
    words = context_of(domain, None, seen.patch).words if seen.patch is not None else ""
    return RuleEffect(rule.id, rule.line, effect, words, seen.tried), seen.patch


def _asks_in_vain(rule: Rule, sites: tuple[Site, ...], seen: "_Seen") -> bool:
    """Whether `rule` requires topics that are provided anyway, or by nothing: it matters all the same."""
    return bool(rule.require) and (seen.tried > 0 or not any(site.how == ASKS for site in sites))


def _sets_for_departures(domain: Domain, rule: Rule) -> bool:
    """Whether `rule` sets a value that is not the default of a position that a departure may take."""
    return any(
        default != setting.value
        for setting in rule.settings
        if (clause := domain.library.clause_by_id.get(setting.clause))
        for parameter in clause.parameters
        if parameter.name == setting.parameter
        for default in parameter.default_in.values()
    )


def _matters_as_a_whole(worlds: _Worlds, without: Builds, playbook: Playbook) -> bool:
    """Whether words change if the whole of `playbook` goes; `without` are contracts without it.

    Two of its rules may say the same, so that neither is missed alone, or undo one another, so that only both
    together are not missed; and a playbook without rules may bring those of another to bear, by extending it.
    """
    domain, direct = worlds.domain, direct_condition(playbook)
    (brought,) = (chain for chain in chains(domain.playbooks.playbooks) if chain[-1] is playbook)
    sites = [site for rule in playbook.rules for site in domain.sites.by_rule[playbook.id, rule.id]]
    sites += [
        site._replace(guard=joined(direct, rule.when, site.guard))
        for near in brought[:-1]
        if near.kind != "base"
        for rule in near.rules
        for site in domain.sites.by_rule[near.id, rule.id]
    ]
    if not sites:
        return False
    return _first_effect(worlds, without, tuple(sites), None).effect == "words"


class _Seen(msgspec.Struct):
    """What came of looking for an effect."""

    effect: Effect
    patch: Patch | None = None
    tried: int = 0
    failed: int = 0


def _first_effect(worlds: _Worlds, without: Builds, sites: tuple[Site, ...], rule: Rule | None) -> _Seen:
    """The first effect on words in the contexts of `sites`, the plainest first; failing that, what else is seen.

    `rule` is all that `without` lacks, if it is one rule.
    """
    domain, seen = worlds.domain, _Seen("nothing")
    most = _MOST_CONTEXTS if rule else _MOST_FOR_A_PLAYBOOK
    each = max(_FEWEST, most // max(len(sites), 1))
    done: set[object] = set()
    later: list[Patch] = []
    for site, patch in _in_turn([(site, where_it_holds(domain, site, each)) for site in sites]):
        facts: Facts = {**domain.plain, **patch}
        name = (site.text, site.how in SAYS, domain.alike(facts))
        if name in done:
            continue
        done.add(name)
        if rule is not None and site.how in SAYS:
            now, before = worlds.probe.said(site.text, facts), worlds.probe.said(site.text, facts, rule)
            if now == before:
                seen.tried += 1
                continue
            if not (now[0] or before[0]):
                later.append(patch)
                continue
        elif rule is not None:
            later.append(patch)
            continue
        if _look(worlds, without, patch, seen):
            return seen
    for patch in later[:_MOST_IN_FULL]:
        if _look(worlds, without, patch, seen):
            return seen
    if seen.failed and seen.effect == "nothing":
        seen.effect, seen.tried = "besides", 0  # not all could be compared, so nothing is held against it
    return seen


def _changes_words(worlds: _Worlds, without: Builds, patch: Patch) -> bool:
    return _effect_in({**worlds.domain.plain, **patch}, worlds.builds, without) == "words"


def _look(worlds: _Worlds, without: Builds, patch: Patch, seen: _Seen) -> bool:
    """Whether words change in the context `patch`; what comes of it goes to `seen`."""
    facts: Facts = {**worlds.domain.plain, **patch}
    effect = _effect_in(facts, worlds.builds, without)
    seen.tried += effect is not None
    seen.failed += effect is None
    if effect == "words":
        seen.effect, seen.patch = effect, patch
    elif effect == "besides":
        seen.effect = effect
    return effect == "words"


def _in_turn(contexts: list[tuple[Site, Iterator[Patch]]]) -> Iterator[tuple[Site, Patch]]:
    """The plainest context of each site, then the next of each, and so on."""
    while contexts:
        left = []
        for site, each in contexts:
            if (patch := next(each, None)) is not None:
                yield site, patch
                left.append((site, each))
        contexts = left


def _effect_in(facts: Facts, builds: Builds, without: Builds) -> Effect | None:
    """What is different without it under `facts`; none if that cannot be told."""
    one, other = builds.selection(facts), without.selection(facts)
    if problems(other) - problems(one):
        return "words"  # without it there is no contract
    if chosen(one) != chosen(other):
        positions = [[(c.clause, c.position) for c in s.chosen] for s in (one, other)]
        if positions[0] != positions[1]:
            return "words"
        if _prints_otherwise(one, other, facts, builds.domain.sites):
            return "words"
        if [s.values for s in one.schedule_values] == [s.values for s in other.schedule_values]:
            return "nothing"
        now, before = builds.build(facts).texts, without.build(facts).texts
        if now is None or before is None:
            return None
        if {k: t.said for k, t in now.items()} != {k: t.said for k, t in before.items()}:
            return "words"
    return "besides" if offered(one) != offered(other) else "nothing"


def _prints_otherwise(one: Selection, other: Selection, facts: Facts, sites: Sites) -> bool:
    """Whether a value that differs between two selections of the same clauses and positions is printed in a clause."""
    for choice, before in zip(one.chosen, other.chosen, strict=True):
        differ = {
            v.parameter for v, w in zip(choice.values, before.values, strict=True) if v.value != w.value
        }
        if differ:
            body = standing(sites.bodies["clause", choice.clause, choice.position], facts)
            if any(isinstance(i, Slot) and i.name in differ for block in body for i in inlines_of(block)):
                return True
    return False
