"""The register as CSV, for any program."""

import csv
import io

from contract_builder.model.register import Register
from contract_builder.register.table import COLUMNS, harmless, rows_of


def csv_of(register: Register) -> bytes:
    """One line for each date, UTF-8 with a mark that Excel needs; what a spreadsheet would act on stands behind an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows_of(register):
        cells = (
            row.where,
            row.party,
            row.action,
            row.trigger,
            row.due,
            row.date,
            row.repeat,
            row.evidence,
            "",
            "",
            row.note,
        )
        writer.writerow([row.number, *map(harmless, cells)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()
