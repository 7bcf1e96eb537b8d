"""PDF read by geometry (kg/read/geometry.py, kg/read/forms/pdf.py)."""

from pathlib import Path

import pytest
from read.sheets import sheet

from kg.errors import SkipInput, UnreadableFile
from kg.read import ReadOptions, Source, read_source
from kg.read.forms.pdf import page_text
from kg.read.geometry import Letter, boxes_of, paragraphs, pieces_of, rows_of

BODY, LARGE = 10.0, 20.0


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


def _plain(text: str) -> str:
    return "".join(text.split())


FIRST = "本报讯（记者李文达）五月十三日，市委召开河道治理专题会议，市委书记周明远主持会议并讲话。"
SECOND = "会议要求，要压实各级河长责任，确保主汛期前完工，各地各部门要抓好落实，确保如期完成。"
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
    assert paragraphs(big.bodies) == [FIRST, SECOND]
    assert paragraphs(narrow.bodies) == [THIRD]
    assert page_text(letters[::-1]) == page_text(letters)


def test_a_paragraph_that_goes_over_two_columns_is_one() -> None:
    text = FIRST + SECOND
    letters = _set("市委召开河道治理专题会议", 50, 800, 20, LARGE) + _set(text[:43], 50, 770, 15)
    letters += _set(text[43:], 212, 770, 15, indent=0)
    (piece,) = pieces_of(boxes_of(rows_of(letters)))
    assert paragraphs(piece.bodies) == [text]


def test_letters_printed_twice_count_once() -> None:
    once = _set(FIRST, 50, 770, 15)
    twice = [*once, *(Letter(x.text, x.left + 0.4, x.bottom, x.right + 0.4, x.top) for x in once)]
    assert page_text(twice) == page_text(once)


def test_what_is_no_pdf_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(UnreadableFile, match=r"a\.pdf: not a PDF"):
        list(read_source(Source(path, path.name), ReadOptions()))


def test_a_scan_says_so(tmp_path: Path) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    document.save(str(tmp_path / "a.pdf"))
    with pytest.raises(UnreadableFile, match="no text layer"):
        list(read_source(Source(tmp_path / "a.pdf", "a.pdf"), ReadOptions()))


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


def test_a_scan_among_pages_with_text_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three pages: with text, a picture alone, blank."""
    path = tmp_path / "a.pdf"
    path.write_bytes(SCAN)
    sheets = iter([_set(FIRST, 50, 770, 30), [], []])
    monkeypatch.setattr("kg.read.forms.pdf._letters", lambda page: next(sheets))
    skipped: list[SkipInput] = []
    (article,) = read_source(Source(path, path.name), ReadOptions(), skipped.append)
    assert article.text == FIRST
    assert [problem.where for problem in skipped] == ["a.pdf, page 2"]
    assert "no text layer" in skipped[0].reason


@pytest.mark.browser
@pytest.mark.slow
def test_sheets_printed_by_a_browser(browser, tmp_path: Path) -> None:
    """Of the articles of twenty random layouts nineteen in twenty come out whole, with their title."""
    right = told = 0
    missed = []
    for seed in range(20):
        html, stories = sheet(seed)
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
