"""Seeds built, exported, edited as in yEd, Gephi or Excel, imported, built again: the graph is as it was edited."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.export import lines
from kg.graph import build

SEEDS = Path(__file__).parents[2] / "seeds" / "articles"
GRAPHML, GEXF = "{http://graphml.graphdrawing.org/xmlns}", "{http://gexf.net/1.3}"


def kg(*arguments):
    done = CliRunner(env={"KG_LANG": "en"}).invoke(main, [str(argument) for argument in arguments])
    assert done.exit_code == 0, done.output
    return done.output


def graphml(path, name, new, _gone):
    tree = ElementTree.parse(path)
    for data in tree.iter(f"{GRAPHML}data"):
        if data.get("key") == "n_label" and data.text == name:
            data.text = new
    (graph,) = tree.iter(f"{GRAPHML}graph")
    graph.remove(next(edge for edge in graph if edge.find(f"{GRAPHML}data[@key='e_label']") is not None))
    tree.write(path, encoding="utf-8")


def gexf(path, name, new, _gone):
    tree = ElementTree.parse(path)
    for node in tree.iter(f"{GEXF}node"):
        if node.get("label") == name:
            node.set("label", new)
    (edges,) = tree.iter(f"{GEXF}edges")
    edges.remove(edges[0])
    tree.write(path, encoding="utf-8")


def tables(path, name, new, gone):
    rewrite(path / "nodes.csv", lambda rows: [[new if row[0] == name else row[0], *row[1:]] for row in rows])
    rewrite(path / "edges.csv", lambda rows: [row for row in rows if gone not in row])


def rewrite(path, change):
    with path.open(encoding="utf-8-sig", newline="") as old:
        rows = change(list(csv.reader(old)))
    with path.open("w", encoding="utf-8-sig", newline="") as changed:
        csv.writer(changed).writerows(rows)


@pytest.mark.slow
def test_edits_of_every_kind_of_file_are_in_the_next_build(tmp_path):
    pages, out = tmp_path / "pages", tmp_path / "out"
    shutil.copytree(SEEDS, pages)
    kg("build", pages, "-o", out)
    before = build(lines.read(out))
    names = sorted(name for _, name in before.nodes(data="name") if len(name) == 3)[:3]
    for (form, edit), name in zip((("graphml", graphml), ("gexf", gexf), ("csv", tables)), names, strict=True):
        graph = build(lines.read(out))
        path = tmp_path / ("edited" if form == "csv" else f"edited.{form}")
        kg("export", out, "-f", form, "-o", path)
        assert "nothing was changed" in kg("import", out, path, "-c", pages / "corrections.csv")
        gone = next(iter(graph.edges(keys=True)))
        edit(path, name, f"新{name}", gone[2])
        kg("import", out, path, "-c", pages / "corrections.csv")
        kg("build", pages, "-o", out)
        after = build(lines.read(out))
        expected = {f"新{name}" if one == name else one for _, one in graph.nodes(data="name")}
        assert {one for _, one in after.nodes(data="name")} == expected
        assert set(after.edges(keys=True)) == set(graph.edges(keys=True)) - {gone}
        sentences = {key: data["evidence"] for *_, key, data in graph.edges(keys=True, data=True)}
        assert all(data["evidence"] == sentences[key] for *_, key, data in after.edges(keys=True, data=True))
