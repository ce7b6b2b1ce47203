"""Columns moved so that a table takes fewer lines: what a cell needs is worked out as a page would break it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
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
    words = _words(rows)
    height = _height(words, now)
    for _ in range(_MOST_MOVES):
        found = min(
            ((_height(words, moved), n, moved) for n, moved in enumerate(_moves(now, least))), default=None
        )
        if found is None or found[0] >= height:
            break
        height, _, now = found
    return tuple(now)


def heights(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> tuple[int, ...]:
    """The lines of each row: those of its tallest cell."""
    room = _room(widths)
    return tuple(max(map(_lines, row, room)) for row in _words(rows))


def _words(rows: Sequence[Sequence[str]]) -> list[list[tuple[int, ...]]]:
    """Of each cell, how long its words are."""
    return [[tuple(len(word) for word in cell.split()) for cell in row] for row in rows]


def _room(widths: Sequence[int]) -> list[int]:
    """The letters that go into a line of each column."""
    return [max((width - _BESIDE) // _LETTER, 1) for width in widths]


def _moves(widths: list[int], least: Sequence[int]) -> Iterator[list[int]]:
    for step in _STEPS:
        for giver, taker in permutations(range(len(widths)), 2):
            if widths[giver] - step >= least[giver]:
                moved = list(widths)
                moved[giver] -= step
                moved[taker] += step
                yield moved


def _height(words: list[list[tuple[int, ...]]], widths: Sequence[int]) -> int:
    """The lines of the table."""
    room = _room(widths)
    return sum(max(map(_lines, row, room)) for row in words)


@lru_cache(maxsize=4096)
def _lines(words: tuple[int, ...], room: int) -> int:
    lines, used = 1, 0
    for word in words:
        if used and used + 1 + word > room:
            lines, used = lines + 1, word
        else:
            used += word + 1 if used else word
    return lines
