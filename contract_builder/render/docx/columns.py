"""Columns moved so that a table takes fewer lines: what a cell needs is worked out as a page would break it."""

from collections.abc import Iterator, Sequence
from itertools import permutations

_LETTER, _BESIDE = 100, 240
"""A letter of a table on average, and what is left free beside the words of a cell, in twentieths of a point."""
_STEPS = (600, 300, 150)
"""What is moved from one column to another, in twentieths of a point."""
_MOST_MOVES = 20
_WORTH_IT = 60
"""Rows: a longer table is left as it is, so that the work stays small."""


def eased(widths: Sequence[int], least: Sequence[int], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """`widths`, moved step by step as long as the table gets lower; no column below its `least`. The sum stays."""
    now = list(widths)
    if len(rows) > _WORTH_IT:
        return tuple(now)
    columns = _columns(rows)
    height = sum(_heights(columns, now))
    for _ in range(_MOST_MOVES):
        found = min(
            ((sum(_heights(columns, moved)), n, moved) for n, moved in enumerate(_moves(now, least))),
            default=None,
        )
        if found is None or found[0] >= height:
            break
        height, _, now = found
    return tuple(now)


def heights(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> tuple[int, ...]:
    """The lines of each row: those of its tallest cell."""
    return tuple(_heights(_columns(rows), widths))


def _moves(widths: list[int], least: Sequence[int]) -> Iterator[list[int]]:
    for step in _STEPS:
        for giver, taker in permutations(range(len(widths)), 2):
            if widths[giver] - step >= least[giver]:
                moved = list(widths)
                moved[giver] -= step
                moved[taker] += step
                yield moved


class _Column:
    """The cells of one column, and how many lines each takes in a given room. Few rooms are tried, many times."""

    def __init__(self, cells: Sequence[str]) -> None:
        self._words = [[len(word) for word in cell.split()] for cell in cells]
        self._letters = [sum(words) + len(words) - 1 for words in self._words]
        self._lines: dict[int, list[int]] = {}

    def lines(self, width: int) -> list[int]:
        """The lines of each cell in a column that is `width` twentieths of a point wide."""
        room = max((width - _BESIDE) // _LETTER, 1)
        if room not in self._lines:
            self._lines[room] = [
                1 if letters <= room else _lines(words, room)
                for words, letters in zip(self._words, self._letters, strict=True)
            ]
        return self._lines[room]


def _columns(rows: Sequence[Sequence[str]]) -> list[_Column]:
    return [_Column(cells) for cells in zip(*rows, strict=True)]


def _heights(columns: Sequence[_Column], widths: Sequence[int]) -> Iterator[int]:
    lines = [column.lines(width) for column, width in zip(columns, widths, strict=True)]
    return map(max, zip(*lines, strict=True))


def _lines(words: Sequence[int], room: int) -> int:
    lines, used = 1, 0
    for word in words:
        if used and used + 1 + word > room:
            lines, used = lines + 1, word
        else:
            used += word + 1 if used else word
    return lines
