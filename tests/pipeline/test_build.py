"""Builds of made-up pages and of the seeds: the same bytes always, nothing lost, every span where it says."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import graphs
import pytest
from pages import NOT_TEXT, contents, held, page, pages

import kg.extract
from kg.errors import UserError
from kg.export import lines
from kg.model import Resolution
from kg.pipeline import build as building
from kg.pipeline import manifest
from kg.pipeline.build import build, resolved, write
from kg.pipeline.cache import Cache
from kg.pipeline.stages import SILENT, Listener, Workers, articles, kept, outcomes
from kg.read import ReadOptions, find_sources
from kg.read.cuts import Cut
from kg.store import embedded
from kg.store.rows import rows

SEEDS = Path(__file__).parents[2] / "seeds" / "articles"
OPTIONS = ReadOptions(place="青海")


def built(folder, out, workers=None, listener=SILENT):
    return build(find_sources([folder]), out, OPTIONS, workers or Workers(), listener=listener)


@pytest.fixture(scope="module")
def twelve(tmp_path_factory):
    """Twelve pages and the folder that an undisturbed build makes of them."""
    root = tmp_path_factory.mktemp("twelve")
    pages(root / "pages", 12)
    built(root / "pages", root / "out")
    return root


@pytest.fixture(scope="module")
def seeds():
    """What the seeds give: the resolution, and what was extracted on the way."""
    extracted = outcomes(articles(find_sources([SEEDS]), ReadOptions(), SILENT.report), Workers())
    found = list(kept(extracted, SILENT.report))
    return resolved(found), found


def test_everything_is_written(twelve):
    names = {name for name in contents(twelve / "out") if not name.startswith("maps/")}
    tables = {"nodes.csv", "edges.csv", "sentences.csv", "graph.graphml", "graph.lbug", "manifest.json"}
    assert names == {"articles.jsonl", "entities.jsonl", "triples.jsonl"} | tables
    assert {"maps/officials.html", "maps/companies.html", "maps/projects.html"} <= contents(twelve / "out").keys()


def test_twice_the_same_bytes(twelve, tmp_path):
    built(twelve / "pages", tmp_path / "out")
    assert contents(tmp_path / "out") == contents(twelve / "out")


@pytest.mark.slow
def test_two_jobs_give_the_same_bytes(twelve, tmp_path):
    done = built(twelve / "pages", tmp_path / "out", Workers(jobs=2))
    assert done.extracted == 12
    assert contents(tmp_path / "out") == contents(twelve / "out")


@pytest.mark.slow
def test_the_order_of_files_means_nothing(twelve, tmp_path):
    copies = tmp_path / "pages"
    copies.mkdir()
    for path in sorted((twelve / "pages").iterdir(), reverse=True):
        shutil.copy(path, copies)
    found = find_sources(sorted(copies.iterdir(), key=lambda path: path.name[::-1]))
    build(found, tmp_path / "out", OPTIONS, Workers())
    assert contents(tmp_path / "out") == contents(twelve / "out")


def test_a_second_build_extracts_nothing(twelve, tmp_path):
    workers = Workers(cache=Cache(tmp_path / "cache", "v"))
    first = built(twelve / "pages", tmp_path / "one", workers)
    second = built(twelve / "pages", tmp_path / "two", Workers(2, workers.cache))
    assert (first.extracted, first.cached, second.extracted, second.cached) == (12, 0, 0, 12)
    assert contents(tmp_path / "one") == contents(tmp_path / "two") == contents(twelve / "out")


def test_a_damaged_cache_is_mended(twelve, tmp_path, records_only):
    workers = Workers(cache=Cache(tmp_path / "cache", "v"))
    built(twelve / "pages", tmp_path / "one", workers)
    entry = sorted(path for path in (tmp_path / "cache").rglob("*") if path.is_file())[0]
    entry.write_bytes(entry.read_bytes()[:-40])
    again = built(twelve / "pages", tmp_path / "two", workers)
    assert (again.extracted, again.cached) == (1, 11)
    expected = contents(twelve / "out")
    for name in lines.FILES:
        assert (tmp_path / "two" / name).read_bytes() == expected[name]


def test_one_unreadable_file_among_a_hundred(tmp_path, records_only):
    folder = pages(tmp_path / "pages", 99)
    (folder / "page-050x.txt").write_bytes(NOT_TEXT)
    told = []
    done = built(folder, tmp_path / "out", listener=Listener(report=told.append))
    assert len(done.resolution.articles) == 99
    assert [item.where for item in done.skipped] == [item.where for item in told] == ["page-050x.txt"]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert [item["where"] for item in manifest["skipped"]] == ["page-050x.txt"]
    assert len(manifest["inputs"]) == 100


def test_an_article_that_breaks_extraction_costs_only_itself(twelve, tmp_path, monkeypatch, records_only):
    def fragile(article, real=kg.extract.extract):
        if article.document == "page-003.txt":
            raise ZeroDivisionError("made up")
        return real(article)

    monkeypatch.setattr(kg.extract, "extract", fragile)
    done = built(twelve / "pages", tmp_path / "out")
    (lost,) = done.skipped
    assert lost.where == "page-003.txt#0"
    assert "ZeroDivisionError: made up" in lost.reason
    assert "in fragile" in lost.trace
    assert len(done.resolution.articles) == 11


def test_a_bad_line_among_articles_costs_only_itself(tmp_path, records_only):
    good = json.dumps({"text": page(1).split("\n\n")[1], "title": "一"}, ensure_ascii=False)
    (tmp_path / "many.jsonl").write_text(f"{good}\nno JSON\n{good}\n", encoding="utf-8")
    done = built(tmp_path / "many.jsonl", tmp_path / "out")
    assert len(done.resolution.articles) == 2
    (lost,) = done.skipped
    assert lost.where.startswith("many.jsonl")
    assert "2" in lost.where  # the line


def test_the_database_holds_the_graph(twelve):
    resolution = lines.read(twelve / "out")
    given = rows(resolution)
    assert {node["id"] for some in given.nodes.values() for node in some} | {
        edge.properties["id"] for some in given.edges.values() for edge in some
    } == held(twelve / "out" / "graph.lbug").keys()


def test_where_the_engine_is_missing_the_rest_is_built(twelve, tmp_path, monkeypatch):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "graph.lbug").write_bytes(b"of an earlier build")
    monkeypatch.setitem(sys.modules, "ladybug", None)  # what Python does where a package is not installed
    done = built(twelve / "pages", tmp_path / "out")
    assert "ladybug is missing" in done.remark
    monkeypatch.undo()
    expected = contents(twelve / "out")
    del expected["graph.lbug"]
    assert contents(tmp_path / "out") == expected


def test_nothing_to_build_is_an_error(tmp_path):
    (tmp_path / "bad.txt").write_bytes(NOT_TEXT)
    with pytest.raises(UserError, match="no article"):
        built(tmp_path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_manifest_tells_what_went_in_and_out(twelve):
    out = twelve / "out"
    text = (out / "manifest.json").read_text(encoding="utf-8")
    told = json.loads(text)
    assert str(twelve) not in text
    assert told["counts"]["articles"] == 12
    assert sum(told["counts"]["triples"].values()) == len(lines.read(out).triples)
    assert told["outputs"].keys() == contents(out).keys() - {"manifest.json", "graph.lbug"}
    assert told["versions"].keys() >= {
        "kg",
        "rules",
        "jieba",
        "numpy",
        "opencc",
        "pypdfium2",
        "python-docx",
        "trafilatura",
    }


def test_the_manifest_tells_columns_and_cuts():
    options = ReadOptions(columns=(("text", "报道"),), cuts={"a.txt": (Cut("本报讯", "完。"),)})
    told = manifest.manifest([], options, Resolution((), (), ()), [])
    assert told["options"]["columns"] == [["text", "报道"]]
    assert told["cuts"]["a.txt"][0]["begin"] == "本报讯"
    json.dumps(told)


def test_every_span_of_evidence_is_what_was_read(seeds, twelve):
    assert _spans_of_evidence(seeds[0]) > 300
    assert _spans_of_evidence(lines.read(twelve / "out")) > 100


def test_every_mention_is_what_was_read(seeds):
    mentions = [(one.article, m) for one in seeds[1] for entity in one.entities for m in entity.mentions]
    assert len(mentions) > 300
    for article, mention in mentions:
        assert article.text[mention.start : mention.end] == mention.text, (article.id, mention)


def _spans_of_evidence(resolution) -> int:
    """How many spans there are; each lies inside its sentence, and the sentence in the text."""
    texts, count = {article.id: article.text for article in resolution.articles}, 0
    for triple in resolution.triples:
        text = texts[triple.article]
        for piece in triple.evidence:
            assert piece.sentence in text, triple
            if piece.start is None:
                assert piece.end is None and piece.via, triple
            else:
                assert _within(piece, text), triple
                count += 1
    return count


def _within(piece, text) -> bool:
    """Whether the span lies inside an occurrence of its sentence."""
    begin = text.rfind(piece.sentence, 0, piece.start + len(piece.sentence))
    return 0 <= begin <= piece.start < piece.end <= begin + len(piece.sentence) <= len(text)


def test_every_triple_has_evidence_and_ends(seeds):
    resolution, _ = seeds
    known = {entity.id for entity in resolution.entities}
    for triple in resolution.triples:
        assert triple.evidence, triple
        assert {triple.subject_id, triple.object_id} <= known
        assert 0 <= triple.confidence <= 1


def test_pipes_give_what_a_build_gives(twelve, tmp_path):
    kg = [sys.executable, "-m", "kg"]
    read = subprocess.run([*kg, "read", "--place", "青海", str(twelve / "pages")], capture_output=True, check=True)
    extracted = subprocess.run([*kg, "extract"], input=read.stdout, capture_output=True, check=True)
    subprocess.run([*kg, "resolve", "-", "-o", str(tmp_path / "all.jsonl")], input=extracted.stdout, check=True)
    ours = sorted((tmp_path / "all.jsonl").read_bytes().splitlines())
    theirs = b"".join((twelve / "out" / name).read_bytes() for name in lines.FILES)
    assert ours == sorted(theirs.splitlines())


@pytest.mark.slow
def test_killed_and_started_again_gives_the_same_bytes(tmp_path):
    folder, out = pages(tmp_path / "pages", 30), tmp_path / "out"
    command = [sys.executable, "-m", "kg", "build", str(folder), "-o", str(out), "--place", "青海"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _wait_for(lambda: len(list(out.rglob("*.jsonl"))) >= 10, process)
        process.kill()
    assert process.returncode != 0
    assert not (out / "manifest.json").exists()
    (out / ".kg-0123456789abcdef.part").write_bytes(b"half a file")
    again = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert "kept from before 0" not in again.stdout
    built(folder, tmp_path / "undisturbed")
    assert contents(out) == contents(tmp_path / "undisturbed")


def _wait_for(condition, process) -> None:
    limit = time.monotonic() + 60
    while not condition():
        assert process.poll() is None, "it ended before it could be killed"
        assert time.monotonic() < limit
        time.sleep(0.01)


def test_where_drawing_fails_the_database_is_given_up_and_nothing_of_it_stays(tmp_path, monkeypatch):
    begun, failed = threading.Event(), threading.Event()
    filled = embedded._filled

    def slowly(*arguments):
        begun.set()
        assert failed.wait(30)
        return filled(*arguments)

    def draw_all(*_):
        assert begun.wait(30)
        failed.set()
        raise OSError("no room")

    monkeypatch.setattr(embedded, "_filled", slowly)
    monkeypatch.setattr("kg.draw.draw_all", draw_all)
    # Else a copy of this process draws, which has events of its own.
    monkeypatch.setattr("kg.pipeline.build.cores", lambda: 1)
    with pytest.raises(OSError, match="no room"):
        write(resolved([]), tmp_path)
    assert not [path.name for path in tmp_path.iterdir() if "lbug" in path.name or path.name.startswith(".kg")]


@pytest.mark.parametrize("most", [0, 1000])
def test_the_database_is_filled_beside_the_drawing_of_small_graphs_only(tmp_path, monkeypatch, most):
    threads = []

    def store(*arguments):
        threads.append(threading.current_thread() is threading.main_thread())
        return (), "remark"

    monkeypatch.setattr(building, "store", store)
    monkeypatch.setattr(building, "_BESIDE", most)
    assert write(graphs.small(), tmp_path)[1] == "remark"
    assert threads == [most == 0]
