"""Boundaries by one decision: of all overlapping candidates for organisations and places, the best reading.

Every finder only proposes. Here each proposal, with its shorter and longer variants, is weighed by its features, and
the spans that do not overlap and weigh most together are kept; what weighs less than nothing is no name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from msgspec.structs import replace

from kg.extract.mention.bodies import COUNTED, holds_verb, is_relative
from kg.extract.mention.dotted import has_known_part
from kg.extract.mention.features import View, is_pair, leads
from kg.extract.mention.nested import split
from kg.extract.mention.places import is_place
from kg.extract.mention.shaped import has_shape, is_brand, is_own_ground
from kg.extract.mention.sides import own_end
from kg.extract.mention.villages import COMMITTEE
from kg.extract.sheet import FINDERS, Lying, Sheet, Spot
from kg.language.classes import SEVERAL, all_of
from kg.language.countries import is_region
from kg.language.divisions import find as find_division
from kg.language.divisions import is_town
from kg.language.lexicon import any_of, pattern, table, word_set, words
from kg.language.names import looks_like_person
from kg.language.organisations import is_company, without_place

# A proposal that weighs as much needs no variants.
_CLEAR = 3.0
# More than the names that its words could make: 重庆市|规划展览馆 is one house where 在…举行 stands around it.
_HOUSE = 20.0
# A proposal that weighs as little has no variant that is a name.
_HOPELESS = -3.0
# The least weight of a mention of somebody who is named elsewhere, too.
_NAMED = 1.5
# The least weight of a name of no known shape that neither a post nor a verb vouches for.
_UNVOUCHED = 1.0
# The least weight of a place that its shape shows, and the weight from which the text says no more against it.
_SHOWN, _DOUBTED = 0.1, -1.5
# The least weight of an organ read by its grammar.
_ORGAN = 0.3
# What weighs less is no name of its type more often than one, unless a fact is told of it (halves A and S).
_SURE = {"Organization": 0.5, "Location": 1.0}
_STEPS = 6
_UNIT = 100  # the table has two places
# A company's own name with its ending is longer; the words of ownership that end so stand before a name.
_OWN_NAME = 4
_TOGETHER = ("联合", "携手", "会同")
_OWNED = ("公司", "企业", "旗下")
# How a spot was proposed matters for its weight only.
_OURS = frozenset(
    ("department", "joined", "marked", "listed", "traded", "word", "trimmed", "unled", "grown", "headed", "venue")
)
# 甲大学—乙医院联合实验室: what stands between the dashes is a piece of the name.
_DASH = re.compile(r"[\u3400-\u9fff][—–－―-][\u3400-\u9fff]")
_JOINING = frozenset(("LOC", "ns", "ORG", "nt", "n", "nz", "nw", "vn", "PER", "nr", "a", "m", "f", "s"))


def best_reading(view: View, proposals: Iterable[Spot]) -> list[Spot]:
    """The spots of the best reading by offset, people included: proposals and variants of them, without overlaps."""
    found = view.open_to(candidates(view.sheet, proposals))
    weighed = {_key(spot): (weight(view, spot), spot) for spot in found}
    for score, spot in list(weighed.values()):
        for other in view.open_to(variants(view.sheet, spot)) if _HOPELESS < score < _CLEAR else ():
            told = other.type == "Organization" and _tells_kind(other.text)
            if _key(other) not in weighed and not told and not holds_verb(view.sheet, other.start, other.end):
                weighed[_key(other)] = (weight(view, other), other)
    people = [(max(weight(view, one), _CLEAR if one.by == "between" else _NAMED), one) for one in view.persons]
    items = [(_grounded(view, score, spot), spot) for score, spot in weighed.values()]
    read = _best_path([*(item for item in _joint(items) if item[0] > 0), *people])
    return [_known_as(view.sheet, score, spot) for score, spot in read]


def _grounded(view: View, score: float, spot: Spot) -> float:
    """The weight of a place that its own name or the place before it shows, however little else the text tells of it:
    旺丰|路 13号, 青江省|宁河人."""
    if spot.type != "Location" or not _DOUBTED < score < _SHOWN:
        return score
    sheet = view.sheet
    if any(spot.inside(frame) for frame in view.frames) or any("in body" in group for group in view.groups(spot)):
        return score  # 石门公路|改造项目, 丰河村|卫生室
    shown = (has_shape(sheet, spot) and is_own_ground(sheet, spot)) or _lies_behind(sheet, spot)
    return _SHOWN if shown else score


def _lies_behind(sheet: Sheet, spot: Spot) -> bool:
    """Whether the place stands right behind the province, city or county in which it lies."""
    outer = sheet.token_at(spot.start - 1) if spot.start > sheet.lead_end else None
    if outer is None or outer.end != spot.start or outer.tag not in ("LOC", "ns"):
        return False
    names = {division.name for division in find_division(outer.text)}
    return any(names & set(division.path[:-1]) for division in find_division(spot.text))


def _known_as(sheet: Sheet, score: float, spot: Spot) -> Spot:
    """The spot as the floors above know it; sure where enough speaks for it, or a table of the world has it."""
    told = spot.by in ("known", "venue") or spot.text in word_set("chinese_places") or is_region(spot.text)
    placed = spot.type == "Location"
    shaped = (has_shape(sheet, spot) or _lies_behind(sheet, spot)) if placed else _is_organ(sheet, spot)
    sure = told or score >= _SURE.get(spot.type, 0.0) or shaped
    return replace(spot, by="tagger" if spot.by in _OURS else spot.by, sure=sure)


def _is_organ(sheet: Sheet, spot: Spot) -> bool:
    """Whether grammar alone tells that the spot is a body: an organ in plain characters, no deed or people in it, and
    no piece of what is called so for being in the middle (消费|中心|城市)."""
    goes_on = spot.text.endswith("中心") and sheet.flat.startswith(("城市", "城区", "地带", "区域"), spot.end)
    return spot.by in ("organ", "relative") and _PLAIN.fullmatch(spot.text) is not None and not goes_on


_PLAIN = re.compile(
    "(?:(?!相关|有关|两级|负责人|面向|组织(?!部)|[多各]个|会议室|章程|专班[^,])[\u3400-\u9fff]){2,24}"
    "(?:[委府局厅办院组会部处科室队所站署庭股方足篮排]|中心|人大|政协|专班)"
)


def _joint(weighed: Iterable[tuple[float, Spot]]) -> list[tuple[float, Spot]]:
    """The weighed spots; organs are never doubted, and those that stand side by side (省委|省政府) are clear."""
    items = list(weighed)
    organs = [spot for _, spot in items if spot.by in ("organ", "relative")]
    starts, ends = {spot.start for spot in organs}, {spot.end for spot in organs}
    floors = {_key(spot): _CLEAR if spot.end in starts or spot.start in ends else _ORGAN for spot in organs}
    # 在…举行 shows where it begins and ends; of two such the longer is the house: 丰河村|文化礼堂.
    floors |= {_key(spot): _HOUSE + len(spot.text) / _UNIT for _, spot in items if spot.by == "venue"}
    floors |= {_key(spot): _HOUSE + len(spot.text) / _UNIT for spot in organs if _POSTED.search(spot.text)}
    items = [(max(score, floors.get(_key(spot), score)), spot) for score, spot in items]
    linked = Lying([spot for spot in organs if _DASH.search(spot.text)])
    items = [(score, spot) for score, spot in items if not any(map(spot.inside, linked.across(spot.start, spot.end)))]
    firms = [(score, spot) for score, spot in items if spot.type == "Organization" and score > 0]
    opening: dict[int, list[tuple[float, Spot]]] = defaultdict(list)
    for score, firm in firms:
        opening[firm.start].append((score, firm))
    return [(_below(score, spot, opening.get(spot.start, ())), spot) for score, spot in items]


# 云桥市纪委监委派驻市法院纪检监察组 is one body, and no commission beside a court.
_POSTED = re.compile("(?:驻|派出)[^,。]{2,16}(?:纪检监察|纪检)组$")


def _below(score: float, spot: Spot, firms: Sequence[tuple[float, Spot]]) -> float:
    """What opens the name of a body weighs less than the body: a place (宁河|海外公司), a firm with houses (国网|…)."""
    longer = [(other, firm) for other, firm in firms if spot.inside(firm)]
    own = is_company(spot.text)  # 甲局集团公司|客运部: what a firm's office does the firm does
    longer = [(other, firm) for other, firm in longer if not (own and firm.text.endswith(all_of("offices_of_firms")))]
    whole = (other for other, firm in longer if firm.by == "organ" or firm.type != spot.type or _clearer(other, firm))
    return min((score, *(other - 0.01 for other in whole)))


def _clearer(score: float, firm: Spot) -> bool:
    """Whether a longer name is so clear that what it begins with is a piece of it; a party's post is none of it."""
    return score > _CLEAR


def _key(spot: Spot) -> tuple[int, int, str]:
    return spot.start, spot.end, spot.type


def likely_people(view: View, named: Sequence[Spot]) -> list[Spot]:
    """The mentions of the names that at least one place in the text speaks for more than against.

    What stands among names in a list is never doubted: one name lost there would lose what is said of all. Nor is a
    name of several parts of which one is a minority's.
    """
    weighed: dict[str, float] = {}
    for spot in named:
        weighed[spot.text] = max(weight(view, spot), weighed.get(spot.text, 0.0))
    sure = {spot.text for spot in named if spot.by != "weak" and has_known_part(spot.text)}
    return [s for s in named if s.by == "between" or s.text in sure or weighed[s.text] > _least(s)]


def _least(spot: Spot) -> float:
    """What must speak for a name: more where nobody vouches for it and it has not the shape of one (数智化)."""
    return _UNVOUCHED if spot.by == "weak" and not looks_like_person(spot.text) else 0.0


def candidates(sheet: Sheet, proposals: Iterable[Spot]) -> list[Spot]:
    """The proposals and the tagger's words of names, one spot for each span and type, by offset."""
    proposed = [_behind_owner(sheet, spot) for spot in proposals]
    organs = {_key(spot): spot for spot in proposed if spot.by in ("organ", "relative", "known", "bare")}
    lying = Lying(organs.values())
    placed = (spot for spot in proposed if spot.by == "known" and spot.type == "Location")
    towns = Lying([spot for spot in placed if is_town(spot.text) or is_region(spot.text)])
    spots = [_marked(sheet, spot) for spot in (*proposed, *_words(sheet))]
    spots.sort(key=lambda spot: (spot.start, spot.end, spot.type, FINDERS.index(spot.by)))
    kept: dict[tuple[int, int, str], Spot] = {}
    for spot in spots:
        if _in_town(spot, towns.across(spot.start, spot.end)):
            continue
        if _possible(sheet, spot) and not _against_grammar(sheet, spot, lying.across(spot.start, spot.end)):
            kept.setdefault(_key(spot), spot)
    return list(kept.values())


def _in_town(spot: Spot, towns: Iterable[Spot]) -> bool:
    """Whether the place is a piece of a town that the nation's table has (朝阳 and 川镇 of 朝阳川镇), or of a sea."""
    return spot.type == "Location" and any(spot.inside(town) for town in towns)


def _against_grammar(sheet: Sheet, spot: Spot, organs: Sequence[Spot]) -> bool:
    """Whether the grammar of organs forbids the spot; organs: those that overlap it.

    省委|省政府 are two, whatever the tagger took them for; 青海省委 in 共青团青海省委 and
    旅游部 in 文化和旅游部 are none.
    """
    if spot.type != "Organization" or _tells_kind(spot.text):
        return spot.type == "Organization"
    near = [organ for organ in organs if organ.type == spot.type]
    if _names_none(sheet, spot, near) or any(
        organ.start < spot.start and organ.by != "relative" and organ.end == spot.end for organ in near
    ):
        return True
    if any(_runs_on(sheet, spot, organ) for organ in near):
        return True
    if _key(spot) in map(_key, organs) or spot.by in ("joined", "department"):
        return False
    if holds_verb(sheet, spot.start, spot.end):
        return True
    heads = [organ for organ in near if organ.end == spot.end and spot.start < organ.start]
    ends = {organ.end for organ in near if organ.start >= spot.start}
    return any(organ.start in ends or sheet.flat[organ.start - 1] in "和与及、由被 " for organ in heads)


def _runs_on(sheet: Sheet, spot: Spot, organ: Spot) -> bool:
    """Whether a spot begins within a known name, or holds another body behind an organ: 农行青江分行|联合|区妇联."""
    within = organ.by == "known" and organ.start < spot.start < organ.end < spot.end
    return within or (organ.start == spot.start and sheet.flat.startswith(_TOGETHER, organ.end, spot.end))


def _tells_kind(text: str) -> bool:
    """Whether the words say what kind of firm it is, alone or before its name: 宜昌上市公司|启衡电缆."""
    kind = _kind_of_firm().match(without_place(text))
    return kind is not None and len(kind.group()) < len(text)


@cache
def _kind_of_firm() -> re.Pattern[str]:
    return re.compile(any_of(kind for kind in words("kinds_of_firm") if kind.endswith(("公司", "企业"))))


def _names_none(sheet: Sheet, spot: Spot, near: Sequence[Spot]) -> bool:
    """Whether the words are counted (三家|社区医院), or hold more than a village's committee (青江县|东峡村党支部)."""
    held = (organ for organ in near if organ.start > spot.start and organ.end == spot.end)
    counted = _counted().search(sheet.flat, max(0, spot.start - 4), spot.start) is not None
    return counted or any(COMMITTEE.fullmatch(organ.text) for organ in held)


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(f"(?:[0-9{SEVERAL}百几多余数])(?:{any_of(words('measure_words'))})$")


def _possible(sheet: Sheet, spot: Spot) -> bool:
    """Whether the spot can be one name at all: no chain of places, no head of several, no kind of place alone."""
    if spot.type == "Organization":
        bare = spot.by not in ("relative", "bare") and spot.text in word_set("organization_suffixes")
        bare = bare or spot.text.endswith("市中心")
        return not bare and COUNTED.search(spot.text) is None and not _branch().search(spot.text)
    if spot.by in ("bare", "venue", "letter"):
        return True
    return is_place(spot.text) and len(split(sheet, spot)) == 1 and not is_brand(sheet, spot)


@cache
def _branch() -> re.Pattern[str]:
    """甲集团|控股子公司 is not a name, 甲集团宁河子公司 is."""
    return re.compile(f"(?:{any_of(word for word in words('branch_words') if word not in ('子公司', '分公司'))})$")


def _marked(sheet: Sheet, spot: Spot) -> Spot:
    """The spot, marked as relative where its name leans on the paper's province or town."""
    if spot.type == "Location":
        end = own_end(sheet.flat, spot.start, spot.end)
        return spot if end == spot.end else sheet.spot(spot.start, end, spot.type, spot.by)
    if spot.by in ("relative", "bare") or not is_relative(sheet, spot.start, spot.end):
        return spot
    return sheet.spot(spot.start, spot.end, spot.type, "relative")


def _behind_owner(sheet: Sheet, spot: Spot) -> Spot:
    """The spot without its owner: 全资子公司|甲公司, 乙集团旗下|丙公司; but 甲集团|子公司 has no name of its own."""
    links = pattern("branch_words").finditer(sheet.flat, spot.start, spot.end)
    ends = [link.end() for link in links if link.group().endswith(_OWNED)]
    own = [at for at in ends if is_company(sheet.flat[at : spot.end]) and spot.end - at > _OWN_NAME]
    return sheet.spot(own[-1], spot.end, spot.type, spot.by) if own and spot.type == "Organization" else spot


def _words(sheet: Sheet) -> Iterator[Spot]:
    for token in sheet.tokens:
        if token.start < sheet.lead_end or len(token.text) < 2:
            continue
        if token.tag in ("ORG", "nt", "nw", "nz"):
            yield sheet.spot(token.start, token.end, "Organization", "word")
        elif token.tag in ("LOC", "ns"):
            yield sheet.spot(token.start, token.end, "Location", "word")


def variants(sheet: Sheet, spot: Spot) -> Iterator[Spot]:
    """The spot without words at its head or behind an ending within, and with words before it."""
    others = (*_trimmed(sheet, spot), *_grown(sheet, spot), *_headed(sheet, spot))
    return (_marked(sheet, other) for other in others if _possible(sheet, other))


def _trimmed(sheet: Sheet, spot: Spot) -> Iterator[Spot]:
    first, last = sheet.token_index(spot.start), sheet.token_index(spot.end - 1)
    for token in sheet.tokens[first : min(last, first + _STEPS)]:
        if spot.start < token.end and spot.end - token.end >= 2:
            yield sheet.spot(token.end, spot.end, spot.type, "trimmed")
    lead = leads().match(sheet.flat, spot.start, spot.end)
    if lead is not None and lead.end() not in sheet.edges:
        yield sheet.spot(lead.end(), spot.end, spot.type, "unled")


def _grown(sheet: Sheet, spot: Spot) -> Iterator[Spot]:
    first, begin = sheet.token_index(spot.start), spot.start
    for token in sheet.tokens[max(first - 3, 0) : first][::-1]:
        if token.end != begin or token.tag not in _JOINING or token.text in word_set("np_stops"):
            return
        if spot.by == "known" and token.tag == "m":
            return  # 十四届|全国人大
        if spot.type == "Location" and token.tag in ("LOC", "ns", "ORG"):
            return  # 宁河省|青江市: a chain of places is cut, not joined
        begin = token.start
        yield sheet.spot(begin, spot.end, spot.type, "grown")


def _headed(sheet: Sheet, spot: Spot) -> Iterator[Spot]:
    endings = pattern("organization_suffixes" if spot.type == "Organization" else "location_suffixes")
    cuts = [match.end() for match in endings.finditer(sheet.flat, spot.start + 2, spot.end - 1)]
    return (sheet.spot(spot.start, cut, spot.type, "headed") for cut in cuts[-2:])


def weight(view: View, spot: Spot) -> float:
    """The log-odds that the spot is a name of its type, with these bounds."""
    if spot.type == "Location" and (spot.by in ("bare", "letter") or is_pair(spot.text)):
        return _CLEAR
    known = _weights(spot.type[0]).get
    return sum(filter(None, map(known, chain.from_iterable(view.groups(spot))))) / _UNIT


@cache
def _weights(kind: str) -> dict[str, int]:
    """In whole hundredths, whose sum is the same in any order."""
    rows = ((feature, value) for feature, value in table("name_weights") if feature.startswith(kind + " "))
    return {feature[2:]: round(float(value) * _UNIT) for feature, value in rows}


def _best_path(weighed: Sequence[tuple[float, Spot]]) -> list[tuple[float, Spot]]:
    """The weighed spots without overlaps that weigh most together."""
    ordered = sorted(weighed, key=lambda item: (item[1].end, item[1].start, item[1].type))
    ends = [spot.end for _, spot in ordered]
    totals, taken = [0.0], [False]
    for index, (score, spot) in enumerate(ordered):
        before = bisect_right(ends, spot.start, 0, index)
        take = totals[before] + score > totals[-1]
        totals.append(totals[before] + score if take else totals[-1])
        taken.append(take)
    kept, index = [], len(ordered)
    while index:
        if taken[index]:
            kept.append(ordered[index - 1])
            index = bisect_right(ends, ordered[index - 1][1].start, 0, index - 1)
        else:
            index -= 1
    return kept[::-1]
