"""Loads one host map from a file of its own."""

from pathlib import Path

from contract_builder.load.files import Entry
from contract_builder.load.records import Records
from contract_builder.load.result import Loaded, loaded
from contract_builder.model.host import Host


def load_host(path: Path) -> Loaded[Host]:
    """The host map in the file `path`; none where an error stands in its way."""
    records = Records()
    value: Host | None = records.load("host", Entry(path.name, path.name, str(path)), None)
    return loaded(value, records.found)
