"""Assemble: from a Selection to a resolved, numbered Contract."""

from contract_builder.assemble.assemble import Assembled
from contract_builder.assemble.shapes import assemble

__all__ = ["Assembled", "assemble"]
