"""The contract that every purchase of a tier gets: what the playbooks select with nothing else known."""

from contract_builder.model.base import Frozen
from contract_builder.model.brief import Brief
from contract_builder.model.clause import Value
from contract_builder.model.library import Library
from contract_builder.model.playbook import Playbooks
from contract_builder.select import select
from contract_builder.triage import facts_of


class TierContract(Frozen, frozen=True):
    """The clauses that every contract of one tier holds."""

    tier: int
    placed: dict[str, str]
    """Each clause, with its position."""
    values: dict[tuple[str, str], Value]
    """The value of each parameter, by clause and name."""


def tiers_of(library: Library, playbooks: Playbooks) -> tuple[TierContract, ...]:
    """One for each tier, lowest first: no AI type and no service area, so that only the clauses for all are in."""
    return tuple(_contract(library, playbooks, tier) for tier in range(1, len(library.taxonomy.tiers) + 1))


def _contract(library: Library, playbooks: Playbooks, tier: int) -> TierContract:
    nothing_known = Brief(title="", file="", ai_types=(), service_area="")
    selection = select(library, playbooks, facts_of(nothing_known, playbooks.facts, tier), nothing_known)
    return TierContract(
        tier,
        {choice.clause: choice.position for choice in selection.chosen},
        {(choice.clause, v.parameter): v.value for choice in selection.chosen for v in choice.values},
    )
