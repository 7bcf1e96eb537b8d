"""The lines of a page's header that only their neighbours tell: the paper's name, its makers, sections, a site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.language.lexicon import word_set, words
from kg.read import headers
from kg.read.kinds import Kind
from kg.read.line import Line

_TOP, _WIDE, _SECTION, _HEAD = 10, 42, 6, 8
_SITE, _NAME = 3, 20
_BESIDE = (Kind.MASTHEAD, Kind.FRAME)
_YEAR, _MONTH_AND_DAY = re.compile(r"(?:19|20)\d{2}年"), re.compile(r"\d{1,2}月\d{1,2}日(?!.{0,12}[，。])")


def topped(lines: list[Line]) -> list[Line]:
    """The name of a paper that no list holds, and that of the section, among the lines of the page's header."""
    lines = _with_year(lines)
    said = (i for i, line in enumerate(lines[:_TOP]) if line.width > _WIDE or line.text.endswith("。"))
    top = next((i for i in said if not headers.is_imprint(lines[i].spaced, sure=True)), _TOP)
    heads = [i for i, line in enumerate(lines[:top]) if line.kind in (Kind.MASTHEAD, Kind.FRAME)]
    paper = any(lines[i].kind is Kind.MASTHEAD or headers.is_dated(lines[i].text) for i in heads)
    for i, line in enumerate(lines[: heads[-1] + 2] if heads else ()):
        plain = line.kind is Kind.TEXT
        if plain and headers.is_paper(line.text):
            lines[i] = replace(line, kind=Kind.MASTHEAD)
        elif plain and (
            line.text in word_set("page_rubrics") or (paper and i + 1 < heads[-1] and len(line.text) <= _SECTION)
        ):
            lines[i] = replace(line, kind=Kind.RUBRIC)
    return _sectioned(_imprinted(_sited(lines), top))


def _with_year(lines: list[Line]) -> list[Line]:
    """A day whose year stands on a line of its own over it: 「2025年」, 「9月5日 星期五」."""
    for i in range(min(_TOP, len(lines) - 1)):
        year, day = lines[i], lines[i + 1]
        if _YEAR.fullmatch(year.text) and _MONTH_AND_DAY.match(day.text):
            one = replace(year, kind=Kind.MASTHEAD, glyphs=year.glyphs + day.glyphs, spaced=year.spaced + day.spaced)
            return [*lines[:i], one, *lines[i + 2 :]]
    return lines


def _sited(lines: list[Line]) -> list[Line]:
    """「青江市人民政府门户网站」 over the menu or the fields of a site."""
    for i, line in enumerate(lines[:_SITE]):
        over = i + 1 < len(lines) and lines[i + 1].kind in _BESIDE
        if line.kind is Kind.TEXT and over and len(line.text) <= _NAME and line.text.endswith(words("site_names")):
            lines[i] = replace(line, kind=Kind.MASTHEAD)
    return lines


def _imprinted(lines: list[Line], top: int) -> list[Line]:
    """The lines of the imprint below a paper's name: 「主办：宁河县委宣传部」, 「协会主办 www.ninghe.example」."""
    for i in range(1, min(top, len(lines))):
        near = lines[i - 1].kind in _BESIDE or (i + 1 < min(top, len(lines)) and lines[i + 1].kind in _BESIDE)
        told = headers.is_imprint(lines[i].spaced, sure=not near) or (
            near and headers.is_of_unit(lines[i].spaced.strip())
        )
        if lines[i].kind is Kind.TEXT and told:
            lines[i] = replace(lines[i], kind=Kind.MASTHEAD)
    over = len(lines) > 1 and lines[1].kind is Kind.MASTHEAD and not lines[1].gap
    if over and lines[0].kind is Kind.TEXT and len(lines[0].text) <= _HEAD and "。" not in lines[0].text:
        lines[0] = replace(lines[0], kind=Kind.MASTHEAD)
    return lines


def _sectioned(lines: list[Line]) -> list[Line]:
    """The name of a section or paper beside the number or day of the page, wherever that is printed."""
    for i, line in enumerate(lines):
        near = [other for other in (*lines[max(0, i - 1) : i], *lines[i + 1 : i + 2]) if other.kind in _BESIDE]
        if (near or _over_title(lines, i)) and line.kind is Kind.TEXT and line.text in word_set("page_rubrics"):
            lines[i] = replace(line, kind=Kind.RUBRIC)
        elif near and line.kind is Kind.TEXT and (headers.is_paper(line.text) or headers.is_on_page(line.spaced)):
            lines[i] = replace(line, kind=Kind.MASTHEAD)
    return lines


def _over_title(lines: Sequence[Line], i: int) -> bool:
    """Whether a line stands between the end of a text and what may be a title, however near: 「国内」."""
    if not 0 < i < len(lines) - 1 or len(lines[i].text) > _SECTION:
        return False
    over, under = lines[i - 1], lines[i + 1]
    ended = over.kind in (Kind.CLOSING, Kind.BYLINE) or over.text.endswith(("。", "！", "？", "”", "）", ")"))
    titled = under.kind in (Kind.TEXT, Kind.HEADING) and under.width <= _WIDE
    return ended and titled and not under.text.endswith("。") and not under.listed


__all__ = ["topped"]
