"""Template: a new clause as text, ready to be written out."""

from contract_builder.template.clause import clause_template
from contract_builder.template.derived import derived_clause

__all__ = ["clause_template", "derived_clause"]
