"""The register as an Excel workbook: to filter, to tick off, to sort by date."""

import io
import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, cast

from contract_builder.model.register import Register
from contract_builder.model.words import long_date
from contract_builder.register.extra import missing
from contract_builder.register.table import COLUMNS, STATUSES, Row, acts, rows_of
from contract_builder.render.docx.package import pack, unpack

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

WIDTHS = (5, 14, 10, 36, 26, 26, 17, 8, 30, 15, 17, 30)
_CELL = 32_000
"""Characters; Excel takes 32,767."""
_LINE = 14
"""The height of a line of words, in points."""
_MOMENT = "1980-01-01T00:00:00Z"
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*<")
_SPARE_ROWS = 200
"""Rows behind the last in which a status can be picked too, for what is written in by hand."""


def xlsx_of(register: Register) -> bytes:
    """Two sheets: the obligations, a row for each date, and how the dates were counted. The same register gives the same bytes.

    Raises UsageError where the library for workbooks is missing.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise missing("openpyxl", "To write an Excel workbook") from error
    book = Workbook()
    book.remove(book.worksheets[0])
    _obligations(book.create_sheet("Obligations"), list(rows_of(register)))
    _about(book.create_sheet("About"), register)
    book.properties.creator, book.properties.title = "contract-builder", "Register of obligations"
    out = io.BytesIO()
    book.save(out)
    parts = unpack(out.getvalue())
    core = "docProps/core.xml"
    parts[core] = _STAMP.sub(rb"\g<1>" + _MOMENT.encode() + b"<", parts[core])
    return pack(parts)


def _obligations(sheet: "Worksheet", rows: list[Row]) -> None:
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for n, name in enumerate(COLUMNS, 1):
        cell = sheet.cell(1, n, name)
        cell.font = Font(name="Arial", bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color="1F3864")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(n)].width = WIDTHS[n - 1]
    top = Alignment(wrap_text=True, vertical="top")
    for at, row in enumerate(rows, 2):
        cells = (row.number, row.where, row.party, row.action, row.trigger, row.due,
                 date.fromisoformat(row.date) if row.date else None, row.repeat, row.evidence,
                 STATUSES[0], None, row.note)  # fmt: skip
        for n, value in enumerate(cells, 1):
            _write(sheet, at, n, value)
            sheet.cell(at, n).alignment = top
            sheet.cell(at, n).font = Font(name="Arial", size=10)
        _fit(sheet, at, zip(map(str, cells), WIDTHS, strict=True))
        for name in ("Date", "Done on"):
            sheet.cell(at, COLUMNS.index(name) + 1).number_format = "ddd d mmm yyyy"
    last, letter = len(rows) + 1, get_column_letter(len(COLUMNS))
    sheet.auto_filter.ref = f"A1:{letter}{last}"
    sheet.freeze_panes = "D2"
    sheet.print_title_rows = "1:1"
    _on_a4(sheet, "landscape")
    status, done, when = (get_column_letter(COLUMNS.index(c) + 1) for c in ("Status", "Done on", "Date"))
    pick = DataValidation(type="list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True)
    pick.error, pick.errorTitle = "Pick one of the list.", "Status"
    pick.add(f"{status}2:{status}{last + _SPARE_ROWS}")
    day = DataValidation(type="date", operator="greaterThan", formula1="36526", allow_blank=True)
    day.error, day.errorTitle = "Write a date.", "Done on"
    day.add(f"{done}2:{done}{last + _SPARE_ROWS}")
    sheet.add_data_validation(pick)
    sheet.add_data_validation(day)
    late = f'AND(${when}2<>"",${when}2<TODAY(),${status}2<>"Done",${status}2<>"Does not apply")'
    red = DifferentialStyle(font=Font(bold=True, color="9C0006"))
    sheet.conditional_formatting.add(
        f"{when}2:{when}{last}", Rule(type="expression", dxf=red, formula=[late])
    )


def _about(sheet: "Worksheet", register: Register) -> None:
    from openpyxl.styles import Alignment, Font

    told = register.contract
    lines = [("Contract", told.title), ("For", told.subject), ("Reference", told.reference or "not yet given"),
             ("Start Date", long_date(register.start_date) or "not known"),
             ("End Date", long_date(register.end_date) or "not known"),
             ("Made from", f"{told.library}, version {told.library_version}"),
             ("Contract as data", f"SHA-256 {told.digest}")]  # fmt: skip
    lines += [("How dates were counted" if n == 0 else "", note) for n, note in enumerate(register.notes)]
    lines.append(("What binds", "The contract, and not this register."))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 80
    _on_a4(sheet, "portrait")
    for at, (label, words) in enumerate(lines, 1):
        _write(sheet, at, 1, label)
        _write(sheet, at, 2, words)
        _fit(sheet, at, [(words, 75)])
        sheet.cell(at, 1).font, sheet.cell(at, 2).font = Font(name="Arial", bold=True), Font(name="Arial")
        sheet.cell(at, 1).alignment = sheet.cell(at, 2).alignment = Alignment(wrap_text=True, vertical="top")


def _fit(sheet: "Worksheet", row: int, cells: Iterable[tuple[str, int]]) -> None:
    """Make `row` as high as its words need; not every program does so when it opens a file."""
    lines = max(sum(-(-max(len(line), 1) // width) for line in text.split("\n")) for text, width in cells)
    sheet.row_dimensions[row].height = min(_LINE * lines + 3, 400)


def _on_a4(sheet: "Worksheet", orientation: str) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape" if orientation == "landscape" else "portrait"
    sheet.page_setup.paperSize, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "9", 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _write(sheet: "Worksheet", row: int, column: int, value: str | int | date | None) -> None:
    """Words are words, whatever they begin with: never a formula, also when somebody edits the cell."""
    cell = cast("Cell", sheet.cell(row, column))
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = value if len(value) <= _CELL else value[: _CELL - 1] + "…"
    cell.data_type = "s"
    if acts(value):
        cell.quotePrefix = True
