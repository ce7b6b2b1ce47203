"""What stands around the body: the title block, headers and footers, which come from the base document."""

from collections.abc import Iterable

from contract_builder.render.docx.identity import Mark, digest_of, line
from contract_builder.render.docx.reading import Paragraph, read_paragraphs
from contract_builder.render.docx.shell import MARKER, Shell

FRONT, BACK, MARGINS = "front", "back", "headers"
"""The paragraphs before the body, those behind it, and the headers and footers."""


def frame_marks(shell: Shell, values: dict[str, str], cover: bool = True) -> tuple[Mark, ...]:
    """The marks of the parts that `shell` gives when it is filled with `values`, with or without its title block.

    A title may read like the marker.
    """
    document, others = shell.framed(values)
    paragraphs = read_paragraphs(document)
    markers = [n for n, p in enumerate(paragraphs) if p.words == MARKER and not p.style]
    at = markers[0] if markers else len(paragraphs)
    return (
        Mark("frame", FRONT, "", digest_of(lines_of(paragraphs[:at] if cover else ()))),
        Mark("frame", MARGINS, "", margins_digest(others)),
        Mark("frame", BACK, "", digest_of(lines_of(paragraphs[at + 1 :]))),
    )


def lines_of(paragraphs: Iterable[Paragraph]) -> list[str]:
    """The lines of `paragraphs` that hold words, contents tables left out."""
    return [line(p.style, p.words) for p in paragraphs if p.words and not p.contents]


def margin_lines(parts: dict[str, bytes]) -> list[str]:
    """What headers and footers among `parts` say: each line once, since programs divide them among parts as they like."""
    found: set[str] = set()
    for name, data in parts.items():
        if is_margin(name):
            found.update(p.words for p in read_paragraphs(data, name) if p.words)
    return sorted(found)


def margins_digest(parts: dict[str, bytes]) -> str:
    """SHA-256 of `margin_lines`."""
    return digest_of(margin_lines(parts))


def is_margin(name: str) -> bool:
    """Whether the part `name` is a header or a footer."""
    return name.startswith(("word/header", "word/footer")) and name.endswith(".xml")
