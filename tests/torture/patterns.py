"""Every pattern of the package with long runs of what it mentions (tests/pumping.py), each with a bound of time."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pumping

from torture.tally import Tally

SCRIPT = Path(pumping.__file__)


def run(room: Path, tally: Tally, end: float, options: Namespace) -> None:
    """All patterns, or those for which there is time, beginning at one that the seed chooses."""
    found = collected(room)
    first = options.seed % len(found)
    turned = [*found[first:], *found[:first]]
    faults, tried = verdicts(turned, room, end)
    for number in range(tried):
        tally.count("patterns with long runs", faults[number] if number < len(faults) else None)
    if tried < len(found):
        print(f"left out for lack of time: {len(found) - tried} patterns", flush=True)


def collected(folder: Path) -> list[pumping.Noted]:
    """The patterns of the package, as `pumping.collect` notes them in a process of its own."""
    file = folder / "collected.json"
    ended = subprocess.run(_command("collect", file), check=False, capture_output=True, text=True, encoding="utf-8")
    assert ended.returncode == 0, ended.stderr
    patterns: list[pumping.Noted] = json.loads(file.read_text(encoding="utf-8"))
    return patterns


def verdicts(patterns: Sequence[pumping.Noted], folder: Path, end: float | None = None) -> tuple[list[str], int]:
    """A line for each pattern that is slow or never ends (the next process goes on behind it); and how many were tried.

    end: when no more are tried, in seconds of `time.monotonic`.
    """
    file, log = folder / "patterns.json", folder / "log.jsonl"
    file.write_text(json.dumps(list(patterns)), encoding="utf-8")
    log.touch()
    begin, found, endless = 0, [], 0
    while begin < len(patterns) and (end is None or time.monotonic() < end):
        try:
            ended = subprocess.run(
                _command("probe", file, str(begin), log), check=False, capture_output=True, text=True, encoding="utf-8",
                timeout=None if end is None else max(end - time.monotonic(), 1),
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            break
        lines = _lines(log)
        if ended.returncode == 0:
            break
        assert lines and "begin" in lines[-1], ended.stderr
        begin, endless = lines[-1]["begin"] + 1, endless + 1
        found.append(f"{patterns[begin - 1][2]}: no end in sight: {patterns[begin - 1][0][:200]}")
    judged = [line for line in _lines(log) if "index" in line]
    for line in judged:
        if line["fault"]:
            source, _, where, _ = patterns[line["index"]]
            found.append(f"{where}: {line['fault']}: {source[:200]}")
    return found, len(judged) + endless


def _command(*arguments: str | Path) -> list[str]:
    return [sys.executable, str(SCRIPT), *map(str, arguments)]


def _lines(log: Path) -> list[dict[str, Any]]:
    """The lines of a log; one that its process did not finish is left out."""
    whole, _, _ = log.read_text(encoding="utf-8").rpartition("\n")
    return [json.loads(line) for line in whole.splitlines()]
