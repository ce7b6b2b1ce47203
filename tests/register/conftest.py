"""A contract with obligations of one's own."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

import contract_builder as cb
from contract_builder.model.contract import Obligation, Para, TextRun
from contract_builder.register.make import ROLLS
from tests.contents import shipped

Make = Callable[..., cb.Contract]


def duty(trigger: str, due: str, **other: str) -> Obligation:
    fields = {"clause": "exit-plan", "anchor": "exit-plan.plan", "number": "11.1", "party": "Supplier",
              "action": "Deliver the plan", "evidence": "The plan", **other}  # fmt: skip
    return Obligation(trigger=trigger, due=due, **fields)


@pytest.fixture(scope="session")
def contract() -> cb.Contract:
    """The contract of a shipped example; its Start Date is 11 January 2027."""
    content = shipped()
    built = cb.build(content, cb.read_brief(cb.example("event-listing-drafts")))
    assert built.contract is not None
    return built.contract


@pytest.fixture(scope="session")
def make(contract: cb.Contract) -> Make:
    """A contract with these obligations, that does or does not say that times end on the next Working Day."""

    def made(*duties: Obligation, rolls: bool = True) -> cb.Contract:
        words = (Para((TextRun(f"Here {ROLLS}."),)),) if rolls else ()
        first = replace(contract.clauses[0], blocks=(*contract.clauses[0].blocks, *words))
        return replace(contract, obligations=duties, clauses=(first, *contract.clauses[1:]))

    return made
