"""Loads into a real Neo4j that are killed, and completed by the next one."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import databases
import neo4j_server

from torture.forked import Copy
from torture.tally import Tally

if TYPE_CHECKING:
    from torture.ends import Ground


def run(ground: Ground, tally: Tally, kills: int, chance: random.Random) -> None:
    """Kill loads before, behind and within a transaction, and at any moment; the next load leaves what one leaves."""
    if reason := neo4j_server.why_not():
        print(f"left out: kills of kg load: {reason}", flush=True)
        return
    with tempfile.TemporaryDirectory(prefix="torture-neo4j-") as folder, neo4j_server.running(Path(folder)) as server:
        _killed(ground, tally, kills, (chance, server))


def _killed(ground: Ground, tally: Tally, kills: int, given: tuple[random.Random, Any]) -> None:
    from kg.store.neo4j import Server, connected

    chance, server = given
    os.environ.update(NEO4J_USERNAME=server.user, NEO4J_PASSWORD=server.password)
    command = ["load", str(ground.room / "good"), "--to", server.url]
    reached = Server(server.url, server.user, server.password)

    def held() -> Any:
        with connected(reached) as connection:
            return databases.contents(connection, build=True)

    ground.must(command)
    begin = time.monotonic()
    ground.must(command)
    seconds, clean = time.monotonic() - begin, held()
    for number in range(kills):
        if chance.random() < 0.5:
            with connected(reached) as connection:
                databases.emptied(connection)
        where = ("before", "behind", "within", "any")[number % 4]
        moment = chance.randrange(1, 16)
        copy = Copy(command, ground.room, (lambda n=moment, w=where: _dying(n, w)) if where != "any" else _same)
        if where == "any":
            time.sleep(chance.random() * seconds)
            os.kill(copy.pid, chance.choice((signal.SIGKILL, signal.SIGTERM, signal.SIGINT)))
        said = copy.waited().stderr
        fault = said.decode("utf-8", "replace")[-300:] if b"Traceback" in said else _twice(held())
        if fault is None and chance.random() < 0.5:
            ground.must(command)
            fault = None if held() == clean else "differs after the next load"
        words = {"any": "ended at a random moment"}.get(where, f"killed {where} a transaction")
        tally.count(f"load {words}", fault)
    ground.must(command)
    tally.count("load let through at last", None if held() == clean else "differs after the next load")


def _twice(held: tuple[dict[Any, Any], dict[Any, Any]]) -> str | None:
    """Contents are by id and ends: what is there twice would hide; so each is counted by its id alone, too."""
    ids = [key[0] for key in held[0]]
    return "a node is there twice" if len(ids) != len(set(ids)) else None


def _same() -> None:
    """Nothing is prepared."""


def _dying(number: int, where: str) -> None:
    from kg.store.neo4j import Connection

    seen, transaction = 0, Connection.transaction

    def counted(self: Any, work: Any) -> Any:
        nonlocal seen
        seen += 1
        if seen == number and where == "before":
            os.kill(os.getpid(), signal.SIGKILL)

        def dies(run: Any) -> Any:
            found = work(run)
            os.kill(os.getpid(), signal.SIGKILL)
            return found

        found = transaction(self, dies if seen == number and where == "within" else work)
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    Connection.transaction = counted  # type: ignore[method-assign]
