"""The table by which a person cuts pages (kg/read/cuts.py, kg read --cuts)."""

import csv
import json
import zipfile
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
    table = tmp_path / "cuts" / "cuts.csv"
    done = CliRunner().invoke(main, ["read", "--preview", "--cuts", str(table), str(page)])
    assert done.exit_code == 0, done.output
    table.write_text(f"{table.read_text(encoding='utf-8')}c.txt,本报讯,汇报。,,,\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["read", "--cuts", str(table), str(page)])
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert "c.txt: --cuts names it, but no such page was read" in done.stderr


TWO = (
    (
        "市委召开河道治理专题会议",
        "本报讯（记者 李文达）5月13日，市委召开河道治理专题会议，听取北河清淤工程进展情况汇报，研究下一步工作。",
        "会议要求，要压实各级河长责任，确保主汛期前完工。",
    ),
    (
        "宁河县物流园开工",
        "本报讯（记者 何林）5月12日，宁河县物流园开工，项目总投资6.2亿元，占地三百亩，建成后可带动八百人就业。",
        "县长沈佳宣布开工。",
    ),
)


def _of_every_form(folder: Path) -> list[str]:
    """The same two articles in each form that needs no other program; the names of the files."""
    from docx import Document

    html = "".join(f"<article><h2>{title}</h2>{''.join(f'<p>{x}</p>' for x in body)}</article>" for title, *body in TWO)
    html = f"<html><meta charset='utf-8'><body>{html}</body></html>"
    mail = (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8"
    )
    document = Document()
    for title, *body in TWO:
        document.add_heading(title, 1)
        for line in body:
            document.add_paragraph(line)
    document.save(str(folder / "a.docx"))
    page = "\n\n".join("\n\n".join(one) for one in TWO) + "\n"
    records = [{"标题": title, "正文": "\n".join(body), "日期": "2024-05-14"} for title, *body in TWO]
    rows = "".join(f'{item["标题"]},"{item["正文"]}",{item["日期"]}\n' for item in records)
    texts = {
        "a.txt": page,
        "a.csv": f"标题,正文,日期\n{rows}",
        "a.jsonl": "\n".join(json.dumps(item, ensure_ascii=False) for item in records),
        "a.html": html,
        "a.mhtml": f"{mail}\n\n{html}\n--x--\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("inner/b.txt", page)
    return sorted(["a.docx", "a.zip", *texts])


def test_every_form_is_cut_as_a_person_wants(tmp_path: Path) -> None:
    """Of two articles the first is struck out, and the second has another title, day and place."""
    files = [str(tmp_path / name) for name in _of_every_form(tmp_path)]
    table = tmp_path / "cuts.csv"
    done = CliRunner().invoke(main, ["read", "--preview", "--cuts", str(table), *files])
    assert (done.exit_code, done.stderr) == (0, "")
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 2 * len(files)
    kept = [row | {"title": "两件事", "date": "2024-05-20", "place": "甘肃"} for row in rows[1::2]]
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, cuts.HEADINGS)
        writer.writeheader()
        writer.writerows(kept)
    done = CliRunner().invoke(main, ["read", "--cuts", str(table), *files])
    assert (done.exit_code, done.stderr) == (0, "")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [article["document"] for article in found] == [row["document"] for row in kept]
    for article in found:
        assert (article["title"], article["date"], article["place"]) == ("两件事", "2024-05-20", "甘肃")
        assert article["text"].startswith("本报讯（记者 何林）")
        assert article["text"].endswith("沈佳宣布开工。")


def test_every_form_names_words_that_are_not_there(tmp_path: Path) -> None:
    for name in _of_every_form(tmp_path):
        document = "a.zip/inner/b.txt" if name == "a.zip" else name
        table = tmp_path / "cuts.csv"
        table.write_text(f"document,begin,end\n{document},新华社,完。\n", encoding="utf-8")
        done = CliRunner().invoke(main, ["read", "--cuts", str(table), str(tmp_path / name)])
        assert done.exit_code == 1, name
        assert f"{document}: cut 1: 「新华社」" in done.stderr


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


@pytest.mark.parametrize("day", ["2024/3/5", "2024/03/05", "2024年3月5日", "2024-3-5", "2024-03-05"])
def test_a_day_may_be_as_spreadsheets_save_it(day: str, tmp_path: Path) -> None:
    table = tmp_path / "cuts.csv"
    table.write_text(f"document,begin,end,title,date,place\na.txt,本报讯,完。,题,{day},\n", encoding="utf-8")
    assert cuts.load(table)["a.txt"][0].date == "2024-03-05"


@pytest.mark.parametrize(
    "day", ["2024/13/5", "2024-03-05true", "2024-13-05", "昨日", "20240305", "2024-W13-3", "２０２４-03-05"]
)
def test_a_day_that_is_none_is_told_with_its_line(day: str, tmp_path: Path) -> None:
    table = tmp_path / "cuts.csv"
    table.write_text(f"document,begin,end,title,date,place\na.txt,本报讯,完。,题,{day},\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"cuts\.csv:2: .* is no day"):
        cuts.load(table)
