"""Files written whole or not at all, and never over somebody's edits."""

import os
from pathlib import Path

from contract_builder.errors import UsageError


def refuse_existing(folder: Path, names: list[str]) -> None:
    """Raises UsageError if one of `names` is in `folder` already."""
    there = [name for name in names if (folder / name).exists()]
    if there:
        raise UsageError(
            f"{folder} already holds {', '.join(there)}. Nothing was written.",
            "Choose another folder, or give --force to write over them.",
        )


def write_all(folder: Path, files: dict[str, bytes]) -> list[Path]:
    """Write all of `files` into `folder`: to temporary names first, so that a full disk leaves nothing half-done."""
    folder.mkdir(parents=True, exist_ok=True)
    ready: list[tuple[Path, Path]] = []
    try:
        for name, data in files.items():
            part = folder / f".{os.urandom(8).hex()}.part"  # tempfile takes 5 ms to import
            ready.append((part, folder / name))
            with part.open("xb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
        for part, path in ready:
            part.replace(path)
    finally:
        for part, _ in ready:
            part.unlink(missing_ok=True)
    return [path for _, path in ready]
