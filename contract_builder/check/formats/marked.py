"""What a finding marks in its line; and where the files are, which no format knows by itself."""

from collections.abc import Callable
from typing import NamedTuple

from contract_builder.model.diagnostic import Place


class Files(NamedTuple):
    """How the files that findings name are called, and what they hold."""

    path: Callable[[str], str]
    """From the file of a Place to its path from the root of the repository, with forward slashes."""
    line: Callable[[str, int], str]
    """A line of the file of a Place, counted from 1; empty if it cannot be read."""


class Marked(NamedTuple):
    """Words in a line; columns count characters from 1."""

    text: str
    """The whole line; empty if it is not known."""
    start: int
    end: int
    """The column after the last one; as `start`, or less, where it is not known what is marked."""

    @property
    def words(self) -> str:
        """What is marked."""
        return self.text[self.start - 1 : self.end - 1]


def mark(place: Place, line: Callable[[str, int], str]) -> Marked:
    """What `place` marks: its own words, or the whole line without its indent if it names none."""
    text = place.text or (line(place.file, place.line) if place.line else "")
    if place.text or place.column > 1 or place.length > 1:
        start = max(place.column, 1)
        length = max(place.length, 1)
        return Marked(text, start, start + (min(length, max(len(text) - start + 1, 1)) if text else length))
    inside = text.strip()
    start = len(text) - len(text.lstrip()) + 1
    return Marked(text, start, start + len(inside))
