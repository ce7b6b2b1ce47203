"""Reads files one by one: from the cache where it knows them, or else through the whole build."""

import hashlib
from typing import Any

from contract_builder.load.cache import Shelf
from contract_builder.load.files import Entry, read
from contract_builder.load.kinds import Kind
from contract_builder.model.diagnostic import Diagnostic


class Records:
    """The values of files that were read so far, what was wrong with them, and their digests."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []
        self.digests: dict[str, str] = {}
        """From each file read to the SHA-256 of its bytes."""

    def load(self, kind: Kind, entry: Entry, shelf: Shelf | None, sets: frozenset[str] = frozenset()) -> Any:
        """The value in the file; none if something is wrong with it, which is noted.

        `sets` are the facts that hold several values: what a playbook means depends on them.
        """
        data, problems = read(entry)
        if data is None:
            self.found += problems
            return None
        digest = hashlib.sha256(data).hexdigest()
        self.digests[entry.file] = digest
        key = digest if not sets else f"{digest} {' '.join(sorted(sets))}"
        if shelf is not None and (value := shelf.get(kind, entry.file, key)) is not None:
            return value
        value, problems = _build(kind, data, entry, sets)
        self.found += problems
        if shelf is not None and value is not None and not problems:
            shelf.put(kind, entry.file, key, value)
        return value


def _build(kind: Kind, data: bytes, entry: Entry, sets: frozenset[str]) -> tuple[Any, list[Diagnostic]]:
    from contract_builder.load.build import build  # slow to import: with a full cache nothing is built

    return build(kind, data, entry.file, entry.inside, sets)
