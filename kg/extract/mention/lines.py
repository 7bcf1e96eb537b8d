"""Roads, railways and lines as works: a section that is being built, 引甲济乙工程, a line of power."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.mention.phrases import phrase_start
from kg.extract.sheet import Sheet, Spot, occurrences
from kg.language.classes import NUMERALS, STAGE, one_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, pattern, words
from kg.language.words import is_word

_PLACE = r"[\u3400-\u9fff]{1,9}?"
# 甲铁路|乙至丙段, 甲高速公路|东段, 甲地铁6号线|乙站至丙站区间左线, 甲大道|东延
_SECTION = (
    rf"(?:{_PLACE}(?:站)?[至—-]{_PLACE}(?:站)?(?:段|区间)(?:[左右双]线)?|[东西南北中]{{1,2}}(?:段|延|延线|延伸段|延长线)"
    rf"|(?:延长线|延伸线|支线|连接线)|[0-9]{{1,2}}标(?:段)?|{STAGE}(?:工程|[东西南北]段)?|[\u3400-\u9fff]{{2,4}}?(?<!阶)段(?=[,。;、正顺全建开主累完加施]|工程|项目))"
    r"(?:工程|项目)?"
)
# 引江济青工程, 陇电入浙工程, 西气东输三线
_LED = re.compile(
    r"(?:引[\u3400-\u9fff]{1,2}[济入补][\u3400-\u9fff]{1,2}?|[\u3400-\u9fff]电[入送][\u3400-\u9fff]|南水北调|西气东输|北水南调)"
    f"(?:[东中西][一二三]?线|[一二三四]线)?(?:{STAGE})?(?:后续)?(?:特高压)?(?:直流)?(?:外送)?(?:工程|通道|管道|管线)"
)
# 110千伏甲线
_POWER_LINE = re.compile(r"[0-9]{2,4}千伏[\u3400-\u9fff]{1,3}(?<![母导联流])线(?![路索缆])(?:工程)?")
_BRIDGE = re.compile(r"(?:特大桥|大桥|特长隧道|隧道)")
_LONGEST_NAME = 14
# 罗八高速|开工, 宁江高铁|丙特大桥: a line by one character of each end; not 经济|高速|增长.
_SHORT = re.compile(
    rf"(?P<ends>[\u3400-\u9fff]{{2}})(?:{one_of('roads_and_railways')})(?!公路|铁路|工程局|局|集团|公司)(?P<bridge>(?![首第最座条个多])[\u3400-\u9fff]{{2,6}}?(?:大桥|隧道))?"
)
_NEAR = 6  # characters behind a short name in which the deed is told: 罗八高速|昨日开工
_NAMES = ("LOC", "ns", "nz", "nt", "ORG", "PER", "nr", "nw")
_SHORTEST_END = 3
# 连接|甲高速, 现有的|乙绕城高速
_MEETS = re.compile(
    r"(?:连接|接入|衔接|连通|接|转|沿|既有|现有的?|上跨|下穿|跨越|穿越)(?:在建的?|已建的?)?[\u3400-\u9fff]{0,2}$"
)
_WITH = re.compile(r"[与和同][^,。;]{0,20}$")
_MET = re.compile(f"[^,。;]{{0,30}}?(?:{one_of('lines_meeting')})")


def find(sheet: Sheet) -> Iterable[Spot]:
    """Every section, line and diversion that may be a work."""
    for match in _sections().finditer(sheet.flat):
        start = phrase_start(sheet, match.end("kind")) if match.end("kind") in sheet.edges else match.end()
        start = _over_other_end(sheet, start)
        named = 2 <= match.start() - start <= _LONGEST_NAME or re.match(r"[GS][0-9]", sheet.flat[start:])
        if named and match.end() in sheet.edges and is_built(sheet, start, match.end()):
            yield sheet.spot(start, match.end(), "Project", "ending")
    yield from _short(sheet)
    for match in _LED.finditer(sheet.flat):
        yield sheet.spot(*match.span(), "Project", "ending")
    yield from _bridges(sheet)
    for match in _POWER_LINE.finditer(sheet.flat):
        if is_built(sheet, *match.span()):
            yield sheet.spot(*match.span(), "Project", "ending")


def _bridges(sheet: Sheet) -> Iterable[Spot]:
    """周明|大桥, where the tagger took the name for a person and a sentence tells that it is being built."""
    for token in sheet.tokens:
        bridge = _BRIDGE.match(sheet.flat, token.end) if token.tag in ("PER", "nr") else None
        if bridge is not None and is_built(sheet, token.start, bridge.end()):
            yield sheet.spot(token.start, bridge.end(), "Project", "ending")


def _short(sheet: Sheet) -> Iterable[Spot]:
    for match in _SHORT.finditer(sheet.flat):
        token = sheet.token_at(match.start())
        named = token is not None and token.start == match.start() and token.tag in _NAMES
        ends, reach = match["ends"], min(match.end() + _NEAR, sheet.clause(match.start())[1])
        plain = is_word(ends) or is_country(ends) or find_division(ends)
        if named and not plain and pattern("road_works").search(sheet.flat, match.end(), reach):
            yield sheet.spot(*match.span(), "Project", "ending")


def _over_other_end(sheet: Sheet, start: int) -> int:
    """The start moved left over 至 to the other end of the road: G40甲市至|乙市高速公路."""
    if start < _SHORTEST_END or sheet.flat[start - 1] not in "至—-":
        return start
    token = sheet.token_at(start - 2)
    placed = token is not None and token.tag in ("LOC", "ns") and token.end == start - 1
    return token.start if token is not None and placed else start


def is_built(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a sentence that names the road or line at `[start, end)` tells that it is being built."""
    name, told = sheet.flat[start:end], pattern("road_works")
    return any(
        told.search(sheet.flat, sheet.sentence(at)[0], at)
        or told.search(sheet.flat, at + len(name), sheet.sentence(at)[1])
        for at in occurrences(sheet.flat, name)
        if not _is_met(sheet, at, at + len(name))
    )


def _is_met(sheet: Sheet, start: int, end: int) -> bool:
    """与甲高速|相接, 连接|乙铁路: a road that another one meets stands."""
    if _MEETS.search(sheet.flat, max(0, start - 12), start):
        return True
    left, right = sheet.clause(start)
    return bool(_WITH.search(sheet.flat, left, start)) and bool(_MET.match(sheet.flat, end, max(right, end)))


@cache
def _sections() -> re.Pattern[str]:
    numbered = f"(?:地铁|轨道交通|轻轨)?[0-9{NUMERALS}]{{1,3}}号线|西气东输[一二三四]线|南水北调[东中西]线"
    return re.compile(rf"(?P<kind>{numbered}|{any_of(words('road_words'))}|大道){_SECTION}")
