"""Triage: from a brief's answers to a tier, or a stop, with the reasons."""

from contract_builder.triage.assess import assess
from contract_builder.triage.facts import facts_of

__all__ = ["assess", "facts_of"]
