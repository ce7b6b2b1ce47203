"""Clauses that are in because a rule or another clause asks for a topic."""

from collections.abc import Iterator
from typing import NamedTuple

from contract_builder.model.brief import Brief
from contract_builder.model.clause import Clause
from contract_builder.model.condition import Facts, holds
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.library import Library
from contract_builder.model.selection import Reason
from contract_builder.select.membership import Membership, Rules
from contract_builder.select.positions import Placed, place
from contract_builder.select.query import tags_of
from contract_builder.select.settle import reason_of


class Ask(NamedTuple):
    """Somebody asks for a topic."""

    topic: str
    reason: Reason
    who: str
    """In words: "rule base/redress", or a clause's id."""
    clause: str = ""
    """The clause that asks, if it is one."""


def complete(
    membership: Membership,
    placed: Placed,
    rules: Rules,
    library: Library,
    facts: Facts,
    brief: Brief,
    found: list[Diagnostic],
) -> frozenset[str]:
    """Bring in clauses until every topic asked for is provided, and place each; gives the topics that are not.

    One clause comes in at a time: for the topic that the fewest clauses could provide, that which
    applies by its tags and stands first in print. So the outcome does not hang on the order of the rules.
    """
    came: list[str] = []
    heard: set[str] = set()
    asked = {topic for _, rule in rules for topic in rule.require}
    provided: set[str] = set()
    while True:
        place(membership.members, placed, rules, library, found)
        for id_ in membership.members.keys() - heard:
            asked |= _topics_asked(library.clause_by_id[id_], placed[id_][0])
            provided.update(library.clause_by_id[id_].provides)
        heard.update(membership.members)
        unmet = asked - provided
        could = {topic: _candidates(topic, membership, library, facts) for topic in unmet}
        open_ = [topic for topic in unmet if could[topic]]
        if not open_:
            break
        topic = min(open_, key=lambda t: (len(could[t]), t))
        membership.members[could[topic][0].id] = ()
        came.append(could[topic][0].id)
    asks = [*_asked_by_rules(rules), *_asked_by_clauses(membership, placed, library)]
    for id_ in came:
        provides = library.clause_by_id[id_].provides
        reasons = (ask.reason for ask in asks if ask.topic in provides and ask.clause != id_)
        membership.members[id_] = tuple(dict.fromkeys(reasons))
    found += [_unmet(ask, membership, library, brief) for ask in asks if ask.topic in unmet]
    return frozenset(unmet)


def _candidates(topic: str, membership: Membership, library: Library, facts: Facts) -> list[Clause]:
    providers = [c for c in library.providers.get(topic, ()) if not membership.kept_out(c.id)]
    return sorted(providers, key=lambda c: (not holds(tags_of(c), facts), library.print_order[c.id]))


def _topics_asked(clause: Clause, position: str) -> set[str]:
    chosen = clause.position(position)
    return {*clause.requires, *(chosen.requires if chosen else ())}


def _asked_by_rules(rules: Rules) -> Iterator[Ask]:
    for _, rule in rules:
        for topic in rule.require:
            yield Ask(topic, reason_of(rule, "require"), f"rule {rule.playbook}/{rule.id}")


def _asked_by_clauses(membership: Membership, placed: Placed, library: Library) -> Iterator[Ask]:
    """The topics that the clauses in the selection need, given the position of each."""
    for clause_id in sorted(membership.members, key=library.print_order.__getitem__):
        clause = library.clause_by_id[clause_id]
        position = clause.position(placed[clause_id][0])
        for topic in clause.requires:
            yield _ask(topic, clause.id, clause, "requires")
        if position:
            for topic in position.requires:
                who = f"the {position.name} position of {clause.id}"
                yield _ask(topic, who, clause, f"positions.{position.name}.requires")


def _ask(topic: str, who: str, clause: Clause, key: str) -> Ask:
    line = clause.lines.get(key, clause.lines.get(key.partition(".")[0], 1))
    reason = Reason("require", f"{_start(who)} requires {topic}.", file=clause.file, line=line)
    return Ask(topic, reason, who, clause.id)


def _start(who: str) -> str:
    """`who` at the start of a sentence; an id keeps its small letter."""
    return who[0].upper() + who[1:] if " " in who else who


def _unmet(ask: Ask, membership: Membership, library: Library, brief: Brief) -> Diagnostic:
    where = Place(ask.reason.file, ask.reason.line, 1) if ask.reason.file else Place("playbooks")
    who = _start(ask.who)
    keepers = [membership.keeper(c.id, brief.file) for c in library.providers.get(ask.topic, ())]
    out = " and ".join(keeper[0] for keeper in keepers if keeper)
    if not out:
        return Diagnostic(
            "unmet-requirement",
            where,
            f"{who} requires {ask.topic}, which no clause of the library provides.",
            "Add a clause that provides the topic, or take the topic out of what is required.",
        )
    return Diagnostic(
        "required-but-excluded",
        where,
        f"{who} requires {ask.topic}, but {out}, and nothing else provides it.",
        "Take back one of the two.",
    )
