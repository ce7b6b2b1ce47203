"""The coverage of a library, worked out from its tables, its clauses and what the playbooks select."""

from contract_builder.built import Content
from contract_builder.check.scope import Scope
from contract_builder.coverage.findings import finding_coverage
from contract_builder.coverage.tiers import tiers_of
from contract_builder.model.clause import Clause
from contract_builder.model.coverage import (
    ArticleCoverage,
    AtTier,
    Coverage,
    CoveredClause,
    FindingCoverage,
    HarmCoverage,
    ModelCoverage,
    TopicCoverage,
    TopicGroup,
)
from contract_builder.model.library import AnchorArticle, AnchorModel, Library


def coverage_of(content: Content) -> Coverage:
    """Which findings, topics, harms and published models the clauses answer, from which tier, and what is still open."""
    return coverage_in(Scope(content.library, content.playbooks, content.triage))


def coverage_in(scope: Scope) -> Coverage:
    """As `coverage_of`, of contents under check. Reads no file."""
    library, playbooks = scope.library, scope.playbooks
    tiers = tiers_of(library, playbooks)
    clauses = sorted(library.clauses, key=lambda c: library.print_order[c.id])
    open_topics = {topic.id for topic in library.topics} - library.providers.keys()
    findings = tuple(finding_coverage(scope, f, clauses, tiers, open_topics) for f in library.findings)
    return Coverage(
        library=library.info.name,
        version=library.info.version,
        clauses=tuple(_column(library, clause) for clause in clauses),
        findings=findings,
        tiers=tuple(AtTier(tier.tier, sum(_answers(f, tier.tier) for f in findings)) for tier in tiers),
        topics=tuple(
            TopicCoverage(t.id, t.code, t.title, t.group, t.from_tier, _providers(library, (t.id,)))
            for t in library.topics
        ),
        harms=_harms(library, open_topics),
        models=tuple(_model(library, model) for model in library.anchors),
        groups=_groups(library),
    )


def _answers(finding: FindingCoverage, tier: int) -> bool:
    return any(t.tier == tier for claim in finding.claims for t in claim.tiers)


def _column(library: Library, clause: Clause) -> CoveredClause:
    return CoveredClause(
        clause.id,
        clause.title,
        clause.group,
        clause.version,
        clause.status,
        clause.risk.from_tier,
        overlay=clause.id in library.overlay_clauses,
        some_only=clause.risk.ai_types != "all" or clause.risk.service_areas != "all",
    )


def _providers(library: Library, topics: tuple[str, ...]) -> tuple[str, ...]:
    """The clauses that provide one of `topics`, in the order in which they print."""
    found = {clause.id for topic in topics for clause in library.providers.get(topic, ())}
    return tuple(sorted(found, key=library.print_order.__getitem__))


def _harms(library: Library, open_topics: set[str]) -> tuple[HarmCoverage, ...]:
    found = []
    for harm in library.taxonomy.harms:
        topics = tuple(t.id for t in library.topics if harm.id in t.harms)
        guards = (c.id for c in library.clauses if harm.id in c.risk.harms)
        clauses = tuple(sorted(guards, key=library.print_order.__getitem__))
        left = tuple(t for t in topics if t in open_topics)
        found.append(HarmCoverage(harm.id, harm.code, harm.title, clauses, topics, left))
    return tuple(found)


def _model(library: Library, model: AnchorModel) -> ModelCoverage:
    return ModelCoverage(
        model.id,
        model.title,
        model.publisher,
        model.date,
        model.status,
        model.confidence,
        model.note,
        tuple(_article(library, model, article) for article in model.articles),
    )


def _article(library: Library, model: AnchorModel, article: AnchorArticle) -> ArticleCoverage:
    named = (c.id for c in library.clauses if article.id in c.anchors.get(model.id, ()))
    clauses = tuple(sorted(named, key=library.print_order.__getitem__))
    near = tuple(c for c in _providers(library, article.topics) if c not in clauses)
    return ArticleCoverage(
        article.id,
        article.title,
        article.cite,
        article.confidence,
        clauses,
        near,
        article.topics,
        tuple(topic for topic in article.topics if topic not in library.providers),
    )


def _groups(library: Library) -> tuple[TopicGroup, ...]:
    """The groups of the clauses, and after them those that only topics have."""
    titles = {group.id: group.title for group in library.info.groups}
    titles |= {t.group: t.group for t in library.topics if t.group not in titles}
    return tuple(TopicGroup(id, title) for id, title in titles.items())
