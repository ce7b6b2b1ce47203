"""The wording for the notice, held against the texts that it names."""

from collections.abc import Iterator
from typing import NamedTuple

from contract_builder.check.places import NOTICE, at
from contract_builder.check.scope import Scope
from contract_builder.check.texts import WithParameters, Written
from contract_builder.model.condition import Condition
from contract_builder.model.diagnostic import Place
from contract_builder.model.notice import FACTS, NoticeParagraph, Provision


class Named(NamedTuple):
    """A text of a contract that a paragraph of the notice names, and where."""

    text: Provision
    place: Place


def paragraphs(scope: Scope) -> tuple[NoticeParagraph, ...]:
    """The paragraphs of the notice; none in a library without."""
    return scope.library.notice.paragraphs if scope.library.notice else ()


def named(scope: Scope) -> Iterator[Named]:
    """Every clause, schedule and item that paragraphs name."""
    for paragraph in paragraphs(scope):
        place = at(NOTICE, paragraph.line)
        owners = (owner for name in paragraph.values if (owner := paragraph.owner(name)))
        for text in (*paragraph.provided_by, *paragraph.unless, *owners):
            yield Named(text, place)


def values(scope: Scope) -> Iterator[tuple[NoticeParagraph, str, Provision]]:
    """Each value of a paragraph that is a parameter, with its owner."""
    for paragraph in paragraphs(scope):
        for name in paragraph.values:
            if owner := paragraph.owner(name):
                yield paragraph, name, owner


def facts(scope: Scope) -> Iterator[tuple[str, Place]]:
    """Each value that is a fact."""
    for paragraph in paragraphs(scope):
        for name, owner in paragraph.values.items():
            if owner == FACTS:
                yield name, at(NOTICE, paragraph.line)


def law(scope: Scope) -> Iterator[tuple[str, Place]]:
    """Every law hook that a paragraph or a question cites."""
    if notice := scope.library.notice:
        cited = [(p.law, p.line) for p in notice.paragraphs] + [(q.law, q.line) for q in notice.questions]
        yield from ((name, at(NOTICE, line)) for names, line in cited for name in names)


def conditions(scope: Scope) -> Iterator[tuple[Condition, Place]]:
    """Every condition of a part, a paragraph or a question."""
    if notice := scope.library.notice:
        whens = [(part.when, part.line) for part in notice.parts]
        whens += [(p.when, p.line) for p in notice.paragraphs] + [(q.when, q.line) for q in notice.questions]
        yield from ((when, at(NOTICE, line)) for when, line in whens if when is not None)


def owner_of(scope: Scope, text: Provision) -> WithParameters | None:
    """The clause or schedule that `text` names, if there is one."""
    if text.kind == "schedule":
        return scope.library.schedule_by_id.get(text.id)
    return scope.library.clause_by_id.get(text.id)


def positions_of(scope: Scope, text: Provision) -> tuple[Written, ...]:
    """Each position of the clause that `text` names, or the text of the schedule."""
    if text.kind == "schedule":
        return (scope.schedules[text.id],) if text.id in scope.schedules else ()
    return scope.positions.get(text.id, ())
