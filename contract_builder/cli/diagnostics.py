"""Diagnostics as text, with a caret under the place."""

from contextlib import suppress
from pathlib import Path

import click

from contract_builder.check.formats.marked import mark
from contract_builder.cli.style import styled
from contract_builder.cli.where import line_of
from contract_builder.model.diagnostic import Diagnostic, Level, Place

_COLOURS: dict[Level, str] = {"error": "red", "warning": "yellow", "advice": "blue"}
_COUNTED: dict[Level, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "advice": ("piece of advice", "pieces of advice"),
}


def print_diagnostics(
    diagnostics: tuple[Diagnostic, ...], roots: tuple[Path, ...] = (), words: str = ""
) -> None:
    """Each diagnostic on stderr, then how many there are, or `words` that say so.

    `roots` are the folders that places are relative to.
    """
    with suppress(BrokenPipeError):  # nobody reads on, but the exit code still says what was found
        for diagnostic in diagnostics:
            click.echo(as_text(diagnostic, roots), err=True)
        if diagnostics:
            click.echo(words or summary(diagnostics), err=True)


def as_text(diagnostic: Diagnostic, roots: tuple[Path, ...] = ()) -> str:
    """Place, message, the line with a caret, and what to write instead."""
    level = styled(diagnostic.level, _COLOURS[diagnostic.level], bold=True)
    out = [f"{diagnostic.place}: {level}: {diagnostic.message} [{diagnostic.rule}]"]
    out += _caret(diagnostic.place, roots)
    if diagnostic.hint:
        out.append(f"  help: {diagnostic.hint}")
    return "\n".join(out)


def summary(diagnostics: tuple[Diagnostic, ...], allowed: int = 0, hidden: int = 0) -> str:
    """ "3 errors, 1 warning; 3 allowed, with reasons". `hidden` of the diagnostics are advice that is not shown."""
    parts = []
    for level, (one, several) in _COUNTED.items():
        if n := sum(d.level == level for d in diagnostics):
            unseen = " (--advice shows it)" if level == "advice" and hidden else ""
            parts.append(f"{n} {one if n == 1 else several}{unseen}")
    found = ", ".join(parts) or "Nothing found"
    if allowed:
        return f"{found}; {allowed} allowed, with {'a reason' if allowed == 1 else 'reasons'}."
    return found if parts else f"{found}."


def _caret(place: Place, roots: tuple[Path, ...]) -> list[str]:
    marked = mark(place, lambda file, number: line_of(file, number, roots))
    if not marked.text.strip():
        return []
    number = str(place.line)
    gap = "".join("\t" if c == "\t" else " " for c in marked.text[: marked.start - 1])
    carets = styled("^" * max(marked.end - marked.start, 1), "cyan")
    return [f"  {number} | {marked.text}", f"  {' ' * len(number)} | {gap}{carets}"]
