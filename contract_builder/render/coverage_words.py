"""Plain words for the coverage, the same on the terminal, in Markdown and in HTML."""

from collections.abc import Iterable
from typing import NamedTuple

from contract_builder.model.coverage import (
    ArticleCoverage,
    Claim,
    Coverage,
    FindingCoverage,
    HeldBy,
    InPosition,
    ModelCoverage,
)
from contract_builder.model.words import long_date
from contract_builder.render.words import count, listed

RULE = "A finding counts as answered only through labelled items that give a right, a number and a remedy."
EVERY_CONTRACT = (
    "The tiers are those of the contract that every purchase gets, whatever the AI type and the service area."
)


class Held(NamedTuple):
    """By which items a claim is answered, in the positions that have the same ones."""

    positions: str
    """Empty if it is so in all of them."""
    right: str
    number: str
    remedy: str


def state_words(finding: FindingCoverage) -> str:
    """How far a finding is answered: "answered from tier 2"."""
    if finding.state == "answered":
        if not finding.from_tier:
            return "answered, but not in every contract"
        return f"answered from tier {finding.from_tier}"
    return "claimed, not answered" if finding.state == "claimed" else "open: no clause claims it"


def tiers_words(tiers: Iterable[int]) -> str:
    """Tiers in a few words: "tier 2", "tiers 1 to 4", "tiers 1 and 3"."""
    given = sorted(tiers)
    if len(given) > 2 and given == list(range(given[0], given[-1] + 1)):
        return f"tiers {given[0]} to {given[-1]}"
    return f"tier{'s' if len(given) > 1 else ''} {listed(map(str, given))}" if given else "no tier"


def value_words(claim: Claim) -> str:
    """The number at each tier: "15 Working Days at tier 1, 10 Working Days at tiers 2 to 4"."""
    values: dict[str, list[int]] = {}
    for at in claim.tiers:
        values.setdefault(at.value, []).append(at.tier)
    if len(values) == 1:
        return next(iter(values))
    return ", ".join(f"{value} at {tiers_words(tiers)}" for value, tiers in values.items())


def held_words(claim: Claim) -> list[Held]:
    """By which items `claim` is answered, positions that have the same ones together."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for position in claim.positions:
        if not position.missing:
            found.setdefault(_items(claim, position), []).append(position.position)
    return [Held("" if len(found) == 1 else listed(names), *items) for items, names in found.items()]


def _items(claim: Claim, position: InPosition) -> tuple[str, str, str]:
    return (
        _item(claim, position.right),
        _number(claim, position.number),
        _item(claim, position.remedy),
    )


def _item(claim: Claim, held: HeldBy | None) -> str:
    """ "^on-request", or "^cure of remedies" for an item of another clause."""
    if held is None:
        return "nothing"
    return f"^{held.label}" if held.clause == claim.clause else f"^{held.label} of {held.clause}"


def _number(claim: Claim, held: HeldBy | None) -> str:
    """ "^on-request (export_days)"."""
    return f"{_item(claim, held)} ({held.parameter})" if held and held.parameter else _item(claim, held)


def where_words(claim: Claim) -> str:
    """Where a claim is answered: "answered at tiers 1 to 4, but not in the fallback"."""
    if not claim.answered:
        return "claimed, not answered: " + "; ".join(claim.missing)
    words = f"answered at {tiers_words(t.tier for t in claim.tiers)}" if claim.tiers else (
        "answered, but not in every contract"
    )  # fmt: skip
    return f"{words}, but not in the position {listed(claim.not_in)}" if claim.not_in else words


def article_name(article: ArticleCoverage) -> str:
    """ "Art 15: the buyer's rights in its data sets", or the title alone."""
    return f"{article.cite}: {article.title}" if article.cite else article.title


def part_words(article: ArticleCoverage) -> str:
    """How far a part of a model is covered."""
    if not article.topics:
        return "for the buyer"
    if article.clauses:
        return "covered in part" if article.topics_open else "covered"
    return "same topic only" if article.by_topic else "open"


def provided_words(topics: tuple[str, ...], still_open: tuple[str, ...]) -> str:
    """ "3 of 8 topics provided"; empty if there are no topics."""
    return f"{len(topics) - len(still_open)} of {count(len(topics), 'topic')} provided" if topics else ""


def sought(model: ModelCoverage) -> tuple[ArticleCoverage, ...]:
    """The parts for which a clause is looked for."""
    return tuple(article for article in model.articles if article.topics)


def model_line(model: ModelCoverage) -> str:
    """Who published a model, when, and how well it is known."""
    date = _date_words(model.date) + (", replaced since" if model.status == "replaced" else "")
    known = {
        "primary": "read in its own text",
        "secondary": "read in other sources",
        "knowledge": "from professional knowledge",
        "unconfirmed": "not confirmed",
    }
    return f"{model.publisher}, {date}; {known[model.confidence]}"


def _date_words(date: str) -> str:
    """A day, a month or a year in words: "October 2020"."""
    words = long_date(date if date.count("-") == 2 else f"{date}-01")
    return words.removeprefix("1 ") if date.count("-") == 1 else words if date.count("-") == 2 else date


def figures(coverage: Coverage) -> dict[str, str]:
    """The four figures that sum it up, each with its name."""
    findings = [f for f in coverage.findings if f.state == "answered"]
    parts = [article for model in coverage.models for article in sought(model)]
    answered = {
        "Findings answered": (len(findings), len(coverage.findings)),
        "Topics provided": (sum(bool(t.clauses) for t in coverage.topics), len(coverage.topics)),
        "Harms with a clause": (sum(bool(h.clauses) for h in coverage.harms), len(coverage.harms)),
        "Parts of published models with a clause": (sum(bool(a.clauses) for a in parts), len(parts)),
    }
    return {name: f"{some} of {all_}" for name, (some, all_) in answered.items()}


def tiers_line(coverage: Coverage) -> str:
    """How many findings every contract answers at each tier."""
    by_number: dict[int, list[int]] = {}
    for at in coverage.tiers:
        by_number.setdefault(at.findings, []).append(at.tier)
    parts = [f"{count(number, 'finding')} at {tiers_words(tiers)}" for number, tiers in by_number.items()]
    return f"Every contract answers {listed(parts)}."
