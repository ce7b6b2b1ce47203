"""`contract-builder prove`."""

import sys
from pathlib import Path

import click

from contract_builder import api, upkeep
from contract_builder.cli.common import json_option, library_option, print_json, printable
from contract_builder.cli.failures import EXIT_FINDINGS
from contract_builder.cli.files import refuse_existing, write_all
from contract_builder.cli.style import styled
from contract_builder.cli.table import heading, paragraph, table
from contract_builder.model.proof import Counterexample, Proof, file_name

_SHOWN = 20
"""Counter-examples that a terminal shows; -o and --json give all."""


@click.command("prove")
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    callback=printable,
    help="A folder to write a brief to for each counter-example.",
)
@click.option("--force", is_flag=True, help="Write over briefs that are there.")
@click.option(
    "--cross-check", is_flag=True, help="Try each claim that can be by both methods, which takes longer."
)
@library_option
@json_option
def command(out: Path | None, force: bool, cross_check: bool, library: Path | None, as_json: bool) -> None:
    """Prove what holds for every contract that the library and the playbooks can make.

    All sets of AI types, service areas, tiers and other facts are covered, not a sample. A council's overlay is
    proved, too, where council.toml is found from the working folder upwards: without it, then with it. AI schedules
    are proved for each host.
    Exits with 1 if something does not hold; each such thing comes with the plainest purchase that shows it.
    """
    proofs = upkeep.prove_contents(library, api.council_near(Path.cwd()), cross_check)
    briefs = {file_name(c): c.brief.encode() for p in proofs for c in p.found if c.brief}
    written: list[Path] = []
    if out is not None and briefs:
        if not force:
            refuse_existing(out, list(briefs))
        written = write_all(out, briefs)
    if as_json:
        print_json({"format": 1, "proofs": proofs})
    else:
        click.echo("\n\n".join(_words(proof) for proof in proofs))
        if briefs:
            click.echo("\n" + paragraph(_about_briefs(written, len(briefs))))
    if any(proof.found for proof in proofs):
        sys.exit(EXIT_FINDINGS)


def _words(proof: Proof) -> str:
    parts = [
        heading(_title(proof)),
        _size(proof),
    ]
    rows = [
        (
            f"{c.by_structure + c.by_enumeration + c.by_solver:,}",
            f"{c.by_structure:,}",
            f"{c.by_enumeration:,}",
            f"{c.by_solver:,}",
            f"{c.largest:,}" if c.largest else "-",
            str(c.broken) if c.broken else "none",
            c.means,
        )
        for c in proof.covered
    ]
    header = ("Claims", "Structure", "Tried", "Diagrams", "Largest", "Broken", "What is claimed")
    parts += ["", table(header, rows), "", _method(proof)]
    if proof.found:
        parts += ["", heading(f"Does not hold ({len(proof.found)}), the plainest first")]
        parts += [_counterexample(one) for one in proof.found[:_SHOWN]]
        if len(proof.found) > _SHOWN:
            parts.append(
                paragraph(f"... and {len(proof.found) - _SHOWN} more: see --json, or -o for the briefs.")
            )
    else:
        parts += ["", heading("Everything holds.")]
    return "\n".join(parts)


def _title(proof: Proof) -> str:
    title = f"With the overlay of {proof.overlay}" if proof.overlay else "The library"
    return f"{title}, as an AI schedule to {proof.host}" if proof.host else title


def _size(proof: Proof) -> str:
    size = proof.size
    others = ", ".join(f"{fact} ({n})" for fact, n in size.switches.items())
    return paragraph(
        f"{size.reachable:,} contexts that a brief can have, of {size.contexts:,}: {size.ai_type_sets:,} sets of AI types, "
        f"{size.service_areas} service areas, {size.tiers} tiers, and what the rules tell apart of {others}."
    )


def _method(proof: Proof) -> str:
    words = (
        "Structure: no fact can change it. Tried: in each context that the facts of the claim tell apart; Largest is "
        "the most of these for one claim. Diagrams: where they are more than a million, by decision diagrams."
    )
    if proof.cross_checked:
        words += f" {proof.cross_checked:,} claims were tried by both methods, which agreed."
    return paragraph(words)


def _counterexample(one: Counterexample) -> str:
    level = styled("error", "red", bold=True)
    lines = [f"{one.place}: {level}: {one.message} [{one.property}]"]
    if one.facts:
        facts = {k: v for k, v in one.facts.items() if v != ()}
        lines.append(paragraph("for example: " + "; ".join(f"{k} {_value(v)}" for k, v in facts.items()), 2))
    lines += [paragraph(f"shown by a contract: {words}", 2) for words in one.shown[:2]]
    if one.facts and not one.reproduced:
        lines.append(
            paragraph("No contract made here shows it: please report this as a fault of `prove`.", 2)
        )
    lines.append(paragraph(f"help: {one.hint}", 2))
    return "\n".join(lines)


def _value(value: str | int | tuple[str, ...]) -> str:
    return " and ".join(value) if isinstance(value, tuple) else str(value)


def _about_briefs(written: list[Path], number: int) -> str:
    if written:
        return f"{number} briefs that show the faults are in {written[0].parent}; try `contract-builder select` on one."
    return "Give -o FOLDER to have a brief for each, which shows the fault in `contract-builder select`."
