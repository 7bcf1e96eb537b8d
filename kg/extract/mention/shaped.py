"""What a place's name itself, or the quotation marks around it, tell: 糖坊街 is a street, “昆仑”芯片 no mountain."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.mention.phrases import plain_words
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import NUMERALS, all_of
from kg.language.countries import country_abbreviation, is_country, is_region, known_places
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, words
from kg.language.words import sort_of_name

_OWN, _LONGEST = 2, 8
_KIND = 5  # 甲|气象站: a kind of which the table has only the end
_BUILT = "修建铺造架"  # 为民修|路
_TAGS = ("LOC", "ns")


def has_shape(sheet: Sheet, spot: Spot) -> bool:
    """Whether the tagger took just these words for a place, and they are a kind of place behind what is no word."""
    token = sheet.token_at(spot.start)
    whole = token is not None and (token.start, token.end) == (spot.start, spot.end) and token.tag in _TAGS
    return whole and _is_shaped(sheet.flat[spot.start : spot.end])


def is_own_ground(sheet: Sheet, spot: Spot) -> bool:
    """Whether the name is no title (《海湾公路》), no piece of a longer name (石塔河|村), and not of the kind that any
    city has one of (丰市|酒店, 丰国|机场)."""
    flat, text = sheet.flat, sheet.flat[spot.start : spot.end]
    marked = flat[spot.start - 1 : spot.start] == "《" or (
        flat[spot.start - 1 : spot.start] == "“" and flat.startswith("”", spot.end)
    )
    if marked or flat.startswith(_GROWS, spot.end) or _NO_NAME.search(text) or sort_of_name(text) == "word":
        return False
    if len(text) > _SHORT and flat.count(text[1:]) > flat.count(text):
        return False  # 加|开云岭站, where the page has 云岭站 as well
    if text[0] in "内外" and not find_division(text[:2]):
        return False  # 辖区|内桃元工业园
    if all(map(country_abbreviation, text[:2])):
        return False  # 中蒙|口岸
    stem = next((text.removesuffix(kind) for kind in all_of("kinds_of_any_city") if text.endswith(kind)), "")
    town = bool(stem) and (bool(find_division(stem)) or is_country(stem) or is_region(stem) or stem in known_places())
    return not town


_SHORT = 3
_GROWS = ("村", "镇", "乡", "街道", "社区")
_NO_NAME = re.compile(
    "大[山河江湖海岛峡路]$|[各每该某]|^(?:海岛|国家|国际|古文化|江河|省管|双拥|欧亚|亚欧)|路桥$|[A-Za-z]|[东西南北中]部[㐀-鿿]$|一小区$|输港$|省份|[镇乡]社区$"
)


def _is_shaped(text: str) -> bool:
    end = _shapes().search(text)
    own = text[: end.start()] if end is not None else ""
    if not _OWN <= len(own) <= _LONGEST or sort_of_name(own) == "word" or own.startswith(words("pointing_words")):
        return False
    kind = any(sort_of_name(text[-size:]) == "word" for size in range(len(text) - len(own) + 1, min(len(text), _KIND)))
    return not kind and own[-1] not in _BUILT and not _plain(own)


def _plain(own: str) -> bool:
    """Whether the words before the kind name nothing: 国家|文化|公园."""
    plain, reached = plain_words(), {0}
    for end in range(1, len(own) + 1):
        if any(start in reached and own[start:end] in plain for start in range(end)):
            reached.add(end)
    return len(own) in reached


@cache
def _shapes() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('shapes_of_places'))})$")


def is_brand(sheet: Sheet, spot: Spot) -> bool:
    """Whether quotation marks hold just the name, before goods or behind a word of calling: “昆仑”芯片, 叫“撒哈拉”."""
    flat = sheet.flat
    if flat[spot.start - 1 : spot.start] != "“" or flat[spot.end : spot.end + 1] != "”":
        return False
    called = flat.endswith(words("calling_words"), 0, spot.start - 1)
    return called or _goods().match(flat, spot.end) is not None


@cache
def _goods() -> re.Pattern[str]:
    """What follows the name of a brand: further ones, a count, the goods."""
    count = rf"(?:等|[0-9{NUMERALS}两]{{1,2}}[款种台颗枚个])"
    return re.compile(rf"”(?:[、和与]?“[^“”]{{1,12}}”){{0,5}}{count}?(?:{any_of(words('goods_of_brands'))})")
