"""kg completion"""

from __future__ import annotations

import os

import click

from kg.cli.complete import SHELLS, add_powershell
from kg.say import say, told

_WHERE = {
    "bash": "kg completion bash >> ~/.bashrc",
    "zsh": "kg completion zsh >> ~/.zshrc",
    "fish": "kg completion fish > ~/.config/fish/completions/kg.fish",
    "powershell": "kg completion powershell >> $PROFILE",
}


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print what makes the Tab key complete commands, options, questions and names in the graph.

    SHELL is bash, zsh, fish or powershell. Add the output to what the shell reads at its start, and open a new one.

    \b
    Examples:
        kg completion bash >> ~/.bashrc
        kg completion zsh >> ~/.zshrc
        kg completion fish > ~/.config/fish/completions/kg.fish
        kg completion powershell >> $PROFILE
    """
    from click.shell_completion import get_completion_class

    add_powershell()
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(told(say("{shell}: no such shell", shell=shell)))  # nosec B604  a name to show, no command
    root = click.get_current_context().find_root().command
    click.echo(kind(root, {}, "kg", "_KG_COMPLETE").source())
    if os.isatty(1):
        click.echo(told(say("add this to your shell: {line}", line=_WHERE[shell])), err=True)
