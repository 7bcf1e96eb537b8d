"""Without the collector of cycles for a while, and never longer."""

from __future__ import annotations

import gc

import pytest

from kg.heap import uncollected


def test_the_collector_rests_inside_and_runs_again_behind_it():
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled(), "a block inside must not wake it"
    assert gc.isenabled()


def test_it_runs_again_after_an_error():
    @uncollected()
    def broken() -> None:
        raise ValueError

    with pytest.raises(ValueError):
        broken()
    assert gc.isenabled()


def test_who_had_stopped_it_finds_it_stopped():
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
