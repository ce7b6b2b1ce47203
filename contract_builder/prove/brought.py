"""How schedules and definitions come into a contract: from the text of a clause, by references and terms, under conditions."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple, TypeVar

from contract_builder.assemble.assemble import ALWAYS_USED
from contract_builder.assemble.parts import phrases, terms_in
from contract_builder.check.texts import Part, Written
from contract_builder.model.base import Frozen
from contract_builder.model.body import Link, Slot
from contract_builder.model.clause import Definition, Value
from contract_builder.model.condition import ALWAYS, Condition, Test, tests_of
from contract_builder.model.words import singular
from contract_builder.prove.claim import Matter
from contract_builder.prove.lifted import Lifted

B = TypeVar("B")
Key = tuple[str, str]
"""The kind of a schedule or definition, and its id."""


class Edge(NamedTuple):
    """A text brings another in, where the conditions hold."""

    to: Key
    conditions: tuple[Condition, ...]


class Root(NamedTuple):
    """Where a contract's texts start: the text of a clause, or the words around the clauses if there is none."""

    text: Written | None

    @property
    def clause(self) -> str:
        """The clause; empty for the words around the clauses."""
        return self.text.owner.id if self.text else ""


class Brought(Frozen, frozen=True, dict=True):
    """Which texts bring in which."""

    matter: Matter

    @cached_property
    def roots(self) -> tuple[Root, ...]:
        """The words around the clauses, and each position of each clause."""
        return (Root(None), *(Root(text) for text in self.matter.positions.values()))

    @cached_property
    def roots_of(self) -> dict[Key, tuple[Root, ...]]:
        """The roots from which each schedule and definition may come in."""
        found: dict[Key, list[Root]] = {}
        for root in self.roots:
            for key in self._reached(root):
                found.setdefault(key, []).append(root)
        return {key: tuple(roots) for key, roots in found.items()}

    def tests(self, root: Root) -> frozenset[Test]:
        """The tests on which it hangs what `root` brings in."""
        edges = [*self._first(root), *(e for key in self._reached(root) for e in self._edges(key))]
        return frozenset(t for e in edges for c in e.conditions for t in tests_of(c))

    def where(self, lifted: Lifted[B], root: Root, key: Key) -> B:
        """Where `root`, if it is in, brings in `key`."""
        algebra = lifted.algebra
        found: dict[Key, B] = {}
        waiting = [(edge.to, lifted.where(*edge.conditions)) for edge in self._first(root)]
        while waiting:
            to, where = waiting.pop()
            before = found.get(to, algebra.nowhere())
            if algebra.never(algebra.both(where, algebra.outside(before))):
                continue
            found[to] = algebra.either(before, where)
            waiting += [(e.to, algebra.both(where, lifted.where(*e.conditions))) for e in self._edges(to)]
        return found.get(key, algebra.nowhere())

    def _reached(self, root: Root) -> frozenset[Key]:
        seen: set[Key] = set()
        waiting = [edge.to for edge in self._first(root)]
        while waiting:
            key = waiting.pop()
            if key not in seen:
                seen.add(key)
                waiting += [edge.to for edge in self._edges(key)]
        return frozenset(seen)

    def _first(self, root: Root) -> tuple[Edge, ...]:
        if root.text is None:
            return tuple(Edge(("definition", d.id), ()) for words in ALWAYS_USED for d in self._terms(words))
        return self._by_text[(root.text.kind, f"{root.text.owner.id}:{root.text.position}")]

    def _edges(self, key: Key) -> tuple[Edge, ...]:
        return self._by_text[key]

    @cached_property
    def _by_text(self) -> dict[Key, tuple[Edge, ...]]:
        found: dict[Key, tuple[Edge, ...]] = {}
        for text in self.matter.texts:
            name = f"{text.owner.id}:{text.position}" if text.kind == "clause" else text.owner.id
            found[text.kind, name] = tuple(dict.fromkeys(self._from(text)))
        return found

    def _from(self, text: Written) -> Iterator[Edge]:
        for part in text.parts:
            conditions = tuple(c for c in part.conditions if c != ALWAYS)
            for key in self._used(text, part):
                yield Edge(key, conditions)

    def _used(self, text: Written, part: Part) -> Iterator[Key]:
        """What `part` cites and which terms it uses; of values, all that some rule or the default may give."""
        words = list(part.terms)
        for sequence in part.sequences:
            for inline in sequence:
                if isinstance(inline, Slot):
                    words += self._values(text, inline)
                elif isinstance(inline, Link) and inline.alternative:
                    words += phrases(inline.alternative)
                elif isinstance(inline, Link) and self._is_schedule(inline):
                    yield "schedule", inline.target
        for run in words:
            for definition in self._terms(run):
                yield "definition", definition.id

    def _is_schedule(self, link: Link) -> bool:
        return link.kind == "schedule" and link.target in self.matter.library.schedule_by_id

    def _terms(self, words: str) -> list[Definition]:
        return terms_in(words, self.matter.library.term_index)

    def _values(self, text: Written, slot: Slot) -> Iterator[str]:
        parameter = next((p for p in text.parameters if p.name == slot.name), None)
        if parameter is None:
            return
        if slot.filter == "unit":
            yield from (parameter.unit, singular(parameter.unit))
        values: list[Value] = [parameter.default, *parameter.default_in.values()]
        values += [
            s.statement.value
            for s in self.matter.statements.settings.get((text.owner.id, parameter.name), ())
        ]
        for value in values:
            if isinstance(value, str):
                yield from phrases(value)
