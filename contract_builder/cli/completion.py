"""`contract-builder completion SHELL`."""

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish", "powershell")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print the set-up for completion in SHELL; put it where your shell reads its settings.

    For bash: contract-builder completion bash >> ~/.bashrc
    """
    from contract_builder.cli.main import app

    completer = get_completion_class(shell)
    if completer is None:
        raise click.UsageError(f"The installed version of click cannot complete in {shell}.")
    click.echo(completer(app, {}, "contract-builder", "_CONTRACT_BUILDER_COMPLETE").source())
