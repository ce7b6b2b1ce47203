"""`contract-builder what-if BRIEF FIELD=VALUE …`."""

from collections.abc import Iterator
from pathlib import Path

import click

from contract_builder.cli.common import brief_argument, json_option, library_option, open_brief, print_json
from contract_builder.cli.select import gives, rule_words, why_out
from contract_builder.cli.table import heading, paragraph, table
from contract_builder.drafting import what_if
from contract_builder.errors import UsageError
from contract_builder.load.source import visible
from contract_builder.model.clause import Value
from contract_builder.model.difference import (
    Numbers,
    SelectionDifference,
    TextDifference,
    TriageDifference,
    WhatIf,
)
from contract_builder.model.library import Library
from contract_builder.model.words import written

_LISTS = ("ai_types", "take")
_NO_TEXT = {
    (True, False): "With this, no contract can be made.",
    (False, True): "As the brief stands, no contract can be made; with this, one can.",
    (False, False): "No contract can be made, as now.",
}
_NEW_DEFAULTS = "The library's defaults for the new position."
_FORM = (
    "Write FIELD=VALUE, such as data-sensitivity=none, estimated_value=6000000, ai_types=+forecasting or "
    "take=+model-change-control."
)


@click.command("what-if")
@brief_argument
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE...")
@library_option
@json_option
def command(brief: str, changes: tuple[str, ...], library: Path | None, as_json: bool) -> None:
    """Say what would change in the tier, the clauses, their positions and values if BRIEF answered otherwise, and why.

    Nothing is written. Several changes are made together.

    \b
    FIELD is a name from the brief, in full or in short:
      duration=days                        an answer of the triage (answers.duration)
      emotion-inference=no                 a gate (stops.…)
      change-log=in-place                  a safeguard (evidence.…)
      estimated_value=6000000              a fact (facts.…)
      service_area=adult-social-care
      ai_types=+forecasting                adds; -forecasting takes away; a,b replaces
      take=+model-change-control           an offered clause
      values.exit-plan.exit_help_months=9  a value
    Nothing after the = takes the answer out of the brief.
    """
    content, read = open_brief(brief, library)
    compared = what_if(content, read, _given(changes))
    if as_json:
        print_json(compared)
        return
    click.echo(heading(compared.title))
    for part in _parts(compared, content.library):
        click.echo(part)


def _given(changes: tuple[str, ...]) -> dict[str, str]:
    """The changes by field. Raises UsageError for what is no FIELD=VALUE, and for a field that is given twice."""
    given: dict[str, str] = {}
    for change in changes:
        field, equals, value = change.partition("=")
        shown = visible(" ".join(change.split()))
        if not equals or not field.strip():
            raise UsageError(f"{shown} is no change.", _FORM)
        field = field.strip()
        if field in _LISTS and field in given:
            value = f"{given[field]},{value}"
        elif field in given:
            raise UsageError(f"{visible(field)} is given twice.", "Keep one of the two.")
        given[field] = value
    return given


def _parts(compared: WhatIf, library: Library) -> Iterator[str]:
    """The answer, part by part."""
    rows = [(c.field, c.before or "(nothing)", c.after or "(nothing)") for c in compared.changes]
    yield "\n" + heading("What if")
    yield table(("Field", "Now", "Then"), rows)
    if not compared.differs:
        yield "\n" + heading("Nothing would change.")
        yield from (paragraph(words) for words in compared.why_not)
        return
    yield "\n" + heading("Tier")
    yield from _triage(compared, library)
    chosen = list(_selection(compared.selection, library))
    yield from chosen or [
        "\n" + paragraph("The same clauses are in, at the same positions, with the same values.")
    ]
    if compared.text is not None:
        yield "\n" + heading("Text")
        yield from _text(compared.text)
    else:
        yield "\n" + paragraph(_NO_TEXT[compared.contract_now, compared.contract_then])
    if compared.alone:
        yield "\n" + paragraph(f"On {'its' if len(compared.alone) == 1 else 'their'} own, "
                               f"{' or '.join(compared.alone)} would change nothing.")  # fmt: skip


def _triage(compared: WhatIf, library: Library) -> Iterator[str]:
    triage = compared.triage
    tiers = library.taxonomy.tiers
    for name, numbers in (("Inherent", triage.inherent), ("Residual", triage.residual)):
        yield paragraph(_tier(name, numbers, tiers[numbers.before - 1].title, tiers[numbers.after - 1].title))
    if triage.residual.differ:
        yield paragraph(f"Sign-off: {tiers[triage.residual.after - 1].sign_off}.")
    if triage.score.differ or triage.floor.differ or triage.mitigation_percent.differ:
        yield paragraph(
            f"Score {_now_then(triage.score, ' of 100')}. Floor {_now_then(triage.floor)}. "
            f"Safeguards evidenced: {_now_then(triage.mitigation_percent, '%')}."
        )
    yield from (paragraph(words) for words in compared.why_not)
    yield from _triage_reasons(triage)


def _triage_reasons(triage: TriageDifference) -> Iterator[str]:
    """What the triage says otherwise; the band and the share of the safeguards are said with the numbers."""
    for reason in triage.reasons_new:
        if reason.kind == "stop":
            yield paragraph(f"STOP AND REFER ({reason.about}). {reason.words}")
        elif reason.kind in ("answer", "unknown"):
            before = next((r.points for r in triage.reasons_gone if r.about == reason.about), 0)
            if before != reason.points:
                more = reason.points - before
                yield paragraph(f"{more:+d} point{'' if abs(more) == 1 else 's'}: {reason.words}", 2)
        elif reason.kind in ("floor", "referral"):
            yield paragraph(reason.words, 2)
    if triage.stops_gone:
        yield paragraph(f"No longer a stop: {', '.join(triage.stops_gone)}.")


def _tier(name: str, numbers: Numbers, before: str, after: str) -> str:
    if not numbers.differ:
        return f"{name} tier {numbers.after} ({after}), as now."
    return f"{name} tier {numbers.after} ({after}) instead of {numbers.before} ({before})."


def _now_then(numbers: Numbers, unit: str = "") -> str:
    then = f"{numbers.after}{unit}"
    return f"{then} instead of {numbers.before}" if numbers.differ else f"{then}, as now"


def _selection(changed: SelectionDifference, library: Library) -> Iterator[str]:
    if changed and (changed.playbooks_new or changed.playbooks_gone):
        says = (("Now applies", changed.playbooks_new), ("No longer applies", changed.playbooks_gone))
        words = " ".join(f"{what}: {', '.join(names)}." for what, names in says if names)
        yield "\n" + paragraph(f"Playbooks. {words}")
    if changed.comes_in:
        yield "\n" + heading(f"Comes in ({len(changed.comes_in)})")
        for one in changed.comes_in:
            yield paragraph(f"{one.clause} ({one.position}): {gives(one.clause, library)}.")
            yield paragraph(rule_words(one.reasons[0]), 4)
    if changed.goes_out:
        yield "\n" + heading(f"Goes out ({len(changed.goes_out)})")
        for out in changed.goes_out:
            yield paragraph(f"{out.clause}: {gives(out.clause, library)}.")
            yield paragraph(why_out(out), 4)
            if out.nearest and out.failing:
                yield paragraph(f"The rule that comes nearest: {rule_words(out.nearest)}", 4)
            if out.offered:
                yield paragraph(f"It is offered: take=+{out.clause} keeps it.", 4)
    if changed.moves:
        yield "\n" + heading(f"Changes position ({len(changed.moves)})")
        for reason in dict.fromkeys(m.reason for m in changed.moves):
            rows = [(m.clause, m.before, m.after) for m in changed.moves if m.reason == reason]
            yield paragraph(rule_words(reason))
            yield table(("Clause", "Now", "Then"), rows)
    if changed.values:
        yield "\n" + heading(f"Changes value ({len(changed.values)})")
        for reason in dict.fromkeys(v.reason for v in changed.values):
            values = [v for v in changed.values if v.reason == reason]
            moved = {m.clause for m in changed.moves} >= {v.owner for v in values}
            default = reason.effect == "default" and moved
            yield paragraph(_NEW_DEFAULTS if default else rule_words(reason))
            yield table(("Value", "Now", "Then"), [
                (f"{v.owner}.{v.parameter}", _value(v.before, v.owner, v.parameter, library),
                 _value(v.after, v.owner, v.parameter, library)) for v in values
            ])  # fmt: skip
    yield from _offers(changed, library)


def _offers(changed: SelectionDifference, library: Library) -> Iterator[str]:
    gone = {out.clause for out in changed.goes_out}
    if offered := [o for o in changed.offered if o.clause not in gone]:
        yield "\n" + heading(f"Newly offered ({len(offered)})")
        for offer in offered:
            yield paragraph(f"{offer.clause}: {gives(offer.clause, library)}.")
            yield paragraph(rule_words(offer.reason), 4)
    if changed.no_longer_offered:
        yield "\n" + paragraph(f"No longer offered: {', '.join(changed.no_longer_offered)}.")
    for title, found in (
        ("Problems that would appear", changed.found),
        ("Problems that would go", changed.mended),
    ):
        if found:
            yield "\n" + heading(f"{title} ({len(found)})")
            for d in found:
                yield paragraph(f"{d.level}: {d.message} [{d.rule}, {d.place}]")
                yield paragraph(d.hint, 4)


def _value(value: Value, owner: str, parameter: str, library: Library) -> str:
    owners = (library.clause_by_id.get(owner), library.schedule_by_id.get(owner))
    unit = next((p.unit for o in owners if o for p in o.parameters if p.name == parameter), "")
    return written(value, unit, "unit")


def _text(text: TextDifference) -> Iterator[str]:
    if not text:
        yield paragraph("Every clause, definition and schedule reads as now.")
        return
    yield paragraph(f"{_size(text.words, 'words')}. {_size(text.clauses, 'clauses')}.")
    if text.changed:
        rows = [(f"{c.kind} {c.id}", f"+{c.words_new}", f"-{c.words_gone}") for c in text.changed]
        yield table(("Reads otherwise", "Words in", "Words out"), rows)
    for words, names in (("Also in", text.texts_new), ("Also out", text.texts_gone)):
        if others := [name for name in names if not name.startswith("clause ")]:
            yield paragraph(f"{words}: {', '.join(others)}.")


def _size(numbers: Numbers, what: str) -> str:
    more = numbers.after - numbers.before
    size = f"{abs(more):,} {'more' if more > 0 else 'fewer'} than now" if more else "as now"
    return f"{numbers.after:,} {what}, {size}"
