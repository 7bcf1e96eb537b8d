"""The table by which a person cuts pages (kg/read/cuts.py, kg read --cuts)."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.cli.read import UNLIKE
from kg.errors import UnreadableFile, UserError
from kg.model import Article, replace
from kg.read import ReadOptions, Source, cuts, find_sources, read_source

PAGE = """市委召开河道治理专题会议

　　本报讯（记者 李文达）5月13日，市委召
开河道治理专题会议，听取汇报。
　　会议要求，要压实各级河长责任。

宁河县物流园开工

　　本报讯（记者 何林）5月12日，宁河县物
流园开工，县长沈佳宣布开工。
"""


def _source(folder: Path) -> Source:
    (folder / "a.txt").write_text(PAGE, encoding="utf-8")
    (source,) = find_sources([folder / "a.txt"])
    return source


def _read(source: Source, table: Path) -> list[Article]:
    return list(read_source(source, ReadOptions(cuts=cuts.load(table))))


def test_what_the_preview_writes_cuts_the_same(tmp_path: Path) -> None:
    source = _source(tmp_path)
    by_rules = list(read_source(source, ReadOptions()))
    table = tmp_path / "cuts.csv"
    table.write_text(cuts.dump(by_rules), encoding="utf-8")
    again = _read(source, table)
    assert [(a.id, a.title, a.text, a.source_map) for a in again] == [
        (a.id, a.title, a.text, a.source_map) for a in by_rules
    ]


def test_a_person_overrules(tmp_path: Path) -> None:
    source = _source(tmp_path)
    table = tmp_path / "cuts.csv"
    row = "a.txt,本报讯（记者 李文达）,沈佳宣布开工。,两件事,2024-05-14,青海"
    table.write_text(f"{','.join(cuts.HEADINGS)}\n{row}\n", encoding="utf-8-sig")
    (article,) = _read(source, table)
    assert (article.title, article.date, article.place) == ("两件事", "2024-05-14", "青海")
    assert article.text.startswith("本报讯（记者 李文达）")
    assert article.text.endswith("沈佳宣布开工。")
    for run in article.source_map:
        assert article.text[run.start : run.start + run.length] == PAGE[run.source : run.source + run.length]


def test_words_that_are_not_there_are_named(tmp_path: Path) -> None:
    source = _source(tmp_path)
    table = tmp_path / "cuts.csv"
    table.write_text("document,begin,end\na.txt,新华社,完。\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="新华社"):
        _read(source, table)
    table.write_text("document,begin\na.txt,新华社\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"cuts\.csv:2"):
        cuts.load(table)


def test_the_command_writes_and_takes_the_table(tmp_path: Path) -> None:
    _source(tmp_path)
    table = tmp_path / "cuts.csv"
    page = str(tmp_path / "a.txt")
    done = CliRunner().invoke(main, ["read", "--preview", "--cuts", str(table), page])
    assert done.exit_code == 0, done.output
    lines = table.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "\ufeff" + ",".join(cuts.HEADINGS)
    table.write_text("\n".join([lines[0], lines[2]]) + "\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["read", "--cuts", str(table), page])
    (article,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert article["title"] == "宁河县物流园开工"


def test_the_table_as_excel_saves_it_in_china(tmp_path: Path) -> None:
    source = _source(tmp_path)
    table = tmp_path / "cuts.csv"
    table.write_bytes(cuts.dump(read_source(source, ReadOptions())).replace("\n", "\r\n").encode("gb18030"))
    assert [article.title for article in _read(source, table)] == ["市委召开河道治理专题会议", "宁河县物流园开工"]


def test_no_cell_becomes_a_formula(tmp_path: Path) -> None:
    source = _source(tmp_path)
    (first, *_) = read_source(source, ReadOptions())
    table = tmp_path / "cuts.csv"
    table.write_text(cuts.dump([replace(first, title="=1+1")]), encoding="utf-8")
    assert ",'=1+1," in table.read_text(encoding="utf-8")
    assert cuts.load(table)["a.txt"][0].title == "=1+1"


def test_words_are_found_on_a_page_with_radicals(tmp_path: Path) -> None:
    source = _source(tmp_path)
    source.path.write_text(PAGE.replace("日，市委", "⽇，市委"), encoding="utf-8")
    table = tmp_path / "cuts.csv"
    row = "a.txt,本报讯（记者 李文达）5月13日，市委,压实各级河长责任。"
    table.write_text(f"document,begin,end\n{row}\n", encoding="utf-8")
    (article,) = _read(source, table)
    assert article.text.startswith("本报讯（记者 李文达）5月13日，市委召开河道治理")


def test_a_cut_that_holds_no_article_is_named(tmp_path: Path) -> None:
    source = _source(tmp_path)
    source.path.write_text(f"{PAGE}\n责任编辑：李文\n", encoding="utf-8")
    table = tmp_path / "cuts.csv"
    rows = ("a.txt,本报讯（记者 李文达）,河长责任。", "a.txt,责任编辑：,李文")
    table.write_text("\n".join(["document,begin,end", *rows]), encoding="utf-8")
    with pytest.raises(UnreadableFile, match="cut 2: holds no article"):
        _read(source, table)


def test_cuts_that_are_not_used_are_named(tmp_path: Path) -> None:
    page = _source(tmp_path).path
    (tmp_path / "b.csv").write_text(f"正文\n{PAGE.splitlines()[2].strip()}听取汇报。\n", encoding="utf-8")
    table = tmp_path / "cuts" / "cuts.csv"
    done = CliRunner().invoke(main, ["read", "--preview", "--cuts", str(table), str(tmp_path)])
    assert done.exit_code == 0, done.output
    text = table.read_text(encoding="utf-8")
    assert "b.csv" not in text
    table.write_text(f"{text}b.csv,本报讯,汇报。,,,\nc.txt,本报讯,汇报。,,,\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["read", "--cuts", str(table), str(page), str(tmp_path / "b.csv")])
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 3
    assert "b.csv: a table is not cut by --cuts" in done.stderr
    assert "c.txt: --cuts names it, but no such page was read" in done.stderr


def test_pages_that_the_table_cannot_hold_are_named(tmp_path: Path) -> None:
    seeds = Path(__file__).parents[2] / "seeds" / "articles"
    # A caption far from its article stands behind its text; between first and last words there are other articles.
    page = seeds / "001_9808078ba5e5607d.txt"
    table = tmp_path / "cuts.csv"
    done = CliRunner().invoke(main, ["read", "--preview", "--cuts", str(table), str(page), str(_source(tmp_path).path)])
    assert done.exit_code == 0, done.output
    assert done.stderr.splitlines() == [f"note: {page.name}: {UNLIKE}"]
    assert page.name in table.read_text(encoding="utf-8")


def test_a_column_that_is_no_pair_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["read", "--column", "words=报道", str(_source(tmp_path).path)])
    assert done.exit_code == 2
    assert "ROLE=HEADING" in done.output


@pytest.mark.parametrize("day", ["2024-03-05true", "2024-13-05", "昨日", "20240305", "2024-W13-3", "２０２４-03-05"])
def test_a_day_that_is_none_is_told_with_its_line(day: str, tmp_path: Path) -> None:
    table = tmp_path / "cuts.csv"
    table.write_text(f"document,begin,end,title,date,place\na.txt,本报讯,完。,题,{day},\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"cuts\.csv:2: .* is no day"):
        cuts.load(table)
