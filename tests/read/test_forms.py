"""The forms that newspapers come in (kg/read/forms)."""

import base64
import gzip
import io
import quopri
import tarfile
import zipfile
from pathlib import Path

import pytest
from read.given import LEAD, PAGE, REST, TITLE, read, zipped

from kg.errors import Mended, UnreadableFile
from kg.read import ReadOptions, find_sources
from kg.read.sources import others

SECOND = "本报讯（记者 何林）5月12日，宁河县物流园开工，项目总投资6.2亿元。县长沈佳宣布开工，远航集团董事长贺子昂致辞。"


def _html(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


MENU = "<nav><ul>" + "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in "一二三四五六七八") + "</ul></nav>"
FOOT = "<footer><p>版权所有 青江网 未经授权不得转载</p><p>联系我们 | 网站地图</p></footer>"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_news_site(tmp_path: Path, encoding: str) -> None:
    head = f"<meta charset='{'gb2312' if encoding == 'gb18030' else encoding}'><title>{TITLE}-青江网</title>"
    body = f"{MENU}<div><h1>{TITLE}</h1><p>2024-05-14 08:30 来源：青海日报</p><p>{LEAD}</p><p>{REST}</p></div>{FOOT}"
    (article,), _ = read(tmp_path / "a.html", _html(body, head).encode(encoding))
    assert (article.title, article.date, article.reporters) == (TITLE, "2024-05-14", ("李文达",))
    assert article.text == f"{LEAD}\n{REST}"


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_web_page_saved_in_one_file(tmp_path: Path, encoding: str) -> None:
    """As Chrome and Edge save them: the page, then what it shows, all in one message."""
    body = f"{MENU}<div><h1>{TITLE}</h1><p>2024-05-14 08:30 来源：青海日报</p><p>{LEAD}</p><p>{REST}</p></div>{FOOT}"
    page = _html(body, f"<title>{TITLE}-青江网</title>").encode()
    coded = {
        "quoted-printable": quopri.encodestring(page),
        "base64": base64.encodebytes(page),
        "8bit": page,
    }[encoding]
    message = (
        b'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--x"'
        b"\r\n\r\n----x\r\nContent-Type: text/css\r\n\r\np {}\r\n----x\r\nContent-Type: text/html\r\n"
        b"Content-Transfer-Encoding: " + encoding.encode() + b"\r\n\r\n" + coded + b"\r\n----x--\r\n"
    )
    (article,), told = read(tmp_path / "a.mhtml", message)
    assert not told
    assert (article.title, article.date, article.reporters) == (TITLE, "2024-05-14", ("李文达",))
    assert article.text == f"{LEAD}\n{REST}"


def test_a_message_without_a_page_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.mht: holds no web page"):
        read(tmp_path / "a.mht", b"nothing \x00\xff")


def test_broken_bytes_of_a_web_page_are_told(tmp_path: Path) -> None:
    page = _html(f"<h1>{TITLE}</h1><p>{LEAD}</p><p>{REST * 30}</p>", "<meta charset='gbk'>").encode("gb18030")
    at = page.index("各级".encode("gb18030"))
    (article,), told = read(tmp_path / "a.html", page[:at] + b"\xff" + page[at:])
    assert "\ufffd" in article.text
    assert [(type(item), item.where, "replaced: 1" in item.reason) for item in told] == [(Mended, "a.html", True)]


def test_a_page_of_a_digital_edition_holds_several_articles(tmp_path: Path) -> None:
    parts = (
        f"<article><h2>{TITLE}</h2><p>{LEAD}</p><p>{REST}</p></article>"
        f"<article><h2>宁河县物流园开工</h2><p>{SECOND}</p></article>"
    )
    body = f"<header>青江日报 2024年05月14日 要闻</header>{MENU}{parts}{FOOT}"
    found, _ = read(tmp_path / "20240514_A02.html", _html(body).encode())
    assert [article.title for article in found] == [TITLE, "宁河县物流园开工"]
    assert [article.id for article in found] == ["20240514_A02.html#0", "20240514_A02.html#1"]
    assert [article.date for article in found] == ["2024-05-13", "2024-05-12"]


def test_a_list_of_links_is_no_article(tmp_path: Path) -> None:
    links = "".join(f"<li><a href='/{n}'>{TITLE}{n}</a></li>" for n in range(30))
    with pytest.raises(UnreadableFile, match="only links"):
        read(tmp_path / "index.html", _html(f"<ul>{links}</ul>").encode())


def test_a_word_document(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(LEAD)
    document.add_paragraph(REST)
    table = document.add_table(rows=2, cols=3)
    for row, words in zip(table.rows, (("序号", "学校", "人数"), ("1", "第一中学", "5")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.save(str(tmp_path / "a.docx"))
    (article,), _ = read(tmp_path / "a.docx", (tmp_path / "a.docx").read_bytes())
    assert (article.title, article.reporters) == (TITLE, ("李文达",))
    assert article.text.startswith(f"{LEAD}\n{REST}")
    assert "第一中学" in article.text


def test_what_is_no_word_document_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.docx: not a Word document"):
        read(tmp_path / "a.docx", b"PK nothing")


def test_a_table_with_columns_of_any_name(tmp_path: Path) -> None:
    rows = f'编号,题目,报道,日\n1,{TITLE},"{LEAD}\n{REST}",2024-05-14\n2,空的,,2024-05-14\n'
    options = ReadOptions(columns=(("text", "报道"), ("title", "题目"), ("date", "日")))
    (article,), skipped = read(tmp_path / "a.csv", rows.encode("gb18030"), options)
    assert (article.title, article.date, article.id) == (TITLE, "2024-05-13", "a.csv#0")
    assert [problem.where for problem in skipped] == ["a.csv:3"]
    with pytest.raises(UnreadableFile, match="name it by --column"):
        read(tmp_path / "a.csv", rows.encode())


def test_what_names_the_columns_of_one_table_leaves_the_others_readable(tmp_path: Path) -> None:
    options = ReadOptions(columns=(("text", "报道"), ("title", "题目")))
    (article,), _ = read(tmp_path / "a.csv", f"标题,正文\n{TITLE},{LEAD}\n".encode(), options)
    assert (article.title, article.text) == (TITLE, LEAD)
    (article,), _ = read(tmp_path / "a.jsonl", f'{{"标题": "{TITLE}", "正文": "{LEAD}"}}'.encode(), options)
    assert (article.title, article.text) == (TITLE, LEAD)
    # An empty cell of the column that is named is empty, whatever stands in another one.
    _, skipped = read(tmp_path / "b.csv", f"报道,正文\n,{LEAD}\n".encode(), options)
    assert [problem.where for problem in skipped] == ["b.csv:2"]


def test_a_table_with_usual_headings_and_tabs(tmp_path: Path) -> None:
    rows = f"标题\t正文\n{TITLE}\t{LEAD}\n"
    (article,), _ = read(tmp_path / "a.tsv", rows.encode())
    assert (article.title, article.text) == (TITLE, LEAD)


def test_archives_in_archives(tmp_path: Path) -> None:
    inner = zipped({"b.txt": PAGE.encode()})
    data = zipped(
        {"a/a.txt": PAGE.encode(), "inner.zip": inner, "c.gif": b"x", "d.txt.gz": gzip.compress(PAGE.encode())}
    )
    found, skipped = read(tmp_path / "all.zip", data)
    assert [article.document for article in found] == [
        "all.zip/a/a.txt",
        "all.zip/d.txt.gz/d.txt",
        "all.zip/inner.zip/b.txt",
    ]
    assert all(article.text == f"{LEAD}\n{REST}" for article in found)
    assert [(p.where, "kind" in p.reason) for p in skipped] == [("all.zip/c.gif", True)]


def test_names_of_a_zip_in_gbk(tmp_path: Path) -> None:
    # Chinese Windows writes the bytes of GBK without the flag of UTF-8.
    name = "青江日报.txt"
    data = zipped({"x" * len(name.encode("gb18030")): PAGE.encode()}).replace(
        b"x" * len(name.encode("gb18030")), name.encode("gb18030")
    )
    (article,), _ = read(tmp_path / "a.zip", data)
    assert article.document == f"a.zip/{name}"


def test_tar_with_a_bad_member(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name, data in (("a.txt", PAGE.encode()), ("b.txt", bytes(range(256)) * 9), ("c.zip", b"PK broken")):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    found, skipped = read(tmp_path / "a.tar.gz", packed.getvalue())
    assert [article.document for article in found] == ["a.tar.gz/a.txt"]
    assert [problem.where for problem in skipped] == ["a.tar.gz/b.txt", "a.tar.gz/c.zip"]


def test_too_deep_and_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = PAGE.encode()
    for name in ("1.txt", "2.zip", "3.zip", "4.zip"):
        data = zipped({name: data})
    found, skipped = read(tmp_path / "deep.zip", data)
    assert not found
    assert "deep" in skipped[0].reason
    monkeypatch.setattr("kg.read.forms.packed._LARGEST", 100)
    for name, bomb in (("a.zip", zipped({"a.txt": b"0" * 1000})), ("a.txt.gz", gzip.compress(b"0" * 1000))):
        found, skipped = read(tmp_path / name, bomb)
        assert not found
        assert "more than" in skipped[0].reason


def test_a_bad_member_loses_only_itself(tmp_path: Path) -> None:
    from docx import Document

    document = io.BytesIO()
    Document().save(document)
    with zipfile.ZipFile(document) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"][:200]
    found, skipped = read(tmp_path / "a.zip", zipped({"a.docx": zipped(parts), "b.txt": PAGE.encode()}))
    assert [article.document for article in found] == ["a.zip/b.txt"]
    assert [problem.where for problem in skipped] == ["a.zip/a.docx"]
    assert "not a Word document" in skipped[0].reason


def test_an_error_that_nobody_expected_stops_no_other_member(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise LookupError("too deep")

    monkeypatch.setattr("kg.read.forms.web.articles", fail)
    found, skipped = read(tmp_path / "a.zip", zipped({"a.html": b"<p>", "b.txt": PAGE.encode()}))
    assert [article.document for article in found] == ["a.zip/b.txt"]
    assert [str(problem) for problem in skipped] == ["a.zip/a.html: unexpected LookupError: too deep"]


def test_of_members_with_one_name_the_last_isread(tmp_path: Path) -> None:
    data = zipped({"a.txt": PAGE.encode(), "b.txt": f"{SECOND}\n".encode()}).replace(b"b.txt", b"a.txt")
    (article,), skipped = read(tmp_path / "a.zip", data)
    assert article.text == SECOND
    assert [problem.where for problem in skipped] == ["a.zip/a.txt"]


def _lying(name: str, size: int) -> bytes:
    """A zip whose member says that it holds 10 bytes and unpacks to `size`."""
    return zipped({name: b"0" * size}).replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))


@pytest.mark.parametrize(("name", "data"), [
    ("a.zip", _lying("a.txt", 50_000_017)),
    ("a.docx", _lying("[Content_Types].xml", 50_000_017)),
])  # fmt: skip
def test_a_member_that_lies_about_its_size_is_not_unpacked(tmp_path: Path, name: str, data: bytes) -> None:
    import tracemalloc

    for path in (tmp_path / name, tmp_path / f"again_{name}"):  # the first time imports, too
        tracemalloc.start()
        try:
            found, skipped = read(path, data)
        except UnreadableFile as error:
            found, skipped = [], [error]
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert not found
        assert len(skipped) == 1
    assert peak < 10_000_000


def test_a_word_document_that_unpacks_to_too_much_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.forms.word._LARGEST", 100)
    with pytest.raises(UnreadableFile, match="unpacks to more than"):
        read(tmp_path / "a.docx", zipped({"word/document.xml": b"0" * 1000}))


def test_what_is_no_archive_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="not a whole archive"):
        read(tmp_path / "a.zip", b"nothing")


def test_mixed_folders(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.gif").write_bytes(b"x")
    (tmp_path / "c_files").mkdir()
    (tmp_path / "c_files" / "icon.png").write_bytes(b"x")
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    (tmp_path / ".hidden").write_bytes(b"x")
    assert [source.document for source in find_sources([tmp_path])] == ["a.txt"]
    assert [path.name for path in others([tmp_path])] == ["b.gif"]
