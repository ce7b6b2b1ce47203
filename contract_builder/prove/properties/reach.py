"""What is there for nothing: `dead-rule`, `unreachable-clause` and `dead-item`."""

from collections.abc import Iterator
from functools import partial
from typing import TypeVar

from contract_builder.check.texts import Part, Written
from contract_builder.model.body import Table
from contract_builder.model.condition import AnyOf, Condition, Not, tests_of
from contract_builder.model.diagnostic import Place
from contract_builder.model.playbook import Playbook
from contract_builder.prove.brought import Brought, Root
from contract_builder.prove.claim import Claim, Matter, Structure
from contract_builder.prove.lifted import Lifted

B = TypeVar("B")


def claims(matter: Matter) -> Iterator[Claim | Structure]:
    """One for each rule, constraint and departure rule, each clause, and each paragraph with a condition."""
    yield from _rules(matter)
    yield from _clauses(matter)
    yield from _items(matter)


def _rules(matter: Matter) -> Iterator[Claim]:
    when: dict[str, list[Condition]] = {}
    for speaker in matter.statements.speakers:
        when.setdefault(speaker.voice.playbook.id, []).append(speaker.when)
    for playbook in matter.world.playbooks.playbooks:
        speaks = AnyOf(tuple(when[playbook.id]))
        for kind, id_, file, line, conditions in _conditional(playbook):
            yield Claim(
                "dead-rule",
                f"the {kind} {playbook.id}/{id_}",
                Place(file, line, 1),
                f"The {kind} {playbook.id}/{id_} applies in no contract.",
                "Correct its condition, or delete it.",
                partial(_where, (speaks, *conditions)),
                tests=frozenset(t for c in (speaks, *conditions) for t in tests_of(c)),
            )


def _conditional(playbook: Playbook) -> Iterator[tuple[str, str, str, int, tuple[Condition, ...]]]:
    for rule in playbook.rules:
        yield "rule", rule.id, rule.file, rule.line, (rule.when,)
    for constraint in playbook.constraints:
        tests = list(tests_of(constraint.when))
        if not any(t.fact in ("topics", "clauses") or t.fact.startswith("position:") for t in tests):
            yield "constraint", constraint.id, constraint.file, constraint.line, (constraint.when,)
    before: tuple[Condition, ...] = ()
    for departure in playbook.departures:
        yield "departure rule", departure.id, departure.file, departure.line, (departure.when, *before)
        before = (*before, Not(departure.when))  # the first that holds decides


def _where(conditions: tuple[Condition, ...], lifted: Lifted[B]) -> B:
    return lifted.where(*conditions)


def _clauses(matter: Matter) -> Iterator[Claim | Structure]:
    statements = matter.statements
    for clause in matter.library.clauses:
        if clause.id in statements.always_in:
            yield Structure("unreachable-clause", 1)
            continue
        offers = statements.offers.get(clause.id, [])
        yield Claim(
            "unreachable-clause",
            f"the clause {clause.id}",
            Place(clause.file, 1, 1),
            f"No contract has {clause.id}, and none offers it.",
            "Write a rule that includes or requires it, or correct its tags.",
            partial(_in_or_offered, clause.id),
            frozenset({clause.id}),
            tests=frozenset(t for c in offers for t in tests_of(c)),
        )


def _in_or_offered(clause: str, lifted: Lifted[B]) -> B:
    return lifted.algebra.either(lifted.member(clause), lifted.offered(clause))


def _items(matter: Matter) -> Iterator[Claim]:
    """Of each text with conditions. At which position the clause stands is left open: a departure may choose any."""
    brought = Brought(matter)
    for text in matter.texts:
        for part in text.parts:
            if not part.conditions:
                continue
            roots = (
                (Root(text),)
                if text.kind == "clause"
                else brought.roots_of.get((text.kind, text.owner.id), ())
            )
            what = "row" if isinstance(part.block, Table) else "paragraph"
            where = f"{text.owner.id}, position {text.position}" if text.position else text.owner.id
            yield Claim(
                "dead-item",
                f"the {what} on line {part.block.line} of {where}",
                Place(text.file, part.block.line, 1),
                f"The {what} on line {part.block.line} of {where} prints in no contract.",
                f"Correct its condition, or delete the {what}.",
                partial(_prints, text, part, roots),
                frozenset({r.clause for r in roots} - {""}),
                tests=frozenset(t for c in (*part.conditions, *_offers(matter, roots)) for t in tests_of(c)),
            )


def _offers(matter: Matter, roots: tuple[Root, ...]) -> Iterator[Condition]:
    for root in roots:
        yield from matter.statements.offers.get(root.clause, ())


def _prints(text: Written, part: Part, roots: tuple[Root, ...], lifted: Lifted[B]) -> B:
    algebra = lifted.algebra
    some = (_in_or_offered(r.clause, lifted) if r.clause else algebra.everywhere() for r in roots)
    return algebra.both(lifted.where(*part.conditions), algebra.either(algebra.nowhere(), *some))
