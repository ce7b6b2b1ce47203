"""`contract-builder bundle`: mandatory and offered clauses, with no brief."""

from pathlib import Path

import click

from contract_builder import api
from contract_builder.cli.common import end_with, json_option, library_option, open_contents, print_json
from contract_builder.cli.complete import ai_types, service_areas
from contract_builder.cli.select import selection_words
from contract_builder.cli.table import heading, paragraph


@click.command("bundle")
@click.option(
    "--ai-type", "types", multiple=True, required=True, shell_complete=ai_types,
    help="What kind of AI is bought; give it again for each kind. See `list --what ai-types`.",
)  # fmt: skip
@click.option(
    "--service-area", "area", required=True, shell_complete=service_areas,
    help="Which service uses it. See `list --what service-areas`.",
)  # fmt: skip
@click.option(
    "--tier", type=click.IntRange(1, 4), required=True, help="1 minimal, 2 moderate, 3 high, 4 critical."
)
@library_option
@json_option
def command(types: tuple[str, ...], area: str, tier: int, library: Path | None, as_json: bool) -> None:
    """Show what is mandatory and offered for an AI type, service area and tier, and why."""
    content = open_contents(library)
    selection = api.bundle(content, types, area, tier)
    if as_json:
        print_json(selection)
    else:
        click.echo(heading(f"{', '.join(types)} in {area}, tier {tier}"))
        info = content.library.taxonomy.tiers[tier - 1]
        click.echo(paragraph(f"Clause posture: {info.posture}. Sign-off: {info.sign_off}."))
        floor = max(content.triage.floors[t][area] for t in types)
        if tier < floor:
            click.echo(
                paragraph(
                    f"Note: the triage never puts this below tier {floor}; a brief would show tier {floor} or more."
                )
            )
        click.echo()
        click.echo(selection_words(selection, content.library, "Mandatory"))
    end_with(selection.diagnostics, as_json)
