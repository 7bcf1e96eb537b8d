"""What a name is by the words around it: a centre where a meeting is held is a place, one being unveiled a project."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from kg.extract.mention.houses import SHORTEST_FUND
from kg.extract.mention.titles import firm_posts
from kg.extract.mention.unfit import ORDER, is_goal
from kg.extract.sheet import Lying, Sheet, Spot
from kg.language.classes import HELD, all_of
from kg.language.lexicon import any_of, words
from kg.language.names import surname_of
from kg.language.text import all_han

# 小镇, 大厦: no name of their own.
_SHORTEST = 5
_FIRM = 5  # characters, more than a name of our people has
# 甲中心|正式揭牌, 为甲中心|揭牌
_OPENS = r"(?:[(][^()]{1,24}[)])?”?(?:[^,。;、与和]{0,6}?)"


def in_context(sheet: Sheet, spots: Sequence[Spot]) -> list[Spot]:
    """The spots with the type that their context gives, the same for all that are called the same."""
    venues = {spot.text for spot in spots if _is_venue(sheet, spot)}
    # 甲水库|除险加固工程: what is renewed stands; 甲工程|大坝 is a piece of it.
    wholes = Lying([spot for spot in spots if spot.type == "Project"])
    alone = [spot for spot in spots if not _is_piece(spot, wholes.across(spot.start, spot.end))]
    works = {spot.text for spot in spots if _is_fund(spot)} | {spot.text for spot in alone if _is_work(sheet, spot)}
    works -= venues
    firms = {**dict.fromkeys(_firms_like_people(sheet, spots), "tagger"), **_houses_with_posts(spots)}
    return [_retyped(spot, venues, works, {} if _is_ground(sheet, spot) else firms) for spot in spots]


def _is_ground(sheet: Sheet, spot: Spot) -> bool:
    """Whether the house is where something happens there: 在|石门动物园."""
    return spot.type == "Location" and sheet.flat[spot.start - 1 : spot.start] in _TO


_TO = tuple("在于到至进往抵赴")


def _is_piece(spot: Spot, works: Sequence[Spot]) -> bool:
    """Whether the spot lies in another work, or begins in one and goes on behind it."""
    return any(work.start <= spot.start and work.text != spot.text for work in works)


def _houses_with_posts(spots: Sequence[Spot]) -> dict[str, str]:
    """The houses, elsewhere places, that have posts somewhere, and who found them: 石门动物园|董事长|李文达."""
    posts = {spot.start: spot for spot in spots if spot.type == "Title"}
    houses = {spot.text: spot.by for spot in spots if spot.type == "Organization" and spot.end in posts}
    people = {spot.start for spot in spots if spot.type == "Person"}
    for spot in spots:
        post = posts.get(spot.end) if spot.type == "Location" else None
        if post is not None and post.end in people and _is_employer(spot.text, post.text):
            houses.setdefault(spot.text, "tagger")
    return houses


def _is_employer(place: str, post: str) -> bool:
    """Whether a place is called for the people in it: 白宫|发言人, 石门万达广场|总经理, 云桥酒店|店长."""
    if place in all_of("houses_of_heads"):
        return True
    return place.endswith(all_of("houses_with_managers")) and post.endswith((*firm_posts(), *all_of("posts_in_houses")))


def _firms_like_people(sheet: Sheet, spots: Sequence[Spot]) -> set[str]:
    """Names that the head of a firm stands behind, and that are nobody's in form: 申泽克劳恩|总经理|李文达."""
    people = {spot.start for spot in spots if spot.type == "Person"}
    heads = {
        spot.start for spot in spots if spot.type == "Title" and spot.end in people and _heads_firm().match(spot.text)
    }
    return {spot.text for spot in spots if spot.type == "Person" and spot.end in heads and _is_brand(spot.text)}


def _is_brand(name: str) -> bool:
    """Whether a name is longer than our people's, or has no surname that one of them could have: 特斯拉."""
    return all_han(name) and (len(name) >= _FIRM or (len(name) > 1 and surname_of(name) is None))


@cache
def _heads_firm() -> re.Pattern[str]:
    heads = "总经理|董事长|总裁|首席[^长]{1,6}官|创始人|厂长|C[A-Z]O|合伙人|董事会主席"
    return re.compile(f"(?:联合|共同|副)?(?:{heads})$")


def _retyped(spot: Spot, venues: set[str], works: set[str], firms: Mapping[str, str]) -> Spot:
    if spot.type in ("Person", "Location") and spot.text in firms:
        return replace(spot, type="Organization", sure=True, by=firms[spot.text])
    if spot.type == "Organization" and spot.text in venues:
        return replace(spot, type="Location", sure=True)
    if spot.type in ("Organization", "Location") and spot.text in works:
        return replace(spot, type="Project", sure=True)
    return spot


def _is_fund(spot: Spot) -> bool:
    """甲产业投资基金: money for a purpose; not 甲基金, which is a firm that manages funds."""
    return spot.type == "Organization" and spot.text.endswith(words("fund_endings")) and len(spot.text) >= SHORTEST_FUND


def _is_venue(sheet: Sheet, spot: Spot) -> bool:
    """在甲交流中心|举行…: a house, not a body."""
    name = re.sub(r"[(（][\u3400-\u9fff]{2,6}[)）]$", "", spot.text)  # 国家会展中心(上海)
    if spot.type != "Organization" or not name.endswith(words("venue_suffixes")):
        return False
    left, right = sheet.clause(spot.start)
    before = max(sheet.flat.rfind(mark, left, spot.start) for mark in "在于")
    return 0 <= spot.start - before - 1 <= 8 and before >= 0 and bool(_held().match(sheet.flat, spot.end, right))


def _is_work(sheet: Sheet, spot: Spot) -> bool:
    """A centre, park or hall that is being built, opened or unveiled."""
    house = spot.text.endswith(words("opened_suffixes"))
    built = spot.type == "Location" and spot.text.endswith(words("built_places"))
    if spot.type not in ("Organization", "Location") or not (house or built):
        return False
    if spot.type == "Location" and len(spot.text) < _SHORTEST:
        return False
    left, right = sheet.clause(spot.start)
    if is_goal(sheet, spot) or ORDER.search(spot.text):
        return False
    before = _behind_places(sheet, spot.start)
    if _built().search(sheet.flat, left, before) or _made_by().match(sheet.flat, spot.end):
        return True
    if built and _joined_up().match(sheet.flat, spot.end, right):
        return True
    there = sheet.flat[before - 1 : before] in ("在", "于")  # (购物节)在|甲购物中心|正式启动
    return house and not there and bool(_opened().match(sheet.flat, spot.end, right))


def _behind_places(sheet: Sheet, start: int) -> int:
    """Where the chain of places begins that leads up to an offset: 承建的|甲国乙市|丙大桥."""
    token = sheet.token_at(start - 1) if start else None
    while token is not None and token.tag in ("LOC", "ns") and token.end == start:
        start = token.start
        token = sheet.token_at(start - 1) if start else None
    return start


@cache
def _held() -> re.Pattern[str]:
    verbs = f"{HELD}|启动"
    return re.compile(rf"(?:[^,。;]{{0,8}}?)(?:{verbs})")


@cache
def _opened() -> re.Pattern[str]:
    return re.compile(rf"{_OPENS}(?:{any_of(words('opening_verbs'))})")


@cache
def _joined_up() -> re.Pattern[str]:
    """甲特大桥|主拱圈顺利合龙, 乙隧道|全线贯通."""
    verbs = any_of(words("joining_up_verbs"))
    return re.compile(rf"[^,。;、与和的在上]{{0,12}}?(?:{verbs})")


@cache
def _made_by() -> re.Pattern[str]:
    """P|由甲公司承建, P|位于乙区,是由甲公司与丙公司共同打造."""
    verbs = any_of(words("making_verbs"))
    return re.compile(
        rf"[”]?(?:(?:位于|地处|坐落于)[^,。;]{{2,30}},)?(?:项目|工程)?(?:是|系)?由[^,。;]{{2,60}}?(?:共同|联合|负责|投资|合作)?(?:{verbs})"
    )


@cache
def _built() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('building_verbs'))})了?[“《]?$")
