"""Waiting for a process on a machine that others use, too: what counts is how long it worked, not how long it took."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

IDLE = 30  # times as long as it may work, a process may take in all: it waits for others, or for ever
_TICKS = os.sysconf("SC_CLK_TCK")


def until(done: Callable[[], bool], pid: int, seconds: float) -> bool:
    """Ask `done`, which waits a little itself, until it is true; False where the process has worked for too long."""
    begin, worked = time.monotonic(), spent(pid)
    while not done():
        passed = time.monotonic() - begin
        if passed > seconds and (spent(pid) - worked > seconds or passed > seconds * IDLE):
            return False
    return True


def spent(pid: int) -> float:
    """Seconds of processor of a process and of all below it, ended ones too; of those that are gone 0."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICKS + sum(spent(int(child)) for child in children)
