"""One at a time in a folder, and nothing left behind, however a run ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from pages import contents, pages

from kg.cli import main
from kg.errors import UserError
from kg.pipeline.alone import alone, scratch
from kg.pipeline.build import build
from kg.pipeline.stages import Workers
from kg.read import ReadOptions, find_sources

HOLD = "import sys; from pathlib import Path; from kg.pipeline.alone import alone, scratch\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def waiting(code: str, **environment: str) -> subprocess.Popen[str]:
    """A process that runs the code, says what it has and waits."""
    script = f"{HOLD}with {code} as held:\n    print(held, flush=True)\n    sys.stdin.read()\n"
    whole = {**os.environ, **environment}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-c", script], text=True, env=whole, **pipes)


def test_a_second_build_into_one_folder_is_told_and_changes_nothing(tmp_path):
    pages(tmp_path / "in", 2)
    out = tmp_path / "out"
    build(find_sources([tmp_path / "in"]), out, ReadOptions(place="青海"), Workers())
    before = contents(out)
    pages(tmp_path / "in", 3)
    with waiting(f"alone(Path({str(out)!r}))") as other:
        assert other.stdout.readline()
        for command in (["build", str(tmp_path / "in")], ["draw", str(out)], ["export", str(out), "-f", "csv"]):
            ran = CliRunner().invoke(main, [*command, "-o", str(out)])
            assert ran.exit_code == 1 and isinstance(ran.exception, SystemExit)
            assert f"Error: {out}: another kg is writing there" in ran.stderr
        assert contents(out) == before
        other.kill()
    assert CliRunner().invoke(main, ["build", str(tmp_path / "in"), "-o", str(out)]).exit_code == 0


@pytest.mark.slow
def test_two_builds_at_once_leave_what_one_would(tmp_path):
    pages(tmp_path / "in", 2)
    command = [sys.executable, "-m", "kg", "build", str(tmp_path / "in"), "--place", "青海", "-o"]
    both = [subprocess.Popen([*command, str(tmp_path / "out")], stderr=subprocess.PIPE, text=True) for _ in range(2)]
    told = [process.communicate()[1] for process in both]
    assert sorted(process.returncode for process in both) == [0, 1], told
    assert any("another kg is writing there" in text for text in told)
    build(find_sources([tmp_path / "in"]), tmp_path / "one", ReadOptions(place="青海"), Workers())
    assert contents(tmp_path / "out") == contents(tmp_path / "one")


def test_the_lock_is_no_file_and_an_empty_folder_does_not_stay(tmp_path):
    with alone(tmp_path / "a" / "b"):
        assert sys.platform == "win32" or list((tmp_path / "a" / "b").iterdir()) == []
    assert not (tmp_path / "a" / "b").exists()
    (tmp_path / "c").mkdir()
    with alone(tmp_path / "c"):
        pass
    assert (tmp_path / "c").is_dir()


def test_what_a_killed_run_left_half_written_goes(tmp_path):
    (tmp_path / ".kg-0123456789abcdef.part").write_text("half a map")
    (tmp_path / ".kg-fedcba9876543210.partial").mkdir()
    (tmp_path / ".kg-fedcba9876543210.partial" / "nodes.csv").write_text("half a table")
    (tmp_path / "kept.html").write_text("whole")
    with alone(tmp_path):
        assert [path.name for path in tmp_path.iterdir()] == ["kept.html"]


def test_nobody_else_is_let_in(tmp_path):
    with alone(tmp_path), pytest.raises(UserError, match="another kg"), alone(tmp_path):
        pytest.fail("two are inside")


@posix
def test_scratch_that_a_killed_run_left_goes_with_the_next_one(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "of another program").mkdir()
    with waiting("scratch()", TMPDIR=str(tmp_path)) as dead, waiting("scratch()", TMPDIR=str(tmp_path)) as alive:
        left, held = Path(dead.stdout.readline().strip()), Path(alive.stdout.readline().strip())
        dead.kill()
        dead.wait()
        assert left.parent == tmp_path and left.is_dir()
        with scratch():
            assert not left.exists() and held.is_dir()
        alive.stdin.close()
        assert alive.wait() == 0
    assert [path.name for path in tmp_path.iterdir()] == ["of another program"]


@posix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_run_that_is_told_to_end_leaves_nothing_half_done(number, tmp_path):
    temporary, out = tmp_path / "tmp", tmp_path / "out"
    temporary.mkdir()
    pages(tmp_path / "in", 12)
    command = [sys.executable, "-m", "kg", "build", "-", str(tmp_path / "in"), "-o", str(out), "--place", "青海"]
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        process.stdin.write("本报讯 李文达会见周明远。".encode())
        process.stdin.close()
        limit = time.monotonic() + 60
        while len(list(out.rglob("*.jsonl"))) < 3:
            assert time.monotonic() < limit and process.poll() is None
            time.sleep(0.01)
        assert list(temporary.iterdir())
        process.send_signal(number)
        told = process.stderr.read().decode()
    assert process.returncode == 128 + number
    assert "Traceback" not in told
    assert list(temporary.iterdir()) == []
    assert not list(out.rglob(".kg-*"))
