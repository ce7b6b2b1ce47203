"""What an edition adds to the contract: notes beside its texts, and a part of its own at the end."""

from contract_builder.model.base import Frozen
from contract_builder.model.contract import Runs

COVER = "part.cover"
"""The anchor of the note that concerns the whole document."""


class NoteLine(Frozen, frozen=True):
    """One paragraph of a note: a few words that say what it is about, and the rest."""

    lead: str
    runs: Runs
    warning: bool = False
    """Whether it must not be overlooked."""


class Note(Frozen, frozen=True):
    """One note beside one text."""

    title: str
    lines: tuple[NoteLine, ...]


class Section(Frozen, frozen=True):
    """A piece of the part at the end: words, and a table if it has a header."""

    title: str
    paragraphs: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    shares: tuple[int, ...] = ()
    """How much of the width of a page each column takes, in whole per cent."""


class Apparatus(Frozen, frozen=True):
    """What an edition adds to the contract. The supplier's edition is rendered without one."""

    title: str
    """The heading of the part at the end."""
    sections: tuple[Section, ...]
    """What that part holds."""
    notes: dict[str, tuple[Note, ...]] = {}
    """The notes beside each text, by its anchor in the contract."""
    mark: str = ""
    """Words for every page; "" for none."""


def notes_at(apparatus: Apparatus | None, anchor: str) -> tuple[Note, ...]:
    """The notes beside the text that is called `anchor`."""
    return apparatus.notes.get(anchor, ()) if apparatus else ()
