"""Scans and photos (kg/read/forms/ocr.py, picture.py): what is made of the lines that OCR sees, and OCR itself."""

import math
import os
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path

import pytest
from read.given import LEAD, REST, TITLE, read
from read.sheets import Story, sheet

from kg.errors import Mended, UnreadableFile
from kg.model import Article
from kg.read import ReadOptions, Source, read_source
from kg.read.forms.ocr import Seen, letter_size, placed, there
from kg.read.sheet import sheet_of

SIZE = 24.0
BODY = "本报讯五月十三日市委召开河道治理专题会议市委书记周明远主持会议并讲话。"


def _line(text: str, left: float, top: float, *, size: float = SIZE, high: float = 0.0, turn: float = 0.0) -> Seen:
    """A line as OCR sees it on a sheet turned by so many degrees; high: of its box."""
    cosine, sine = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    high, right = high or 1.2 * size, left + size * len(text)
    corners = ((left, top), (right, top), (right, top + high), (left, top + high))
    turned = tuple((x * cosine - y * sine, x * sine + y * cosine) for x, y in corners)
    lefts = tuple(turned[0][0] + n * size * cosine for n in range(len(text)))
    return Seen(text, turned, lefts, 0.98, size)


def _column(text: str, left: float, top: float, width: int, turn: float = 0.0) -> list[Seen]:
    """A paragraph in a column; the boxes of its lines are unevenly high, as they come."""
    cut = [text[: width - 2], *(text[n : n + width] for n in range(width - 2, len(text), width))]
    lines = []
    for n, words in enumerate(cut):
        indent = 0 if n else 2 * SIZE
        lines.append(_line(words, left + indent, top + n * 1.5 * SIZE, high=SIZE * (1.0, 1.2, 1.35)[n % 3], turn=turn))
    return lines


@pytest.mark.parametrize("turn", [0.0, 2.5, -2.5])
def test_lines_of_a_scan_that_lies_askew_make_columns(turn: float) -> None:
    lines = [_line("市委召开河道治理专题会议", 50, 40, size=40, turn=turn)]
    lines += _column(BODY, 50, 110, 12, turn) + _column(
        "会议要求要压实各级河长责任确保主汛期前完工。", 380, 110, 12, turn
    )
    page = sheet_of(placed(lines, 1000), 1000)
    assert page.text.split() == ["#", "市委召开河道治理专题会议", BODY, "会议要求要压实各级河长责任确保主汛期前完工。"]
    assert page.sure == pytest.approx(0.98)


def test_a_line_over_two_columns_is_parted_at_the_gutter() -> None:
    left, right = "市委召开河道治理专题会议", "要压实各级河长责任确保主"
    merged = _line(left + right, 50, 110)
    gap = 2 * SIZE
    merged = Seen(
        merged.text,
        tuple((x + gap if x > 60 else x, y) for x, y in merged.corners),
        tuple(x + gap if n >= len(left) else x for n, x in enumerate(merged.lefts)),
        0.9,
        SIZE,
    )
    assert [row.row.text for row in sheet_of(placed([merged], 500)).lines] == [left, right]


@pytest.mark.parametrize(("ground", "ink"), [(255, 0), (40, 230), (200, 90)])
def test_letters_are_as_large_as_their_ink(ground: int, ink: int) -> None:
    """Blots as high as letters of 40 pixels, in a box with much room; 一 and marks are lower, and 2 is a digit."""
    import numpy

    grey = numpy.full((100, 400), ground, dtype=numpy.uint8)
    for n, (upper, lower) in enumerate([(32, 68), (48, 52), (32, 69), (33, 69), (60, 69), (39, 69)]):
        grey[upper:lower, 40 * n + 12 : 40 * n + 20] = ink
    corners = ((0.0, 10.0), (240.0, 10.0), (240.0, 90.0), (0.0, 90.0))
    size = letter_size(grey, "县一河道，2", corners, [40.0 * n for n in range(6)])
    assert size == pytest.approx(40, rel=0.05)


def test_without_ocr_a_picture_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.forms.ocr.there", lambda: False)
    with pytest.raises(UnreadableFile, match=r"a\.jpg: a scan.*pipx install --force '\.\[ocr\]'"):
        read(tmp_path / "a.jpg", b"\xff\xd8")


@pytest.fixture(scope="session")
def ocr() -> None:
    """OCR, installed; without it the test is skipped, or fails where KG_REQUIRE_OCR is 1."""
    missing = [name for name in ("rapidocr", "onnxruntime", "PIL") if find_spec(name) is None]
    if missing and os.environ.get("KG_REQUIRE_OCR") == "1":
        pytest.fail(f"no {missing[0]}: pip install 'kg[ocr]'")
    if missing:
        pytest.skip(f"no {missing[0]}: pip install 'kg[ocr]'")
    assert there()


@pytest.mark.usefixtures("ocr")
def test_what_is_no_picture_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.png: not a picture"):
        read(tmp_path / "a.png", b"\x89PNG nothing")


@pytest.mark.usefixtures("ocr")
def test_a_damaged_second_sheet_is_named_and_nothing_else_is_said(tmp_path: Path, recwarn) -> None:
    """Pillow raises a TypeError at it, and warns with lines of its own source."""
    from PIL import Image

    sheet = Image.new("L", (30, 30))
    sheet.save(tmp_path / "a.tif", save_all=True, append_images=[sheet])
    data = bytearray((tmp_path / "a.tif").read_bytes())
    begin = int.from_bytes(data[4:8], "little")
    next_one = begin + 2 + 12 * int.from_bytes(data[begin : begin + 2], "little")
    second = int.from_bytes(data[next_one : next_one + 4], "little")
    data[second + 2 : second + 26] = bytes(24)  # its width and height
    with pytest.raises(UnreadableFile, match=r"a\.tif: not a picture"):
        read(tmp_path / "a.tif", bytes(data))
    with pytest.raises(UnreadableFile, match=r"a\.tif: not a picture"):
        read(tmp_path / "a.tif", bytes(data[: second + 40]))
    assert not recwarn.list


@pytest.mark.usefixtures("ocr")
def test_too_large_a_picture_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image

    monkeypatch.setattr("kg.read.forms.picture._LARGEST", 999)
    Image.new("L", (100, 10)).save(tmp_path / "a.png")
    with pytest.raises(UnreadableFile, match="million pixels"):
        read(tmp_path / "a.png", (tmp_path / "a.png").read_bytes())


@pytest.mark.slow
@pytest.mark.usefixtures("ocr")
def test_a_photograph_without_writing_loses_nothing(tmp_path: Path) -> None:
    from PIL import Image

    Image.linear_gradient("L").resize((800, 600)).save(tmp_path / "a.jpg")
    found, told = read(tmp_path / "a.jpg", (tmp_path / "a.jpg").read_bytes())
    assert not found
    assert [(type(item), "hardly any writing" in item.reason) for item in told] == [(Mended, True)]


def _printed(browser, html: str, path: Path) -> Path:
    page = browser.new_page()
    page.set_content(html)
    page.pdf(path=str(path), format="A4")
    page.close()
    return path


def _scanned(path: Path, picture: Path, *, dots: int = 200, turn: float = 0.0) -> Path:
    """The first page of a PDF as a picture."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    image = document[0].render(scale=dots / 72).to_pil().convert("L")
    document.close()
    image.rotate(turn, expand=True, fillcolor=255).save(picture)
    return picture


def _same(one: str, other: str) -> float:
    return SequenceMatcher(None, "".join(one.split()), "".join(other.split()), autojunk=False).ratio()


def _right(found: list[Article], wanted: Story) -> bool:
    """Whether an article was cut and put in order as it is; OCR may misread one letter in fifty."""
    title, body = "".join(wanted.title), "".join(wanted.body)
    return any(_same(one.text, body) > 0.98 and _same(one.title, title) > 0.9 for one in found)


def _photographed(picture: Path, photograph: Path) -> Path:
    """The picture of a page as a camera takes it: turned by three degrees, bent, dark on one side, blurred."""
    import numpy
    from PIL import Image, ImageFilter

    page = Image.open(picture).convert("RGB").rotate(3, expand=True, fillcolor=(230, 230, 230))
    wide, high = page.size
    corners = (0.03 * wide, 0.01 * high, 0, high, wide, 0.99 * high, 0.98 * wide, 0)  # that come into the four corners
    page = page.transform(page.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=(230, 230, 230))
    light = numpy.linspace(0.5, 1.0, wide)[None, :, None] * numpy.linspace(0.8, 1.0, high)[:, None, None]
    shaded = Image.fromarray((numpy.asarray(page) * light).astype("uint8"))
    shaded.filter(ImageFilter.GaussianBlur(0.8)).save(photograph, quality=85)
    return photograph


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.usefixtures("ocr")
def test_a_photograph_of_a_page_that_is_askew_bent_and_shaded(browser, tmp_path: Path) -> None:
    """Cut right, in order, and nearly without error."""
    html, stories = sheet(1)
    plain = _scanned(_printed(browser, html, tmp_path / "a.pdf"), tmp_path / "a.png")
    path = _photographed(plain, tmp_path / "b.jpg")
    found = list(read_source(Source(path, path.name), ReadOptions()))
    assert [one.title for one in stories if not _right(found, one)] == []


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.usefixtures("ocr")
def test_sheets_printed_and_scanned(browser, tmp_path: Path) -> None:
    """Of the articles of eight random layouts nineteen in twenty come out whole and in order, with their title."""
    missed, told = [], 0
    for seed in range(8):
        html, stories = sheet(seed)
        path = _scanned(_printed(browser, html, tmp_path / "a.pdf"), tmp_path / f"{seed}.png")
        found = list(read_source(Source(path, path.name), ReadOptions()))
        told += len(stories)
        missed += [(seed, one.title) for one in stories if not _right(found, one)]
        spots = [spot for one in found for spot in one.spots]
        assert spots and all(0.5 <= spot.sure <= 1 and spot.page == 1 for spot in spots)
    assert len(missed) <= 0.05 * told, missed


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.usefixtures("ocr")
def test_a_scan_in_a_pdf_is_read_as_its_picture_and_twice_the_same(browser, tmp_path: Path) -> None:
    from PIL import Image

    html = f"<body style='width:600px'><h1>{TITLE}</h1><p>{LEAD}</p><p>{REST}</p></body>"
    picture = _scanned(_printed(browser, html, tmp_path / "a.pdf"), tmp_path / "a.png", turn=1.5)
    Image.open(picture).save(tmp_path / "scan.pdf", resolution=200)
    found = [list(read_source(Source(path, "a"), ReadOptions())) for path in (tmp_path / "scan.pdf", picture, picture)]
    for (article,) in found:
        assert _same(article.title, TITLE) > 0.9
        assert _same(article.text, LEAD + REST) > 0.98
        assert article.date == "2024-05-13" or article.date == "--05-13"
    assert found[1] == found[2]
