"""What is in a contract together: which clauses bring a text in, and what a clause brings with it."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from contract_builder.assemble.assemble import ALWAYS_USED
from contract_builder.assemble.parts import terms_in
from contract_builder.check.texts import Written
from contract_builder.model.base import Frozen
from contract_builder.model.clause import Clause
from contract_builder.model.condition import ALWAYS
from contract_builder.model.library import Library
from contract_builder.model.playbook import Playbooks

Key = tuple[str, str]
"""The kind of a text, and the id of its clause, schedule or definition."""


class Company(Frozen, frozen=True):
    """What is certainly in a contract."""

    clauses: frozenset[str]
    topics: frozenset[str]
    """Topics that something requires; some clause for each of them is in."""


class Presence(Frozen, frozen=True, dict=True):
    """How texts come into contracts."""

    library: Library
    playbooks: Playbooks
    texts: tuple[Written, ...]

    @cached_property
    def uses(self) -> dict[Key, frozenset[Key]]:
        """The definitions that each text uses and the schedules that it cites."""
        found: dict[Key, frozenset[Key]] = {}
        for text in self.texts:
            key = (text.kind, text.owner.id)
            cited = {("schedule", link.target) for link, _ in text.links() if link.kind == "schedule"}
            found[key] = (
                found.get(key, frozenset()) | cited | {("definition", d) for d in self.defined_in(text)}
            )
        return found

    def defined_in(self, text: Written) -> frozenset[str]:
        """The ids of the definitions whose terms `text` uses."""
        return frozenset(self._definitions(run for part in text.parts for run in part.terms))

    def _definitions(self, runs: Iterable[str]) -> Iterator[str]:
        for run in runs:
            for definition in terms_in(run, self.library.term_index):
                yield definition.id

    @cached_property
    def standing(self) -> frozenset[Key]:
        """What is in every contract, because the words around the clauses use it."""
        return self._reached([("definition", d) for d in self._definitions(ALWAYS_USED)])

    @cached_property
    def used(self) -> frozenset[Key]:
        """What some clause, some schedule or the words around the clauses use, directly or not."""
        return self.standing | self._reached([key for key in self.uses if key[0] != "definition"])

    def bringing(self, key: Key) -> tuple[Clause, ...]:
        """The clauses that bring in the text with `key`, by its terms and references or theirs."""
        return self._brought_by.get(key, ())

    @cached_property
    def _brought_by(self) -> dict[Key, tuple[Clause, ...]]:
        found: dict[Key, list[Clause]] = {}
        for clause in self.library.clauses:
            for key in self._reached([("clause", clause.id)]):
                found.setdefault(key, []).append(clause)
        return {key: tuple(clauses) for key, clauses in found.items()}

    def _reached(self, start: list[Key]) -> frozenset[Key]:
        seen: set[Key] = set()
        waiting = list(start)
        while waiting:
            key = waiting.pop()
            if key not in seen:
                seen.add(key)
                waiting.extend(self.uses.get(key, ()))
        return frozenset(seen)

    @cached_property
    def always(self) -> Company:
        """What every contract has by the base playbook: clauses that it names, and topics that it requires."""
        rules = [r for p in self.playbooks.playbooks if p.kind == "base" for r in p.rules if r.when == ALWAYS]
        clauses = {c for rule in rules if rule.include for c in rule.include.clauses}
        return self._with(clauses, {topic for rule in rules for topic in rule.require})

    def company(self, clause: Clause | None, topics: tuple[str, ...] = ()) -> Company:
        """What is in a contract that has `clause` (any contract, if none), and needs `topics` besides."""
        clauses = self.always.clauses | ({clause.id} if clause else set())
        return self._with(set(clauses), {*self.always.topics, *topics})

    def _with(self, clauses: set[str], topics: set[str]) -> Company:
        """`clauses` and `topics`, with what they require in turn."""
        size = -1
        while size != len(clauses) + len(topics):
            size = len(clauses) + len(topics)
            for clause_id in clauses:
                if clause := self.library.clause_by_id.get(clause_id):
                    topics.update(clause.requires)
            alone = [p[0].id for t in topics if len(p := self.library.providers.get(t, ())) == 1]
            clauses.update(alone)
        return Company(frozenset(clauses), frozenset(topics))
