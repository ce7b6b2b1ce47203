"""Lint of colour: text that stands out too little, and meaning that only colour carries."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contract_builder.model.diagnostic import Diagnostic
from contract_builder.render.docx.lint.read import OFF, STYLES, Document, W, child, child_value, fault, value
from contract_builder.render.docx.lint.styles import styles_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ENOUGH, ENOUGH_LARGE = 4.5, 3.0
"""Contrast that WCAG 2.2 asks of text at level AA, and of large text."""
_LARGE, _LARGE_BOLD = 36, 28
"""Half-points."""
_WHITE, _BLACK = "FFFFFF", "000000"
_DEPTH = 12
"""Styles above each other that are followed."""
_MARKS = ("b", "i", "u", "strike", "caps", "smallCaps", "em", "bdr")
"""Properties by which a run stands out without colour."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, written RRGGBB, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colour_faults(document: Document) -> Iterator[Diagnostic]:
    """Runs whose colour is too near to what is behind them, and runs that only a colour of their own marks."""
    looks = _Looks(document)
    for part, root in document.stories:
        for paragraph in root.iter(W + "p"):
            runs = [
                r for r in paragraph.iter(W + "r") if any((t.text or "").strip() for t in r.iter(W + "t"))
            ]
            if (faint := next((r for r in runs if looks.is_faint(r, paragraph)), None)) is not None:
                yield fault(
                    "low-contrast", part, faint, "Text stands out too little from what is behind it.",
                    "Use a darker colour, or none: a contrast of 4.5 to 1 at least, of 3 to 1 for large text.",
                )  # fmt: skip
            own = {looks.marks(r) for r in runs}
            if len(runs) > 1 and any(colour and not marked for colour, marked in own) and len(own) > 1:
                yield fault(
                    "colour-alone", part, paragraph, "Only its colour tells some text from the text around it.",
                    "Say it in words, or make it bold too: who sees no colours, or prints in black, misses it.",
                )  # fmt: skip


class _Looks:
    """The properties of text through its styles."""

    def __init__(self, document: Document) -> None:
        self.styles = styles_of(document)
        root = document.root(STYLES)
        self.defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    def is_faint(self, run: "Element", paragraph: "Element") -> bool:
        """Whether the colour of `run` is too near to its background. A colour that Word chooses is not."""
        colour = self._first(run, paragraph, "color", "val")
        if not _is_colour(colour):
            return False
        size = self._first(run, paragraph, "sz", "val")
        points = int(size) if size.isdecimal() else 0
        bold = self._first(run, paragraph, "b", "val", "1") not in ("", *OFF)
        enough = ENOUGH_LARGE if points >= (_LARGE_BOLD if bold else _LARGE) else ENOUGH
        return contrast(colour, self._behind(run, paragraph)) < enough

    def marks(self, run: "Element") -> tuple[str, bool]:
        """The colour that stands at `run` itself, black being none; and whether anything else marks it."""
        own = child(run, "rPr")
        colour = child_value(own, "color").upper()
        marked = own is not None and any(
            (mark := own.find(W + name)) is not None and value(mark) not in (*OFF, "none") for name in _MARKS
        )
        return (colour if _is_colour(colour) and colour != _BLACK else ""), marked

    def _behind(self, run: "Element", paragraph: "Element") -> str:
        fill = self._first(run, paragraph, "shd", "fill")
        if not _is_colour(fill):
            fill = next(
                (f for p in self._of(child(paragraph, "pPr"), "pStyle", "pPr")
                 if _is_colour(f := value(p.find(W + "shd"), "fill"))), "",
            )  # fmt: skip
        cell = next(paragraph.iterancestors(W + "tc"), None)
        if not _is_colour(fill) and cell is not None:
            shade = cell.find(f"{W}tcPr/{W}shd")
            fill = value(shade, "fill")
        return fill if _is_colour(fill) else _WHITE

    def _first(self, run: "Element", paragraph: "Element", tag: str, name: str, bare: str = "") -> str:
        """The nearest value: of the run, its style, the style of its paragraph, the defaults."""
        for properties in self._properties(run, paragraph):
            if (found := properties.find(W + tag)) is not None:
                return value(found, name) or bare
        return ""

    def _properties(self, run: "Element", paragraph: "Element") -> "Iterator[Element]":
        yield from self._of(child(run, "rPr"), "rStyle", "rPr")
        style = child_value(paragraph, "pPr/pStyle")
        yield from self._of_style(style, "rPr")
        if self.defaults is not None:
            yield self.defaults

    def _of(self, own: "Element | None", kind: str, inside: str) -> "Iterator[Element]":
        if own is not None:
            yield own
            yield from self._of_style(child_value(own, kind), inside)

    def _of_style(self, id_: str, inside: str) -> "Iterator[Element]":
        for _ in range(_DEPTH):
            style = self.styles.get(id_)
            if style is None:
                return
            if (found := style.find(W + inside)) is not None:
                yield found
            id_ = child_value(style, "basedOn")


def _is_colour(text: str) -> bool:
    return len(text) == 6 and all(c in "0123456789abcdefABCDEF" for c in text)
