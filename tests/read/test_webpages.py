"""Web pages in plain markup: of several articles, of one, and laid out by tables (kg/read/forms)."""

from pathlib import Path

import pytest
from read.given import read
from read.webpages import (
    FAIR,
    FAIR_LEAD,
    FAIR_REST,
    LONG,
    PART_ONE,
    PART_TWO,
    ROAD,
    ROAD_LEAD,
    ROAD_PLAIN,
    ROAD_REST,
    SCHOOL,
    SCHOOL_LEAD,
    SCHOOL_PLAIN,
    SCHOOL_REST,
    SEVERAL,
    STAMP,
    WHOLE,
    page,
)

from kg.model import Article
from kg.read import ReadOptions
from kg.read.cuts import Cut


def _read(folder: Path, body: str, title: str = "青江日报数字报") -> list[Article]:
    found, skipped = read(folder / "a.html", page(body, title).encode())
    assert not skipped
    return found


@pytest.mark.parametrize(("html", "titles"), SEVERAL.values(), ids=SEVERAL)
def test_several_articles_are_cut(tmp_path: Path, html: str, titles: tuple[str, ...]) -> None:
    found, _ = read(tmp_path / "a.html", html.encode())
    assert tuple(article.title for article in found) == titles
    told = {ROAD: ROAD_REST, SCHOOL: SCHOOL_REST, FAIR: FAIR_REST}
    for article in found:
        own = next(rest for title, rest in told.items() if article.title.endswith(title))
        assert own in article.text
        assert not any(rest in article.text for rest in told.values() if rest != own)


@pytest.mark.parametrize(("html", "titles"), WHOLE.values(), ids=WHOLE)
def test_one_article_is_left_whole(tmp_path: Path, html: str, titles: tuple[str, ...]) -> None:
    found, _ = read(tmp_path / "a.html", html.encode())
    assert tuple(article.title for article in found) == titles


def test_the_page_s_day_is_that_of_its_articles(tmp_path: Path) -> None:
    head = "<div>青江日报数字报 2024年05月13日 星期一</div>"
    road = f"<h2>{ROAD}</h2><p>{ROAD_PLAIN}</p><p>{ROAD_REST}</p>"
    school = f"<h2>{SCHOOL}</h2><p>本报记者 何林</p><p>{SCHOOL_PLAIN}</p><p>{SCHOOL_REST}</p>"
    voices = "<h3>网友评论</h3><div><p>网友 2024-06-20 10:20</p><p>好。真好。</p></div>"
    assert [article.date for article in _read(tmp_path, head + road + school)] == ["2024-05-12", "2024-05-13"]
    # What a reader wrote later is no day of the page.
    assert [article.date for article in _read(tmp_path, road + school + voices)] == ["--05-12", None]


def test_a_day_in_the_text_is_not_the_page_s(tmp_path: Path) -> None:
    body = f"<h1>{LONG}</h1><p>{SCHOOL_PLAIN}</p><p>2021年3月5日，县里开始选址。{PART_ONE}</p>"
    assert [article.date for article in _read(tmp_path, body)] == [None]


def test_related_news_and_readers_are_not_in_the_text(tmp_path: Path) -> None:
    for name in ("相关新闻", "网友评论"):
        body = f"<h1>{ROAD}</h1><p>{STAMP}</p><p>{ROAD_LEAD}</p><p>{ROAD_REST}</p><h3>{name}</h3><p>{PART_TWO}</p>"
        (article,) = _read(tmp_path, body)
        assert article.text == f"{ROAD_LEAD}\n{ROAD_REST}"


def test_kickers_and_subtitles_are_of_the_title(tmp_path: Path) -> None:
    road = f"<h4>重点项目建设</h4><h2>{ROAD}</h2><h3>全长86公里</h3><p>{ROAD_LEAD}</p><p>{ROAD_REST}</p>"
    school = f"<p class='over'>秋季学期前投入使用</p><h2>{SCHOOL}<br>可容纳学生四千余名</h2><p>{SCHOOL_LEAD}</p>"
    found = _read(tmp_path, f"{road}{school}<p>{SCHOOL_REST}</p>")
    assert [article.title for article in found] == [
        f"重点项目建设 {ROAD} 全长86公里",
        f"秋季学期前投入使用 {SCHOOL} 可容纳学生四千余名",
    ]
    assert found[0].text == f"{ROAD_LEAD}\n{ROAD_REST}"


def test_tables_that_lay_out_a_page(tmp_path: Path) -> None:
    cells = f"<tr><td>{ROAD}</td></tr><tr><td>{STAMP}</td></tr><tr><td><p>{ROAD_LEAD}</p><p>{ROAD_REST}</p></td></tr>"
    (article,) = _read(tmp_path, f"<table>{cells}</table>", f"{ROAD}-青江网")
    assert (article.title, article.text) == (ROAD, f"{ROAD_LEAD}\n{ROAD_REST}")


def test_a_table_of_names_keeps_its_rows(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{n}</td><td>石门县第{n}小学</td><td>4人</td></tr>" for n in "一二三四五六")
    text = f"<h1>{SCHOOL}</h1><p>{SCHOOL_LEAD}</p><p>{SCHOOL_REST}</p>"
    (article,) = _read(tmp_path, f"<table><tr><td>{text}<table>{rows}</table></td></tr></table>")
    line = next(line for line in article.text.split("\n") if "石门县第三小学" in line)
    assert "三" in line.split("石门")[0]
    assert "4人" in line
    assert "石门县第四小学" not in line


def test_a_text_before_the_first_heading_is_kept(tmp_path: Path) -> None:
    body = f"<p>{FAIR_LEAD}</p><h2>{ROAD}</h2><p>{ROAD_LEAD}</p><h2>{SCHOOL}</h2><p>{SCHOOL_LEAD}</p>"
    found = _read(tmp_path, body)
    assert "".join(article.text for article in found).count(FAIR_LEAD) == 1


def test_a_person_joins_and_parts_what_the_rules_cut(tmp_path: Path) -> None:
    html, _ = SEVERAL["h2 and p"]
    cuts = (Cut(ROAD_LEAD[:12], SCHOOL_REST[-12:], "两件事", "2024-05-13"), Cut(FAIR_REST[:12], FAIR_REST[-12:], FAIR))
    found, _ = read(tmp_path / "a.html", html.encode(), ReadOptions(cuts={"a.html": cuts}))
    assert [(article.title, article.date) for article in found] == [("两件事", "2024-05-13"), (FAIR, None)]
    assert found[0].text.startswith(ROAD_LEAD)
    assert found[0].text.endswith(SCHOOL_REST)
    assert found[1].text == FAIR_REST
