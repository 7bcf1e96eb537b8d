"""Names of places: divisions, towns, parks and zones, rivers and lakes, venues; countries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from kg.extract.mention import abroad, counted, named_so, standing, venues, villages
from kg.extract.mention.listed import is_sure, listed
from kg.extract.mention.nested import split
from kg.extract.mention.phrases import phrases, plain_words
from kg.extract.mention.sides import own_end
from kg.extract.mention.townships import town_start
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import ADVERBS, DIVISIONS, NUMERALS, RANKS, SEVERAL, STAGE, ZONES, all_of, one_of
from kg.language.countries import country_abbreviation, country_names, is_country, is_region, known_places
from kg.language.divisions import find as find_division
from kg.language.divisions import venue_call
from kg.language.lexicon import Names, any_of, pattern, word_set, words
from kg.language.tagger import Token

# 中国式, 青海版, 海南话: a name that has become part of another word. 特色 and 篇章 leave it a place.
_GROWN = re.compile(
    r"^(?:式|版|话|语|文(?!化)|籍|菜|餐|人民共和国|系|族|裔|梦|心|方言|银行|日报|晚报|在线|卫视|网(?!络))"
)
# A LOC of the tagger that is a work: it becomes a project.
_WORKS = re.compile(f"(?:{one_of('works_like_places')})(?:{STAGE})?$|{STAGE}$")
# 甲小区|7号楼: what has numbered houses is a place.
_HOUSED = re.compile(rf"[0-9{NUMERALS}]{{1,3}}(?:号楼|栋|幢|单元)")
_LINKS = ("、", "和", "与", "及")
# 越西、甘洛|两县
_TWO = re.compile(
    r"(?<=[\u3400-\u9fff]{2})[两三四五六七八]座?[省市州县区国地]$|(?<=[\u3400-\u9fff]{2})[两三四五六七八]座$"
)
_ALONE = re.compile(r"^[\u3400-\u9fffA-Za-z·—]{2,20}$")


def find(sheet: Sheet) -> list[Spot]:
    """Every candidate name of a place; 西宁市大通县 gives two, the outer and the inner."""
    spots = [*_tagged(sheet), *_by_ending(sheet), *counted.find(sheet), *_counted(sheet)]
    return [
        *(part for spot in spots for part in split(sheet, spot)),
        *_venues(sheet),
        *venues.find(sheet),
        *standing.find(sheet),
        *_zones(sheet),
        *_towns(sheet),
        *_towns_like_cities(sheet),
        *villages.behind_towns(sheet),
        *named_so.find(sheet),
        *known(sheet),
    ]


_LAST_OF_LIST = re.compile(
    rf"(?<=[、和与])[\u3400-\u9fff]{{2,4}}?(?=(?:等)?(?:[{SEVERAL}]{{1,2}}|\d{{1,2}})个?[{RANKS}])"
)


def _counted(sheet: Sheet) -> Iterable[Spot]:
    """宁河、|青江|两省文旅厅: the last of the places that are counted behind."""
    for match in _LAST_OF_LIST.finditer(sheet.flat):
        if find_division(match.group()):
            yield sheet.spot(match.start(), match.end(), "Location", "bare")


def _zones(sheet: Sheet) -> Iterable[Spot]:
    """中国(宁河)自由贸易试验区: a zone of the nation is called after its ground in brackets."""
    for match in _zone_of_nation().finditer(sheet.flat):
        yield sheet.spot(match.start(), match.end(), "Location", "venue")


@cache
def _zone_of_nation() -> re.Pattern[str]:
    kinds = any_of(words("zone_kinds"))
    body = any_of(words("organization_suffixes"))
    return re.compile(
        rf"中国\([\u3400-\u9fff]{{2,8}}\)(?:[\u3400-\u9fff]{{0,8}}?(?:{kinds}))(?![\u3400-\u9fff]{{0,8}}?(?:{body}))"
    )


# 到|公安|机关投案: no county is told of.
_COUNTY_LIKE_A_WORD = re.compile("机关|部门")


def _is_short_of_county(text: str) -> bool:
    return any(item.level == "county" and text == item.short for item in find_division(text))


def _venues(sheet: Sheet) -> Iterable[Spot]:
    """在京|召开, 在穗|签署: one character that stands for a city."""
    for match in _venue().finditer(sheet.flat, sheet.lead_end):
        if venue_call(match.group("call")):
            yield sheet.spot(match.start("call"), match.end("call"), "Location", "bare")


_TOWN = re.compile("[镇乡]|街道|苏木")
_OF_TOWN = ("镇长", "乡长", "党委", "人大", "政府")  # 唱凯镇|镇长, of which the tagger makes one word


def _towns(sheet: Sheet) -> Iterable[Spot]:
    """唱|凯镇: a town of the nation's table, however the tagger cut it."""
    for match in _TOWN.finditer(sheet.flat, sheet.lead_end):
        ends = match.end() in sheet.edges or sheet.flat.startswith(_OF_TOWN, match.end())
        start = town_start(sheet, match.end()) if ends else None
        if start is not None:
            yield sheet.spot(start, match.end(), "Location", "known")


@lru_cache(maxsize=1)
def known(sheet: Sheet) -> tuple[Spot, ...]:
    """Places that everybody knows, by the tables of their names: 阿布扎比, 外滩, 京沪高铁."""
    return (*_known_in(sheet), *abroad.find(sheet))


def _known_in(sheet: Sheet) -> Iterable[Spot]:
    # 到|达纳木错: the tagger gave the name a character of the verb.
    within = (token.start + 1 for token in sheet.tokens if token.tag in ("LOC", "ns"))

    def fits(start: int, end: int) -> bool:
        if end not in sheet.edges:
            return False
        sure = is_sure(sheet, start, end, ("LOC", "ns", "nz"))
        return sure or (start in sheet.edges and _is_told_place(sheet, start, end))

    for start, end in listed(sheet, _known(), {*sheet.edges, *within}, fits):
        yield sheet.spot(start, end, "Location", "known")


def _is_told_place(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a word of movement or of a place's rank stands before a name of two characters (开往|万象, 首府|戈马), or
    a link between it and another place."""
    flat = sheet.flat
    before = flat[max(0, start - 4) : start]
    if before.endswith(words("leads_to_places")):
        return True
    outer = sheet.token_at(start - 1) if start else None
    if (
        outer is not None
        and outer.end == start
        and is_country(outer.text)
        and flat[start:end] in word_set("world_places")
    ):
        return flat.endswith((*words("leads_to_places"), "在", "于", "自"), 0, outer.start)  # 位于甲国|海牙
    left = sheet.token_at(start - 2) if before[-1:] in _LINKS and start > 1 else None
    if left is not None and (left.tag in ("LOC", "ns") or left.text in known_places()):
        return True
    return flat[end : end + 1] in _LINKS and bool(next(_known().at(flat, end + 1), ""))


@cache
def _known() -> Names:
    return Names(known_places() | {name for name in country_names() if name.endswith(")")})  # 刚果(金)


@cache
def _venue() -> re.Pattern[str]:
    verbs = any_of([*words("holding_verbs"), *words("signing_verbs"), "会见", "会谈", "座谈"])
    return re.compile(rf"(?:在|于)(?P<call>[\u3400-\u9fff])(?:{ADVERBS}){{0,6}}(?={verbs})")


def _tagged(sheet: Sheet) -> Iterable[Spot]:
    for index, token in enumerate(sheet.tokens):
        if token.tag not in ("LOC", "ns") and not (token.tag in ("n", "nz") and _is_division(token.text)):
            continue
        start, end = token.start, token.end
        if _opens_town(sheet, index):
            continue
        if index and _opens_town(sheet, index - 1):
            continue
        grown = _with_ending(sheet, index)
        if grown is not None:
            end = grown
        counted = _TWO.search(sheet.flat[start:end])
        end = start + counted.start() if counted else end
        end = own_end(sheet.flat, start, end)
        text = sheet.flat[start:end]
        if (
            _GENERIC_START.match(text)
            and index
            and sheet.tokens[index - 1].tag == "LOC"
            and sheet.tokens[index - 1].end == start
        ):
            start = sheet.tokens[index - 1].start
            text = sheet.flat[start:end]
        if _GROWN.match(sheet.flat[end : end + 5]) or (text == "中国" and sheet.flat.startswith("特色", end)):
            continue
        if _COUNTY_LIKE_A_WORD.match(sheet.flat, end) and _is_short_of_county(text):
            continue
        if not is_place(text) or not _trusted(sheet, text, start, end):
            continue
        housed = _HOUSED.match(sheet.flat, end) is not None and not find_division(text)
        yield sheet.spot(start, end, "Location", "venue" if housed else "tagger")


def _towns_like_cities(sheet: Sheet) -> Iterable[Spot]:
    """甲县|南京坪乡: the whole name of a town whose first characters are those of a city."""
    for index, token in enumerate(sheet.tokens):
        if token.tag in ("LOC", "ns") and _opens_town(sheet, index):
            town = _IN_NAME_OF_TOWN.match(sheet.flat, token.end)
            if town is not None:
                yield sheet.spot(token.start, town.end(), "Location", "bare")


def _opens_town(sheet: Sheet, index: int) -> bool:
    """Whether what reads as a city is the front of a town's name: 甲县|南京|坪乡. No city lies in a county."""
    token = sheet.tokens[index]
    if token.text[-1] in RANKS or not 0 < index < len(sheet.tokens) - 1:
        return False
    county, town = sheet.tokens[index - 1], sheet.tokens[index + 1]
    beside = county.end == token.start and town.start == token.end
    return (
        beside
        and county.text.endswith(("县", "旗"))
        and town.tag in ("LOC", "ns")
        and _IN_NAME_OF_TOWN.match(town.text) is not None
        and any(len(division.path) < _OF_COUNTY for division in find_division(token.text))
    )


_IN_NAME_OF_TOWN = re.compile("[\u3400-\u9fff]{1,4}?(?:[镇乡]|街道|苏木)")
_OF_COUNTY = 3


def ends_like_place(text: str) -> bool:
    """Whether the last word is one of places (…山, …园区, …博物馆)."""
    return any(pattern("location_suffixes").fullmatch(text, at) for at in range(max(0, len(text) - 6), len(text)))


def _trusted(sheet: Sheet, text: str, start: int, end: int) -> bool:
    """Whether more than the tagger's word speaks for a place: a known name, its last word, a preposition, a repeat."""
    if find_division(text) or is_country(text) or is_region(text) or text in known_places():
        return True
    if ends_like_place(text) or sheet.flat.count(text) > 1:
        return True
    if len(text) == 2 and all(country_abbreviation(character) for character in text):
        return True
    before, after = sheet.flat[max(0, start - 3) : start], sheet.flat[end : end + 2]
    return (
        bool(_AT.search(before))
        or after[:1] in ("、", "与", "和")
        or before[-1:] in ("、", "与", "和", ")")
        or len(text) >= 5
    )


_AT = re.compile(f"(?:在|赴|到|来|从|于|往|自|至|抵达|访问|走进|深入|经|过|距|离|达|驻|(?:{DIVISIONS}|镇|乡|国|都))$")
# 国家级|高新区: a rank, no name; 竹编|之乡: what a place is praised as.
_RANKED = f"(?:国家|省|自治区|市|州|县|区|世界)级(?:{one_of('fields_of_zones_in_general')}){{0,4}}(?:{ZONES})"
# 三国, 两省: a count names none.
_COUNTED_LANDS = f"(?:[{SEVERAL}{NUMERALS}多几数各]){{1,3}}(?:{DIVISIONS}|国)"
_NAMES_NONE = re.compile(f"(?:{_RANKED}|{_COUNTED_LANDS}|[\u3400-\u9fff]{{2,12}}之[乡都])")
_GENERIC_START = re.compile(rf"^(?:经济|高新|工业|产业|技术|综合)[\u3400-\u9fff]{{0,20}}(?:{ZONES})[\u3400-\u9fff]+$")


def _is_division(text: str) -> bool:
    return text[-1] in RANKS and len(text) > 2 and bool(find_division(text))


def _with_ending(sheet: Sheet, index: int) -> int | None:
    """The end of the name when up to three nouns lead from a place to an ending: 甘河|工业|园区."""
    tokens, reach, best = sheet.tokens, sheet.tokens[index].end, None
    for token in tokens[index + 1 : index + 5]:
        if token.start != reach or token.tag not in ("n", "nz", "vn", "LOC", "ns", "f", "a", "m", "ORG", "nw", "v"):
            break
        if token.text in word_set("np_stops") or token.text in word_set("titles"):
            break
        reach = token.end
        if _ends_place(token):
            best = reach
    return best


def _ends_place(token: Token) -> bool:
    text = token.text
    if text in word_set("location_generic") and text not in all_of("kinds_behind_names"):
        return False
    if len(text) == 1:
        return text in "省市州县区旗镇乡村湖山河岛港湾"
    return any(pattern("location_suffixes").fullmatch(text, at) for at in range(max(0, len(text) - 6), len(text) - 1))


def _made_of_kinds(text: str) -> bool:
    """Whether the text is made of words that name nothing, the last one a kind of place: 世界级|盐湖|产业基地."""
    kinds = word_set("location_generic")
    if not any(text[start:] in kinds for start in range(1, len(text))):
        return False
    plain = plain_words()
    starts = {0}
    for end in range(1, len(text) + 1):
        if any(start in starts and text[start:end] in plain for start in range(end)):
            starts.add(end)
    return any(start in starts and text[start:] in kinds for start in range(1, len(text)))


def is_place(text: str) -> bool:
    """Whether the words can name a place at all (not 西部, 园区, 本市)."""
    if text in known_places() or is_country(text):
        return True
    if not _ALONE.match(text.replace("(", "").replace(")", "")) or text in word_set("location_generic"):
        return False
    if _made_of_kinds(text) or _NAMES_NONE.fullmatch(text):
        return False
    festival = text.endswith("节") and len(text) > 3
    if festival or _WORKS.search(text) or text.endswith(("界", "公司", "集团", "项目", "产业", "比赛")):
        return False
    if re.match(f"(?:{one_of('pointing')})[省市县区州国地]", text):
        return False
    stem = pattern("location_suffixes").sub("", text) if len(text) > 2 else text
    return stem not in word_set("location_generic")


def _by_ending(sheet: Sheet) -> Iterable[Spot]:
    """Phrases that end like a built or laid-out place: 国际会展中心, 工业园区, 博物馆, 湿地公园."""
    for start, end, ending in phrases(sheet, "location_suffixes"):
        text = sheet.flat[start:end]
        if len(sheet.flat[ending:end]) < 2 and not _named_by_tagger(sheet, start, end):
            continue
        if not _holds_name(sheet, start, end):
            continue
        if 3 <= len(text) <= 20 and is_place(text) and ending - start >= 2 and not _generic_head(sheet, start, ending):
            yield sheet.spot(start, end, "Location", "ending")


def _holds_name(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a proper name to the tagger lies in the phrase, and no verb (恢复受灾地区) or adverb opens it."""
    tokens = sheet.words_in(start, end)
    return any(t.tag in ("LOC", "ns", "ORG", "nz", "nw", "PER") for t in tokens) and tokens[0].tag not in (
        "v",
        "vd",
        "d",
        "ad",
        "p",
    )


def _named_by_tagger(sheet: Sheet, start: int, end: int) -> bool:
    token = sheet.token_at(start)
    return token is not None and token.tag in ("LOC", "ns", "nz") and token.end >= end


def _generic_head(sheet: Sheet, start: int, end: int) -> bool:
    generic = plain_words()
    return all(token.text in generic or token.tag in ("m", "q") for token in sheet.words_in(start, end))
