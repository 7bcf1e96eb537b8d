"""Mutated inputs: Hypothesis chooses the damage, a process of its own reads the file, and may neither hang nor die."""

from __future__ import annotations

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
from hypothesis import strategies as st

from torture import targets
from torture.tally import Tally
from torture.targets import Target

_UNEXPECTED = re.compile(r": unexpected \w+: ")  # how kg names errors that nobody thought of
PATIENCE = 20.0
KEPT = Path(__file__).parent / "kept"
TOKENS = (
    *(b"", b"\xff", b"\x00", b"null", b"true", b"-1", b"1e999", b"[", b"]", b"{", b"}", b'"', b",", b":", b"\\ud800"),
    *(b"[" * 5000, b"9" * 5000, "会".encode() * 3000, "、".encode() * 2000, b"\n" * 2000, b"(" * 3000, b"<p>" * 3000),
    *("省委书记".encode() * 500, "\u202e\u2028".encode(), b"\x1b[31m", b"&amp;", b"<!--", b"]]>", b"=1+1", b"'"),
    *("李文达、".encode() * 1500, "在".encode() + "青".encode() * 4000, b"2024\xe5\xb9\xb4" * 700),
)
edits = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.sampled_from((0, 0, 1, 2, 8, 64, 4096)),
        st.one_of(
            st.sampled_from(TOKENS),
            st.binary(max_size=12),
            st.text(max_size=8).map(lambda s: s.encode("utf-8", "replace")),
        ),
    ),
    min_size=1,
    max_size=5,
)


def mutated(good: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    data = bytearray(good)
    for share, cut, put in changes:
        at = int(share * (len(data) + 1))
        data[at : at + cut] = put
    return bytes(data)


def problem(target: Target, data: bytes, folder: Path) -> str | None:
    """What is wrong with how kg takes the file, or None."""
    from click.testing import CliRunner

    from kg.cli import main

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    target.lay(folder)
    (folder / target.name).write_bytes(data)
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
    while True:
        number, data = connection.recv()
        try:
            connection.send(problem(all_targets[number], data, folder))
        except BaseException as error:
            connection.send(f"the harness: {type(error).__name__}: {error}")


class Reader:
    """A process that reads one file after the other; one that hangs or dies is replaced, and that is a fault."""

    def __init__(self, all_targets: list[Target], folder: Path) -> None:
        self._targets, self._folder = all_targets, folder
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("fork")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._targets, self._folder), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, number: int, data: bytes) -> str | None:
        self._connection.send((number, data))
        try:
            if self._connection.poll(PATIENCE * 3):
                found: str | None = self._connection.recv()
                return found
            said = f"hangs: no answer in {PATIENCE * 3:.0f} s"
        except EOFError:
            said = "the process died"
        self._process.kill()
        self._process.join()
        self._start()
        return said


def keep(target: Target, data: bytes) -> Path:
    path = KEPT / f"{target.name}.{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    return path


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
    (out / "graph.lbug").unlink(missing_ok=True)
    return [*targets.readers(), *targets.kept(out, {name: room / f"{name}.jsonl" for name in steps})]


def run(room: Path, tally: Tally, end: float, options: Namespace) -> None:
    everything = made(room)
    reader = Reader(everything, room / "work")
    order = random.Random(options.seed)
    left, batch = options.inputs, 0
    while left > 0 and time.monotonic() < end:
        (number,) = order.choices(range(len(everything)), [target.weight for target in everything])
        batch += 1
        left -= _batch(reader, everything[number], number, tally, min(left, 25), (options.seed + batch, end))


def _batch(reader: Reader, target: Target, number: int, tally: Tally, size: int, when: tuple[int, float]) -> int:
    tried = 0

    @hypothesis.seed(when[0])
    @settings(max_examples=size, deadline=None, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(edits)
    def one(changes: list[tuple[float, int, bytes]]) -> None:
        nonlocal tried
        if time.monotonic() > when[1]:
            return
        tried += 1
        data = mutated(target.good, changes)
        fault = reader.ask(number, data)
        where = f"{target.name} ({target.commands[0][0]})"
        tally.count(f"mutated inputs: {where}", fault and f"{fault} [{keep(target, data).name}]")

    one()
    return max(tried, 1)
