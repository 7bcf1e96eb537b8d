"""Works called by other than a noun phrase: “青苗计划”, 承接甲医院改扩建、乙电网等项目, 捐建一间“石榴花书屋”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.sheet import Sheet, Spot
from kg.language.lexicon import any_of, word_set, words

_QUOTED = re.compile(r"“([^“”,。;、]{4,20})”")
_MANY = re.compile(r"等(?:[一二三四五六七八九十百0-9多余]+[个项座条批])?[^,。;、的]{0,14}?(?:项目|工程)")
# “九项行动”, “百万工程”: numbers name nothing.
_NUMERALS = re.compile(r"[0-9+一二三四五六七八九十百千万亿个项大]+")
_SHORTEST, _LONGEST = 4, 24
_RAISED_FOR = re.compile(r"(?:募集|筹集|募资|定增|融资)[^。;]{0,60}?用于(?:以下|投资|建设|投向)?[“]?")
_MEMBER = re.compile(
    r"[“”、和及与]{0,4}+(?P<name>[^,。;、“”]{2,60}?(?:项目|工程|基地)(?:[一二三]期)?)(?=[”、和及与,。;等])"
)
_COUNTED = re.compile(r"[0-9一二三四五六七八九十两多余等几]+[个项]|(?:上述|以下|募投|相关|该|本)|补充")
# 建设智慧农业、…: a field is no work.
_FIELD = re.compile(r"(?:等|建设|领域|方面|产业|工作|服务|发展|保障)$")


def find(sheet: Sheet) -> Iterable[Spot]:
    """Every quoted work and every member of a list of works."""
    yield from _quoted(sheet)
    yield from _listed(sheet)
    yield from _funded(sheet)


def _quoted(sheet: Sheet) -> Iterable[Spot]:
    for match in _QUOTED.finditer(sheet.flat):
        name = match.group(1)
        head = next((word for word in words("quoted_works") if name.endswith(word)), "")
        own = _NUMERALS.sub("", name.removesuffix(head))
        if head and len(own) >= 2 and not _goes_on(sheet, match.end()):
            yield sheet.spot(match.start(1), match.end(1), "Project", "ending")


def _goes_on(sheet: Sheet, end: int) -> bool:
    """Whether the quotation is only the first part of a longer name (“清泉工程”供水项目)."""
    token = sheet.token_at(end)
    return token is not None and token.text in word_set("project_suffixes") | word_set("meeting_suffixes")


def _listed(sheet: Sheet) -> Iterable[Spot]:
    """承接|甲医院改扩建、乙竞技场|等海外项目: each member, where two or more are listed and none is a bare field."""
    for match in _MANY.finditer(sheet.flat):
        left, _ = sheet.clause(match.start())
        verb = next(iter(reversed(list(_verbs().finditer(sheet.flat, left, match.start())))), None)
        if verb is None:
            continue
        members = list(re.finditer(r"[^、]+", sheet.flat[verb.end() : match.start()]))
        named = [m for m in members if _SHORTEST <= len(m.group()) <= _LONGEST and not _FIELD.search(m.group())]
        if len(members) < 2 or len(named) < len(members) or not all(_has_name(sheet, verb.end(), m) for m in members):
            continue
        for member in members:
            yield sheet.spot(verb.end() + member.start(), verb.end() + member.end(), "Project", "ending")


def _funded(sheet: Sheet) -> Iterable[Spot]:
    """拟募集资金5亿元,用于|研发中心建设项目、|信息化建设项目和补充流动资金: money is raised for works of one's own."""
    for match in _RAISED_FOR.finditer(sheet.flat):
        _, right = sheet.clause(match.end() - 1)
        for member in _MEMBER.finditer(sheet.flat, match.end(), right):
            name = member.group("name")
            if _SHORTEST + 2 <= len(name) <= _LONGEST * 2 and not _COUNTED.match(name):
                yield sheet.spot(member.start("name"), member.end("name"), "Project", "ending")


def _has_name(sheet: Sheet, offset: int, member: re.Match[str]) -> bool:
    """Whether a place, a body or another proper name lies in the member of a list."""
    start, end = offset + member.start(), offset + member.end()
    tokens = sheet.words_in(start, end)
    return any(token.tag in ("LOC", "ns", "ORG", "nt", "nz", "nw") for token in tokens)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('listing_verbs'))})了?")
