"""The text matrix: what each thing that a brief can say changes in the words of a contract."""

from contract_builder.matrix.idle import idle_playbooks
from contract_builder.matrix.matrix import text_matrix

__all__ = ["idle_playbooks", "text_matrix"]
