"""Data read from a file, and where each key and value of it stands."""

from typing import Any, TypeAlias

from contract_builder.load.source import Source
from contract_builder.model.base import Frozen
from contract_builder.model.diagnostic import Place

Path: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead to a value: ("parameters", "days", "default")."""
Span: TypeAlias = tuple[int, int, int]
"""Line, column and length, counted from 1."""


class Marks(Frozen, frozen=True):
    """Where each key and each value stands, by its path."""

    keys: dict[Path, Span]
    values: dict[Path, Span]


class Document(Frozen, frozen=True):
    """The data of one file: mappings, lists, text, whole numbers, true, false and null."""

    source: Source
    data: dict[str, Any]
    marks: Marks

    def at_key(self, path: Path) -> Place:
        """The place of the key at `path`, or of the nearest thing above it."""
        return self._place(path, self.marks.keys, self.marks.values)

    def at_value(self, path: Path) -> Place:
        """The place of the value at `path`, or of the nearest thing above it."""
        return self._place(path, self.marks.values, self.marks.keys)

    def line(self, path: Path) -> int:
        """The line of the key, or of the list entry, at `path`."""
        return self.at_key(path).line

    def _place(self, path: Path, first: dict[Path, Span], second: dict[Path, Span]) -> Place:
        while path:
            span = first.get(path) or second.get(path)
            if span and path not in self.marks.keys:
                span = next((s for p, s in self.marks.keys.items() if p[:-1] == path), span)  # of a mapping
            if span:
                return self.source.place(*span)
            path = path[:-1]
        line, column, _ = self.marks.values.get((), (1, 1, 1))
        return self.source.place(line, column, len(self.source.line(line)) - column + 1)

    def lines(self) -> dict[str, int]:
        """The line of each key, as "parameters.days.default"; of a list entry, where it stands on a line of its own."""
        lines = {".".join(map(str, path)): span[0] for path, span in self.marks.keys.items()}
        for path, span in self.marks.values.items():
            if path and isinstance(path[-1], int):
                above = self.marks.keys.get(path[:-1])
                if above and above[0] != span[0]:
                    lines[".".join(map(str, path))] = span[0]
        return lines
