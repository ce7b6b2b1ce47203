"""Which playbooks speak, and how near each of them is."""

from contract_builder.model.base import Frozen
from contract_builder.model.condition import ALWAYS, AnyOf, Condition, Facts, Test, holds
from contract_builder.model.playbook import LAYERS, Playbook, PlaybookKind, Rule


class Voice(Frozen, frozen=True):
    """A playbook that applies."""

    layer: int
    """The place of its kind in LAYERS: a larger one is nearer."""
    depth: int
    """Its place in the chain of `extends` within the layer: what extends is nearer than what it extends."""
    lines: tuple[str, ...]
    """The playbooks for whose sake it speaks: itself, or those of its layer that extend it.

    Two voices of a layer that share no line are siblings, and equally near, whatever their depth.
    """
    playbook: Playbook


def direct_condition(playbook: Playbook) -> Condition:
    """When `playbook` applies by what it is for."""
    match playbook.kind:
        case "tier":
            return Test("tier", "is", int(playbook.applies_to.removeprefix("tier-")))
        case "ai-type":
            return Test("ai_types", "has", playbook.applies_to)
        case "service-area":
            return Test("service_area", "is", playbook.applies_to)
    return ALWAYS


def conditions_of(playbooks: tuple[Playbook, ...]) -> dict[str, Condition]:
    """When each playbook applies, by its id: directly, or because one that applies extends it."""
    parts: dict[str, list[Condition]] = {}
    for chain in chains(playbooks):
        direct = direct_condition(chain[-1])
        for member in chain:
            parts.setdefault(member.id, []).append(direct)
    return {
        id_: ALWAYS if ALWAYS in found else found[0] if len(found) == 1 else AnyOf(tuple(found))
        for id_, found in parts.items()
    }


def gather(playbooks: tuple[Playbook, ...], facts: Facts) -> tuple[Voice, ...]:
    """The playbooks that apply to `facts`, farthest first; their order in `playbooks` does not matter."""
    speaking: dict[str, tuple[Playbook, int, set[str]]] = {}
    for chain in chains(playbooks):
        if not holds(direct_condition(chain[-1]), facts):
            continue
        ends = {member.kind: member.id for member in chain}
        depths: dict[PlaybookKind, int] = {}
        for member in chain:
            depths[member.kind] = depths.get(member.kind, 0) + 1
            lines = speaking.setdefault(member.id, (member, depths[member.kind], set()))[2]
            lines.add(ends[member.kind])
    voices = [
        Voice(LAYERS.index(playbook.kind), depth, tuple(sorted(lines)), playbook)
        for playbook, depth, lines in speaking.values()
    ]
    return tuple(sorted(voices, key=lambda v: (v.layer, v.depth, v.playbook.id)))


def chains(playbooks: tuple[Playbook, ...]) -> list[list[Playbook]]:
    """Each playbook at the end of what it extends, farthest first; a circle ends where it closes."""
    by_id = {p.id: p for p in playbooks}
    chains: list[list[Playbook]] = []
    for playbook in playbooks:
        chain: dict[str, Playbook] = {}
        member: Playbook | None = playbook
        while member is not None and member.id not in chain:
            chain[member.id] = member
            member = by_id.get(member.extends)
        chains.append([*chain.values()][::-1])
    return chains


def active_rules(voices: tuple[Voice, ...], facts: Facts) -> tuple[tuple[Voice, Rule], ...]:
    """The rules whose condition holds, farthest first."""
    return tuple((v, rule) for v in voices for rule in v.playbook.rules if holds(rule.when, facts))
