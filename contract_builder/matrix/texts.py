"""The words of a contract, made comparable: by label and name, without the numbers that follow from the order."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple, TypeAlias

from contract_builder.assemble.parts import inlines_of, standing
from contract_builder.matrix.sites import Key, joined
from contract_builder.model import body as source
from contract_builder.model.condition import ALWAYS, Condition, Facts, holds, tests_of, words
from contract_builder.model.contract import (
    BlankRun,
    Block,
    Contract,
    Grid,
    Numbered,
    RefRun,
    Runs,
)

Word: TypeAlias = tuple[str, str]
"""Words, a blank, or the name of what is referred to, each with its kind."""


class Paragraph(NamedTuple):
    """One paragraph, or one row of a table."""

    label: str
    level: int
    """0 without a number, -1 for a row of a table."""
    content: tuple[Word, ...]
    """What is compared."""
    condition: str
    """Under which it prints, in words."""

    @property
    def words(self) -> str:
        """For a reader: what it refers to stands by name in ‹ ›."""
        return "".join(f"‹{text}›" if kind == "ref" else text for kind, text in self.content).replace(
            "\u00a0", " "
        )

    @property
    def key(self) -> tuple[int, tuple[Word, ...]]:
        """Equal for paragraphs that say the same at the same level."""
        return self.level, self.content


class Printed(NamedTuple):
    """One clause, schedule or definition of a contract."""

    kind: str
    id: str
    title: str
    position: str
    paragraphs: tuple[Paragraph, ...]
    slots: frozenset[str]
    """The names of the values in it."""

    @property
    def said(self) -> tuple[object, ...]:
        """Equal for texts that say the same at the same position."""
        return self.position, self.title, tuple(p.key for p in self.paragraphs)

    @property
    def length(self) -> int:
        """How many words it has."""
        return sum(len(paragraph.words.split()) for paragraph in self.paragraphs)


Texts: TypeAlias = dict[Key, Printed]


def texts_of(
    contract: Contract,
    positions: dict[str, str],
    bodies: dict[tuple[str, str, str], source.Body],
    facts: Facts,
) -> Texts:
    """Every clause, schedule and definition of `contract`, which was made from `bodies` under `facts`.

    `positions` has the position that each clause was taken at.
    """
    found: Texts = {}

    def add(kind: str, id_: str, title: str, position: str, blocks: tuple[Block, ...]) -> None:
        body = bodies[kind, id_, position]
        origins = origins_of(body, facts)
        paragraphs = tuple(
            Paragraph(label, level, content, condition)
            for (level, content), (label, condition) in zip(_contents(blocks), origins, strict=True)
        )
        inlines = (inline for block in standing(body, facts) for inline in inlines_of(block))
        slots = frozenset(inline.name for inline in inlines if isinstance(inline, source.Slot))
        found[kind, id_] = Printed(kind, id_, title, position, paragraphs, slots)

    for clause in contract.clauses:
        add("clause", clause.id, clause.heading, positions[clause.id], clause.blocks)
    for schedule in contract.schedules:
        if not schedule.definitions:
            add("schedule", schedule.id, schedule.heading, "", schedule.blocks)
        for definition in schedule.definitions:
            add("definition", definition.id, definition.term, "", definition.blocks)
    return found


def _contents(blocks: tuple[Block, ...]) -> Iterator[tuple[int, tuple[Word, ...]]]:
    for block in blocks:
        if isinstance(block, Grid):
            for row in (block.header, *block.rows):
                yield -1, _row(row)
        elif isinstance(block, Numbered):
            yield block.level, content_of(block.runs)
            yield from _contents(block.items)
        else:
            yield 0, content_of(block.runs)


def _row(row: tuple[Runs, ...]) -> tuple[Word, ...]:
    cells: list[Word] = []
    for n, cell in enumerate(row):
        cells += [("text", " | ")] if n else []
        cells += content_of(cell)
    return tuple(cells)


def content_of(runs: Runs) -> tuple[Word, ...]:
    """`runs` without style and numbers. Of the fields that cite a paragraph level by level the last names it."""
    found: list[Word] = []
    for run in runs:
        if isinstance(run, RefRun):
            if found and found[-1][0] == "ref" and not run.full:
                found.pop()
            found.append(("ref", _name(run.anchor)))
        elif isinstance(run, BlankRun):
            found.append(("text", f"[{run.prompt}]"))
        elif run.text:
            found.append(("text", run.text))
    return tuple(
        (kind, "".join(text for _, text in words)) if kind == "text" else word
        for kind, group in groupby(found, lambda word: word[0])
        for words in [[*group]]
        for word in (words if kind == "ref" else words[:1])
    )


def _name(anchor: str) -> str:
    """ "clause.exit-plan.notice" as "exit-plan, notice"."""
    _, _, name = anchor.partition(".")
    return name.replace(".", ", ", 1)


def origins_of(body: source.Body, facts: Facts) -> Iterator[tuple[str, str]]:
    """The label and the condition, in words, of each paragraph and row of `body` that prints under `facts`."""
    for block in body:
        if isinstance(block, source.Table):
            yield from _row_origins(block, facts)
        else:
            yield from _origins(block, ALWAYS, facts)


def _row_origins(table: source.Table, facts: Facts) -> Iterator[tuple[str, str]]:
    standing = [row.condition for row in table.rows if row.condition is None or holds(row.condition, facts)]
    if standing or not table.rows:
        yield "", ""
    for condition in standing:
        yield "", " and ".join(words(test) for test in tests_of(condition or ALWAYS))


def _origins(
    block: source.Item | source.Paragraph, above: Condition, facts: Facts
) -> Iterator[tuple[str, str]]:
    if block.condition is not None and not holds(block.condition, facts):
        return
    here = joined(above, block.condition) if block.condition is not None else above
    label = block.label if isinstance(block, source.Item) else ""
    yield label, " and ".join(words(test) for test in tests_of(here))
    if isinstance(block, source.Item):
        for item in block.items:
            yield from _origins(item, here, facts)
