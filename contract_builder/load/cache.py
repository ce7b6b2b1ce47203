"""A cache of built files, so that a library that did not change is not parsed and checked again.

One file per folder of contents, in the user's own cache folder. A record is found by the file's name and the
SHA-256 of its bytes. The cache is only ever an optimisation: whatever is wrong with it, it is passed over.
"""

import contextlib
import hashlib
import os
import sys
from functools import cache
from io import FileIO
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, Generic, TypeVar

import msgspec

from contract_builder.load.kinds import Kind
from contract_builder.model.brief import Brief
from contract_builder.model.clause import Clause, Definition, Schedule
from contract_builder.model.host import Host, Opening
from contract_builder.model.library import (
    AnchorModel,
    Execution,
    Finding,
    LawHook,
    LibraryInfo,
    ParticularField,
    Taxonomy,
    Topic,
)
from contract_builder.model.notice import Notice
from contract_builder.model.playbook import FactInfo, Playbook
from contract_builder.model.triage import TriageTable
from contract_builder.model.wording import Wording

FORMAT = 1
"""The layout of a cache file. What its records mean is covered by a digest of the code that makes them."""
VARIABLE = "CONTRACT_BUILDER_CACHE"
_MAX_BYTES = 500_000_000
_OTHERS_MAY_WRITE = 0o022
_NAME = "contract-builder"

T = TypeVar("T")


class _Record(msgspec.Struct, Generic[T], array_like=True, frozen=True):
    key: str
    value: T


class _Records(msgspec.Struct, forbid_unknown_fields=True):
    """Records by kind and by the name of the file, each with its exact type."""

    clause: dict[str, _Record[Clause]] = {}
    definition: dict[str, _Record[Definition]] = {}
    schedule: dict[str, _Record[Schedule]] = {}
    library: dict[str, _Record[LibraryInfo]] = {}
    topics: dict[str, _Record[tuple[Topic, ...]]] = {}
    findings: dict[str, _Record[tuple[Finding, ...]]] = {}
    law: dict[str, _Record[tuple[LawHook, ...]]] = {}
    taxonomy: dict[str, _Record[Taxonomy]] = {}
    particulars: dict[str, _Record[tuple[ParticularField, ...]]] = {}
    execution: dict[str, _Record[Execution]] = {}
    anchors: dict[str, _Record[tuple[AnchorModel, ...]]] = {}
    host: dict[str, _Record[Host]] = {}
    opening: dict[str, _Record[Opening]] = {}
    wording: dict[str, _Record[Wording]] = {}
    notice: dict[str, _Record[Notice]] = {}
    playbook: dict[str, _Record[Playbook]] = {}
    facts: dict[str, _Record[tuple[FactInfo, ...]]] = {}
    triage: dict[str, _Record[TriageTable]] = {}
    brief: dict[str, _Record[Brief]] = {}


class Shelf:
    """The records of one folder of contents: those found on disk, and those that are kept for the next time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._old = _read(path) or _Records()
        self._new = _Records()
        self._changed = False

    def get(self, kind: Kind, file: str, key: str) -> Any:
        """The value of `file`, if its record has this `key`; none if not."""
        record = getattr(self._old, kind).get(file)
        if record is None or record.key != key:
            return None
        getattr(self._new, kind)[file] = record
        return record.value

    def put(self, kind: Kind, file: str, key: str, value: Any) -> None:
        """Keeps `value` for the next time."""
        getattr(self._new, kind)[file] = _Record(key, value)
        self._changed = True

    def save(self) -> None:
        """Writes what was asked for and what was put, if that is not what is on disk. Never fails."""
        if self._changed or any(
            len(getattr(self._new, k)) != len(getattr(self._old, k)) for k in _Records.__struct_fields__
        ):
            _write(self._path, self._new)


class Cache:
    """A folder of cache files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def shelf(self, root: Path, what: str) -> Shelf:
        """The records of the folder or file `root`; `what` is read from it."""
        name = hashlib.sha256(f"{what}\0{root.absolute()}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return Shelf(self._folder / f"{name}.cache")


def default_cache() -> Cache | None:
    """The cache in the user's cache folder, or in the folder that CONTRACT_BUILDER_CACHE names.

    None where that is `off`, or where there is no such folder and none can be made.
    """
    setting = os.environ.get(VARIABLE, "")
    if setting.lower() in ("off", "0", "no"):
        return None
    try:
        return Cache(Path(setting).absolute() if setting else _user_folder())
    except (OSError, RuntimeError):
        return None


def _user_folder() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / _NAME / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / _NAME
    given = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(given) if Path(given).is_absolute() else Path.home() / ".cache") / _NAME


@cache
def _maker() -> str:
    """What made the records: the layout, and a digest of the code that a record depends on."""
    package = Path(__file__).parent.parent
    total = hashlib.sha256(f"{FORMAT} {msgspec.__version__} {sys.version_info[:2]}".encode())
    for folder in (package / "load", package / "load" / "schema", package / "model"):
        with os.scandir(folder) as scan:
            files = sorted((entry.name, entry.stat()) for entry in scan if entry.name.endswith(".py"))
        for name, state in files:
            total.update(f"{name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return total.hexdigest()


@cache
def _codecs() -> tuple[msgspec.json.Encoder, msgspec.json.Decoder[_Records]]:
    return msgspec.json.Encoder(), msgspec.json.Decoder(_Records)


def _read(path: Path) -> _Records | None:
    """The records in `path`; none if it is missing, damaged, made by other code, or not the user's own."""
    try:
        if not _is_ours(path.parent.stat(), S_ISDIR):
            return None
        with FileIO(path) as stream:
            state = os.fstat(stream.fileno())
            if not _is_ours(state, S_ISREG) or state.st_size > _MAX_BYTES:
                return None
            data = stream.readall() or b""
        head, _, payload = data.partition(b"\n")
        if head != _head(payload):
            return None
        return _codecs()[1].decode(payload)
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _is_ours(state: os.stat_result, is_kind: Any) -> bool:
    if not is_kind(state.st_mode):
        return False
    user = getattr(os, "getuid", None)  # not on Windows, where the folder is the user's own by its place
    return user is None or (state.st_uid == user() and not state.st_mode & _OTHERS_MAY_WRITE)


def _head(payload: bytes) -> bytes:
    return f"{_maker()} {hashlib.sha256(payload).hexdigest()}".encode()


def _write(path: Path, records: _Records) -> None:
    """Writes the file whole, through another name, so that a reader sees the old one or the new one."""
    import tempfile  # with what it imports, a fifth of the time of a warm load

    with contextlib.suppress(OSError, msgspec.MsgspecError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(path.parent.stat(), S_ISDIR):
            return
        payload = _codecs()[0].encode(records)
        with tempfile.NamedTemporaryFile(prefix=".", suffix=".tmp", dir=path.parent, delete=False) as stream:
            temporary = Path(stream.name)
            try:
                stream.write(_head(payload) + b"\n")
                stream.write(payload)
                stream.close()
                temporary.replace(path)
            except BaseException:
                stream.close()
                temporary.unlink(missing_ok=True)
                raise
