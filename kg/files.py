"""Writing files so that a reader never meets half of one: beside, then renamed."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """A binary file that becomes `path` when the block ends without an error.

    It is written beside `path` (same folder, so that the renaming cannot cross file systems; folders are made) under
    a name that starts with `.kg-` and ends with `.part`. Where the block raises, nothing of it stays and what stood at
    `path` before stays as it was. Raises OSError where the folder cannot be written.
    """
    beside = _beside(path)
    try:
        with beside.open("xb") as file:  # not tempfile: its files may be read by their owner alone
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
    beside = _beside(path)
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
    folder = _beside(path)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _beside(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.parent / f".kg-{secrets.token_hex(8)}.part"
