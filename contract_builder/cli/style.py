"""Colour and weight, where they are wanted."""

import os

import click


def styled(text: str, colour: str | None = None, bold: bool = False) -> str:
    """`text` for a terminal; click takes the codes out where there is none, but knows nothing of NO_COLOR."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return click.style(text, fg=colour, bold=bold or None)
