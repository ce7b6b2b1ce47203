"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

The form and what is escaped in it: "Workflow commands for GitHub Actions" in GitHub's documentation.
"""

from collections.abc import Iterable, Iterator

from contract_builder.check.formats.marked import Files, mark
from contract_builder.load.source import visible
from contract_builder.model.diagnostic import Diagnostic, Level

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "advice": "notice"}
_IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_MESSAGES, ":": "%3A", ",": "%2C"}


def github_lines(diagnostics: Iterable[Diagnostic], files: Files) -> Iterator[str]:
    """A line for each of `diagnostics`: `::error file=…,line=…,title=…::what is wrong, and what to write`."""
    for found in diagnostics:
        properties = {**_where(found, files), "title": found.rule}
        listed = ",".join(
            f"{name}={_escaped(str(value), _IN_PROPERTIES)}" for name, value in properties.items()
        )
        words = f"{found.message}\n{found.hint}" if found.hint else found.message
        yield f"::{_COMMANDS[found.level]} {listed}::{_escaped(words, _IN_MESSAGES)}"


def _where(found: Diagnostic, files: Files) -> dict[str, str | int]:
    place = found.place
    if not place.file:
        return {}
    where: dict[str, str | int] = {"file": files.path(place.file)}
    if not place.line:
        return where
    where |= {"line": place.line, "endLine": place.line}
    marked = mark(place, files.line)
    return where | ({"col": marked.start, "endColumn": marked.end} if marked.end > marked.start else {})


def _escaped(text: str, table: dict[str, str]) -> str:
    text = visible(text)
    return "".join(table.get(character, character) for character in text)
