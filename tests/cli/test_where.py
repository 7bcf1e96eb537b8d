"""Where a sentence stood, from the page of a PDF to every place where a person meets it: through the real stages."""

from __future__ import annotations

import csv
import json
import re

import pytest
from browser import Visit, until
from click.testing import CliRunner
from openpyxl import load_workbook
from read.mixed import pdf_of

from kg.cli import main
from kg.errors import UserError
from kg.store import embedded

FIRST = ("宁河县召开会议", "本报讯 5月13日，宁河县召开全县农业工作会议。县委书记", "周明远出席会议并讲话。")
SECOND = ("李文达到石桥镇调研", "本报讯 5月14日，宁河县县长李文达到石桥镇调研。", "")
TEXT = "李文达会见周明远\n\n本报讯（记者 何林）5月15日，宁河县县长李文达会见了青江市市长沈佳。\n"


def _page(title: str, *lines: str) -> str:
    shown = [f"/F 22 Tf 1 0 0 1 60 770 Tm {_shown(title)}"]
    shown += [f"/F 12 Tf 1 0 0 1 {60 if n else 84} {740 - 18 * n} Tm {_shown(line)}" for n, line in enumerate(lines)]
    return "BT " + "\n".join(shown) + " ET"


def _shown(text: str) -> str:
    return f"<{text.encode('utf-16-be').hex()}> Tj"


def kg(*arguments, lang="zh"):
    done = CliRunner(env={"KG_LANG": lang, "COLUMNS": "100"}).invoke(main, [*map(str, arguments)])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    pages, folder = (tmp_path_factory.mktemp(name) for name in ("pages", "out"))
    (pages / "2024-05-15_宁河日报.pdf").write_bytes(pdf_of(_page(*FIRST), _page(*SECOND)))
    (pages / "2024-05-16.txt").write_text(TEXT, encoding="utf-8")
    kg("build", pages, "-o", folder)
    return folder


def test_the_question_of_evidence_tells_page_and_box(out):
    rows = json.loads(kg("query", "evidence", "--on", out, "-f", "json"))
    told = {
        (article, page, where)
        for row in rows
        for article, page, where in zip(row["articles"], row["pages"], row["whereabouts"], strict=True)
    }
    files = {article.rpartition("#")[0] for article, *_ in told}
    assert files == {"2024-05-15_宁河日报.pdf", "2024-05-16.txt"}
    assert {page for article, page, _ in told if article.startswith("2024-05-15")} == {1, 2}
    # The sentence about the secretary stands on two lines of page 1: their box, from the upper left corner.
    assert any(page == 1 and re.fullmatch(r"第1页 左60 上\d\d 右\d{3} 下1[12]\d", where) for _, page, where in told)
    assert {(page, where) for article, page, where in told if article.endswith(".txt#0")} == {(0, "第11字")}
    table = kg("query", "evidence", "--on", out, "--param", "subject=李文达", "--param", "predicate=考察")
    assert "—— 2024-05-15_宁河日报.pdf#1，第2页" in table
    assert "宁河日报.pdf#1, page 2" in kg("query", "evidence", "--on", out, lang="en")


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("visits", "visitor=李文达"),
        ("posts", "person=李文达"),
        ("officials_at_meetings", "official=周明远"),
        ("sentences_with", "words=调研"),
    ],
)
def test_every_question_with_sentences_tells_their_pages(out, question, given):
    assert "宁河日报.pdf#" in kg("query", question, "--on", out, "--param", given)
    rows = json.loads(kg("query", question, "--on", out, "--param", given, "-f", "json"))
    told = [one for row in rows for one in zip(row["articles"], row["pages"], row["whereabouts"], strict=True)]
    on_pages = [one for one in told if one[0].startswith("2024-05-15")]
    assert on_pages and all(where.startswith(f"第{page}页 左") for _, page, where in on_pages)


def test_exports_tell_it(out, tmp_path):
    kg("export", out, "-f", "csv", "-o", tmp_path / "csv")
    with (tmp_path / "csv" / "sentences.csv").open(encoding="utf-8-sig") as file:
        pages = {(row["文件"], row["页"]) for row in csv.DictReader(file) if row["位置"]}
    assert pages == {("2024-05-15_宁河日报.pdf", "第1页"), ("2024-05-15_宁河日报.pdf", "第2页"), ("2024-05-16.txt", "")}
    assert " 第2页）" in (tmp_path / "csv" / "edges.csv").read_text(encoding="utf-8-sig")
    kg("export", out, "-f", "xlsx", "-o", tmp_path / "graph.xlsx")
    heads, *rows = load_workbook(tmp_path / "graph.xlsx", read_only=True)["原句"].iter_rows(values_only=True)
    at = heads.index("页")
    assert {row[at] for row in rows} == {"第1页", "第2页", None}
    assert all(str(row[at + 1]).startswith(row[at] or "第11字") for row in rows)
    kg("export", out, "-f", "jsonld", "-o", tmp_path / "graph.jsonld")


@pytest.mark.browser
def test_the_card_of_an_edge_tells_it(out, browser):
    page = Visit(browser, out / "maps" / "everything.html").page
    until(page, "window.kg !== undefined")
    cards = []
    for edge in range(page.evaluate("kg.graph.size")):
        page.evaluate(f"kg.app.chooseEdge({edge})")
        cards.append(page.inner_text("#detail footer.source"))
    page.close()
    assert any(card.endswith("2024-05-15_宁河日报.pdf　第2页") for card in cards)
    assert all("第" not in card for card in cards if card.endswith(".txt"))


def test_a_database_of_an_older_kg_says_to_build_again(out):
    with pytest.raises(UserError, match="build it again"):
        embedded.run(out / embedded.NAME, "MATCH (:Person)-[r:VISITED]->() RETURN r.not_yet AS x ORDER BY x", {})
