"""Check: what is wrong with the contents that no single file can show."""

from contract_builder.check.run import check

__all__ = ["check"]
