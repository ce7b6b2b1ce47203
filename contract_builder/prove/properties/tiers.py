"""`weaker-at-a-higher-tier`: when the tier rises and nothing else changes, no protection is lost or gets weaker."""

from collections.abc import Iterator
from functools import partial
from typing import TypeVar

from contract_builder.model.clause import Clause, Parameter
from contract_builder.model.condition import Test, tests_of
from contract_builder.model.diagnostic import Place
from contract_builder.model.proof import Property
from contract_builder.prove.claim import Claim, Matter, Structure
from contract_builder.prove.lifted import Lifted
from contract_builder.prove.properties.constraints import values_of
from contract_builder.prove.space import TIER
from contract_builder.select.bounds import weaker

B = TypeVar("B")
PROPERTY: Property = "weaker-at-a-higher-tier"
HINT = "Set the stronger one at the higher tier, too, or take the rule for the lower tier back."


def claims(matter: Matter) -> Iterator[Claim | Structure]:
    """One for each topic that some clause provides, each clause's position, and each value with a direction."""
    for topic, providers in matter.library.providers.items():
        if any(c.id in matter.statements.always_in for c in providers):
            yield Structure(PROPERTY, 1)
            continue
        place = Place(providers[0].file, providers[0].lines.get("provides", 1), 1)
        yield Claim(
            PROPERTY, f"the topic {topic}", place,
            f"A contract answers {topic}, and the same contract one tier higher does not.", HINT,
            partial(_lost, topic), topics=(topic,), tests=frozenset([Test(TIER, "at-least", 1)]),
        )  # fmt: skip
    for clause in matter.library.clauses:
        yield _position_claim(clause)
        for parameter in clause.parameters:
            if parameter.stronger != "none":
                yield _value_claim(matter, clause, parameter)


def _position_claim(clause: Clause) -> Claim:
    return Claim(
        PROPERTY, f"the position of {clause.id}", Place(clause.file, 1, 1),
        f"{clause.id} stands at a weaker position at a higher tier.", HINT,
        partial(_weaker_position, clause), frozenset({clause.id}), tests=frozenset([Test(TIER, "at-least", 1)]),
    )  # fmt: skip


def _value_claim(matter: Matter, clause: Clause, parameter: Parameter) -> Claim:
    said = matter.statements.settings.get((clause.id, parameter.name), ())
    tests = {t for one in said for t in tests_of(one.when)}
    return Claim(
        PROPERTY, f"the value of {clause.id}.{parameter.name}",
        Place(clause.file, clause.lines.get(f"parameters.{parameter.name}", 1), 1),
        f"{clause.id}.{parameter.name} is weaker at a higher tier.", HINT,
        partial(_weaker_value, matter, clause, parameter), frozenset({clause.id}),
        tests=frozenset({Test(TIER, "at-least", 1), *tests}),
    )  # fmt: skip


def _lost(topic: str, lifted: Lifted[B]) -> B:
    algebra = lifted.algebra
    return algebra.both(
        lifted.provided(topic),
        algebra.a_tier_up(algebra.outside(lifted.provided(topic))),
        _not_at_the_top(lifted),
    )


def _not_at_the_top(lifted: Lifted[B]) -> B:
    return lifted.where(Test(TIER, "at-most", 3))


def _weaker_position(clause: Clause, lifted: Lifted[B]) -> B:
    algebra = lifted.algebra
    here = {
        p.name: algebra.both(lifted.member(clause.id), lifted.at(clause.id, p.name)) for p in clause.positions
    }
    found = [
        algebra.both(here[low.name], algebra.a_tier_up(here[high.name]))
        for low in clause.positions
        for high in clause.positions
        if high.rank > low.rank
    ]
    return algebra.both(algebra.either(algebra.nowhere(), *found), _not_at_the_top(lifted))


def _weaker_value(matter: Matter, clause: Clause, parameter: Parameter, lifted: Lifted[B]) -> B:
    """Only where the value prints at both tiers: a position that does not use it has no such protection to weaken."""
    algebra = lifted.algebra
    prints = algebra.either(
        algebra.nowhere(), *(lifted.at(clause.id, p) for p in _using(matter, clause, parameter.name))
    )
    values = {
        v: algebra.both(w, prints) for v, w in values_of(matter, clause.id, parameter.name, lifted).items()
    }
    found = [
        algebra.both(low, algebra.a_tier_up(high))
        for a, low in values.items()
        for b, high in values.items()
        if weaker(parameter, b, a)
    ]
    return algebra.both(algebra.either(algebra.nowhere(), *found), _not_at_the_top(lifted))


def _using(matter: Matter, clause: Clause, parameter: str) -> list[str]:
    return [
        p.name
        for p in clause.positions
        if any(slot.name == parameter for slot, _ in matter.positions[clause.id, p.name].slots())
    ]
