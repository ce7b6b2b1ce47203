"""Prove: what holds for every contract that the library and the playbooks can make."""

from contract_builder.prove.prove import prove

__all__ = ["prove"]
