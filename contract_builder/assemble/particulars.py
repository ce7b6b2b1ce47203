"""The Particulars, the parties, and what is still open."""

from collections.abc import Iterable

from contract_builder.assemble.slots import UnknownSlot, Values, runs_of
from contract_builder.model.agreement import SCHEDULES, ParticularField
from contract_builder.model.contract import OpenItem, ParticularsRow, ParticularsSection, Runs
from contract_builder.model.diagnostic import Diagnostic, Place

PARTIES = ("council_name", "supplier_name")
"""The fields that the cover prints."""


def particulars_of(
    fields: Iterable[ParticularField], values: Values, schedules: Runs
) -> tuple[ParticularsSection, ...]:
    """`fields`, each with its value or a blank, by section; `schedules` is what a field that lists them prints."""
    sections: dict[str, list[ParticularsRow]] = {}
    for field in fields:
        runs = schedules if field.fact == SCHEDULES else (values.run(field.id),)
        sections.setdefault(field.section, []).append(ParticularsRow(field.id, field.label, runs))
    return tuple(ParticularsSection(title, tuple(rows)) for title, rows in sections.items())


def parties_of(values: Values, found: list[Diagnostic]) -> tuple[Runs, Runs]:
    """The names of the Council and the Supplier; a field that the Particulars lack goes to `found`."""
    place = "clauses/particulars.yaml"
    council, supplier = (told(f"{{{{ {name} }}}}", values, place, found) for name in PARTIES)
    return council, supplier


def told(template: str, values: Values, file: str, found: list[Diagnostic]) -> Runs:
    """`template` with its placeholders filled; one that names no field of the Particulars goes to `found`."""
    try:
        return runs_of(template, values)
    except UnknownSlot as unknown:
        message = f"{{{{ {unknown} }}}} names no field of the Particulars."
        hint = "Add the field to particulars.yaml, or correct the name."
        found.append(Diagnostic("unknown-placeholder", Place(file), message, hint))
        return ()


def open_items_of(fields: Iterable[ParticularField], values: Values) -> tuple[OpenItem, ...]:
    """Those of `fields` without a value, each with who fills it in."""
    return tuple(
        OpenItem(field.id, field.label, field.ask, field.owner)
        for field in fields
        if field.fact != SCHEDULES and not values.given(field.id)
    )
