"""The gate before rendering: a tree with a reference to nowhere, or two places of one name, is refused."""

from collections import Counter
from collections.abc import Iterable, Iterator

from contract_builder.errors import InternalError
from contract_builder.model.contract import (
    Block,
    Contract,
    Grid,
    Numbered,
    Para,
    RefRun,
    Runs,
)


def require_resolved(contract: Contract) -> None:
    """Raise InternalError, naming every fault, unless each reference in `contract` has one target."""
    anchors = Counter(_anchors(contract))
    wanted = {run.anchor for runs in all_runs(contract) for run in runs if type(run) is RefRun}
    faults = [f"nothing is called {name!r}" for name in sorted(wanted - anchors.keys())]
    faults += [f"{times} places are called {name!r}" for name, times in sorted(anchors.items()) if times > 1]
    if faults:
        raise InternalError("The contract is not resolved: " + "; ".join(faults) + ".")


def _anchors(contract: Contract) -> Iterator[str]:
    """Every anchor set in `contract`, in the order of the document."""
    for clause in contract.clauses:
        yield from _names(clause.anchor, clause.blocks)
    for schedule in contract.schedules:
        yield from _names(schedule.anchor, schedule.blocks)
        for definition in schedule.definitions:
            yield from _names(definition.anchor, definition.blocks)


def _names(anchor: str, blocks: Iterable[Block]) -> Iterator[str]:
    if anchor:
        yield anchor
    for block in blocks:
        if type(block) is Numbered:
            yield from _names(block.anchor, block.items)


def all_runs(contract: Contract) -> Iterator[Runs]:
    """The runs of every paragraph and cell of `contract`, in the order of the document."""
    yield from contract.parties
    yield contract.background
    for section in contract.particulars:
        for row in section.rows:
            yield row.runs
    for clause in contract.clauses:
        yield from _block_runs(clause.blocks)
    for schedule in contract.schedules:
        yield from _block_runs(schedule.blocks)
        for definition in schedule.definitions:
            yield from _block_runs(definition.blocks)
    yield contract.execution.words
    for signatory in contract.execution.signatories:
        yield signatory.words


def _block_runs(blocks: Iterable[Block]) -> Iterator[Runs]:
    for block in blocks:
        if type(block) is Numbered:
            yield block.runs
            yield from _block_runs(block.items)
        elif type(block) is Para:
            yield block.runs
        elif type(block) is Grid:
            yield from block.header
            for row in block.rows:
                yield from row
