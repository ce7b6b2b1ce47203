"""The rule `unknown-fact-value`."""

from collections.abc import Iterator

from contract_builder.check.implication import HIGHEST_TIER, LOWEST_TIER
from contract_builder.check.mentions import facts_tested, values_of
from contract_builder.check.places import FACTS, at, unknown
from contract_builder.check.scope import Scope
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "unknown-fact-value"
LEVEL: Level = "error"
TIERS = tuple(str(tier) for tier in range(LOWEST_TIER, HIGHEST_TIER + 1))


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A condition, or facts.yaml itself, gives a fact a value that it can never have.

    The values of `ai_types` and `service_area` stand in taxonomy.yaml; a tier is 1 to 4.
    """
    values = {**scope.fact_values, "tier": TIERS}
    for test, place, _ in facts_tested(scope):
        if test.fact in scope.facts and test.fact in values:
            number = scope.facts[test.fact].type == "number"
            wanted = [
                v for v in values_of(test) if not (number and isinstance(v, str))
            ]  # that is for unfit-operator
            for value in wanted:
                yield from unknown(
                    RULE, str(value), values[test.fact], f"value of `{test.fact}` called", place
                )
    for fact in scope.playbooks.facts:
        given = [v for v in (*fact.answers.values(), fact.if_unknown) if v != ""]
        for value in given if fact.id in values else ():
            known = values[fact.id]
            yield from unknown(RULE, str(value), known, f"value of `{fact.id}` called", at(FACTS, fact.line))
