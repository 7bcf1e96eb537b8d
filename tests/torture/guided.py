"""Inputs that coverage of kg's own code leads to, by Atheris (libFuzzer) where it is installed: what Hypothesis, which
chooses blindly, comes to by chance only.

`python -m torture.guided ROOM SECONDS SEED` imports all of kg with Atheris watching, then lets a copy of itself try
each of some targets for a while; `run` starts it and counts. What fails is kept like other inputs.
"""

from __future__ import annotations

import faulthandler
import importlib
import json
import os
import pkgutil
import random
import re
import subprocess
import sys
import time
from argparse import Namespace
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

from torture import fuzz, patient
from torture.tally import Tally
from torture.targets import Target

ENOUGH = 20.0  # seconds for one target, at least; where there is less time, fewer targets have their turn
_QUICK = ("read", "schema", "extract", "resolve", "correct", "import", "evaluate", "verify")  # no engine, no drawing
_UNITS = re.compile(r"^#(\d+)\s", re.MULTILINE)  # how libFuzzer numbers what it has tried


def run(room: Path, tally: Tally, end: float, options: Namespace) -> None:
    if find_spec("atheris") is None:
        print("left out: Atheris is not installed here (pip install 'kg[fuzz]', on Linux)", flush=True)
        return
    from torture.ends import environment

    (room / "tmp").mkdir()
    seconds = max(end - time.monotonic(), ENOUGH)
    command = [sys.executable, "-m", "torture.guided", str(room), f"{seconds:.0f}", str(options.seed)]
    with (room / "log").open("wb") as log:  # Atheris names each module that it watches
        ran = subprocess.run(command, env=environment(room / "tmp"), stderr=log, check=False)
    told = room / "told.jsonl"
    for line in told.read_text("utf-8").splitlines() if told.exists() else ():
        found = json.loads(line)
        for number in range(found["tried"]):
            tally.count(f"inputs led by coverage: {found['title']}", found["fault"] if number == 0 else None)
    if ran.returncode:
        tally.count("inputs led by coverage", f"the harness: {(room / 'log').read_text('utf-8', 'replace')[-400:]}")


def main(room: Path, seconds: float, seed: int) -> None:
    begin = time.monotonic()
    _watched()
    targets = [target for target in fuzz.made(room) if target.commands[0][0] in _QUICK]
    left = seconds - (time.monotonic() - begin)
    chosen = random.Random(seed).sample(targets, min(len(targets), max(1, int(left / ENOUGH))))
    with (room / "told.jsonl").open("w", encoding="utf-8") as file:
        for number, target in enumerate(chosen):
            share = max((seconds - (time.monotonic() - begin)) / (len(chosen) - number), ENOUGH / 2)
            tried, fault = _one(target, room / str(number), share, seed)
            print(f"… {target.title}: {tried} inputs, {fault or 'no fault'}", flush=True)
            file.write(json.dumps({"title": target.title, "tried": tried, "fault": fault}) + "\n")
            file.flush()


def _watched() -> None:
    """Import everything of kg with Atheris counting the branches that its code takes."""
    import atheris

    for name in [name for name in sys.modules if name.split(".")[0] == "kg"]:
        del sys.modules[name]
    with atheris.instrument_imports(include=["kg"]):
        import kg

        for module in pkgutil.walk_packages(kg.__path__, "kg."):
            if not module.name.startswith(("kg.spark", "kg.__main__", "kg.store.helper")):
                try:
                    importlib.import_module(module.name)
                except ImportError:  # an extra that is not installed
                    continue


def _one(target: Target, room: Path, seconds: float, seed: int) -> tuple[int, str | None]:
    """How many inputs were tried in a copy of this process, and what was wrong with the last."""
    (room / "corpus").mkdir(parents=True)
    (room / "corpus" / "good").write_bytes(target.good)
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        _fuzz(target, room, seconds, seed)
    status = 0

    def ended() -> bool:
        nonlocal status
        time.sleep(0.1)
        done, status = os.waitpid(pid, os.WNOHANG)
        return bool(done)

    hangs = not patient.until(ended, pid, seconds + fuzz.PATIENCE * 3)
    if hangs:
        os.kill(pid, 9)
        os.waitpid(pid, 0)
    tried = max(map(int, _UNITS.findall((room / "log").read_text("utf-8", "replace"))), default=0)
    if not hangs and os.waitstatus_to_exitcode(status) == 0:
        return max(tried, 1), None
    why = room / "why"
    said = "hangs" if hangs else why.read_text("utf-8") if why.exists() else "the process died"
    last = room / "last"
    return max(tried, 1), f"{said} [{fuzz.keep(target, last.read_bytes()).name if last.exists() else 'before any'}]"


def _fuzz(target: Target, room: Path, seconds: float, seed: int) -> NoReturn:
    import atheris

    try:
        faulthandler.disable()
        log = os.open(room / "log", os.O_WRONLY | os.O_CREAT)
        os.dup2(log, 1)
        os.dup2(log, 2)

        def tried(data: bytes) -> None:
            (room / "last").write_bytes(data)
            wrong = fuzz.problem(target, data, room / "work")
            if wrong:
                (room / "why").write_text(wrong, "utf-8", "replace")
                raise AssertionError(wrong)

        flags = {"max_total_time": int(seconds), "seed": seed % 2**31 + 1, "max_len": 2 * len(target.good) + 64,
                 "timeout": 0, "detect_leaks": 0, "artifact_prefix": f"{room}/", "rss_limit_mb": 0}  # fmt: skip
        atheris.Setup(["kg", *(f"-{name}={value}" for name, value in flags.items()), str(room / "corpus")], tried)
        atheris.Fuzz()
    finally:
        os._exit(70)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]))
