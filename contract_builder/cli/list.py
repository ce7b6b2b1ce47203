"""`contract-builder list`."""

from pathlib import Path

import click

from contract_builder import api
from contract_builder.cli import answers
from contract_builder.cli.common import json_option, library_option, open_contents, print_json
from contract_builder.cli.complete import ai_types, groups, harms, service_areas, topics
from contract_builder.cli.table import table
from contract_builder.errors import UsageError
from contract_builder.model.clause import Clause
from contract_builder.model.documents import ClauseFacts, Clauses, Name, Names
from contract_builder.model.library import Library

TAGS = ("ai-types", "service-areas", "topics", "harms", "groups")
WHAT = ("clauses", *TAGS, "hosts", *answers.WHAT, "examples")


@click.command("list")
@click.option("--what", type=click.Choice(WHAT), default="clauses", metavar="WHAT", show_default=True,
              help=f"What to list: {', '.join(WHAT)}.")  # fmt: skip
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
    """List clauses, narrowed by tags; or the names that briefs and options use.

    gates, questions, safeguards, facts, particulars and signing are what a brief answers, each with its possible answers.
    """
    if what == "examples":
        names = [f"example:{name}" for name in api.examples()]
        if as_json:
            print_json(_names(what, [(name, "") for name in names]))
        else:
            click.echo("\n".join(names))
        return
    content = open_contents(library)
    if what in answers.WHAT:
        print_json(answers.entries(content, what)) if as_json else click.echo(answers.in_words(content, what))
        return
    found = content.library
    tags = _tags(found)
    if what != "clauses":
        rows = tags[what]
        print_json(_names(what, rows)) if as_json else click.echo(table(("Name", "Title"), rows))
        return
    given = (("groups", group), ("topics", topic), ("ai-types", ai_type), ("service-areas", service_area),
             ("harms", harm))  # fmt: skip
    for kind, name in given:
        _refuse_unknown(kind, name, [known for known, _ in tags[kind]])
    clauses = [
        c for c in sorted(found.clauses, key=lambda c: found.print_order[c.id])
        if (group is None or c.group == group) and (topic is None or topic in c.provides)
        and (tier is None or c.risk.from_tier <= tier) and _tagged(c.risk.ai_types, ai_type)
        and _tagged(c.risk.service_areas, service_area) and (harm is None or harm in c.risk.harms)
    ]  # fmt: skip
    if as_json:
        print_json(Clauses(clauses=tuple(clause_facts(c) for c in clauses)))
        return
    lines = [(c.id, c.version, str(c.risk.from_tier), c.title) for c in clauses]
    click.echo(table(("Clause", "Version", "From tier", "Title"), lines) or "No clause fits.")


def _tags(library: Library) -> dict[str, list[tuple[str, str]]]:
    taxonomy = library.taxonomy
    return {
        "ai-types": [(t.id, t.title) for t in taxonomy.ai_types],
        "service-areas": [(a.id, a.title) for a in taxonomy.service_areas],
        "topics": [(t.id, t.title) for t in library.topics],
        "harms": [(h.id, h.title) for h in taxonomy.harms],
        "hosts": [(h.id, h.title) for h in library.hosts],
        "groups": [(g.id, g.title) for g in library.info.groups],
    }


def _refuse_unknown(kind: str, name: str | None, known: list[str]) -> None:
    if name is None or name in known:
        return
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    hint = f"Did you mean {near[0]}?" if near else f"See `list --what {kind}`."
    raise UsageError(f"Nothing in {kind} is called {name}.", hint)


def _tagged(tags: "tuple[str, ...] | str", wanted: str | None) -> bool:
    return wanted is None or tags == "all" or wanted in tags


def _names(what: str, rows: list[tuple[str, str]]) -> Names:
    return Names(what=what, names=tuple(Name(name, title) for name, title in rows))


def clause_facts(clause: Clause) -> ClauseFacts:
    """What a clause is and where it applies, without its text."""
    same = {f: getattr(clause, f) for f in ClauseFacts.__struct_fields__ if f != "positions"}
    return ClauseFacts(**same, positions=tuple(p.name for p in clause.positions))
