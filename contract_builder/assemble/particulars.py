"""The Particulars, the signatures, and what is still open."""

from contract_builder.assemble.slots import UnknownSlot, Values, runs_of
from contract_builder.model.contract import (
    ExecutionNode,
    OpenItem,
    ParticularsRow,
    ParticularsSection,
    Runs,
    SignatoryNode,
)
from contract_builder.model.diagnostic import Diagnostic, Place
from contract_builder.model.library import Library

PARTIES = ("council_name", "supplier_name")
"""The fields that the cover prints."""


def particulars_of(library: Library, values: Values) -> tuple[ParticularsSection, ...]:
    """Every field of the Particulars, with its value or a blank, by section."""
    sections: dict[str, list[ParticularsRow]] = {}
    for field in library.particulars:
        row = ParticularsRow(field.id, field.label, (values.run(field.id),))
        sections.setdefault(field.section, []).append(row)
    return tuple(ParticularsSection(title, tuple(rows)) for title, rows in sections.items())


def parties_of(values: Values, found: list[Diagnostic]) -> tuple[Runs, Runs]:
    """The names of the Council and the Supplier; a field that the Particulars lack goes to `found`."""
    place = "clauses/particulars.yaml"
    council, supplier = (told(f"{{{{ {name} }}}}", values, place, found) for name in PARTIES)
    return council, supplier


def execution_of(library: Library, values: Values, found: list[Diagnostic]) -> ExecutionNode:
    """The execution block; a placeholder that names no field goes to `found`."""
    execution, file = library.execution, "clauses/execution.yaml"
    return ExecutionNode(
        execution.title,
        told(execution.words, values, file, found),
        tuple(
            SignatoryNode(s.party, told(s.words, values, file, found), s.lines) for s in execution.signatories
        ),
    )


def told(template: str, values: Values, file: str, found: list[Diagnostic]) -> Runs:
    """`template` with its placeholders filled; one that names no field of the Particulars goes to `found`."""
    try:
        return runs_of(template, values)
    except UnknownSlot as unknown:
        message = f"{{{{ {unknown} }}}} names no field of the Particulars."
        hint = "Add the field to particulars.yaml, or correct the name."
        found.append(Diagnostic("unknown-placeholder", Place(file), message, hint))
        return ()


def open_items_of(library: Library, values: Values) -> tuple[OpenItem, ...]:
    """The fields without a value, each with who fills it in."""
    return tuple(
        OpenItem(field.id, field.label, field.ask, field.owner)
        for field in library.particulars
        if not values.given(field.id)
    )
