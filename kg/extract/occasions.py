"""Which meeting a passage is about: whether a mention tells that the meeting takes place, and what its sentence holds."""

from __future__ import annotations

import re

from kg.extract.annotated import Annotated
from kg.extract.sheet import Sheet

_BEHIND = re.compile(
    r"^(?:[（(][^()（）]{0,30}[)）])?(?:上|中|现场|期间|时)?[^,。;]{0,24}?(?:举行|召开|举办|开幕|闭幕|启幕|落幕|主持|主办|承办)"
    r"|^(?:现场|会场)?(?:上|期间)|^由|^(?:[（(][^()（）]{0,30}[)）])?(?:在|于)"
)
_BEFORE = re.compile(r"(?:召开|举行|举办|主办|承办|协办|出席|参加|主持|列席|应邀|到会|见证|揭幕|组织)[^,。;]{0,30}$")
_UNREAL = re.compile(r"欢迎|希望|争取|筹备|筹办|推动举办|邀请|两次|多次|历届|往届|贯彻|落实|学习")
_ELSEWHERE = re.compile(r"^(?:会|签约|座谈|仪式|活动|大会|会议)?(?:前|之前|后|结束后)[,，]|^(?:此前|会前|当天下午|随后)[,，]?")
_SURE = ("call", "talk", "unnamed", "alias")


def held(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words around a meeting's mention tell that it takes place, and not only that it exists."""
    left, right = sheet.clause(start)
    sentence_start, _ = sheet.sentence(start)
    if _UNREAL.search(sheet.flat, max(sentence_start, start - 40), start):
        return False
    return bool(_BEHIND.match(sheet.flat[end : max(right, end) + 1]) or _BEFORE.search(sheet.flat[left:start]))


def occasions(article: Annotated) -> list[int | None]:
    """For each sentence the meeting that it is about: one named in it, else the one last talked about, else None.

    After 会前 and 会后 a sentence is about none but those that it names itself.
    """
    current: int | None = None
    found: list[int | None] = []
    for start, end in article.sentences():
        here = meeting_in(article, start, end)
        if here is not None:
            current = here
        away = _ELSEWHERE.match(article.sheet.flat[start:end].lstrip()) and here is None
        found.append(None if away else current)
    return found


def meeting_in(article: Annotated, start: int, end: int) -> int | None:
    """The meeting that a passage names: the first that takes place, or that a word stands for; None if there is none."""
    for bound in article.all_between(start, end, "Meeting"):
        if bound.things and (bound.spot.by in _SURE or held(article.sheet, bound.start, bound.end)):
            return bound.things[0]
    return None
