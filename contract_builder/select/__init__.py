"""Select: from facts and playbooks to every clause in or out, with the reasons."""

from contract_builder.select.shapes import select

__all__ = ["select"]
