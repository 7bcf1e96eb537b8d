"""Runs that are ended: killed before, behind and in the middle of every output and at random moments, interrupted, read
by nobody, two at once."""

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

from torture import loads, targets
from torture.forked import Copy, Moment, Ran
from torture.forked import run as forked
from torture.tally import Tally

KG = [sys.executable, "-m", "kg"]
SINGLE = ("export gexf", "import", "resolve")  # what writes one file, in a folder that others may write into, too


def environment(temporary: Path) -> dict[str, str]:
    tests = Path(__file__).parents[1]
    path = os.pathsep.join([str(tests.parent), str(tests), os.environ.get("PYTHONPATH", "")])
    return {**os.environ, "PYTHONPATH": path, "TMPDIR": str(temporary)}


class Ground:
    """Pages, and what undisturbed commands make of them."""

    def __init__(self, room: Path, count: int = 2) -> None:
        self.room, self.temporary = room, room / "tmp"
        self.temporary.mkdir()
        self.source = targets.folder(room / "in", count)
        good = room / "good"
        self.commands = {
            "build": ["build", str(self.source), "--place", "青海", "-o", "OUT"],
            "draw": ["draw", str(good), "-o", "OUT"],
            "export csv": ["export", str(good), "-f", "csv", "-o", "OUT"],
            "export neo4j": ["export", str(good), "-f", "neo4j", "-o", "OUT"],
            "export gexf": ["export", str(good), "-f", "gexf", "-o", "OUT/g.gexf"],
            "import": ["import", str(good), str(room / "edited.graphml"), "-c", "OUT/c.csv"],
            "resolve": ["resolve", str(room / "extracted.jsonl"), "-o", "OUT/r.jsonl"],
        }
        self.must(["build", str(self.source), "--place", "青海", "-o", str(good)])
        self.must(["export", str(good), "-f", "graphml", "-o", str(room / "edited.graphml")])
        self.must(["read", str(self.source), "-o", str(room / "read.jsonl")])
        self.must(["extract", str(room / "read.jsonl"), "-o", str(room / "extracted.jsonl")])
        edited = (room / "edited.graphml").read_text(encoding="utf-8").replace("青原1号能源有限公司", "青原集团")
        (room / "edited.graphml").write_text(edited, encoding="utf-8")
        self.good: dict[str, dict[str, bytes]] = {}
        self.outputs: dict[str, int] = {}
        self.seconds: dict[str, float] = {}
        for name in self.commands:
            out = room / f"good {name}"
            self.must(self.command(name, out))  # once for all that is read only once
            shutil.rmtree(out)
            begin = time.monotonic()
            self.must(self.command(name, out))
            self.seconds[name] = time.monotonic() - begin
            self.good[name] = contents(out)
            self.outputs[name] = len(self.good[name]) + (3 if name == "build" else 0)

    def command(self, name: str, out: Path) -> list[str]:
        return [str(out) + part[3:] if part.startswith("OUT") else part for part in self.commands[name]]

    def must(self, arguments: list[str]) -> None:
        """Run it in this process, so that its copies need not import and read what it did."""
        from click.testing import CliRunner

        from kg.cli import main

        ran = CliRunner().invoke(main, arguments)
        assert ran.exit_code == 0, ran.output

    def copied(self, arguments: list[str], moment: Moment | None = None) -> Ran:
        return forked(arguments, self.room, moment)

    def run(self, arguments: list[str], *before: str) -> subprocess.CompletedProcess[bytes]:
        """Run it in a new process, as a person does."""
        program = [sys.executable, *before] if before else KG
        where = environment(self.temporary)
        return subprocess.run([*program, *arguments], capture_output=True, check=False, env=where, timeout=3000)

    def compared(self, name: str, out: Path) -> str | None:
        """What differs after the command ran through."""
        ran = self.copied(self.command(name, out))
        if ran.code:
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
        (name, (n, where))
        for name in ground.commands
        for n in range(1, ground.outputs[name] + 1)
        for where in ("before", "behind", "middle")
    ]
    chance.shuffle(moments)
    out = {name: room / f"out {name}" for name in ground.commands}
    for number in range(options.kills * 4 // 5):
        if time.monotonic() > end:
            break
        if moments and number % 3 != 0:
            name, moment = moments.pop()
            ran = ground.copied(ground.command(name, out[name]), moment)
            kind = f"{name} killed {_WORDS[moment[1]]}"
            fault = _told(ran) if ran.code not in (0, -signal.SIGKILL) else None
        else:
            name = chance.choice(sorted(ground.commands))
            how = chance.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGINT, signal.SIGTERM))
            seconds = chance.random() * ground.seconds[name]
            # One in ten in a process of its own, as a person starts it: also while Python itself starts.
            fault = (_signalled if chance.random() < 0.9 else _started)(
                ground, ground.command(name, out[name]), how, seconds
            )
            kind = f"{name} ended by {how.name} at a random moment"
        fault = fault or ground.half(name, out[name])
        # Several kills, one after the other, before one run is let through.
        if fault is None and chance.random() < 0.5:
            fault = ground.compared(name, out[name])
            shutil.rmtree(out[name], ignore_errors=True) if chance.random() < 0.5 else None
        tally.count(kind, fault)
    for name in ground.commands:
        tally.count(f"{name} let through at last", ground.compared(name, out[name]))
    left = [path.name for path in ground.temporary.iterdir()]
    tally.count("temporary folders of the system", f"left: {left}" if len(left) > 1 else None)
    _closed(ground, tally)
    _two(ground, tally, chance)
    loads.run(ground, tally, options.kills - options.kills * 4 // 5, chance)


_WORDS = {
    "before": "before an output became whole",
    "behind": "behind an output",
    "middle": "in the middle of an output",
}


def _told(ran: Ran) -> str | None:
    said = ran.stderr.decode("utf-8", "replace")
    return f"exit {ran.code}: {said[-400:]}" if "Traceback" in said or ran.code is None or ran.code == 70 else None


def _signalled(ground: Ground, arguments: list[str], how: signal.Signals, seconds: float) -> str | None:
    copy = Copy(arguments, ground.room)
    time.sleep(0.02 + seconds)
    os.kill(copy.pid, how)
    return _told(copy.waited())


def _started(ground: Ground, arguments: list[str], how: signal.Signals, seconds: float) -> str | None:
    where = environment(ground.temporary)
    with subprocess.Popen([*KG, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=where) as process:
        time.sleep(seconds * 4)
        process.send_signal(how)
        _, said = process.communicate(timeout=120)
    # While Python itself starts, Ctrl-C is its own business: no line of ours runs yet.
    if b"Traceback" in said and (how is not signal.SIGINT or b"kg/cli/group.py" in said):
        return f"{how.name}: {said.decode('utf-8', 'replace')[-400:]}"
    return None


def _two(ground: Ground, tally: Tally, chance: random.Random) -> None:
    """Two builds into one folder at once: one is told that the other is there, or both are through."""
    for name in ("build", "draw", "export csv", "export gexf") * 2:
        out = ground.room / f"two {name}"
        (ground.room / "one").mkdir(exist_ok=True)
        first = Copy(ground.command(name, out), ground.room / "one")
        time.sleep(chance.random() * ground.seconds[name])
        second = Copy(ground.command(name, out), ground.room)
        ran = (first.waited(), second.waited())
        bad = [_told(one) for one in ran if _told(one)]
        refused = [one for one in ran if one.code == 1 and b"another kg is writing" in one.stderr]
        through = [one for one in ran if one.code == 0]
        fault = bad[0] if bad else None if len(through) + len(refused) == 2 and through else f"ended {ran}"
        tally.count("two at once into one folder", fault or ground.half(name, out) or ground.compared(name, out))


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
