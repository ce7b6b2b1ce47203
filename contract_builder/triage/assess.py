"""From the answers to an inherent and a residual tier, or a stop."""

from contract_builder.model.brief import Brief
from contract_builder.model.triage import UNKNOWN, Band, Tier, TriageReason, TriageResult, TriageTable

HIGHEST: Tier = 4


def assess(brief: Brief, table: TriageTable) -> TriageResult:
    """The tier of `brief`: gates first, then the floor, then the score of 100.

    An answer that is missing, or `unknown`, scores as the worst one, and a gate that is not
    answered stops. The score raises the floor and never lowers it. Evidence lowers the residual
    tier alone: clauses follow the inherent one, because a safeguard that is promised in a
    contract must be in the contract.
    """
    stops, gate_reasons = _gates(brief, table)
    floor, floor_reasons = _floor(brief, table)
    referred = any(reason.kind == "referral" for reason in gate_reasons)
    if referred:
        floor = HIGHEST
    score, unanswered, score_reasons = _score(brief, table)
    band = _band(score, table.bands)
    inherent = max(floor, band)
    percent, residual_score = _mitigate(brief, table, score)
    residual = max(floor, _band(residual_score, table.bands))
    outcome = _outcome(table, floor, score, band, percent, residual_score)
    return TriageResult(
        stops=stops,
        floor=floor,
        score=score,
        inherent=inherent,
        residual=residual,
        residual_score=residual_score,
        mitigation_percent=percent,
        unanswered=unanswered,
        reasons=(*gate_reasons, *floor_reasons, *score_reasons, *outcome),
    )


def _gates(brief: Brief, table: TriageTable) -> tuple[tuple[str, ...], list[TriageReason]]:
    referrals = {referral.gate: referral for referral in brief.referrals}
    stops: list[str] = []
    reasons: list[TriageReason] = []
    for gate in table.stops:
        answer = brief.stops.get(gate.id, UNKNOWN)
        if answer == "no":
            continue
        if referral := referrals.get(gate.id):
            who = f"{referral.approved_by.name}, {referral.approved_by.role}"
            words = (
                f"{gate.ask} Answered: {answer}. Cleared by {who} on {referral.on}: {referral.why} "
                f"The tier is {HIGHEST}."
            )
            reasons.append(TriageReason("referral", gate.id, words))
            continue
        stops.append(gate.id)
        said = "Answered: yes." if answer == "yes" else "Not answered, so it cannot be ruled out."
        reasons.append(TriageReason("stop", gate.id, f"{gate.ask} {said} {gate.because}"))
    return tuple(stops), reasons


def _floor(brief: Brief, table: TriageTable) -> tuple[Tier, list[TriageReason]]:
    reasons: list[TriageReason] = []
    floor = 1
    for ai_type in brief.ai_types:
        tier = table.floors.get(ai_type, {}).get(brief.service_area)
        if tier is None:  # a misspelt name must not make a low tier; the check of the brief reports it
            tier, words = (
                HIGHEST,
                f"No floor is known for {ai_type} in {brief.service_area}, so it is {HIGHEST}.",
            )
        else:
            words = f"{ai_type} in {brief.service_area} is never below tier {tier}."
        floor = max(floor, tier)
        reasons.append(TriageReason("floor", ai_type, words))
    return floor, reasons


def _score(brief: Brief, table: TriageTable) -> tuple[int, tuple[str, ...], list[TriageReason]]:
    score = 0
    unanswered: list[str] = []
    reasons: list[TriageReason] = []
    for question in table.questions:
        answer = brief.answers.get(question.id, UNKNOWN)
        option = next((o for o in question.options if o.id == answer), None)
        if option is None:
            option = question.worst()
            unanswered.append(question.id)
            words = f"{question.ask} Not known, so scored as the worst answer: {option.title}."
            reasons.append(TriageReason("unknown", question.id, words, option.points))
        else:
            words = f"{question.ask} {option.title}."
            reasons.append(TriageReason("answer", question.id, words, option.points))
        score += option.points
    return score, tuple(unanswered), reasons


def _band(score: float, bands: tuple[Band, ...]) -> Tier:
    return max(band.tier for band in bands if band.from_score <= score)


def _mitigate(brief: Brief, table: TriageTable, score: int) -> tuple[int, float]:
    """The share of the evidence points reached, in whole per cent, and the score that it leaves."""
    rules = table.mitigation
    earned = sum(rules.points.get(brief.evidence.get(item.id, "absent"), 0) for item in rules.evidence)
    percent = earned * 100 // (len(rules.evidence) * max(rules.points.values()))
    if percent < rules.threshold_percent:
        return percent, float(score)
    return percent, score * (100 - rules.reduction_percent) / 100


def _outcome(
    table: TriageTable, floor: Tier, score: int, band: Tier, percent: int, residual_score: float
) -> list[TriageReason]:
    raised = "raises" if band > floor else "does not raise"
    words = f"The score of {score} of 100 falls in tier {band}; it {raised} the floor of {floor}."
    reasons = [TriageReason("band", f"tier-{band}", words, score)]
    rules = table.mitigation
    words = f"{percent}% of the safeguards are evidenced ({rules.threshold_percent}% needed): "
    if percent < rules.threshold_percent:
        words += "the residual tier is the inherent one."
    else:
        words += f"the score falls by {rules.reduction_percent}% to {residual_score:g} for the residual tier."
    return [*reasons, TriageReason("mitigation", "evidence", words)]
