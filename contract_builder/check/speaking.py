"""When rules speak, and what they bring into a contract, as conditions that can be reasoned about."""

from collections.abc import Iterator

from contract_builder.check.implication import counterexample
from contract_builder.check.scope import Scope
from contract_builder.model.clause import Clause
from contract_builder.model.condition import All, AnyOf, Condition, Facts, Not
from contract_builder.model.playbook import LAYERS, Playbook, Rule
from contract_builder.select.gather import conditions_of
from contract_builder.select.query import NEVER, reach


def spoken_rules(scope: Scope) -> tuple[tuple[Playbook, Rule, Condition], ...]:
    """Every rule, the playbook that it stands in, and when it speaks: where both its playbook and itself apply."""

    def make() -> tuple[tuple[Playbook, Rule, Condition], ...]:
        playbooks = scope.playbooks.playbooks
        applies = conditions_of(playbooks)
        return tuple((p, rule, All((applies[p.id], rule.when))) for p in playbooks for rule in p.rules)

    return scope.kept("when rules speak", make)


def layer(playbook: Playbook) -> int:
    """The place of its kind among the layers: a larger one is nearer."""
    return LAYERS.index(playbook.kind)


def included(scope: Scope, clause: Clause) -> Iterator[Condition]:
    """When each rule includes `clause`, and no rule of its own or a nearer layer excludes it."""
    for playbook, rule, speaks in spoken_rules(scope):
        way = reach(rule.include, clause) if rule.include else NEVER
        if way != NEVER:
            yield All((speaks, way, *(Not(out) for out in _excluded(scope, clause, layer(playbook)))))


def offered(scope: Scope, clause: Clause) -> Iterator[Condition]:
    """When each rule offers `clause`."""
    for _, rule, speaks in spoken_rules(scope):
        way = reach(rule.offer, clause) if rule.offer else NEVER
        if way != NEVER:
            yield All((speaks, way))


def _excluded(scope: Scope, clause: Clause, from_layer: int) -> Iterator[Condition]:
    for playbook, rule, speaks in spoken_rules(scope):
        way = reach(rule.exclude, clause) if rule.exclude else NEVER
        if way != NEVER and layer(playbook) >= from_layer:
            yield All((speaks, way))


def possible(scope: Scope, *conditions: Condition) -> bool:
    """Whether there are facts under which all `conditions` hold."""
    return counterexample((), Not(All(conditions)), scope.facts, scope.fact_values) is not None


def uncovered(scope: Scope, when: Condition, ways: list[Condition]) -> Facts | None:
    """Facts under which `when` holds and none of `ways` does; none if one of them always holds there."""
    found: Facts | None = {}
    for way in ways:
        found = counterexample((when,), way, scope.facts, scope.fact_values)
        if found is None:
            return None
    if len(ways) > 1:
        found = counterexample((when,), AnyOf(tuple(ways)), scope.facts, scope.fact_values)
    return found
