"""Where the name of a place begins and ends, and what reads as one and is none: 甲村|村主任, 入|海口, 争创|文明镇."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.extract.mention.venues import ends_in_place, house_of_kind
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import RANKS, ZONES, all_of, one_of
from kg.language.countries import country_abbreviation, country_told, is_country, known_places
from kg.language.divisions import find as find_division
from kg.language.lexicon import words
from kg.language.words import sort_of_name

# 甲村|村主任, 乙镇|镇长, 丙社区|社区书记: the second belongs to the post.
_TWICE = re.compile("(?<=[\u3400-\u9fff])(?:村村|镇镇|乡乡|县县|区区|社区社区|街道街道)$")
# 丙派出所|社区民警: who looks after a quarter, and no quarter.
_BODY_INSIDE = re.compile(
    f"[\u3400-\u9fff]{{0,12}}(?:派出所|法院|检察院|公安局|分局|司法所|居委会|村委会)(?:{one_of('quarters')})"
)
# 港域, 港口: the name ends in no word.
_GROWS_ON = {"港": "域口湾务航", "湖": "泊", "岛": "屿", "海": "洋"}
# “甲国护林员节”, “甲国梦”: a day, a cup or a slogan is called so.
_DAY = re.compile(f"[^“”‘’,。;]{{1,12}}?(?:{one_of('called_after_nations')})[”’]")
_HONOUR = re.compile(
    f"(?:[\u3400-\u9fff]{{2,7}}?[省市县州区])?(?:全国|全省|全市|[国省市县]级)?(?:{one_of('honours_of_places')}){{1,3}}"
    f"(?:{one_of('honours_of_places')}|{one_of('fields_of_honours')})?(?:{one_of('honoured_places')})"
)
# 疏港|高速, 环城|公路; 西|山区, 美|郊区: no name without the place before it.
_OF_KIND = re.compile(
    f"(?:{one_of('aims_of_roads')})(?:高速公路|高速|公路|铁路|大道|快速路|路)"
    f"|[\u3400-\u9fff]?(?:{one_of('kinds_of_country')})|(?:{one_of('borders')})"
)
_HOMELAND = ("祖国", "我国", "共和国")


# 甲国|北部|乙市: where in the country it lies.
_SIDE = re.compile("(?:[东西南北中]|[东西][南北])部(?=[\u3400-\u9fff]{2,6}[省市州县镇乡村]$)")


# 湖泊|甲湖, 乙江支流|丙溪: the kind stands before the name.
_KIND_BEFORE = re.compile(
    "(?:(?:(?:淡水|咸水|内陆|高原)?湖泊?|盐湖)(?=[\u3400-\u9fff]{1,6}[湖池海措淖潭泊]$)"
    "|(?:河流|[\u3400-\u9fff]{1,3}支流)(?=[\u3400-\u9fff]{1,6}[河江溪水川]$)"
    "|岛屿(?=[\u3400-\u9fff]{1,6}[岛屿礁]$)|(?:最?高峰|山峰)(?=[\u3400-\u9fff]{1,6}[山峰岭]$)"
    "|(?:小?村庄|小?渔村|小?山村|古?村落)(?=[\u3400-\u9fff]{1,6}[村庄屯寨]$))"
)
_BANK = re.compile("[江河湖][畔岸边面滨堤心]")
# 甲公路|东依乙寨: how one place lies to another.
_LIES_TO = re.compile("[东西南北](?:依|靠|接|邻|临|连|至|起|抵|达|通|望|枕|倚|眺|濒)")


# ,东依|甲寨,西靠|乙山
_LIES_FIRST = re.compile(rf"{_LIES_TO.pattern}(?=[\u3400-\u9fff]{{3}})")
_MARKS = (",", ";", "、")


# 通州|等区
_AND_MORE = re.compile("(?<=[\u3400-\u9fff]{2})等(?:[省市州县区镇乡村岛]|街道|社区|小区|地区|湖库)$")


def _is_told_of(flat: str, text: str) -> bool:
    """Whether the text tells of the division by its full name or by what it lies in: 广西|来宾, not 领导和|来宾."""
    for division in find_division(text):
        if division.name in flat or any(name[:_BRIEF] in flat for name in division.path[:-1]):
            return True
    return False


def _before_verb(sheet: Sheet, start: int, end: int) -> int:
    """Where the name ends before a verb that was taken into it: 甲机场|返回港区, 乙公路|东依丙寨."""
    lies = _LIES_TO.search(sheet.flat, start + 3, end)
    if lies is not None and ends_in_place(sheet.flat[start : lies.start()]):
        return lies.start()
    if end - start < _LONG:
        return end
    for token in sheet.words_in(start, end)[1:-1]:
        cut = token.tag == "v" and len(token.text) > 1 and token.start - start > 2
        if cut and ends_in_place(sheet.flat[start : token.start]):
            return token.start
    return end


_LONG = 8


def own_ground(sheet: Sheet, spot: Spot, before: Mapping[int, Spot]) -> Spot | None:
    """The place within its own bounds, or None where it is only a piece of another word or a kind of place.

    before: the places of the article by the offset at which they end.
    """
    if spot.type != "Location":
        return spot
    flat, start, end = sheet.flat, spot.start, spot.end
    dash = flat.rfind("——", start, end)
    start = dash + 2 if dash > start and end - dash > _DASHED else start
    twice = _TWICE.search(flat, start, end)
    if twice is not None and twice.start() > start:
        end -= (end - twice.start()) // 2
    if flat[start - 1 : start] == "和" and flat[start - 2 : start - 1] in ("、", ",", ":") and flat[start] == "平":
        start -= 1  # 甲社区、|和平社区
    lies = _LIES_FIRST.match(flat, start, end) if flat[start - 1 : start] in _MARKS else None
    start = lies.end() if lies is not None and not find_division(flat[start:end]) else start
    kind = _KIND_BEFORE.match(flat, start, end)
    start = kind.end() if kind is not None else start
    if _BANK.match(flat, end) and flat[start : end + 1] in known_places():
        end += 1  # 黄浦|江畔
    end = _before_verb(sheet, start, end)
    side = _SIDE.match(flat, start, end)
    start = side.end() if side is not None and not find_division(flat[start:end]) else start
    more = _AND_MORE.search(flat, start, end)
    end = more.start() if more is not None else end
    text = flat[start:end]
    unnamed = _UNNAMED.search(flat, start, end)
    if unnamed is not None:  # 甲镇|一小区: no more than the town is told
        end, text = unnamed.start(), flat[start : unnamed.start()]
    if _LEG.search(flat, max(0, start - _NEAR), start) and text.endswith("站") and find_division(text[:-1]):
        end, text = end - 1, text[:-1]  # 火炬传递|甲市|站
    if text in all_of("words_not_divisions") and not _is_told_of(flat, text):
        return None
    if _of_two_nations(flat, start, end) or _is_no_village(flat, start, end):
        return None
    if _in_longer_word(flat, start, end) or (_names_none(flat, start, end) and not find_division(text)):
        return None
    outer = before.get(start)
    if outer is not None and outer.text.endswith(_HAS_HOUSES) and house_of_kind(text):
        return sheet.spot(outer.start, end, spot.type, spot.by)
    return (
        spot if (start, end) == (spot.start, spot.end) else sheet.spot(start, end, spot.type, spot.by, sure=spot.sure)
    )


_DASHED = 4
_NEAR = 12
# 甲镇|一小区, 乙区|某工地: one of its kind, and no name.
_UNNAMED = re.compile(f"(?<=[㐀-鿿][镇乡市县区村道])[一某](?:{one_of('grounds_without_names')})$")
# 火炬传递|甲站, 巡演|乙站: where a tour or a relay stops.
_LEG = re.compile(f"(?:{one_of('what_goes_from_place_to_place')})[”》)]?(?:[0-9]{{4}}年?)?[㐀-鿿]{{0,2}}[(（]?$")


def _of_two_nations(flat: str, start: int, end: int) -> bool:
    """Whether the characters are those of two nations, of whose ties the text tells: 巴中|两国, not 巴中|市."""
    text = flat[start:end]
    if end - start != _BRIEF or not find_division(text) or not _TIES.match(flat, end):
        return False
    known = [country_abbreviation(one) or country_told(flat, one) for one in text]
    return all(known) and any(map(country_abbreviation, text))


_TIES = re.compile(f"[两双三](?:国|方|边)|(?:{one_of('ties_of_nations')})|是[㐀-鿿]{{0,6}}(?:朋友|伙伴|邻邦|兄弟)")


def _is_no_village(flat: str, start: int, end: int) -> bool:
    """广大|村民, 当|村书记, 镇村|两级, 宁静|乡村: the last letter belongs to another word, or all tell a kind."""
    if flat[end - 1] != "村":
        return False
    text = flat[start:end]
    return text in all_of("words_like_villages") or text.endswith(all_of("ends_of_no_village"))


_NAMES_NONE = re.compile(f"{_BODY_INSIDE.pattern}|{_OF_KIND.pattern}")
_HAS_HOUSES = (*RANKS, *ZONES.split("|"))


def _names_none(flat: str, start: int, end: int) -> bool:
    """Whether the words are a kind of place, or what one is honoured as: 争创|文明镇, 双拥社区; not 文明村 alone."""
    if _NAMES_NONE.fullmatch(flat, start, end):
        return True
    if not _HONOUR.fullmatch(flat, start, end):
        return False
    left = max(flat.rfind("。", 0, start), start - _FAR)
    return any(map(flat[start:end].__contains__, all_of("honours_that_name_none"))) or (
        _HONOURS.search(flat, left, start) is not None
    )


_HONOURS = re.compile(f"(?:{one_of('honouring_of_places')})")
_FAR = 60


def _in_longer_word(flat: str, start: int, end: int) -> bool:
    """Whether the characters belong to another word: 入|海口, 甲港|域; “甲国护林员节”; 祖国|北疆."""
    if flat[end : end + 1] and flat[end] in _GROWS_ON.get(flat[end - 1], ""):
        return True
    if end - start == _BRIEF and start and sort_of_name(flat[start - 1 : end]) and flat[start - 1] in "入出":
        return True
    if flat[start - 1 : start] in ("“", "‘") and is_country(flat[start:end]) and _DAY.match(flat, end):
        return True
    if flat[start:end] == "中国" and _is_slogan(flat, start, end):
        return True
    # 欧阳|海南: the given name of somebody
    if end - start == _BRIEF and flat.endswith(words("plain_compound_surnames"), 0, start):
        return True
    return flat.endswith(_HOMELAND, 0, start) and flat[start] in "东西南北" and not find_division(flat[start:end])


def _is_slogan(flat: str, start: int, end: int) -> bool:
    """Whether the nation's name is a piece of what the nation is to be, was or gives: 美丽|中国, 中国|智慧."""
    if flat.endswith(all_of("china_in_slogans"), 0, start) or _GIVES.match(flat, end):
        return True
    return flat[start - 1 : start] == "新" and _BEGAN.match(flat, end) is not None


_GIVES = re.compile(f"{one_of('made_of_china')}|人(?![民寿保大工事权士口均才员文物造形])")
_BEGAN = re.compile("成立|建立|建国|的?第一|史|首[个位次批]|最|以来|工业|外交|建设|的?缔造")
_BRIEF = 2
