"""Copies of this process that do one thing and tell what came of it: on Linux they cost next to nothing."""

from __future__ import annotations

import multiprocessing
import os
import pickle  # nosec B403
import signal
import sys
import threading
import warnings
from collections.abc import Callable
from typing import Any

# What is unpickled here was pickled by a process that this one started.


def cheap() -> bool:
    """Whether a copy costs next to nothing and is safe: on Linux, where nothing else runs in this process."""
    alone = threading.active_count() == 1 and not multiprocessing.current_process().daemon
    return sys.platform == "linux" and alone


def outcome(function: Callable[..., Any], arguments: tuple[Any, ...]) -> bytes:
    """Whether the function returned, and what it did or raised, pickled; what cannot travel is an error that can."""
    told: tuple[bool, Any]
    try:
        told = True, function(*arguments)
    except Exception as error:  # who asks is to raise it
        told = False, error
    try:
        return pickle.dumps(told)
    except Exception as error:
        return pickle.dumps((False, TypeError(f"{type(told[1]).__name__} cannot be pickled: {error}")))


class Fork:
    """`function(*arguments)` in a copy of this process, from now on. Only where `cheap()` says so.

    Ctrl-C is the parent's business, and a copy whose parent is killed ends, too.
    """

    def __init__(self, function: Callable[..., Any], arguments: tuple[Any, ...] = ()) -> None:
        context: Any = multiprocessing.get_context("fork")
        self._ours, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_answer, args=(theirs, function, arguments), daemon=True)
        with warnings.catch_warnings():
            # From 3.12 on Python warns of any thread of the system's: those of NumPy's kernels know what a fork is.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._process.start()
        theirs.close()

    def told(self, seconds: float | None = None) -> tuple[bool, Any]:
        """Whether the function returned, and what it did or raised.

        Raises TimeoutError where there is no answer after so many seconds, EOFError where the copy died.
        """
        if not self._ours.poll(seconds):
            raise TimeoutError
        told: tuple[bool, Any] = pickle.loads(self._ours.recv_bytes())  # noqa: S301  # nosec B301
        return told

    def exit_code(self) -> int | None:
        """That of the copy, which has died; less than 0: by that signal."""
        self._process.join()
        code: int | None = self._process.exitcode
        return code

    def end(self) -> None:
        """End the copy, at work or not."""
        self._process.kill()
        self._process.join()
        self._ours.close()


def _answer(connection: Any, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    serve_parent()
    connection.send_bytes(outcome(function, arguments))


def serve_parent() -> None:
    """Leave Ctrl-C to the parent of this process, and end with it where it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.join,), daemon=True).start()


def _follow(wait: Callable[[], None]) -> None:
    wait()
    os._exit(1)
