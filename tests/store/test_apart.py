"""A question runs in a process whose death is an error message (kg/store/apart.py)."""

from __future__ import annotations

import os
import signal
import time

import pytest

from kg.errors import UserError
from kg.store.apart import apart


def double(number: int) -> int:
    return 2 * number


def fall(_: int) -> int:
    os.kill(os.getpid(), getattr(signal, "SIGSEGV", signal.SIGTERM))
    return 0


def refuse(number: int) -> int:
    raise UserError(f"no {number}")


def test_the_result_and_what_is_raised_come_back():
    assert apart(double, 4) == 8
    with pytest.raises(UserError, match="no 4"):
        apart(refuse, 4)


def test_death_is_an_error():
    with pytest.raises(UserError, match="died of this question"):
        apart(fall, 4)


def test_what_never_answers_is_stopped(monkeypatch):
    monkeypatch.setattr("kg.store.apart._GRACE", 1.0)
    with pytest.raises(UserError, match="no answer"):
        apart(time.sleep, 600, seconds=0.5)
