"""No regular expression of the package takes more than about linear time (tests/pumping.py says how that is tried)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pumping
import pytest

SCRIPT = Path(pumping.__file__)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")


def verdicts(patterns: list[pumping.Noted], folder: Path) -> list[str]:
    """A line for each pattern that is slow, or never ends: then the next process goes on behind it."""
    file, log = folder / "patterns.json", folder / "log.jsonl"
    file.write_text(json.dumps(patterns), encoding="utf-8")
    log.touch()
    begin, found = 0, []
    while begin < len(patterns):
        ended = run("probe", str(file), str(begin), str(log))
        lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
        if ended.returncode == 0:
            break
        assert lines and "begin" in lines[-1], ended.stderr
        begin = lines[-1]["begin"] + 1
        found.append(f"{patterns[begin - 1][2]}: no end in sight: {patterns[begin - 1][0][:200]}")
    for line in map(json.loads, log.read_text(encoding="utf-8").splitlines()):
        if line.get("fault"):
            source, _, where, _ = patterns[line["index"]]
            found.append(f"{where}: {line['fault']}: {source[:200]}")
    return found


@pytest.mark.slow
def test_every_pattern_is_about_linear(tmp_path: Path) -> None:
    file = tmp_path / "collected.json"
    collected = run("collect", str(file))
    assert collected.returncode == 0, collected.stderr
    patterns = json.loads(file.read_text(encoding="utf-8"))
    assert len(patterns) > 500
    found = verdicts(patterns, tmp_path)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"(?:(.{1,60}?)\1+)+", "fullmatch"),  # doubles with each character: a line of fillers never ended
        (r"(?:在[^,。]{2,12}|先后)*(?:说|讲)", "match"),
        (r"[\u3400-\u9fff]{2,}(?:园区|新区)", "finditer"),  # each start looks at all the rest
        (r"\s*(.*?)\s*;?\s*$", "match"),
    ],
)
def test_bad_patterns_are_seen(pattern: str, method: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_PATIENCE", "3")
    assert len(verdicts([(pattern, 32, "here:1", [method])], tmp_path)) == 1


def test_a_good_pattern_is_let_through(tmp_path: Path) -> None:
    assert verdicts([(r"[\u3400-\u9fff]{2,20}(?:园区|新区)", 32, "here:1", ["finditer"])], tmp_path) == []
