"""Select: from facts and playbooks to every clause in or out, with the reasons."""

from contract_builder.select.select import select

__all__ = ["select"]
