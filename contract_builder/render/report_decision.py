"""The report on the triage: a stop, what was decided, and how the tier was worked out."""

from contract_builder.model.brief import Brief
from contract_builder.model.library import Library, TierInfo
from contract_builder.model.triage import Tier, TriageReason, TriageResult
from contract_builder.render.html_parts import bullets, cards_table, paragraph, text
from contract_builder.render.titles import Titles
from contract_builder.render.words import capital, from_slug, listed

_CONSEQUENCES = {
    "Clauses": "posture",
    "Impact assessments": "impact_assessments",
    "Role of people": "human_role",
    "Testing": "testing",
    "Sign-off": "sign_off",
    "Publication": "publication",
}
_KINDS = {
    "stop": "Stop",
    "referral": "Stop that was answered for",
    "floor": "Floor",
    "answer": "Answer",
    "unknown": "Not answered",
    "band": "Tier by score",
    "mitigation": "Safeguards in place",
}


def stop_notice(triage: TriageResult) -> str:
    """The stop, first on the page and in words; empty where nothing stops the purchase."""
    if not triage.stopped:
        return ""
    words = {reason.about: reason.words for reason in triage.reasons if reason.kind == "stop"}
    gates = [
        f"<strong>{text(from_slug(gate))}.</strong> {text(words.get(gate, ''))}" for gate in triage.stops
    ]
    return (
        '<section class="stop" aria-labelledby="stop">\n'
        '<h2 id="stop">Stop: this purchase must not go on yet</h2>\n'
        "<p>No contract may be made before each of these is answered for:</p>\n"
        f"{bullets(gates)}\n"
        "<p>If the answer is no, say so in the brief. "
        "If it is yes, take it to a lawyer and to whoever answers for the service. If they let the purchase go on, record who, when and why in the brief, "
        "under <code>referrals</code>.</p>\n</section>\n"
    )


def decision(brief: Brief, triage: TriageResult, library: Library) -> str:
    """Title, AI types, service area, score, floor, and both tiers with what each means."""
    types = {item.id: item.title for item in library.taxonomy.ai_types}
    areas = {item.id: item.title for item in library.taxonomy.service_areas}
    tiers = {item.id: item for item in library.taxonomy.tiers}
    residual = (
        f"{triage.residual_score:g} of 100, with {triage.mitigation_percent}% of the safeguards evidenced"
    )
    rows = [
        ("Purchase", brief.title),
        ("AI types", capital(listed(types.get(t, from_slug(t)) for t in brief.ai_types))),
        ("Service area", areas.get(brief.service_area, from_slug(brief.service_area))),
        ("Score", f"{triage.score} of 100"),
        ("Floor", f"Tier {triage.floor}: the lowest tier for this AI in this service, whatever the score"),
        ("Inherent tier", f"{_named(triage.inherent, tiers)}. The clauses follow it."),
        ("Residual tier", f"{_named(triage.residual, tiers)} ({residual}). The sign-off follows it."),
    ]
    facts = "".join(f"<div><dt>{label}</dt><dd>{text(words)}</dd></div>\n" for label, words in rows)
    return f'<dl class="facts">\n{facts}</dl>\n{_meanings(triage, tiers)}'


def tier_of(tier: Tier, tiers: dict[str, TierInfo]) -> TierInfo | None:
    """What the taxonomy says of `tier`."""
    return tiers.get(f"tier-{tier}")


def _named(tier: Tier, tiers: dict[str, TierInfo]) -> str:
    info = tier_of(tier, tiers)
    return f"Tier {tier}, {info.title}" if info else f"Tier {tier}"


def _meanings(triage: TriageResult, tiers: dict[str, TierInfo]) -> str:
    """One column where both tiers are the same, two where they differ."""
    columns = {f"Inherent: tier {triage.inherent}": tier_of(triage.inherent, tiers)}
    columns[f"Residual: tier {triage.residual}"] = tier_of(triage.residual, tiers)
    if triage.inherent == triage.residual:
        columns = {f"Tier {triage.inherent}": tier_of(triage.inherent, tiers)}
    shown = {heading: info for heading, info in columns.items() if info}
    if not shown:
        return ""
    rows = [
        [label, *(text(capital(getattr(info, field))) for info in shown.values())]
        for label, field in _CONSEQUENCES.items()
    ]
    return cards_table("What the tier means", ["What", *shown], rows)


def triage_reasons(triage: TriageResult, titles: Titles) -> str:
    """Every reason that the triage gave, in its order, with its points."""
    rows = [
        [text(_KINDS[reason.kind]), text(titles.reason(reason)), _points(reason)] for reason in triage.reasons
    ]
    if not rows:
        return paragraph("The triage gave no reasons.")
    return cards_table("Reasons, in the order in which they were weighed", ["Kind", "Reason", "Points"], rows)


def _points(reason: TriageReason) -> str:
    return f'<span class="number">{reason.points}</span>' if reason.kind in ("answer", "unknown") else ""
