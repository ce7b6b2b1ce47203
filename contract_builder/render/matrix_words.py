"""The text matrix in words: the same in the terminal, in Markdown and in HTML."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from contract_builder.model.matrix import (
    DimensionName,
    Mark,
    MatrixRow,
    PlaybookEffect,
    TextChange,
    TextMatrix,
)
from contract_builder.model.selection import Reason
from contract_builder.render.words import count, listed, source_words

TITLES: dict[DimensionName, str] = {
    "ai-type": "AI types",
    "service-area": "Service areas",
    "tier": "Tiers",
    "switch": "Switches",
}
MARK_WORDS: dict[Mark, str] = {
    "in": "comes in",
    "out": "goes out",
    "position": "position",
    "values": "values",
    "words": "words",
}
MARKS_MEAN = (
    "Comes in, goes out: the clause is in one of the two contracts only. Position: it stands at another position, "
    "so that all of it may read otherwise. Values: a value in it prints as another one. "
    "Words: paragraphs come, go or read otherwise."
)
SUBJECT = "What changes the words of a contract"
NOTHING = "changes nothing"
_MOST_CONTEXTS = 4
_EFFECTS = {
    "words": "changes words",
    "besides": "changes no words",
    "nothing": "changes nothing",
}


class Tally(NamedTuple):
    """How many clauses of a row come in, go out and change, and the schedules and definitions that differ."""

    come: int
    go: int
    change: int
    others: int


def tally(row: MatrixRow) -> Tally:
    """The counts of `row`. A clause that comes in in one context and changes in another counts twice."""
    clauses = [change for change in row.changes if change.kind == "clause"]
    within = frozenset[Mark](("position", "values", "words"))
    return Tally(
        sum("in" in c.marks for c in clauses),
        sum("out" in c.marks for c in clauses),
        sum(not within.isdisjoint(c.marks) for c in clauses),
        len(row.changes) - len(clauses),
    )


def outcome(row: MatrixRow) -> str:
    """What `row` comes to in one phrase."""
    if not row.changes:
        tested = f" It is tested by {listed(row.besides)}." if row.besides else ""
        return f"Changes nothing.{tested}"
    come, go, change, others = tally(row)
    parts = [
        f"{count(come, 'clause')} {'comes' if come == 1 else 'come'} in" if come else "",
        f"{count(go, 'clause')} {'goes' if go == 1 else 'go'} out" if go else "",
        f"{count(change, 'clause')} {'changes' if change == 1 else 'change'}" if change else "",
        f"{count(others, 'schedule or definition', 'schedules and definitions')} "
        f"{'differs' if others == 1 else 'differ'}" if others else "",
    ]  # fmt: skip
    words = listed(part for part in parts if part)
    return f"{words}; {count(row.words, 'word')}, in the case with the most."


def where(row: MatrixRow, contexts: tuple[int, ...]) -> str:
    """In which of the cases of `row` something is so."""
    if len(contexts) == len(row.contexts):
        return "in every case compared" if len(contexts) > 1 else "in the case compared"
    tiers = [row.contexts[n].facts.get("tier") for n in contexts if len(row.contexts[n].facts) == 1]
    if len(tiers) == len(contexts) > 1:
        return f"at tiers {listed(map(str, tiers))}"
    named = [row.contexts[n].words for n in contexts[:_MOST_CONTEXTS]]
    more = len(contexts) - len(named)
    words = "; ".join(named) + (f"; and {more} more" if more else "")
    return f"at {words}" if words.startswith("tier") else words if words.startswith("in ") else f"in {words}"


def besides_words(row: MatrixRow) -> str:
    """How much tests what `row` is about and changes no words; empty if nothing does."""
    tests = "constraint or departure rule tests it", "constraints or departure rules test it"
    return count(len(row.besides), *tests) if row.besides else ""


def why(reasons: tuple[Reason, ...]) -> str:
    """The reasons, with where each stands."""
    return " ".join(
        reason.because + (f" ({source})" if (source := source_words(reason)) else "") for reason in reasons
    )


def statements(change: TextChange, row: MatrixRow) -> Iterator[str]:
    """What `change` says of the text as a whole: that it comes in or goes out, its position, its values."""
    for coming in change.comings:
        at = f" at its {coming.position} position" if coming.position else ""
        verb = "Comes in" if coming.what == "in" else "Goes out"
        reason = why(coming.reasons)
        tail = f": {reason}" if reason else "."
        yield f"{verb}{at} ({count(coming.words, 'word')}), {where(row, coming.contexts)}{tail}"
    for moved in change.positions:
        words = f"The position changes from {moved.old} to {moved.new}, {where(row, moved.contexts)}"
        yield f"{words}: {why((moved.reason,))}"
    for value in change.values:
        words = f"{value.parameter} changes from “{value.old}” to “{value.new}”, {where(row, value.contexts)}"
        yield f"{words}: {why((value.reason,))}"


def contexts_words(row: MatrixRow) -> str:
    """In which cases the two contracts of `row` were compared."""
    named = "; ".join(context.words for context in row.contexts) or "none"
    failed = (
        f" In {count(row.not_compared, 'more case')} no contract can be made: see `check`."
        if row.not_compared
        else ""
    )
    return f"Compared with {row.against}, in {count(len(row.contexts), 'case')}: {named}.{failed}"


def effect_words(playbook: PlaybookEffect) -> str:
    """What `playbook` does, in one phrase."""
    words = _EFFECTS[playbook.effect]
    return f"{words}; it has {listed(playbook.besides)}" if playbook.besides else words


def title_of(matrix: TextMatrix) -> str:
    """The heading of every form of the matrix."""
    return f"{SUBJECT}: {matrix.library} {matrix.library_version}"


def parts_between(old: str, new: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """The words of both wordings in stretches, each with whether it is in only one of them."""
    one, other = old.split(), new.split()
    before: list[tuple[str, bool]] = []
    now: list[tuple[str, bool]] = []
    for what, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if b > a:
            before.append((" ".join(one[a:b]), what != "equal"))
        if d > c:
            now.append((" ".join(other[c:d]), what != "equal"))
    return before, now
