"""A question runs in a process whose death is an error message (kg/store/apart.py), in programs with threads, too."""

from __future__ import annotations

import operator
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.errors import BadRecord, UserError
from kg.model import from_line
from kg.store import apart as module
from kg.store.apart import apart

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies a process")


@pytest.fixture(params=[pytest.param(True, marks=LINUX, id="a copy"), pytest.param(False, id="the helper")])
def way(request, monkeypatch):
    monkeypatch.setattr(module, "cheap", lambda: request.param)
    return request.param


def test_the_result_and_what_is_raised_come_back(way):
    assert apart(operator.mul, 2, 4) == 8
    with pytest.raises(BadRecord, match="here: not JSON"):
        apart(from_line, "no", "here")
    assert apart(os.getpid) != os.getpid()


def test_death_is_an_error_and_the_next_call_is_answered(way):
    for number in (getattr(signal, "SIGSEGV", signal.SIGTERM), signal.SIGABRT):
        with pytest.raises(UserError, match="died of this question"):
            apart(signal.raise_signal, int(number))
        assert apart(operator.add, 1, 2) == 3


def test_what_never_answers_is_stopped(way, monkeypatch):
    with monkeypatch.context() as patched, pytest.raises(UserError, match="no answer"):
        patched.setattr(module, "_GRACE", 0.5)
        apart(time.sleep, 600, seconds=0.5)
    assert apart(operator.add, 1, 2) == 3


def test_what_is_printed_there_is_no_answer(way, capfd):
    apart(os.write, 1, b"printed")
    assert apart(operator.add, 1, 2) == 3


def test_what_cannot_travel_is_an_error(way):
    with pytest.raises(TypeError, match="cannot be pickled"):
        apart(threading.Lock)
    assert apart(operator.add, 1, 2) == 3


def test_the_helper_is_kept(way):
    first, second = (apart(os.getpid) for _ in range(2))
    assert (first == second) is not way


def test_threads_ask_at_the_same_time(monkeypatch):
    monkeypatch.setattr(module, "cheap", lambda: False)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda number: apart(operator.mul, number, 2), range(40))) == list(range(0, 80, 2))


@LINUX
def test_a_copy_of_this_process_has_a_helper_of_its_own(monkeypatch):
    monkeypatch.setattr(module, "cheap", lambda: False)
    ours = apart(os.getpid)
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            code = int(apart(os.getpid) == ours)
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert apart(os.getpid) == ours


PROGRAM = """
import os, signal, sys, threading, time
threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
from kg.store.apart import apart
print("begun", apart(os.getpid), flush=True)
{end}
"""


@pytest.mark.parametrize(
    ("end", "code"),
    [("", 0), ("os.kill(os.getpid(), signal.SIGKILL)", -9), ("threading.Timer(0.2, lambda: "
     "os.kill(os.getpid(), signal.SIGKILL)).start(); apart(time.sleep, 600)", -9)],
    ids=["at its end", "killed", "killed while it asks"],
)  # fmt: skip
@LINUX
def test_the_helper_ends_with_its_program_whose_main_runs_once(end, code, tmp_path):
    (tmp_path / "program.py").write_text(PROGRAM.format(end=end))
    where = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, tmp_path / "program.py"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=where)
    assert ran.returncode == code, ran.stderr
    begun = ran.stdout.split()
    assert begun[0] == "begun"
    assert len(begun) == 2
    until = time.monotonic() + 60
    helper = Path("/proc", begun[1])
    while helper.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert not helper.exists()
