"""Change: a brief as it would be if it said something else, and what that would change."""

from contract_builder.change.brief import change_brief
from contract_builder.change.what_if import what_if

__all__ = ["change_brief", "what_if"]
