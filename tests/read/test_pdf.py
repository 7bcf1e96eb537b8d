"""PDF read by geometry (kg/read/geometry.py, kg/read/forms/pdf.py)."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from read.layouts import LAYOUTS
from read.mixed import pdf_of
from read.sheets import sheet

from kg.errors import SkipInput, UnreadableFile
from kg.model import from_line, to_line
from kg.read import ReadOptions, Source, read_source, upright
from kg.read.forms.printed import Printed
from kg.read.geometry import Bar, Letter, Rule, boxes_of, rows_of
from kg.read.margins import without_margins
from kg.read.pieces import Piece, paragraphs, pieces_of
from kg.read.sheet import bound, leaf_of, runs_on, sheet_of
from kg.read.weight import alike, with_bold

BODY, LARGE = 10.0, 20.0
RULED = "column-gap:7px;column-rule:1px solid black"


def _set(text: str, left: float, top: float, width: int, size: float = BODY, indent: int = 2) -> list[Letter]:
    """A paragraph set into lines of `width` letters, its first one indented; a title, in larger letters, is not."""
    letters = []
    column = indent if size == BODY else 0
    line = 0
    for character in text:
        if column >= width:
            column, line = 0, line + 1
        x, y = left + column * size, top - line * 1.5 * size
        letters.append(Letter(character, x, y - size, x + size, y))
        column += 1
    return letters


def _texts(piece: Piece) -> list[str]:
    return ["".join(row.text for row in rows) for rows in paragraphs(piece.bodies)]


def _plain(text: str) -> str:
    return "".join(text.split())


FIRST = "本报讯（记者李文达）五月十三日，市委召开河道治理专题会议，市委书记周明远主持会议并讲话。"
SECOND = "会议要求，要压实各级河长责任，确保主汛期前完工，各地各部门要抓好落实，确保如期完成。"
FEATURE = "图书馆自六月起周末延时开放，自习室新增座位一百二十个，读者可凭身份证免费入馆，馆里还将举办读书会。"
THIRD = "本报讯（记者何林）五月十二日，宁河县物流园开工，县长沈佳宣布开工。"


def test_a_big_article_over_two_columns_beside_a_narrow_one() -> None:
    letters = [
        *_set("市委召开河道治理专题会议", 50, 800, 20, LARGE),
        *_set(FIRST, 50, 770, 15),
        *_set(SECOND, 212, 770, 15),
        *_set("物流园开工", 380, 800, 20, LARGE - 4),
        *_set(THIRD, 380, 770, 12),
    ]
    big, narrow = pieces_of(boxes_of(rows_of(letters)))
    assert _texts(big) == [FIRST, SECOND]
    assert _texts(narrow) == [THIRD]
    assert sheet_of(letters[::-1]).text == sheet_of(letters).text


def test_a_paragraph_that_goes_over_two_columns_is_one() -> None:
    text = FIRST + SECOND
    letters = _set("市委召开河道治理专题会议", 50, 800, 20, LARGE) + _set(text[:43], 50, 770, 15)
    letters += _set(text[43:], 212, 770, 15, indent=0)
    (piece,) = pieces_of(boxes_of(rows_of(letters)))
    assert _texts(piece) == [text]


def test_letters_printed_twice_count_once() -> None:
    once = _set(FIRST, 50, 770, 15)
    twice = [*once, *(Letter(x.text, x.left + 0.4, x.bottom, x.right + 0.4, x.top) for x in once)]
    assert sheet_of(twice).text == sheet_of(once).text


def test_what_is_no_pdf_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(UnreadableFile, match=r"a\.pdf: not a PDF"):
        list(read_source(Source(path, path.name), ReadOptions()))


def test_a_column_runs_on_at_the_top_of_the_next() -> None:
    """Not in the article whose text happens to stand beside it."""
    letters = [*_set("河道治理", 50, 800, 10, LARGE), *_set(FIRST, 50, 770, 15)]
    letters += [*_set("物流园开工", 50, 600, 10, LARGE), *_set(THIRD[:28], 50, 570, 15)]
    letters += [*_set(THIRD[28:], 212, 800, 15, indent=0)]
    assert [_texts(piece) for piece in pieces_of(boxes_of(rows_of(letters)))] == [[FIRST], [THIRD]]


def test_a_bar_parts_what_has_no_title() -> None:
    letters = [*_set("河道治理", 50, 800, 10, LARGE), *_set(FIRST, 50, 770, 15), *_set(THIRD, 50, 710, 15)]
    bars = [Bar(717, 50, 200)]
    assert [_texts(piece) for piece in pieces_of(boxes_of(rows_of(letters), bars), (), bars)] == [[FIRST], [THIRD]]
    assert [_texts(piece) for piece in pieces_of(boxes_of(rows_of(letters)))] == [[FIRST, THIRD]]


def test_what_a_browser_prints_above_and_below_is_left_out() -> None:
    frame = [*_set("5/29/24, 8:30 AM", 50, 830, 30, 8.0), *_set("河湟晚报数字报", 300, 830, 30, 8.0)]
    foot = [*_set("https://a.example/x.html", 50, 20, 60, 8.0), *_set("1/3", 500, 20, 30, 8.0)]
    body = [*_set("市委召开河道治理专题会议", 50, 800, 20, LARGE), *_set(FIRST, 50, 770, 15)]
    rows, browser = without_margins(rows_of([*frame, *body, *foot]))
    assert browser and [row.text for row in rows] == [row.text for row in rows_of(body)]
    for some in (body, [*frame, *body], [*_set("1/3", 500, 20, 30, 8.0), *body]):  # one mark alone tells nothing
        assert without_margins(rows_of(some)) == (rows_of(some), False)


def test_a_page_runs_on_within_a_sentence_only() -> None:
    first = leaf_of([*_set("河道治理", 50, 800, 10, LARGE), *_set(FIRST[:28], 50, 770, 15)], page=1, height=842)
    after = leaf_of(_set(FIRST[28:], 50, 800, 15, indent=0), page=2, height=842)
    whole = leaf_of([*_set("河道治理", 50, 800, 10, LARGE), *_set(FIRST, 50, 770, 15)], page=1, height=842)
    other = leaf_of(_set(THIRD, 50, 800, 15), page=2, height=842)
    assert runs_on(first, after)
    assert not runs_on(first, other) and not runs_on(whole, other) and not runs_on(after, whole)
    page = bound([first, after])
    assert page.text.split() == ["#", "河道治理", FIRST]
    assert [line.row.page for line in page.lines] == [1, 1, 1, 2, 2]


def test_a_letter_of_three_lines_begins_its_paragraph() -> None:
    lines = [FIRST[1:13], FIRST[13:25], FIRST[25:38], FIRST[38:]]
    letters = _set(FIRST[0], 50, 800, 1, 30.0)
    for n, line in enumerate(lines):
        letters += _set(line, 84 if n < 2 else 50, 798 - 15 * n, 40, indent=0)
    assert sheet_of(letters).text.split() == [FIRST]


SCAN = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
4 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R>> endobj
5 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
6 0 obj <</Length 67>> stream
q 500 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q
endstream endobj
trailer <</Root 1 0 R>>
"""


def _scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *pages: list[Letter]) -> Source:
    """A PDF of three pages with these letters: the first and last blank, the second a picture."""
    path = tmp_path / "a.pdf"
    path.write_bytes(SCAN)
    sheets = iter(pages)
    monkeypatch.setattr("kg.read.forms.pdf.printed_on", lambda page: Printed(next(sheets), height=842.0))
    monkeypatch.setattr("kg.read.forms.ocr.there", lambda: False)
    return Source(path, path.name)


def test_without_ocr_a_scan_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = _scan(tmp_path, monkeypatch, [], [], [])
    with pytest.raises(UnreadableFile, match=r"no text layer.*pipx install --force '.\[ocr\]'"):
        list(read_source(source, ReadOptions()))


def test_without_ocr_a_scan_among_pages_with_text_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = _scan(tmp_path, monkeypatch, _set(FIRST, 50, 770, 30), [], [])
    skipped: list[SkipInput] = []
    (article,) = read_source(source, ReadOptions(), skipped.append)
    assert article.text == FIRST
    assert [problem.where for problem in skipped] == ["a.pdf, page 2"]
    assert ".[ocr]" in skipped[0].reason


def test_a_page_number_makes_no_scan_a_page_with_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    number = _set("第3版 要闻", 50, 800, 30)
    source = _scan(tmp_path, monkeypatch, _set(FIRST, 50, 770, 30), number, number)
    skipped: list[SkipInput] = []
    list(read_source(source, ReadOptions(), skipped.append))
    assert [problem.where for problem in skipped] == ["a.pdf, page 2"]


def test_every_line_says_where_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letters = [*_set("市委召开河道治理专题会议", 50, 800, 20, LARGE), *_set(FIRST, 50, 770, 15)]
    (article,) = read_source(_scan(tmp_path, monkeypatch, letters, [], []), ReadOptions(), lambda _: None)
    assert "".join(article.text[spot.start : spot.start + spot.length] for spot in article.spots) == article.text
    first = article.spots[0]
    assert article.text[: first.length] == FIRST[:13]
    assert (first.page, first.left, first.top, first.right, first.bottom, first.sure) == (1, 70, 72, 200, 82, 1)
    assert from_line(to_line(article)) == article


def test_a_rule_parts_columns_that_no_gap_parts() -> None:
    letters = [*_set(FIRST, 50, 770, 15), *_set(THIRD, 202, 770, 12, indent=0)]
    together = [row.text for row in rows_of(letters)]
    apart = [row.text for row in rows_of(letters, [Rule(201, 600, 790)])]
    assert together[0] == FIRST[:13] + THIRD[:12]
    assert apart[:2] == [FIRST[:13], THIRD[:12]]
    elsewhere = [Rule(201, 100, 200), Rule(330, 600, 790)]
    assert [row.text for row in rows_of(letters, elsewhere)] == together


def _upright(text: str, right: float, top: float, height: int, size: float = BODY) -> list[Letter]:
    """A text set from above, its columns from the right, each of so many letters."""
    found = []
    for n, character in enumerate(text):
        x, y = right - (n // height) * 1.5 * size, top - (n % height) * size
        aside = 0.3 * size if character in "，。" else 0.0  # marks stand in the upper right corner
        found.append(Letter(character, x - size + 2 * aside, y - size, x, y))
    return found


def test_columns_set_upright_are_read_from_the_right() -> None:
    letters = [*_upright("市委召开河道治理专题会议", 500, 800, 20, LARGE), *_upright(FIRST, 460, 800, 14)]
    letters += [*_set("物流园开工", 50, 500, 20, LARGE), *_set(THIRD, 50, 470, 30)]
    page = sheet_of(letters, 842)
    assert page.text.split() == ["#", "物流园开工", THIRD, "#", "市委召开河道治理专题会议", FIRST]
    first = next(line for line in page.lines if FIRST.startswith(line.row.text))
    assert (first.row.left, first.row.top, first.row.right, first.row.bottom) == (450, 800, 460, 660)


@pytest.mark.parametrize("left", [20, 230])
def test_a_title_set_upright_stands_beside_its_article(left: float) -> None:
    letters = [*_upright("河道治理见成效", left + LARGE, 800, 20, LARGE), *_set(FIRST, 60, 800, 15)]
    letters += [*_set("物流园开工", 50, 500, 20, LARGE), *_set(THIRD, 50, 470, 30)]
    assert sheet_of(letters).text.split() == ["#", "河道治理见成效", FIRST, "#", "物流园开工", THIRD]


def test_a_column_of_single_letters_is_no_accident_of_lines() -> None:
    """Lines whose first letters stand under each other stay lines."""
    letters = _set(FIRST + SECOND, 50, 770, 15, indent=0)
    assert upright.parted(letters) == (letters, [])


def _drawn(path: Path, *parts: tuple[str, str]) -> Source:
    """A PDF of lines, each with what is drawn before it."""
    lines = (
        f"{drawn} BT /F 12 Tf 1 0 0 1 60 {770 - 20 * n} Tm <{text.encode('utf-16-be').hex()}> Tj ET 0 g"
        for n, (drawn, text) in enumerate(parts)
    )
    path.write_bytes(pdf_of("\n".join(lines)))
    return Source(path, path.name)


def test_hidden_text_is_left_out(tmp_path: Path) -> None:
    source = _drawn(
        tmp_path / "a.pdf",
        ("", FIRST[:30]),
        ("3 Tr", "看不见的第一行字。"),
        ("0 Tr 1 g", "白纸上的白色字迹。"),
        ("1 g 50 700 400 40 re f 1 g", "白底上的白色字迹。"),
        ("0.5 0 0 rg 50 685 400 20 re f 1 g", "红底白字看得清楚。"),
        ("", "会议要求抓好落实。"),
    )
    (article,) = read_source(source, ReadOptions())
    assert _plain(article.text) == FIRST[:30] + "红底白字看得清楚。会议要求抓好落实。"


def test_a_scan_over_its_text_keeps_it(tmp_path: Path) -> None:
    (article,) = read_source(_drawn(tmp_path / "a.pdf", ("3 Tr", FIRST), ("", SECOND)), ReadOptions())
    assert _plain(article.text) == FIRST + SECOND


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize(("seeds", "gutter"), [(range(20), "column-gap:18px"), (range(20, 26), RULED)])
def test_sheets_printed_by_a_browser(seeds: range, gutter: str, browser, tmp_path: Path) -> None:
    """Of the articles of random layouts nineteen in twenty come out whole, with their title."""
    right = told = 0
    missed = []
    for seed in seeds:
        html, stories = sheet(seed, gutter)
        page = browser.new_page()
        page.set_content(html)
        path = tmp_path / f"{seed}.pdf"
        page.pdf(path=str(path), format="A4")
        page.close()
        found = {(_plain(a.title), _plain(a.text)) for a in read_source(Source(path, path.name), ReadOptions())}
        wanted = [(_plain("".join(s.title)), _plain("".join(s.body))) for s in stories]
        told += len(wanted)
        right += sum(pair in found for pair in wanted)
        missed += [(seed, pair[0]) for pair in wanted if pair not in found]
    assert right >= 0.95 * told, missed


@pytest.mark.browser
@pytest.mark.slow
def test_layouts_printed_by_a_browser(browser, tmp_path: Path) -> None:
    """Whole, with their title and without what the browser prints above and below: all articles of all layouts."""
    missed = []
    for name, make in LAYOUTS.items():
        layout, path = make(), tmp_path / f"{name}.pdf"
        page = browser.new_page()
        page.set_content(layout.html)
        page.pdf(path=str(path), format="A4", landscape=layout.wide, display_header_footer=True, margin=MARGIN)
        page.close()
        _turn(path, layout.turned)
        found = {(_plain(a.title), _plain(a.text)) for a in read_source(Source(path, path.name), ReadOptions())}
        missed += [(name, title) for title, text in layout.told if (title, text) not in found]
    assert missed == []


@pytest.mark.browser
def test_bold_titles_no_larger_than_their_text(browser, tmp_path: Path) -> None:
    """At the edge and in the middle, over one column and two, with an indent and without: whole, with their titles."""
    told = [
        ("市委召开专题会议", [FIRST, SECOND]),
        ("县图书馆延时开放", [FEATURE, SECOND]),
        ("物流园开工", [THIRD, FEATURE]),
    ]
    flat, indented = "p{margin:0 0 6px;line-height:1.5}", "p{text-indent:2em;margin:0;line-height:1.5}"
    for style, align, columns in ((flat, "left", 1), (flat, "left", 2), (indented, "left", 2), (indented, "center", 1)):
        articles = "".join(
            f"<div style='font-weight:bold;margin:4px 0;text-align:{align}'>{title}</div>"
            f"<div style='column-count:{columns}'>{''.join(f'<p>{text}</p>' for text in body)}</div>"
            for title, body in told
        )
        page = browser.new_page()
        head = "<div>河湟晚报 A03 要闻 2024年5月29日 星期三</div>"
        page.set_content(
            f"<meta charset=utf-8><style>body{{font-size:12px;width:{330 * columns}px}}{style}</style>{head}{articles}"
        )
        path = tmp_path / "a.pdf"
        page.pdf(path=str(path), format="A4")
        page.close()
        found = [(_plain(a.title), _plain(a.text)) for a in read_source(Source(path, path.name), ReadOptions())]
        assert found == [(title, "".join(body)) for title, body in told]


def test_bold_lines_that_are_titles() -> None:
    def inked(text: str, top: float, ink: float) -> list[Letter]:
        return [replace(letter, ink=ink) for letter in _set(text, 50, top, 15)]

    body = inked(FIRST, 770, 0.3) + inked(SECOND, 700, 0.3)
    plain = rows_of(body)
    assert with_bold(plain) == plain
    larger = [row.text for row in with_bold(rows_of([*inked("市委召开专题会议", 800, 0.42), *body])) if row.size > BODY]
    assert larger == ["市委召开专题会议"]
    # A bold sentence in a text is none, and where most is bold, nothing is.
    for rows in (
        rows_of([*inked("要抓好落实，确保完成。", 800, 0.42), *body]),
        rows_of(inked(THIRD, 800, 0.42) + plain_of(FIRST)),
    ):
        assert with_bold(rows) == rows
    assert alike(body) and not alike([*body, *_set("市委召开专题会议", 50, 800, 20, LARGE)])


def plain_of(text: str) -> list[Letter]:
    """One line of a text in plain letters."""
    return [replace(letter, ink=0.3) for letter in _set(text[:13], 50, 600, 15)]


MARGIN = {"top": "15mm", "bottom": "15mm", "left": "10mm", "right": "10mm"}


def _turn(path: Path, by: int) -> None:
    """Turns the pages of a file, which then say so (/Rotate)."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    for page in document:
        page.set_rotation(by)
    document.save(path)
    document.close()
