from __future__ import annotations

import multiprocessing
import os
import time

import pytest

from kg.errors import UserError
from kg.pipeline.workers import AHEAD, in_order


def slow_square(number: int) -> int:
    time.sleep(0.02 if number % 3 == 0 else 0)
    return number * number


def die(number: int) -> int:
    os._exit(9)


def fail(number: int) -> int:
    raise ValueError(number)


def unknown(_: int) -> None:
    return None


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_inputs(jobs):
    count = 2 * AHEAD * 2 + 3  # more than wait at once
    assert list(in_order(slow_square, range(count), jobs, unknown)) == [n * n for n in range(count)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_known_needs_no_work_and_no_process(jobs):
    assert list(in_order(die, range(50), jobs, lambda number: -number)) == [-n for n in range(50)]
    assert multiprocessing.active_children() == []


def test_known_and_unknown_keep_their_order():
    known = {0: 0, 2: 4, 5: 25}
    assert list(in_order(slow_square, range(7), 2, known.get)) == [n * n for n in range(7)]


def test_inputs_are_taken_only_a_little_ahead():
    taken = []

    def inputs():
        for number in range(1000):
            taken.append(number)
            yield number

    results = in_order(slow_square, inputs(), 2, unknown)
    assert next(results) == 0
    assert len(taken) <= 2 * AHEAD
    results.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_arrives(jobs):
    with pytest.raises(ValueError, match="0"):
        list(in_order(fail, range(3), jobs, unknown))


def test_a_dead_worker_is_the_users_to_know():
    with pytest.raises(UserError, match="--jobs 1"):
        list(in_order(die, range(3), 2, unknown))
