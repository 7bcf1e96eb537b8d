"""Where a page stands on the web (kg/read/addresses.py), and that its articles say so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from read.given import LEAD, PAGE, REST, TITLE, read

from kg.model import from_line, to_line
from kg.read import ReadOptions
from kg.read.addresses import address

URL = "https://www.qingjiang.example/2024-05/14/c_1.htm"
OTHER = "https://m.qingjiang.example/a/1?from=x"
BODY = f"<h1>{TITLE}</h1><p>{LEAD}</p><p>{REST}</p>"


@pytest.mark.parametrize(
    "text",
    [
        *(URL, OTHER, "http://news.example/?id=7", "https://news.example/青江/1.html", "https://[2001:db8::1]/a"),
        "http://news.example:8080/a#第二版",
    ],
)
def test_addresses_of_pages(text: str) -> None:
    assert address(text) == text
    assert address(f"\n {text} ") == text


@pytest.mark.parametrize(
    "text",
    [
        *(None, "", "   ", "青江路12号", "/2024/1.htm", "//news.example/1.htm", "file:///C:/page.html", "about:blank"),
        *("https://news.example", "https://news.example/", "javascript:alert(1)//x", "data:text/html,x", "http:///a"),
        *("https://li:geheim@news.example/1", "https://news.example/a b", "https://news.example/\u202e1.htm"),
        *(
            "https://news.example/<script>",
            "https://[::1/a",
            "https://news.example/" + "a" * 3000,
            "=cmd|' /C calc'!A0",
        ),
        *("https://news.example/a\x00b", "https://news.example/a\nb", "mailto:li@news.example", "ftp://news.example/1"),
    ],
)
def test_what_is_no_address_of_a_page(text: str | None) -> None:
    assert address(text) is None


SAVED = f"<!-- saved from url=(0048){URL} -->"
SINGLE = f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Tue May 14 2024\n-->"
CANONICAL = f'<link rel="canonical" href="{OTHER}">'
GRAPH = f'<meta property="og:url" content="{OTHER}">'


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (f"<!DOCTYPE html>\n{SAVED}\n<html><head></head><body>{BODY}</body></html>", URL),
        (f"<html><!--{SINGLE[4:-3]}--><head></head><body>{BODY}</body></html>", URL),
        (f"<!DOCTYPE html><html>{SINGLE}<head>{CANONICAL}</head><body>{BODY}</body></html>", URL),
        (f"<html><head>{CANONICAL}</head><body>{BODY}</body></html>", OTHER),
        (f"<html><head>{GRAPH}</head><body>{BODY}</body></html>", OTHER),
        (f"<html><head>{CANONICAL.replace(OTHER, 'http://a.cn/')}{GRAPH}</head><body>{BODY}</body></html>", OTHER),
        (f'<html><head><link rel="canonical" href="/a.htm"></head><body>{BODY}</body></html>', None),
        (f'<html><head><link rel="canonical" href="javascript:x()"></head><body>{BODY}</body></html>', None),
        (f"<html><head></head><body>{BODY}<!-- url: {URL} --><a href='{URL}'>原文</a></body></html>", None),
        (f"<html><head></head><body>{BODY}</body></html>", None),
    ],
)  # fmt: skip
def test_a_saved_page_tells_its_address(tmp_path: Path, page: str, told: str | None) -> None:
    (article,), _ = read(tmp_path / "a.html", page.encode())
    assert (article.url, article.title, article.id) == (told, TITLE, "a.html#0")


def test_all_articles_of_a_page_have_its_address(tmp_path: Path) -> None:
    parts = f"<article>{BODY}</article><article>{BODY.replace('河道', '水库')}</article>"
    found, _ = read(tmp_path / "a.html", f"<html><head>{CANONICAL}</head><body>{parts}</body></html>".encode())
    assert [article.url for article in found] == [OTHER, OTHER]


@pytest.mark.parametrize(
    ("above", "of_part"),
    [(f"Snapshot-Content-Location: {URL}\r\n", ""), ("", f"Content-Location: {URL}\r\n"), ("", "")],
)
def test_a_page_in_one_file_tells_where_it_was_saved(tmp_path: Path, above: str, of_part: str) -> None:
    page = f"<html><head>{CANONICAL}</head><body>{BODY}</body></html>"
    message = (
        f'From: <Saved by Blink>\r\n{above}Content-Type: multipart/related; boundary="--x"\r\n\r\n----x\r\n'
        f"Content-Type: text/html; charset=utf-8\r\n{of_part}Content-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n"
        "----x--\r\n"
    )
    (article,), _ = read(tmp_path / "a.mhtml", message.encode())
    assert article.url == (URL if above or of_part else OTHER)


def test_records_rows_and_sidecars_give_addresses(tmp_path: Path) -> None:
    line = json.dumps({"title": TITLE, "text": LEAD, "url": URL}, ensure_ascii=False)
    (record,), _ = read(tmp_path / "a.jsonl", f"{line}\n".encode())
    (row,), _ = read(tmp_path / "a.csv", f"标题,正文,网址\n{TITLE},{LEAD},{URL}\n".encode())
    options = ReadOptions(columns=(("url", "出处"),))
    (named,), _ = read(tmp_path / "b.csv", f"标题,正文,出处\n{TITLE},{LEAD},{URL}\n".encode(), options)
    (tmp_path / "p.json").write_text(json.dumps({"url": URL}), encoding="utf-8")
    (page,), _ = read(tmp_path / "p.txt", PAGE.encode())
    (none,), _ = read(tmp_path / "c.csv", f"标题,正文,网址\n{TITLE},{LEAD},无\n".encode())
    assert [article.url for article in (record, row, named, page, none)] == [URL, URL, URL, URL, None]


def test_the_record_keeps_it_and_others_do_not_name_it(tmp_path: Path) -> None:
    (plain,), _ = read(tmp_path / "p.txt", PAGE.encode())
    (told,), _ = read(tmp_path / "a.html", f"<html><head>{CANONICAL}</head><body>{BODY}</body></html>".encode())
    assert '"url"' not in to_line(plain)
    assert from_line(to_line(told)) == told
