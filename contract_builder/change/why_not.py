"""Why something stays as it is: what holds the tier, and which rules look at a fact without deciding otherwise."""

from collections.abc import Iterator

from contract_builder.model.condition import Condition, tests_of, words
from contract_builder.model.difference import WhatIf
from contract_builder.model.playbook import Constraint, DepartureRule, Playbooks, Rule
from contract_builder.model.triage import TriageResult, TriageTable


def why_not(
    compared: WhatIf, before: TriageResult, after: TriageResult, table: TriageTable, playbooks: Playbooks
) -> tuple[str, ...]:
    """What holds the tier where the changes bear on it; and where nothing changes at all, why, a sentence each."""
    found = [
        f"The brief says so already: {c.field} is {c.after or 'not given'}."
        for c in compared.changes
        if c.before == c.after
    ]
    bears = any(
        c.before != c.after and c.field.partition(".")[0] in ("answers", "ai_types", "service_area")
        for c in compared.changes
    )
    if bears and not compared.triage.inherent.differ:
        found.append(_tier(before, after, table))
    if any(c.before != c.after and c.field.startswith("evidence.") for c in compared.changes):
        found += _safeguards(compared, after, table)
    if not compared.differs:
        found += _values(compared)
        found += _facts(compared, playbooks)
    return tuple(found)


def _tier(before: TriageResult, after: TriageResult, table: TriageTable) -> str:
    tier, score = after.inherent, after.score
    moved = (
        f"the score goes from {before.score} to {score}"
        if before.score != score
        else f"the score stays at {score}"
    )
    band = max(b.tier for b in table.bands if b.from_score <= score)
    if any(reason.kind == "referral" for reason in after.reasons):
        return f"The tier stays {tier}: somebody answers for a gate, and that makes it {tier}, whatever the score."
    if band < tier:
        held = max(
            (r for r in after.reasons if r.kind == "floor"), key=lambda r: r.words.endswith(f"tier {tier}.")
        )
        return f"The tier stays {tier}: {moved}, but the floor holds it. {held.words}"
    low = next(b.from_score for b in table.bands if b.tier == tier)
    high = min((b.from_score for b in table.bands if b.from_score > low), default=101) - 1
    too = f" The floor is {tier}, too." if after.floor == tier and tier > 1 else ""
    return f"The tier stays {tier}: {moved}, and tier {tier} is a score from {low} to {high}.{too}"


def _safeguards(compared: WhatIf, after: TriageResult, table: TriageTable) -> Iterator[str]:
    if compared.triage.residual.differ:
        return
    needed, percent = table.mitigation.threshold_percent, after.mitigation_percent
    if percent < needed:
        yield (
            f"Safeguards lower the residual tier, and no other, once {needed}% of them are evidenced; "
            f"here it is {percent}%."
        )
    else:
        yield (
            f"{percent}% of the safeguards are evidenced, which lowers the score for the residual tier to "
            f"{after.residual_score:g}; the residual tier stays {after.residual}."
        )


def _values(compared: WhatIf) -> Iterator[str]:
    for change in compared.changes:
        if change.field.startswith("values.") and change.before != change.after:
            yield f"{change.field} is what the contract would say anyway, or stands in no clause that is in it."


def _facts(compared: WhatIf, playbooks: Playbooks) -> Iterator[str]:
    for fact in compared.selection.facts:
        found = list(dict.fromkeys(_testing(fact.fact, playbooks)))
        if found:
            yield f"{fact.fact} decides nothing here. What looks at it: {'; '.join(found)}."
        else:
            yield f"No rule of a playbook looks at {fact.fact}."


def _testing(fact: str, playbooks: Playbooks) -> Iterator[str]:
    """The rules that test `fact`, and what they want it to be."""
    for playbook in playbooks.playbooks:
        deciding: tuple[Rule | Constraint | DepartureRule, ...] = (
            *playbook.rules,
            *playbook.constraints,
            *playbook.departures,
        )
        for rule in deciding:
            conditions: list[Condition] = [rule.when]
            if isinstance(rule, Constraint) and rule.must is not None:
                conditions.append(rule.must)
            wanted = [words(t) for c in conditions for t in tests_of(c) if t.fact == fact]
            if wanted:
                yield f"{playbook.id}/{rule.id} ({' and '.join(wanted)}) [{rule.file}:{rule.line}]"
