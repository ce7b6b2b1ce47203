"""Why a clause is out: the rule that came nearest, and the facts that failed it."""

from contract_builder.model.brief import Brief
from contract_builder.model.clause import Clause
from contract_builder.model.condition import Facts, Test, failing, value_words, words
from contract_builder.model.library import Library
from contract_builder.model.playbook import LAYERS, Playbook, Rule
from contract_builder.model.selection import FailingFact, LeftOut, Reason
from contract_builder.select.gather import conditions_of
from contract_builder.select.membership import Membership
from contract_builder.select.query import NEVER, reach
from contract_builder.select.settle import reason_of

Including = list[tuple[Rule, tuple[Test, ...]]]
"""Rules that include clauses, each with the tests that keep its playbook from applying."""


def left_out(
    membership: Membership, library: Library, playbooks: tuple[Playbook, ...], facts: Facts, brief: Brief
) -> tuple[LeftOut, ...]:
    """Every clause that is not a member, with what keeps it out or the rule that came nearest."""
    conditions = conditions_of(playbooks)
    rules = [
        (rule, failing(conditions[p.id], facts))
        for p in sorted(playbooks, key=lambda p: (LAYERS.index(p.kind), p.id))
        for rule in p.rules
        if rule.include is not None
    ]
    return tuple(
        _why_out(clause, membership, rules, facts, brief)
        for clause in sorted(library.clauses, key=lambda c: library.print_order[c.id])
        if clause.id not in membership.members
    )


def _why_out(clause: Clause, membership: Membership, rules: Including, facts: Facts, brief: Brief) -> LeftOut:
    if departure := membership.left.get(clause.id):
        reason = Reason("departure", departure.why, file=brief.file, line=departure.line)
        return LeftOut(clause.id, reason, ())
    if settled := membership.excluded.get(clause.id):
        return LeftOut(clause.id, settled.reason("exclude"), ())
    nearest = _nearest(clause, rules, facts)
    offer = membership.offered.get(clause.id)
    if nearest is None:
        return LeftOut(clause.id, offer, (), offer is not None, offer)
    rule, tests = nearest
    failed = tuple(FailingFact(t.fact, words(t), value_words(facts.get(t.fact))) for t in tests)
    return LeftOut(clause.id, reason_of(rule, "include"), failed, offer is not None, offer)


def _nearest(clause: Clause, rules: Including, facts: Facts) -> tuple[Rule, tuple[Test, ...]] | None:
    """The rule that the fewest facts failed; among equals one whose playbook applies, then the most general."""
    best: tuple[Rule, tuple[Test, ...]] | None = None
    measure = (0, True)
    for rule, playbook_fails in rules:
        if rule.include is None or (condition := reach(rule.include, clause)) == NEVER:
            continue
        tests = (*playbook_fails, *failing(rule.when, facts), *failing(condition, facts))
        if tests and (best is None or (len(tests), bool(playbook_fails)) < measure):
            best, measure = (rule, tuple(dict.fromkeys(tests))), (len(tests), bool(playbook_fails))
    return best
