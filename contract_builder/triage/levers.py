"""Which single answers would move the tier, and what the answers that are not known could come to."""

import msgspec

from contract_builder.model.base import Frozen
from contract_builder.model.brief import Brief
from contract_builder.model.triage import UNKNOWN, Tier, TriageResult, TriageTable
from contract_builder.triage.assess import assess


class Lever(Frozen, frozen=True):
    """One answer that would move the inherent tier by itself."""

    field: str
    """Where it stands in a brief, such as `answers.duration`; `ai_types` and `service_area`, too."""
    answer: str
    """What to answer."""
    inherent: Tier
    """The inherent tier then."""


class Unknown(Frozen, frozen=True):
    """A question that is not answered, so that it scores as the worst answer."""

    question: str
    """Its id."""
    ask: str
    """Its words."""
    points: int
    """By how many points an answer could lower the score at most."""


def levers(brief: Brief, table: TriageTable) -> tuple[Lever, ...]:
    """Every single answer that would move the inherent tier of `brief`, lowest tier first."""
    now = assess(brief, table).inherent
    tries: list[tuple[str, str, Brief]] = [
        (f"answers.{q.id}", o.id, with_answer(brief, q.id, o.id)) for q in table.questions for o in q.options
    ]
    areas = dict.fromkeys(area for floors in table.floors.values() for area in floors)
    tries += [("service_area", area, msgspec.structs.replace(brief, service_area=area)) for area in areas]
    for one in brief.ai_types if len(brief.ai_types) > 1 else ():
        fewer = tuple(t for t in brief.ai_types if t != one)
        tries.append(("ai_types", f"-{one}", msgspec.structs.replace(brief, ai_types=fewer)))
    found = [Lever(field, answer, assess(tried, table).inherent) for field, answer, tried in tries]
    return tuple(
        sorted((lever for lever in found if lever.inherent != now), key=lambda lever: lever.inherent)
    )


def unknowns(brief: Brief, table: TriageTable) -> tuple[Unknown, ...]:
    """The questions that are not answered, those that could lower the score most first."""
    found = [
        Unknown(q.id, q.ask, q.worst().points - min(o.points for o in q.options))
        for q in table.questions
        if brief.answers.get(q.id, UNKNOWN) == UNKNOWN
    ]
    return tuple(sorted(found, key=lambda u: -u.points))


def at_best(brief: Brief, table: TriageTable) -> TriageResult:
    """The triage of `brief` if every question that is not answered turned out best for the people affected."""
    best = {
        q.id: min(q.options, key=lambda o: o.points).id
        for q in table.questions
        if brief.answers.get(q.id, UNKNOWN) == UNKNOWN
    }
    return assess(msgspec.structs.replace(brief, answers={**brief.answers, **best}), table)


def with_answer(brief: Brief, question: str, answer: str) -> Brief:
    """`brief` with another answer to one question of the triage."""
    return msgspec.structs.replace(brief, answers={**brief.answers, question: answer})
