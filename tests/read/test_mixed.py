"""Folders of all kinds, a fifth of the files broken (tests/read/mixed.py): the rest is read, the broken are named."""

import json
import re
import resource
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


def _run(*words: str) -> tuple[subprocess.CompletedProcess[str], float, float]:
    """kg with these words; how many seconds of a core it took, and how many MiB the largest of the processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-m", "kg", *words], capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return done, seconds, after.ru_maxrss / 1024


def test_a_folder_of_all_kinds_with_broken_files(tmp_path: Path) -> None:
    broken = make(tmp_path, 95)
    done, *_ = _run("read", str(tmp_path))
    assert done.returncode == 1
    _check(tmp_path, broken, [json.loads(line) for line in done.stdout.splitlines()], done.stderr)


@pytest.mark.slow
def test_a_thousand_files_are_built_in_bounded_time_and_memory(tmp_path: Path) -> None:
    pages, out = tmp_path / "pages", tmp_path / "out"
    broken = make(pages, 1000)
    done, seconds, size = _run("build", str(pages), "-o", str(out))
    assert done.returncode == 1
    articles = [json.loads(line) for line in (out / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    _check(pages, broken, articles, done.stderr)
    assert f"skipped {len(broken)}" in re.sub(" +", " ", done.stdout)
    assert seconds < 240  # 33 s and 410 MiB where this was written
    assert size < 1500
