"""One call in a process of its own, whose death is an error message: the embedded engine dies of some questions.

On Linux, in a process where nothing else runs, that process is a copy of this one, which costs nothing. Elsewhere (a
program with threads, a worker of a pool, Windows, macOS) it is a helper (`kg.store.helper`) that is started once, is
kept for the next call, is started anew after it died, and ends with this process.
"""

from __future__ import annotations

import atexit
import os
import pickle  # nosec B403
import signal
import subprocess  # nosec B404
import sys
import threading
from collections.abc import Callable
from multiprocessing.spawn import get_executable  # who embeds Python says there which program it is
from typing import IO, Any, TypeVar

from kg.errors import UserError
from kg.forks import Fork, cheap
from kg.say import say

# What is unpickled here was pickled by a process that this one started, or was started by.
_Out = TypeVar("_Out")
_GRACE = 30.0  # seconds for starting, and for the engine to end by itself what it was told to
_KEPT = 2  # helpers that wait for a question; threads that ask at the same time have one each meanwhile
READY = b"r"  # what a helper says when it has started and imported what a call needs: its time begins then
_COMMAND = ("-P", "-m", "kg.store.helper")
_inside = False  # whether this is such a process: what it calls may be the end of it already


def apart(function: Callable[..., _Out], *arguments: Any, seconds: float = 0.0) -> _Out:
    """`function(*arguments)`, both of which travel by pickle, as does the result or what is raised.

    seconds: how long it may take before it is killed, 0 for any time. Raises UserError where the process dies.
    """
    if _inside:
        return function(*arguments)
    returned, value = (_copied if cheap() else _helped)(function, arguments, seconds)
    if not returned:
        raise value
    result: _Out = value
    return result


def enter() -> None:
    """Make this process one of those that may die: calls that are to be apart are so already."""
    global _inside  # noqa: PLW0603
    _inside = True
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asks ends this process


def _copied(function: Callable[..., Any], arguments: tuple[Any, ...], seconds: float) -> tuple[bool, Any]:
    copy = Fork(_entered, (function, arguments))
    try:
        return copy.told(seconds + _GRACE if seconds else None)
    except TimeoutError:
        raise _silent(seconds) from None
    except EOFError:
        raise _died(copy.exit_code()) from None
    finally:
        copy.end()


def _entered(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    enter()
    return function(*arguments)


class _Helper:
    """A process that answers one call after the other through its standard input and output."""

    def __init__(self) -> None:
        found = os.pathsep.join(os.path.abspath(folder) for folder in sys.path)  # noqa: PTH100  "" is this folder
        where = {**os.environ, "PYTHONPATH": found}
        command = [os.fsdecode(get_executable()), *_COMMAND]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=where)  # noqa: S603  # nosec B603

    def ask(self, function: Callable[..., Any], arguments: tuple[Any, ...], seconds: float) -> tuple[bool, Any]:
        question, late = pickle.dumps((function, arguments)), threading.Event()

        def stop() -> None:
            late.set()
            self._process.kill()

        limit = threading.Timer(seconds + _GRACE, stop)
        limit.daemon = True
        try:
            back = self._begun(len(question).to_bytes(8) + question)
            if seconds:
                limit.start()
            told: tuple[bool, Any] = pickle.load(back)  # noqa: S301  # nosec B301
        except (EOFError, OSError, pickle.UnpicklingError):
            code = self._process.wait()
            raise _silent(seconds) if late.is_set() else _died(code) from None
        finally:
            limit.cancel()
        return told

    def _begun(self, question: bytes) -> IO[bytes]:
        """Where the answer will be read, once the helper is at it."""
        to, back = self._process.stdin, self._process.stdout
        if to is None or back is None:
            raise EOFError
        to.write(question)
        to.flush()
        if back.read(len(READY)) != READY:
            raise EOFError
        return back

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()


_idle: list[_Helper] = []


def _helped(function: Callable[..., Any], arguments: tuple[Any, ...], seconds: float) -> tuple[bool, Any]:
    try:
        helper = _idle.pop()
    except IndexError:
        helper = _Helper()
    try:
        told = helper.ask(function, arguments, seconds)
    except BaseException:  # it is dead, or what it still answers is not to be taken for the next answer
        helper.end()
        raise
    if len(_idle) < _KEPT:
        _idle.append(helper)
    else:
        helper.end()
    return told


@atexit.register
def _end_all() -> None:
    while _idle:
        _idle.pop().end()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_idle.clear)  # they are the other process's


def _silent(seconds: float) -> UserError:
    return UserError(say("stopped: no answer long after the time limit of {seconds:g} s", seconds=seconds))


def _died(code: int | None) -> UserError:
    return UserError(
        say(
            "the database engine died of this question (exit {exitcode}); ask it in another way, or a Neo4j server:"
            " --on neo4j://…. Where every question ends so, the database is damaged: build it again",
            exitcode=code,
        )
    )


__all__ = ["READY", "apart", "enter"]
