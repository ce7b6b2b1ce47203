"""Contents that many tests read: what was parsed once in a run is not parsed again, as with the cache of the program."""

from functools import cache
from typing import Any

from contract_builder import api
from contract_builder.load.cache import Cache, Shelf
from contract_builder.load.kinds import Kind
from contract_builder.model.matrix import TextMatrix
from contract_builder.upkeep import text_matrix


class _Memory(Shelf):
    """Every record of a run, by the name of the file and the hash of its bytes, whatever the folder."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Kind, str, str], Any] = {}

    def get(self, kind: Kind, file: str, key: str) -> Any:
        return self._kept.get((kind, file, key))

    def put(self, kind: Kind, file: str, key: str, value: Any) -> None:
        self._kept[kind, file, key] = value

    def save(self) -> None:
        """There is nothing on disk."""


class _InMemory(Cache):
    def __init__(self) -> None:
        self._memory = _Memory()

    def shelf(self, *_: object) -> Shelf:
        return self._memory


PARSED = _InMemory()
"""For tests that read many folders which differ in a file or two."""


@cache
def shipped() -> api.Content:
    """The shipped contents. They are frozen, so all tests may have the same."""
    return api.load_content(cache=PARSED)


@cache
def shipped_matrix() -> TextMatrix:
    """The text matrix of the shipped contents, which takes a while: every test of it has the same."""
    return text_matrix(shipped())
