"""One function over many inputs, in this process or in several, results in the order of the inputs."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from kg.errors import UserError

In = TypeVar("In")
Out = TypeVar("Out")
AHEAD = 16  # inputs waiting for each worker: enough to keep it busy, few enough to hold in memory


def in_order(
    function: Callable[[In], Out], inputs: Iterable[In], jobs: int, known: Callable[[In], Out | None]
) -> Iterator[Out]:
    """`map(function, inputs)` with `jobs` processes; at most AHEAD inputs a worker are taken before they are needed.

    known: asked here first, for each input; what it answers needs no work, unless it is None. function and inputs
    travel by pickle to spawned processes, so that every system does the same; none is started where all is known.
    Raises UserError where a worker process dies.
    """
    if jobs == 1:
        for item in inputs:
            found = known(item)
            yield function(item) if found is None else found
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start)
    waiting: deque[Future[Out]] = deque()
    try:
        for item in inputs:
            found = known(item)
            waiting.append(pool.submit(function, item) if found is None else _done(found))
            if len(waiting) >= jobs * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise UserError("a worker process died, perhaps for lack of memory; try again with --jobs 1") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _done(result: Out) -> Future[Out]:
    future: Future[Out] = Future()
    future.set_result(result)
    return future


def _start() -> None:
    """Ctrl-C is the parent's business; and where the parent is killed, its workers go, too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.join,), daemon=True).start()


def _follow(wait: Callable[[], None]) -> None:
    wait()
    os._exit(1)
