"""The text matrix: what each thing that a brief can say changes in the words of a contract."""

from contract_builder.matrix.effects import playbook_effects, without_effect
from contract_builder.matrix.matrix import text_matrix

__all__ = ["playbook_effects", "text_matrix", "without_effect"]
