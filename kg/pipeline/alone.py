"""One at a time in a folder: two builds that write into one would mix their files, and neither would know."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import UserError
from kg.say import say

_SCRATCH = "kg-scratch-"
_LEFTOVERS = ".kg-*.part*"
_LOCK = ".kg-lock"  # on Windows, which locks no folders; the system takes it away with whoever made it


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else is in this block for the same folder, which is made; one that stays empty is taken away again.

    What a run that was killed left half-written there goes.

    The system holds the lock, so that a process that is killed leaves none. Where a file system knows no locks (some
    network drives), there is none. Raises UserError where another process is at work there, OSError where the folder
    cannot be made.
    """
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    handle = _taken(folder)
    if handle is None:
        raise UserError(
            say(
                "{folder}: another kg is writing there; wait until it is done, or name another folder with -o",
                folder=folder,
            )
        )
    try:
        sweep(folder)
        yield
    finally:
        os.close(handle)
        if made:
            with suppress(OSError):
                folder.rmdir()


def sweep(folder: Path) -> None:
    """Remove from a folder what `kg.files` leaves half-written where it is killed."""
    for leftover in folder.glob(_LEFTOVERS):
        if leftover.is_dir() and not leftover.is_symlink():
            shutil.rmtree(leftover, ignore_errors=True)
        else:
            leftover.unlink(missing_ok=True)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder among the system's temporary ones, gone afterwards; those of runs that were killed go now."""
    for old in Path(tempfile.gettempdir()).glob(f"{_SCRATCH}*"):
        with suppress(OSError):
            _sweep(old)
    folder, handle = _made()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)


def _made() -> tuple[Path, int]:
    """A new scratch folder and what holds it: another run may sweep it away before it is held."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_SCRATCH))
        with suppress(FileNotFoundError):
            handle = _taken(folder)
            if handle is not None and folder.is_dir():
                return folder, handle
            if handle is not None:
                os.close(handle)


def _sweep(old: Path) -> None:
    """Remove a scratch folder of ours that nobody holds any more."""
    if sys.platform == "win32" or old.is_symlink() or old.stat().st_uid != os.geteuid():
        return
    handle = _taken(old, sure=True)
    if handle is not None:
        shutil.rmtree(old, ignore_errors=True)
        os.close(handle)


if sys.platform == "win32":

    def _taken(folder: Path, *, sure: bool = False) -> int | None:
        """A handle that holds the lock until it is closed, or None where another process has it.

        sure: None, too, where the file system knows no locks.
        """
        import msvcrt  # noqa: PLC0415

        handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_TEMPORARY)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            os.close(handle)
            return None
        return handle

else:

    def _taken(folder: Path, *, sure: bool = False) -> int | None:
        """A handle that holds the lock until it is closed, or None where another process has it.

        sure: None, too, where the file system knows no locks.
        """
        import fcntl  # noqa: PLC0415

        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if sure or error.errno in (errno.EWOULDBLOCK, errno.EACCES):
                os.close(handle)
                return None
        return handle


__all__ = ["alone", "scratch", "sweep"]
