"""Where the text of a contract hangs on facts: rules, tags of clauses, and conditions of paragraphs."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias, cast, get_args

from contract_builder.model.base import Frozen
from contract_builder.model.body import Block, Body, Item, Table
from contract_builder.model.clause import PREFERRED, Clause
from contract_builder.model.condition import ALWAYS, All, Condition, Test, tests_of
from contract_builder.model.library import Library
from contract_builder.model.playbook import Playbooks, Rule
from contract_builder.select.gather import conditions_of
from contract_builder.select.positions import EVERY_CLAUSE
from contract_builder.select.query import NEVER, reach

Key: TypeAlias = tuple[str, str]
"""The kind of a text, and the id of its clause, schedule or definition."""


How: TypeAlias = Literal["include", "exclude", "position", "value", "require", "offer", "paragraph"]
"""What hangs on facts at a site: whether a rule has a text in or out, at which position, with which value;
what it asks for or offers; or a paragraph with a condition."""
INCLUDES, EXCLUDES, POSITION, VALUE, ASKS, OFFERS, PRINTS = cast(
    "tuple[How, How, How, How, How, How, How]", get_args(How)
)
SAYS = (INCLUDES, EXCLUDES, POSITION, VALUE)
"""What the rules about a text alone can tell."""


class Site(NamedTuple):
    """One place where text hangs on facts."""

    guard: Condition
    """What must hold for it to act."""
    text: Key
    """What it acts on."""
    how: How
    position: str = ""
    """Where it is a paragraph of a clause: the position that it stands in."""
    parameter: str = ""
    """Where a rule sets a value: its name."""


class Sites(Frozen, frozen=True, dict=True):
    """The sites of one library with its playbooks."""

    library: Library
    playbooks: Playbooks

    @cached_property
    def by_rule(self) -> dict[tuple[str, str], tuple[Site, ...]]:
        """The sites of each rule, by playbook and rule: one for each text that it speaks of."""
        applies = conditions_of(self.playbooks.playbooks)
        return {
            (playbook.id, rule.id): tuple(
                dict.fromkeys(
                    Site(joined(applies[playbook.id], rule.when, more), text, how, parameter=parameter)
                    for text, more, how, parameter in self._reached(rule)
                )
            )
            for playbook in self.playbooks.playbooks
            for rule in playbook.rules
        }

    def _reached(self, rule: Rule) -> Iterator[tuple[Key, Condition, How, str]]:
        """The texts that `rule` speaks of, each with what must hold beside the rule's own condition, and what it sets."""
        library = self.library
        for query, how in ((rule.include, INCLUDES), (rule.exclude, EXCLUDES), (rule.offer, OFFERS)):
            for clause in library.clauses if query else ():
                if query and (condition := reach(query, clause)) != NEVER:
                    yield ("clause", clause.id), condition, how, ""
        for name, position in rule.position.items():
            for clause in library.clauses:
                if name in (clause.id, EVERY_CLAUSE) and clause.position(position):
                    yield ("clause", clause.id), ALWAYS, POSITION, ""
        for topic in rule.require:
            for clause in library.providers.get(topic, ()):
                yield ("clause", clause.id), ALWAYS, ASKS, ""
        for setting in rule.settings:
            if setting.clause in library.clause_by_id:
                yield ("clause", setting.clause), ALWAYS, VALUE, setting.parameter
            if setting.clause in library.schedule_by_id:
                yield ("schedule", setting.clause), ALWAYS, VALUE, setting.parameter

    @cached_property
    def paragraphs(self) -> tuple[Site, ...]:
        """The paragraphs that print under a condition."""
        found = [
            Site(condition, (kind, id_), PRINTS, position)
            for (kind, id_, position), body in self.bodies.items()
            for condition in conditions_in(body)
        ]
        return tuple(dict.fromkeys(found))

    @cached_property
    def bodies(self) -> dict[tuple[str, str, str], Body]:
        """Every text, by kind, id and position."""
        library = self.library
        return {
            **{("clause", c.id, p.name): p.body for c in library.clauses for p in c.positions},
            **{("schedule", s.id, ""): s.body for s in library.schedules},
            **{("definition", d.id, ""): d.body for d in library.definitions},
        }

    @cached_property
    def _named_positions(self) -> frozenset[tuple[str, str]]:
        rules = [rule for playbook in self.playbooks.playbooks for rule in playbook.rules]
        return frozenset(pair for rule in rules for pair in rule.position.items())

    def can_stand(self, site: Site) -> bool:
        """Whether a playbook can choose the position that `site` stands in; else only a departure can."""
        named = self._named_positions
        return site.position in ("", PREFERRED) or not named.isdisjoint(
            ((site.text[1], site.position), (EVERY_CLAUSE, site.position))
        )

    @cached_property
    def all(self) -> tuple[Site, ...]:
        """Every site at which words hang on some fact."""
        found = [site for sites in self.by_rule.values() for site in sites] + [*self.paragraphs]
        return tuple(dict.fromkeys(site for site in found if site.guard != ALWAYS and site.how != OFFERS))

    @cached_property
    def tests(self) -> dict[Key, tuple[Test, ...]]:
        """The tests on which each text may hang: those of its sites, and for a clause of those that ask for it."""
        own: dict[Key, dict[Test, None]] = {}
        for site in self.all:
            own.setdefault(site.text, {}).update(dict.fromkeys(tests_of(site.guard)))
        askers = {topic: [*_asking(topic, self.library.clauses)] for topic in self.library.providers}
        found: dict[Key, tuple[Test, ...]] = {}
        for key in own.keys() | {("clause", c.id) for c in self.library.clauses}:
            tests = dict(own.get(key, {}))
            clause = self.library.clause_by_id.get(key[1]) if key[0] == "clause" else None
            for topic in clause.provides if clause else ():
                for asker in askers[topic]:
                    tests.update(own.get(("clause", asker), {}))
            found[key] = tuple(tests)
        return found

    @cached_property
    def named(self) -> tuple[Test, ...]:
        """Every test on which words may hang."""
        return tuple(dict.fromkeys(test for site in self.all for test in tests_of(site.guard)))


def _asking(topic: str, clauses: Iterable[Clause]) -> Iterator[str]:
    for clause in clauses:
        if topic in clause.requires or any(topic in p.requires for p in clause.positions):
            yield clause.id


def joined(*conditions: Condition) -> Condition:
    """All of `conditions`, flat."""
    parts: list[Condition] = []
    for condition in conditions:
        parts += condition.parts if isinstance(condition, All) else [condition]
    parts = [*dict.fromkeys(parts)]
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def conditions_in(body: Body) -> Iterator[Condition]:
    """The condition under which each paragraph and row of `body` prints, where it has one of its own."""
    for block in body:
        yield from _conditions(block, ALWAYS)


def _conditions(block: Block, above: Condition) -> Iterator[Condition]:
    if isinstance(block, Table):
        yield from (row.condition for row in block.rows if row.condition is not None)
        return
    here = joined(above, block.condition) if block.condition is not None else above
    if block.condition is not None:
        yield here
    if isinstance(block, Item):
        for item in block.items:
            yield from _conditions(item, here)
