"""Splits a Markdown file into its front matter and its body."""

from typing import NamedTuple

from contract_builder.load.source import Source
from contract_builder.model.diagnostic import Diagnostic

_FENCE = "---"


class Parts(NamedTuple):
    """The two parts of a file, and the line of the file on which each begins."""

    front: str
    front_line: int
    body: str
    body_line: int


def split_front_matter(source: Source) -> tuple[Parts | None, list[Diagnostic]]:
    """The front matter and the body of `source`; or none, and why."""
    lines = source.lines
    if lines[0].rstrip() != _FENCE:
        hint = "Begin the file with a line `---`, then the keys, then another line `---`."
        return None, [
            Diagnostic("front-matter-missing", source.place_of("", 1), "the file has no front matter", hint)
        ]
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), 0)
    if not end:
        hint = "Put a line `---` after the last key."
        return None, [
            Diagnostic("front-matter-open", source.place_of("", 1), "the front matter does not end", hint)
        ]
    return Parts("\n".join(lines[1:end]) + "\n", 2, "\n".join(lines[end + 1 :]), end + 2), []
