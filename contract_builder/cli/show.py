"""`contract-builder show NAME`."""

from pathlib import Path

import click

from contract_builder.cli.common import json_option, library_option, open_contents, print_json
from contract_builder.cli.complete import names
from contract_builder.cli.list import clause_facts
from contract_builder.cli.source_text import body_text
from contract_builder.cli.table import heading, paragraph, table
from contract_builder.errors import UsageError
from contract_builder.model.clause import Clause
from contract_builder.model.library import Library


@click.command("show")
@click.argument("name", shell_complete=names)
@click.option("--position", help="Show only this position of a clause.")
@library_option
@json_option
def command(name: str, position: str | None, library: Path | None, as_json: bool) -> None:
    """Show one clause, topic, defined term or law hook, by its name."""
    found = open_contents(library).library
    if clause := found.clause_by_id.get(name):
        if position and not clause.position(position):
            have = ", ".join(p.name for p in clause.positions)
            raise UsageError(f"{name} has no position {position}.", f"It has: {have}.")
        print_json(_clause_json(clause)) if as_json else _clause(clause, found, position)
        return
    for kind in (found.topics, found.law, found.findings):
        for entry in kind:
            if entry.id == name:
                print_json(entry) if as_json else _fields(
                    {f: getattr(entry, f) for f in entry.__struct_fields__ if f != "line"}
                )
                return
    definition = next((d for d in found.definitions if name.casefold() in (d.id, d.term.casefold())), None)
    if definition is None:
        from difflib import get_close_matches

        near = get_close_matches(name, all_names(found), 1)
        raise UsageError(f"Nothing is called {name}.", f"Did you mean {near[0]}?" if near else "See `list`.")
    text = body_text(definition.body)
    if as_json:
        print_json(
            {"id": definition.id, "term": definition.term, "version": definition.version, "text": text}
        )
    else:
        click.echo(f"{heading(definition.term)} {definition.verb} {text}")


def all_names(library: Library) -> list[str]:
    """Everything that `show` shows."""
    return [
        *library.clause_by_id, *(t.id for t in library.topics), *(h.id for h in library.law),
        *(f.id for f in library.findings), *(d.id for d in library.definitions),
    ]  # fmt: skip


def _clause_json(clause: Clause) -> dict[str, object]:
    texts = {p.name: body_text(p.body) for p in clause.positions}
    return {**clause_facts(clause), "obligations": clause.obligations, "text": texts,
            "walk_away": clause.walk_away, "note": clause.note}  # fmt: skip


def _clause(clause: Clause, library: Library, position: str | None) -> None:
    click.echo(heading(f"{clause.title} ({clause.id}@{clause.version}, {clause.status})"))
    hooks = {h.id: h for h in library.law}
    _fields({
        "file": clause.file, "provides": clause.provides, "from tier": clause.risk.from_tier,
        "AI types": clause.risk.ai_types, "service areas": clause.risk.service_areas,
        "harms": clause.risk.harms, "answers": clause.answers, "requires": clause.requires,
    })  # fmt: skip
    if clause.parameters and not position:
        rows = [(p.name, f"{p.default} {p.unit}".strip()[:30], p.ask) for p in clause.parameters]
        click.echo("\n" + table(("Parameter", "Default", "Question"), rows))
    for p in clause.positions:
        if position in (None, p.name):
            click.echo("\n" + heading(f"Position: {p.name}"))
            if p.approver:
                click.echo(paragraph(f"Approved by: {p.approver}. Leaves: {p.leaves}."))
            click.echo(body_text(p.body))
    if not position:
        for title, text in (("Walk away", clause.walk_away), ("Note", clause.note)):
            click.echo("\n" + heading(title) + "\n" + text)
        cites = [(h, hooks[h].cite, hooks[h].confidence) for h in clause.law if h in hooks]
        click.echo("\n" + table(("Law", "Confidence", "Provision"), [(h, c, t) for h, t, c in cites]))


def _fields(fields: dict[str, object]) -> None:
    for name, value in fields.items():
        words = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        if words:
            click.echo(paragraph(f"{name}: {words}"))
