"""`spark-submit` with JSON Lines and Parquet: the lines of one machine, and files that Neo4j's own importer takes."""

from __future__ import annotations

import csv
import json
import os
import secrets
import shlex
import shutil
import subprocess
from pathlib import Path

import extras
import neo4j_server
import pytest
from spark.cluster import ROOT, environment

from kg.pipeline.build import build
from kg.pipeline.stages import Workers
from kg.read import ReadOptions, find_sources
from kg.store import bulk
from kg.store.load import build_id
from kg.store.rows import rows

pa, parquet = extras.module("pyarrow", "parquet"), extras.module("pyarrow.parquet", "parquet")
pyspark = extras.module("pyspark", "spark")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("java") is None and os.environ.get("KG_REQUIRE_SPARK") != "1", reason="no Java, which Spark needs"
    ),
]


@pytest.fixture(scope="module")
def texts(pytestconfig):
    written = sorted((pytestconfig.rootpath / "seeds" / "written" / "articles").glob("*.txt"))[:4]
    return [{"text": page.read_text(encoding="utf-8"), "place": "青江"} for page in written]


@pytest.fixture(scope="module")
def here(texts, tmp_path_factory):
    """Records and importer's files of one machine, which reads JSON Lines alone: both files are that here."""
    folder = tmp_path_factory.mktemp("here")
    for name, some in (("some.jsonl", texts[:2]), ("more.jsonl", texts[2:])):
        lines = [json.dumps(one, ensure_ascii=False) for one in some]
        (folder / name).write_text("\n".join([*lines, ""]), encoding="utf-8")
    found = build(
        find_sources([folder / "some.jsonl", folder / "more.jsonl"]), folder / "out", ReadOptions(), Workers()
    )
    made = rows(found.resolution)
    bulk.write(made, folder / "neo4j", build_id(made))
    return folder


@pytest.fixture(scope="module")
def there(texts, here, tmp_path_factory):
    """The same by spark-submit; the second file is Parquet, under the same name."""
    folder = tmp_path_factory.mktemp("there")
    shutil.copy(here / "some.jsonl", folder / "some.jsonl")
    parquet.write_table(pa.Table.from_pylist(texts[2:]), folder / "more.parquet")
    submit = [str(Path(pyspark.__file__).parent / "bin" / "spark-submit"), "--master", "local[2]"]
    inputs = [str(folder / "some.jsonl"), str(folder / "more.parquet")]
    done = subprocess.run(
        [*submit, "--conf", "spark.default.parallelism=1", str(ROOT / "kg" / "__main__.py"), "build", "--on", "spark",
         *inputs, "-o", str(folder / "out")],
        env=environment(), capture_output=True, check=False, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    return folder / "out"


def lines(folder):
    parts = sorted(folder.glob("part-*")) if folder.is_dir() else [folder]
    return sorted(line for part in parts for line in part.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("name", ["articles.jsonl", "entities.jsonl", "triples.jsonl"])
def test_records_are_those_of_one_machine(here, there, name):
    wanted = [line.replace("more.jsonl", "more.parquet") for line in lines(here / "out" / name)]
    assert [_known(line) for line in lines(there / name)] == [_known(line) for line in sorted(wanted)]


def _known(line):
    """Without what names the row of the source, which are other words for Parquet, and hashes of it."""
    told = json.loads(line)
    return {
        name: told[name]
        for name in told
        if name not in ("id", "source_map", "notes", "reasons", "subject_id", "object_id")
    }


def test_the_importer_takes_the_files(here, there, tmp_path):
    neo4j_server.need_server()
    wanted = {path.stem: path for path in (here / "neo4j").glob("*.csv")}
    assert {path.name for path in (there / "neo4j").iterdir() if path.is_dir()} == set(wanted)
    for name, path in wanted.items():
        head, *some = path.read_text(encoding="utf-8").splitlines()
        assert (there / "neo4j" / f"{name}.csv").read_text(encoding="utf-8") == f"{head}\n"
        assert len(lines(there / "neo4j" / name)) == len(some)
    server = neo4j_server.LocalServer(
        tmp_path / "home", neo4j_server.assembled(tmp_path), *neo4j_server.free_ports(2), secrets.token_hex(8)
    )
    server.configure()
    admin = tmp_path / "neo4j-admin"
    command = shlex.join(server.command("org.neo4j.cli.AdminTool"))
    admin.write_text(f'#!/bin/sh\nexec {command} "$@"\n', encoding="utf-8")
    admin.chmod(0o755)
    done = subprocess.run(
        ["sh", str(there / "neo4j" / bulk.SCRIPT)],
        env={**server.environment(), "NEO4J_ADMIN": str(admin)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    told = done.stdout + done.stderr
    nodes, edges = (sum(_records(path) for path in (here / "neo4j").glob(f"{of}-*.csv")) for of in ("nodes", "edges"))
    assert f"{nodes} nodes" in told and f"{edges} relationships" in told, told[-2000:]


def _records(path):
    """How many nodes or relationships a file of one machine holds; texts have line breaks."""
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1
