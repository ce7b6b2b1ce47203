"""Plain words for slugs, numbers, values, reasons and runs, the same in every format."""

from collections.abc import Iterable

from contract_builder.model.contract import (
    BlankRun,
    Block,
    Contract,
    DefinitionNode,
    Para,
    Run,
    Runs,
    ScheduleNode,
)
from contract_builder.model.selection import Reason

BLANK_LABEL = "To fill in"
"""Stands before the prompt of every blank, so that a blank is known without seeing its colour."""

PARTIES = ("Council", "Supplier")
"""What the contract calls its parties, in the order of `Contract.parties`."""


def definitions_lead(contract: Contract) -> str:
    """The words before the definitions."""
    return "In this Schedule:" if contract.host else "In this Contract:"


def part_titles(contract: Contract) -> tuple[str, str]:
    """The titles of the parts that hold the Particulars and the clauses."""
    host = contract.host
    return (host.part_a, host.part_b) if host else ("Particulars", "Terms")


_SPELLINGS = {"ai": "AI", "kpis": "KPIs"}


def from_slug(slug: str) -> str:
    """`predictive-risk-scoring` or `ai_types` as a reader would write it, with a capital at the start."""
    words = [_SPELLINGS.get(word, word) for word in slug.replace("_", "-").split("-")]
    return capital(" ".join(words))


def capital(words: str) -> str:
    """`words` with a capital at the start and the rest left alone."""
    return words[:1].upper() + words[1:]


def listed(words: Iterable[str]) -> str:
    """`words` as a list in a sentence: "a", "a and b", "a, b and c"."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 blank", "2 blanks"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def schedule_title(schedule: ScheduleNode) -> str:
    """A schedule's number and heading: "Schedule 2 – Exit"."""
    return f"{schedule.number} – {schedule.heading}"


def run_text(run: Run) -> str:
    """The words of one run as every format prints them; a blank as its label and prompt in brackets."""
    return f"[{BLANK_LABEL}: {run.prompt}]" if isinstance(run, BlankRun) else run.text


def plain(runs: Iterable[Run]) -> str:
    """The words of `runs` without any mark-up."""
    return "".join(run_text(run) for run in runs)


def opening(definition: DefinitionNode) -> tuple[Runs, tuple[Block, ...]]:
    """What stands in one paragraph with the term and its verb, and the blocks after it."""
    first = definition.blocks[0] if definition.blocks else None
    return (first.runs, definition.blocks[1:]) if isinstance(first, Para) else ((), definition.blocks)


def source_words(reason: Reason) -> str:
    """Where a reason stands: "tier-3, rule short-forms, playbooks/tiers/tier-3.yaml:12"; empty if nowhere."""
    place = f"{reason.file}:{reason.line}" if reason.line else reason.file
    rule = f"rule {reason.rule}" if reason.rule else ""
    return ", ".join(part for part in (reason.playbook, rule, place) if part)
