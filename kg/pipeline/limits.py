"""A limit on the work that one input may take in this process, where the system can interrupt it.

Seconds of the processor are counted, and not of the clock: what others do on the machine is not to decide which facts
there are. What sleeps is given up, too, but only when the clock has gone on PATIENCE times as long.
"""

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


PATIENCE = 10  # seconds of the clock for each of the processor that is allowed
_AGAIN = 1.0  # seconds until the next try, where the first interruption was swallowed


def possible() -> bool:
    """Whether code of this thread can be interrupted: on POSIX, in the main thread. Windows has no such timer."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


def too_long(seconds: float) -> str:
    """The reason of a skip."""
    return say(
        "took longer than {seconds:g} s of the processor and was given up; --article-seconds allows more",
        seconds=seconds,
    )


def no_answer(seconds: float) -> str:
    """The reason of a skip that the clock decided."""
    template = "gave no answer for {clock:g} s ({times} times --article-seconds) and was given up"
    return say(template, clock=seconds * PATIENCE, times=PATIENCE)


@contextmanager
def limited(seconds: float | None, where: str) -> Iterator[None]:
    """Raises TookTooLong for `where` inside the block when it works longer; never for None, or where not possible.

    The alarm reaches Python code between any two steps, and regular expressions while they search: CPython's engine
    asks for signals every few thousand steps.
    """
    if not seconds or not possible():
        yield
        return
    armed = True

    def ring(number: int, _frame: FrameType | None) -> None:
        if armed:
            raise TookTooLong(where, (no_answer if number == signal.SIGALRM else too_long)(seconds))

    timers = {signal.SIGPROF: (signal.ITIMER_PROF, seconds), signal.SIGALRM: (signal.ITIMER_REAL, seconds * PATIENCE)}
    before = {number: signal.signal(number, ring) for number in timers}
    for timer, allowed in timers.values():
        signal.setitimer(timer, allowed, _AGAIN)
    try:
        yield
    finally:
        armed = False
        for number, (timer, _) in timers.items():
            signal.setitimer(timer, 0)
            signal.signal(number, before[number])
