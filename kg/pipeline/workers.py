"""One function over many inputs, in this process or in several, results in the order of the inputs."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from kg.errors import UserError
from kg.pipeline.limits import TookTooLong, limited, possible, too_long

In = TypeVar("In")
Out = TypeVar("Out")
AHEAD = 16  # results kept for each worker while an earlier input takes its time: few enough to hold in memory
_DIED = "the process that read it died, perhaps for lack of memory"
_STARTS = 3  # processes that die one after the other before they are ready for work


@dataclass(frozen=True, slots=True)
class Limit(Generic[In, Out]):
    """What one input may do to the others. seconds: how long it may take, None for ever.

    lost: the result of an input, with the reason, that takes longer or whose process dies.
    """

    seconds: float | None
    lost: Callable[[In, str], Out]


def in_order(
    function: Callable[[In], Out],
    inputs: Iterable[In],
    jobs: int,
    known: Callable[[In], Out | None],
    limit: Limit[In, Out],
) -> Iterator[Out]:
    """`map(function, inputs)` with `jobs` processes; at most AHEAD inputs a worker are taken before they are needed.

    known: asked here first, for each input; what it answers needs no work, unless it is None. function and inputs
    travel by pickle to spawned processes, so that every system does the same; none is started where all is known.
    One job needs no process of its own where this one can be interrupted. A worker that takes too long is killed and
    another put in its place. Raises UserError where no worker process can be started.
    """
    if jobs == 1 and (limit.seconds is None or possible()):
        yield from _alone(function, inputs, known, limit)
        return
    crew = _Crew(function, jobs, limit)
    try:
        yield from crew.results(iter(inputs), known)
    finally:
        crew.dismiss()


def _alone(
    function: Callable[[In], Out], inputs: Iterable[In], known: Callable[[In], Out | None], limit: Limit[In, Out]
) -> Iterator[Out]:
    for item in inputs:
        found = known(item)
        if found is None:
            try:
                with limited(limit.seconds, ""):
                    found = function(item)
            except TookTooLong as error:
                found = limit.lost(item, error.reason)
        yield found


class _Worker(Generic[In]):
    """A process that is given one input at a time. task: its number and the input itself, None where it has none."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(function, theirs), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False
        self.task: tuple[int, In] | None = None
        self.since = 0.0

    def give(self, task: tuple[int, In]) -> None:
        self.task, self.since = task, time.monotonic()
        self.connection.send(task[1])

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


class _Crew(Generic[In, Out]):
    def __init__(self, function: Callable[[In], Out], jobs: int, limit: Limit[In, Out]) -> None:
        self._function, self._jobs, self._limit = function, jobs, limit
        self._workers: list[_Worker[In]] = []
        self._waiting: deque[tuple[int, In]] = deque()
        self._done: dict[int, Out] = {}
        self._failed_starts = 0

    def results(self, inputs: Iterator[In], known: Callable[[In], Out | None]) -> Iterator[Out]:
        """The results in order. Raises UserError, and what the function raises."""
        taken = given = 0
        numbered = enumerate(inputs)
        while True:
            room = min(self._jobs * AHEAD - (taken - given), self._jobs - len(self._waiting))
            for number, item in islice(numbered, max(room, 0)):
                taken = number + 1
                found = known(item)
                if found is None:
                    self._waiting.append((number, item))
                else:
                    self._done[number] = found
            if self._waiting and (idle := self._idle()) is not None:
                idle.give(self._waiting.popleft())
            elif given in self._done:
                yield self._done.pop(given)
                given += 1
            elif given < taken:
                self._listen()
            else:
                return

    def dismiss(self) -> None:
        """End all processes, at work or not."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _idle(self) -> _Worker[In] | None:
        """A worker without work, or None: then as many new ones are started as there is work for."""
        starting = 0
        for worker in self._workers:
            if worker.ready and worker.task is None:
                return worker
            starting += not worker.ready
        for _ in range(min(self._jobs - len(self._workers), len(self._waiting) - starting)):
            self._workers.append(_Worker(self._function))
        return None

    def _listen(self) -> None:
        """Wait until a worker says something, dies, or has taken too long."""
        ends = [self._end_of(worker) for worker in self._workers]
        first = min((end for end in ends if end is not None), default=None)
        said = wait([w.connection for w in self._workers], None if first is None else max(first - time.monotonic(), 0))
        for worker in list(self._workers):
            end = self._end_of(worker)
            if worker.connection in said:
                self._hear(worker)
            elif end is not None and end <= time.monotonic():
                self._lose(worker, too_long(self._limit.seconds or 0))

    def _end_of(self, worker: _Worker[In]) -> float | None:
        return None if worker.task is None or not self._limit.seconds else worker.since + self._limit.seconds

    def _hear(self, worker: _Worker[In]) -> None:
        try:
            kind, value = worker.connection.recv()
        except (EOFError, OSError):
            self._lose(worker, _DIED)
            return
        if kind == "error":
            raise value
        if kind == "ready":
            worker.ready = True
            self._failed_starts = 0
        elif worker.task is not None:
            self._done[worker.task[0]] = value
            worker.task = None

    def _lose(self, worker: _Worker[In], reason: str) -> None:
        self._workers.remove(worker)
        worker.end()
        if worker.task is not None:
            number, item = worker.task
            self._done[number] = self._limit.lost(item, reason)
            return
        self._failed_starts += 1
        if self._failed_starts == _STARTS:
            raise UserError("no worker process can be started, perhaps for lack of memory; try again with --jobs 1")


def _serve(function: Callable[[Any], Any], connection: Connection) -> None:
    """The life of a worker. Ctrl-C is the parent's business; and where the parent is killed, its workers go, too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.join,), daemon=True).start()
    connection.send(("ready", None))
    while True:
        item = connection.recv()
        try:
            answer = ("result", function(item))
        except Exception as error:  # the parent is to know it
            answer = ("error", error)
        connection.send(answer)


def _follow(wait_for: Callable[[], None]) -> None:
    wait_for()
    os._exit(1)
