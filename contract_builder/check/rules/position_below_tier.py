"""The rule `position-below-tier`."""

from collections.abc import Iterator

from contract_builder.check.implication import counterexample
from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.check.speaking import layer, spoken_rules
from contract_builder.check.standing import case_words
from contract_builder.model.clause import PREFERRED, Clause
from contract_builder.model.condition import Condition, Facts, Not, Test
from contract_builder.model.diagnostic import Diagnostic, Level
from contract_builder.model.playbook import Playbook, Rule
from contract_builder.select.positions import EVERY_CLAUSE

RULE = "position-below-tier"
LEVEL: Level = "warning"
HIGHEST_BELOW = 2
"""From the tier above it, contracts take the preferred positions: `posture` in clauses/taxonomy.yaml."""


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A rule gives contracts at tier 3 or 4 the short form or the fallback of a clause.

    `short` is the proportionate form for small purchases, and a fallback is what the Council gives way to, with
    an approver and a reason. Where decisions about people rest on the system, a contract starts from the preferred
    text, and a step down is a departure in one brief that somebody signs for, not a rule for all of them.
    A rule passes that speaks only at tier 1 or 2, and one that a rule of the same or a nearer layer corrects there.
    """
    for playbook, rule, speaks in spoken_rules(scope):
        for subject, position in rule.position.items():
            for clause in _clauses(scope, subject, position):
                if case := _high_case(scope, playbook, rule, speaks, clause, position):
                    whom = "every clause that has one" if subject == EVERY_CLAUSE else f"`{clause.id}`"
                    yield Diagnostic(
                        RULE,
                        at(rule.file, rule.line),
                        f"The rule `{rule.id}` gives {whom} the position `{position}` also where {case_words(case)}.",
                        f"Add `when: {{tier: {{at_most: {HIGHEST_BELOW}}}}}`, or leave the step down to a departure.",
                        LEVEL,
                    )
                    break


def _clauses(scope: Scope, subject: str, position: str) -> list[Clause]:
    """The clauses whose position `subject` names, if it is weaker than the preferred one, or shorter."""
    if position == PREFERRED:
        return []
    return [c for c in scope.library.clauses if subject in (c.id, EVERY_CLAUSE) and c.position(position)]


def _high_case(
    scope: Scope, playbook: Playbook, rule: Rule, speaks: Condition, clause: Clause, position: str
) -> Facts | None:
    """Facts at a high tier under which the word of `rule` on `clause` counts."""
    premises = [speaks]
    for other_playbook, other, when in spoken_rules(scope):
        wanted = other.position.get(clause.id) or other.position.get(EVERY_CLAUSE, "")
        nearer = other is not rule and layer(other_playbook) >= layer(playbook)
        if nearer and _stronger(clause, wanted, position):
            premises.append(Not(when))
    return counterexample(premises, Test("tier", "at-most", HIGHEST_BELOW), scope.facts, scope.fact_values)


def _stronger(clause: Clause, wanted: str, position: str) -> bool:
    there, here = clause.position(wanted), clause.position(position)
    return wanted == PREFERRED or bool(there and here and there.rank < here.rank)
