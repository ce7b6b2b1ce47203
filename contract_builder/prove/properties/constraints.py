"""`constraint-broken`: every constraint over the clauses, topics and positions of a contract holds.

A constraint over facts alone asks something of the brief, and no rule can see to it: it is not claimed here.
"""

from collections.abc import Iterator
from functools import partial
from itertools import combinations
from typing import TypeVar

from contract_builder.model.condition import All, AnyOf, Condition, Facts, FactValue, Test, holds, tests_of
from contract_builder.model.diagnostic import Place
from contract_builder.model.playbook import Constraint
from contract_builder.prove.claim import Claim, Matter, Structure
from contract_builder.prove.lifted import Lifted

B = TypeVar("B")
POSITION = "position:"


def claims(matter: Matter) -> Iterator[Claim | Structure]:
    """One for each constraint that looks at the Selection."""
    for speaker in matter.statements.speakers:
        for constraint in speaker.voice.playbook.constraints:
            tests = [t for c in (constraint.when, constraint.must) if c is not None for t in tests_of(c)]
            seen = [t for t in tests if _of_selection(t)]
            if not (seen or constraint.order or constraint.agree):
                yield Structure("constraint-broken", 0)
                continue
            topics = {n for t in seen if t.fact == "topics" for n in _names(t)} | set(constraint.order)
            clauses = {n for t in seen if t.fact == "clauses" for n in _names(t)}
            clauses |= {t.fact.removeprefix(POSITION) for t in seen if t.fact.startswith(POSITION)}
            clauses |= {name.partition(".")[0] for name in constraint.agree}
            values = [one for name in constraint.agree for one in _said(matter, name)]
            yield Claim(
                "constraint-broken",
                f"{constraint.playbook}/{constraint.id}",
                Place(constraint.file, constraint.line, 1),
                f"The rules can make a contract that breaks {constraint.playbook}/{constraint.id}.",
                constraint.because,
                partial(_broken, matter, constraint, speaker.when),
                frozenset(clauses & matter.library.clause_by_id.keys()),
                tuple(sorted(topics)),
                frozenset({*(t for t in tests if not _of_selection(t)), *tests_of(speaker.when), *values}),
                shown_by=("constraint-broken",),
            )


def _said(matter: Matter, name: str) -> Iterator[Test]:
    owner, _, parameter = name.partition(".")
    for one in matter.statements.settings.get((owner, parameter), ()):
        yield from tests_of(one.when)
    for placed in matter.statements.positions.get(owner, ()):
        yield from tests_of(placed.when)


def _of_selection(test: Test) -> bool:
    return test.fact in ("topics", "clauses") or test.fact.startswith(POSITION)


def _names(test: Test) -> tuple[str, ...]:
    return tuple(map(str, test.value)) if isinstance(test.value, tuple) else (str(test.value),)


def _broken(matter: Matter, constraint: Constraint, speaks: Condition, lifted: Lifted[B]) -> B:
    algebra = lifted.algebra
    broken: list[B] = [algebra.nowhere()]
    if constraint.must is not None:
        broken.append(algebra.outside(_seen(constraint.must, lifted)))
    if constraint.order:
        broken.append(_out_of_order(matter, constraint.order, lifted))
    if constraint.agree:
        broken.append(_apart(matter, constraint.agree, lifted))
    return algebra.both(lifted.where(speaks), _seen(constraint.when, lifted), algebra.either(*broken))


def _seen(condition: Condition, lifted: Lifted[B]) -> B:
    """Where `condition`, which may look at the Selection, holds."""
    algebra = lifted.algebra
    if isinstance(condition, All):
        return algebra.both(*(_seen(part, lifted) for part in condition.parts))
    if isinstance(condition, AnyOf):
        return algebra.either(algebra.nowhere(), *(_seen(part, lifted) for part in condition.parts))
    if not isinstance(condition, Test):
        return algebra.outside(_seen(condition.part, lifted))
    if not _of_selection(condition):
        return lifted.where(condition)
    if condition.fact.startswith(POSITION):
        return _position(condition, condition.fact.removeprefix(POSITION), lifted)
    there = lifted.provided if condition.fact == "topics" else lifted.member
    if condition.operator == "has":
        return there(str(condition.value))
    if condition.operator == "lacks":
        return algebra.outside(there(str(condition.value)))
    some: Facts = {condition.fact: frozenset[str]()}
    return algebra.everywhere() if holds(condition, some) else algebra.nowhere()


def _position(test: Test, clause: str, lifted: Lifted[B]) -> B:
    """The position of a clause that is out is not known, and every test of it fails."""
    algebra = lifted.algebra
    known = lifted.library.clause_by_id.get(clause)
    names: list[FactValue] = [p.name for p in known.positions] if known else []
    at = (lifted.at(clause, str(name)) for name in names if holds(test, {test.fact: name}))
    return algebra.both(lifted.member(clause), algebra.either(algebra.nowhere(), *at))


def _out_of_order(matter: Matter, topics: tuple[str, ...], lifted: Lifted[B]) -> B:
    """Where the first clause of a topic stands after the first clause of a later one."""
    algebra, order = lifted.algebra, matter.library.print_order
    firsts: list[list[tuple[str, B]]] = []
    for topic in topics:
        before, found = algebra.nowhere(), []
        for clause in sorted((c.id for c in matter.library.providers.get(topic, ())), key=order.__getitem__):
            found.append((clause, algebra.both(lifted.member(clause), algebra.outside(before))))
            before = algebra.either(before, lifted.member(clause))
        firsts.append(found)
    wrong = [
        algebra.both(one, other)
        for earlier, later in combinations(firsts, 2)
        for a, one in earlier
        for b, other in later
        if order[a] > order[b]
    ]
    return algebra.either(algebra.nowhere(), *wrong)


def _apart(matter: Matter, names: tuple[str, ...], lifted: Lifted[B]) -> B:
    """Where two of the parameters `names`, both in, have different values."""
    algebra = lifted.algebra
    found = [
        algebra.both(one, other)
        for a, b in combinations(names, 2)
        for x, one in _named(matter, a, lifted).items()
        for y, other in _named(matter, b, lifted).items()
        if x != y
    ]
    return algebra.either(algebra.nowhere(), *found)


def _named(matter: Matter, name: str, lifted: Lifted[B]) -> "dict[int | str, B]":
    owner, _, parameter = name.partition(".")
    return values_of(matter, owner, parameter, lifted)


def values_of(matter: Matter, owner: str, parameter: str, lifted: Lifted[B]) -> "dict[int | str, B]":
    """Where the clause `owner` is in with each value of `parameter`."""
    clause = matter.library.clause_by_id.get(owner)
    found = clause.parameter(parameter) if clause else None
    if clause is None or found is None:
        return {}
    algebra = lifted.algebra
    values: dict[int | str, B] = {}
    for outcome in lifted.valued(owner, parameter):
        here = algebra.both(outcome.where, lifted.member(owner))
        if outcome.settled is not None:
            pairs = [(outcome.settled.value, here)]
        else:
            pairs = [
                (found.default_for(p.name), algebra.both(here, lifted.at(owner, p.name)))
                for p in clause.positions
            ]
        for value, where in pairs:
            values[value] = algebra.either(values.get(value, algebra.nowhere()), where)
    return values
