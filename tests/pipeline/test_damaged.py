"""Whatever stands in files that are read back, the answer is a graph or one clear line, never a traceback."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from pages import pages

from kg.cli import main
from kg.errors import BadOntology, BadRecord, KgError
from kg.evaluate.gate import read_baseline
from kg.export import lines
from kg.graph import build as build_graph
from kg.model import Entity, Resolution, from_line, from_record, to_record
from kg.ontology import load
from kg.pipeline import redirects
from kg.pipeline.build import build, export_all
from kg.pipeline.stages import Workers
from kg.read import ReadOptions, find_sources
from kg.store.rows import rows

STRANGE = (None, True, 7, -1, 1.5, "", "\ud800", "x\ud800\udfffy", [], [[]], {}, {"a": [[]]}, float("nan"), 10**30)
ONTOLOGY = Path(load.__code__.co_filename).with_name("ontology.yaml")


@pytest.fixture(scope="module")
def out(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("damaged")
    pages(root / "in", 4)
    build(find_sources([root / "in"]), root / "out", ReadOptions(place="青海"), Workers())
    return root / "out"


def used(resolution: Resolution, folder: Path) -> None:
    graph = build_graph(resolution)
    export_all(resolution, graph, folder)
    rows(resolution, graph)


def places(value: object, at: tuple = ()) -> list[tuple]:
    """The ways to every value inside a record."""
    found = [at] if at else []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return found + [way for key, item in items for way in places(item, (*at, key))]


def changed(record: dict, way: tuple, value: object) -> dict:
    copy = json.loads(json.dumps(record))
    inner = copy
    for key in way[:-1]:
        inner = inner[key]
    inner[way[-1]] = value
    return copy


@pytest.mark.parametrize("name", lines.FILES)
def test_a_strange_value_anywhere_is_taken_or_told(name, out, tmp_path):
    """Each field of the first record takes each strange value; what is let in is used for everything, one in three.

    `make torture` uses more of them.
    """
    for file in lines.FILES:
        (tmp_path / file).write_bytes((out / file).read_bytes())
    written = (out / name).read_text("utf-8").splitlines()
    record, told = json.loads(written[0]), 0
    for number, way in enumerate(places(record)):
        for other, value in enumerate(STRANGE):
            line = json.dumps(changed(record, way, value))
            (tmp_path / name).write_text("\n".join([line, *written[1:]]) + "\n", encoding="utf-8")
            try:
                resolution = lines.read(tmp_path)
            except BadRecord as error:
                told += 1
                assert "build it again" in str(error) and "\n" not in str(error)
                continue
            if (number + other) % 3 == 0:
                used(resolution, tmp_path / "used")
    assert told > 50


@pytest.mark.parametrize("name", lines.FILES)
def test_bytes_that_are_no_utf_8_and_deep_json_are_told_with_their_line(name, out, tmp_path):
    for bad in (b"\xff\xfe{}", b'{"kind":"\xe5\xb8"}', b"[" * 100_000, b"", b"7", b"\x00", b'"\xed\xa0\x80"'):
        for file in lines.FILES:
            written = (out / file).read_bytes().splitlines(keepends=True)
            worse = [written[0], bad + b"\n", *written[1:]]
            (tmp_path / file).write_bytes(b"".join(worse if file == name else written))
        for command in (["export", str(tmp_path), "-f", "gexf"], ["draw", str(tmp_path), "-o", str(tmp_path / "m")]):
            ran = CliRunner().invoke(main, command)
            assert ran.exit_code == 1 and isinstance(ran.exception, SystemExit), (bad, ran.exception)
            assert f"{name}:2" in ran.stderr and "build it again" in ran.stderr


@pytest.mark.parametrize("command", ["extract", "resolve", "draw"])
@pytest.mark.parametrize("bad", [b"\xff\xfe", b"[" * 100_000, b'{"kind":"article"}', b'{"kind":[]}', b'"\\ud800"'])
def test_damaged_lines_between_stages_are_told_in_one_line(command, bad, tmp_path):
    file = tmp_path / "in.jsonl"
    file.write_bytes(b"\n" + bad + b"\n")
    more = ["-o", str(tmp_path / "m")] if command == "draw" else []
    for given, stdin, where in ((str(file), None, f"{file}:2"), ("-", file.read_bytes(), "standard input:2")):
        ran = CliRunner().invoke(main, [command, given, *more], input=stdin)
        assert ran.exit_code == 1 and isinstance(ran.exception, SystemExit), ran.exception
        assert ran.stderr.startswith(f"Error: {where}: ") and ran.stderr.count("\n") == 1


@pytest.mark.parametrize("name", lines.FILES[:2])
def test_an_id_that_stands_twice_is_told(name, out, tmp_path):
    """A database of a part of the graph was filled with both, and its engine ended in a traceback."""
    for file in lines.FILES:
        written = (out / file).read_bytes()
        (tmp_path / file).write_bytes(written + (written.splitlines(keepends=True)[0] if file == name else b""))
    with pytest.raises(BadRecord, match=r"two records have the id .*build it again"):
        lines.read(tmp_path)
    ran = CliRunner().invoke(main, ["query", "posts", "--on", str(tmp_path), "--around", "青原1号能源有限公司"])
    assert ran.exit_code == 1 and isinstance(ran.exception, SystemExit) and ran.stderr.count("\n") == 1


def test_mutated_records_never_end_in_a_traceback(out):
    """Three thousand lines with bytes changed, cut and doubled; the seed is fixed."""
    rng = random.Random(14)
    written = [line for file in lines.FILES for line in (out / file).read_bytes().splitlines()]
    for _ in range(3000):
        line = bytearray(rng.choice(written))
        for _ in range(rng.randint(1, 4)):
            at = rng.randrange(len(line) or 1)
            worse = rng.choice((b"", b"\xff", b"0", b"null", b'"', b"[", b"\\ud800", b"}"))
            line[at : at + rng.choice((0, 1, 1, 8))] = worse
        try:
            from_line(bytes(line).decode("utf-8", "surrogateescape"), "here")
        except BadRecord as error:
            assert str(error).startswith("here: ")


def test_an_earlier_build_that_is_damaged_does_not_stop_the_next(out, tmp_path):
    (tmp_path / "entities.jsonl").write_bytes(b'\xff\n[[]]\n{"id":5}\n{"id":"a","members":7}\n' + b"[" * 100_000)
    good = b'{"kind":"redirect","from":"x","to":null}\n'
    (tmp_path / "redirects.jsonl").write_bytes(b'\xff\n7\n{"kind":"redirect","from":1}\n' + good)
    redirects.write(lines.read(out), tmp_path)
    assert redirects.read(tmp_path) == {"x": None}


@pytest.mark.parametrize("value", STRANGE)
def test_an_ontology_with_a_strange_value_is_told(value, tmp_path):
    import yaml

    words = yaml.safe_load(ONTOLOGY.read_text("utf-8"))
    for way in [way for way in places(words) if len(way) <= 3][::3]:
        file = tmp_path / "o.yaml"
        file.write_text(json.dumps(changed(words, way, value)), encoding="utf-8")
        try:
            load(file)
        except BadOntology as error:
            assert str(error).startswith(str(file))


@pytest.mark.parametrize("bad", [b"\xff", b"types: [", b"[" * 3000, b"7", b"", b"types: {A: 3}\n", b"? [a]\n: b\n"])
def test_an_ontology_file_that_is_none_is_told(bad, tmp_path):
    file = tmp_path / "o.yaml"
    file.write_bytes(bad)
    with pytest.raises(BadOntology):
        load(file)
    ran = CliRunner().invoke(main, ["schema", "--ontology", str(file)])
    assert ran.exit_code == 1 and "Error" in ran.stderr and isinstance(ran.exception, SystemExit)


@pytest.mark.parametrize(
    "bad", [b"\xff", b"[" * 100_000, b"[]", b'{"schema":1,"sets":{"a":7}}', b'{"schema":1,"sets":{"a":{"gold":1}}}']
)
def test_a_baseline_that_is_none_is_told(bad, tmp_path):
    file = tmp_path / "b.json"
    file.write_bytes(bad)
    with pytest.raises(KgError):
        read_baseline(file)


OF_FACTS: tuple[dict, ...] = (
    *(
        {"titles": "省长"},
        {"titles": [1]},
        {"titles": [None]},
        {"date": 20240305},
        {"date": "昨天"},
        {"date": "2024-3-5"},
    ),
    *({"amount": 3.5}, {"role": []}, {"status": None}, {"date": "2024-03-05\n"}, {"date": ""}),
)
OF_ENTITIES = (
    *({"path": "青海省"}, {"path": [1]}, {"path": [["青海省"]]}, {"path": None}, {"place": ["青海"]}, {"place": 0}),
    *({"date": 20240305}, {"date": "昨天"}, {"date": ["2024-03-05"]}, {"date": None}),
)


@pytest.mark.parametrize(
    ("file", "properties"),
    [*(("triples.jsonl", one) for one in OF_FACTS), *(("entities.jsonl", one) for one in OF_ENTITIES)],
)
def test_properties_are_of_their_kind_where_they_enter(out, tmp_path, file, properties):
    for name in lines.FILES:
        (tmp_path / name).write_bytes((out / name).read_bytes())
    written = (out / file).read_text("utf-8").splitlines()
    worse = {**json.loads(written[0]), "properties": properties}
    (tmp_path / file).write_text("\n".join([json.dumps(worse), *written[1:]]) + "\n", encoding="utf-8")
    with pytest.raises(BadRecord, match=rf"{re.escape(file)}:1.*build it again"):
        lines.read(tmp_path)


@pytest.mark.parametrize("wrong", [{"name": ""}, {"names": [""]}, {"names": []}])
def test_a_thing_without_a_name_is_told(wrong):
    """The rules of identity look at the first character of each name."""
    with pytest.raises(BadRecord, match="not a mention record"):
        from_record({**to_record(Entity("a", "x#0", "Person", "周明远", ("周明远",))), **wrong})


@pytest.mark.parametrize("properties", OF_ENTITIES)
def test_so_are_those_of_what_one_article_mentions(properties):
    with pytest.raises(BadRecord, match="not a mention record"):
        from_record({**to_record(Entity("a", "x#0", "Location", "青海", ("青海",))), "properties": properties})


@pytest.mark.parametrize(
    ("file", "known"),
    [("triples.jsonl", [{"date": "--03-05"}, {"date": "2024"}, {"titles": []}]),
     ("entities.jsonl", [{"path": ["青海省", "西宁市"]}, {"path": []}, {"place": "青江"}, {"date": "2024-03"}])],
)  # fmt: skip
def test_properties_of_kinds_of_ones_own_may_be_anything(out, file, known):
    written = json.loads((out / file).read_text("utf-8").splitlines()[0])
    for properties in ({"mine": [1, {"a": None}]}, {}, *known):
        assert from_line(json.dumps({**written, "properties": properties})).properties == properties
