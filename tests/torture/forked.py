"""kg in a copy of this process: what it imports and reads once is there, so that a run takes tenths of a second.

A copy can be killed where it matters: before, behind and in the middle of the n-th output, and at any moment.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from torture import patient

PATIENCE = 120.0
Moment = tuple[int, str]  # the n-th output that becomes whole, and: before, behind, middle


@dataclass(frozen=True)
class Ran:
    """code: the exit status, or minus the signal; None: no answer in PATIENCE."""

    code: int | None
    stdout: bytes
    stderr: bytes


class Copy:
    """One run of kg; its output goes to files in `folder`."""

    def __init__(self, arguments: list[str], folder: Path, prepare: Callable[[], object] = lambda: None) -> None:
        self._out, self._err = folder / "stdout", folder / "stderr"
        sys.stdout.flush()
        self.pid = os.fork()
        if self.pid == 0:
            self._run(arguments, prepare)

    def _run(self, arguments: list[str], prepare: Callable[[], object]) -> NoReturn:
        code = 70
        try:
            for number, path in ((1, self._out), (2, self._err)):
                file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
                os.dup2(file, number)
                os.close(file)
            sys.stdout, sys.stderr = (open(n, "w", encoding="utf-8", closefd=False) for n in (1, 2))  # noqa: SIM115
            signal.signal(signal.SIGINT, signal.default_int_handler)
            _forget()
            prepare()
            code = _called(arguments)
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)

    def waited(self) -> Ran:
        done = status = 0

        def ended() -> bool:
            nonlocal done, status
            time.sleep(0.005)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            return bool(done)

        if not patient.until(ended, self.pid, PATIENCE):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        code = os.waitstatus_to_exitcode(status) if done else None
        return Ran(code, *(path.read_bytes() if path.exists() else b"" for path in (self._out, self._err)))


def _forget() -> None:
    """What a process remembers of folders and a new one would not know."""
    from kg import files

    files._swept.clear()


def _called(arguments: list[str]) -> int:
    import traceback

    from kg.cli import main

    try:
        main(arguments, prog_name="kg")
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else 0 if error.code is None else 1
    except BaseException:
        traceback.print_exc()
        return 70
    return 0


def run(arguments: list[str], folder: Path, moment: Moment | None = None) -> Ran:
    return Copy(arguments, folder, (lambda: dying(*moment)) if moment else (lambda: None)).waited()


def dying(number: int, where: str) -> None:
    """Let this process kill itself before, behind or in the middle of the n-th file that is written."""
    seen, opened, replace, opening = 0, 0, os.replace, Path.open

    def replaced(source: Any, target: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == number and where == "before":
            _die()
        replace(source, target)
        if seen == number and where == "behind":
            _die()

    def noticed(path: Path, mode: str = "r", *others: Any, **more: Any) -> Any:
        nonlocal opened
        file = opening(path, mode, *others, **more)
        if "w" in mode or "x" in mode:
            opened += 1
            if opened == number and where == "middle":
                return _Half(file)
        return file

    os.replace = replaced  # type: ignore[assignment]
    Path.open = noticed  # type: ignore[assignment, method-assign]


class _Half:
    """A file of whose first piece half is written; then the process dies."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def __enter__(self) -> _Half:
        return self

    def __exit__(self, *_: object) -> None:
        _die()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: Any) -> int:
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        _die()
        return 0


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
