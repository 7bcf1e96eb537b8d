"""Runs that are ended from outside: killed at every output and at random moments, interrupted, read by nobody."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from argparse import Namespace
from pathlib import Path

from pages import contents

from torture import targets
from torture.tally import Tally

KG = [sys.executable, "-m", "kg"]


def environment(temporary: Path) -> dict[str, str]:
    tests = Path(__file__).parents[1]
    path = os.pathsep.join([str(tests.parent), str(tests), os.environ.get("PYTHONPATH", "")])
    return {**os.environ, "PYTHONPATH": path, "TMPDIR": str(temporary)}


class Ground:
    """Pages, and what undisturbed commands make of them."""

    def __init__(self, room: Path) -> None:
        self.room, self.temporary = room, room / "tmp"
        self.temporary.mkdir()
        self.source = targets.folder(room / "in", 4)
        self.commands = {
            "build": ["build", str(self.source), "--place", "青海", "-o"],
            "draw": ["draw", str(room / "good"), "-o"],
            "export csv": ["export", str(room / "good"), "-f", "csv", "-o"],
        }
        self.run([*self.commands["build"], str(room / "good")])
        self.good: dict[str, dict[str, bytes]] = {"build": contents(room / "good")}
        self.seconds: dict[str, float] = {}
        for name, command in self.commands.items():
            begin = time.monotonic()
            self.run([*command, str(room / f"good {name}")])
            self.seconds[name] = time.monotonic() - begin
            self.good[name] = contents(room / f"good {name}")

    def run(self, arguments: list[str], *before: str) -> subprocess.CompletedProcess[bytes]:
        program = [sys.executable, *before] if before else KG
        where = environment(self.temporary)
        return subprocess.run([*program, *arguments], capture_output=True, check=False, env=where, timeout=300)

    def compared(self, name: str, out: Path) -> str | None:
        """What differs after the command ran through."""
        ran = self.run([*self.commands[name], str(out)])
        if ran.returncode:
            return f"the next run fails: {ran.stderr.decode('utf-8', 'replace')[-300:]}"
        found = contents(out)
        found.pop("redirects.jsonl", None)
        wrong = sorted(
            one for one in found.keys() | self.good[name].keys() if found.get(one) != self.good[name].get(one)
        )
        return f"differs after the next run: {wrong[:5]}" if wrong else None

    def half(self, name: str, out: Path) -> str | None:
        """A file under its own name that is not whole."""
        found = contents_without_database(out)
        wrong = [one for one, data in found.items() if self.good[name].get(one) not in (None, data)]
        return f"half-written: {wrong[:5]}" if wrong else None


def contents_without_database(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and ".cache" not in path.parts)
    plain = (path for path in files if not path.name.startswith(".kg-") and ".lbug" not in path.name)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in plain}


def run(room: Path, tally: Tally, end: float, options: Namespace) -> None:
    ground, chance = Ground(room), random.Random(options.seed)
    moments = [
        (name, n, where) for name in ground.commands for n in range(1, outputs(name)) for where in ("before", "behind")
    ]
    chance.shuffle(moments)
    left = options.kills
    out = {name: room / f"out {name}" for name in ground.commands}
    while left > 0 and time.monotonic() < end:
        left -= 1
        if moments and left % 2:
            name, number, where = moments.pop()
            ground.run([str(number), where, *ground.commands[name], str(out[name])], "-m", "torture.dying")
            kind = f"{name} killed {where} an output became whole"
        else:
            name = chance.choice(sorted(ground.commands))
            how = chance.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGINT, signal.SIGTERM))
            fault = _signalled(
                ground, [*ground.commands[name], str(out[name])], how, chance.random() * ground.seconds[name]
            )
            kind = f"{name} ended by {how.name} at a random moment"
            if fault:
                tally.count(kind, fault)
                continue
        fault = ground.half(name, out[name])
        # Several kills, one after the other, before one run is let through.
        if fault is None and chance.random() < 0.3:
            fault = ground.compared(name, out[name])
            shutil.rmtree(out[name], ignore_errors=True) if chance.random() < 0.5 else None
        tally.count(kind, fault)
    for name in ground.commands:
        tally.count(f"{name} let through at last", ground.compared(name, out[name]))
    _closed(ground, tally)


def outputs(name: str) -> int:
    return {"build": 22, "draw": 8, "export csv": 4}[name]


def _signalled(ground: Ground, arguments: list[str], how: signal.Signals, seconds: float) -> str | None:
    where = environment(ground.temporary)
    with subprocess.Popen([*KG, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=where) as process:
        time.sleep(seconds)
        process.send_signal(how)
        _, said = process.communicate(timeout=120)
    if b"Traceback" in said and how is not signal.SIGINT:
        return f"{how.name}: {said.decode('utf-8', 'replace')[-400:]}"
    # While Python itself starts, Ctrl-C is its own business: no line of ours runs yet.
    if b"Traceback" in said and b"kg/cli/group.py" in said:
        return f"{how.name}: {said.decode('utf-8', 'replace')[-400:]}"
    return None


def _closed(ground: Ground, tally: Tally) -> None:
    """Readers that go away after a few bytes."""
    good = str(ground.room / "good")
    for command in (
        *(["read", str(ground.source)], ["extract", str(ground.room / "none")], ["annotate", str(ground.source)]),
        *(["export", good, "-f", "graphml"], ["export", good, "-f", "jsonl"], ["schema"], ["verify", good]),
        *(["draw", good, "--view", "officials", "-o", "-"], ["query", "--list"], ["misses", str(ground.source)]),
    ):
        where = environment(ground.temporary)
        with subprocess.Popen([*KG, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=where) as process:
            process.stdout.read(1)
            process.stdout.close()
            said = process.stderr.read()
        bad = b"Traceback" in said or b"Exception ignored" in said or b"BrokenPipe" in said
        tally.count("pipes that are closed", f"{command[0]}: {said.decode()[-300:]}" if bad else None)
