"""Ctrl-C while Neo4j answers: its driver closes what was left half-read, and what it says then is not the error."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from kg.store.neo4j import Server, connected


class Cut:
    """A driver whose answer was left half-read: its session cannot close."""

    def verify_connectivity(self):
        pass

    def get_server_info(self):
        return SimpleNamespace(agent="Neo4j/5.26.0")

    def session(self, **_):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_):
        raise BufferError("Existing exports of data: object cannot be re-sized")


@pytest.mark.parametrize(("ended", "seen"), [(KeyboardInterrupt(), KeyboardInterrupt), (SystemExit(143), SystemExit),
                                             (ValueError("x"), BufferError)])  # fmt: skip
def test_an_interruption_goes_before_what_the_driver_says_of_it(monkeypatch, ended, seen):
    monkeypatch.setattr("kg.store.neo4j._driver", lambda *_: Cut())
    with pytest.raises(seen), connected(Server("bolt://localhost", "neo4j", "x")):
        raise ended
