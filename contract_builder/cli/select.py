"""`contract-builder select BRIEF`."""

import sys
from pathlib import Path

import click

from contract_builder import api
from contract_builder.cli.common import (
    brief_argument,
    checked_brief,
    end_with,
    json_option,
    library_option,
    print_json,
)
from contract_builder.cli.failures import EXIT_FINDINGS
from contract_builder.cli.table import heading, paragraph, table
from contract_builder.cli.triage import stop_words
from contract_builder.model.library import Library
from contract_builder.model.selection import LeftOut, Reason, Selection


@click.command("select")
@brief_argument
@library_option
@json_option
def command(brief: str, library: Path | None, as_json: bool) -> None:
    """Show every clause in or out for BRIEF, and why.

    Exits with 1 if a gate stops the purchase, or if the rules, or the brief's choices, contradict each other.
    """
    content, read = checked_brief(brief, library)
    selection = api.select_clauses(content, read)
    triage = api.assess(content, read)
    if as_json:
        print_json(selection)
    else:
        click.echo(heading(read.title))
        for words in stop_words(triage):
            click.echo(words)
        click.echo(paragraph(f"Playbooks: {', '.join(selection.playbooks)}") + "\n")
        click.echo(selection_words(selection, content.library))
    end_with(selection.diagnostics, as_json)
    if triage.stopped:
        sys.exit(EXIT_FINDINGS)


def selection_words(selection: Selection, library: Library, inside: str = "In") -> str:
    """What is in, by the rule that put it there; what is offered; what is out."""
    parts: list[str] = [heading(f"{inside} ({len(selection.chosen)})")]
    for reason in dict.fromkeys(choice.reasons[0] for choice in selection.chosen):
        rows = [
            (c.clause, c.position, gives(c.clause, library))
            for c in selection.chosen
            if c.reasons[0] == reason
        ]
        parts += ["", paragraph(rule_words(reason)), table(("Clause", "Position", "Gives"), rows)]
    for title, offered in (("Offered", True), ("Out", False)):
        rows = [(o.clause, "", why_out(o)) for o in selection.left_out if o.offered is offered]
        if rows:
            parts += ["", heading(f"{title} ({len(rows)})")]
            parts.append(table(("Clause", "Why it is not in"), [(name, why) for name, _, why in rows]))
    return "\n".join(parts)


def gives(clause: str, library: Library) -> str:
    """The protections that a clause gives, in words."""
    titles = {topic.id: topic.title for topic in library.topics}
    found = library.clause_by_id[clause]
    return "; ".join(titles.get(t, t) for t in found.provides) or found.title


def rule_words(reason: Reason) -> str:
    """A reason with the place of its rule."""
    where = f" [{reason.playbook}/{reason.rule}, {reason.file}:{reason.line}]" if reason.rule else ""
    if not where and reason.file:
        where = f" [{reason.file}:{reason.line}]" if reason.line else f" [{reason.file}]"
    over = f" It replaces what {reason.overrode} says." if reason.overrode else ""
    return reason.because + over + where


def why_out(left: LeftOut) -> str:
    """The nearest rule, and the fact that failed it."""
    if left.failing:
        return "; ".join(f"Only if {f.wanted}; here it is {f.actual}" for f in left.failing) + "."
    return left.nearest.because if left.nearest else "No rule reaches it."
