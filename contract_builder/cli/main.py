"""The commands, each in a file of its own, imported when it is called."""

import contextlib
import gc
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from contract_builder import __version__
from contract_builder.cli.failures import EXIT_BUG, asks_for_json, failures_as_words

COMMANDS = {
    "new": "Write a brief by answering questions.",
    "triage": "Work out the tier of a brief, or why it stops.",
    "select": "Show every clause in or out for a brief, and why.",
    "bundle": "Show what is mandatory and offered for an AI type, service area and tier.",
    "explain": "Say why a clause is in or out.",
    "what-if": "Say what other answers would change, and why.",
    "build": "Make the contract, its lock and a selection report.",
    "notice": "Print the wording for the tender or transparency notice.",
    "register": "Write who must do what by when: a workbook, a calendar.",
    "rebuild": "Make a contract again from its lock, and say what differs.",
    "verify": "Say whether a Word file is as built, or where it was edited.",
    "list": "List clauses, AI types, service areas, topics or examples.",
    "show": "Show one clause, topic or definition.",
    "coverage": "Show which findings, topics, harms and published models are answered.",
    "matrix": "Show what each AI type, service area, tier and switch changes in the words.",
    "check": "Find what is wrong in the library and the playbooks.",
    "template-clause": "Write the file of a new clause, with what to write in it.",
    "prove": "Prove what holds for every contract that the rules can make.",
    "completion": "Print the set-up for completion in your shell.",
}


_OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""A command makes few cycles and is soon over: Python's own 700 costs a tenth of its time."""


class Commands(click.Group):
    """Imports a command only when it is called; lists them without importing any."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the work, not of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"contract_builder.cli.{cmd_name.replace('-', '_')}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; `| head` may stop reading at any line, which click would call an error."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(0) from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` name; a misspelt one is answered with the nearest."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="contract-builder")
def app() -> None:
    """Build contracts for councils that buy AI, from clauses chosen by risk.

    BRIEF is a file with the answers for one purchase, or example:NAME for a shipped one
    (see `contract-builder list --what examples`). Everything made is a draft and not legal advice.

    Exit codes: 0 clean, 1 findings, 2 usage or unreadable input, 70 a bug in this program.
    """


def run(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        with failures_as_words(asks_for_json(sys.argv[1:] if arguments is None else arguments)):
            result: Any = app.main(arguments, prog_name="contract-builder", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else EXIT_BUG


def main() -> None:
    """The console script. It is over in a moment, so there is little to gain from looking for garbage meanwhile."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    _write_utf8()
    _leave(run())


def _leave(code: int) -> NoReturn:
    """End at once: to free every object one by one before the process ends takes a tenth of its time."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # a pipe that nobody reads any more
            stream.flush()
    os._exit(code)


def _write_utf8() -> None:
    """Council laptops run Windows, where a pipe is not UTF-8 unless it is told to be."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
