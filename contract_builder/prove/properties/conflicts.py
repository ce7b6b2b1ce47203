"""`conflict`: no two rules contradict each other on a clause, a position or a value."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from contract_builder.model.clause import Clause
from contract_builder.model.condition import tests_of
from contract_builder.model.diagnostic import Place
from contract_builder.model.playbook import Rule
from contract_builder.prove.claim import Claim, Matter, Structure
from contract_builder.prove.lifted import Lifted
from contract_builder.prove.settled import Said

B = TypeVar("B")
SHOWN_BY = ("contradiction-without-override", "siblings-disagree")


def claims(matter: Matter) -> Iterator[Claim | Structure]:
    """One for each subject of which rules say different things."""
    statements = matter.statements
    safe = 0
    for clause in matter.library.clauses:
        for said, subject, contexts in (
            (statements.membership.get(clause.id, []), f"whether {clause.id} is in", _joining),
            (statements.positions[clause.id], f"the position of {clause.id}", _placing),
        ):
            if _one_word(said):
                safe += 1
                continue
            clauses = frozenset({clause.id})
            yield _claim(subject, said, partial(contexts, clause.id), clauses)
    for (owner, parameter), said_values in statements.settings.items():
        if _one_word(said_values):
            safe += 1
            continue
        needs = {owner} if all(isinstance(o, Clause) for o in statements.owner(owner)) else set()
        contexts = partial(_valuing, owner, parameter, bool(needs))
        yield _claim(f"the value of {owner}.{parameter}", said_values, contexts, frozenset(needs))
    yield Structure("conflict", safe)


def _one_word(said: Sequence[Said[Any]]) -> bool:
    return len({one.statement.value for one in said}) < 2


def _claim(subject: str, said: Sequence[Said[Any]], contexts: Any, clauses: frozenset[str]) -> Claim:
    return Claim(
        "conflict",
        subject,
        _place(said[-1].statement.rule),
        f"Rules contradict each other on {subject}.",
        "If one of them is meant to win, give it `override: true` and say why in `because`.",
        contexts,
        clauses,
        tests=frozenset(t for one in said for t in tests_of(one.when)),
        shown_by=SHOWN_BY,
        speakers=tuple(dict.fromkeys(_place(one.statement.rule) for one in said)),
    )


def _place(rule: Rule) -> Place:
    return Place(rule.file, rule.line, 1)


def _joining(clause: str, lifted: Lifted[B]) -> B:
    return _with_findings(lifted, lifted.joined(clause))


def _placing(clause: str, lifted: Lifted[B]) -> B:
    return lifted.algebra.both(lifted.member(clause), _with_findings(lifted, lifted.placed(clause)))


def _valuing(owner: str, parameter: str, if_in: bool, lifted: Lifted[B]) -> B:
    """A schedule's values are settled whether or not it is pulled in."""
    where = _with_findings(lifted, lifted.valued(owner, parameter))
    return lifted.algebra.both(lifted.member(owner), where) if if_in else where


def _with_findings(lifted: Lifted[B], outcomes: Sequence[Any]) -> B:
    return lifted.algebra.either(lifted.algebra.nowhere(), *(o.where for o in outcomes if o.found))
