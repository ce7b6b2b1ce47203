"""`contract-builder verify FILE.docx`."""

import sys
from pathlib import Path

import click

from contract_builder import locked
from contract_builder.cli.common import json_option, print_json, printable
from contract_builder.cli.failures import EXIT_FINDINGS
from contract_builder.cli.lock_file import MOST_DOCUMENT_BYTES, open_lock, read_file
from contract_builder.cli.table import heading, paragraph, table
from contract_builder.load.source import visible
from contract_builder.model.verification import BrokenReference, ChangedLine, PartState, Verification
from contract_builder.verification.verify import taken_out

_VERDICTS = {
    ("as-built", "bytes"): "As built: every byte.",
    (
        "as-built",
        "content",
    ): "As built, and packed anew: every part is the same, the bytes of the package are not.",
    (
        "as-built",
        "words",
    ): "As built: every word. The file itself was saved again, or there is no lock to compare with.",
    ("edited", "none"): "Edited.",
    (
        "not-ours",
        "none",
    ): "Not a file that contract-builder made: it holds nothing by which its parts are known.",
}
_IN_HOST = {
    ("as-built", "words"): "The AI schedule in this document is as built: every word.",
    ("edited", "none"): "The AI schedule in this document was edited.",
    ("not-ours", "none"): "This document holds nothing of the AI schedule in the lock.",
}
_PARTS = {"cover": "The cover", "particulars": "The Particulars", "background": "The words before clause 1",
          "execution": "The signatures", "front": "The title block", "headers": "Headers and footers",
          "back": "The end of the document", "internal": "The internal part"}  # fmt: skip
_STATES = {"edited": "edited", "deleted": "deleted", "not-found": "not found", "as-built": "as built"}
_MOST_LINES, _WIDEST, _BESIDE = 8, 300, 8


@click.command("verify")
@click.argument("file", type=click.Path(path_type=Path), callback=printable)
@click.option(
    "--lock", type=click.Path(path_type=Path), callback=printable,
    help="The lock that was written with it; without it, only what the file says of itself counts.",
)  # fmt: skip
@json_option
def command(file: Path, lock: Path | None, as_json: bool) -> None:
    """Say whether FILE, a Word document, is as built, was edited and where, or was not made here.

    Ends with 0 if it is as built, and with 1 if it is not.
    """
    data = read_file(file, MOST_DOCUMENT_BYTES, "Give the .docx file to look at.")
    found = locked.verify(data, open_lock(lock) if lock else None)
    if as_json:
        print_json(found)
    else:
        _print(found)
    if found.verdict != "as-built":
        sys.exit(EXIT_FINDINGS)


def _print(found: Verification) -> None:
    click.echo(heading((_IN_HOST if found.in_host else _VERDICTS)[found.verdict, found.sameness]))
    touched = [p for p in found.parts if (p.state != "as-built" or p.moved) and not taken_out(p)]
    if found.verdict == "edited" and found.parts:
        same = len(found.parts) - len(touched)
        click.echo(f"{same} of {len(found.parts)} parts are as built.")
    for part in touched:
        _part(part)
    for added in found.added:
        where = f"after {_name(added.where)}" if added.where else "at the beginning"
        _title(f"Added {'words' if added.kind == 'text' else f'a {added.kind}'}, {where}")
        _lines([("+", line) for line in added.lines])
    _references(found.references)
    if found.notes or found.compared_with == "file":
        click.echo()
    for note in found.notes:
        click.echo(paragraph(note))
    if found.compared_with == "file" and found.verdict != "not-ours":
        click.echo(paragraph("Compared with what the file says of itself. With --lock, nobody can have changed both, "
                             "and the words that differ are shown."))  # fmt: skip


def _references(broken: tuple[BrokenReference, ...]) -> None:
    gone = [b for b in broken if b.problem == "no-target"]
    stale = dict.fromkeys((_name(b.where), b.shown, b.should_show) for b in broken if b not in gone)
    for one in gone:
        _title(f"A reference in {_name(one.where) or 'other words'} points at nothing. It shows {one.shown}:")
        _lines([(" ", one.words)])
    if stale:
        _title(
            "References that show another number than their target has. In Word, Ctrl+A and F9 puts them right:"
        )
        click.echo(table(("Where", "Shows", "Should show"), list(stale)))


def _part(part: PartState) -> None:
    words = [_STATES[part.state]] if part.state != "as-built" else []
    words += ["moved"] if part.moved else []
    name = (
        _PARTS.get(part.id, "") if part.kind in ("part", "frame") else f"{part.kind.capitalize()} {part.id}"
    )
    title = f" “{part.heading}”" if part.heading and part.kind in ("clause", "schedule") else ""
    _title(f"{name}{title}: {' and '.join(words)}")
    _lines([(sign, text) for c in part.changes for sign, text in zip("-+", _near(c), strict=True) if text])


def _near(changed: ChangedLine) -> tuple[str, str]:
    """What was and what is, from a few words before the first difference to a few behind the last."""
    was, now = changed.was.split(), changed.now.split()
    if not was or not now:
        return changed.was, changed.now
    shorter = min(len(was), len(now))
    first = next((n for n in range(shorter) if was[n] != now[n]), shorter)
    last = next((n for n in range(shorter - first) if was[-1 - n] != now[-1 - n]), shorter - first)
    start, end = max(0, first - _BESIDE), max(0, last - _BESIDE)
    return _cut(was, start, end), _cut(now, start, end)


def _cut(words: list[str], start: int, end: int) -> str:
    """`words` without the first `start` and the last `end`."""
    inner = " ".join(words[start : len(words) - end])
    return ("… " if start else "") + inner + (" …" if end else "")


def _title(text: str) -> None:
    click.echo("\n" + visible(text))


def _lines(lines: list[tuple[str, str]]) -> None:
    for sign, text in lines[:_MOST_LINES]:
        short = text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
        click.echo(paragraph(f"{sign} {short}", 4))
    if len(lines) > _MOST_LINES:
        click.echo(f"    … and {len(lines) - _MOST_LINES} more")


def _name(where: str) -> str:
    """A part by its kind and id, as a reader would name it."""
    kind, _, id_ = where.partition(" ")
    return _PARTS.get(id_, where).replace("The ", "the ") if kind == "part" else where
