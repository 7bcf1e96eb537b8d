"""Writing files so that a reader never meets half of one: beside, then renamed."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_swept: set[Path] = set()  # the folders that this process has looked through for what killed runs left


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """A binary file that becomes `path` when the block ends without an error.

    It is written beside `path` (same folder, so that the renaming cannot cross file systems; folders are made) under
    a name that starts with `.kg-` and ends with `.part`. Where the block raises, nothing of it stays and what stood at
    `path` before stays as it was. What killed runs left half-written in the folder goes, once in a process. Raises
    OSError where the folder cannot be written.
    """
    if path.is_dir():  # said of `path`, not of what lies beside it
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    _tidy(path.parent)
    file, beside = _held(path)
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)  # noqa: PTH105 — the word that the house uses for it everywhere
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8, line breaks as they are, whole or not at all. Raises OSError, UnicodeEncodeError."""
    with writing(path) as file:
        file.write(text.encode("utf-8"))


@contextmanager
def replacing(path: Path, sides: Sequence[str] = ()) -> Iterator[Path]:
    """The path for a file that another program writes, which becomes `path` when the block ends without an error.

    As `writing`, but the file is not there yet. sides: suffixes of files that the program may leave beside its own;
    they are taken away with it, and from beside `path`, where they would belong to the file that was replaced.
    """
    beside = _beside(path, ".partial")
    try:
        yield beside
        for suffix in sides:
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        os.replace(beside, path)  # noqa: PTH105
    finally:
        for suffix in ("", *sides):
            beside.with_name(beside.name + suffix).unlink(missing_ok=True)


@contextmanager
def room(path: Path) -> Iterator[Path]:
    """A folder beside `path`, gone when the block ends: on the disk that is to hold the result, not in a small /tmp.

    Its name is like that of `writing`, so that what a killed build leaves goes with the next one. Raises OSError.
    """
    folder = _beside(path, ".partial")
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _beside(path: Path, ending: str) -> Path:
    """A name that nobody has. `.part` ends the files that their writer holds locked, `.partial` what others write."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.parent / f".kg-{secrets.token_hex(8)}{ending}"


def _held(path: Path) -> tuple[IO[bytes], Path]:
    """A new file beside `path`, held against those who sweep; one may have come between making and holding it."""
    while True:
        beside = _beside(path, ".part")
        file = beside.open("xb")  # not tempfile: its files may be read by their owner alone
        if _lock(file) is False or beside.exists():
            return file, beside
        file.close()


def _tidy(folder: Path) -> None:
    """Remove what killed runs left half-written in a folder; what somebody is writing now is held, and stays."""
    if folder in _swept:
        return
    _swept.add(folder)
    for leftover in folder.glob(".kg-*.part"):
        with suppress(OSError):
            if leftover.is_file() and not leftover.is_symlink():
                _remove(leftover)


def _remove(leftover: Path) -> None:
    with leftover.open("rb") as file:
        if sys.platform != "win32" and not _lock(file):
            return
        if sys.platform != "win32":
            leftover.unlink(missing_ok=True)
            return
    leftover.unlink(missing_ok=True)  # Windows removes no file that somebody has open


if sys.platform == "win32":

    def _lock(file: IO[bytes]) -> bool:
        """Whether the file is held now: no need, an open one cannot be removed."""
        return False

else:

    def _lock(file: IO[bytes]) -> bool:
        """Whether the file is held now: not where somebody else holds it, or the file system knows no locks."""
        import fcntl  # noqa: PLC0415

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
