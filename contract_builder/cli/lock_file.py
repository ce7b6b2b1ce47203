"""Locks and Word files from the command line: read within limits, refused in words."""

from pathlib import Path

from contract_builder import locked
from contract_builder.errors import UsageError
from contract_builder.lock import Lock

LOCK_END = ".lock.json"
MOST_DOCUMENT_BYTES = 100_000_000


def open_lock(path: Path) -> Lock:
    """The lock at `path`. Raises UsageError."""
    return locked.read_lock(
        read_file(path, locked.MOST_BYTES, f"A lock is the NAME{LOCK_END} that `build` wrote.")
    )


def read_file(path: Path, most: int, hint: str) -> bytes:
    """The bytes of `path`. Raises UsageError, with `hint`, for what is no file or has more than `most` bytes."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder.", hint)
    if not path.is_file():
        raise UsageError(f"There is no file {path}.", hint)
    if path.stat().st_size > most:
        raise UsageError(f"{path} is too large.", f"The most is {most:,} bytes.")
    return path.read_bytes()


def lock_stem(path: Path) -> Path:
    """`path` without the ending of a lock, for the names of what is made from it."""
    return (
        path.with_name(path.name.removesuffix(LOCK_END))
        if path.name.endswith(LOCK_END)
        else path.with_suffix("")
    )
