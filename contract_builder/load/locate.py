"""Where words stand in a file, for findings of which only the words and a line before them are known."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from contract_builder.load.source import Source, decode
from contract_builder.model.diagnostic import Diagnostic, Place

_WITHIN = 40
"""How many lines on the words are looked for: no paragraph, item or table is longer in a well-kept file."""
_BREAK = r"[\s*]+(?:[>#] )?"
"""What may stand between two words in a file: emphasis, or the end of a line."""


def located(diagnostics: Iterable[Diagnostic], roots: Iterable[Path]) -> tuple[Diagnostic, ...]:
    """`diagnostics`, with line, column, length and text wherever the words of a place are found in its file.

    `roots` are the folders that files are named from. A file that cannot be read leaves its places as they are.
    """
    sources: dict[str, Source | None] = {}
    folders = tuple(roots)
    return tuple(_placed(diagnostic, sources, folders) for diagnostic in diagnostics)


def _placed(diagnostic: Diagnostic, sources: dict[str, Source | None], roots: tuple[Path, ...]) -> Diagnostic:
    place = diagnostic.place
    if not place.words or place.text:
        return diagnostic
    if place.file not in sources:
        sources[place.file] = next(_read(place.file, roots), None)
    source = sources[place.file]
    found = find(source, place) if source else None
    return msgspec.structs.replace(diagnostic, place=found) if found else diagnostic


def _read(file: str, roots: tuple[Path, ...]) -> Iterator[Source]:
    for root in roots:
        try:
            source, _ = decode((root / file).read_bytes(), file)
        except OSError:
            continue
        if source:
            yield source


def find(source: Source, place: Place) -> Place | None:
    """The place of the first `place.words` in `source`, from its line on, and not far; none if they do not stand there."""
    first = max(place.line, 1)
    last = first + _WITHIN if place.line else len(source.lines)
    text = "\n".join(source.lines[first - 1 : last])
    match = re.search(rf"(?<!\w){_BREAK.join(map(re.escape, place.words.split()))}", text)
    if match is None:
        return None
    before = text[: match.start()]
    line = first + before.count("\n")
    column = match.start() - (before.rfind("\n") + 1) + 1
    length = len(match.group().partition("\n")[0])
    return msgspec.structs.replace(source.place(line, column, length), words=place.words)
