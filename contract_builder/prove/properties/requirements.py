"""`unmet-requirement`: every topic that a rule or a clause requires is provided. `floor-broken`: the floor stands."""

from collections.abc import Iterator
from functools import partial
from typing import TypeVar

from contract_builder.model.condition import Condition, tests_of
from contract_builder.model.diagnostic import Place
from contract_builder.prove.claim import Claim, Matter, Structure
from contract_builder.prove.lifted import Lifted
from contract_builder.prove.statements import Asker

B = TypeVar("B")


def claims(matter: Matter) -> Iterator[Claim | Structure]:
    """One for each topic and each rule or clause that asks for it, and one for each topic of the floor."""
    statements = matter.statements
    for topic, askers in statements.askers.items():
        if _always(matter, topic):
            yield Structure("unmet-requirement", len(askers))
            continue
        for asker, taken in ((a, taken) for a in askers for taken in statements.takes_of(a.clause)):
            yield Claim(
                "unmet-requirement",
                f"{asker.who} requires {topic}",
                Place(asker.file, asker.line, 1),
                f"{asker.who} requires {topic}, and no clause of the contract provides it.",
                "Let a rule bring in a clause that provides the topic, or do not exclude it.",
                partial(_unmet, asker),
                frozenset({asker.clause} - {""}),
                (topic,),
                frozenset(tests_of(asker.when)),
                taken,
                ("unmet-requirement", "required-but-excluded"),
            )
    yield from _floor(matter)


def _floor(matter: Matter) -> Iterator[Claim | Structure]:
    speakers = {s.voice.playbook.id: s for s in matter.statements.speakers}
    for playbook in matter.world.playbooks.playbooks:
        for topic in playbook.floor:
            if _always(matter, topic):
                yield Structure("floor-broken", 1)
                continue
            when = speakers[playbook.id].when
            yield Claim(
                "floor-broken",
                f"the floor has {topic}",
                Place(playbook.file, playbook.lines.get("floor", 0), 1),
                f"No clause of the contract answers {topic}, which every contract must.",
                "Require the topic in every contract.",
                partial(_not_provided, topic, when),
                topics=(topic,),
                tests=frozenset(tests_of(when)),
                shown_by=("floor-broken",),
            )


def _always(matter: Matter, topic: str) -> bool:
    providers = matter.library.providers.get(topic, ())
    return any(clause.id in matter.statements.always_in for clause in providers)


def _unmet(asker: Asker, lifted: Lifted[B]) -> B:
    return lifted.algebra.both(lifted.asking(asker), lifted.algebra.outside(lifted.provided(asker.topic)))


def _not_provided(topic: str, when: Condition, lifted: Lifted[B]) -> B:
    return lifted.algebra.both(lifted.where(when), lifted.algebra.outside(lifted.provided(topic)))
