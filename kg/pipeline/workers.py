"""One function over many inputs, in this process or in several, results in the order of the inputs."""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from kg import patterns
from kg.errors import UserError
from kg.forks import serve_parent
from kg.pipeline.limits import PATIENCE, TookTooLong, limited, no_answer, possible
from kg.say import say

In = TypeVar("In")
Out = TypeVar("Out")
BUNDLE = 64  # inputs that one process gets at once: sentences enough of each length for the tagger to be quick
AHEAD = 2 * BUNDLE  # results kept for each worker while an earlier input takes its time: few enough to hold in memory
_DIED = say("the process that read it died, perhaps for lack of memory")
_STARTS = 3  # processes that die one after the other before they are ready for work


@dataclass(frozen=True, slots=True)
class Limit(Generic[In, Out]):
    """What one input may do to the others. seconds: of the processor that it may take, None for ever.

    lost: the result of an input, with the reason, that takes more, does not answer at all, or whose process dies.
    """

    seconds: float | None
    lost: Callable[[In, str], Out]


def _nothing(_: Sequence[Any]) -> None:
    """Nothing is quicker for many at once."""


def _ready() -> None:
    """Nothing takes time to begin."""


@dataclass(frozen=True, slots=True)
class Work(Generic[In, Out]):
    """function: what is done with one input. known: asked first, in this process; None is no answer.

    ahead: is told of the inputs that come next in its process, for what is quicker for many at once; it may raise what
    it likes, since the function meets the same when it comes to that input.
    warm: what a process of its own does before its first input, while others are read; it may raise what it likes, too.
    """

    function: Callable[[In], Out]
    known: Callable[[In], Out | None]
    ahead: Callable[[Sequence[In]], None] = _nothing
    warm: Callable[[], None] = _ready


def in_order(work: Work[In, Out], inputs: Iterable[In], jobs: int, limit: Limit[In, Out]) -> Iterator[Out]:
    """`map(work.function, inputs)` with `jobs` processes; at most AHEAD inputs a worker wait to be needed.

    work and inputs travel by pickle to spawned processes, so that every system does the same; none is started where
    all is known.
    One job needs no process of its own where this one can be interrupted. A worker gives up what takes too long; one
    that cannot, or gives no answer for PATIENCE times as long, is killed and another put in its place. Raises UserError
    where no worker process can be started.
    """
    if jobs == 1 and (limit.seconds is None or possible()):
        yield from _alone(work, inputs, limit)
        return
    crew = _Crew(work, jobs, limit)
    try:
        yield from crew.results(iter(inputs))
    finally:
        crew.dismiss()


def _alone(work: Work[In, Out], inputs: Iterable[In], limit: Limit[In, Out]) -> Iterator[Out]:
    source = iter(inputs)
    while bundle := [(item, work.known(item)) for item in islice(source, BUNDLE)]:
        new = [item for item, found in bundle if found is None]
        with suppress(Exception), limited(limit.seconds, ""):
            work.ahead(new)
        for item, found in bundle:
            yield _one(work, item, limit) if found is None else found


def _one(work: Work[In, Out], item: In, limit: Limit[In, Out]) -> Out:
    try:
        with limited(limit.seconds, ""):
            return work.function(item)
    except TookTooLong as error:
        return limit.lost(item, error.reason)


class _Worker(Generic[In]):
    """A process that is given a bundle of inputs. tasks: those without a result yet, with their numbers.

    begun: whether it is at the first of them, and no longer at what is done for all together.
    """

    def __init__(self, work: Work[Any, Any], seconds: float | None) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, seconds), daemon=True)
        self.process.start()
        theirs.close()
        with suppress(OSError):  # it is dead already: who listens finds that out
            self.connection.send(work)
        self.ready = self.begun = False
        self.tasks: deque[tuple[int, In]] = deque()
        self.since = 0.0

    def give(self, tasks: Sequence[tuple[int, In]]) -> None:
        self.tasks.extend(tasks)
        self.begun, self.since = len(tasks) == 1, time.monotonic()
        self.connection.send([item for _, item in tasks])

    def begin(self) -> None:
        self.begun, self.since = True, time.monotonic()

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


class _Crew(Generic[In, Out]):
    def __init__(self, work: Work[In, Out], jobs: int, limit: Limit[In, Out]) -> None:
        self._work, self._jobs, self._limit = work, jobs, limit
        self._workers: list[_Worker[In]] = []
        self._waiting: deque[tuple[int, In]] = deque()
        self._done: dict[int, Out] = {}
        self._failed_starts = 0
        self._bundle = BUNDLE

    def results(self, inputs: Iterator[In]) -> Iterator[Out]:
        """The results in order. Raises UserError, and what the function raises."""
        taken = given = 0
        numbered = enumerate(inputs)
        while True:
            room = min(self._jobs * AHEAD - (taken - given), self._jobs * self._bundle - len(self._waiting))
            for number, item in islice(numbered, max(room, 0)):
                taken = number + 1
                found = self._work.known(item)
                if found is None:
                    self._waiting.append((number, item))
                    self._staff()
                else:
                    self._done[number] = found
            if self._waiting and (idle := self._idle()) is not None:
                idle.give(self._next())
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

    def _next(self) -> list[tuple[int, In]]:
        """A bundle, and at the end of the inputs a share that leaves the others something to do."""
        size = min(self._bundle, -(-len(self._waiting) // self._jobs))
        return [self._waiting.popleft() for _ in range(size)]

    def _idle(self) -> _Worker[In] | None:
        """A worker without work, or None: then as many new ones are started as there is work for."""
        for worker in self._workers:
            if worker.ready and not worker.tasks:
                return worker
        self._staff()
        return None

    def _staff(self) -> None:
        """Starts as many workers as there is work for; they load what they need while more inputs are read."""
        starting = sum(not worker.ready for worker in self._workers)
        for _ in range(min(self._jobs - len(self._workers), len(self._waiting) - starting)):
            self._workers.append(_Worker(self._work, self._limit.seconds))

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
                self._lose(worker, no_answer(self._limit.seconds or 0))

    def _end_of(self, worker: _Worker[In]) -> float | None:
        if not worker.tasks or not self._limit.seconds:
            return None
        return worker.since + PATIENCE * self._limit.seconds * (1 if worker.begun else len(worker.tasks))

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
        elif kind in ("result", "late"):
            number, item = worker.tasks.popleft()
            self._done[number] = value if kind == "result" else self._limit.lost(item, value)
            worker.begin()
        else:
            worker.begin()

    def _lose(self, worker: _Worker[In], reason: str) -> None:
        self._workers.remove(worker)
        worker.end()
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts == _STARTS:
                raise UserError(
                    say(
                        "no worker process can be started: a script of your own must start its work under "
                        "if __name__ == '__main__', or memory is short; try again with one job (--jobs 1)"
                    )
                )
        if worker.tasks and worker.begun:
            number, item = worker.tasks.popleft()
            self._done[number] = self._limit.lost(item, reason)
        elif worker.tasks:
            self._bundle = 1  # it was one of them, nobody knows which: from now on one by one
        self._waiting.extendleft(reversed(worker.tasks))


def _serve(connection: Connection, seconds: float | None) -> None:
    """The life of a worker."""
    serve_parent()
    patterns.keep()  # before it meets the modules that its work is from
    work: Work[Any, Any] = connection.recv()
    connection.send(("ready", None))
    with suppress(Exception), limited(seconds, ""):
        work.warm()
        patterns.save()
    while True:
        items = connection.recv()
        if len(items) > 1:
            with suppress(Exception), limited(seconds and seconds * len(items), ""):
                work.ahead(items)
            connection.send(("begun", None))
        for item in items:
            try:
                with limited(seconds, ""):
                    answer = ("result", work.function(item))
            except TookTooLong as error:
                answer = ("late", error.reason)
            except Exception as error:  # the parent is to know it
                answer = ("error", error)
            connection.send(answer)
