"""A problem in content: what, where, and what to write instead."""

from typing import Literal

from contract_builder.model.base import Frozen

Level = Literal["error", "warning", "advice"]
"""An error stops a build; a warning wants a look; advice is an opinion on wording, and shown on request."""


class Place(Frozen, frozen=True):
    """A place in a file. Lines and columns count from 1; 0 means the whole file."""

    file: str
    """The file, as it was named to the program or as it is called in the contents; "" if no file is at fault."""
    line: int = 0
    """From 1; 0 means the whole file."""
    column: int = 0
    """In characters, from 1; 0 means the whole line."""
    length: int = 1
    """How many characters are at fault."""
    text: str = ""
    """The line itself, so that a caret can be printed under the place."""
    words: str = ""
    """The words at fault, where it is known that they stand on the line or soon after it, and not yet in which column."""

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


class Diagnostic(Frozen, frozen=True):
    """A problem in content. Collected, never raised one at a time."""

    rule: str
    """A stable id, such as `yaml-duplicate-key`."""
    place: Place
    """Where it is."""
    message: str
    """What is wrong, in one sentence."""
    hint: str = ""
    """What to write instead."""
    level: Level = "error"
    """An error stops a build; a warning wants a look; advice is an opinion on wording."""


def errors(diagnostics: "tuple[Diagnostic, ...] | list[Diagnostic]") -> tuple[Diagnostic, ...]:
    """Those of `diagnostics` that stop a build."""
    return tuple(d for d in diagnostics if d.level == "error")


def in_reading_order(diagnostics: "list[Diagnostic]") -> tuple[Diagnostic, ...]:
    """`diagnostics` by file, line and column, each once."""
    seen = dict.fromkeys(diagnostics)
    return tuple(sorted(seen, key=lambda d: (d.place.file, d.place.line, d.place.column, d.rule)))
