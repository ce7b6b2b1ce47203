"""`contract-builder explain BRIEF CLAUSE`."""

from pathlib import Path

import click

from contract_builder import api
from contract_builder.cli.common import brief_argument, checked_brief, json_option, library_option, print_json
from contract_builder.cli.complete import clauses
from contract_builder.cli.select import rule_words, why_out
from contract_builder.cli.table import heading, paragraph
from contract_builder.model.clause import Clause
from contract_builder.model.documents import Explanation
from contract_builder.model.library import Library
from contract_builder.model.selection import Choice
from contract_builder.model.words import written


@click.command("explain")
@brief_argument
@click.argument("clause", shell_complete=clauses)
@library_option
@json_option
def command(brief: str, clause: str, library: Path | None, as_json: bool) -> None:
    """Say why CLAUSE is in or out for BRIEF."""
    content, read = checked_brief(brief, library)
    answer = api.explain(content, api.select_clauses(content, read), clause)
    if as_json:
        print_json(Explanation(chosen=answer) if isinstance(answer, Choice) else Explanation(left_out=answer))
        return
    title = content.library.clause_by_id[clause].title
    if isinstance(answer, Choice):
        click.echo(heading(f"{title} ({clause}@{answer.version}) is in, at its {answer.position} position."))
        _choice(answer, content.library)
        return
    click.echo(heading(f"{title} ({clause}) is out."))
    click.echo(paragraph(why_out(answer)))
    if answer.nearest:
        click.echo(paragraph(f"The rule that came nearest: {rule_words(answer.nearest)}"))
    if answer.offered:
        click.echo(paragraph("It is offered: name it under `take` in the brief to have it."))


def _choice(choice: Choice, library: Library) -> None:
    clause = library.clause_by_id[choice.clause]
    click.echo("\nWhy it is in:")
    for reason in choice.reasons:
        click.echo(paragraph(rule_words(reason), 2))
    click.echo(paragraph(f"Its tags: {tag_words(clause)} [{clause.file}].", 2))
    click.echo("\nWhy this position:")
    click.echo(paragraph(rule_words(choice.position_reason), 2))
    units = {p.name: p.unit for p in clause.parameters}
    if moved := [v for v in choice.values if v.reason.effect != "default"]:
        click.echo("\nValues that a rule or the brief set (the others are the library's defaults):")
        for value in moved:
            click.echo(
                paragraph(f"{value.parameter} = {written(value.value, units[value.parameter], 'unit')}", 2)
            )
            click.echo(paragraph(rule_words(value.reason), 4))


def tag_words(clause: Clause) -> str:
    """Where a clause applies, in words."""
    risk = clause.risk
    types = "every AI type" if risk.ai_types == "all" else ", ".join(risk.ai_types)
    areas = "every service area" if risk.service_areas == "all" else ", ".join(risk.service_areas)
    return f"from tier {risk.from_tier}, for {types}, in {areas}"
