"""The register of obligations as a schedule of the contract: a table with live references, that binds nobody anew."""

from msgspec.structs import replace

from contract_builder.assemble.assemble import digest_of
from contract_builder.model.contract import (
    Contract,
    Grid,
    Obligation,
    Para,
    RefRun,
    Runs,
    ScheduleNode,
    TextRun,
)

REGISTER = "obligations-register"
"""What a brief includes, and the id of the schedule."""
HEADING = "Register of obligations"
_LEAD = (
    "This Schedule lists duties under this Contract for those who manage it. It creates, changes and limits none of them. "
    "Where it differs from the clause that it names, that clause counts."
)
_COLUMNS = ("Where", "Who", "What", "Set off by", "Due", "Evidence")


def with_register(contract: Contract) -> Contract:
    """`contract` with the register as its last schedule. Without obligations, or with a register, it stays as it is."""
    if not contract.obligations or any(schedule.id == REGISTER for schedule in contract.schedules):
        return contract
    header = tuple((TextRun(name),) for name in _COLUMNS)
    blocks = (Para((TextRun(_LEAD),)), Grid(header, tuple(map(_row, contract.obligations))))
    schedule = ScheduleNode(
        REGISTER, "", f"Schedule {len(contract.schedules) + 1}", HEADING, f"schedule.{REGISTER}", blocks,
        digest=digest_of(HEADING, blocks),
    )  # fmt: skip
    return replace(
        contract,
        schedules=(*contract.schedules, schedule),
        cited=contract.cited | {obligation.anchor for obligation in contract.obligations},
    )


def _row(said: Obligation) -> tuple[Runs, ...]:
    words = (said.party, said.action, said.trigger, said.due, said.evidence)
    return (
        (TextRun("clause "), RefRun(said.anchor, said.number)),
        *((TextRun(text),) for text in words),
    )
