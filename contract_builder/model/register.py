"""The register of obligations: who must do what, on which dates, and where no date can be known, what sets it off."""

from typing import Literal

from contract_builder.model.base import Frozen
from contract_builder.model.contract import Obligation
from contract_builder.model.documents import ContractName


class RegisterDate(Frozen, frozen=True):
    """One date on which something is due."""

    date: str
    """YYYY-MM-DD."""
    note: str
    """What a reader should know about it; "" for nothing."""


class RegisterEntry(Frozen, frozen=True):
    """One obligation with its dates."""

    obligation: Obligation
    """What the contract says."""
    when: Literal["date", "repeated", "trigger"]
    """One date; several; or none, because it hangs on something that has not happened or is not known."""
    dates: tuple[RegisterDate, ...]
    """In order; none where `when` is "trigger"."""
    note: str
    """What of `due` the dates leave out, or what is needed to know them; "" for nothing."""


class Register(Frozen, frozen=True, kw_only=True):
    """The obligations of one contract, with dates where they can be known."""

    format: int = 1
    """The number of this format."""
    contract: ContractName
    """The contract that they stand in."""
    start_date: str
    """The Start Date that the dates are counted from, YYYY-MM-DD; "" if it is not known."""
    end_date: str
    """The End Date, if it was given, YYYY-MM-DD; "" if not."""
    entries: tuple[RegisterEntry, ...]
    """In the order of the clauses."""
    notes: tuple[str, ...]
    """How the dates were counted and how far they can be trusted, in words."""
