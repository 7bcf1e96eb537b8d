"""What `make torture` has found once is read again: each file in torture/kept goes through the command that failed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from argparse import Namespace
from pathlib import Path

import pytest
from torture import damage, fuzz, guided, patient, targets
from torture.tally import Tally

KEPT = sorted(path for path in fuzz.KEPT.iterdir() if not path.name.startswith("."))


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    """A process of its own: the engine dies of some databases, and is not to take the tests with it."""
    folder = tmp_path_factory.mktemp("kept")
    with fuzz.Reader(fuzz.made(folder), folder / "work") as reading:
        yield reading


@pytest.mark.parametrize("path", KEPT, ids=[path.name for path in KEPT])
def test_what_failed_once_is_told_or_read(path: Path, reader):
    name, data = fuzz.kept(path)
    fitting = [number for number, target in enumerate(reader.targets) if target.name == name]
    assert fitting
    for number in fitting:
        assert reader.ask(number, data) is None


@pytest.mark.slow
def test_a_few_inputs_of_every_kind(reader):
    """Damage of the same kind on every run; `make torture` looks further."""
    for number, target in enumerate(reader.targets):
        for changes in (
            [(0.5, 8, b"\xff")],
            [(0.3, 0, b"[" * 5000)],
            [(0.9, 4096, b"")],
            [(0.1, 1, b"null"), (0.6, 64, b"\\ud800")],
        ):
            data = damage.mutated(target.good, changes)
            assert reader.ask(number, data) is None, (target.name, changes)


@pytest.mark.parametrize(
    ("how", "said"), [(lambda: "read: KeyError: x", "read: KeyError: x"), (os.abort, "the process died")]
)
def test_what_atheris_finds_is_kept(how, said, tmp_path, monkeypatch):
    pytest.importorskip("atheris")
    monkeypatch.setattr(fuzz, "KEPT", tmp_path)
    monkeypatch.setattr(fuzz, "problem", lambda target, data, folder: how() if b"\xff" in data else None)
    target = targets.Target("p.txt", "青海".encode(), (("read", "D/p.txt"),))
    tried, fault = guided._one(target, tmp_path / "room", 30, 1)
    (kept,) = tmp_path.glob("p.txt.*")
    assert tried > 0
    assert fault == f"{said} [{kept.name}]"
    assert b"\xff" in kept.read_bytes()


def test_without_atheris_its_part_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(guided, "find_spec", lambda name: None)
    tally = Tally(1)
    guided.run(tmp_path, tally, 0.0, Namespace(seed=1))
    assert "Atheris is not installed" in capsys.readouterr().out
    assert not tally.tried


def test_who_waits_for_others_does_not_hang():
    """A process that sleeps is given its time many times over; one that works is not."""
    for code, ends in (("import time; time.sleep(1.2)", True), ("while True: pass", False)):
        with subprocess.Popen([sys.executable, "-c", code]) as process:
            told = patient.until(lambda: process.poll() is not None or time.sleep(0.01), process.pid, 0.2)
            process.kill()
        assert told is ends
