"""Names made to do harm go through every output: nothing runs, nothing is obeyed, nothing breaks."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from pages import pages

from kg.cli import main
from kg.export import lines
from kg.pipeline.build import build, export_all, store
from kg.pipeline.stages import Workers
from kg.read import ReadOptions, find_sources

HOSTILE = (
    '=HYPERLINK("http://x.example","看")',
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "]]><x/>&a;",
    "') DETACH DELETE n //",
    "`x` MATCH (n) DETACH DELETE n",
    "\x1b]0;红\x07\x1b[2J",
    "\x9b31m李",
    "../../etc/passwd",
    "\u202eexe.文",
    'a"\r\nb,c',
    "\ud800李\x00达",
    "@SUM(1+1)*cmd|' /C calc'!A0",
)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@pytest.fixture(scope="module")
def out(tmp_path_factory) -> Path:
    """A folder of a build whose entities, documents, titles and sentences are called so."""
    root = tmp_path_factory.mktemp("hostile")
    pages(root / "in", 4)
    build(find_sources([root / "in"]), root / "good", ReadOptions(place="青海"), Workers())
    found = lines.read(root / "good")
    names = {entity.id: HOSTILE[n % len(HOSTILE)] for n, entity in enumerate(found.entities)}
    entities = tuple(replace(one, name=names[one.id], names=(names[one.id], *one.names)) for one in found.entities)
    articles = tuple(replace(one, title=HOSTILE[n % len(HOSTILE)]) for n, one in enumerate(found.articles))
    triples = tuple(
        replace(one, properties={**one.properties, "amount": HOSTILE[n % len(HOSTILE)]})
        for n, one in enumerate(found.triples)
    )
    made = replace(found, articles=articles, entities=entities, triples=triples)
    from kg.graph import build as graph_of

    (root / "out").mkdir()
    export_all(made, graph_of(made), root / "out")
    store(made, graph_of(made), root / "out")
    return root / "out"


def done(*arguments: str) -> str:
    ran = CliRunner().invoke(main, list(arguments))
    assert ran.exit_code == 0, (ran.output, ran.exception)
    return ran.stdout


def test_no_cell_is_a_formula(out, tmp_path):
    done("export", str(out), "-f", "csv", "-o", str(tmp_path))
    cells = 0
    for path in tmp_path.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                cells += len(row)
                for cell in row:
                    assert not cell.startswith(("=", "+", "@", "\t", "\r")) and not re.match(r"-\D", cell), cell
    assert cells > 100


def test_no_cell_of_the_workbook_is_a_formula(out, tmp_path):
    from openpyxl import load_workbook

    done("export", str(out), "-f", "xlsx", "-o", str(tmp_path / "g.xlsx"))
    texts = [
        cell for sheet in load_workbook(tmp_path / "g.xlsx") for row in sheet.iter_rows() for cell in row if cell.value
    ]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in texts)
    assert {cell.data_type for cell in texts} <= {"s", "n"}


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_xml_stays_whole(form, out, tmp_path):
    done("export", str(out), "-f", form, "-o", str(tmp_path / "g"))
    text = (tmp_path / "g").read_text("utf-8")
    assert ElementTree.fromstring(text) is not None
    assert "<script>" not in text and "<x/>" not in text and not CONTROL.search(text)


def test_maps_hold_names_as_data(out, tmp_path):
    done("draw", str(out), "-o", str(tmp_path))
    for path in tmp_path.glob("*.html"):
        text = path.read_text("utf-8")
        assert "default-src 'none'" in text
        assert "<script>alert" not in text and "<img src=x" not in text, path.name


def test_the_database_holds_names_as_values(out):
    answer = json.loads(_names(out))
    names = {row["name"] for row in answer}
    assert "') DETACH DELETE n //" in names and "`x` MATCH (n) DETACH DELETE n" in names


def _names(out: Path) -> str:
    question = out / "names.cypher"
    question.write_text("MATCH (n) WHERE n.type <> '' RETURN n.name AS name ORDER BY name", encoding="utf-8")
    try:
        return done("query", str(question), "--on", str(out), "--format", "json", "--limit", "0")
    finally:
        question.unlink()


def test_a_table_on_the_terminal_holds_no_control_characters(out):
    question = out / "names.cypher"
    question.write_text("MATCH (n) RETURN n.name AS name ORDER BY name", encoding="utf-8")
    shown = done("query", str(question), "--on", str(out), "--limit", "0")
    question.unlink()
    assert not CONTROL.search(shown) and "␛" in shown


def test_errors_show_control_characters_as_signs(tmp_path):
    for arguments in (["draw", str(tmp_path), "--around", "\x1b[31m红"], ["query", "\x1b]0;x\x07"]):
        ran = CliRunner().invoke(main, arguments)
        assert ran.exit_code in (1, 2) and not CONTROL.search(ran.stderr), ran.stderr
    (tmp_path / "x.jsonl").write_text('{"kind":"\\u001b[31m"}\n', encoding="utf-8")
    ran = CliRunner().invoke(main, ["resolve", str(tmp_path / "x.jsonl")])
    assert ran.exit_code == 1 and not CONTROL.search(ran.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_what_goes_to_a_terminal_is_not_obeyed_and_a_pipe_gets_the_bytes(tmp_path):
    import pty

    text = {
        "kind": "article",
        "schema": 1,
        "id": "a#0",
        "document": "a",
        "index": 0,
        "title": "\x9b31m红\x7f",
        "text": "正文。",
    }
    more = {"date": None, "place": None, "city": None, "reporters": [], "source_map": [], "notes": []}
    (tmp_path / "a.jsonl").write_text(json.dumps({**text, **more}, ensure_ascii=False) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "kg", "extract", str(tmp_path / "a.jsonl")]
    piped = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert "\x9b31m红" in piped
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                block = os.read(ours, 65536)
            except OSError:
                break
            if not block:
                break
            shown += block
        process.wait()
    os.close(ours)
    assert "红" in shown.decode() and not CONTROL.search(shown.decode().replace("\r\n", "\n"))
