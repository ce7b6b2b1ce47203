"""`undefined-term` and `missing-value`: whatever prints is defined, and filled.

Which words and placeholders are wrong does not hang on the facts, and `check` finds them in the text;
here it is shown in which contract they would print.
"""

from collections.abc import Iterator
from functools import partial
from typing import TypeVar

from contract_builder.check.rules import undefined_term, unknown_placeholder
from contract_builder.check.scope import Scope
from contract_builder.check.texts import Part, Written
from contract_builder.model.condition import tests_of
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.model.proof import Property
from contract_builder.prove.brought import Brought, Root
from contract_builder.prove.claim import Claim, Matter, Structure
from contract_builder.prove.lifted import Lifted

B = TypeVar("B")


def claims(matter: Matter) -> Iterator[Claim | Structure]:
    """One for each wrong word and each clause whose text brings it in; all other words are right in any contract."""
    world = matter.world
    scope = Scope(world.library, world.playbooks, world.triage)
    brought = Brought(matter)
    parts = sum(len(text.parts) for text in matter.texts)
    slots = sum(1 for text in matter.texts for _ in text.slots())
    for name, rule, number in (
        ("undefined-term", undefined_term, parts),
        ("missing-value", unknown_placeholder, slots),
    ):
        wrong = list(rule.find(scope))
        yield Structure(_property(name), number - len(wrong))
        for diagnostic in wrong:
            yield from _printing(matter, brought, _property(name), diagnostic)


def _property(name: str) -> Property:
    return "undefined-term" if name == "undefined-term" else "missing-value"


def _printing(matter: Matter, brought: Brought, name: Property, wrong: Diagnostic) -> Iterator[Claim]:
    """One claim for each way in which the words come into a contract; none for words outside the texts."""
    before = [
        (part.block.line, text, part)
        for text in matter.texts
        for part in text.parts
        if text.file == wrong.place.file and part.block.line <= wrong.place.line
    ]
    if not before:
        return
    _, text, part = max(before, key=lambda one: one[0])
    roots = (Root(text),) if text.kind == "clause" else brought.roots_of.get((text.kind, text.owner.id), ())
    for root in roots:
        tests = {t for c in part.conditions for t in tests_of(c)}
        tests |= brought.tests(root) if text.kind != "clause" else set()
        yield Claim(
            name, wrong.message.rstrip("."), wrong.place, wrong.message, wrong.hint,
            partial(_where, brought, root, text, part), frozenset({root.clause} - {""}), tests=frozenset(tests),
            shown_by=("unknown-placeholder",) if name == "missing-value" else (),
        )  # fmt: skip


def _where(brought: Brought, root: Root, text: Written, part: Part, lifted: Lifted[B]) -> B:
    algebra = lifted.algebra
    found = [lifted.where(*part.conditions)]
    if root.text is not None:
        found += [lifted.member(root.clause), lifted.at(root.clause, root.text.position)]
    if text.kind != "clause":
        found.append(brought.where(lifted, root, (text.kind, text.owner.id)))
    return algebra.both(*found)
