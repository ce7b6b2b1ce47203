"""What rules say of one subject, in all contexts at once: the real `settle` decides for each set of rules that can speak."""

from collections.abc import Callable, Hashable
from typing import Generic, NamedTuple, TypeVar

from contract_builder.model.condition import ALWAYS, All, AnyOf, Condition
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.playbook import LAYERS, Playbook, Rule
from contract_builder.prove.algebra import Algebra
from contract_builder.select.gather import Voice, chains, direct_condition
from contract_builder.select.settle import Settled, Statement, settle

T = TypeVar("T", bound=Hashable)
B = TypeVar("B")


class Speaker(NamedTuple):
    """A playbook that speaks for the sake of one line of those that extend it, and when."""

    voice: Voice
    when: Condition
    alone: bool
    """Whether it neither extends a playbook of its layer nor is extended by one."""


class Said(NamedTuple, Generic[T]):
    """What one rule says of a subject, and when."""

    statement: Statement[T]
    when: Condition
    key: Hashable
    """Statements with one key cannot lead to different outcomes."""


class Outcome(NamedTuple, Generic[B, T]):
    """What comes of a subject in some contexts."""

    where: B
    settled: Settled[T] | None
    found: tuple[Diagnostic, ...]


def speakers(playbooks: tuple[Playbook, ...]) -> tuple[Speaker, ...]:
    """Every playbook, farthest first, once for each line that it speaks for."""
    when: dict[tuple[str, str], list[Condition]] = {}
    members: dict[str, tuple[Playbook, int]] = {}
    for chain in chains(playbooks):
        ends = {member.kind: member.id for member in chain}
        depths: dict[str, int] = {}
        for member in chain:
            depths[member.kind] = depths.get(member.kind, 0) + 1
            members[member.id] = member, depths[member.kind]
            when.setdefault((member.id, ends[member.kind]), []).append(direct_condition(chain[-1]))
    lines: dict[str, set[str]] = {}
    for member_id, line in when:
        lines.setdefault(member_id, set()).add(line)
    found = []
    for (member_id, line), conditions in when.items():
        playbook, depth = members[member_id]
        condition = ALWAYS if ALWAYS in conditions else AnyOf(tuple(dict.fromkeys(conditions)))
        alone = lines[member_id] == {member_id} and depth == 1
        found.append(Speaker(Voice(LAYERS.index(playbook.kind), depth, (line,), playbook), condition, alone))
    return tuple(
        sorted(found, key=lambda s: (s.voice.layer, s.voice.depth, s.voice.playbook.id, s.voice.lines))
    )


def said(
    speaker: Speaker, rule: Rule, value: T, reach: Condition = ALWAYS, by_name: bool = True, only: bool = True
) -> Said[T]:
    """What `rule` says; `only` if its playbook says nothing else of the subject."""
    statement = Statement(value, speaker.voice, rule, by_name)
    key: Hashable = (speaker.voice.layer, value, rule.override)
    if not (speaker.alone and only):
        key = (speaker.voice.playbook.id, speaker.voice.lines, rule.id, rule.line, value, by_name)
    return Said(statement, All((speaker.when, rule.when, reach)), key)


def outcomes(
    subject: str, statements: list[Said[T]], stronger: Callable[[T, T], bool], algebra: Algebra[B]
) -> list[Outcome[B, T]]:
    """What comes of `statements` in every context, context by context set."""
    blocks: dict[frozenset[Hashable], tuple[B, tuple[Statement[T], ...]]] = {
        frozenset(): (algebra.everywhere(), ())
    }
    for one in statements:
        active = algebra.where(one.when)
        inactive = algebra.outside(active)
        split: dict[frozenset[Hashable], tuple[B, tuple[Statement[T], ...]]] = {}
        for keys, (where, spoken) in blocks.items():
            if one.key in keys:
                _merge(split, keys, where, spoken, algebra)
                continue
            with_it, without = algebra.both(where, active), algebra.both(where, inactive)
            if not algebra.never(with_it):
                _merge(split, keys | {one.key}, with_it, (*spoken, one.statement), algebra)
            if not algebra.never(without):
                _merge(split, keys, without, spoken, algebra)
        blocks = split
    return [_outcome(subject, where, [*spoken], stronger) for where, spoken in blocks.values()]


def _merge(
    into: dict[frozenset[Hashable], tuple[B, tuple[Statement[T], ...]]],
    keys: frozenset[Hashable],
    where: B,
    spoken: tuple[Statement[T], ...],
    algebra: Algebra[B],
) -> None:
    if keys in into:
        before, first = into[keys]
        into[keys] = algebra.either(before, where), first
    else:
        into[keys] = where, spoken


def _outcome(
    subject: str, where: B, spoken: list[Statement[T]], stronger: Callable[[T, T], bool]
) -> Outcome[B, T]:
    found: list[Diagnostic] = []
    settled = settle(subject, spoken, stronger, found)
    return Outcome(where, settled, tuple(found))
