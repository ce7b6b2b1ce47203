"""The command line and the rule ids as text, a line each, and whether a listing keeps what an older one promised."""

import ast
from pathlib import Path

import click

import contract_builder
from contract_builder.check.registry import CHECKS
from contract_builder.cli import failures
from contract_builder.cli.main import app

REQUIRED = " (required)"


def command_line() -> list[str]:
    """Every exit code, command, argument and option."""
    lines = [f"exit {name} {code}" for name, code in vars(failures).items() if name.startswith("EXIT_")]
    context = click.Context(app)
    for name in app.list_commands(context):
        command = app.get_command(context, name)
        assert command is not None
        lines.append(name)
        for parameter in command.params:
            shown = (
                [parameter.human_readable_name] if isinstance(parameter, click.Argument) else parameter.opts
            )
            lines += [f"{name} {word}{REQUIRED if parameter.required else ''}" for word in shown]
    return sorted(lines)


def rule_ids() -> list[str]:
    """The id of every rule of `check`, and of every diagnostic that the source makes by name."""
    found = {*CHECKS, *failures.RULES}
    for path in Path(contract_builder.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "Diagnostic"
            ):
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return sorted(found)


def breaks(old: list[str], new: list[str]) -> list[str]:
    """What of the listing `old` is gone from `new`, or must be given where it need not be: a sentence each."""
    now = {line.removesuffix(REQUIRED): line for line in new}
    before = {line.removesuffix(REQUIRED) for line in old}
    found = [f"{line}: is gone." for line in sorted(before - now.keys())]
    for plain, line in now.items():
        command = plain.partition(" ")[0]
        if line.endswith(REQUIRED) and line not in old and (plain in before or command in before):
            found.append(f"{plain}: must be given, and need not have been.")
    return found
