"""`contract-builder list`."""

from pathlib import Path

import click

from contract_builder import api
from contract_builder.cli.common import json_option, library_option, open_contents, print_json
from contract_builder.cli.complete import ai_types, groups, harms, service_areas, topics
from contract_builder.cli.table import table
from contract_builder.model.clause import Clause

WHAT = ("clauses", "ai-types", "service-areas", "topics", "harms", "examples")


@click.command("list")
@click.option("--what", type=click.Choice(WHAT), default="clauses", show_default=True, help="What to list.")
@click.option("--group", shell_complete=groups, help="Clauses of one group.")
@click.option("--topic", shell_complete=topics, help="Clauses that provide a topic.")
@click.option("--tier", type=click.IntRange(1, 4), help="Clauses that apply at a tier.")
@click.option("--ai-type", shell_complete=ai_types, help="Clauses that apply to an AI type.")
@click.option("--service-area", shell_complete=service_areas, help="Clauses that apply in a service area.")
@click.option("--harm", shell_complete=harms, help="Clauses that guard against a harm.")
@library_option
@json_option
def command(
    what: str, group: str | None, topic: str | None, tier: int | None, ai_type: str | None,
    service_area: str | None, harm: str | None, library: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """List clauses, narrowed by tags, or AI types, service areas, topics, harms or examples."""
    if what == "examples":
        rows = [(f"example:{name}",) for name in api.examples()]
        print_json([r[0] for r in rows]) if as_json else click.echo("\n".join(r[0] for r in rows))
        return
    content = open_contents(library)
    found = content.library
    if what == "clauses":
        clauses = [
            c for c in sorted(found.clauses, key=lambda c: found.print_order[c.id])
            if (group is None or c.group == group) and (topic is None or topic in c.provides)
            and (tier is None or c.risk.from_tier <= tier) and _tagged(c.risk.ai_types, ai_type)
            and _tagged(c.risk.service_areas, service_area) and (harm is None or harm in c.risk.harms)
        ]  # fmt: skip
        if as_json:
            print_json([clause_facts(c) for c in clauses])
        else:
            click.echo(
                table(
                    ("Clause", "Version", "From tier", "Positions", "Title"),
                    [
                        (
                            c.id,
                            c.version,
                            str(c.risk.from_tier),
                            ", ".join(p.name for p in c.positions),
                            c.title,
                        )
                        for c in clauses
                    ],
                )
                or "No clause fits."
            )
        return
    taxonomy = found.taxonomy
    tags: dict[str, list[tuple[str, str]]] = {
        "ai-types": [(t.id, t.title) for t in taxonomy.ai_types],
        "service-areas": [(a.id, a.title) for a in taxonomy.service_areas],
        "topics": [(t.id, t.title) for t in found.topics],
        "harms": [(h.id, h.title) for h in taxonomy.harms],
    }
    if as_json:
        print_json([{"id": name, "title": title} for name, title in tags[what]])
    else:
        click.echo(table(("Name", "Title"), tags[what]))


def _tagged(tags: "tuple[str, ...] | str", wanted: str | None) -> bool:
    return wanted is None or tags == "all" or wanted in tags


def clause_facts(clause: Clause) -> dict[str, object]:
    """What a clause is and where it applies, without its text."""
    return {
        "id": clause.id, "title": clause.title, "version": clause.version, "status": clause.status,
        "group": clause.group, "provides": clause.provides, "risk": clause.risk, "answers": clause.answers,
        "law": clause.law, "anchors": clause.anchors, "requires": clause.requires,
        "parameters": clause.parameters, "positions": [p.name for p in clause.positions], "file": clause.file,
    }  # fmt: skip
