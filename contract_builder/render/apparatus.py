"""What an edition adds to the contract: notes beside its texts, and a part of its own at the end."""

from contract_builder.model.base import Lenient
from contract_builder.model.contract import Runs

COVER = "part.cover"
"""The anchor of the note that concerns the whole document."""


class NoteLine(Lenient, frozen=True):
    """One paragraph of a note: a few words that say what it is about, and the rest."""

    lead: str
    """The words that it begins with."""
    runs: Runs
    """The rest."""
    warning: bool = False
    """Whether it must not be overlooked."""


class Note(Lenient, frozen=True):
    """One note beside one text."""

    title: str
    """Its heading."""
    lines: tuple[NoteLine, ...]
    """Its paragraphs."""


class Section(Lenient, frozen=True):
    """A piece of the part at the end: words, and a table if it has a header."""

    title: str
    """Its heading."""
    paragraphs: tuple[str, ...] = ()
    """Its words, before the table."""
    header: tuple[str, ...] = ()
    """The header of its table; none without a table."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The rows of its table."""
    shares: tuple[int, ...] = ()
    """How much of the width of a page each column takes, in whole per cent."""


class Apparatus(Lenient, frozen=True):
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
