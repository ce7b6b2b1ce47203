"""A problem in content: what, where, and what to write instead."""

from typing import Literal

from contract_builder.model.base import Frozen

Level = Literal["error", "warning", "advice"]
"""An error stops a build; a warning wants a look; advice is an opinion on wording, and shown on request."""


class Place(Frozen, frozen=True):
    """A place in a file. Lines and columns count from 1; 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    text: str = ""
    """The line itself, so that a caret can be printed under the place."""

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


class Diagnostic(Frozen, frozen=True):
    """A problem in content. Collected, never raised one at a time."""

    rule: str
    """A stable id, such as `yaml-duplicate-key`."""
    place: Place
    message: str
    """What is wrong, in one sentence."""
    hint: str = ""
    """What to write instead."""
    level: Level = "error"


def errors(diagnostics: "tuple[Diagnostic, ...] | list[Diagnostic]") -> tuple[Diagnostic, ...]:
    """Those of `diagnostics` that stop a build."""
    return tuple(d for d in diagnostics if d.level == "error")


def in_reading_order(diagnostics: "list[Diagnostic]") -> tuple[Diagnostic, ...]:
    """`diagnostics` by file, line and column, each once."""
    seen = dict.fromkeys(diagnostics)
    return tuple(sorted(seen, key=lambda d: (d.place.file, d.place.line, d.place.column, d.rule)))
