"""Digests: which lines are the titles or the beginnings of their items.

A digest lists short items under one name: bulleted ones (「一周快览」, then a line 「◆9月1日，……」 each), or items with
a title in brackets or behind a mark (「【白玉川赴宁州调研】」 on a line, then a paragraph). Each is an article.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from kg.language.classes import NUMERALS
from kg.language.lexicon import words
from kg.language.numerals import number
from kg.read import furniture
from kg.read.dateline import opens
from kg.read.kinds import Kind
from kg.read.line import Line
from kg.read.overlap import coverage

_BULLET = re.compile(r"[●◆▲△▼■★☆◎○•◇□▶►▪※]")
_TITLE = re.compile(r"[【〖](?P<inside>[^【】〖〗]{6,40})[】〗]|[●◆▲△▼■★☆◎○•◇□▶►▪※▌│┃丨]\s*(?P<marked>[^。]{6,40})")
_NAME, _FEW, _WIDE, _TOLD = 10, 3, 42, 0.5
# 「石桥镇：网格员送政策　石桥镇组织……。」, 「【石桥镇】……」 on a line.
_HEADED = re.compile(
    r"(?P<head>(?:\d{1,2}[:：]\d{2}\s{0,2})?[●◆▲■★☆◎○•◇□▶►▪※]?\s{0,2}(?:[【〖](?P<inside>[^【】〖〗]{4,40})[】〗]"
    r"|(?P<title>[^。；！【】〖〗\s　]{6,30}(?:[ 　]{1,2}[^。；！【】〖〗\s　]{4,20})?)(?:　|[ 　]{2})))"
    r"(?=[^。]{4}.{13})"
)
_ITEM, _ITEMS = re.compile(rf"(?P<mark>(?P<n>[{NUMERALS}]{{1,3}}|\d{{1,2}})[、.．]\s?)[^。；，]{{4,40}}"), 2
_EDGES = re.compile(r"\A(?:\d{1,2}[:：]\d{2})?[●◆▲■★☆◎○•◇□▶►▪※\s]*[【〖]?|[】〗]\Z")
_SHORTEST, _ABOUT, _LINES = 4, 0.3, 8
_PLAIN = (Kind.TEXT, Kind.RUBRIC, Kind.HEADING, Kind.BOX)


def digested(lines: list[Line]) -> list[Line]:
    """The lines of a page, those changed that make a digest of it."""
    return _bulleted(_titled(_numbered(_run_in(lines))))


def _numbered(lines: list[Line]) -> list[Line]:
    """The items of a bulletin, 「一、石门区推进整治」 over a paragraph, if only a header stands over the first."""
    items = {i: match for i, line in enumerate(lines[:-1]) if (match := _item(line, lines[i + 1]))}
    if len(items) < _ITEMS or [number(match["n"]) for match in items.values()] != list(range(1, len(items) + 1)):
        return lines
    titled = any(line.kind in _PLAIN and line.kind is not Kind.RUBRIC for line in lines[: min(items)])
    for i, match in items.items():
        if titled:  # they are headings of one article
            lines[i] = replace(lines[i], listed=True)
        else:
            lines[i] = replace(
                lines[i], kind=Kind.HEADING, glyphs=lines[i].glyphs[match.end("mark") :].strip(), level=1
            )
    return lines


def _item(line: Line, following: Line) -> re.Match[str] | None:
    return _ITEM.fullmatch(line.text) if line.kind is Kind.TEXT and following.text.endswith("。") else None


def _run_in(lines: list[Line]) -> list[Line]:
    """Items whose titles stand on the line of their text, a wide space or brackets between: two neighbours and more."""
    ends = [_title_end(line) for line in lines]
    found: list[Line] = []
    for i, line in enumerate(lines):
        near = any(ends[i - 1 : i] if i else ()) or any(ends[i + 1 : i + 2])
        if not ends[i] or not near:
            found.append(line)
            continue
        title, body = line.glyphs[: ends[i]], line.glyphs[ends[i] :]
        title = title.drop(_EDGES).strip()
        found.append(
            replace(line, kind=Kind.HEADING, glyphs=title, level=1, spaced=title.text, width=float(len(title)))
        )
        found.append(replace(line, glyphs=body.strip(), spaced=body.strip().text, gap=0))
    return found


def _title_end(line: Line) -> int:
    """Where on a line of text the title ends that it begins with, in its letters without spaces; 0 if it has none."""
    told = line.kind is Kind.TEXT and line.text.endswith(("。", "）", ")", "！", "”"))
    match = _HEADED.match(line.spaced.strip()) if told else None
    title = match["title"] or match["inside"] if match else ""
    if match is None or opens(line.text) or len(title) < _SHORTEST or re.search("记者|通讯员|编辑同志", title):
        return 0
    letters = len("".join(match["head"].split()))
    place = 0
    while letters and place < len(line.glyphs):
        letters -= not line.text[place].isspace()
        place += 1
    return place if coverage(title, line.text[place:]) >= _ABOUT else 0


def _titled(lines: list[Line]) -> list[Line]:
    """Titles in brackets or behind a mark, each over a paragraph that says what it says: three and more."""
    marks = {i: match for i, line in enumerate(lines[:-1]) if (match := _mark(line, lines[i + 1]))}
    told = [i for i, match in marks.items() if coverage(_inside(match), _behind(lines, i, marks)) >= _TOLD]
    opened = bool(marks) and all(opens(lines[i + 1].text) for i in marks)
    if len(marks) < (_ITEMS if opened else _FEW) or 2 * len(told) < len(marks):
        return lines
    for i, match in marks.items():
        start, end = match.span("inside" if match["inside"] else "marked")
        lines[i] = replace(lines[i], kind=Kind.HEADING, glyphs=lines[i].glyphs[start:end].strip(), level=1)
    alone = not any(line.kind is Kind.TEXT and line.text.endswith("。") for line in lines[: min(marks)])
    for i in range(min(marks)) if alone else ():
        # The name of the whole digest.
        if lines[i].kind is Kind.TEXT and lines[i].width <= _WIDE and "。" not in lines[i].text:
            lines[i] = replace(lines[i], kind=Kind.RUBRIC)
    return lines


def _behind(lines: Sequence[Line], i: int, marks: Container[int]) -> str:
    """The text behind a title, up to the next one."""
    end = i + 1
    while end < len(lines) and end not in marks and end - i <= _LINES and lines[end].kind is Kind.TEXT:
        end += 1
    return "".join(line.text for line in lines[i + 1 : end])


def _mark(line: Line, following: Line) -> re.Match[str] | None:
    begins = following.width > _WIDE or following.text.endswith("。") or opens(following.text)
    paragraph = following.kind is Kind.TEXT and begins
    return _TITLE.fullmatch(line.text) if line.kind in (*_PLAIN, Kind.CAPTION) and paragraph else None


def _inside(match: re.Match[str]) -> str:
    return match["inside"] or match["marked"]


def _bulleted(lines: list[Line]) -> list[Line]:
    """Items behind the same bullet, two and more, under the name of a digest, which is no title of theirs."""
    for i in range(len(lines) - 2):
        if lines[i].kind not in _PLAIN:
            continue
        if lines[i + 1].kind is Kind.HEADING and lines[i + 1].number == lines[i + 2].number:
            if _names_digest(lines[i]):  # over a title and its text on one line
                lines[i] = replace(lines[i], kind=Kind.RUBRIC)
            continue
        if not _BULLET.match(lines[i + 1].text):
            _placed(lines, i)
            continue
        items = _items(lines, i + 1)
        name = _name(lines[i])
        if len(items) < 2 or len(name) > _NAME or re.search("[，。]", name):
            continue
        told = name.endswith(words("digest_headings"))
        if told or all(lines[k].kind is Kind.TEXT and lines[k].text.endswith(("）", ")")) for k in items):
            lines[i] = replace(lines[i], kind=Kind.RUBRIC)
            lines[items[0] : items[-1] + 1] = [
                replace(line, kind=Kind.TEXT, brief=i + 1 + k in items)
                for k, line in enumerate(lines[items[0] : items[-1] + 1])
            ]
    return lines


def _placed(lines: list[Line], i: int) -> None:
    """The name of a digest whose items begin with their places and end with their writers is no title."""
    named = _names_digest(lines[i])
    end = i + 1
    while end < len(lines) and lines[end].kind in _PLAIN and furniture.ends_with_byline(lines[end].text):
        end += 1
    if named and end - i > 2:
        lines[i] = replace(lines[i], kind=Kind.RUBRIC)
        lines[i + 1 : end] = [replace(line, kind=Kind.TEXT, brief=True) for line in lines[i + 1 : end]]


def _names_digest(line: Line) -> bool:
    name = _name(line)
    return len(name) <= _NAME and name.endswith(words("digest_headings"))


def _name(line: Line) -> str:
    return line.text.strip("【】[]《》●◆■▲ ·—")


def _items(lines: Sequence[Line], start: int) -> list[int]:
    """The places of the lines from `start` on that begin with the same bullet, with what goes on behind each."""
    bullet, found = lines[start].text[0], []
    for i in range(start, len(lines)):
        if lines[i].text.startswith(bullet) and lines[i].kind in (Kind.TEXT, Kind.CAPTION, Kind.CLOSING):
            found.append(i)
        elif lines[i].kind is not Kind.TEXT or lines[i].gap or lines[i - 1].text.endswith(("。", "）", ")")):
            break
    return found
