from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import networkx as nx
import pytest
from browser import Visit
from graphs import HOSTILE, article, entity, gold, hostile, large, small, triple

from kg.draw import draw, draw_all
from kg.draw.views import VIEWS, select
from kg.graph import build
from kg.legible import legible
from kg.model import Resolution

GRAPHS = {"small": small, "hostile": hostile, "gold": gold, "empty": lambda: Resolution((), (), ())}
EVERYTHING = VIEWS[-1]


@pytest.fixture(scope="module")
def maps(tmp_path_factory) -> dict[str, tuple[nx.MultiDiGraph, Path]]:
    """Each graph with the folder of its maps."""
    made = {}
    for name, make in GRAPHS.items():
        folder = tmp_path_factory.mktemp(name)
        graph = build(make())
        draw_all(graph, folder)
        made[name] = (graph, folder)
    return made


@pytest.fixture
def visit(browser):
    """Opens a page; at the end of the test it must have asked for nothing and thrown nothing."""
    visits = []

    def opened(path: Path) -> Visit:
        visits.append(Visit(browser, path))
        visits[-1].page.wait_for_function("window.kg !== undefined")
        return visits[-1]

    yield opened
    for one in visits:
        assert one.foreign == []
        assert one.errors == []
        assert one.page.evaluate("window.pwned") is None
        one.page.close()


@pytest.mark.browser
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
@pytest.mark.parametrize("name", GRAPHS)
def test_a_page_shows_the_filtered_graph_and_asks_for_nothing(maps, visit, name, view):
    graph, folder = maps[name]
    shown = select(graph, view)
    page = visit(folder / f"{view.name}.html").page
    assert set(page.evaluate("kg.nodes.getIds()")) == set(shown)
    assert set(page.evaluate("kg.edges.getIds()")) == {key for *_, key in shown.edges(keys=True)}
    assert page.evaluate("[kg.network.body.nodeIndices.length, kg.network.body.edgeIndices.length]") == [
        len(shown),
        shown.number_of_edges(),
    ]
    assert int(page.text_content("#node-count")) == len(shown)
    assert int(page.text_content("#edge-count")) == shown.number_of_edges()
    counts = Counter(label for _, label in shown.nodes(data="label"))
    legend = [text.split("\n") for text in page.locator("#types label").all_inner_texts()]
    assert {label: int(number) for label, number in legend} == dict(counts)


@pytest.mark.browser
def test_an_empty_view_says_so(maps, visit):
    page = visit(maps["empty"][1] / "projects.html").page
    assert "没有内容" in page.text_content("#empty")
    assert page.title().startswith("项目与地点")


@pytest.mark.browser
def test_a_page_that_asks_is_noticed(browser, tmp_path):
    (tmp_path / "x.html").write_text('<img src="http://127.0.0.1:9/x.png"><script>throw 1</script>', encoding="utf-8")
    visit = Visit(browser, tmp_path / "x.html")
    assert visit.foreign == ["http://127.0.0.1:9/x.png"]
    assert visit.errors
    visit.page.close()


def click(page, edge: str = "", node: str = "") -> None:
    found = {"nodes": [node] if node else [], "edges": [edge] if edge else []}
    page.evaluate("found => kg.network.body.emitter.emit('click', found)", found)


@pytest.mark.browser
def test_an_edge_shows_its_sentences_with_both_ends_marked(maps, visit):
    graph, folder = maps["small"]
    page = visit(folder / "everything.html").page
    source, target, key = next(
        (s, t, key) for s, t, key, data in graph.edges(data=True, keys=True) if data["titles"] == ["董事长"]
    )
    click(page, edge=key)
    quote = page.locator("#detail blockquote")
    assert quote.inner_text().startswith("云岭省委书记李明远在临江市会见江海公司董事长赵一平。")
    assert "《第1篇的标题》　2024-03-27" in quote.inner_text()
    assert page.text_content("#detail mark.subject") == graph.nodes[source]["name"]
    assert page.text_content("#detail mark.object") == graph.nodes[target]["name"]
    page.evaluate("key => kg.network.body.emitter.emit('hoverEdge', {edge: key})", key)
    assert "赵一平 → 任职 → 江海公司" in page.inner_text("#hint")
    assert "《第1篇的标题》" in page.inner_text("#hint")


@pytest.mark.browser
def test_marks_hold_behind_characters_outside_the_first_plane(visit, tmp_path):
    one = article(1, "👩‍👩‍👧𠮷野町的𠮷野一郎任江海公司总裁。")
    person, firm = entity("Person", "𠮷野一郎"), entity("Organization", "江海公司")
    graph = build(Resolution((one,), (person, firm), (triple(one, person, "HOLDS_POSITION", firm, titles=["总裁"]),)))
    draw(graph, tmp_path / "x.html", EVERYTHING)
    page = visit(tmp_path / "x.html").page
    click(page, edge=next(key for *_, key in graph.edges(keys=True)))
    assert page.text_content("#detail mark.subject") == "𠮷野一郎"
    assert page.text_content("#detail mark.object") == "江海公司"


@pytest.mark.browser
def test_hostile_names_are_shown_and_never_run(maps, visit):
    _, folder = maps["hostile"]
    page = visit(folder / "everything.html").page
    titles = page.evaluate("""() => {
        const say = (event, found) => kg.network.body.emitter.emit(event, found);
        for (const edge of kg.edges.getIds()) {
            say("click", { nodes: [], edges: [edge] });
            say("hoverEdge", { edge });
        }
        return kg.nodes.getIds().map((node) => {
            say("click", { nodes: [node], edges: [] });
            return document.querySelector("#detail h3").textContent;
        });
    }""")
    assert {legible(name) for name in HOSTILE if len(name) < 200} <= set(titles)
    assert page.locator("main img").count() == 0
    assert page.locator("script").count() == 5


@pytest.mark.browser
def test_the_legend_hides_and_the_search_finds(maps, visit):
    graph, folder = maps["gold"]
    page = visit(folder / "everything.html").page
    people = sum(data["type"] == "Person" for _, data in graph.nodes(data=True))
    page.locator("#types label").first.click()
    assert page.evaluate("kg.shownNodes.length") == len(graph) - people
    page.locator("#types label").first.click()
    page.locator("#predicates label").first.click()
    posts = sum(data["predicate"] == "HOLDS_POSITION" for *_, data in graph.edges(data=True))
    assert page.evaluate("kg.shownEdges.length") == graph.number_of_edges() - posts
    assert page.evaluate("kg.edges.length") == graph.number_of_edges()
    page.fill("#search", "青海省政协")
    page.keyboard.press("Enter")
    assert page.text_content("#detail h3") == "青海省政协"
    page.fill("#search", "没有这个名字")
    assert "没有找到" in page.inner_text("#matches")


@pytest.mark.browser
def test_some_thousand_nodes_open(browser, tmp_path):
    graph = build(large(1_000, 1_800))
    draw(graph, tmp_path / "x.html", EVERYTHING)
    visit = Visit(browser, tmp_path / "x.html")
    visit.page.wait_for_function("window.kg !== undefined", timeout=20_000)
    assert visit.page.evaluate("kg.nodes.length") == 1_000
    visit.page.close()


def test_nothing_in_a_page_points_outside(maps):
    for _, folder in maps.values():
        for path in folder.iterdir():
            text = path.read_text(encoding="utf-8")
            assert 'src="' not in text.split("<script type")[0]
            assert "cdn" not in text.split("<script>")[0].lower()


PROGRAM = """
import sys; sys.path.insert(0, sys.argv[1])
from pathlib import Path
from graphs import gold
from kg.draw import draw_all
from kg.export import gexf, graphml, lines, tables
from kg.graph import build
folder = Path(sys.argv[2]); graph = build(gold())
draw_all(graph, folder); graphml.write(graph, folder / "g.graphml"); gexf.write(graph, folder / "g.gexf")
tables.write(graph, folder); lines.write(gold(), folder)
"""


def test_the_same_bytes_in_another_process(tmp_path):
    digests = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        command = [sys.executable, "-c", PROGRAM, str(Path(__file__).parents[1]), str(folder)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        digests.append({path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()})
    assert digests[0] == digests[1]
    assert len(digests[0]) == 11
