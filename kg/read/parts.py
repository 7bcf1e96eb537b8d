"""One line of a file to the things that it holds: jump marks, the frame of a web page, a title glued to its body."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from kg.language.classes import NUMERALS
from kg.language.lexicon import pattern
from kg.read import frame, furniture
from kg.read.dateline import opens
from kg.read.glued import begins, body_opens
from kg.read.glyphs import Glyphs
from kg.read.kinds import Kind
from kg.read.overlap import coverage

# A line that holds a whole article is longer than any line of a column, in code points.
_WHOLE = 80
_TITLE, _CAPTIONED, _TELLS = 80, 200, 0.4
# 「新华社青江9月17日电 题：一座老厂房的新生」: an agency's feature names its title behind the dateline.
_AFTER_WIRE = re.compile(
    r"[^，。电]{4,30}电\s{0,3}(?:[（(][^（()）]{2,30}[）)]\s{0,3})?题[：:]\s{0,2}(?P<title>[^。]{4,40})"
)
_NUMBERED = re.compile(rf"\s*(?:[（(]?(?:\d{{1,2}}|[{NUMERALS}]{{1,2}})[）)]?[、.．]|[●■◆▲★◎○·•])")
_DATED, _LEAST = re.compile(r"[\u4e00-\u9fff]{2,14}?\d{1,2}月\d{1,2}日[电讯](?:\s?[（(]|\s)"), 8
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PUNCTUATED = re.compile("[，。；：]")
# Names that a credit gives: 「刘向阳摄」, 「李文/摄」, 「宁河实业供图」.
_CREDIT = r"(?:[\u4e00-\u9fff]{2,4}\s*+/?\s*+摄(?![影像入取制氏政护食于])|[\u4e00-\u9fff]{2,10}供图)"
_IN_BRACKETS = r"[（(][^（）()。]{0,24}?(?:供图|摄|图片|资料图|截图|来源[：:][^（）()。]{2,16}|提供)[）)]"
# The sentence or phrase of a caption in the middle of a line, its credit behind it.
_CAPTION = re.compile(
    rf"(?<=[。！？”])(?:[^。！？]{{0,40}}(?:{_IN_BRACKETS})|[^。！？]{{2,40}}。{_CREDIT})(?=[\s\u4e00-\u9fff“])"
)
# Captions with which a line begins.
_FIRST_CAPTION = re.compile(
    rf"\s*[^。！？]{{2,60}}。\s?(?:[\u4e00-\u9fff]{{2,8}}记者\s?)?{_CREDIT}(?=[\s\u4e00-\u9fff“\d])"
)


# 「……（记者 李文）●……」, 「……。本报讯（记者 周明）……」, and the name of the digest before the first: 【一周简讯】●….
_BRIEF_END = re.compile(
    rf"[（(][^（()）]{{0,14}}(?:记者|通讯员)[^（()）]{{1,40}}[）)]\s*(?=[●■◆▲★◎○•·]|(?:\d{{1,2}}|[{NUMERALS}])[、.．]|[本新中].{{2,12}}[讯电])"
)
_OPENED_AGAIN = re.compile(r"[。！”）)]\s*(?=本报讯?[^，。]{0,10}[（(]|[^，。]{2,12}\d{1,2}日[电讯]\s*[（(])")
_DIGEST = re.compile(r"【[\u4e00-\u9fff]{2,8}】(?=[●■◆▲★◎○•])")


# 「▲ 青江“民情夜话”解难题　本报讯 今年以来……」: a title, a space, how the text opens.
_RUN_IN = re.compile(r"[●■◆▲△▼★◎○•·◇□▶►▪※\s　]{0,4}(?P<title>[^。；！？]{6,40}?)[ 　]{1,4}(?=本报)")


class Part(NamedTuple):
    """A piece of a line; kind is None where the words alone have to tell."""

    glyphs: Glyphs
    kind: Kind | None = None


def parts(whole: Glyphs, *, first: bool, titled: bool = False) -> list[Part]:
    """The pieces of a line in their order. first: no body stands before it in the file. titled: but a title does."""
    pieces: list[Part] = []
    if match := _AFTER_WIRE.fullmatch(whole.text.strip()):
        start = whole.text.index("题", whole.text.index("电"))
        title = whole[whole.text.index(match["title"], start) :]
        return [Part(title.strip(), Kind.HEADING), Part(whole[:start])]
    for part in _framed(whole):
        if part.kind is not None:
            pieces.append(part)
            titled = titled or part.kind is Kind.HEADING
            continue
        for piece in (brief for jump in _jumps(part.glyphs) for brief in _briefs(jump)):
            if run_in := _run_in(piece):
                pieces += run_in
                titled = True
                continue
            pieces += _captions(_titled(piece, titled=titled) if first else [Part(piece)])
    return [piece for piece in pieces if piece.glyphs.text.strip()]


def _framed(whole: Glyphs) -> list[Part]:
    text = whole.text.rstrip()
    around = frame.frame_of(text)
    if not around.before and not around.behind:
        return [Part(whole)]
    found = []
    done = 0
    for item in around.before:
        if item.kind == "title" and item.value:
            start = text.index(item.value, item.start)
            found += [
                Part(whole[done : item.start], Kind.FRAME),
                Part(whole[start : start + len(item.value)], Kind.HEADING),
            ]
            done = item.end
    found += [Part(whole[done : around.start], Kind.FRAME), Part(whole[around.start : around.end])]
    return [*found, Part(whole[around.end :], Kind.FRAME)]


def _jumps(whole: Glyphs) -> list[Glyphs]:
    """A line with the jump marks cut off it that touch the text: 「（上接A01版）……」, 「……（下转A05版）」."""
    end = furniture.trailing_jump(whole.text.rstrip())
    pieces = [whole[:end], whole[end:]] if end > 0 else [whole]
    start = furniture.leading_continued(pieces[0].text)
    return [pieces[0][:start], pieces[0][start:], *pieces[1:]] if start else pieces


def _briefs(whole: Glyphs) -> list[Glyphs]:
    """The articles of a digest that stand on one line: behind each the name of who wrote it, or a dateline before."""
    ends = [match.end() for match in _BRIEF_END.finditer(whole.text)]
    opened = (match.end() for match in _OPENED_AGAIN.finditer(whole.text))
    ends += [end for end in opened if end > _WHOLE and opens(whole.text[end : end + 60], sure=True)]
    head = _DIGEST.match(whole.text)
    places = sorted({0, *([head.end()] if head else []), *ends, len(whole)})
    return [whole[start:end] for start, end in pairwise(places)]


def _run_in(whole: Glyphs) -> list[Part]:
    """A title and the text that opens behind it on the line, or nothing."""
    match = _RUN_IN.match(whole.text)
    if match is None or not opens(whole.text[match.end() : match.end() + 60], sure=True) or opens(match["title"]):
        return []
    return [Part(whole[match.start("title") : match.end("title")], Kind.HEADING), Part(whole[match.end() :])]


def _titled(whole: Glyphs, *, titled: bool) -> list[Part]:
    """The first line of a file with the title, if it has none, or the captions cut off that stand before its body."""
    if len(whole) < _WHOLE:
        return [Part(whole)]
    text = whole.text
    lead = len(text) - len(text.lstrip())
    for place in range(lead + 4, min(len(text), _CAPTIONED)):
        head = text[lead:place]
        glued = _DATED.match(text, place) and len(_HAN.findall(head)) >= _LEAST and not re.search("[。：]", head)
        if (glued or text[place - 1] in "。！）)” ") and opens(text[place : place + 60], sure=True):
            before = text[lead:place].strip()
            if furniture.is_pictured(before):
                return [Part(whole[:place], Kind.CAPTION), Part(whole[place:])]
            plain = not before.endswith(("。", "）", ")"))
            if plain and titled:
                continue
            return [Part(whole[:place], Kind.HEADING if plain else Kind.CAPTION), Part(whole[place:])]
    pictured = _pictured(text, lead)
    if pictured:
        return [Part(whole[:pictured], Kind.CAPTION), Part(whole[pictured:])]
    end = 0 if titled else _bare_title(text, lead)
    kind = Kind.CAPTION if furniture.is_pictured(text[lead:end]) else Kind.HEADING
    return [Part(whole[:end], kind), Part(whole[end:])] if end else [Part(whole)]


def _pictured(text: str, lead: int) -> int:
    """Where the body begins behind the words of a picture without a sentence, 「远航物流 视觉中国 资料图」, or 0."""
    for match in pattern("picture_ends").finditer(text, lead, lead + _WHOLE):
        if body_opens(text, match.end()) and not re.search("[，。]", text[lead : match.start()]):
            return match.end()
    return 0


def _bare_title(text: str, lead: int) -> int:
    """Where the body begins behind a title that says what the body says, or 0."""
    if opens(text[lead:]) or _NUMBERED.match(text) or body_opens(text, lead):
        return 0
    stop = _PUNCTUATED.search(text, lead)
    last = min(stop.start() if stop else len(text), lead + _TITLE)
    for place in range(lead + 12, last):
        if begins(text, lead, place, sure=True):
            return place if coverage(text[lead:place], text[place:]) >= _TELLS else 0
    return 0


def _captions(pieces: list[Part]) -> list[Part]:
    """The same pieces, captions in the middle of a long line cut out."""
    found: list[Part] = []
    for piece in pieces:
        if piece.kind is not None or len(piece.glyphs) < _WHOLE:
            found.append(piece)
            continue
        done = 0
        while first := _FIRST_CAPTION.match(piece.glyphs.text, done):
            found.append(Part(piece.glyphs[done : first.end()], Kind.CAPTION))
            done = first.end()
        for match in _CAPTION.finditer(piece.glyphs.text, done):
            found += [
                Part(piece.glyphs[done : match.start()]),
                Part(piece.glyphs[match.start() : match.end()], Kind.CAPTION),
            ]
            done = match.end()
        found.append(Part(piece.glyphs[done:]))
    return found
