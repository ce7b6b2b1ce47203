"""The files of a folder: which there are, and their bytes. Nothing outside the folder is ever read."""

import hashlib
import os
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from contract_builder.load.source import MAX_BYTES, decode, too_large, visible
from contract_builder.model.diagnostic import Diagnostic, Place

MAX_FOLDERS = 2
_IGNORED = frozenset(
    {"README.md", "CHANGELOG.md", "LICENSE", "LICENSE.md", "CODEOWNERS", "Thumbs.db", "desktop.ini"}
)
_IGNORED_STARTS = (".", "~$", "__pycache__")
_IGNORED_ENDS = ("~", ".bak", ".orig", ".swp", ".tmp")


class Entry(NamedTuple):
    """One file."""

    inside: str
    """Its path in the folder, with forward slashes."""
    file: str
    """Its path as messages name it: from the folder's parent."""
    path: str
    """Its path on this machine."""

    def place(self, words: str, line: int = 0) -> Place:
        """Where `words` stand in the file, on `line` or on the first line that has them; for messages only."""
        data, _ = read(self)
        source, _ = decode(data or b"", self.file)
        if source is None:
            return Place(self.file, line, 1)
        if not line:
            line = next((n for n, text in enumerate(source.lines, 1) if words in text), 1)
        return source.place_of(words, line)


def list_files(folder: Path, label: str = "") -> tuple[list[Entry], list[Diagnostic]]:
    """The files in `folder` and in the folders in it, in order; and what is wrong with them.

    `label` stands in messages for the folder; its name, if left out. Hidden files, backups and read-me files are
    left out; a link that leads out of the folder is refused.
    """
    folder = folder.absolute()
    label = label or _shown(folder.name)
    if not folder.is_dir():
        return [], [
            Diagnostic("folder-missing", Place(label), "there is no such folder", "Check its name and place.")
        ]
    found: list[Entry] = []
    problems: list[Diagnostic] = []
    _walk(str(folder), "", label, os.path.realpath(folder), found, problems)
    return sorted(found), problems


def _walk(
    folder: str, inside: str, label: str, root: str, found: list[Entry], problems: list[Diagnostic]
) -> None:
    try:
        with os.scandir(folder) as scan:
            entries = list(scan)
    except OSError as error:
        problems.append(_unreadable(f"{label}/{inside}".rstrip("/"), error))
        return
    for entry in entries:
        name = entry.name
        if name in _IGNORED or name.startswith(_IGNORED_STARTS) or name.endswith(_IGNORED_ENDS):
            continue
        below = inside + _shown(name)
        file = f"{label}/{below}"
        if entry.is_symlink() and not _is_within(entry.path, root):
            hint = "Put the file itself here."
            problems.append(
                Diagnostic("link-leaves-folder", Place(file), "this is a link to a place outside", hint)
            )
        elif entry.is_dir():
            if below.count("/") >= MAX_FOLDERS:
                hint = "Move its files up, or delete it."
                problems.append(
                    Diagnostic("folder-too-deep", Place(file), "a folder stands too deep to be read", hint)
                )
            else:
                _walk(entry.path, f"{below}/", label, root, found, problems)
        elif entry.is_file():
            found.append(Entry(below, file, entry.path))
        else:
            problems.append(Diagnostic("file-unreadable", Place(file), "this is not a file", "Delete it."))


def _is_within(path: str, root: str) -> bool:
    real = os.path.realpath(path)
    return real == root or real.startswith(root + os.sep)


def _shown(name: str) -> str:
    return visible(os.fsencode(name).decode("utf-8", "replace")).replace("\n", "\ufffd")


def _unreadable(file: str, error: OSError) -> Diagnostic:
    message = f"it cannot be read: {error.strerror or error}"
    return Diagnostic(
        "file-unreadable", Place(file), message, "Check that it is there and that you may read it."
    )


def read(entry: Entry) -> tuple[bytes | None, list[Diagnostic]]:
    """The bytes of the file; or none, and why."""
    try:
        with FileIO(entry.path) as stream:
            size = os.fstat(stream.fileno()).st_size  # a buffer of MAX_BYTES costs more than the reading
            data = stream.read(min(size, MAX_BYTES) + 1) or b""
    except OSError as error:
        return None, [_unreadable(entry.file, error)]
    if len(data) > MAX_BYTES:
        return None, [too_large(entry.file)]
    return data, []


def digest_of(digests: dict[str, str]) -> str:
    """The SHA-256 over names and SHA-256s of files, in the order of the names."""
    total = hashlib.sha256()
    for file, digest in sorted(digests.items()):
        total.update(f"{file}\0{digest}\n".encode())
    return total.hexdigest()
