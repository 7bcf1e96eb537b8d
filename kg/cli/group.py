"""How every command begins and ends: UTF-8 everywhere, one line for an error, none for a closed pipe."""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
import threading
from types import FrameType
from typing import Any, cast

import click

from kg import patterns
from kg.cli.complete import add_powershell
from kg.cli.speech import Context, localised, spoken
from kg.errors import KgError
from kg.legible import legible
from kg.say import say, told

INTERRUPTED = 130  # what shells say of a program that Ctrl-C ended


class Kg(click.Group):
    """A group of commands that knows the errors of this package and lists commands in the order of the work."""

    context_class = Context

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, its help in the reader's language."""
        command = super().get_command(ctx, cmd_name)
        return command and localised(command)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order in which they were added."""
        return list(self.commands)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command line; standard streams speak UTF-8, on Windows consoles too."""
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # What UTF-8 cannot hold, lone surrogates, comes out as the escape that JSON has for it.
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="surrogateescape")  # so that bytes that are no UTF-8 are known as such
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(newline="\n")  # the same bytes on every system
            if sys.stdout.isatty():
                sys.stdout = _Terminal(sys.stdout)
        _end_in_order()
        arguments = kwargs.pop("args", args[0] if args else None)
        try:
            wanted = spoken(sys.argv[1:] if arguments is None else list(arguments))
        except click.BadParameter as error:
            error.show()
            sys.exit(error.exit_code)
        if os.environ.get("_KG_COMPLETE", "").startswith("powershell"):
            add_powershell()
        return click.Group.main(cast(click.Group, localised(self)), wanted, *args[1:], **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what it says on purpose becomes one line and the exit status."""
        patterns.keep()
        try:
            result = super().invoke(ctx)
            patterns.save()
            return result
        except KgError as error:
            raise click.ClickException(legible(told(error))) from error
        except KeyboardInterrupt:
            click.echo(told(say("\nkg: interrupted; the same command takes up where it stopped")), err=True)
            ctx.exit(INTERRUPTED)
        except OSError as error:
            raise _explained(error) from error


def _explained(error: OSError) -> Exception:
    """A file's error as one line; a closed pipe is left to click, which ends without a word."""
    if error.errno == errno.EPIPE or (sys.platform == "win32" and error.errno == errno.EINVAL and not error.filename):
        return OSError(errno.EPIPE, "the reader of the pipe is gone")
    if error.filename is None:
        return click.ClickException(error.strerror or str(error))
    return click.ClickException(legible(f"{error.filename}: {error.strerror}"))


class _Terminal(io.TextIOWrapper):
    """Standard output on a terminal, which obeys control characters: names from files come as signs (␛)."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        super().__init__(stream.buffer, "utf-8", "backslashreplace", newline="\n", line_buffering=True)
        self._kept = stream  # whose end would close the terminal

    def write(self, text: str) -> int:
        super().write(legible(text))
        return len(text)


def _end_in_order() -> None:
    """Let what ends this process from outside (kill, a closed terminal) clear away what it has begun."""
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
