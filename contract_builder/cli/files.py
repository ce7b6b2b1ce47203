"""Files written whole or not at all, and never over somebody's edits."""

import os
from pathlib import Path

import click

from contract_builder.errors import UsageError

_NOT_IN_NAMES = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)
_LONGEST_STEM = 100
ENDINGS = {".html": "html", ".htm": "html", ".md": "md", ".json": "json", ".txt": "text"}
"""The format that the ending of a file's name asks for."""
_OTHER = "Give another folder with -o, or ask for the right to write there."


def stem_of(brief: Path) -> str:
    """What the names of the files made for `brief` begin with: its name without the ending.

    Raises UsageError for a name that Windows, a shell or a folder's listing would take for something else.
    """
    stem = brief.stem
    if (
        len(stem) > _LONGEST_STEM
        or stem[:1] in ("", "-", ".", "~", " ")
        or stem[-1] in (" ", ".")
        or not stem.replace("\u00a0", " ").isprintable()
        or stem.partition(".")[0].casefold() in _DEVICES
        or _NOT_IN_NAMES.intersection(stem)
    ):
        raise UsageError(f"The brief's name {brief.name!r} cannot begin the names of other files.",
                         "Rename it: letters, digits, spaces, dots and hyphens, beginning with a letter or a digit, "
                         f"at most {_LONGEST_STEM} characters.")  # fmt: skip
    return stem


def refuse_existing(folder: Path, names: list[str]) -> None:
    """Raises UsageError if one of `names` is in `folder` already."""
    there = [name for name in names if (folder / name).exists()]
    if there:
        raise UsageError(
            f"{folder} already holds {', '.join(there)}. Nothing was written.",
            "Choose another folder, or give --force to write over them.",
        )


def refuse_to_write(path: Path, such_as: str, force: bool) -> None:
    """Raises UsageError if `path` is a folder, or a file that is there and may not be written over."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder.", f"Give a file, such as {such_as}.")
    if not force:
        refuse_existing(path.parent, [path.name])


def write_one(path: Path, data: bytes) -> None:
    """Write `data` to `path`, and say so on stderr. Raises UsageError if that cannot be done."""
    for written in write_all(path.parent, {path.name: data}):
        click.echo(f"Written: {written}", err=True)


def write_all(folder: Path, files: dict[str, bytes]) -> list[Path]:
    """Write all of `files` into `folder`: to temporary names first, so that a full disk leaves nothing half-done.

    Raises UsageError, with what to do, if the folder or a file in it cannot be written.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        _write_parts(folder, files, ready)
        for part, path in ready:
            _put(part, path)
    finally:
        for part, _ in ready:
            part.unlink(missing_ok=True)
    return [path for _, path in ready]


def _write_parts(folder: Path, files: dict[str, bytes], ready: list[tuple[Path, Path]]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            part = folder / f".{os.urandom(8).hex()}.part"  # tempfile takes 5 ms to import
            ready.append((part, folder / name))
            with part.open("xb") as out:
                out.write(data)
    except OSError as error:
        raise UsageError(f"Nothing could be written to {folder}: {error.strerror}.", _OTHER) from error


def _put(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except OSError as error:  # Windows says so of a file that Word has open
        hint = "If it is open in Word or another program, close it there, and run the command again with --force."
        raise UsageError(f"{path} cannot be written: {error.strerror}.", hint) from error
