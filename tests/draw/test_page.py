from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from browser import Visit, until
from graphs import HOSTILE, article, entity, gold, hostile, small, triple

from kg.correct.lines import parse, render
from kg.draw import draw, draw_all
from kg.draw.script import script
from kg.graph import build
from kg.legible import legible
from kg.model import Resolution
from kg.view.views import PAGES, VIEWS, select

GRAPHS = {"small": small, "hostile": hostile, "gold": gold, "empty": lambda: Resolution((), (), ())}
NAMES = [pytest.param(name, marks=pytest.mark.slow) if name == "small" else name for name in GRAPHS]
MAPS = [view for view in VIEWS if view.kind == "map"]
EVERYTHING = VIEWS[-1]


@pytest.fixture(scope="module")
def maps(tmp_path_factory) -> dict[str, tuple[nx.MultiDiGraph, Path]]:
    """Each graph with the folder of its pages."""
    made = {}
    for name, make in GRAPHS.items():
        folder = tmp_path_factory.mktemp(name)
        graph = build(make())
        draw_all(graph, folder)
        made[name] = (graph, folder)
    return made


# Two frames: what was asked for before the first is on the screen in the second.
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture
def visit(browser):
    """Opens a page; at the end of the test it must have asked for nothing and thrown nothing."""
    visits = []

    def opened(path: Path, **screen: Any) -> Visit:
        visits.append(Visit(browser, path, **screen))
        until(visits[-1].page, "window.kg !== undefined")
        visits[-1].page.evaluate(PAINTED)
        return visits[-1]

    yield opened
    for one in visits:
        assert one.foreign == []
        assert one.errors == []
        assert one.page.evaluate("window.pwned") is None
        one.page.close()


@pytest.mark.browser
@pytest.mark.parametrize("view", MAPS, ids=lambda view: view.name)
@pytest.mark.parametrize("name", NAMES)
def test_a_map_holds_the_filtered_graph_and_asks_for_nothing(maps, visit, name, view):
    graph, folder = maps[name]
    shown = select(graph, view)
    page = visit(folder / f"{view.name}.html").page
    assert page.evaluate("[kg.graph.count, kg.graph.size]") == [len(shown), shown.number_of_edges()]
    drawn = page.evaluate("kg.app.seen.nodes.length")
    assert drawn == page.evaluate("kg.map.nodes.getIds().filter((id) => id[0] === 'n').length") <= 150
    assert drawn > 0 or len(shown) == 0
    assert f"{drawn} / {len(shown)}" in page.inner_text("#shown")
    counts = Counter(label for _, label in shown.nodes(data="label"))
    legend = [text.split("\n") for text in page.locator("#types label").all_inner_texts()]
    assert {label: int(number) for label, number in legend} == dict(counts)


@pytest.mark.browser
@pytest.mark.parametrize("view", [view for view in PAGES if view.kind != "map"], ids=lambda view: view.name)
@pytest.mark.parametrize("name", NAMES)
def test_the_other_pages_open_and_ask_for_nothing(maps, visit, name, view):
    page = visit(maps[name][1] / f"{view.name}.html").page
    assert page.inner_text("#page").strip()
    assert page.evaluate("typeof vis") == "undefined"


@pytest.mark.browser
def test_an_empty_view_says_so(maps, visit):
    page = visit(maps["empty"][1] / "projects.html").page
    assert "没有可以放进" in page.text_content("#empty")
    assert page.title().startswith("项目与地点")
    assert "没有内容" in visit(maps["empty"][1] / "index.html").page.text_content("#page")


@pytest.mark.browser
def test_a_page_that_asks_is_noticed(browser, tmp_path):
    (tmp_path / "x.html").write_text('<img src="http://127.0.0.1:9/x.png"><script>throw 1</script>', encoding="utf-8")
    visit = Visit(browser, tmp_path / "x.html")
    assert visit.foreign == ["http://127.0.0.1:9/x.png"]
    assert visit.errors
    visit.page.close()


def spot(page, name: str) -> tuple[float, float]:
    """Where the middle of a node is on the screen."""
    x, y = page.evaluate(
        """name => {
            const node = kg.app.seen.nodes.find((one) => kg.graph.name(one) === name);
            const at = kg.map.network.canvasToDOM(kg.map.network.getPosition(`n${node}`));
            const box = document.getElementById("map").getBoundingClientRect();
            return [box.left + at.x, box.top + at.y];
        }""",
        name,
    )
    return x, y


def between(page, one: str, other: str) -> tuple[float, float]:
    (x1, y1), (x2, y2) = spot(page, one), spot(page, other)
    return (x1 + x2) / 2, (y1 + y2) / 2


@pytest.mark.browser
def test_one_click_on_a_line_shows_its_sentence_with_both_names_marked(maps, visit):
    page = visit(maps["small"][1] / "officials.html").page
    page.mouse.click(*between(page, "赵一平", "江海公司"))
    quote = page.locator("#detail blockquote")
    assert quote.inner_text().startswith("云岭省委书记李明远在临江市会见江海公司董事长赵一平。")
    assert "《第1篇的标题》　2024-03-27" in quote.inner_text()
    assert page.text_content("#detail mark.subject") == "赵一平"
    assert page.text_content("#detail mark.object") == "江海公司"
    assert "edge=" in page.url


@pytest.mark.browser
def test_a_line_under_the_pointer_says_what_it_is(maps, visit):
    page = visit(maps["small"][1] / "officials.html").page
    page.mouse.move(*between(page, "赵一平", "江海公司"), steps=4)
    page.wait_for_selector("#hint:not([hidden])")
    assert "赵一平 → 任职 → 江海公司" in page.inner_text("#hint")
    assert "《第1篇的标题》" in page.inner_text("#hint")


@pytest.mark.browser
def test_a_click_on_a_node_shows_its_card_and_dims_the_rest(maps, visit):
    page = visit(maps["small"][1] / "everything.html").page
    page.mouse.click(*spot(page, "李明远"))
    page.wait_for_selector("#detail h2")
    card = page.inner_text("#detail")
    assert page.text_content("#detail h2") == "李明远"
    assert "任职" in card
    assert "书记 · 2024-03-27 至 2024-05-06" in card
    dim = page.evaluate("kg.map.nodes.get().filter((node) => node.opacity < 1).length")
    assert 0 < dim < page.evaluate("kg.map.nodes.length")


@pytest.mark.browser
def test_marks_hold_behind_characters_outside_the_first_plane(visit, tmp_path):
    one = article(1, "👩‍👩‍👧𠮷野町的𠮷野一郎任江海公司总裁。")
    person, firm = entity("Person", "𠮷野一郎"), entity("Organization", "江海公司")
    graph = build(Resolution((one,), (person, firm), (triple(one, person, "HOLDS_POSITION", firm, titles=["总裁"]),)))
    draw(graph, tmp_path / "x.html", EVERYTHING)
    page = visit(tmp_path / "x.html").page
    page.evaluate("kg.app.chooseEdge(0)")
    assert page.text_content("#detail mark.subject") == "𠮷野一郎"
    assert page.text_content("#detail mark.object") == "江海公司"


@pytest.mark.browser
@pytest.mark.parametrize("view", PAGES, ids=lambda view: view.name)
def test_hostile_names_are_shown_and_never_run(maps, visit, view):
    page = visit(maps["hostile"][1] / f"{view.name}.html").page
    titles = page.evaluate("""() => {
        const said = [];
        if (kg.app.view.kind === "home") return [];
        for (let edge = 0; edge < kg.graph.size; edge += 1) kg.app.chooseEdge(edge);
        for (let node = 0; node < kg.graph.count; node += 1) {
            kg.app.choose(node);
            said.push(document.querySelector("#detail h2").textContent);
        }
        return said;
    }""")
    shown = {legible(name) for name in HOSTILE if len(name) < 200}
    if view.name in ("officials", "posts", "everything"):
        assert shown <= set(titles)
    assert page.locator("main img").count() == 0
    assert page.locator("script").count() == (3 if view.kind == "map" else 2)


@pytest.mark.browser
def test_a_hidden_type_or_relation_leaves_no_orphan_and_no_broken_click(maps, visit):
    page = visit(maps["gold"][1] / "everything.html").page
    before = page.inner_text("#shown")
    page.locator("#types label", has_text="组织").click()
    page.locator("#predicates label", has_text="任职").click()
    assert page.evaluate("kg.app.seen.nodes.every((node) => kg.app.kept().joined[node])")
    assert page.evaluate("kg.app.seen.nodes.every((node) => kg.graph.type(node).name !== 'Organization')")
    assert page.evaluate("kg.map.edges.get().every((edge) => kg.map.nodes.get(edge.from) && kg.map.nodes.get(edge.to))")
    assert page.inner_text("#shown") != before
    assert page.locator("#predicates label", has_text="签署").locator(".number").inner_text() == "0"
    page.evaluate("kg.app.choose(kg.graph.page.nodes.names.indexOf('陈刚'))")
    for number in range(page.locator("#detail .list button.link").count()):
        page.locator("#detail .list button.link").nth(number).click()
        assert page.locator("#detail blockquote").count() > 0
        page.go_back()
    # What the filter hides is found all the same, and the filter makes way for it.
    page.fill("#search", "青海省政协")
    assert "已被筛选隐藏" in page.inner_text("#matches li >> nth=0")
    page.keyboard.press("Enter")
    assert page.text_content("#detail h2") == "青海省政协"
    assert page.locator("#types input:not(:checked)").count() == 0


@pytest.mark.browser
def test_search_by_name_post_pinyin_and_keys(maps, visit):
    page = visit(maps["gold"][1] / "everything.html").page
    for query, name in (("陈刚", "陈刚"), ("chengang", "陈刚"), ("cg", "陈刚"), ("wutianxiao", "")):
        page.fill("#search", query)
        found = page.locator("#matches li span").all_inner_texts()
        assert (found[0] == name) if name else found == []
    assert "没有找到" in page.inner_text("#matches")
    page.fill("#search", "青海省委书记")
    assert "陈刚" in page.locator("#matches li span").all_inner_texts()
    page.fill("#search", "西宁")
    names = page.locator("#matches li span").all_inner_texts()
    assert names[0] == "西宁"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.locator("#matches [aria-selected=true] span").inner_text() == names[1]
    page.keyboard.press("Enter")
    assert page.text_content("#detail h2") == names[1]
    assert page.is_hidden("#matches")
    page.fill("#search", "西")
    page.keyboard.press("Escape")
    assert page.is_hidden("#matches")
    page.fill("#search", "西")
    page.mouse.click(*spot(page, names[1]))
    assert page.is_hidden("#matches")


@pytest.mark.browser
def test_a_zoom_sets_no_text_anew_and_is_sharp_afterwards(maps, visit):
    page = visit(maps["gold"][1] / "everything.html").page
    page.wait_for_timeout(300)
    page.evaluate("""() => {
        const plain = CanvasRenderingContext2D.prototype.fillText;
        window.set = 0;
        CanvasRenderingContext2D.prototype.fillText = function fillText(...given) {
            window.set += 1;
            return plain.apply(this, given);
        };
        kg.map.network.moveTo({ scale: kg.map.network.getScale() * 1.1 });
    }""")
    page.evaluate(PAINTED)
    assert page.evaluate("window.set") == 0
    until(page, f"window.set >= {page.evaluate('kg.app.seen.nodes.length')} / 2")


@pytest.mark.browser
def test_a_large_page_is_packed_and_opens_all_the_same(monkeypatch, visit, tmp_path):
    monkeypatch.setattr("kg.draw.network._MANY", 10)
    graph = build(gold())
    draw(graph, tmp_path / "packed.html", EVERYTHING)
    assert "陈刚" not in (tmp_path / "packed.html").read_text(encoding="utf-8")
    page = visit(tmp_path / "packed.html").page
    assert page.evaluate("kg.graph.page.nodes.names") == [name for _, name in graph.nodes(data="name")]
    page.fill("#search", "chengang")
    assert page.locator("#matches li span").all_inner_texts()[0] == "陈刚"


@pytest.mark.browser
def test_unfold_and_fold(maps, visit):
    page = visit(maps["gold"][1] / "everything.html", fragment="#size=10").page
    hub = page.evaluate("kg.app.seen.nodes.find((node) => kg.app.seen.hidden.get(node).badge > 1)")
    drawn = page.evaluate("kg.app.seen.nodes")
    badge = page.evaluate(
        """hub => {
            const badge = kg.map.badges().find(({ node }) => node === hub);
            const at = kg.map.network.canvasToDOM(badge);
            const box = document.getElementById("map").getBoundingClientRect();
            return [box.left + at.x, box.top + at.y];
        }""",
        hub,
    )
    page.mouse.click(*badge)
    until(page, f"kg.app.seen.nodes.length > {len(drawn)}")
    places = page.evaluate(
        "kg.app.seen.nodes.map((node) => [kg.places().get(`n${node}`).x, kg.places().get(`n${node}`).y])"
    )
    assert len({tuple(place) for place in places}) == len(places)
    page.click("[data-do=fold]")
    assert page.evaluate("kg.app.seen.nodes") == drawn


@pytest.mark.browser
def test_back_forward_and_the_state_in_the_address(maps, visit):
    folder = maps["gold"][1]
    page = visit(folder / "everything.html").page
    names = page.evaluate("kg.app.seen.nodes.slice(0, 2).map(kg.graph.name)")
    for name in names:
        page.mouse.click(*spot(page, name))
        until(page, f"document.querySelector('#detail h2')?.textContent === {json.dumps(name)}")
    page.go_back()
    assert page.text_content("#detail h2") == names[0]
    page.go_forward()
    assert page.text_content("#detail h2") == names[1]
    page.locator("#types label").first.click()
    other = visit(folder / "everything.html", fragment="#" + page.url.split("#")[1]).page
    assert other.evaluate("kg.app.seen.nodes") == page.evaluate("kg.app.seen.nodes")
    assert other.evaluate("[...kg.places()].map(String)") == page.evaluate("[...kg.places()].map(String)")
    assert other.text_content("#detail h2") == names[1]


@pytest.mark.browser
def test_a_path_between_two_is_told_in_words(maps, visit):
    page = visit(maps["small"][1] / "everything.html").page
    page.mouse.click(*spot(page, "云岭省委"))
    page.keyboard.press("p")
    assert "起点：云岭省委" in page.inner_text("#detail")
    page.fill("#search", "全省绿色")
    page.keyboard.press("Enter")
    told = page.inner_text("#detail")
    assert "云岭省委 与 全省绿色发展大会：2 步" in told
    assert "李明远 任职 云岭省委" in told
    assert "李明远 参加 全省绿色发展大会" in told
    assert page.locator("#detail blockquote").count() == 2
    assert page.evaluate("kg.app.seen.nodes.map(kg.graph.name).sort()") == sorted(
        ["云岭省委", "李明远", "全省绿色发展大会"]
    )
    page.locator("#detail .step").first.click()
    assert page.locator("#detail blockquote").count() >= 1


@pytest.mark.browser
def test_dates_confidence_and_one_file(maps, visit):
    page = visit(maps["small"][1] / "everything.html").page
    page.click("#more-title")
    bars = page.locator("#histogram button")
    assert bars.count() > 2
    bars.last.click()
    assert page.evaluate("kg.app.state.asked.to") == "2024-05-06"
    assert page.evaluate("kg.app.kept().passes.reduce((sum, one) => sum + one)") < page.evaluate("kg.graph.size")
    page.click("#clear")
    page.locator("#confidence").fill("95")
    assert "没有可以显示" in page.inner_text("#empty")
    page.click("#clear")
    assert page.is_hidden("#empty")
    page.evaluate("kg.app.chooseEdge(0)")
    page.get_by_role("button", name="只看这篇").first.click()
    assert "file=" in page.url
    assert "只看" in page.inner_text("#cleared")


@pytest.mark.browser
def test_a_place_is_shown_with_all_that_lies_in_it(maps, visit):
    folder = maps["gold"][1]
    page = visit(folder / "everything.html").page
    page.click("#more-title")
    page.fill("#place", "西宁及所属")
    page.keyboard.press("Enter")
    assert "只看：西宁及所属" in page.inner_text("#cleared")
    ends = page.evaluate("""() => [...Array(kg.graph.size).keys()].filter((edge) => kg.app.passes(edge))
        .map((edge) => [kg.graph.source(edge), kg.graph.target(edge)].flatMap(kg.graph.areas))""")
    assert ends
    assert all("西宁市" in areas for areas in ends)
    assert "place=" in page.url
    # All of it is on the screen.
    page.evaluate(PAINTED)
    assert page.evaluate("""() => {
        const { network, nodes } = kg.map;
        const { width, height } = document.getElementById("map").getBoundingClientRect();
        const inside = ({ x, y }) => x > -4 && x < width + 4 && y > -4 && y < height + 4;
        return nodes.get().map(({ id }) => network.getBoundingBox(id))
            .flatMap(({ left, right, top, bottom }) => [{ x: left, y: top }, { x: right, y: bottom }])
            .map((at) => network.canvasToDOM(at)).every(inside);
    }""")
    assert page.evaluate("kg.map.network.getScale()") > 0.55
    # Up the tree and down it again.
    page.locator("#more .chip", has_text="青海省").click()
    assert page.evaluate("kg.app.state.asked.place") == "青海省"
    page.locator("#more .chip", has_text="西宁市").click()
    assert page.evaluate("kg.app.state.asked.place") == "西宁市"
    page.evaluate("kg.app.choose(kg.graph.page.nodes.names.indexOf('大通县'))")
    assert "所在：青海省 › 西宁市" in page.inner_text("#detail")
    start = visit(folder / "index.html").page
    start.locator(".places a", has_text="青海省").click()
    until(start, "window.kg?.app.view.name === 'everything'")
    assert start.evaluate("kg.app.state.asked.place") == "青海省"


@pytest.mark.browser
def test_a_source_is_chosen_by_words_of_its_file_or_title(maps, visit):
    page = visit(maps["small"][1] / "everything.html").page
    page.click("#more-title")
    page.fill("#file", "第3篇")
    page.keyboard.press("Enter")
    assert "只看：第3篇" in page.inner_text("#cleared")
    names = page.evaluate("kg.app.seen.nodes.map(kg.graph.name)")
    assert "全省绿色发展大会" in names
    assert "战略合作协议" not in names
    page.focus("#file")
    assert page.locator("#files option").count() == 3


@pytest.mark.browser
def test_the_days_of_a_bar_are_shown_in_detail_and_left_again(maps, visit):
    page = visit(maps["small"][1] / "everything.html").page
    page.click("#more-title")
    bars = page.locator("#histogram button")
    bars.first.hover()
    page.mouse.down()
    bars.nth(3).hover()
    page.mouse.up()
    asked = page.evaluate("kg.app.state.asked")
    assert asked["from"] == "2024-03-27"
    assert asked["to"] < "2024-05-06"
    assert bars.count() < 5
    page.click("#all-days")
    assert page.evaluate("[kg.app.state.asked.from, kg.app.state.asked.to]") == ["", ""]


@pytest.mark.browser
def test_days_that_are_told_in_part_have_their_place(visit, tmp_path):
    paper = article(1, "李明远会见赵一平。李明远会见王小川。李明远会见钱多。李明远会见孙立。", date="2024-05-06")
    li, *others = (entity("Person", name) for name in ("李明远", "赵一平", "王小川", "钱多", "孙立"))
    days = ("2024-12", "2024", "--12-19", "2024-11-02")
    facts = [triple(paper, li, "MET_WITH", one, date=day) for one, day in zip(others, days, strict=True)]
    graph = build(Resolution((paper,), (li, *others), tuple(facts)))
    draw_all(graph, tmp_path)
    page = visit(tmp_path / "events.html").page
    assert page.locator(".month h2").all_inner_texts() == ["2024-12", "2024-11", "2024", "年份或日期不明"]
    assert page.locator(".day time").all_inner_texts() == ["—", "11-02", "—", "12-19"]
    page = visit(tmp_path / "everything.html").page
    page.click("#more-title")
    page.fill("#date-from", "2024-12-05")
    page.dispatch_event("#date-from", "change")
    assert sorted(page.evaluate("kg.app.seen.nodes.map(kg.graph.name)")) == sorted(["李明远", "赵一平", "王小川"])
    page.click("#clear")
    page.evaluate("kg.app.choose(kg.graph.page.nodes.names.indexOf('钱多'))")
    assert "12-19（年份不详）" in page.inner_text("#detail")


@pytest.mark.browser
def test_a_theme_is_drawn_alone_and_left_again(maps, visit):
    page = visit(maps["gold"][1] / "everything.html").page
    before = page.evaluate("kg.app.seen.nodes")
    page.locator(".theme").nth(1).click()
    members = page.evaluate("kg.graph.page.themes[1]")
    assert page.evaluate("kg.app.seen.nodes") == members
    assert "theme=2" in page.url
    page.mouse.click(*spot(page, page.evaluate("kg.graph.name(kg.app.seen.nodes[0])")))
    assert page.evaluate("kg.app.seen.nodes") == members
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.evaluate("kg.app.seen.nodes") == before


@pytest.mark.browser
def test_a_view_is_kept_named_and_forgotten(maps, visit):
    page = visit(maps["gold"][1] / "everything.html").page
    page.evaluate("kg.app.ask({ predicates: ['ATTENDED'] })")
    page.click("#keep")
    assert "视图 1" in page.inner_text("#detail")
    page.click("#clear")
    page.click(".view a")
    until(page, "kg.app.state.asked.predicates.length === 1")
    page.get_by_role("button", name="改名").click()
    page.fill(".view input", "谁参加了什么：给编辑部看")
    page.keyboard.press("Enter")
    assert page.inner_text(".view a") == "谁参加了什么：给编辑部看"
    page.get_by_role("button", name="删除").click()
    assert page.locator(".view").count() == 0


@pytest.mark.browser
def test_the_least_number_of_links_thins_the_map(maps, visit):
    page = visit(maps["gold"][1] / "everything.html").page
    page.click("#more-title")
    page.fill("#links", "3")
    kept = page.evaluate("kg.app.seen.nodes.map((node) => kg.app.kept().degrees[node])")
    assert kept
    assert min(kept) >= 3


@pytest.mark.browser
def test_what_is_on_the_map_is_saved_as_a_table(maps, visit, tmp_path):
    page = visit(maps["small"][1] / "everything.html").page
    with page.expect_download() as found:
        page.click("#sheet")
    found.value.save_as(tmp_path / "x.csv")
    rows = list(csv.reader((tmp_path / "x.csv").open(encoding="utf-8-sig", newline="")))
    assert len(rows) == 1 + page.evaluate("kg.map.edges.length")
    assert {len(row) for row in rows} == {18}
    assert "页" in rows[0]
    assert ["赵一平", "人物", "任职", "江海公司", "组织", "董事长"] in [row[:6] for row in rows]


@pytest.mark.browser
def test_what_is_on_the_map_is_saved_as_records_with_all_sentences(maps, visit, tmp_path):
    page = visit(maps["small"][1] / "everything.html").page
    page.evaluate("kg.app.ask({ predicates: kg.graph.words.predicates.map(({ name }) => name).slice(1) })")
    with page.expect_download() as found:
        page.click("#json")
    found.value.save_as(tmp_path / "x.json")
    records = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    assert len(records) == page.evaluate("kg.map.edges.length") > 0
    assert {one["predicate"] for one in records} == {"HOLDS_POSITION"}
    assert records[0]["subject"]["name"] in records[0]["evidence"][0]["sentence"]


@pytest.mark.browser
def test_one_relation_alone_and_all_lines_with_their_names(maps, visit):
    page = visit(maps["gold"][1] / "everything.html").page
    page.hover("#predicates li:has([data-name=ATTENDED])")
    page.click("#predicates li:has([data-name=ATTENDED]) .only")
    assert (
        page.evaluate(
            "new Set(kg.map.edges.get().map((edge) => edge.id[0] === 'e' "
            "? kg.graph.predicate(Number(edge.id.slice(1))).name : '')).has('MET_WITH')"
        )
        is False
    )
    assert page.is_checked("#predicates [data-name=ATTENDED]")
    assert not page.is_checked("#predicates [data-name=MET_WITH]")
    page.click("#clear")
    labels = "kg.map.edges.get().filter(({ label }) => label).length"
    before = page.evaluate(labels)
    page.keyboard.press("l")
    assert page.evaluate(labels) > before
    page.keyboard.press("l")
    assert page.evaluate(labels) == before


@pytest.mark.browser
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [770, 1024, 1245, 1300, 1438, 1440])
def test_all_buttons_are_in_sight(maps, visit, width, language):
    page = visit(maps["gold"][1] / "everything.html", width=width, height=768, fragment=f"#lang={language}").page
    stage, boxes = page.evaluate("""() => {
        const box = ({ left, right, top, bottom }) => [left, right, top, bottom];
        const found = [...document.querySelectorAll("#bar button, #bar input")]
            .map((one) => box(one.getBoundingClientRect()));
        return [box(document.getElementById("stage").getBoundingClientRect()), found];
    }""")
    assert len(boxes) == 8
    assert all(stage[0] <= one[0] and one[1] <= stage[1] and one[3] <= stage[3] + 1 for one in boxes)
    assert page.evaluate("document.getElementById('map').getBoundingClientRect().bottom") <= min(
        one[2] for one in boxes
    )
    page.click("#whole", timeout=5000)  # nothing lies on it
    assert page.evaluate("kg.map.network.getScale()") > 0.6


@pytest.mark.browser
def test_a_correction_that_was_copied_is_one_that_kg_takes(maps, visit):
    page = visit(maps["small"][1] / "everything.html").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("kg.app.chooseEdge(0)")
    page.get_by_role("button", name="复制更正行").first.click()
    until(page, "document.querySelector('#detail').innerText.includes('已复制')")
    copied = page.evaluate("navigator.clipboard.readText()")
    [line] = parse(render([]) + copied, "here")
    assert (line.action, line.predicate) == ("reject", page.evaluate("kg.graph.predicate(0).label"))
    assert line.name == page.evaluate("kg.graph.name(kg.graph.source(0))")


@pytest.mark.browser
def test_png_and_svg_hold_the_picture(maps, visit, tmp_path):
    page = visit(maps["small"][1] / "everything.html").page
    for kind in ("png", "svg"):
        with page.expect_download() as found:
            page.click(f"#{kind}")
        found.value.save_as(tmp_path / f"x.{kind}")
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "x.png").stat().st_size > 20_000
    drawn = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert "李明远" in drawn
    assert drawn.count("<path") >= page.evaluate("kg.map.edges.length")


@pytest.mark.browser
def test_the_english_switch_stays_and_travels(maps, visit):
    page = visit(maps["small"][1] / "officials.html").page
    page.click("#language")
    assert page.inner_text("#title") == "Officials"
    assert "Person" in page.inner_text("#types")
    assert "holds a post" in page.evaluate("(kg.app.chooseEdge(0), document.querySelector('#detail').innerText)")
    assert page.get_attribute("nav a >> nth=2", "href") == "companies.html#lang=en"
    page.click("#language")
    assert page.inner_text("#title") == "官员与会议"


@pytest.mark.browser
def test_everything_by_keyboard(maps, visit):
    page = visit(maps["gold"][1] / "everything.html").page
    page.keyboard.press("/")
    page.keyboard.type("chengang")
    page.keyboard.press("Enter")
    assert page.text_content("#detail h2") == "陈刚"
    page.focus("#map")
    before = page.evaluate("kg.app.seen.nodes.length")
    page.keyboard.press("e")
    assert page.evaluate("kg.app.seen.nodes.length") >= before
    page.keyboard.press("ArrowRight")
    assert page.text_content("#detail h2") != "陈刚"
    assert page.inner_text("#said") == page.text_content("#detail h2")
    page.keyboard.press("o")
    assert "around=" in page.url
    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.keyboard.press("Escape")
    assert page.is_hidden("#help")
    for _ in range(3):
        page.keyboard.press("Escape")
    assert page.evaluate("[kg.app.state.node, kg.app.state.focus]") == [None, None]
    page.focus("#detail .chip:not(.theme) >> nth=0")
    page.keyboard.press("Enter")
    assert page.locator("#detail h2").count() == 1


@pytest.mark.browser
@pytest.mark.parametrize("view", PAGES, ids=lambda view: view.name)
def test_a_phone_shows_the_page_and_it_does_not_grow(maps, visit, view):
    page = visit(maps["gold"][1] / f"{view.name}.html", width=390, height=844).page
    size = "[document.getElementById('stage').offsetWidth, document.getElementById('stage').offsetHeight]"
    before = page.evaluate(size)
    page.wait_for_timeout(250)  # it grew by some 75 pixels meanwhile
    assert page.evaluate(size) == before
    assert before[0] == 390
    assert 250 < before[1] < 800
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    if view.kind == "map":
        painted = """() => { const canvas = document.querySelector("#map canvas");
            const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
            return data.some((value) => value > 0); }"""
        assert page.evaluate(painted)
        # Everything that is drawn lies on the screen, and its names can be read.
        left, right, top, bottom, scale = page.evaluate("""() => {
            const { network, nodes } = kg.map;
            const boxes = nodes.get().map(({ id }) => network.getBoundingBox(id));
            const corners = boxes.flatMap(({ left, right, top, bottom }) =>
                [{ x: left, y: top }, { x: right, y: bottom }].map((at) => network.canvasToDOM(at)));
            const [x, y] = [corners.map((at) => at.x), corners.map((at) => at.y)];
            return [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y), network.getScale()];
        }""")
        assert (left > -4, right < 394, top > -4, bottom < before[1]) == (True, True, True, True)
        assert scale > 0.6
        page.evaluate("kg.app.choose(kg.app.seen.nodes[0])")
        assert page.is_visible("#detail h2")


@pytest.mark.browser
def test_dark_where_the_system_is_dark_and_where_asked(maps, browser):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto((maps["small"][1] / "officials.html").as_uri())
    until(page, "window.kg !== undefined")
    colour = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(colour)
    assert max(map(int, re.findall(r"\d+", dark))) < 60
    assert page.evaluate("kg.map.nodes.get()[0].font.color") == "#e7eaf0"
    page.click("#theme")
    assert page.evaluate(colour) == "rgb(255, 255, 255)"
    context.close()


@pytest.mark.browser
def test_printing_shows_the_whole_drawing_and_the_whole_card(maps, visit):
    page = visit(maps["gold"][1] / "everything.html").page
    page.evaluate("kg.app.choose(kg.graph.page.nodes.names.indexOf('陈刚'))")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    box = page.locator("#paper svg").bounding_box()
    _, _, width, height = map(float, page.get_attribute("#paper svg", "viewBox").split())
    assert box["height"] > 200
    assert (
        abs(box["width"] / box["height"] - width / height) < 0.5
        or page.get_attribute("#paper svg", "preserveAspectRatio") is None
    )
    assert page.is_hidden("#map")
    assert page.evaluate(
        "document.getElementById('detail').scrollHeight <= document.getElementById('detail').clientHeight + 1"
    )
    page.emulate_media(media="screen")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("view", MAPS, ids=lambda view: view.name)
def test_no_line_runs_through_a_stranger_and_no_two_names_lie_on_each_other(maps, visit, view):
    page = visit(maps["gold"][1] / f"{view.name}.html").page
    hits, lines = page.evaluate("""() => {
        const { network, nodes, edges } = kg.map;
        const at = network.getPositions();
        let hits = 0;
        for (const edge of edges.get()) {
            const drawn = network.body.edges[edge.id].edgeType;
            for (let part = 0.02; part < 1; part += 0.02) {
                const point = drawn.getPoint(part);
                const hit = nodes.get().some((node) => node.id !== edge.from && node.id !== edge.to
                    && Math.hypot(point.x - at[node.id].x, point.y - at[node.id].y) < node.size * 0.8);
                if (hit) { hits += 1; break; }
            }
        }
        return [hits, edges.length];
    }""")
    assert lines > 10
    assert hits == 0
    overlaps, scale = page.evaluate("""() => {
        const { network, nodes } = kg.map;
        const boxes = nodes.get().map(({ id }) => network.getBoundingBox(id));
        let overlaps = 0;
        boxes.forEach((a, n) => boxes.slice(n + 1).forEach((b) => {
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (across > 6 && down > 6) overlaps += 1;
        }));
        return [overlaps, network.getScale()];
    }""")
    assert overlaps == 0
    # Lines of a label keep off each other.
    apart = page.evaluate("""() => Object.values(kg.map.network.body.nodes).map((node) => node.labelModule)
        .filter(({ lines }) => lines?.length > 1)
        .map(({ lines, fontOptions }) => lines[0].height / fontOptions.size)""")
    assert apart
    assert min(apart) >= 1.2
    assert scale > 0.55


@pytest.mark.browser
def test_posts_are_charted_by_rank(maps, visit):
    page = visit(maps["small"][1] / "posts.html").page
    assert "云岭省委" in page.inner_text(".bodies")
    page.locator(".body", has_text="江海公司").click()
    assert page.inner_text(".root") == "江海公司"
    assert "主要负责人" in page.inner_text("#page")
    page.locator(".person", has_text="赵一平").click()
    assert page.text_content("#detail mark.subject") == "赵一平"


@pytest.mark.browser
def test_the_time_line_has_days_participants_and_evidence(maps, visit):
    page = visit(maps["small"][1] / "events.html").page
    assert page.locator(".month h2").all_inner_texts() == ["2024-05", "2024-03"]
    assert "李明远" in page.inner_text(".day >> nth=0")
    page.locator(".who", has_text="李明远").first.click()
    assert page.locator("#detail blockquote").count() > 0
    page.fill("#search", "赵一平")
    page.keyboard.press("Enter")
    assert "只看 赵一平" in page.inner_text(".lead")
    assert "全省绿色发展大会" not in page.inner_text("#page")


@pytest.mark.browser
def test_what_is_found_comes_with_some_of_its_neighbours(maps, visit):
    page = visit(maps["gold"][1] / "everything.html").page
    page.locator(".theme").nth(1).click()
    page.fill("#search", "公保扎西")
    page.keyboard.press("Enter")
    assert page.text_content("#detail h2") == "公保扎西"
    lit = page.evaluate("kg.map.nodes.get().filter((node) => node.opacity === 1).length")
    assert lit > 1
    assert "青海省政协" in page.evaluate("kg.app.seen.nodes.map(kg.graph.name)")


@pytest.mark.browser
def test_the_first_page_leads_to_the_node(maps, visit):
    page = visit(maps["gold"][1] / "index.html").page
    page.fill("#search", "青海省委书记")
    assert "陈刚" in page.locator("#matches li span").all_inner_texts()
    page.fill("#search", "chengang")
    page.keyboard.press("Enter")
    until(page, "window.kg?.app.view.name === 'everything'")
    assert page.text_content("#detail h2") == "陈刚"
    assert page.evaluate("kg.app.seen.nodes.includes(kg.app.state.node)")


def test_nothing_in_a_page_points_outside(maps):
    for _, folder in maps.values():
        for path in folder.iterdir():
            text = path.read_text(encoding="utf-8")
            assert 'src="' not in text.split("<script type")[0]
            assert "cdn" not in text.split("<script>")[0].lower()
            assert "default-src 'none'" in text


def test_the_script_is_whole():
    text = script()
    assert not re.search(r"^(import|export) ", text, re.MULTILINE)
    assert text.count('"use strict"') == 1
    for path in (Path(script.__wrapped__.__code__.co_filename).parent / "page" / "js").glob("*.js"):
        assert f"const ${path.stem} = " in text


def test_the_data_of_a_page_is_read_back(maps):
    graph, folder = maps["gold"]
    text = (folder / "everything.html").read_text(encoding="utf-8")
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)[1])
    assert data["nodes"]["names"] == [name for _, name in graph.nodes(data="name")]
    assert sorted(data["first"]["order"]) == list(range(len(graph)))


PROGRAM = """
import sys; sys.path.insert(0, sys.argv[1])
from pathlib import Path
from graphs import varied
from kg.draw import draw_all
from kg.export import gexf, graphml, lines, tables
from kg.graph import build
folder = Path(sys.argv[2]); found = varied(60, 90); graph = build(found)
draw_all(graph, folder, groups=True); graphml.write(graph, folder / "g.graphml"); gexf.write(graph, folder / "g.gexf")
tables.write(graph, folder); lines.write(found, folder)
"""


@pytest.mark.slow
def test_the_same_bytes_in_another_process(tmp_path):
    folders = [tmp_path / seed for seed in ("1", "2")]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(Path(__file__).parents[1]), str(folder)],
            env={**os.environ, "PYTHONHASHSEED": folder.name},
        )
        for folder in folders
    ]
    assert [process.wait() for process in running] == [0, 0]
    digests = [
        {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()} for folder in folders
    ]
    assert digests[0] == digests[1]
    assert len(digests[0]) == len(PAGES) + 8
