from __future__ import annotations

import multiprocessing
import os
import re
import time

import pytest

from kg.errors import UserError
from kg.pipeline import stages, workers
from kg.pipeline.workers import AHEAD, BUNDLE, Limit, Work, in_order

NEVER = Limit(None, lambda number, reason: pytest.fail(f"{number}: {reason}"))


def slow_square(number: int) -> int:
    time.sleep(0.02 if number % 3 == 0 else 0)
    return number * number


def die(*_: object) -> int:
    os._exit(9)


def square_or_die(number: int) -> int:
    return die() if number == 3 else number * number


def square_or_search(number: int) -> int:
    if number == 3:
        re.fullmatch(r"(?:a|aa)+", "a" * 100 + "b")
    return number * number


def square_or_sleep(number: int) -> int:
    if number == 3:
        time.sleep(60)
    return number * number


def square_after_others(number: int) -> int:
    time.sleep(0.6)
    return number * number


def serve_uninterrupted(connection, _seconds):
    workers._serve(connection, None)


def process(_: int) -> int:
    return os.getpid()


def lost(number: int, reason: str) -> str:
    return f"{number}: {reason}"


def fail(number: int) -> int:
    raise ValueError(number)


def unknown(_: int) -> None:
    return None


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_inputs(jobs):
    count = 2 * AHEAD * 2 + 3  # more than wait at once
    assert list(in_order(Work(slow_square, unknown), range(count), jobs, NEVER)) == [n * n for n in range(count)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_known_needs_no_work_and_no_process(jobs):
    assert list(in_order(Work(die, lambda number: -number), range(50), jobs, NEVER)) == [-n for n in range(50)]
    assert multiprocessing.active_children() == []


def test_known_and_unknown_keep_their_order():
    known = {0: 0, 2: 4, 5: 25}
    assert list(in_order(Work(slow_square, known.get), range(7), 2, NEVER)) == [n * n for n in range(7)]


def test_inputs_are_taken_only_a_little_ahead():
    taken = []

    def inputs():
        for number in range(1000):
            taken.append(number)
            yield number

    results = in_order(Work(slow_square, unknown), inputs(), 2, NEVER)
    assert next(results) == 0
    assert len(taken) <= 2 * AHEAD
    results.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_arrives(jobs):
    with pytest.raises(ValueError, match="0" if jobs == 1 else "[02]"):  # of the first or of the other process
        list(in_order(Work(fail, unknown), range(3), jobs, NEVER))


def test_an_input_whose_process_dies_is_lost_alone():
    found = list(in_order(Work(square_or_die, unknown), range(5), 2, Limit(None, lost)))
    assert found[:3] == [0, 1, 4] and found[4] == 16
    assert "died" in found[3]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_input_that_takes_too_long_is_lost_alone(jobs):
    """Also in the middle of a regular expression, and with one job."""
    found = list(in_order(Work(square_or_search, unknown), range(5), jobs, Limit(1, lost)))
    assert found[:3] == [0, 1, 4] and found[4] == 16
    assert found[3].startswith("3: took longer than 1 s of the processor")
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_input_that_sleeps_is_lost_alone(jobs, monkeypatch):
    """By the clock, in the end; with two jobs its process, which waits longer, is killed."""
    for module in ("limits", "workers"):
        monkeypatch.setattr(f"kg.pipeline.{module}.PATIENCE", 4)
    found = list(in_order(Work(square_or_sleep, unknown), range(5), jobs, Limit(0.5, lost)))
    assert found[:3] == [0, 1, 4] and found[4] == 16
    assert found[3].startswith("3: gave no answer for 2 s")
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_waits_for_its_turn_is_not_lost(jobs):
    """Others may have the machine: only what an input works itself is counted."""
    assert list(in_order(Work(square_after_others, unknown), range(2), jobs, Limit(0.2, lost))) == [0, 1]


def test_one_job_that_cannot_be_interrupted_gets_a_process(monkeypatch):
    """As on Windows: the worker is killed, and another goes on."""
    monkeypatch.setattr("kg.pipeline.workers.possible", lambda: False)
    monkeypatch.setattr("kg.pipeline.workers._serve", serve_uninterrupted)
    for module in ("limits", "workers"):
        monkeypatch.setattr(f"kg.pipeline.{module}.PATIENCE", 2)
    found = list(in_order(Work(square_or_search, unknown), range(5), 1, Limit(0.5, lost)))
    assert found[3].startswith("3: gave no answer for 1 s") and found[4] == 16


def test_without_a_limit_one_job_needs_no_process(monkeypatch):
    monkeypatch.setattr("kg.pipeline.workers.possible", lambda: False)
    assert list(in_order(Work(process, unknown), range(2), 1, NEVER)) == [os.getpid()] * 2


def test_processes_that_cannot_start_are_the_users_to_know(monkeypatch):
    monkeypatch.setattr("kg.pipeline.workers._serve", die)
    with pytest.raises(UserError, match="no worker process can be started"):
        list(in_order(Work(slow_square, unknown), range(3), 2, NEVER))


told: list[list[int]] = []


def hear(numbers):
    told.append(list(numbers))


def hear_and_die(numbers):
    if 3 in numbers:
        die()


def hear_and_fail(numbers):
    raise ValueError(numbers)


def doubled_if_told(number: int) -> int:
    return 2 * number if any(number in numbers for numbers in told) else 0


def test_one_job_is_told_of_the_inputs_that_come_next():
    told.clear()
    found = list(in_order(Work(slow_square, {1: 1}.get, hear), range(BUNDLE + 2), 1, NEVER))
    assert found == [n * n for n in range(BUNDLE + 2)]
    assert told == [[0, *range(2, BUNDLE)], [BUNDLE, BUNDLE + 1]]


def test_workers_are_told_of_the_inputs_that_come_next_and_share_them():
    numbers = range(10)
    work = Work(doubled_if_told, unknown, hear)
    assert list(in_order(work, numbers, 2, NEVER))[:8] == [2 * n for n in range(8)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_fails_for_many_at_once_may_succeed_for_one(jobs):
    assert list(in_order(Work(slow_square, unknown, hear_and_fail), range(5), jobs, NEVER)) == [0, 1, 4, 9, 16]


def test_a_process_that_dies_over_many_loses_none_of_them():
    assert list(in_order(Work(slow_square, unknown, hear_and_die), range(9), 2, NEVER)) == [n * n for n in range(9)]


WARM: list[int] = []


def warm_up() -> None:
    WARM.append(os.getpid())


def warm_and_fail() -> None:
    warm_up()
    raise ValueError


def times_warmed(_: int) -> int:
    return WARM.count(os.getpid())


@pytest.mark.parametrize("warm", [warm_up, warm_and_fail])
def test_a_process_of_its_own_gets_warm_once_before_its_first_input(warm):
    work = Work(times_warmed, unknown, warm=warm)
    assert set(in_order(work, range(8), 2, NEVER)) == {1}
    assert set(in_order(work, range(8), 1, NEVER)) == {0}


def test_workers_start_while_inputs_are_still_read():
    begun: list[int] = []

    def inputs():
        for number in range(20):
            begun.append(len(multiprocessing.active_children()))
            yield number

    assert list(in_order(Work(slow_square, unknown), inputs(), 2, NEVER)) == [n * n for n in range(20)]
    assert begun[2:] == [2] * 18


def test_what_extraction_loads_ahead_can_be_loaded():
    stages._warm()
