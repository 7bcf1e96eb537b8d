"""Commands in the reader's language: help from the catalogue, Chinese lines folded by their width."""

from __future__ import annotations

import copy
import inspect
import re
from collections.abc import Iterable, Iterator, Sequence

import click

from kg.say import LANGUAGES, language, say, speak, told

_FLAG = "--lang"
_PARTS = re.compile(r"\n[ \t]*\n")


def paragraphs(help_text: str) -> Iterator[str]:
    """The paragraphs of a docstring, each on one line; those that begin with \\b as they are."""
    for part in _PARTS.split(inspect.cleandoc(help_text).strip()):
        yield part if part.startswith("\b") else " ".join(line.strip() for line in part.splitlines())


def localised(command: click.Command) -> click.Command:
    """A copy of the command whose help is in the reader's language; the command itself in English."""
    if language() == "en":
        return command
    found = copy.copy(command)
    found.context_class = Context
    if hasattr(found, "_help_option"):
        found._help_option = None  # click keeps the one that it made in the language before
    found.help = "\n\n".join(map(_paragraph, paragraphs(command.help or "")))
    found.short_help = _first_sentence(told(next(paragraphs(command.help or ""), "")))
    found.params = [_parameter(parameter) for parameter in command.params]
    found.options_metavar = told(say("[OPTIONS]"))
    return found


def _paragraph(text: str) -> str:
    if not examples(text):
        return told(text)
    return text.replace("Examples:", told(say("Examples:"))).replace("Example:", told(say("Example:")))


def examples(text: str) -> bool:
    """Whether a paragraph shows calls, which are the same in every language, rather than words."""
    return text.startswith("\b") and all(
        line.startswith(("\b", "Example", "    ")) or not line for line in text.splitlines()
    )


def _first_sentence(text: str) -> str:
    """Up to the first full stop or colon, which is what lists of commands show."""
    return re.split("[。：；]", text)[0]


def _parameter(parameter: click.Parameter) -> click.Parameter:
    found = copy.copy(parameter)
    if isinstance(found, click.Option) and found.help:
        found.help = told(found.help)
    if isinstance(found.type, click.Path):
        found.type = named(found.type)
    return found


def named(path: click.Path) -> click.Path:
    """The type with its name in the reader's language: click gave it one when the module was read."""
    found = copy.copy(path)
    found.name = told(path.name)
    return found


def spoken(arguments: Sequence[str]) -> list[str]:
    """The arguments without --lang, which may stand anywhere; what it says is spoken from now on.

    Without it the language is that of KG_LANG or of the locale. Raises click.BadParameter.
    """
    left: list[str] = []
    chosen = ""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            left += [argument, *rest]
        elif argument == _FLAG or argument.startswith(f"{_FLAG}="):
            chosen = argument.partition("=")[2] or next(rest, "")
            if chosen not in LANGUAGES:
                raise click.BadParameter(f"{chosen!r}: {' | '.join(LANGUAGES)}", param_hint=_FLAG)
        else:
            left.append(argument)
    speak(chosen or language())
    return left


class Formatter(click.HelpFormatter):
    """click's formatter, for lines with characters that are two columns wide and no blanks between words."""

    def write_text(self, text: str) -> None:
        """Text, folded by what it takes in a terminal."""
        if language() == "en":
            super().write_text(text)
            return
        from wcwidth import wrap

        indent = " " * self.current_indent
        for part in _PARTS.split(text):
            if part.startswith("\b"):
                self.write("".join(f"{indent}{line}\n" for line in part.splitlines()[1:]))
            else:
                lines = wrap(" ".join(part.split()), max(self.width - self.current_indent, 20))
                self.write("".join(f"{indent}{line}\n" for line in lines))
            self.write("\n")
        self.buffer.pop()

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Names beside what they mean."""
        if language() == "en":
            super().write_dl(rows, col_max, col_spacing)
            return
        from wcwidth import ljust, width, wrap

        rows = list(rows)
        first = min(max((width(name) for name, _ in rows), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        for name, meaning in rows:
            lines = wrap(meaning, max(self.width - first - self.current_indent, 16)) or [""]
            if width(name) + col_spacing > first:
                self.write(f"{indent}{name}\n")
                name = ""  # noqa: PLW2901  it has a line of its own
            for line in lines:
                self.write(f"{indent}{ljust(name, first)}{line}".rstrip() + "\n")
                name = ""  # noqa: PLW2901


class Context(click.Context):
    """A context that formats help with `Formatter`."""

    formatter_class = Formatter


__all__ = ["Context", "Formatter", "localised", "named", "paragraphs", "spoken"]
