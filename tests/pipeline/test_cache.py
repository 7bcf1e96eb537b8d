from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from kg.model import Article
from kg.pipeline.cache import SOURCES, Cache, rules_version

ARTICLE = Article("页.txt#0", "页.txt", 0, "题", "周望山到西宁。")
LINES = ['{"一": "行"}', '{"二": "\u2028"}', ""]


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path, "v1")


def test_what_was_put_is_got(cache):
    assert cache.get(ARTICLE) is None
    cache.put(ARTICLE, LINES)
    assert cache.get(ARTICLE) == LINES


@pytest.mark.parametrize("change", [{"text": "周望山到海东。"}, {"date": "2024-03-01"}, {"place": "青海"}])
def test_another_article_is_another_entry(cache, change):
    cache.put(ARTICLE, LINES)
    assert cache.get(replace(ARTICLE, **change)) is None


def test_another_version_of_the_rules_is_another_entry(cache):
    cache.put(ARTICLE, LINES)
    assert Cache(cache.folder, "v2").get(ARTICLE) is None


@pytest.mark.parametrize("damage", [lambda b: b[:-3], lambda b: b"", lambda b: b.replace(b"\xe4", b"\xe5", 1)])
def test_a_damaged_entry_is_no_entry(cache, damage):
    cache.put(ARTICLE, LINES)
    (path,) = (path for path in cache.folder.rglob("*") if path.is_file())
    path.write_bytes(damage(path.read_bytes()))
    assert cache.get(ARTICLE) is None
    cache.put(ARTICLE, LINES)
    assert cache.get(ARTICLE) == LINES


def test_a_whole_entry_of_another_article_is_none_of_this_one(cache):
    other = replace(ARTICLE, text="周望山到海东。")
    cache.put(other, LINES)
    (theirs,) = cache.folder.rglob("*.jsonl")
    cache.put(ARTICLE, ["ours"])
    (ours,) = set(cache.folder.rglob("*.jsonl")) - {theirs}
    ours.write_bytes(theirs.read_bytes())
    assert cache.get(ARTICLE) is None


def test_a_folder_or_a_link_where_an_entry_should_be_is_replaced(cache):
    cache.put(ARTICLE, LINES)
    (path,) = cache.folder.rglob("*.jsonl")
    for spoil in (path.mkdir, lambda: path.symlink_to(path.name)):
        path.unlink()
        spoil()
        assert cache.get(ARTICLE) is None
        cache.put(ARTICLE, LINES)
        assert cache.get(ARTICLE) == LINES


def test_the_version_knows_everything_that_extraction_imports():
    """What a fresh process has imported after extracting is covered by SOURCES, or is this list of bystanders."""
    script = (
        "import json, sys; from kg.model import Article; from kg.extract import extract;"
        "extract(Article('a#0', 'a', 0, '', '周望山到西宁。')); print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    modules = [name.split(".")[1] for name in json.loads(done.stdout) if name.startswith("kg.")]
    covered = {name.partition(".")[0] for name in SOURCES}
    assert set(modules) <= covered


def test_the_version_is_the_same_in_every_process():
    script = "from kg.pipeline.cache import rules_version; print(rules_version())"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == rules_version()
