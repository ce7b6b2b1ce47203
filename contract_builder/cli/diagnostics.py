"""Diagnostics as text, with a caret under the place."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import click

from contract_builder.cli.style import styled
from contract_builder.model.diagnostic import Diagnostic, Place, errors

_COLOURS = {"error": "red", "warning": "yellow"}


def print_diagnostics(diagnostics: tuple[Diagnostic, ...], roots: tuple[Path, ...] = ()) -> None:
    """Each diagnostic on stderr, then how many there are. `roots` are the folders that places are relative to."""
    with suppress(BrokenPipeError):  # nobody reads on, but the exit code still says what was found
        for diagnostic in diagnostics:
            click.echo(as_text(diagnostic, roots), err=True)
        if diagnostics:
            click.echo(summary(diagnostics), err=True)


def as_text(diagnostic: Diagnostic, roots: tuple[Path, ...] = ()) -> str:
    """Place, message, the line with a caret, and what to write instead."""
    level = styled(diagnostic.level, _COLOURS[diagnostic.level], bold=True)
    out = [f"{diagnostic.place}: {level}: {diagnostic.message} [{diagnostic.rule}]"]
    out += _caret(diagnostic.place, roots)
    if diagnostic.hint:
        out.append(f"  help: {diagnostic.hint}")
    return "\n".join(out)


def summary(diagnostics: tuple[Diagnostic, ...]) -> str:
    """ "3 errors, 1 warning"."""
    wrong = len(errors(diagnostics))
    warnings = len(diagnostics) - wrong
    parts = [
        f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((wrong, "error"), (warnings, "warning")) if n
    ]
    return ", ".join(parts) or "Nothing found."


def _caret(place: Place, roots: tuple[Path, ...]) -> list[str]:
    text = place.text or (_line(place.file, place.line, roots) if place.line else "")
    if not text.strip():
        return []
    number = str(place.line)
    lead = text[: place.column - 1]
    gap = "".join("\t" if c == "\t" else " " for c in lead)
    length = min(max(place.length, 1), max(len(text) - len(lead), 1))
    if not place.text:
        gap, length = text[: len(text) - len(text.lstrip())], len(text.strip())
    return [f"  {number} | {text}", f"  {' ' * len(number)} | {gap}{styled('^' * length, 'cyan')}"]


@lru_cache(maxsize=64)
def _lines(path: Path) -> tuple[str, ...]:
    try:
        return tuple(path.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return ()


def _line(file: str, line: int, roots: tuple[Path, ...]) -> str:
    for root in (*roots, Path()):
        lines = _lines(root / file)
        if 0 < line <= len(lines):
            return lines[line - 1]
    return ""
