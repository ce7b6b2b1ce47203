"""Assemble: from a Selection to a resolved, numbered Contract."""

from contract_builder.assemble.assemble import Assembled, assemble

__all__ = ["Assembled", "assemble"]
