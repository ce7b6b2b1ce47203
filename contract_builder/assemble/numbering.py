"""Numbers and names of paragraphs, computed once for every format."""

from collections.abc import Iterator, Sequence

from contract_builder.model.base import Frozen
from contract_builder.model.body import Body, Item

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
FIRST_LEVEL = {"clause": 1, "schedule": 1, "definition": 2}
"""The level of the items that stand at the left: a definition has no numbers of its own, so it starts at (a)."""
DEEPEST_LEVEL = 3


class Target(Frozen, frozen=True):
    """A thing that can be referred to."""

    anchor: str
    path: tuple[tuple[str, str], ...]
    """Anchor and own number of each level, outermost first; the clause or schedule itself comes first."""
    in_schedule: bool

    @property
    def full(self) -> str:
        """As cited: "4.1(a)"; of a schedule's paragraph without the schedule: "2(a)"."""
        return "".join(number for _, number in self.path[1:]) or self.path[0][1]


def letter(n: int) -> str:
    """1 → a, 26 → z, 27 → aa: as Word counts, by repeating the letter."""
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)


def roman(n: int) -> str:
    """1 → i, 4 → iv."""
    out = ""
    for value, mark in _ROMAN:
        while n >= value:
            out, n = out + mark, n - value
    return out


def own_number(level: int, n: int, clause_number: str) -> str:
    """The number beside a paragraph: 4.1 or 1, (a), (i)."""
    if level == 1:
        return f"{clause_number}.{n}" if clause_number else str(n)
    return f"({letter(n)})" if level == 2 else f"({roman(n)})"


def anchor_of(owner: str, parent: str, label: str, n: int) -> str:
    """The name of an item: by its label, or by its place below `parent`.

    A label of digits alone is marked, so that it cannot be taken for a place.
    """
    if label:
        return f"{owner}.^{label}" if label.isdigit() else f"{owner}.{label}"
    return f"{parent}.{n}"


def targets_in(owner: str, number: str, body: Body, in_schedule: bool) -> Iterator[tuple[str, Target]]:
    """Each label of `body` (and "" for the owner itself) with where it is.

    `owner` makes the anchors; `number` is "4" for a clause and "Schedule 2" for a schedule.
    """
    path = ((owner, number),)
    yield "", Target(owner, path, in_schedule)
    items = [block for block in body if isinstance(block, Item)]
    yield from _walk(owner, "" if in_schedule else number, items, 1, path, in_schedule)


def _walk(
    owner: str,
    clause_number: str,
    items: Sequence[Item],
    level: int,
    path: tuple[tuple[str, str], ...],
    in_schedule: bool,
) -> Iterator[tuple[str, Target]]:
    for n, item in enumerate(items, 1):
        anchor = anchor_of(owner, path[-1][0], item.label, n)
        here = (*path, (anchor, own_number(level, n, clause_number)))
        if item.label:
            yield item.label, Target(anchor, here, in_schedule)
        yield from _walk(owner, clause_number, item.items, level + 1, here, in_schedule)
