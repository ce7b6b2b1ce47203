"""A brief for a counter-example: as plain as can be, and with the tier that the example needs."""

from contract_builder.model.brief import Brief
from contract_builder.model.condition import Facts
from contract_builder.prove.space import AI_TYPES, HIGHEST, SERVICE_AREA, TIER, World, lowest_answers


def brief_for(world: World, facts: Facts, why: str = "", taken: str = "") -> Brief | None:
    """A brief whose facts are `facts`, and whose inherent tier is theirs; none if no brief has them.

    Facts that are not given are left to what they are if unknown; an AI type and a service area are chosen
    such that the triage allows the tier. `taken` is a clause that the procurer takes from the offer.
    """
    tier = facts.get(TIER)
    place = _place(world, facts, tier if isinstance(tier, int) else HIGHEST)
    if place is None:
        return None
    types, area = place
    floor = max(world.floor(t, area) for t in types)
    stated = {
        name: value
        for name, value in facts.items()
        if name not in (TIER, AI_TYPES, SERVICE_AREA) and not isinstance(value, frozenset)
    }
    sets = {
        name: min(value)
        for name, value in facts.items()
        if isinstance(value, frozenset) and name != AI_TYPES and value
    }
    answers = _answers(world, {**stated, **sets}, tier if isinstance(tier, int) else floor, floor)
    if answers is None:
        return None
    return Brief(
        title=why or "A counter-example",
        file="counter-example.yaml",
        ai_types=types,
        service_area=area,
        facts={**stated, **sets},
        stops={stop.id: "no" for stop in world.triage.stops},
        answers=answers,
        optional_clauses=(taken,) if taken else (),
    )


def _place(world: World, facts: Facts, tier: int) -> tuple[tuple[str, ...], str] | None:
    """The AI types and the service area: those given, or the first that the triage allows at `tier`."""
    named = facts.get(AI_TYPES)
    given = tuple(sorted(named)) if isinstance(named, frozenset) else ()
    untold = tuple(t for t in world.types if f"{AI_TYPES}:{t}" not in facts)
    areas = [str(facts[SERVICE_AREA])] if facts.get(SERVICE_AREA) else list(world.areas)
    for types in [given] if given else [(t,) for t in untold]:
        for area in areas:
            if max(world.floor(t, area) for t in types) <= tier:
                return types, area
    return None


def _answers(world: World, stated: Facts, tier: int, floor: int) -> dict[str, str] | None:
    """Answers that score in the band of `tier`, or below it where the floor lifts the tier there."""
    lowest = lowest_answers(world, stated)
    answers = {question: one.answer for question, one in lowest.items()}
    score = sum(one.points for one in lowest.values())
    start = {band.tier: band.from_score for band in world.triage.bands}
    end = start.get(tier + 1, 101)
    wanted = 0 if tier == floor else start.get(tier, 0)
    for question in sorted(world.triage.questions, key=lambda q: -q.worst().points):
        if score >= wanted:
            break
        tied = any(i.question == question.id for i in world.playbooks.facts)
        more = question.worst().points - lowest[question.id].points
        if not tied and score + more < end:
            answers[question.id], score = question.worst().id, score + more
    return answers if wanted <= score < end else None


def as_yaml(brief: Brief, comments: tuple[str, ...] = ()) -> str:
    """`brief` as the text of a file, with `comments` above."""
    import yaml

    data: dict[str, object] = {
        "brief": 1,
        "title": brief.title,
        "ai_types": list(brief.ai_types),
        "service_area": brief.service_area,
        "facts": dict(brief.facts),
        "triage": {"stops": dict(brief.stops), "answers": dict(brief.answers)},
    }
    if not brief.facts:
        del data["facts"]
    if brief.optional_clauses:
        data["take"] = list(brief.optional_clauses)
    lines = [f"# {line}" for comment in comments for line in comment.splitlines()]
    return "\n".join([*lines, yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)])
