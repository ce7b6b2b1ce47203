"""Assembly for a brief, whatever its shape: an agreement of its own, or a schedule to a host."""

from contract_builder.assemble.ai_schedule import assemble_schedule
from contract_builder.assemble.assemble import Assembled
from contract_builder.assemble.assemble import assemble as assemble_agreement
from contract_builder.model.brief import Brief
from contract_builder.model.condition import Facts
from contract_builder.model.diagnostic import errors
from contract_builder.model.library import Library
from contract_builder.model.selection import Selection


def assemble(
    library: Library, selection: Selection, brief: Brief, facts: Facts, tool_version: str = ""
) -> Assembled:
    """The resolved Contract for `selection`. Pure; the same inputs give an equal tree."""
    if brief.host is None or errors(selection.diagnostics):
        return assemble_agreement(library, selection, brief, facts, tool_version)
    return assemble_schedule(library, selection, brief, facts, tool_version)
