"""The coverage as Markdown: the same facts as the HTML page, in tables that a code host shows."""

from collections.abc import Iterable, Sequence

from contract_builder.model.coverage import Coverage, FindingCoverage, ModelCoverage
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
    state_words,
    tiers_line,
    value_words,
    where_words,
)
from contract_builder.render.markdown_text import edges, inline

_MARKS = {True: "answered", False: "claimed"}


def render_coverage_markdown(coverage: Coverage) -> bytes:
    """`coverage` as UTF-8 Markdown."""
    titles = {clause.id: clause.title + (" (own)" if clause.overlay else "") for clause in coverage.clauses}
    lines = [
        f"# Coverage of {_one(coverage.library)}, version {_one(coverage.version)}",
        "",
        _table(("What", "How far"), figures(coverage).items()),
        f"{RULE} {tiers_line(coverage)} {EVERY_CONTRACT}",
        "",
        "## Findings",
        "",
        _findings(coverage),
        *(_claims(finding) for finding in coverage.findings if finding.claims),
        "## Harms",
        "",
        _table(
            ("Harm", "Clauses", "Topics"),
            [
                (f"{h.code} {h.title}", _names(h.clauses), provided_words(h.topics, h.topics_open))
                for h in coverage.harms
            ],
        ),
        "## Topics",
        "",
        _table(
            ("Topic", "From tier", "Clauses"),
            [(f"{t.code} {t.title}", str(t.from_tier), _names(t.clauses)) for t in coverage.topics],
        ),
        *(_model(model) for model in coverage.models),
        "## Clauses",
        "",
        _table(
            ("Clause", "Title", "Version", "From tier"),
            [(c.id, titles[c.id], c.version, str(c.from_tier)) for c in coverage.clauses],
        ),
    ]
    return ("\n".join(lines).rstrip() + "\n").encode()


def _findings(coverage: Coverage) -> str:
    rows = [
        (
            f"{f.code} {f.title}",
            state_words(f),
            ", ".join(f"{c.clause} ({_MARKS[c.answered]})" for c in f.claims),
        )
        for f in coverage.findings
    ]
    return _table(("Finding", "State", "Clauses"), rows)


def _claims(finding: FindingCoverage) -> str:
    rows = [
        (c.clause, where_words(c), h.right, h.number, value_words(c), h.remedy)
        if h.positions == ""
        else (c.clause, f"{where_words(c)}; {h.positions}", h.right, h.number, value_words(c), h.remedy)
        for c in finding.claims
        if c.answered
        for h in held_words(c)
    ]
    rows += [(c.clause, where_words(c), "", "", "", "") for c in finding.claims if not c.answered]
    return f"### {_one(f'{finding.code} {finding.title}')}\n\n" + _table(
        ("Clause", "State", "Right", "Number", "Value", "Remedy"), rows
    )


def _model(model: ModelCoverage) -> str:
    named = sum(bool(article.clauses) for article in sought(model))
    head = f"## {_one(model.title)}\n\n{_one(model_line(model))}. {named} of {len(sought(model))} parts have a clause.\n"
    rows = [
        (
            article_name(a),
            part_words(a),
            _names(a.clauses),
            provided_words(a.topics, a.topics_open),
        )
        for a in model.articles
    ]
    return f"{head}\n" + _table(("Part", "State", "Clauses", "Topics"), rows)


def _names(clauses: Sequence[str]) -> str:
    return ", ".join(clauses)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_row(header), _row(["---"] * len(header)), *(_row([_one(cell) for cell in row]) for row in rows)]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _one(words: str) -> str:
    return edges(inline(words))
