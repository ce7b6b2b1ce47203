"""The coverage for a terminal: what is answered and by what, and what is still open."""

from collections.abc import Iterator

from contract_builder.cli.table import heading, paragraph, table
from contract_builder.model.coverage import Claim, Coverage, FindingCoverage, ModelCoverage
from contract_builder.render.coverage_words import (
    EVERY_CONTRACT,
    RULE,
    figures,
    held_words,
    model_line,
    part_words,
    sought,
    tiers_line,
    tiers_words,
    value_words,
)


def coverage_text(coverage: Coverage) -> str:
    """`coverage` in words, wrapped to the terminal."""
    own = {clause.id for clause in coverage.clauses if clause.overlay}
    parts = [
        heading(f"Coverage of {coverage.library}, version {coverage.version}"),
        table(("", ""), figures(coverage).items()).lstrip("\n"),
        "",
        paragraph(f"{RULE} {tiers_line(coverage)} {EVERY_CONTRACT}"),
        *_findings(coverage, own),
        *_topics(coverage),
        *_harms(coverage, own),
        *_models(coverage),
    ]
    return "\n".join(parts)


def _findings(coverage: Coverage, own: set[str]) -> Iterator[str]:
    titles = {
        "answered": "answered",
        "claimed": "claimed, not answered",
        "open": "open: no clause claims them",
    }
    for state, title in titles.items():
        found = [finding for finding in coverage.findings if finding.state == state]
        if not found:
            continue
        yield f"\n{heading(f'Findings {title} ({len(found)})')}"
        for finding in found:
            yield paragraph(_finding_line(finding))
            answering = [claim for claim in finding.claims if claim.answered]
            yield from (paragraph(_answer(claim, own), 5) for claim in answering)
            claiming = [claim for claim in finding.claims if not claim.answered]
            if answering and claiming:
                yield paragraph(f"not counted: {', '.join(_name(c, own) for c in claiming)}", 5)
            elif claiming:
                yield from (paragraph(f"{_name(c, own)}: {'; '.join(c.missing)}", 5) for c in claiming)


def _finding_line(finding: FindingCoverage) -> str:
    if finding.state != "answered":
        return f"{finding.code:<4} {finding.title}"
    tier = f"from tier {finding.from_tier}" if finding.from_tier else "not in every contract"
    return f"{finding.code:<4} {finding.title} ({tier})"


def _name(claim: Claim, own: set[str]) -> str:
    return f"{claim.clause} (own)" if claim.clause in own else claim.clause


def _answer(claim: Claim, own: set[str]) -> str:
    """The items of the strongest position; the files have those of all."""
    held, tiers = held_words(claim)[0], [at.tier for at in claim.tiers]
    number = ", ".join(filter(None, (held.number.partition(" (")[0], value_words(claim))))
    words = f"{_name(claim, own)}: right {held.right}; number {number}; remedy {held.remedy}"
    if not tiers:
        words += "; for some AI types or service areas only"
    elif len(tiers) < max(tiers):
        words += f"; only at {tiers_words(tiers)}"
    return f"{words}; not in the position {', '.join(claim.not_in)}" if claim.not_in else words


def _topics(coverage: Coverage) -> Iterator[str]:
    provided = sum(bool(topic.clauses) for topic in coverage.topics)
    yield f"\n{heading(f'Topics ({provided} of {len(coverage.topics)} provided)')}"
    rows = []
    for group in coverage.groups:
        topics = [topic for topic in coverage.topics if topic.group == group.id]
        still_open = [t for t in topics if not t.clauses]
        by_tier = {t: [topic.id for topic in still_open if topic.from_tier == t] for t in (1, 2, 3, 4)}
        words = "; ".join(f"from tier {tier}: {', '.join(names)}" for tier, names in by_tier.items() if names)
        if topics:
            rows.append((group.title, f"{len(topics) - len(still_open)} of {len(topics)}", words or "none"))
    yield table(("Group", "Provided", "Open"), rows)


def _harms(coverage: Coverage, own: set[str]) -> Iterator[str]:
    yield f"\n{heading('Harms')}"
    rows = []
    for harm in coverage.harms:
        provided = f"{len(harm.topics) - len(harm.topics_open)} of {len(harm.topics)}"
        clauses = ", ".join(f"{c} (own)" if c in own else c for c in harm.clauses)
        rows.append((harm.code, provided, f"{harm.title}: {clauses or 'no clause'}"))
    yield table(("Code", "Topics", "Harm, and the clauses that guard against it"), rows)


def _models(coverage: Coverage) -> Iterator[str]:
    if coverage.models:
        yield f"\n{heading('Published models')}"
    for model in coverage.models:
        parts = sought(model)
        named = sum(bool(part.clauses) for part in parts)
        yield paragraph(f"{model.id}: {named} of {len(parts)} parts have a clause. {model_line(model)}")
        for state in ("covered in part", "same topic only", "open"):
            if names := _parts(model, state):
                yield paragraph(f"{state}: {names}", 2)


def _parts(model: ModelCoverage, state: str) -> str:
    return ", ".join(part.cite or part.id for part in sought(model) if part_words(part) == state)
