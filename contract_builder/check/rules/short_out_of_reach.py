"""The rule `short-out-of-reach`."""

from collections.abc import Iterator

from contract_builder.check.mentions import required_topics
from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.check.speaking import included, offered, possible, spoken_rules
from contract_builder.model.clause import SHORT, Clause
from contract_builder.model.condition import ALWAYS
from contract_builder.model.diagnostic import Diagnostic, Level
from contract_builder.select.positions import EVERY_CLAUSE

RULE = "short-out-of-reach"
LEVEL: Level = "warning"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A clause that applies from tier 2, 3 or 4 has a short position that no playbook ever takes.

    The short form belongs to small purchases. Where the clause is not in any of these, lawyers keep up a text
    that reaches nobody, or the tier of the clause is wrong. A clause passes that a small purchase may take from
    the offer, or that another clause or a rule brings in by its topic.
    """
    asked = {mention.name for mention in required_topics(scope)}
    for clause in scope.library.clauses:
        position = clause.position(SHORT)
        if position and clause.risk.from_tier > 1 and not _reached(scope, clause, asked):
            yield Diagnostic(
                RULE,
                at(clause.file, position.line),
                f"No contract takes the position `short` of `{clause.id}`, which applies from "
                f"tier {clause.risk.from_tier}.",
                "Lower `from_tier`, offer the clause below its tier (`offer: {that_apply: true, any_tier: true}`), "
                "or take `## Position: short` out.",
                LEVEL,
            )


def _reached(scope: Scope, clause: Clause, asked: set[str]) -> bool:
    ways_in = [*included(scope, clause), *offered(scope, clause)]
    if asked.intersection(clause.provides):
        ways_in.append(ALWAYS)
    shortened = [
        speaks
        for _, rule, speaks in spoken_rules(scope)
        if SHORT in (rule.position.get(clause.id), rule.position.get(EVERY_CLAUSE))
    ]
    return any(possible(scope, speaks, way) for speaks in shortened for way in ways_in)
