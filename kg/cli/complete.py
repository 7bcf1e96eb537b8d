"""What the shell offers after Tab: questions, parameters, and names that are in the graph."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.say import language

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_MOST = 50
SHELLS = ("bash", "zsh", "fish", "powershell")
_POWERSHELL = """Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $env:%(complete_var)s = "powershell_complete"
    $env:COMP_WORDS = $commandAst.ToString()
    $env:COMP_WORD = $wordToComplete
    %(prog_name)s | ForEach-Object {
        $value, $help = $_ -split "`t", 2
        if (-not $help) { $help = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, "ParameterValue", $help)
    }
    $env:%(complete_var)s = $null
    $env:COMP_WORDS = $null
    $env:COMP_WORD = $null
}
"""


def add_powershell() -> None:
    """Make click complete for PowerShell, too, which it does not by itself."""
    from click.shell_completion import ShellComplete, add_completion_class, split_arg_string

    class PowerShell(ShellComplete):
        """Words from variables of the environment, one answer a line, its meaning behind a tab."""

        name = "powershell"
        source_template = _POWERSHELL

        def get_completion_args(self) -> tuple[list[str], str]:
            incomplete = os.environ.get("COMP_WORD", "")
            given = split_arg_string(os.environ.get("COMP_WORDS", ""))[1:]
            return (given[:-1] if incomplete and given and given[-1] == incomplete else given), incomplete

        def format_completion(self, item: CompletionItem) -> str:
            return f"{item.value}\t{item.help or ''}"

    add_completion_class(PowerShell, "powershell")


def question_names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names of questions, with what they ask."""
    from click.shell_completion import CompletionItem

    from kg.store.questions import everything

    chinese = language() == "zh"
    return [
        CompletionItem(one.name, help=one.chinese if chinese else one.english)
        for one in everything()
        if one.name.startswith(incomplete)
    ]


def parameters(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """NAME= for the question's parameters; behind the = names in the graph, or the values that there are."""
    from click.shell_completion import CompletionItem

    from kg.store.questions import BadQuestion, find

    asked = ctx.params.get("asked") or ()
    try:
        known = find(asked[0]).parameters if asked else {}
    except (BadQuestion, OSError):
        return []
    name, sign, begun = incomplete.partition("=")
    if not sign:
        return [CompletionItem(f"{one}=") for one in known if one.startswith(name)]
    return [CompletionItem(f"{name}={value}") for value in _values(ctx, name, begun)]


def names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names in the graph of the command's folder."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(name) for name in _names(_folder(ctx, "graph", "place"), "", incomplete)]


def _values(ctx: click.Context, name: str, begun: str) -> list[str]:
    from kg.query.values import NAMED, choices

    if name in NAMED:
        before, joint, last = begun.rpartition("、")
        return [before + joint + found for found in _names(_folder(ctx, "place"), NAMED[name], last)]
    return [word for word in choices().get(name, {}) if word.startswith(begun)]


def _folder(ctx: click.Context, *parameters: str) -> Path:
    """The folder on the command line; out where none is read yet (an option without its value ends the reading)."""
    given = next((str(ctx.params[name]) for name in parameters if ctx.params.get(name)), "-")
    return Path("out" if given == "-" else given)


def _names(folder: Path, kind: str, begun: str) -> list[str]:
    """The names of that type that begin so, those that most documents name first; none where there is no graph."""
    from kg.errors import KgError
    from kg.query.names import Names
    from kg.store.embedded import NAME

    try:
        things = Names.of(folder / NAME if folder.is_dir() else folder).things
    except KgError:
        return []
    fit = [
        (-thing.count, name)
        for thing in things
        if not kind or thing.type == kind
        for name in thing.names
        if name.startswith(begun)
    ]
    return list(dict.fromkeys(name for _, name in sorted(fit)))[:_MOST]
