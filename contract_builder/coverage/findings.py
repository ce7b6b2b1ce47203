"""Which findings the clauses answer: by a right, a number and a remedy, and from which tier."""

from collections.abc import Iterable

from contract_builder.check.answers import CHOSEN_BY_RULES, Held, Judged, gaps, judge, judge_all
from contract_builder.check.scope import Scope
from contract_builder.coverage.tiers import TierContract
from contract_builder.model.clause import Answer, Clause, Parameter, Value
from contract_builder.model.coverage import Claim, FindingCoverage, HeldBy, InPosition, InTier
from contract_builder.model.library import Finding
from contract_builder.model.words import written

_BARE = "it names no items that answer it"
_FILTERS = {"money": "money", "percent": "percent"}


def finding_coverage(
    scope: Scope,
    finding: Finding,
    clauses: Iterable[Clause],
    tiers: tuple[TierContract, ...],
    open_topics: set[str],
) -> FindingCoverage:
    """What `clauses` do for `finding`. `open_topics` are those that no clause provides."""
    claims = tuple(
        _claim(scope, clause, finding.id, tiers) for clause in clauses if finding.id in clause.answers
    )
    answering = {t.tier for claim in claims for t in claim.tiers}
    return FindingCoverage(
        finding.id,
        finding.code,
        finding.title,
        "answered" if any(c.answered for c in claims) else "claimed" if claims else "open",
        _from_tier(answering, len(tiers)),
        claims,
        tuple(topic for topic in finding.topics if topic in open_topics),
    )


def _from_tier(answering: set[int], most: int) -> int:
    """The lowest tier from which on all tiers are among `answering`; 0 if the highest is not."""
    lowest = 0
    for tier in range(most, 0, -1):
        if tier not in answering:
            break
        lowest = tier
    return lowest


def _claim(scope: Scope, clause: Clause, finding: str, tiers: tuple[TierContract, ...]) -> Claim:
    overlay = clause.id in scope.library.overlay_clauses
    answer = next((a for a in clause.answered_by if a.finding == finding), None)
    if answer is None:
        return Claim(clause.id, False, overlay, missing=(_BARE, *map(_plain, gaps(scope, clause))))
    judged = judge_all(scope, clause, answer)
    by_rules = [j for j in judged if j.position in CHOSEN_BY_RULES]
    missing = dict.fromkeys(_plain(lack.words) for j in by_rules for lack in j.lacks)
    return Claim(
        clause.id,
        not missing,
        overlay,
        positions=tuple(_in_position(j) for j in judged),
        tiers=tuple(t for tier in tiers for t in _in_tier(scope, clause, answer, tier)),
        missing=tuple(missing),
        not_in=tuple(j.position for j in judged if j.lacks and j not in by_rules),
    )


def _in_position(judged: Judged) -> InPosition:
    number = judged.held.get("number")
    return InPosition(
        judged.position,
        right=_held_by(judged.held.get("right")),
        number=_held_by(number),
        remedy=_held_by(judged.held.get("remedy")),
        value=_words(number.parameter, number.parameter.default_for(number.position))
        if number and number.parameter
        else "",
        missing=tuple(_plain(lack.words) for lack in judged.lacks),
    )


def _held_by(held: Held | None) -> HeldBy | None:
    if held is None:
        return None
    return HeldBy(held.clause, held.label, held.line, held.parameter.name if held.parameter else "")


def _in_tier(scope: Scope, clause: Clause, answer: Answer, tier: TierContract) -> Iterable[InTier]:
    if clause.id not in tier.placed:
        return
    judged = judge(scope, clause, answer, tier.placed[clause.id], tier.placed)
    if judged.lacks:
        return
    held = judged.held["number"]
    value = ""
    if held.parameter:
        value = _words(
            held.parameter, tier.values.get((held.clause, held.parameter.name), held.parameter.default)
        )
    yield InTier(tier.tier, judged.position, value)


def _plain(words: str) -> str:
    """`words` without the backticks that a Diagnostic puts around names."""
    return words.replace("`", "")


def _words(parameter: Parameter, value: Value) -> str:
    return written(value, parameter.unit, _FILTERS.get(parameter.type, "unit"))
