"""What the front of a document says about it, in words: its reference and its status."""

from contract_builder.model.contract import Identity


def reference_of(identity: Identity) -> str:
    """The reference of the contract, or that there is none yet."""
    return identity.reference or "not yet given"


def status_of(identity: Identity, mark: str = "") -> str:
    """The draft and its date, and the `mark` of an edition that must not leave the Council."""
    status = ", ".join(filter(None, (identity.draft, identity.date)))
    return f"{status}. {mark}" if mark else status
