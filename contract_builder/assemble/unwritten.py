"""Text that a template left to be written: it must not get into a contract."""

from collections.abc import Iterable, Iterator

from contract_builder.model.clause import UNWRITTEN, Clause, Schedule
from contract_builder.model.contract import Block, ClauseNode, Grid, Numbered, Runs, ScheduleNode, TextRun
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.library import Library


def unwritten(
    clauses: tuple[ClauseNode, ...], schedules: tuple[ScheduleNode, ...], library: Library
) -> list[Diagnostic]:
    """An error for each clause and schedule that still says how it is to be written."""
    found = [(n.id, _file(library.clause_by_id.get(n.id)), n.heading, n.blocks) for n in clauses]
    found += [(n.id, _file(library.schedule_by_id.get(n.id)), n.heading, n.blocks) for n in schedules]
    return [
        Diagnostic(
            "text-not-written",
            Place(file),
            f"{id} is not written yet: its text still says how to write it.",
            "Write it (see `check`), or leave the clause out of this contract.",
        )
        for id, file, heading, blocks in found
        if UNWRITTEN in heading or any(UNWRITTEN in text for text in _texts(blocks))
    ]


def _file(owner: Clause | Schedule | None) -> str:
    return owner.file if owner else ""


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Grid):
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from _of(cell)
            continue
        yield from _of(block.runs)
        if isinstance(block, Numbered):
            yield from _texts(block.items)


def _of(runs: Runs) -> Iterator[str]:
    return (run.text for run in runs if isinstance(run, TextRun))
