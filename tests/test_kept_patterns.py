from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg import patterns

PAGE = """\
青江两项工程开工
　　本报讯（记者 李文达）5月3日，宁河市委书记周明远在青江会见云岭集团董事长赵立新，双方签署战略合作协议。
"""


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """What a process keeps in a file of its own, asked by `re` as long as the test runs."""
    return asked(tmp_path / "kept.patterns", monkeypatch)


def asked(file: Path, monkeypatch: pytest.MonkeyPatch) -> patterns._Patterns:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    found = patterns._Patterns(file)
    monkeypatch.setattr(patterns._compiler, "compile", found.compile)
    re.purge()
    return found


def in_module(name: str, code: str) -> dict[str, object]:
    """The names of a module that holds such code."""
    names: dict[str, object] = {"__name__": name, "re": re}
    exec(code, names)
    return names


def run(cache: Path, *arguments: str, page: str = PAGE) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(cache)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *arguments]
    return subprocess.run(command, input=page.encode(), capture_output=True, env=environment, check=False)


def test_patterns_of_the_package_are_kept(kept, tmp_path, monkeypatch):
    code = r"FOUND = re.compile('(?P<name>[李王]..)会见(?:一)?', re.M), re.compile('李' * 3)"
    first = in_module("kg.made_up", code)["FOUND"]
    kept.save()
    again = asked(tmp_path / "kept.patterns", monkeypatch)
    monkeypatch.setattr(patterns, "_compile", lambda *_: pytest.fail("compiled again"))
    second = in_module("kg.made_up", code)["FOUND"]
    assert first == second and again._new == {}
    assert second[0].search("\n李文达会见").groupdict() == {"name": "李文达"}


@pytest.mark.parametrize(
    "code",
    [
        "def search(name): return re.compile(name)\nsearch('李文达')",
        "def search(*names): return [re.compile(name) for name in names]\nsearch('李文达')",
        "def search(name):\n    def inner(): return re.compile(name)\n    return inner()\nsearch('李文达')",
    ],
)
def test_text_of_a_user_is_not_kept(code, kept, tmp_path):
    in_module("kg.made_up", code)
    kept.save()
    assert not (tmp_path / "kept.patterns").exists()


def test_patterns_of_others_are_left_alone(kept, tmp_path):
    in_module("kgraph.made_up", "FOUND = re.compile('李..')")
    kept.save()
    assert not (tmp_path / "kept.patterns").exists()


def test_nothing_is_kept_where_python_keeps_nothing(kept, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    in_module("kg.made_up", "FOUND = re.compile('李..')")
    kept.save()
    assert not (tmp_path / "kept.patterns").exists()


@pytest.mark.parametrize("harm", ["damaged", "cut", "of another Python", "empty", "a folder"])
def test_a_file_that_does_not_fit_is_made_anew(harm, kept, tmp_path, monkeypatch):
    file = tmp_path / "kept.patterns"
    code = "FOUND = re.compile('[李王]..')"
    in_module("kg.made_up", code)
    if harm == "of another Python":
        with monkeypatch.context() as then:
            then.setattr(patterns, "_STAMP", ("3.0", *patterns._STAMP[1:]))
            kept.save()
    else:
        kept.save()
        good = file.read_bytes()
        bad = {"damaged": good[:-9] + b"\0" + good[-8:], "cut": good[:-9], "empty": b"", "a folder": b""}[harm]
        file.write_bytes(bad)
    if harm == "a folder":
        file.unlink()
        file.mkdir()
    again = asked(file, monkeypatch)
    assert in_module("kg.made_up", code)["FOUND"] == re.compile("[李王]..")
    if harm != "a folder":
        again.save()
        assert patterns._read(file)


def test_what_is_of_older_versions_goes_in_the_end(kept, tmp_path, monkeypatch):
    monkeypatch.setattr(patterns, "_MOST", 2)
    for number in range(5):
        in_module("kg.made_up", f"FOUND = re.compile('李{{{number}}}')")
        kept.save()
    assert len(patterns._read(tmp_path / "kept.patterns")) <= 2


@pytest.mark.slow
def test_commands_say_the_same_with_patterns_that_were_kept(tmp_path):
    """And every pattern in the file is what `re` makes of its text."""
    cache, command = tmp_path / "cache", ("-m", "kg", "annotate", "-")
    first = run(cache, *command)
    assert first.returncode == 0, first.stderr
    (file,) = cache.rglob("*.patterns")
    known = patterns._read(file)
    assert len(known) > 1000
    for (text, flags), made in known.items():
        assert made == patterns._made(text, flags)
        assert patterns._engine.compile(text, made[0], list(memoryview(made[1]).cast("I")), *made[2:]) == re.compile(
            text, flags
        )
    before = file.read_bytes()
    second = run(cache, *command)
    assert second.stdout == first.stdout and file.read_bytes() == before
    assert "周明远" not in "".join(text for text, _ in known)
