"""`select`, for all contexts of a space at once: where each clause is in, at which position, with which values.

It follows `select` step by step: include and exclude, positions, then topics required until nothing changes.
Clauses that cannot bear on the question are not looked at (`cone`).
"""

from typing import Generic, TypeVar

from contract_builder.model.clause import PREFERRED, Clause, Value
from contract_builder.model.condition import AnyOf, Condition, Test, tests_of
from contract_builder.prove.algebra import Algebra
from contract_builder.prove.settled import Outcome, outcomes
from contract_builder.prove.statements import Asker, Statements
from contract_builder.select.bounds import weaker
from contract_builder.select.query import tags_of

B = TypeVar("B")


def cone(statements: Statements, clauses: frozenset[str]) -> frozenset[str]:
    """`clauses`, and those on whose presence theirs may hang: who asks for what they provide, and who else provides it."""
    library = statements.world.library
    found: set[str] = set()
    waiting = [c for c in clauses if c in library.clause_by_id]
    while waiting:
        clause = waiting.pop()
        if clause in found or clause in statements.always_in:
            continue
        found.add(clause)
        for topic in library.clause_by_id[clause].provides:
            waiting += _beside(statements, topic)
    return frozenset(found)


def _beside(statements: Statements, topic: str) -> list[str]:
    """Those who ask for `topic` and who provide it, unless every contract has it anyway."""
    providers = [c.id for c in statements.world.library.providers.get(topic, ())]
    if any(p in statements.always_in for p in providers):
        return []
    return [*providers, *(a.clause for a in statements.askers.get(topic, ()) if a.clause)]


def cone_of_topic(statements: Statements, topic: str) -> frozenset[str]:
    """The clauses on which it hangs whether `topic` is asked for, and provided."""
    return cone(statements, frozenset(_beside(statements, topic)))


def tests_in(statements: Statements, clauses: frozenset[str]) -> frozenset[Test]:
    """Every test on which the presence and position of `clauses`, which make a cone, may hang."""
    library = statements.world.library
    found: set[Test] = set()
    for clause_id in clauses:
        clause = library.clause_by_id[clause_id]
        found.update(statements.tests_of_clause(clause))
        for topic in clause.provides:
            for asker in statements.askers.get(topic, ()):
                found.update(tests_of(asker.when))
                if asker.position:
                    found.update(t for p in statements.positions[asker.clause] for t in tests_of(p.when))
    return frozenset(found)


class Lifted(Generic[B]):
    """The outcome of `select` over a space, for the clauses of one cone."""

    def __init__(
        self, statements: Statements, algebra: Algebra[B], clauses: frozenset[str], taken: str = ""
    ) -> None:
        self.statements, self.algebra, self.clauses = statements, algebra, clauses
        self.library = statements.world.library
        self._positions: dict[str, list[Outcome[B, str]]] = {}
        self._values: dict[tuple[str, str], list[Outcome[B, Value]]] = {}
        self._joined = {clause: self._join(clause) for clause in sorted(clauses)}
        self._members = {clause: self.by_rule(clause, True) for clause in sorted(clauses)}
        if taken:
            self._members[taken] = algebra.either(self._members[taken], self.offered(taken))
        self._complete()

    def where(self, *conditions: Condition) -> B:
        """The contexts whose facts fulfil all `conditions`."""
        return self.algebra.both(*(self.algebra.where(condition) for condition in conditions))

    def member(self, clause: str) -> B:
        """Where `clause` is in."""
        if clause in self.statements.always_in:
            return self.algebra.everywhere()
        return self._members.get(clause, self.algebra.nowhere())

    def offered(self, clause: str) -> B:
        """Where the procurer may take `clause`: some rule offers it, and none keeps it out."""
        offers = AnyOf(tuple(self.statements.offers.get(clause, ())))
        return self.algebra.both(self.where(offers), self.algebra.outside(self.by_rule(clause, False)))

    def at(self, clause: str, position: str) -> B:
        """Where `clause`, if it is in, stands at `position`."""
        return self.algebra.either(
            *(
                one.where
                for one in self.placed(clause)
                if (one.settled.value if one.settled else PREFERRED) == position
            ),
            self.algebra.nowhere(),
        )

    def placed(self, clause: str) -> list[Outcome[B, str]]:
        """What comes of the rules on the position of `clause`."""
        if clause not in self._positions:
            ranks = {
                p.name: (p.rank, p.name != PREFERRED) for p in self.library.clause_by_id[clause].positions
            }
            self._positions[clause] = outcomes(
                f"the position of {clause}",
                self.statements.positions[clause],
                lambda a, b: ranks[a] < ranks[b],
                self.algebra,
            )
        return self._positions[clause]

    def joined(self, clause: str) -> list[Outcome[B, bool]]:
        """What comes of the rules that include and exclude `clause`."""
        return self._joined.get(clause) or self._join(clause)

    def valued(self, owner: str, parameter: str) -> list[Outcome[B, Value]]:
        """What comes of the rules that set `parameter` of the clause or schedule `owner`."""
        key = (owner, parameter)
        if key not in self._values:
            of = next(p for o in self.statements.owner(owner) for p in o.parameters if p.name == parameter)
            self._values[key] = outcomes(
                f"{owner}.{parameter}",
                self.statements.settings.get(key, []),
                lambda a, b: weaker(of, b, a),
                self.algebra,
            )
        return self._values[key]

    def provided(self, topic: str) -> B:
        """Where some clause provides `topic`."""
        providers = (self.member(c.id) for c in self.library.providers.get(topic, ()))
        return self.algebra.either(*providers, self.algebra.nowhere())

    def asking(self, asker: Asker) -> B:
        """Where `asker` asks."""
        parts = [self.where(asker.when)]
        if asker.clause:
            parts.append(self.member(asker.clause))
        if asker.position:
            parts.append(self.at(asker.clause, asker.position))
        return self.algebra.both(*parts)

    def _join(self, clause: str) -> list[Outcome[B, bool]]:
        said = self.statements.membership.get(clause, [])
        return outcomes(clause, said, lambda a, b: a and not b, self.algebra)

    def by_rule(self, clause: str, value: bool) -> B:
        """Where the rules put `clause` in (`value` true), or keep it out."""
        return self.algebra.either(
            *(o.where for o in self.joined(clause) if o.settled is not None and o.settled.value is value),
            self.algebra.nowhere(),
        )

    def _complete(self) -> None:
        """Bring in clauses until every topic asked for that can be provided is.

        `select` brings in one clause at a time, for the topic with the fewest candidates. The order matters only
        where a topic has several providers and one of these provides another topic as well: those come last.
        """
        topics = self._open_topics()
        plain = [t for t in topics if self._order_is_nothing_to(t, frozenset(topics))]
        others = [t for t in topics if t not in plain]
        while True:
            self._bring_in_in_any_order(plain)
            left = {t: self._wanting(t) for t in others}
            some = self.algebra.either(self.algebra.nowhere(), *left.values())
            if self.algebra.never(some):
                return
            self._bring_in(left)

    def _order_is_nothing_to(self, topic: str, topics: frozenset[str]) -> bool:
        """Whether the clause that comes in for `topic` is the same whatever comes in before.

        A sole provider must come in at once or later. And what provides nothing else comes in for nothing else.
        """
        providers = self.library.providers[topic]
        return len(providers) == 1 or all(topics.intersection(c.provides) == {topic} for c in providers)

    def _bring_in_in_any_order(self, topics: list[str]) -> None:
        again = bool(topics)
        while again:
            again = False
            for topic in topics:
                wanting = self._wanting(topic)
                if not self.algebra.never(wanting):
                    self._take_in(self._choose(topic, wanting))
                    again = True

    def _take_in(self, chosen: dict[str, B]) -> None:
        for clause, where in chosen.items():
            self._members[clause] = self.algebra.either(self._members[clause], where)

    def _open_topics(self) -> list[str]:
        """The topics of the cone that not every contract has: those that a clause asks for after its own, if it can be."""
        order: dict[str, None] = {}
        waiting = sorted(
            {t for c in self.clauses for t in self.library.clause_by_id[c].provides}, reverse=True
        )
        while waiting:
            topic = waiting.pop()
            if topic not in order:
                order[topic] = None
                providers = self.library.providers.get(topic, ())
                waiting += [t for c in providers if c.id in self.clauses for t in c.requires]
        return [
            t
            for t in order
            if t in self.statements.askers
            and any(c.id in self.clauses for c in self.library.providers.get(t, ()))
            and not any(c.id in self.statements.always_in for c in self.library.providers[t])
        ]

    def _wanting(self, topic: str) -> B:
        """Where `topic` is asked for, not provided, and some clause that could provide it is not kept out."""
        asked = self.algebra.either(*(self.asking(a) for a in self.statements.askers[topic]))
        could = self.algebra.either(*(self._could(c) for c in self.library.providers[topic]))
        return self.algebra.both(asked, self.algebra.outside(self.provided(topic)), could)

    def _could(self, clause: Clause) -> B:
        return self.algebra.outside(self.by_rule(clause.id, False))

    def _bring_in(self, left: dict[str, B]) -> None:
        """One clause more in every context that lacks one: for the topic with the fewest candidates, then by name."""
        algebra = self.algebra
        still = algebra.either(*left.values())
        most = max(len(self.library.providers[topic]) for topic in left)
        new: list[dict[str, B]] = []
        for number in range(1, most + 1):
            for topic, wanting in sorted(left.items()):
                here = algebra.both(wanting, still, self._with_candidates(topic, number))
                if not algebra.never(here):
                    still = algebra.both(still, algebra.outside(here))
                    new.append(self._choose(topic, here))
        for chosen in new:
            self._take_in(chosen)

    def _with_candidates(self, topic: str, number: int) -> B:
        """Where exactly `number` providers of `topic` are not kept out."""
        algebra = self.algebra
        counts = [algebra.everywhere()]
        for clause in self.library.providers[topic]:
            could = self._could(clause)
            cannot = algebra.outside(could)
            counts = [
                algebra.either(
                    algebra.both(counts[n], cannot) if n < len(counts) else algebra.nowhere(),
                    algebra.both(counts[n - 1], could) if n else algebra.nowhere(),
                )
                for n in range(len(counts) + 1)
            ]
        return counts[number] if number < len(counts) else algebra.nowhere()

    def _choose(self, topic: str, here: B) -> dict[str, B]:
        """The candidate whose tags fit and which stands first in print; if none fits, the first."""
        algebra = self.algebra
        providers = sorted(self.library.providers[topic], key=lambda c: self.library.print_order[c.id])
        found: dict[str, B] = {}
        for fitting in (True, False) if len(providers) > 1 else (False,):
            for clause in providers:
                could = algebra.both(here, self._could(clause))
                chosen = algebra.both(could, self.where(tags_of(clause))) if fitting else could
                found[clause.id] = algebra.either(found.get(clause.id, algebra.nowhere()), chosen)
                here = algebra.both(here, algebra.outside(chosen))
        return found
