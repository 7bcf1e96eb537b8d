"""Mutated inputs: Hypothesis chooses the damage, a process of its own reads the file, and may neither hang nor die."""

from __future__ import annotations

import faulthandler
import gzip
import hashlib
import multiprocessing
import random
import re
import shutil
import time
from argparse import Namespace
from pathlib import Path
from typing import Any

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings

from torture import damage, patient, targets
from torture.tally import Tally
from torture.targets import Target

_UNEXPECTED = re.compile(r": unexpected \w+: ")  # how kg names errors that nobody thought of
PATIENCE = 20.0
OFTEN = 3000  # inputs that one process reads: what it loses in memory is not to be the machine's end
TOLD = 1000  # inputs from one line of progress to the next
KEPT = Path(__file__).parent / "kept"
LARGE = 100_000  # bytes: what is larger is kept packed


def problem(target: Target, data: bytes, folder: Path) -> str | None:
    """What is wrong with how kg takes the file, or None."""
    from click.testing import CliRunner

    from kg.cli import main

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    target.lay(folder)
    file = folder / target.name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    for command in target.commands:
        arguments = [str(folder) + part[1:] if part == "D" or part.startswith("D/") else part for part in command]
        ran = CliRunner().invoke(main, arguments)
        if ran.exception is not None and not isinstance(ran.exception, SystemExit):
            return f"{command[0]}: {type(ran.exception).__name__}: {str(ran.exception)[:200]}"
        said = ran.stderr
        if "Traceback" in said or _UNEXPECTED.search(said) or "took longer than" in said:
            return f"{command[0]}: {said.strip()[:300]}"
        if ran.exit_code not in (0, 1, 2):
            return f"{command[0]}: exit {ran.exit_code}"
    return None


def _serve(connection: Any, all_targets: list[Target], folder: Path) -> None:
    faulthandler.disable()  # that it died is told by the one who asks
    while True:
        number, data = connection.recv()
        try:
            connection.send(problem(all_targets[number], data, folder))
        except BaseException as error:
            connection.send(f"the harness: {type(error).__name__}: {error}")


class Reader:
    """A process that reads one file after the other; one that hangs or dies is replaced, and that is a fault."""

    def __init__(self, all_targets: list[Target], folder: Path) -> None:
        self.targets, self._folder = all_targets, folder
        self._start()

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def _start(self) -> None:
        context = multiprocessing.get_context("fork")
        self._connection, theirs = context.Pipe()
        self._asked = 0
        self._process = context.Process(target=_serve, args=(theirs, self.targets, self._folder))
        self._process.start()
        theirs.close()

    def ask(self, number: int, data: bytes) -> str | None:
        self._asked += 1
        if self._asked > OFTEN:
            self._end()
            self._start()
        try:
            self._connection.send((number, data))
            if patient.until(lambda: self._connection.poll(1), self._process.pid, PATIENCE * 3):
                found: str | None = self._connection.recv()
                return found
            said = f"hangs: no answer in {PATIENCE * 3:.0f} s"
        except (EOFError, OSError):
            said = "the process died"
        self._end()
        self._start()
        return said

    def _end(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()


def keep(target: Target, data: bytes) -> Path:
    path = KEPT / f"{target.name.replace('/', '+')}.{hashlib.sha256(data).hexdigest()[:12]}"
    if len(data) > LARGE:
        path = path.with_name(f"{path.name}.gz")
        data = gzip.compress(data, mtime=0)
    path.write_bytes(data)
    return path


def kept(path: Path) -> tuple[str, bytes]:
    """The name of its target, and the bytes, of a file that was kept."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return path.name.removesuffix(".gz").rpartition(".")[0].replace("+", "/"), data


def made(room: Path) -> list[Target]:
    """All targets; a small build is made for those that are read back."""
    from click.testing import CliRunner

    from kg.cli import main

    source, out = targets.folder(room / "in"), room / "out"
    steps = {
        "read": ["read", str(source), "--place", "青海"],
        "extract": ["extract", str(room / "read.jsonl")],
        "resolve": ["resolve", str(room / "extract.jsonl")],
        "annotate": ["annotate", str(source)],
    }
    for name, command in steps.items():
        ran = CliRunner().invoke(main, [*command, "-o", str(room / f"{name}.jsonl")])
        assert ran.exit_code == 0, ran.output
    ran = CliRunner().invoke(main, ["build", str(source), "--no-cache", "--place", "青海", "-o", str(out)])
    assert ran.exit_code == 0, ran.output
    return [*targets.readers(), *targets.kept(out, {name: room / f"{name}.jsonl" for name in steps})]


def run(room: Path, tally: Tally, end: float, options: Namespace) -> None:
    everything = made(room)
    order, left, batch = random.Random(options.seed), options.inputs, 0
    with Reader(everything, room / "work") as reader:
        while left > 0 and time.monotonic() < end:
            (number,) = order.choices(range(len(everything)), [target.weight for target in everything])
            batch += 1
            before = options.inputs - left
            left -= _batch(reader, number, tally, min(left, 25), (options.seed + batch, end))
            if before // TOLD != (options.inputs - left) // TOLD:
                print(f"… {options.inputs - left} inputs, {len(tally.faults)} faults", flush=True)


def _batch(reader: Reader, number: int, tally: Tally, size: int, when: tuple[int, float]) -> int:
    tried, target = 0, reader.targets[number]

    @hypothesis.seed(when[0])
    @settings(max_examples=size, deadline=None, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(damage.strategy(target.form))
    def one(change: tuple[str, Any]) -> None:
        nonlocal tried
        if time.monotonic() > when[1]:
            return
        tried += 1
        data = damage.apply(target.good, *change)
        fault = reader.ask(number, data)
        tally.count(f"mutated inputs: {target.title}", fault and f"{fault} [{keep(target, data).name}]")

    one()
    return max(tried, 1)
