"""What a reader sees of a contract, and all that is in it."""

from collections.abc import Iterable, Iterator

from contract_builder.assemble.slots import plain
from contract_builder.model.contract import Block, Contract, Grid, Numbered, Para, RefRun, Run, Runs


def lines(blocks: Iterable[Block]) -> list[str]:
    """Each paragraph with its number, each row of a table, as a reader sees them; no-break spaces as spaces."""
    out: list[str] = []
    for block in blocks:
        if isinstance(block, Grid):
            out += [" | ".join(words(cell) for cell in row) for row in (block.header, *block.rows)]
        elif isinstance(block, Numbered):
            out += [f"{block.number} {words(block.runs)}", *lines(block.items)]
        else:
            out.append(words(block.runs))
    return out


def words(runs: Runs) -> str:
    return plain(runs).replace("\u00a0", " ")


def clause_lines(contract: Contract, clause: str) -> list[str]:
    """The lines of one clause."""
    return lines(next(c for c in contract.clauses if c.id == clause).blocks)


def schedule_lines(contract: Contract, schedule: str) -> list[str]:
    """The lines of one schedule."""
    return lines(next(s for s in contract.schedules if s.id == schedule).blocks)


def terms(contract: Contract) -> list[str]:
    """The terms that the contract defines, in order."""
    return [d.term for d in contract.schedules[0].definitions]


def definition_lines(contract: Contract, id_: str) -> list[str]:
    """The lines of one definition, with its term and verb."""
    found = next(d for d in contract.schedules[0].definitions if d.id == id_)
    first, *rest = lines(found.blocks)
    return [f"{found.term} {found.verb} {first}", *rest]


def all_blocks(contract: Contract) -> Iterator[tuple[str, Block]]:
    """Every block, with the anchor of the clause, schedule or definition that it stands in."""
    for part in (*contract.clauses, *contract.schedules):
        for block in part.blocks:
            yield part.anchor, block
    for found in contract.schedules[0].definitions:
        for block in found.blocks:
            yield found.anchor, block


def numbered(blocks: Iterable[Block]) -> Iterator[Numbered]:
    """Every numbered paragraph, at every level."""
    for block in blocks:
        if isinstance(block, Numbered):
            yield block
            yield from numbered(block.items)


def all_runs(contract: Contract) -> Iterator[Run]:
    """Every run of the clauses, schedules and definitions."""
    for _, block in all_blocks(contract):
        if isinstance(block, Para):
            yield from block.runs
        elif isinstance(block, Grid):
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from cell
        for item in numbered([block]):
            yield from item.runs


def numbers(contract: Contract) -> dict[str, tuple[str, str]]:
    """Each anchor with the number of what it names: as cited, and as printed beside it."""
    found = {p.anchor: (p.number, p.number) for p in (*contract.clauses, *contract.schedules)}
    for _, block in all_blocks(contract):
        found |= {item.anchor: (item.full, item.number) for item in numbered([block])}
    return found


def references(contract: Contract) -> list[RefRun]:
    """Every cross-reference."""
    return [run for run in all_runs(contract) if isinstance(run, RefRun)]
