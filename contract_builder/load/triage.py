"""Loads the triage table."""

from pathlib import Path

from contract_builder.load.cache import Cache
from contract_builder.load.files import Entry
from contract_builder.load.records import Records
from contract_builder.load.result import Loaded, loaded
from contract_builder.model.triage import TriageTable


def load_triage(path: Path, cache: Cache | None = None) -> Loaded[TriageTable]:
    """The triage table in the file `path`; none where an error stands in its way."""
    file = f"{path.absolute().parent.name}/{path.name}"
    records = Records()
    shelf = cache.shelf(path, "triage") if cache else None
    table: TriageTable | None = records.load("triage", Entry(path.name, file, str(path)), shelf)
    if shelf is not None:
        shelf.save()
    return loaded(table, records.found)
