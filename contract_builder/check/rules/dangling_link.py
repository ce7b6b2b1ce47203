"""The rule `dangling-link`."""

from collections.abc import Iterator

from contract_builder.check.notices import named, owner_of, positions_of
from contract_builder.check.places import at, unknown
from contract_builder.check.scope import Scope
from contract_builder.check.texts import Part, Written
from contract_builder.model.body import Link
from contract_builder.model.diagnostic import Diagnostic, Level, Place

RULE = "dangling-link"
LEVEL: Level = "error"


def find(scope: Scope) -> Iterator[Diagnostic]:
    """A cross-reference leads to a clause, schedule, topic or label that does not exist.

    The number of its target would be missing in print, and the link would lead nowhere on a code host.
    A paragraph of the notice that names such a label would never print.
    """
    for text in scope.texts:
        for link, part in text.links():
            yield from _check(scope, text, link, _place(text, link, part))
    for named_, place in named(scope):
        labels = [part.label for text in positions_of(scope, named_) for part in text.parts if part.label]
        if named_.label and owner_of(scope, named_):
            what = f"label in the {named_.kind} `{named_.id}` called"
            yield from unknown(RULE, named_.label, dict.fromkeys(labels), what, place)


def _place(text: Written, link: Link, part: Part) -> Place:
    return at(text.file, link.line or part.block.line)


def _check(scope: Scope, text: Written, link: Link, place: Place) -> list[Diagnostic]:
    if link.kind == "here":
        labels = [p.label for p in text.parts if p.label]
        where = f"position `{text.position}`" if text.position else "file"
        return unknown(RULE, link.label, labels, f"label in this {where} called", place)
    if link.kind == "topic":
        return unknown(RULE, link.target, scope.topics, "topic", place) or _unprovided(scope, link, place)
    if link.kind == "schedule":
        schedules = scope.library.schedule_by_id
        if wrong := unknown(RULE, link.target, schedules, "schedule", place):
            return wrong
        return _label(link, schedules[link.target].labels, place)
    clauses = scope.library.clause_by_id
    if wrong := unknown(RULE, link.target, clauses, "clause", place):
        return wrong
    clause = clauses[link.target]
    if link.group != clause.group:
        path = f"../{clause.group}/{clause.id}.md"
        message = f"`{clause.id}` does not stand in the folder `{link.group}`."
        return [Diagnostic(RULE, place, message, f"Write `{path}`.")]
    return _label(link, [label for p in clause.positions for label in p.labels], place)


def _label(link: Link, labels: list[str] | tuple[str, ...], place: Place) -> list[Diagnostic]:
    if not link.label:
        return []
    return unknown(
        RULE, link.label, dict.fromkeys(labels), f"label in the {link.kind} `{link.target}` called", place
    )


def _unprovided(scope: Scope, link: Link, place: Place) -> list[Diagnostic]:
    if link.alternative or link.target in scope.library.providers:
        return []
    hint = 'Give the link other words: [text](path "words to print instead").'
    return [Diagnostic(RULE, place, f"No clause provides the topic `{link.target}`.", hint)]
