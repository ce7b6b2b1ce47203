"""Cases that are data: YAML files that a lawyer can read and add to."""

from pathlib import Path
from typing import Any

from contract_builder.load.source import decode
from contract_builder.load.yaml import parse_yaml


def read_case(path: Path) -> dict[str, Any]:
    """The data in the case file at `path`, read as strictly as the project's own files: yes and no stay text."""
    source, found = decode(path.read_bytes(), path.name)
    assert source is not None, found
    document, found = parse_yaml(source)
    assert document is not None, found
    return document.data
