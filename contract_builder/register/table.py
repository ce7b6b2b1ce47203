"""The register as rows of words, the same for a spreadsheet and for CSV."""

from collections.abc import Iterator

from contract_builder.model.base import Frozen
from contract_builder.model.register import Register, RegisterEntry

COLUMNS = (
    "No",
    "Where",
    "Party",
    "Action",
    "Trigger",
    "Due",
    "Date",
    "Repeat",
    "Evidence",
    "Status",
    "Done on",
    "Note",
)
STATUSES = ("Not started", "In progress", "Done", "Late", "Does not apply")
_ACTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_FULL_WIDTH = "＝＋－＠"
"""The same signs as some keyboards write them: spreadsheets take them for the others."""


class Row(Frozen, frozen=True):
    """One line: an obligation, or one date of it."""

    number: int
    where: str
    """"clause 1.10": a bare number would lose its last nought in a spreadsheet that reads CSV."""
    party: str
    action: str
    trigger: str
    due: str
    date: str
    """YYYY-MM-DD; "" where none can be known."""
    repeat: str
    """"2 of 5"; "" for what falls due once."""
    evidence: str
    note: str


def rows_of(register: Register) -> Iterator[Row]:
    """A line for each date, and one for each obligation without; in the order of the clauses."""
    for number, entry in enumerate(register.entries, 1):
        if not entry.dates:
            yield _row(number, entry, "", "", entry.note)
        for nth, date in enumerate(entry.dates, 1):
            repeat = f"{nth} of {len(entry.dates)}" if entry.when == "repeated" else ""
            note = " ".join(part for part in (date.note, entry.note) if part)
            yield _row(number, entry, date.date, repeat, note)


def _row(number: int, entry: RegisterEntry, date: str, repeat: str, note: str) -> Row:
    said = entry.obligation
    return Row(
        number,
        cited(said.number),
        said.party,
        said.action,
        said.trigger,
        said.due,
        date,
        repeat,
        said.evidence,
        note,
    )


def cited(number: str) -> str:
    """The sentence that `number` names, as it is cited: "clause 4.3(a)"."""
    return f"clause {number}" if number[:1].isdecimal() else number


def acts(text: str) -> bool:
    """Whether a spreadsheet may take `text` for a formula, or for a command of an older program."""
    return text.lstrip(" \u00a0\ufeff").startswith((*_ACTS, *_FULL_WIDTH))


def harmless(text: str) -> str:
    """`text` behind an apostrophe where a spreadsheet would act on it."""
    return f"'{text}" if acts(text) else text
