"""Work beside other work: in a thread, in a copy of the process, and imports meanwhile (kg/pipeline/beside.py)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kg.cli import options
from kg.pipeline.beside import in_copy, loading
from kg.read import Source

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies a process cheaply")


@pytest.fixture
def copied(monkeypatch):
    """A copy is made though this process may hold threads: those of a browser that other tests opened."""
    monkeypatch.setattr("kg.pipeline.beside.cheap", lambda: True)


@LINUX
@pytest.mark.usefixtures("copied")
def test_a_copy_works_while_the_block_does():
    with in_copy(os.getpid, really=True) as result:
        pass
    assert result


@LINUX
@pytest.mark.usefixtures("copied")
def test_what_a_copy_made_or_raised():
    def fails() -> None:
        raise OSError(28, "No space left on device", "map.html")

    with in_copy(os.getpid, really=True) as result:
        assert result() != os.getpid()
    with in_copy(fails, really=True) as result, pytest.raises(OSError, match="No space left"):
        result()


@LINUX
@pytest.mark.usefixtures("copied")
def test_a_copy_that_dies_is_done_without():
    here = os.getpid()

    def dies_elsewhere() -> int:
        if os.getpid() != here:
            signal.raise_signal(signal.SIGKILL)
        return here

    with in_copy(dies_elsewhere, really=True) as result:
        assert result() == here


@LINUX
@pytest.mark.usefixtures("copied")
def test_a_copy_ends_with_a_block_that_fails(tmp_path):
    def slow() -> None:
        (tmp_path / "pid").write_text(str(os.getpid()))
        time.sleep(600)

    with pytest.raises(ZeroDivisionError), in_copy(slow, really=True):
        pid = _written(tmp_path / "pid")
        assert Path("/proc", pid).exists()
        _ = 1 / 0
    assert not Path("/proc", pid).exists()


PROGRAM = """
import os, signal, time
from pathlib import Path
from kg.pipeline.beside import in_copy
def slow():
    Path("pid").write_text(str(os.getpid()))
    time.sleep(600)
with in_copy(slow, really=True):
    while not Path("pid").exists() or not Path("pid").read_text():
        time.sleep(0.02)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@LINUX
def test_a_copy_ends_with_a_process_that_is_killed(tmp_path):
    where = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    ran = subprocess.run([sys.executable, "-c", PROGRAM], cwd=tmp_path, env=where, check=False)
    assert ran.returncode == -signal.SIGKILL
    copy, until = Path("/proc", (tmp_path / "pid").read_text()), time.monotonic() + 60
    while copy.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert not copy.exists()


@pytest.mark.parametrize("reason", ["not wanted", "a thread runs"])
def test_where_no_copy_is_made_the_work_is_done_when_asked_for(reason):
    done: list[int] = []
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    if reason == "a thread runs":
        thread.start()
    try:
        with in_copy(lambda: done.append(os.getpid()), really=reason != "not wanted") as result:
            assert not done
            result()
            assert done == [os.getpid()]
    finally:
        ended.set()


def test_modules_are_loaded_meanwhile_and_one_that_fails_is_nobodys_business():
    sys.modules.pop("wave", None)
    with loading("wave", "kg.no_such_module", "chunk_that_nobody_has"):
        pass
    assert "wave" in sys.modules


def test_a_process_for_little_and_several_for_much(tmp_path, monkeypatch):
    monkeypatch.setattr(options, "cores", lambda: 8)
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_bytes(b"x" * 1000)
    large.write_bytes(b"x" * 1_000_000)
    unasked = options.Working(None, None, 120, debug=False)
    sources = {path: Source(path, path.name) for path in (small, large)}
    assert unasked.workers(sources=[sources[small]]).jobs == 1
    assert unasked.workers(sources=list(sources.values())).jobs == 4
    assert unasked.workers(sources=[Source(small, "a", data=b"x" * 1_000_000)]).jobs == 4
    assert unasked.workers(sources=[Source(tmp_path / "gone", "gone")]).jobs == 1
    asked = options.Working(1, None, 120, debug=False)
    assert asked.workers(sources=list(sources.values())).jobs == 1
    assert options.Working(0, None, 120, debug=False).workers().jobs == 8


def _written(path: Path) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if path.exists() and (text := path.read_text()):
            return text
        time.sleep(0.02)
    raise AssertionError(f"{path} was not written")
