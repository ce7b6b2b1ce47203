"""`contract-builder show NAME`."""

from pathlib import Path

import click

from contract_builder.cli.common import json_option, library_option, open_contents, print_json
from contract_builder.cli.complete import names
from contract_builder.cli.list import clause_facts
from contract_builder.cli.source_text import ANY_WIDTH, body_text
from contract_builder.cli.table import heading, paragraph, table
from contract_builder.errors import UsageError
from contract_builder.model.clause import Clause
from contract_builder.model.documents import ClauseText, DefinitionText, Entry
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
        print_json(Entry(kind="clause", clause=_clause_json(clause))) if as_json else _clause(
            clause, found, position
        )
        return
    if entry := _record(found, name):
        if as_json:
            print_json(entry)
        else:
            record = getattr(entry, entry.kind)
            _fields({f: getattr(record, f) for f in record.__struct_fields__ if f != "line"})
        return
    definition = next((d for d in found.definitions if name.casefold() in (d.id, d.term.casefold())), None)
    if definition is None:
        from difflib import get_close_matches

        near = get_close_matches(name, all_names(found), 1)
        raise UsageError(f"Nothing is called {name}.", f"Did you mean {near[0]}?" if near else "See `list`.")
    if as_json:
        text = body_text(definition.body, ANY_WIDTH)
        shown = DefinitionText(definition.id, definition.term, definition.version, text)
        print_json(Entry(kind="definition", definition=shown))
    else:
        click.echo(f"{heading(definition.term)} {definition.verb} {body_text(definition.body)}")


def all_names(library: Library) -> list[str]:
    """Everything that `show` shows."""
    return [
        *library.clause_by_id, *(t.id for t in library.topics), *(h.id for h in library.law),
        *(f.id for f in library.findings), *(d.id for d in library.definitions),
    ]  # fmt: skip


def _record(library: Library, name: str) -> Entry | None:
    """The topic, law hook or finding called `name`, if there is one."""
    topic = next((t for t in library.topics if t.id == name), None)
    law = next((h for h in library.law if h.id == name), None)
    finding = next((f for f in library.findings if f.id == name), None)
    if topic:
        return Entry(kind="topic", topic=topic)
    if law:
        return Entry(kind="law", law=law)
    return Entry(kind="finding", finding=finding) if finding else None


def _clause_json(clause: Clause) -> ClauseText:
    texts = {p.name: body_text(p.body, ANY_WIDTH) for p in clause.positions}
    return ClauseText(clause_facts(clause), clause.obligations, texts, clause.walk_away, clause.note)


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
