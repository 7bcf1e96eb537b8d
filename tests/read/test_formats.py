"""Files of several kinds (kg/read/formats.py, kg/read/__init__.py)."""

import json
from pathlib import Path

import pytest

from kg.errors import SkipInput, UnreadableFile
from kg.read import ReadOptions, Source, read_source

BODY = "本报讯（记者 王一）5月13日，市委召开会议。\n会议指出，要抓落实。"


def _source(path: Path, text: str) -> Source:
    path.write_text(text, encoding="utf-8", newline="\n")
    return Source(path, path.name)


def test_json_lines_lose_only_the_bad_line(tmp_path: Path) -> None:
    good = {"title": "市委召开会议", "text": BODY, "date": "2024年5月14日", "place": "西宁市"}
    lines = [json.dumps(good, ensure_ascii=False), "{", "[1]", '{"title": "无文"}', "", json.dumps({"正文": BODY})]
    source = _source(tmp_path / "a.jsonl", "\n".join(lines))
    skipped: list[SkipInput] = []
    articles = list(read_source(source, ReadOptions(), skipped.append))
    assert [article.id for article in articles] == ["a.jsonl#0", "a.jsonl#1"]
    assert [problem.where for problem in skipped] == ["a.jsonl:2", "a.jsonl:3", "a.jsonl:4"]
    first = articles[0]
    assert (first.title, first.date, first.place, first.city) == ("市委召开会议", "2024-05-13", "青海", "西宁市")
    assert all(
        first.text[r.start : r.start + r.length] == BODY[r.source : r.source + r.length] for r in first.source_map
    )


def test_bad_lines_are_raised_behind_the_good_ones(tmp_path: Path) -> None:
    source = _source(tmp_path / "a.jsonl", "{\n" + json.dumps({"text": BODY}))
    stream = read_source(source, ReadOptions())
    assert next(stream).text.startswith("本报讯")
    with pytest.raises(UnreadableFile, match="1 parts left out"):
        next(stream)


def test_a_record_is_one_article_whatever_it_holds(tmp_path: Path) -> None:
    text = f"{BODY}\n（记者 王一）\n\n本报讯（记者 李二）又一件事。"
    source = _source(tmp_path / "a.jsonl", json.dumps({"text": text}, ensure_ascii=False))
    assert len(list(read_source(source, ReadOptions()))) == 1


def test_date_and_place_from_sidecar_name_and_options(tmp_path: Path) -> None:
    source = _source(tmp_path / "20230514.txt", BODY)
    assert next(read_source(source, ReadOptions())).date == "2023-05-13"
    (tmp_path / "20230514.json").write_text('{"date": "2024-05-14", "place": "甘肃"}', encoding="utf-8")
    article = next(read_source(source, ReadOptions()))
    assert (article.date, article.place) == ("2024-05-13", "甘肃")
    article = next(read_source(source, ReadOptions(date="2022-05-14", place="西宁")))
    assert (article.date, article.place, article.city) == ("2022-05-13", "青海", "西宁市")


def test_unreadable_files_are_named(tmp_path: Path) -> None:
    binary = tmp_path / "b.txt"
    binary.write_bytes(bytes(range(256)) * 8)
    with pytest.raises(UnreadableFile, match=r"b\.txt"):
        next(read_source(Source(binary, "b.txt"), ReadOptions()))
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        next(read_source(Source(tmp_path / "none.txt", "none.txt"), ReadOptions()))
    with pytest.raises(UnreadableFile, match="no article"):
        next(read_source(_source(tmp_path / "c.txt", "A02 要闻 西宁晚报\n"), ReadOptions()))
    (tmp_path / "d.json").write_text("{", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="sidecar"):
        next(read_source(_source(tmp_path / "d.txt", BODY), ReadOptions()))
