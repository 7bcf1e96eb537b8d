"""The lines of a decoded file, each with what kind of line it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.language.classes import one_of
from kg.language.lexicon import words
from kg.read import frame, furniture, headers
from kg.read.glyphs import UNSEEN, at
from kg.read.kinds import Kind
from kg.read.line import Line
from kg.read.overprint import undouble, unspace
from kg.read.parts import Part, parts
from kg.read.running import without_running
from kg.read.standing import settled

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_HEADING = re.compile(r"^(#{1,6})\s+")
_TITLE_LEVEL = 2
# Marks of Markdown.
_MARKUP = re.compile(r"\*\*|__")
EDGE = 99
_BULLET = re.compile(r"[▲△▼●■◆★◎○□•·]")
# Writers without a name, and names of sections: 【自贸港一线】, 两会·深读.
_NAMELESS = re.compile(
    f"[□■●◆ ]*(?:{one_of('own_paper')})(?:特约)?(?:评论员|记者|编辑部|记者部)"
    f"|(?:{one_of('own_paper')})(?:特约)?(?:记者|通讯员)?(?:来稿|供稿)"
)
_SECTION = re.compile(
    rf"【(?![^】]*(?:{one_of('dispatches')})】)[\u4e00-\u9fffA-Za-z·“”]{{2,10}}】|[\u4e00-\u9fff]{{2,4}}·[\u4e00-\u9fff]{{2,4}}"
)
# A line of more than this width is a body's: what stands above the first one may be glued to it.
_NARROW = 42
# 「要  闻」, 「启    事」: names of two and three letters, spread over a column.
_QUOTES, _SPREAD, _FEW = re.compile("[“”‘’《》]"), 24, 2  # 「“七 一”期 间」
_APART, _SPACES = re.compile(r"[\u4e00-\u9fff](?:\s{1,8}[\u4e00-\u9fff]){1,2}"), re.compile(r"\s+")
_BLANK = " \t\u3000\xa0"


def read_lines(raw: str) -> list[Line]:
    """The lines of a decoded file that are not blank, in order, without a line that only repeats the one before."""
    found: list[Line] = []
    gap, first = EDGE, True
    for number, (start, end) in enumerate(_spans(raw), 1):
        pieces = parts(
            at(raw[start:end], start).drop(UNSEEN),
            first=first,
            titled=any(line.kind in (Kind.TEXT, Kind.HEADING) for line in found[-9:]),
        )
        lines = [line for piece in pieces if (line := _line(piece, number, gap))]
        if len(lines) > 1:
            # What was cut off a line stands apart from the line.
            lines = [
                replace(line, gap=gap if n == 0 and line.kind is Kind.TEXT else max(gap, 1))
                for n, line in enumerate(lines)
            ]
        gap = 0 if lines else gap + 1
        first = first and not any(line.kind is Kind.TEXT and line.width > _NARROW for line in lines)
        if lines and _repeats(found, lines[0]):
            found[-1] = replace(found[-1], doubled=True)
            continue
        found += lines
    return settled(_with_subheads(without_running(found)))


def _with_subheads(lines: list[Line]) -> list[Line]:
    """Headings below the second level are headings inside an article, where the page has higher ones too."""
    if not any(0 < line.level <= _TITLE_LEVEL for line in lines):
        return lines
    return [replace(line, kind=Kind.TEXT) if line.level > _TITLE_LEVEL else line for line in lines]


def width(text: str) -> float:
    """The width of a line in full-width characters: a half-width one counts half."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def _spans(raw: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(raw):
        yield start, match.start()
        start = match.end()
    yield start, len(raw)


def _line(piece: Part, number: int, gap: int) -> Line | None:
    printed = piece.glyphs.drop(_MARKUP)
    stripped = printed.strip()
    if not stripped.text:
        return None
    heading = _HEADING.match(stripped.text)
    body = stripped[heading.end() :] if heading else stripped
    once, doubled = undouble(body)
    glyphs = unspace(once).strip()
    if _is_spread(glyphs.text):
        glyphs = glyphs.drop(_SPACES)
    level = len(heading.group(1)) if heading else 0
    level = 1 if piece.kind is Kind.HEADING else level
    kind = piece.kind or (Kind.HEADING if heading else _kind(glyphs.text, once.strip().text))
    if kind is Kind.CLOSING and furniture.signed(once.text):
        glyphs = once.strip()  # 「（李 文 周 明）」: spaces part the names
    if kind is Kind.TEXT and furniture.is_rubric(glyphs.text, apart=gap > 0 or doubled):
        kind = Kind.RUBRIC
    return Line(
        number, glyphs, kind, gap, printed.text[0] in _BLANK, doubled, width(once.text), level, spaced=once.text,
        alone=kind,
    )  # fmt: skip


def _kind(text: str, spaced: str) -> Kind:
    """The first kind that the line, or the line with its spacing, fits."""
    tests = (
        (
            Kind.FRAME,
            frame.is_slogan(text) or headers.is_service(text) or headers.is_call(text) or headers.is_of_site(text),
        ),
        (Kind.CONTINUED, furniture.is_continued(text)),
        (Kind.JUMP, furniture.is_jump(text)),
        (Kind.CLOSING, furniture.is_closing_byline(text) or furniture.is_closing_byline(spaced)),
        (Kind.BOX, furniture.is_box(text)),
        (Kind.MASTHEAD, furniture.is_masthead(spaced) or furniture.is_masthead(text) or headers.is_header(spaced)),
        (Kind.TEXT, bool(_BULLET.match(text)) and furniture.ends_with_byline(text)),
        (Kind.CAPTION, furniture.is_caption(text)),
        (Kind.BYLINE, furniture.is_byline(text) or bool(_NAMELESS.fullmatch(text))),
        (Kind.RUBRIC, bool(_SECTION.fullmatch(text)) and not furniture.is_box(text)),
    )
    return next((kind for kind, fits in tests if fits), Kind.TEXT)


def _is_spread(text: str) -> bool:
    """Whether spaces only fill a line: a known name of two or three letters, or letters apart with quotation marks."""
    if _APART.fullmatch(text):
        return "".join(text.split()) in _named()
    letters = _QUOTES.sub(" ", text).split() if len(text) <= _SPREAD and _QUOTES.search(text) else []
    return len(letters) > _FEW and text.count(" ") + text.count("　") >= _FEW and all(len(one) == 1 for one in letters)


@cache
def _named() -> frozenset[str]:
    """What stands over columns, notices and digests."""
    return frozenset(
        word for name in ("page_rubrics", "notice_titles", "ad_headings", "digest_headings") for word in words(name)
    )


def _repeats(found: list[Line], line: Line) -> bool:
    """The second print of a title can stand on a line of its own."""
    return bool(found) and found[-1].text == line.text and line.width >= 4 and not line.gap


__all__ = ["EDGE", "Kind", "Line", "read_lines", "width"]
