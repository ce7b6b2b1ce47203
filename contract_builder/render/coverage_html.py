"""The coverage as one HTML page: matrices that stay readable by keyboard, on paper and in the dark."""

from collections.abc import Iterable

from contract_builder.model.coverage import ArticleCoverage, Claim, Coverage, FindingCoverage, ModelCoverage
from contract_builder.render.coverage_style import COVERAGE
from contract_builder.render.coverage_words import (
    EVERY_CONTRACT,
    RULE,
    article_name,
    figures,
    held_words,
    model_line,
    part_words,
    provided_words,
    sought,
    tiers_line,
    tiers_words,
    value_words,
    where_words,
)
from contract_builder.render.html_parts import bullets, page, paragraph, text
from contract_builder.render.matrix import Column, Mark, Row, legend, matrix
from contract_builder.render.words import capital, count, listed

_TITLES = {
    "findings": "Findings and the clauses that answer them",
    "items": "What answers each finding",
    "harms": "Harms and the clauses that guard against them",
    "topics": "Topics and the clauses that provide them",
    "models": "Published models and the clauses that are like them",
}


_KINDS = {
    "covered": "yes",
    "covered in part": "part",
    "same topic only": "near",
    "open": "none",
    "for the buyer": "near",
}


def render_coverage_html(coverage: Coverage, tool_version: str = "") -> bytes:
    """`coverage` as a UTF-8 HTML page: no script, nothing fetched, light or dark as the reader has it."""
    sections = {
        "findings": _findings(coverage),
        "items": "".join(_card(finding, coverage) for finding in coverage.findings),
        "harms": _harms(coverage),
        "topics": _topics(coverage),
        "models": "".join(_model(model, coverage) for model in coverage.models)
        or paragraph("There are none."),
    }
    out = [_header(coverage), _contents(), '<main id="main">\n']
    for number, (name, title) in enumerate(_TITLES.items(), 1):
        out.append(f'<section id="{name}">\n<h2>{number}. {title}</h2>\n{sections[name]}</section>\n')
    out.append("</main>\n<footer><p>A draft library, and not legal advice.</p></footer>\n")
    return page(f"Coverage of {coverage.library}", COVERAGE, tool_version, "".join(out), "light dark")


def _header(coverage: Coverage) -> str:
    tiles = "".join(f"<div><dt>{text(n)}</dt><dd>{text(f)}</dd></div>" for n, f in figures(coverage).items())
    own = [clause.title for clause in coverage.clauses if clause.overlay]
    overlay = f" {capital(count(len(own), 'clause'))} of the council's own: {listed(own)}." if own else ""
    about = f"Version {coverage.version}, {count(len(coverage.clauses), 'clause')}.{overlay}"
    return (
        '<a class="skip" href="#main">Skip to the coverage</a>\n<header>\n'
        f'<p class="state">Coverage</p>\n<h1>{text(coverage.library)}</h1>\n'
        f"<p>{text(about)}</p>\n"
        f'<dl class="figures">{tiles}</dl>\n</header>\n'
    )


def _contents() -> str:
    links = "".join(f'<li><a href="#{n}">{i}. {t}</a></li>\n' for i, (n, t) in enumerate(_TITLES.items(), 1))
    return f'<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ul>\n{links}</ul>\n</nav>\n'


def _columns(coverage: Coverage, only: Iterable[str] | None = None) -> list[Column]:
    """The clauses as columns; `only` those that some row is marked with, if it is given."""
    wanted = None if only is None else set(only)
    return [
        Column(c.id, c.title, "own clause" if c.overlay else "some contracts only" if c.some_only else "")
        for c in coverage.clauses
        if wanted is None or c.id in wanted
    ]


def _findings(coverage: Coverage) -> str:
    key = legend(
        [
            (
                "yes",
                "Answered",
                "by items that give a right, a number and a remedy, at the tiers that are named",
            ),
            ("part", "Claimed", "by the clause, which names no such items, or items that fall short"),
        ]
    )
    rows = [_finding(finding) for finding in coverage.findings]
    intro = paragraph(f"{RULE} {tiers_line(coverage)} {EVERY_CONTRACT}")
    return intro + key + matrix("Findings by clause", "Finding", _columns(coverage), rows)


def _finding(finding: FindingCoverage) -> Row:
    words = {"answered": ("yes", "Answered"), "claimed": ("part", "Claimed"), "open": ("none", "Open")}
    kind, state = words[finding.state]
    more = {
        "answered": f"from tier {finding.from_tier}",
        "claimed": "not answered",
        "open": "no clause claims it",
    }
    if finding.state == "answered" and not finding.from_tier:
        more["answered"] = "not in every contract"
    marks = {claim.clause: _mark(claim) for claim in finding.claims}
    return Row(finding.code, finding.title, kind, state, more[finding.state], marks, f"finding-{finding.id}")


def _mark(claim: Claim) -> Mark:
    if not claim.answered:
        return Mark("part", "Claimed", "names no items" if not claim.positions else "falls short")
    return Mark(
        "yes", "Answered", tiers_words(t.tier for t in claim.tiers) if claim.tiers else "some contracts"
    )


def _card(finding: FindingCoverage, coverage: Coverage) -> str:
    clauses = {clause.id: clause for clause in coverage.clauses}
    rows = []
    for claim in finding.claims:
        clause = clauses[claim.clause]
        own = " (own clause)" if clause.overlay else ""
        rows.append((f"{clause.title}{own}", _claim(claim)))
    if not finding.claims:
        rows.append(("Open", text("No clause claims to answer it.")))
    if finding.topics_open:
        titles = {topic.id: topic.title for topic in coverage.topics}
        rows.append(("Topics that are open", text("; ".join(titles.get(t, t) for t in finding.topics_open))))
    body = "".join(f"<div><dt>{text(label)}</dt><dd>{words}</dd></div>\n" for label, words in rows)
    return (
        f'<section class="card" id="finding-{text(finding.id)}">'
        f'<h3><span class="code">{text(finding.code)}</span> <span>{text(finding.title)}</span></h3>\n<dl>\n{body}</dl></section>\n'
    )


def _claim(claim: Claim) -> str:
    head = f"<code>{text(claim.clause)}</code> {text(where_words(claim))}."
    if not claim.answered:
        return head
    items = []
    for held in held_words(claim):
        where = f"In {held.positions}: right" if held.positions else "Right"
        items.append(
            f"{text(where)} <code>{text(held.right)}</code>, number <code>{text(held.number)}</code>, "
            f"remedy <code>{text(held.remedy)}</code>"
        )
    if value := value_words(claim):
        items.append(f"The number: {text(value)}")
    return head + bullets(items)


def _harms(coverage: Coverage) -> str:
    rows = []
    for harm in coverage.harms:
        kind, state = ("yes", "Guarded") if harm.clauses else ("none", "Open")
        marks = {clause: Mark("yes", "Guards") for clause in harm.clauses}
        more = provided_words(harm.topics, harm.topics_open)
        rows.append(Row(harm.code, harm.title, kind, state, more, marks))
    return matrix("Harms by clause", "Harm", _columns(coverage), rows)


def _topics(coverage: Coverage) -> str:
    out = []
    for group in coverage.groups:
        topics = [topic for topic in coverage.topics if topic.group == group.id]
        if not topics:
            continue
        rows = [
            Row(
                t.code,
                t.title,
                "yes" if t.clauses else "none",
                "Provided" if t.clauses else "Open",
                f"asked for from tier {t.from_tier}",
                {clause: Mark("yes", "Provides") for clause in t.clauses},
            )
            for t in topics
        ]
        provided = sum(bool(t.clauses) for t in topics)
        columns = _columns(coverage, (clause for t in topics for clause in t.clauses))
        caption = f"{group.title}: {provided} of {len(topics)} provided"
        out.append(f"<h3>{text(group.title)}</h3>\n" + matrix(caption, "Topic", columns, rows))
    return "".join(out)


def _model(model: ModelCoverage, coverage: Coverage) -> str:
    parts = sought(model)
    named = sum(bool(part.clauses) for part in parts)
    columns = _columns(coverage, (c for a in model.articles for c in (*a.clauses, *_near(a))))
    caption = f"{model.title}: {named} of {count(len(parts), 'part')} with a clause"
    note = f" {model.note}" if model.note else ""
    return (
        f"<h3>{text(model.title)}</h3>\n"
        + paragraph(f"{model_line(model)}.{note}")
        + matrix(caption, "Part", columns, [_article(model, article) for article in model.articles])
    )


def _near(article: ArticleCoverage) -> tuple[str, ...]:
    """Clauses on the same topic count for a part that no clause names; beside one that does they are noise."""
    return () if article.clauses else article.by_topic


def _article(model: ModelCoverage, article: ArticleCoverage) -> Row:
    marks = {clause: Mark("yes", "Like it") for clause in article.clauses}
    marks |= {clause: Mark("near", "Same topic") for clause in _near(article)}
    state = part_words(article)
    more = provided_words(article.topics, article.topics_open)
    if article.confidence != model.confidence and article.confidence in ("unconfirmed", "knowledge"):
        more = f"{more}; the part is not confirmed"
    return Row("", article_name(article), _KINDS[state], capital(state), more, marks)
