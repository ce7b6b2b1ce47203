"""`contract-builder triage BRIEF`."""

import sys
from pathlib import Path

import click

from contract_builder import api
from contract_builder.cli.common import brief_argument, checked_brief, json_option, library_option, print_json
from contract_builder.cli.failures import EXIT_FINDINGS
from contract_builder.cli.table import heading, paragraph, table
from contract_builder.model.library import Taxonomy
from contract_builder.model.triage import TriageResult


@click.command("triage")
@brief_argument
@library_option
@json_option
def command(brief: str, library: Path | None, as_json: bool) -> None:
    """Work out the tier of BRIEF, or why it stops.

    Exits with 1 if a gate stops the purchase.
    """
    content, read = checked_brief(brief, library)
    result = api.assess(content, read)
    if as_json:
        print_json(result)
    else:
        click.echo(heading(read.title))
        click.echo(tier_words(result, content.library.taxonomy))
        print_reasons(result)
    if result.stopped:
        sys.exit(EXIT_FINDINGS)


def tier_words(result: TriageResult, taxonomy: Taxonomy) -> str:
    """The tier in two or three lines."""
    lines = stop_words(result)
    inherent, residual = taxonomy.tiers[result.inherent - 1], taxonomy.tiers[result.residual - 1]
    lines.append(
        paragraph(
            f"Inherent tier {result.inherent} ({inherent.title}): score {result.score} of 100, floor {result.floor}. "
            "Clauses follow it."
        )
    )
    lines.append(
        paragraph(
            f"Residual tier {result.residual} ({residual.title}): {result.mitigation_percent}% of the safeguards "
            f"are evidenced. Sign-off: {residual.sign_off}."
        )
    )
    if result.unanswered:
        lines.append(
            paragraph("Not known, so scored as the worst answer: " + ", ".join(result.unanswered) + ".")
        )
    return "\n".join(lines)


def stop_words(result: TriageResult) -> list[str]:
    """Each gate that stops the purchase; none if nothing does."""
    return [paragraph(f"STOP AND REFER ({r.about}). {r.words}") for r in result.reasons if r.kind == "stop"]


def print_reasons(result: TriageResult) -> None:
    """What raised the score, and what held or moved the tier."""
    scored = [r for r in result.reasons if r.kind in ("answer", "unknown") and r.points]
    rows = [(str(r.points), r.words) for r in sorted(scored, key=lambda r: -r.points)]
    click.echo()
    click.echo(heading("What raised the score"))
    click.echo(table(("Points", "Answer"), rows))
    click.echo()
    for reason in result.reasons:
        if reason.kind in ("referral", "floor", "band", "mitigation"):
            click.echo(paragraph(reason.words))
