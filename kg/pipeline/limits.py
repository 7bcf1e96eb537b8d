"""A limit on the seconds that one input may take in this process, where the system can interrupt it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from kg.errors import SkipInput
from kg.say import say


class TookTooLong(SkipInput):
    """An input that was given up; the others go on."""


_AGAIN = 1.0  # seconds until the next try, where the first interruption was swallowed


def possible() -> bool:
    """Whether code of this thread can be interrupted: on POSIX, in the main thread. Windows has no such timer."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


def too_long(seconds: float) -> str:
    """The reason of a skip."""
    return say("took longer than {seconds:g} s and was given up; --article-seconds allows more", seconds=seconds)


@contextmanager
def limited(seconds: float | None, where: str) -> Iterator[None]:
    """Raises TookTooLong for `where` inside the block when it takes longer; never for None, or where not possible.

    The alarm reaches Python code between any two steps, and regular expressions while they search: CPython's engine
    asks for signals every few thousand steps.
    """
    if not seconds or not possible():
        yield
        return
    armed = True

    def ring(_number: int, _frame: FrameType | None) -> None:
        if armed:
            raise TookTooLong(where, too_long(seconds))

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        armed = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
