"""kg export and kg import as they are called."""

from __future__ import annotations

import csv
from xml.etree import ElementTree

import networkx as nx
import pytest
from click.testing import CliRunner
from graphs import small

from kg.cli import main
from kg.export import extras, lines


@pytest.fixture
def out(tmp_path):
    lines.write(small(), tmp_path / "out")
    return tmp_path / "out"


def kg(*arguments):
    return CliRunner(env={"KG_LANG": "en"}).invoke(main, [str(argument) for argument in arguments])


def labels(path):
    return sorted(data["label"] for *_, data in nx.read_graphml(path, force_multigraph=True).edges(data=True))


def test_a_part_is_chosen_in_the_words_of_the_maps(out, tmp_path):
    path = tmp_path / "part.graphml"
    whole = [*kg("export", out, "-f", "graphml", "-o", path).output, *labels(path)]
    chosen = {
        ("--only", "会见,考察"): ["会见", "会见", "考察"],
        ("--only", "位于", "--from", "2024-05-01"): ["位于"],
        ("--around", "赵一平"): ["任职", "会见", "会见"],
        ("--view", "projects", "--to", "2024-12-31"): ["位于", "承担"],
        ("--min-confidence", "0.95"): [],
    }
    for options, expected in chosen.items():
        done = kg("export", out, "-f", "graphml", "-o", path, *options)
        assert done.exit_code == 0, done.output
        assert labels(path) == expected
        assert len(expected) < len(whole)


def test_unknown_words_are_named(out, tmp_path):
    for options, said in (
        (("--only", "吃饭"), "吃饭"),
        (("--view", "nothing"), "none of index"),
        (("--around", "没有此人"), "no node of this name"),
    ):
        done = kg("export", out, "-f", "gexf", "-o", tmp_path / "x", *options)
        assert done.exit_code == 1
        assert said in done.output


def test_merging_says_how_many_and_is_refused_where_it_means_nothing(out, tmp_path):
    done = kg("export", out, "-f", "graphml", "--merge-parallel", "-o", tmp_path / "m.graphml")
    assert "1 parallel edges went into others" in done.output
    assert labels(tmp_path / "m.graphml").count("会见") == 1
    assert kg("export", out, "-f", "ftm", "--merge-parallel").exit_code == 2


def test_records_of_a_part_are_a_part_of_the_records(out, tmp_path):
    assert kg("export", out, "-f", "jsonl", "--only", "签署", "-o", tmp_path / "part.jsonl").exit_code == 0
    text = (tmp_path / "part.jsonl").read_text(encoding="utf-8")
    assert text.count('"kind":"triple"') == 1
    assert kg("export", out, "-f", "neo4j", "--only", "签署", "-o", tmp_path / "import").exit_code == 0
    assert {path.name for path in (tmp_path / "import").glob("edges-*")} == {"edges-SIGNED.csv", "edges-MENTIONS.csv"}


def test_what_is_not_installed_is_named(out, tmp_path, monkeypatch):
    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    for form, extra in (("ftm", "kg[ftm]"), ("nt", "kg[rdf]"), ("parquet", "kg[parquet]")):
        done = kg("export", out, "-f", form, "-o", tmp_path / form)
        assert done.exit_code == 1
        assert extra in done.output
        assert not (tmp_path / form).exists()
    assert "kg[rdf]" in kg("schema", "--shacl", tmp_path / "s.ttl").output


def test_an_edited_file_becomes_lines_and_is_not_taken_twice(out, tmp_path):
    path, lines_of = tmp_path / "graph.gexf", tmp_path / "corrections.csv"
    kg("export", out, "-f", "gexf", "-o", path)
    done = kg("import", out, path, "-c", lines_of)
    assert (done.exit_code, lines_of.exists()) == (0, False)
    assert "nothing was changed" in done.output
    tree = ElementTree.parse(path)
    next(one for one in tree.iter("{http://gexf.net/1.3}node") if one.get("label") == "江海公司").set(
        "label", "江海集团"
    )
    tree.write(path, encoding="utf-8")
    done = kg("import", out, path, "-c", lines_of, "--dry-run")
    assert (done.exit_code, lines_of.exists()) == (0, False)
    for _ in range(2):
        assert kg("import", out, path, "-c", lines_of, "--who", "周明远").exit_code == 0
    with lines_of.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["操作"], row["名称"], row["新值"], row["改正人"]) == ("改名", "江海公司", "江海集团", "周明远")


def test_what_cannot_be_said_is_told_and_the_status_says_so(out, tmp_path):
    path = tmp_path / "graph.gexf"
    kg("export", out, "-f", "gexf", "-o", path)
    text = path.read_text(encoding="utf-8").replace('label="签约"', 'label="吃饭"')
    path.write_text(text, encoding="utf-8")
    done = kg("import", out, path, "-c", tmp_path / "c.csv")
    assert done.exit_code == 1
    assert "吃饭" in done.output
