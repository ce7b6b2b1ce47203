"""Where the files that findings name stand on disk, and what a code host calls them."""

from functools import lru_cache
from pathlib import Path

from contract_builder.check.formats.marked import Files
from contract_builder.load.source import visible


def files_under(roots: tuple[Path, ...], here: Path) -> Files:
    """The files in `roots`, the folders that places are relative to; `here` is the folder that is worked in.

    A path is told from the root of the repository of `here`; outside that, from the root of the file's own repository;
    in none, from `here`; and where it is not in that either, as the finding names it.
    """
    ours = _repository(here)

    def path(file: str) -> str:
        found = _find(file, roots)
        if found is None:
            return file
        real = found.resolve()
        for base in (ours, _repository(real.parent), here.resolve()):
            if base and real.is_relative_to(base):
                return real.relative_to(base).as_posix()
        return file

    return Files(lru_cache(maxsize=None)(path), lambda file, number: line_of(file, number, roots))


def line_of(file: str, number: int, roots: tuple[Path, ...]) -> str:
    """Line `number` of `file` in one of `roots`, without what a terminal would obey; empty if there is none."""
    found = _find(file, roots)
    lines = _lines(found) if found else ()
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _find(file: str, roots: tuple[Path, ...]) -> Path | None:
    """The first of `roots` that holds `file`; messages name no file outside them."""
    return next((root / file for root in (*roots, Path()) if file and (root / file).is_file()), None)


def _repository(folder: Path) -> Path | None:
    """The nearest folder above that is a checkout of git."""
    folder = folder.resolve()
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)


@lru_cache(maxsize=64)
def _lines(path: Path) -> tuple[str, ...]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(visible(line) for line in text.split("\n"))
