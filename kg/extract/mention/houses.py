"""Works that are told apart from what stands or acts by what is told of them: factories abroad, centres, funds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.mention.phrases import phrases
from kg.extract.mention.unfit import is_kind
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import NUMERALS, STAGE, one_of
from kg.language.countries import country_names
from kg.language.lexicon import any_of, words

_HOUSE = 6
# 产业基金, 投资基金: no name of their own.
SHORTEST_FUND = 6
_FUND_FIRMS = ("管理", "会", "公司", "管理人", "份额", "产品", "经理")
# 甲公司在|乙州的首座工厂, 甲公司位于|乙市的工厂
_ITS_PLANT = re.compile(
    rf"(?:{any_of(words('making_verbs'))}|新建|设立)?的(?:[\u3400-\u9fff0-9]{{0,12}}?)(?:{one_of('plants')})"
)
_STANDS = ("在", "位于", "设在", "设于", "于")
# 甲医疗中心|(一期)
_STAGE = re.compile(f"[(（]{STAGE}[)）]")


def find(sheet: Sheet) -> Iterable[Spot]:
    """Every house, plant and fund that is a work by what is told of it."""
    yield from _plants(sheet)
    yield from _plants_by_place(sheet)
    yield from _opened(sheet)
    yield from _funds(sheet)


def _plants(sheet: Sheet) -> Iterable[Spot]:
    """甲公司在|乙国丙州的首座工厂: from the place on, where a firm stands before it."""
    for index, token in enumerate(sheet.tokens[1:], 1):
        if token.tag not in ("LOC", "ns"):
            continue
        match = _ITS_PLANT.match(sheet.flat, token.end)
        first = index
        while first > 1 and sheet.tokens[first - 1].tag in ("LOC", "ns"):
            first -= 1
        before, firm = sheet.tokens[first - 1], sheet.tokens[first - 2] if first > 1 else None
        stands = before.text in _STANDS and firm is not None and firm.tag in ("ORG", "nt")
        if match is not None and stands and firm is not None and firm.end == before.start:
            yield sheet.spot(sheet.tokens[first].start, match.end(), "Project", "ending")


def _plants_by_place(sheet: Sheet) -> Iterable[Spot]:
    """云达美国乙州厂: what the tagger took for one name, with the place where the plant of a firm stands."""
    for token in sheet.tokens:
        if token.text.endswith("厂") and token.tag in ("ORG", "LOC", "nt", "nz") and _of_place().search(token.text):
            yield sheet.spot(token.start, token.end, "Project", "ending")


@cache
def _of_place() -> re.Pattern[str]:
    places = any_of(name for name in country_names() if len(name) > 1)
    return re.compile(f".(?:{places}|州)(?:第[{NUMERALS}]|新)?(?:工|晶圆|电池|汽车|芯片)?厂$")


def _opened(sheet: Sheet) -> Iterable[Spot]:
    """甲交易中心|正式启动, 乙医疗中心|(一期): a house that is being opened, or is built in stages."""
    for start, end, _ in phrases(sheet, "opened_suffixes"):
        stage = _STAGE.match(sheet.flat, end)
        if end - start < _HOUSE or not (stage or _opens().match(sheet.flat, end)):
            continue
        tokens = sheet.words_in(start, end)
        if any(token.tag in ("LOC", "ns", "ORG", "nt", "nz") for token in tokens[:-1]) or len(tokens) == 1:
            yield sheet.spot(start, stage.end() if stage else end, "Project", "ending")


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"”?(?:正式|隆重|顺利)?(?:{any_of(words('opening_verbs'))})")


_PHASE = re.compile("[一二三四五六七八]期(?!间|货|待|限)")  # 甲产业基金|二期


def _funds(sheet: Sheet) -> Iterable[Spot]:
    """甲产业投资基金, “乙基金”: money for a purpose that has a name of its own."""
    for start, end, ending in phrases(sheet, "fund_endings"):
        tokens, following = sheet.words_in(start, end), sheet.token_at(end)
        proper = any(t.tag in ("LOC", "ns", "ORG", "nt", "nz", "nw", "PER", "nr") and t.start < ending for t in tokens)
        quoted = sheet.flat[start - 1 : start] == "“" and sheet.flat[end : end + 1] == "”"
        verbal = any(t.tag in ("v", "vd", "d", "m", "q") for t in tokens)
        goes_on = following is not None and following.start == end and following.text in _FUND_FIRMS
        proper = proper and not is_kind(sheet.flat[start:end])
        if end - start >= SHORTEST_FUND and ending - start >= 2 and (proper or quoted) and not verbal and not goes_on:
            phase = _PHASE.match(sheet.flat, end)
            yield sheet.spot(start, phase.end() if phase else end, "Project", "ending")
