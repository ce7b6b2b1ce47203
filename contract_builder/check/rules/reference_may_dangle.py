"""The rule `reference-may-dangle`."""

from collections.abc import Iterator

from contract_builder.check.implication import counterexample
from contract_builder.check.places import at
from contract_builder.check.scope import Scope
from contract_builder.check.standing import case_words, cases_of
from contract_builder.check.texts import Part, Written
from contract_builder.model.body import Link
from contract_builder.model.diagnostic import Diagnostic, Level

RULE = "reference-may-dangle"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A cross-reference leads to an item that has a condition, and can stand where that item does not.

    Where the condition fails the item is left out, and the reference has no number to print.
    """
    for text in scope.texts:
        for link, part in text.links():
            if link.label and not link.alternative:
                yield from _check(scope, text, link, part)


def _check(scope: Scope, text: Written, link: Link, part: Part) -> Iterator[Diagnostic]:
    for target in _targets(scope, text, link):
        item = target.labelled(link.label)
        for conclusion in item.conditions if item else ():
            for _, premises in cases_of(scope, text, part):
                case = counterexample(premises, conclusion, scope.facts, scope.fact_values)
                if case is not None:
                    where = f" of position `{target.position}`" if target.position else ""
                    yield Diagnostic(
                        RULE,
                        at(text.file, link.line or part.block.line),
                        f"The item `^{link.label}`{where} is left out where {case_words(case)}, "
                        "but this reference to it is not.",
                        'Give the link other words: [text](path "words to print instead"); '
                        "or give both items one condition.",
                    )
                    return


def _targets(scope: Scope, text: Written, link: Link) -> tuple[Written, ...]:
    if link.kind == "here":
        return (text,)
    if link.kind == "schedule":
        return (scope.schedules[link.target],) if link.target in scope.schedules else ()
    return scope.positions.get(link.target, ())
