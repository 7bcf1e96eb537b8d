"""`kg build --on spark` on a real standalone cluster: the lines of one machine, also when a worker is killed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from spark.cluster import environment, running

from kg.pipeline.build import build
from kg.pipeline.stages import Workers
from kg.read import ReadOptions, find_sources

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("java") is None and os.environ.get("KG_REQUIRE_SPARK") != "1", reason="no Java, which Spark needs"
    ),
]
NAMES = ("articles.jsonl", "entities.jsonl", "triples.jsonl")


@pytest.fixture(scope="module")
def pages(tmp_path_factory, pytestconfig):
    """The written articles in folders and as JSON Lines, a file that holds nothing, and corrections."""
    folder = tmp_path_factory.mktemp("pages")
    written = sorted((pytestconfig.rootpath / "seeds" / "written" / "articles").glob("*.txt"))
    for number, page in enumerate(written[8:]):
        (folder / f"{number % 3}").mkdir(exist_ok=True)
        shutil.copy(page, folder / f"{number % 3}" / page.name)
    lines = [json.dumps({"text": page.read_text(encoding="utf-8")}, ensure_ascii=False) for page in written[:8]]
    (folder / "some.jsonl").write_text("\n".join([*lines, "{", ""]), encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def here(pages, tmp_path_factory):
    out = tmp_path_factory.mktemp("here")
    build(find_sources([pages]), out, ReadOptions(), Workers())
    return {name: sorted((out / name).read_text(encoding="utf-8").splitlines()) for name in NAMES}


def test_a_cluster_that_loses_a_worker_gives_the_same(pages, here, tmp_path):
    with running(tmp_path) as cluster:
        killed = threading.Event()

        def kill_in_the_middle():
            # Something was shuffled, and the entities are not written yet.
            while not any(tmp_path.glob("worker0/app*/**/stderr")):
                time.sleep(0.2)
            while not _tasks_done(tmp_path):
                time.sleep(0.2)
            cluster.kill_worker()
            killed.set()

        threading.Thread(target=kill_in_the_middle, daemon=True).start()
        command = [sys.executable, "-m", "kg", "build", "--on", "spark", "--master", cluster.url, str(pages)]
        done = subprocess.run(
            [*command, "-o", str(tmp_path / "out")],
            env={**environment(), "SPARK_CONF_DIR": str(_settings(tmp_path))},
            capture_output=True,
            check=False,
            text=True,
        )
        assert done.returncode == 0, done.stderr[-4000:]
        assert killed.is_set(), "the job was through before a worker was killed"
    for name in NAMES:
        parts = sorted((tmp_path / "out" / name).glob("part-*"))
        found = sorted(line for part in parts for line in part.read_text(encoding="utf-8").splitlines())
        assert found == here[name]
    left_out = (tmp_path / "out" / "skipped" / "part-00000").read_text(encoding="utf-8")
    assert "some.jsonl:9" in left_out and "empty.txt" in left_out


def _settings(home: Path) -> Path:
    """One core a worker is little; the dead one is to be missed soon."""
    folder = home / "conf"
    folder.mkdir()
    lines = ("spark.driver.host 127.0.0.1", "spark.eventLog.enabled true", f"spark.eventLog.dir file://{home}/events")
    (folder / "spark-defaults.conf").write_text("\n".join([*lines, "spark.eventLog.compress false"]), encoding="utf-8")
    (home / "events").mkdir()
    return folder


def _tasks_done(home: Path) -> bool:
    """Whether ten tasks are through: articles are extracted, nothing is resolved."""
    logs = [path for path in (home / "events").rglob("*") if path.is_file()]
    return sum(path.read_text(encoding="utf-8", errors="replace").count("SparkListenerTaskEnd") for path in logs) >= 10
