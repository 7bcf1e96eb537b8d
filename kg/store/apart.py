"""One call in a process of its own, whose death is an error message: the embedded engine dies of some questions."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from kg.errors import UserError
from kg.say import say

_Out = TypeVar("_Out")
_GRACE = 30.0  # seconds for starting, and for the engine to end by itself what it was told to


def cheap() -> bool:
    """Whether a process costs next to nothing: Linux copies this one, where nothing else runs in it."""
    alone = threading.active_count() == 1 and not multiprocessing.current_process().daemon
    return sys.platform == "linux" and alone


def apart(function: Callable[..., _Out], *arguments: Any, seconds: float = 0.0) -> _Out:
    """`function(*arguments)`, both of which travel by pickle, as does the result or what is raised.

    seconds: how long it may take before it is killed, 0 for any time. Raises UserError where the process dies.
    """
    context: Any = multiprocessing.get_context("fork" if cheap() else "spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(theirs, function, arguments), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds + _GRACE if seconds else None):
            raise UserError(say("stopped: no answer long after the time limit of {seconds:g} s", seconds=seconds))
        returned, value = ours.recv()
    except EOFError:
        process.join()
        raise UserError(
            say(
                "the database engine died of this question (exit {exitcode}); ask it in another way, or a Neo4j server:"
                " --on neo4j://…. Where every question ends so, the database is damaged: build it again",
                exitcode=process.exitcode,
            )
        ) from None
    finally:
        process.kill()
        process.join()
        ours.close()
    if not returned:
        raise value
    result: _Out = value
    return result


def _answer(connection: Connection, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends this process
    try:
        answer = (True, function(*arguments))
    except Exception as error:  # the parent is to raise it
        answer = (False, error)
    connection.send(answer)


__all__ = ["apart", "cheap"]
