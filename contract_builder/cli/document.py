"""A document printed for other programs: JSON, and nothing in it that a terminal obeys."""

import re
from typing import Any

import click

from contract_builder.load.source import illegal_in
from contract_builder.model.diagnostic import Diagnostic
from contract_builder.render.json import render_json

_ABOVE_ASCII = re.compile(r"[^\x00-\x7e]")
_PLANE = 0x10000


def print_document(document: Any, err: bool = False) -> None:
    """`document` as indented JSON on stdout, or on stderr.

    What a terminal obeys, or what turns round what it shows, is written as an escape of JSON: the same text to a reader.
    """
    click.echo(_ABOVE_ASCII.sub(_escaped, render_json(document).decode()), nl=False, err=err)


def print_report(diagnostics: tuple[Diagnostic, ...]) -> None:
    """`diagnostics` as one document on stderr; nothing where there are none."""
    if diagnostics:
        from contract_builder.check.report import Report

        print_document(Report(diagnostics=diagnostics), err=True)


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    if not illegal_in(character):
        return character
    code = ord(character)
    if code < _PLANE:
        return f"\\u{code:04x}"
    code -= _PLANE
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
