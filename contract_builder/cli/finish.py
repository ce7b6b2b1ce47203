"""What `new` says once every question is answered: the tier, what raised it, what is not known, and what to do next."""

from pathlib import Path

import click

from contract_builder import api
from contract_builder.cli.table import heading, paragraph, table
from contract_builder.cli.triage import print_reasons, tier_words
from contract_builder.interview.ask import Answers
from contract_builder.interview.questions import questions_of
from contract_builder.model.brief import Brief
from contract_builder.model.diagnostic import errors
from contract_builder.model.triage import TriageResult
from contract_builder.triage.levers import at_best, unknowns


def finish(content: api.Content, file: Path, quoted: str) -> None:
    """Print the outcome of the brief in `file`; `quoted` is its name for a command line."""
    brief = api.read_brief(file, content)
    result = api.assess(content, brief)
    click.echo(heading(brief.title))
    click.echo(tier_words(result, content.library.taxonomy))
    print_reasons(result)
    _not_known(content, brief, result)
    click.echo("\n" + heading("Next"))
    if result.stopped:
        click.echo(paragraph(
            f"Find out what the gates ask, and answer them: contract-builder new --review {quoted}. "
            "Where the answer is yes, whoever answers for it is named in the brief, in a text editor, under "
            "`triage.referrals` with `gate`, `why`, `approved_by` and `on`. Until then no contract is made."
        ))  # fmt: skip
        return
    if found := errors(api.build(content, brief).diagnostics):
        click.echo(paragraph("Before a contract can be made:"))
        for diagnostic in found:
            click.echo(paragraph(f"{diagnostic.message} {diagnostic.hint}", 2))
    click.echo(paragraph(f"Make the contract: contract-builder build {quoted} -o out"))
    click.echo(
        paragraph(f"See what another answer would change: contract-builder what-if {quoted} FIELD=VALUE")
    )


def _not_known(content: api.Content, brief: Brief, result: TriageResult) -> None:
    rows = [(f"-{u.points}", u.ask) for u in unknowns(brief, content.triage)]
    if rows:
        best = at_best(brief, content.triage)
        click.echo("\n" + heading(f"Not known ({len(rows)})"))
        click.echo(table(("At best", "Question"), rows))
        click.echo(paragraph(
            f"If all of these turned out best, the score would be {best.score} and the inherent tier "
            + (f"{best.inherent}." if best.inherent != result.inherent else f"still {best.inherent}.")
        ))  # fmt: skip
    said: Answers = {"ai_types": brief.ai_types, **{f"answers.{q}": a for q, a in brief.answers.items()}}
    stated = {f"facts.{name}" for name in brief.facts}
    asks = [a for a in questions_of(content) if a.key.startswith("facts.") and not a.settled(said)]
    if facts := [a for a in asks if a.key not in stated]:
        click.echo("\n" + heading(f"Facts that are not known ({len(facts)})"))
        click.echo(
            table(("Counts as", "Fact"), [(a.if_unknown.removeprefix("counts as "), a.words) for a in facts])
        )
    contract = api.build(content, brief).contract if not result.stopped else None
    blanks = contract.open_items if contract else ()
    if blanks:
        owners = sorted({f.owner for f in blanks})
        click.echo("\n" + paragraph(f"{len(blanks)} fields of the Particulars print as blanks, for "
                                    f"{', '.join(owners)} to fill in."))  # fmt: skip
