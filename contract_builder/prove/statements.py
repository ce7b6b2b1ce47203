"""What the rules say of each subject: collected once, whatever the facts."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple, TypeVar

from contract_builder.model.base import Frozen
from contract_builder.model.clause import Clause, Value
from contract_builder.model.condition import ALWAYS, All, Condition, Test, tests_of
from contract_builder.model.playbook import Rule
from contract_builder.prove.settled import Said, Speaker, said, speakers
from contract_builder.prove.space import World
from contract_builder.select.bounds import bounds_problem
from contract_builder.select.positions import EVERY_CLAUSE
from contract_builder.select.query import NEVER, reach, tags_of
from contract_builder.select.values import Owner, owners_of

T = TypeVar("T")
Subject = tuple[str, str]
"""A clause or schedule, and one of its parameters."""


class Asker(NamedTuple):
    """Somebody who asks for a topic, and when: a rule, or a clause that is in."""

    who: str
    topic: str
    when: Condition
    file: str
    line: int
    clause: str = ""
    position: str = ""


class Statements(Frozen, frozen=True, dict=True):
    """What all rules say, by subject, in the order in which `select` hears them."""

    world: World

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """Every playbook, farthest first."""
        return speakers(self.world.playbooks.playbooks)

    @cached_property
    def rules(self) -> tuple[tuple[Speaker, Rule], ...]:
        """Every rule, with who speaks it."""
        return tuple((s, rule) for s in self.speakers for rule in s.voice.playbook.rules)

    @cached_property
    def membership(self) -> dict[str, list[Said[bool]]]:
        """In or out, by clause."""
        found: dict[str, list[tuple[Speaker, Rule, bool, Condition]]] = {}
        for speaker, rule in self.rules:
            for query, value in ((rule.include, True), (rule.exclude, False)):
                for clause in self.world.library.clauses if query else ():
                    if query and (condition := reach(query, clause)) != NEVER:
                        found.setdefault(clause.id, []).append((speaker, rule, value, _simple(condition)))
        return {
            clause: [said(s, r, v, c, only=_times(s, spoken) == 1) for s, r, v, c in spoken]
            for clause, spoken in found.items()
        }

    @cached_property
    def offers(self) -> dict[str, list[Condition]]:
        """When each clause is offered."""
        found: dict[str, list[Condition]] = {}
        for speaker, rule in self.rules:
            for clause in self.world.library.clauses if rule.offer else ():
                if rule.offer and (condition := reach(rule.offer, clause)) != NEVER:
                    found.setdefault(clause.id, []).append(All((speaker.when, rule.when, condition)))
        return found

    def takes_of(self, clause: str) -> tuple[str, ...]:
        """What the procurer may do about `clause`: leave it to the rules (""), or take it, if it may be on offer."""
        return ("", clause) if clause in self.offers and clause not in self.always_in else ("",)

    @cached_property
    def positions(self) -> dict[str, list[Said[str]]]:
        """The position, by clause; positions that a clause does not have are passed over, as `select` does."""
        found: dict[str, list[Said[str]]] = {}
        placing = [(s, r) for s, r in self.rules if r.position]
        for clause in self.world.library.clauses:
            spoken = [
                (speaker, rule, rule.position[subject], subject != EVERY_CLAUSE)
                for speaker, rule in placing
                for subject in (EVERY_CLAUSE, clause.id)
                if subject in rule.position and clause.position(rule.position[subject])
            ]
            found[clause.id] = [
                said(s, r, value, ALWAYS, by_name, _times(s, spoken) == 1) for s, r, value, by_name in spoken
            ]
        return found

    @cached_property
    def settings(self) -> dict[Subject, list[Said[Value]]]:
        """The value of each parameter that some rule sets; values out of bounds are passed over."""
        found: dict[Subject, list[tuple[Speaker, Rule, Value]]] = {}
        for speaker, rule in self.rules:
            for setting in rule.settings:
                for owner in owners_of(setting.clause, self.world.library):
                    parameter = next((p for p in owner.parameters if p.name == setting.parameter), None)
                    if parameter and not bounds_problem(parameter, setting.value):
                        found.setdefault((owner.id, parameter.name), []).append(
                            (speaker, rule, setting.value)
                        )
        return {
            subject: [said(s, r, v, only=_times(s, spoken) == 1) for s, r, v in spoken]
            for subject, spoken in found.items()
        }

    @cached_property
    def always_in(self) -> frozenset[str]:
        """Clauses that are in every contract by an include with no condition, and that no rule excludes."""
        return frozenset(
            clause
            for clause, spoken in self.membership.items()
            if all(one.statement.value for one in spoken) and any(_is_always(one.when) for one in spoken)
        )

    @cached_property
    def askers(self) -> dict[str, list[Asker]]:
        """Who asks for each topic."""
        found: dict[str, list[Asker]] = {}
        for asker in (*self._rules_asking(), *self._clauses_asking()):
            found.setdefault(asker.topic, []).append(asker)
        return found

    def _rules_asking(self) -> Iterator[Asker]:
        for speaker, rule in self.rules:
            for topic in rule.require:
                who = f"rule {rule.playbook}/{rule.id}"
                yield Asker(who, topic, All((speaker.when, rule.when)), rule.file, rule.line)

    def _clauses_asking(self) -> Iterator[Asker]:
        for clause in self.world.library.clauses:
            line = clause.lines.get("requires", 1)
            for topic in clause.requires:
                yield Asker(clause.id, topic, ALWAYS, clause.file, line, clause.id)
            for position in clause.positions:
                for topic in position.requires:
                    who = f"the {position.name} position of {clause.id}"
                    line = clause.lines.get(f"positions.{position.name}", position.line)
                    yield Asker(who, topic, ALWAYS, clause.file, line, clause.id, position.name)

    def owner(self, name: str) -> tuple[Owner, ...]:
        """The clause and the schedule called `name`."""
        return owners_of(name, self.world.library)

    def tests_of_clause(self, clause: Clause) -> Iterator[Test]:
        """What bears on whether `clause` is in by rule, where it stands, and whether its tags fit."""
        for one in self.membership.get(clause.id, ()):
            yield from tests_of(one.when)
        for placed in self.positions[clause.id]:
            yield from tests_of(placed.when)
        yield from tests_of(tags_of(clause))


def _times(
    speaker: Speaker,
    spoken: "list[tuple[Speaker, Rule, T]] | list[tuple[Speaker, Rule, T, Condition]] | list[tuple[Speaker, Rule, T, bool]]",
) -> int:
    return sum(1 for one in spoken if one[0] is speaker)


def _simple(condition: Condition) -> Condition:
    """`condition` without tests that every context passes."""
    if isinstance(condition, All):
        parts = tuple(p for p in condition.parts if p != Test("tier", "at-least", 1))
        return parts[0] if len(parts) == 1 else All(parts)
    return condition


def _is_always(condition: Condition) -> bool:
    return isinstance(condition, All) and all(_is_always(part) for part in condition.parts)
