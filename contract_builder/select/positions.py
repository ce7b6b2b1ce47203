"""The position of each clause that is in."""

from collections.abc import Iterable

from contract_builder.model.clause import PREFERRED, Clause
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.library import Library
from contract_builder.model.selection import Reason
from contract_builder.select.membership import Rules
from contract_builder.select.settle import Statement, place_of, settle

EVERY_CLAUSE = "every-clause"
Placed = dict[str, tuple[str, Reason]]
"""The position of each clause, and why; a departure's are there from the start."""


def place(
    clauses: Iterable[str], placed: Placed, rules: Rules, library: Library, found: list[Diagnostic]
) -> None:
    """Add to `placed` those of `clauses` that are not there yet."""
    for clause_id in clauses:
        if clause_id not in placed:
            placed[clause_id] = position_by_rule(library.clause_by_id[clause_id], rules, found)


def position_by_rule(clause: Clause, rules: Rules, found: list[Diagnostic]) -> tuple[str, Reason]:
    """The position that counts, and why.

    A rule that names the clause is nearer than one of the same playbook for `every-clause`,
    which reaches only the clauses that have the position.
    """
    statements: list[Statement[str]] = []
    for voice, rule in rules:
        for subject in (EVERY_CLAUSE, clause.id):
            wanted = rule.position.get(subject)
            if wanted and clause.position(wanted):
                statements.append(Statement(wanted, voice, rule, by_name=subject != EVERY_CLAUSE))
            elif wanted and subject != EVERY_CLAUSE:
                found.append(no_such_position(clause, wanted, place_of(rule)))
    settled = settle(
        f"the position of {clause.id}", statements, lambda a, b: _rank(clause, a) < _rank(clause, b), found
    )
    if settled is None:
        return PREFERRED, Reason("default", "The preferred position is taken unless a rule says otherwise.")
    return settled.value, settled.reason("position")


def _rank(clause: Clause, name: str) -> tuple[int, bool]:
    position = clause.position(name)
    return (position.rank if position else 99, name != PREFERRED)


def no_such_position(clause: Clause, wanted: str, place: Place) -> Diagnostic:
    """The Diagnostic for a position that `clause` does not have."""
    have = ", ".join(p.name for p in clause.positions)
    return Diagnostic("unknown-position", place, f"{clause.id} has no position {wanted}.", f"It has: {have}.")
