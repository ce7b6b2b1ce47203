"""What a file should hold: from the lock, or from what the file says of itself."""

from contract_builder.model.base import Frozen
from contract_builder.render.docx.frame import BACK, FRONT, MARGINS, lines_of, margin_lines
from contract_builder.render.docx.identity import Mark
from contract_builder.render.docx.reading import Paragraph
from contract_builder.verification.opened import Opened


class Expected(Frozen, frozen=True):
    """The parts as they were built."""

    marks: tuple[Mark, ...]
    paragraphs: dict[str, tuple[Paragraph, ...]]
    """By the name of the mark, what it held; empty where no lock says it."""
    lines: dict[str, tuple[str, ...]]
    """The same for the frame."""

    @property
    def known(self) -> bool:
        """Whether the words are known, and not only their digests."""
        return bool(self.paragraphs)


def as_said(opened: Opened) -> Expected:
    """What the file says of itself."""
    return Expected(opened.marks, {}, {})


def as_built(original: Opened) -> Expected:
    """What `original`, the file that the lock makes again, holds."""
    held: dict[str, list[Paragraph]] = {}
    for paragraph in original.paragraphs:
        held.setdefault(paragraph.range, []).append(paragraph)
    first, last = edges(original.paragraphs)
    outside = original.paragraphs
    lines = {
        Mark("frame", FRONT, "", "").name: tuple(lines_of(outside[:first])),
        Mark("frame", BACK, "", "").name: tuple(lines_of(outside[last:])),
        Mark("frame", MARGINS, "", "").name: tuple(margin_lines(original.parts)),
    }
    return Expected(original.marks, {name: tuple(ps) for name, ps in held.items() if name}, lines)


def edges(paragraphs: tuple[Paragraph, ...]) -> tuple[int, int]:
    """Where the first paragraph in any range stands, and where the last one ends."""
    inside = [n for n, p in enumerate(paragraphs) if p.range]
    return (inside[0], inside[-1] + 1) if inside else (len(paragraphs), len(paragraphs))
