"""`python -m kg.store.helper` answers calls of `kg.store.apart`, one after the other, until nobody can ask any more."""

from __future__ import annotations

import os
import pickle  # nosec B403
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO

from kg.forks import outcome
from kg.store.apart import READY, enter


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Take pickled calls from `questions`, write what comes of them to `answers`; end with the one who asks."""
    waiting: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_listen, args=(questions, waiting), daemon=True).start()
    while True:
        try:
            function, arguments = pickle.loads(waiting.get())  # noqa: S301  # nosec B301  imports what it needs
        except Exception as error:
            function, arguments = _failed, (error,)
        answers.write(READY)
        answers.flush()
        answers.write(outcome(function, arguments))
        answers.flush()


def _failed(error: Exception) -> None:
    raise error


def _listen(questions: BinaryIO, waiting: SimpleQueue[Any]) -> None:
    """Read questions while one is answered, too: so that the end of the one who asks is noticed in the middle."""
    while size := questions.read(8):
        waiting.put(questions.read(int.from_bytes(size)))
    os._exit(0)


def main() -> None:
    """Keep the pipes to whom asks for itself: what others print is not to be taken for an answer."""
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    enter()
    serve(questions, answers)


if __name__ == "__main__":
    main()
