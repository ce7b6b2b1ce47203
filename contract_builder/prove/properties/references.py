"""`dangling-reference`: every cross-reference has its target in the contract."""

from collections.abc import Iterator
from functools import partial
from typing import TypeVar

from contract_builder.check.texts import Part, Written
from contract_builder.model.body import Link
from contract_builder.model.condition import Test, tests_of
from contract_builder.model.diagnostic import Place
from contract_builder.model.proof import Property
from contract_builder.prove.brought import Brought, Root
from contract_builder.prove.claim import Claim, Matter, Structure
from contract_builder.prove.lifted import Lifted

B = TypeVar("B")
PROPERTY: Property = "dangling-reference"


def claims(matter: Matter) -> Iterator[Claim | Structure]:
    """One for each reference and each clause whose text brings it in. A link with other words never dangles."""
    brought = Brought(matter)
    safe = 0
    for text in matter.texts:
        for link, part in text.links():
            if link.alternative or _always_there(matter, text, link, part):
                safe += 1
                continue
            roots = (
                [Root(text)]
                if text.kind == "clause"
                else brought.roots_of.get((text.kind, text.owner.id), ())
            )
            for root in roots:
                for taken in matter.statements.takes_of(root.clause):
                    yield _claim(matter, brought, root, text, link, part, taken)
    yield Structure(PROPERTY, safe)


def _always_there(matter: Matter, text: Written, link: Link, part: Part) -> bool:
    """Whether no fact can take the target away."""
    if link.kind == "here":
        target = text.labelled(link.label)
        return target is not None and set(target.conditions) <= set(part.conditions)
    if link.kind == "schedule":
        schedule = matter.others.get(("schedule", link.target))
        there = schedule.labelled(link.label) if schedule and link.label else None
        return schedule is not None and (not link.label or (there is not None and not there.conditions))
    providers = _targets(matter, link)
    always = [c for c in providers if c in matter.statements.always_in]
    if not link.label:
        return bool(always)
    return (
        len(providers) == 1
        and bool(always)
        and all(
            (there := t.labelled(link.label)) and not there.conditions
            for (clause, _), t in matter.positions.items()
            if clause in always
        )
    )


def _targets(matter: Matter, link: Link) -> list[str]:
    """The clauses that the link may mean, in the order of print."""
    library = matter.library
    if link.kind == "topic":
        found = [c.id for c in library.providers.get(link.target, ())]
        return sorted(found, key=library.print_order.__getitem__)
    return [link.target] if link.kind == "clause" and link.target in library.clause_by_id else []


def _claim(
    matter: Matter, brought: Brought, root: Root, text: Written, link: Link, part: Part, taken: str
) -> Claim:
    what = "its own label" if link.kind == "here" else f"the {link.kind} {link.target}"
    label = f" ^{link.label}" if link.label else ""
    where = f"{text.owner.id}, position {text.position}" if text.position else text.owner.id
    line = link.line or part.block.line
    tests = {t for c in part.conditions for t in tests_of(c)}
    tests |= brought.tests(root) if text.kind != "clause" else set()
    return Claim(
        PROPERTY,
        f"{where} refers to {what}{label}",
        Place(text.file, line, 1),
        f"The reference in {where} to {what}{label} has no target.",
        "Require its topic, give it other words, or put both under the same condition.",
        partial(_broken, matter, brought, root, text, link, part),
        frozenset({root.clause, *_targets(matter, link)} - {""}),
        tests=frozenset({*tests, *_label_tests(matter, text, link)}),
        taken=taken,
        shown_by=(PROPERTY,),
    )


def _label_tests(matter: Matter, text: Written, link: Link) -> Iterator[Test]:
    for where in _texts_of_target(matter, text, link):
        if link.label and (there := where.labelled(link.label)):
            for condition in there.conditions:
                yield from tests_of(condition)


def _texts_of_target(matter: Matter, text: Written, link: Link) -> list[Written]:
    if link.kind == "here":
        return [text]
    if link.kind == "schedule":
        schedule = matter.others.get(("schedule", link.target))
        return [schedule] if schedule else []
    targets = _targets(matter, link)
    return [t for (clause, _), t in matter.positions.items() if clause in targets]


def _broken(
    matter: Matter, brought: Brought, root: Root, text: Written, link: Link, part: Part, lifted: Lifted[B]
) -> B:
    """Where the reference prints and its target does not."""
    algebra = lifted.algebra
    parts = [lifted.where(*part.conditions), algebra.outside(_there(matter, text, link, lifted))]
    if root.text is not None:
        parts += [lifted.member(root.clause), lifted.at(root.clause, root.text.position)]
    if text.kind != "clause":
        parts.append(brought.where(lifted, root, (text.kind, text.owner.id)))
    return algebra.both(*parts)


def _there(matter: Matter, text: Written, link: Link, lifted: Lifted[B]) -> B:
    algebra = lifted.algebra
    if link.kind in ("here", "schedule"):
        found = [
            t
            for t in _texts_of_target(matter, text, link)
            if text.kind != "definition" or link.kind != "here"
        ]
        return algebra.either(algebra.nowhere(), *(_label(t, link.label, lifted) for t in found))
    there, before = algebra.nowhere(), algebra.nowhere()
    for clause in _targets(matter, link):
        first = algebra.both(lifted.member(clause), algebra.outside(before))
        there = algebra.either(there, algebra.both(first, _labelled(matter, clause, link.label, lifted)))
        before = algebra.either(before, lifted.member(clause))
    return there


def _labelled(matter: Matter, clause: str, label: str, lifted: Lifted[B]) -> B:
    """Where the position of `clause` that counts has `label`."""
    algebra = lifted.algebra
    if not label:
        return algebra.everywhere()
    texts = [t for (id_, _), t in matter.positions.items() if id_ == clause]
    return algebra.either(
        algebra.nowhere(),
        *(
            algebra.both(lifted.at(clause, t.position), _label(t, label, lifted))
            for t in texts
            if t.labelled(label)
        ),
    )


def _label(text: Written, label: str, lifted: Lifted[B]) -> B:
    if not label:
        return lifted.algebra.everywhere()
    part = text.labelled(label)
    return lifted.where(*part.conditions) if part else lifted.algebra.nowhere()
