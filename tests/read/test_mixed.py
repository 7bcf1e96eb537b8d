"""Folders of all kinds, a fifth of the files broken (tests/read/mixed.py): the rest is read, the broken are named."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from read.mixed import make

_SKIPPED = re.compile(r"skipped: ([^:]*?broken_\d+[^:/]*)[^:]*?(?::\d+)?: (.*)")


def _check(folder: Path, broken: dict[str, str], articles: list[dict], told: str) -> None:
    """Every whole file gives its article, none of the others does, and each of these is named with its reason."""
    whole = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.is_file()} - set(broken)
    read = {name for article in articles for name in whole if article["document"].startswith(name)}
    assert read == whole
    assert len(articles) == len(whole)
    assert all(article["date"] and article["date"].startswith("2024-05-") for article in articles)
    named = {match[1]: match[2] for line in told.splitlines() if (match := _SKIPPED.match(line))}
    assert set(named) == set(broken)
    assert [(name, named[name]) for name, why in broken.items() if why not in named[name]] == []


# Started for one run, since the system tells of all that a process ever waited for the largest only.
_MEASURED = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "kg", *sys.argv[2:]])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as file:
    print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, file=file)
sys.exit(done.returncode)
"""


def _run(figures: Path, *words: str) -> tuple[subprocess.CompletedProcess[str], float, float]:
    """kg with these words; how many seconds of a core it took, and how many MiB the largest of its processes."""
    command = [sys.executable, "-c", _MEASURED, str(figures), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds, size = map(float, figures.read_text(encoding="utf-8").split())
    return done, seconds, size


def test_a_folder_of_all_kinds_with_broken_files(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    broken = make(pages, 95)
    done, *_ = _run(tmp_path / "figures", "read", str(pages))
    assert done.returncode == 1
    _check(pages, broken, [json.loads(line) for line in done.stdout.splitlines()], done.stderr)


@pytest.mark.slow
def test_a_thousand_files_are_built_in_bounded_time_and_memory(tmp_path: Path) -> None:
    pages, out = tmp_path / "pages", tmp_path / "out"
    broken = make(pages, 1000)
    done, seconds, size = _run(tmp_path / "figures", "build", str(pages), "-o", str(out))
    assert done.returncode == 1
    articles = [json.loads(line) for line in (out / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    _check(pages, broken, articles, done.stderr)
    assert f"skipped {len(broken)}" in re.sub(" +", " ", done.stdout)
    assert seconds < 240  # 33 s and 410 MiB where this was written
    assert size < 1500
