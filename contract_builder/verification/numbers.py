"""The numbers that the lists of a document count, worked out from its styles and lists."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from contract_builder.model.base import Frozen
from contract_builder.render.docx.hostile import MOST_TAGS
from contract_builder.render.docx.lint.read import NUMBERING, STYLES, W, child_value, read, value
from contract_builder.render.docx.reading import Paragraph

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVELS = 9
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 399
"""Beyond it a number is taken for one that nobody can work out."""


class Level(Frozen, frozen=True):
    """One level of a list."""

    format: str
    text: str
    start: int


class Number(Frozen, frozen=True):
    """What stands beside a paragraph, and what a reference to it shows."""

    own: str
    full: str


class _Lists:
    def __init__(self, parts: Mapping[str, bytes]) -> None:
        wanted = {
            n: parts[n] for n in (NUMBERING, STYLES) if n in parts and parts[n].count(b"<") <= MOST_TAGS
        }
        document, _ = read(wanted)
        self.abstract: dict[str, str] = {}
        self.levels: dict[str, dict[int, Level]] = {}
        self.styles: dict[str, tuple[str, str, str]] = {}
        if (numbering := document.root(NUMBERING)) is not None:
            self._lists(numbering)
        if (styles := document.root(STYLES)) is not None:
            for style in styles.iter(W + "style"):
                numbered = tuple(child_value(style, f"pPr/numPr/{name}") for name in ("numId", "ilvl"))
                self.styles[value(style, "styleId")] = (
                    numbered[0],
                    numbered[1],
                    child_value(style, "basedOn"),
                )

    def _lists(self, root: "Element") -> None:
        for list_ in root.iter(W + "abstractNum"):
            self.levels[value(list_, "abstractNumId")] = {
                _whole(value(level, "ilvl")): Level(
                    child_value(level, "numFmt"),
                    child_value(level, "lvlText"),
                    _whole(child_value(level, "start"), 1),
                )
                for level in list_.iter(W + "lvl")
            }
        for num in root.iter(W + "num"):
            if num.find(W + "lvlOverride") is None:  # what starts anew is not worked out
                self.abstract[value(num, "numId")] = child_value(num, "abstractNumId")

    def of(self, paragraph: Paragraph) -> tuple[str, int]:
        """The abstract list and the level of `paragraph`; "" where it has none, or none that can be worked out."""
        number, level = paragraph.lists
        style, seen = paragraph.style, set[str]()
        while (not number or not level) and style in self.styles and style not in seen:
            seen.add(style)
            of_style, at, base = self.styles[style]
            number, level, style = number or of_style, level or at, base
        list_ = self.abstract.get(number, "")
        depth = _whole(level)
        return (list_, depth) if depth in self.levels.get(list_, {}) else ("", 0)


def numbers_of(parts: Mapping[str, bytes], paragraphs: tuple[Paragraph, ...]) -> list[Number | None]:
    """The number of each of `paragraphs`; none for one without, or with one that cannot be worked out."""
    lists = _Lists(parts)
    counts: dict[str, list[int]] = {}
    out: list[Number | None] = []
    for paragraph in paragraphs:
        list_, level = lists.of(paragraph)
        if not list_ or (paragraph.tracked and not paragraph.words):  # a paragraph that is deleted
            out.append(None)
            continue
        levels = lists.levels[list_]
        count = counts.setdefault(list_, [0] * _LEVELS)
        count[level] = (count[level] or levels[level].start - 1) + 1
        count[level + 1 :] = [0] * (_LEVELS - 1 - level)
        out.append(_number(levels, count, level))
    return out


def _number(levels: dict[int, Level], count: list[int], level: int) -> Number | None:
    shown: list[str] = []
    for k in range(level + 1):
        if k not in levels:
            return None
        text = _shown(levels, count, k)
        if text is None:
            return None
        shown.append(text.rstrip("."))
    start = max((k for k in range(level + 1) if "%1" in levels[k].text), default=0)
    return Number(shown[level], "".join(shown[start:]))


def _shown(levels: dict[int, Level], count: list[int], level: int) -> str | None:
    out = levels[level].text
    for sign in re.findall(r"%(\d)", out):
        k = int(sign) - 1
        written = _written(levels[k].format, count[k]) if k in levels and k <= level else None
        if written is None:
            return None
        out = out.replace(f"%{sign}", written)
    return out


def _written(kind: str, n: int) -> str | None:
    if not 0 < n <= _MOST:
        return None
    if kind == "decimal":
        return str(n)
    if kind in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in ("lowerRoman", "upperRoman"):
        out = ""
        for size, sign in _ROMAN:
            out += sign * (n // size)
            n %= size
        return out if kind == "lowerRoman" else out.upper()
    return None


def _whole(text: str, default: int = 0) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else default
