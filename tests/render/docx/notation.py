"""The short notation of the sample, its numbers and its references, worked out apart from the program and from Word."""

import re
from typing import NamedTuple

from contract_builder.model.contract import BlankRun, Block, Grid, Numbered, Para, RefRun, Run, Runs, TextRun


class Item(NamedTuple):
    """A numbered paragraph and those below it."""

    text: str
    label: str = ""
    below: "tuple[Item, ...]" = ()


class Table(NamedTuple):
    """A table: rows of text, the first of them the header."""

    rows: tuple[tuple[str, ...], ...]
    title: str = ""


Content = Item | Table | str
Titled = tuple[tuple[str, str, tuple[Content, ...]], ...]
_TOKENS = re.compile(r"<([a-z.-]+)>|\[(\w+): ([^\]]+)\]|\*([^*]+)\*")


class _Target(NamedTuple):
    anchors: tuple[tuple[str, str], ...]
    in_schedule: bool


def letter(n: int) -> str:
    return "abcdefghijklmnopqrstuvwxyz"[n - 1]


def roman(n: int) -> str:
    return ("i", "ii", "iii", "iv", "v")[n - 1]


class Writer:
    """Numbers first, words after: a reference may point ahead."""

    def __init__(self, clauses: "Titled", schedules: "Titled") -> None:
        self.targets: dict[str, _Target] = {}
        self.cited: set[str] = set()
        for n, (id_, _, content) in enumerate(clauses, 1):
            self._number(id_, f"clause.{id_}", str(n), content, False)
        self.targets["schedule.definitions"] = _Target((("schedule.definitions", "Schedule 1"),), True)
        for n, (id_, _, content) in enumerate(schedules, 2):
            self._number(f"schedule.{id_}", f"schedule.{id_}", f"Schedule {n}", content, True)

    def _number(
        self, label: str, anchor: str, number: str, content: tuple[Content, ...], schedule: bool
    ) -> None:
        self.targets[label] = _Target(((anchor, number),), schedule)
        items = tuple(c for c in content if isinstance(c, Item))
        self._below(((anchor, number),), items, "" if schedule else f"{number}.", schedule)

    def _below(
        self, path: tuple[tuple[str, str], ...], items: tuple[Item, ...], lead: str, schedule: bool
    ) -> None:
        for n, item in enumerate(items, 1):
            own = (f"{lead}{n}", f"({letter(n)})", f"({roman(n)})")[len(path) - 1]
            here = (*path, (item.label or f"{path[-1][0]}.{n}", own))
            if item.label:
                self.targets[item.label] = _Target(here, schedule)
            self._below(here, item.below, lead, schedule)

    def runs(self, text: str) -> Runs:
        out: list[Run] = []
        end = 0
        for match in _TOKENS.finditer(text):
            if match.start() > end:
                out.append(TextRun(text[end : match.start()]))
            out += self._token(match)
            end = match.end()
        if end < len(text):
            out.append(TextRun(text[end:]))
        return tuple(out)

    def _token(self, match: "re.Match[str]") -> list[Run]:
        reference, field, prompt, emphasis = match.groups()
        if emphasis:
            return [TextRun(emphasis, "em")]
        if field:
            return [BlankRun(field, prompt)]
        target = self.targets.get(reference)
        if target is None:
            return [TextRun(match[0])]
        if not target.in_schedule:
            numbers = [number for _, number in target.anchors]
            self.cited.add(target.anchors[-1][0])
            return [RefRun(target.anchors[-1][0], "".join(numbers[1:]) or numbers[0])]
        levels = target.anchors[1:] or target.anchors
        self.cited.update(anchor for anchor, _ in levels)
        return [RefRun(anchor, number, full=False) for anchor, number in levels]

    def blocks(
        self, content: tuple[Content, ...], anchor: str, lead: str, level: int = 1
    ) -> tuple[Block, ...]:
        out: list[Block] = []
        count = 0
        for piece in content:
            if isinstance(piece, str):
                out.append(Para(self.runs(piece)))
            elif isinstance(piece, Table):
                header, *rows = (tuple(self.runs(cell) for cell in row) for row in piece.rows)
                out.append(Grid(header, tuple(rows), piece.title))
            else:
                count += 1
                out.append(self._item(piece, level, count, lead, "", anchor))
        return tuple(out)

    def _item(self, item: Item, level: int, n: int, lead: str, above: str, parent: str) -> Numbered:
        own = ("", f"{lead}{n}", f"({letter(n)})", f"({roman(n)})")[level]
        anchor = item.label or f"{parent}.{n}"
        below = tuple(
            self._item(i, level + 1, k, lead, above + own, anchor) for k, i in enumerate(item.below, 1)
        )
        return Numbered(level, own, above + own, self.runs(item.text), anchor, below)
