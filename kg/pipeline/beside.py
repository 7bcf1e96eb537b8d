"""Two things at once: work that goes on in a thread, or in a copy of this process, while this process does another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from threading import Event
from typing import TypeVar

from kg.forks import Fork, cheap
from kg.heap import uncollected

_T = TypeVar("_T")


@contextmanager
def loading(*modules: str) -> Iterator[None]:
    """Imports the modules in a thread meanwhile, for who needs them later; where one fails, who needs it meets that."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: [import_module(name) for name in modules])
        yield


@contextmanager
def in_thread(work: Callable[[Callable[[], bool]], _T], really: bool) -> Iterator[Callable[[], _T]]:
    """Does the work in a thread meanwhile: the engine of the database, and the disk, work beside Python.

    work: is given a function that tells whether nobody wants it any more, since the block failed. really: whether in a
    thread; else now. The block gets a function that waits for the result, or raises what the work raised.
    """
    if not really:
        result = work(lambda: False)
        yield lambda: result
        return
    unwanted = Event()
    with ThreadPoolExecutor(1) as thread, uncollected():
        future = thread.submit(work, unwanted.is_set)
        try:
            yield future.result
        except BaseException:
            unwanted.set()
            raise


@contextmanager
def in_copy(work: Callable[[], _T], really: bool) -> Iterator[Callable[[], _T]]:
    """Does the work in a copy of this process meanwhile: Python itself beside Python.

    work: writes files, and returns or raises what travels by pickle. really: whether in a copy, if the system makes one
    cheaply. Else, and where the copy dies (for lack of memory, say), the work is done when its result is asked for. The
    block gets a function that waits for the result, or raises what the work raised.
    """
    if not (really and cheap()):
        yield work
        return
    copy = Fork(work)

    def result() -> _T:
        try:
            returned, value = copy.told()
        except EOFError:
            return work()
        if not returned:
            raise value
        done: _T = value
        return done

    try:
        yield result
    finally:
        copy.end()
