"""LOCATED_IN of what is seen where a sentence is set: 在甲镇,乙公司投建的风电场…; 走进甲镇,丙公司的车间里…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.grounds import SCENE, can_hold, chain_start, is_built, is_division, located
from kg.extract.lists import run_from, spoken
from kg.language.classes import LISTED_BODIES, ZONES, one_of
from kg.language.lexicon import any_of, words
from kg.language.organisations import is_firm

_HELD = ("Organization", "Project", "Meeting", "Location")
# 走进甲镇,乙公司|的车间里…
_INDOORS = re.compile(f"的?[^,。;]{{0,4}}(?:{one_of('indoors')})")
_SMALL = ("镇", "乡", "村", "街道", "社区", "园", "园区", "开发区", "高新区", "新区", "小镇")
_HOUSES = ("大厦", "大楼", "中心", "广场", "孵化器", "科技园", "产业园", "创业园")
_MAKES = re.compile(f"(?:{one_of('investing_verbs')}|参与|负责)?(?:{one_of('building_there')})的")
_STEPS_IN = re.compile(r"(?:走进|来到|走访|参观|察看|考察|深入)了?$")
_TENANTS = re.compile(
    f"等?[^,。;、]{{0,6}}(?:园区|园内|{one_of('settling_verbs')})[^,。;、]{{0,4}}(?:{LISTED_BODIES}|项目)"
)
_TOURS = re.compile(f"(?:{one_of('around_tours')}){{0,4}}(?:{any_of(words('visit_verbs'))})(?:了)?")
_COMES_TO = ("到", "来到", "前往", "赴", "在", "走进", "深入", "抵达", "莅临")
_KIND_OF_FIRM = re.compile("(?:[\u3400-\u9fff]{0,6}(?:民企|企业|龙头|国企|央企|外企|公司))?")
_NO_SIDE = re.compile("[与和同、跟及,。]|联合|将|拟|工作人员|志愿者|员工|职工")
# 来到甲村,了解|“乙工程”|实施情况: a programme is not the village's.
_PROGRAMME = re.compile("”?(?:开展|实施|推进|贯彻|落实)[^,。;]{0,6}(?:情况|成效|进展)")
_BARE_ZONE = re.compile(f"(?:{one_of('fields_of_zones_in_general')}){{0,4}}(?:{ZONES}|自贸试验区)")
_SCENE = re.compile(r"(?:来到|走进|前往|抵达|(?<![\u3400-\u9fff])在)[^,。;]{2,30}?,")


def relate(article: Annotated) -> Iterator[Fact]:
    """All that scenes tell, sentence by sentence."""
    for start, end in article.sentences():
        items = spoken(article, start, end, *_HELD)
        if any(item.type == "Location" for item in items):
            yield from _scene(article, items, start, end)
            yield from _toured(article, items)


def _scene(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """在甲镇,乙公司投建的风电场正在…; 来到甲镇,察看了…: what is seen there stands there."""
    flat = article.sheet.flat
    match = _SCENE.search(flat, start, end)
    if match is None or "、" in match.group():
        return  # 前往甲楼、乙馆等地,|调研丙项目: nobody tells at which of them it is
    places = [b for b in items if b.type == "Location" and match.start() <= b.start and b.end <= match.end()]
    if not places or not re.fullmatch(r"[^,。]{0,4},", flat[places[-1].end : match.end()]):
        return
    stop = re.compile(f"[。;]|$|,(?:并|又)?(?:{any_of(words('arrival_verbs'))})").search(flat, match.end(), end)
    seen = [b for b in items if match.end() <= b.start and b.end <= (stop.start() if stop else end)]
    built = any(b.type == "Project" or (b.type == "Location" and is_built(b)) for b in seen)
    programmes = [b for b in seen if _PROGRAMME.match(flat, b.end) and "“" in flat[b.start - 1 : b.start + 1]]
    for held in seen:
        if any(held.things == programme.things for programme in programmes):
            continue
        if held.type == "Project" or (held.type == "Location" and is_built(held)):
            yield from located(article, held, places[-1], SCENE, match.span())
            return
        if held.type == "Organization" and _MAKES.match(flat, held.end):
            continue  # 察看|甲市援建的|乙中心
        if held.type == "Organization" and not places[-1].spot.text.endswith((*_SMALL, *_HOUSES)):
            return
        indoors = held.start == match.end() and _INDOORS.match(flat, held.end)
        if held.type == "Organization" and (indoors or (not built and _opens_tale(article, held, match.end()))):
            yield from located(article, held, places[-1], SCENE, match.span())
            return
        if held.type == "Organization" and _STEPS_IN.search(flat, match.end(), held.start):
            firms = run_from(article, [b for b in items if b.start >= held.start], 0)
            for firm in firms if _TENANTS.match(flat, firms[-1].end) else ():
                yield from located(article, firm, places[-1], SCENE, match.span())
            return


def _toured(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """到甲县|考察|乙公司、丙公园: what they see where they came to stands there."""
    flat = article.sheet.flat
    for index, (place, held) in enumerate(pairwise(items)):
        if place.type != "Location" or not _TOURS.fullmatch(flat, place.end, held.start):
            continue
        if not flat.endswith(_COMES_TO, 0, chain_start(article, items, place)):
            continue
        for each in run_from(article, items, index + 1):
            named = each.type == "Organization" and each.things and is_firm(article.things[each.things[0]].names)
            if named or each.type == "Project" or (each.type == "Location" and _lies_there(place, each)):
                yield from located(article, each, place, SCENE, (place.end, held.start))


def _lies_there(outer: Bound, inner: Bound) -> bool:
    """Whether the second is a place of its own in the first: not a kind of zone alone (在甲市调研|自贸区|建设)."""
    bare = _BARE_ZONE.fullmatch(inner.spot.text)
    return not bare and not is_division(inner) and can_hold(outer.spot.text, inner.spot.text)


def _opens_tale(article: Annotated, firm: Bound, at: int) -> bool:
    """在甲园区,|(民企)乙公司|平均每天…: a firm of which the sentence goes on to tell."""
    flat = article.sheet.flat
    lead = _KIND_OF_FIRM.fullmatch(flat, at, firm.start)
    named = firm.things and is_firm(article.things[firm.things[0]].names)
    return bool(lead and named) and _NO_SIDE.match(flat, firm.end) is None
