"""The public API of the register of obligations: made from a contract, as files, and as a schedule of the contract."""

from typing import Literal, TypeAlias

from contract_builder.errors import UsageError
from contract_builder.model.contract import Contract
from contract_builder.model.register import Register
from contract_builder.register import register_of as made

__all__ = ["REGISTER_FORMATS", "RegisterFormat", "register_of", "render_register"]
RegisterFormat: TypeAlias = Literal["xlsx", "csv", "ics", "json"]
REGISTER_FORMATS: tuple[RegisterFormat, ...] = ("xlsx", "csv", "ics", "json")


def register_of(contract: Contract, start_date: str = "", end_date: str = "", as_of: str = "") -> Register:
    """The obligations of `contract`, with dates where its Start Date and End Date leave no doubt.

    Dates are YYYY-MM-DD. `start_date` counts where the Particulars state none; the End Date is in no contract, so who
    knows it gives `end_date`. `as_of` is the date of the draft: bank holidays are taken as settled until the end of
    the year after. Raises UsageError for what is no date, and where the extra `register` is not installed.
    """
    return made(contract, start_date, end_date, as_of)


def render_register(register: Register, format: RegisterFormat) -> bytes:
    """`register` as a file: an Excel workbook, CSV, a calendar, or JSON. Raises UsageError."""
    if format == "xlsx":
        from contract_builder.register.xlsx import xlsx_of

        return xlsx_of(register)
    if format == "csv":
        from contract_builder.register.csv_file import csv_of

        return csv_of(register)
    if format == "ics":
        from contract_builder.register.calendar_file import calendar_of

        return calendar_of(register)
    if format == "json":
        from contract_builder.render.json import render_json

        return render_json(register)
    raise UsageError(f"There is no format {format!r}.", "Formats: " + ", ".join(REGISTER_FORMATS) + ".")
