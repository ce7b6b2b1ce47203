"""Proves the properties of every contract that a library and its playbooks can make."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from contract_builder.errors import InternalError
from contract_builder.model.condition import Facts, Test, tests_of
from contract_builder.model.library import Library
from contract_builder.model.playbook import Playbooks
from contract_builder.model.proof import MEANS, SOMEWHERE, Counterexample, Covered, Method, Proof, Property
from contract_builder.model.triage import TriageTable
from contract_builder.prove.brief import as_yaml, brief_for
from contract_builder.prove.claim import Claim, Matter, Structure
from contract_builder.prove.confirm import shown
from contract_builder.prove.lifted import Lifted, cone, cone_of_topic, tests_in
from contract_builder.prove.properties import (
    conflicts,
    constraints,
    reach,
    references,
    requirements,
    tiers,
    words,
)
from contract_builder.prove.size import size_of
from contract_builder.prove.solver import Solver
from contract_builder.prove.space import Dimension, Space, World, space_of
from contract_builder.prove.table import Table

LIMIT = 1_000_000
"""The most contexts that are tried one by one; a larger space goes to the solver."""
Dimensions: TypeAlias = tuple[Dimension, ...]
Properties: TypeAlias = tuple[Callable[[Matter], Iterator[Claim | Structure]], ...]
PROPERTIES: Properties = tuple(
    module.claims for module in (references, words, conflicts, requirements, constraints, tiers, reach)
)


class _Tried:
    """A claim, and the facts of the plainest context in which it fails."""

    def __init__(self, claim: Claim, method: Method, size: int, broken: bool, facts: Facts | None) -> None:
        self.claim, self.method, self.size = claim, method, size
        self.broken, self.facts = broken, facts


class _Question(NamedTuple):
    """A claim, the clauses on which it hangs, and the space in which it can be told."""

    claim: Claim
    clauses: frozenset[str]
    tests: frozenset[Test]
    space: Space


class _Prover:
    """Tries claims, and keeps what claims with the same clauses and space share."""

    def __init__(self, matter: Matter, claims: list[Claim]) -> None:
        self.matter = matter
        self._tests: dict[frozenset[str], frozenset[Test]] = {}
        self.questions = [self._question(claim) for claim in claims]
        self._lifted: dict[tuple[frozenset[str], Dimensions, str], Lifted[int]] = {}
        self._tables: dict[Dimensions, Table] = {}
        self._everything: dict[str, Lifted[Any]] = {}

    def _question(self, claim: Claim) -> _Question:
        statements = self.matter.statements
        clauses = cone(statements, claim.clauses)
        for topic in claim.topics:
            clauses |= cone_of_topic(statements, topic)
        if clauses not in self._tests:
            self._tests[clauses] = tests_in(statements, clauses)
        tests = {*claim.tests, *self._tests[clauses]}
        tests |= {t for offer in statements.offers.get(claim.taken, ()) for t in tests_of(offer)}
        # Clauses that are in every contract are not in the cone, but their position may matter.
        tests |= {t for c in claim.clauses for p in statements.positions.get(c, ()) for t in tests_of(p.when)}
        tests |= {
            t for topic in claim.topics for a in statements.askers.get(topic, ()) for t in tests_of(a.when)
        }
        return _Question(claim, clauses, frozenset(tests), space_of(self.matter.world, tests))

    def by_enumeration(self, question: _Question) -> _Tried:
        """Whether the claim holds: every context of its own space is tried."""
        dimensions = question.space.dimensions
        if dimensions not in self._tables:
            self._tables[dimensions] = Table(question.space)
        taken = question.claim.taken
        key = (question.clauses, dimensions, taken)
        if key not in self._lifted:
            table = self._tables[dimensions]
            self._lifted[key] = Lifted(self.matter.statements, table, question.clauses, taken)
        return _outcome(question, self._lifted[key], "enumeration")

    def by_solver(self, question: _Question) -> _Tried:
        """Whether the claim holds: one space for all claims, so that the selection is worked out once."""
        taken = question.claim.taken
        if taken not in self._everything:
            clauses = frozenset(c for q in self.questions for c in q.clauses)
            self._everything[taken] = Lifted(self.matter.statements, self._solver, clauses, taken)
        return _outcome(question, self._everything[taken], "solver")

    @cached_property
    def tests(self) -> frozenset[Test]:
        """All that any claim hangs on."""
        return frozenset(t for question in self.questions for t in question.tests)

    @cached_property
    def _solver(self) -> Solver:
        return Solver(space_of(self.matter.world, self.tests))


def _outcome(question: _Question, lifted: Lifted[Any], method: Method) -> _Tried:
    where = question.claim.contexts(lifted)
    size, algebra = question.space.size, lifted.algebra
    if question.claim.property in SOMEWHERE:
        return _Tried(question.claim, method, size, algebra.never(where), None)
    facts = algebra.smallest(where)
    return _Tried(question.claim, method, size, facts is not None, facts)


def prove(
    library: Library,
    playbooks: Playbooks,
    triage: TriageTable,
    overlay: str = "",
    limit: int = LIMIT,
    cross_check: bool = False,
    properties: Properties = PROPERTIES,
) -> Proof:
    """Whether every contract that `library` and `playbooks` can make has the properties of `MEANS`.

    A space of more than `limit` contexts goes to the solver; `cross_check` tries all others by both methods,
    and raises InternalError where they differ. Reads no file. Raises UsageError if the solver is needed and
    not installed.
    """
    matter = Matter(World(library, playbooks, triage))
    structure: dict[Property, int] = dict.fromkeys(MEANS, 0)
    claims: list[Claim] = []
    for claim in (one for make in properties for one in make(matter)):
        if isinstance(claim, Structure):
            structure[claim.property] += claim.number
        else:
            claims.append(claim)
    prover = _Prover(matter, claims)
    tried: list[_Tried] = []
    checked = 0
    for question in prover.questions:
        if question.space.size > limit:
            tried.append(prover.by_solver(question))
            continue
        tried.append(prover.by_enumeration(question))
        if cross_check:
            _same(tried[-1], prover.by_solver(question))
            checked += 1
    found = [_counterexample(matter.world, one) for one in tried if one.broken]
    return Proof(
        size_of(matter.world, prover.tests),
        tuple(_covered(name, structure[name], tried) for name in MEANS),
        _plainest_first(found),
        overlay,
        checked,
    )


def _same(one: _Tried, other: _Tried) -> None:
    if one.broken != other.broken:
        raise InternalError(f"{one.method} and {other.method} differ on {one.claim.subject}")


def _covered(name: Property, by_structure: int, tried: list[_Tried]) -> Covered:
    own = [one for one in tried if one.claim.property == name]
    return Covered(
        name,
        MEANS[name],
        by_structure,
        sum(one.method == "enumeration" for one in own),
        sum(one.method == "solver" for one in own),
        max((one.size for one in own), default=0),
        sum(one.broken for one in own),
    )


def _counterexample(world: World, tried: _Tried) -> Counterexample:
    claim = tried.claim
    if tried.facts is None:
        return Counterexample(
            claim.property, claim.place, claim.message, claim.hint, {}, tried.method, reproduced=True
        )
    plain = {k: tuple(sorted(v)) if isinstance(v, frozenset) else v for k, v in tried.facts.items()}
    brief = brief_for(world, tried.facts, claim.subject, claim.taken)
    if brief is None:
        return Counterexample(claim.property, claim.place, claim.message, claim.hint, plain, tried.method)
    reproduced, words_, where = shown(world, claim, brief)
    place = where or claim.place
    comments = (claim.message, f"{claim.property}, {place}", *words_)
    return Counterexample(
        claim.property, place, claim.message, claim.hint, plain, tried.method, words_, reproduced,
        as_yaml(brief, comments),
    )  # fmt: skip


def _plainest_first(found: list[Counterexample]) -> tuple[Counterexample, ...]:
    """Each place and message once: the same reference may come in by many clauses."""

    def plainness(one: Counterexample) -> tuple[int, int, str, int]:
        types = one.facts.get("ai_types", ())
        return (len(types) if isinstance(types, tuple) else 0, len(one.facts), one.place.file, one.place.line)

    first: dict[tuple[str, str, int, str], Counterexample] = {}
    for one in sorted(found, key=plainness):
        first.setdefault((one.property, one.place.file, one.place.line, one.message), one)
    return tuple(first.values())
