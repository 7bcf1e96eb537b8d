"""Posts whose office a country, a region or a town has: 甲国|国防部长, 香港特区|行政长官, 中国驻甲国|大使."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.extract.annotated import Bound
from kg.extract.mention.titles import names_post, office_of
from kg.language.classes import one_of
from kg.language.countries import country_abbreviation, country_names, is_country, nation_end
from kg.language.lexicon import table
from kg.language.text import behind_last, is_han

Office = tuple[tuple[str, ...], str]
"""The names of an office, canonical first, and why the post is of it."""

_FOREIGN = re.compile(
    r"(?:总统|首相|国王|女王|国务卿|统筹部长|国务资政|担当大臣|国务大臣|官房副?长官)$"
    rf"|(?:{one_of('matters')})(?:首席|特别|高级|副)?(?:{one_of('posts_for_matters')})$"
)
_POSTED = re.compile(r"(?:^|[^\u3400-\u9fff]|中国|我)驻$")
_CONSULATE = re.compile(r"驻(?P<city>[\u3400-\u9fff]{2,7})$")
_FIELD = re.compile(r"[\u3400-\u9fff、]{2,16}")
_REGION = re.compile(r"(?P<place>香港|澳门)(?:特别行政区|特区)?(?:政府)?$")
# What may stand before a country's single character: 中国驻|美, 与|俄, 以|俄.
_FUNCTION = "驻与和同以向对由据是称将在访见晤邀任"
_LONGEST_NATION = 12
_NONE: Mapping[int, str] = {}
_ALONE: Mapping[int, int] = {}
_CHAIN = "兼、"
# 甲国|外交和国际合作|部长: a ministry is called by what it is for.
_MINISTRY = re.compile(r"(?:部长|大臣)$")
# 甲国…。扣押|该国|国防部长, 新任|卫生部长
_LED = re.compile(r"(?:[^,、]{0,12}?该国)?(?:[前原]任?|[新现时]任|代理)?")
# 甲国经济财政担当|大臣 sits in the cabinet.
_OF_CABINET = ("担当",)
_IN_CABINET = ("担当大臣", "国务大臣", "官房长官", "官房副长官")


def office(flat: str, title: Bound, start: int, place: str, chained: str = "") -> Office | None:
    """The office of a post by the place named before it, or None.

    start: where the words begin that lead up to the post (前, 新任). place: the name of the place right before it.
    chained: the foreign country of the post before it in one chain (甲国总理兼|国防部长).
    """
    post = title.spot.text
    ministry = _ministry(flat, title, chained)
    if ministry is not None:
        nation, name = ministry
        return (name, "中国" + name) if nation == "中国" else (nation + name,), f"国名 {nation}"
    nation = nation_before(flat, start)
    mission = _mission(flat, title, nation) or _seat(flat, title, place)
    if mission:
        return mission, "使节和公职所在"
    nation = nation or _over_matter(flat, title) or chained
    if nation not in ("", "中国") and _FOREIGN.search(office_of(post)):
        return (nation, nation + "政府"), f"国名 {nation}"
    return None


def _over_matter(flat: str, title: Bound) -> str:
    """The country whose cabinet a post is in, over what it is in charge of: 甲国经济财政|担当大臣; or nothing."""
    if not title.spot.text.endswith(_IN_CABINET):
        return ""
    clause = behind_last(flat, ",。;:()“”、兼\n", title.start)
    begins = range(max(clause, title.start - _LONGEST_NATION), title.start)
    return next((flat[at : at + end] for at in begins if (end := nation_end(flat[at : title.start]))), "")


def _seat(flat: str, title: Bound, place: str) -> tuple[str, ...]:
    """The names of the office of 香港特区|行政长官, 甲国驻某城|总领事, 某县|议长; nothing for other posts."""
    post = title.spot.text
    region = _REGION.search(flat, max(0, title.start - 10), title.start) if post.endswith("行政长官") else None
    if region is not None:
        return region["place"] + "特别行政区政府", region["place"] + "特区政府"
    consulate = _CONSULATE.search(flat, max(0, title.start - 10), title.start) if post.endswith("领事") else None
    nation = nation_before(flat, consulate.start()) if consulate is not None else ""
    if consulate is not None and nation:
        return f"{nation}驻{consulate['city']}总领事馆", f"{nation}驻{consulate['city']}总领馆"
    sits = post.endswith("议长") or (post == "议员" and place[-1:] in tuple("市县州郡"))
    return (place + "议会",) if place and sits else ()


def nation_before(flat: str, end: int) -> str:
    """The country's name that ends at `end`, whatever the tagger took it for, or nothing."""
    written = (flat[at:end] for at in range(max(0, end - _LONGEST_NATION), end - 1) if is_country(flat[at:end]))
    return next(written, "") or _nation_by_letter(flat, end)


def _nation_by_letter(flat: str, end: int) -> str:
    """The country of the single character before `end` (俄|总统, 中国驻美|大使), where no word goes on into it."""
    free = end < 2 or not is_han(flat[end - 2]) or flat[end - 2] in _FUNCTION
    nation = (country_abbreviation(flat[end - 1 : end]) or "") if end and free else ""
    return _told_of(flat, nation, end) if nation else nation


def _told_of(flat: str, nation: str, end: int) -> str:
    """The country that the text names last before, of those that begin with the same character: 伊|总理 of 伊拉克."""
    alike = [(flat.rfind(name, 0, end), name) for name in _by_letter().get(flat[end - 1], ())]
    at, name = max(alike, default=(-1, ""))
    return name if at >= 0 else nation


@cache
def _by_letter() -> dict[str, tuple[str, ...]]:
    """The names of countries by their first character."""
    found: dict[str, list[str]] = {}
    for name in sorted(country_names()):
        if len(name) > 1:
            found.setdefault(name[0], []).append(name)
    return {letter: tuple(names) for letter, names in found.items()}


@cache
def _ministers() -> dict[str, str]:
    return {row[0]: row[1] for row in table("ministers")}


def chained_nation(
    flat: str,
    start: int,
    posts: Mapping[int, int],
    bodies: Mapping[int, str] = _NONE,
    people: Mapping[int, int] = _ALONE,
) -> str:
    """The foreign country of the chain of posts that goes on at `start`: 甲国副总理兼|外交部部长, or nothing.

    posts: the start of each post by its end. bodies: the names of bodies by their end, of which one may tell it
    (越共中央委员、|公安部部长). people: the start of each person by the end, where the chain may go on over somebody.
    """
    if not start or flat[start - 1] not in (f"{_CHAIN}," if people else _CHAIN):
        return ""
    spans = [(posts, 0), (posts, 1), (people, 1)]  # 甲国总统|特别代表、|财政部长
    while (begins := next((known[start - gap] for known, gap in spans if start - gap in known), None)) is not None:
        start = begins
        nation = nation_before(flat, start) or nation_of_body(bodies.get(start, ""))
        if nation:
            return "" if nation == "中国" else nation
    return ""


def nation_of_body(name: str) -> str:
    """The foreign country whose body it is by its name: 甲国交通部, 越共中央; or nothing."""
    return name[: nation_end(name)] or (country_abbreviation(name[:1]) or "" if name[1:2] == "共" else "")


def _ministry(flat: str, title: Bound, chained: str) -> tuple[str, str] | None:
    """The country and the name of its ministry: 甲国|财政部长 → 甲国财政部; or None.

    A character stands for the country only where a single word follows it (俄|国防部长).
    """
    if title.spot.text.removeprefix("副") in _ministers():
        nation = nation_before(flat, title.start) or chained
        return (nation, _ministers()[title.spot.text.removeprefix("副")]) if nation else None
    if not _MINISTRY.search(title.spot.text) or title.spot.text.endswith(("担当大臣", "首席部长")):
        return None
    coordinates = title.spot.text.endswith("统筹部长")
    post = re.sub(r"(?:代理|常务)?副?(?:代理)?(?:国务)?(?:部长|大臣)$", "", title.spot.text)
    clause = behind_last(flat, ",。;:()“”兼\n", title.start)
    for at in range(max(clause, title.start - _LONGEST_NATION - 16), title.start + 1):
        nation = next((flat[at:end] for end in range(title.start, at + 1, -1) if is_country(flat[at:end])), "")
        field = flat[at + len(nation) : title.start] + post
        if coordinates and (nation == "新加坡" or field == post):
            continue  # a rank in its cabinet, of no ministry
        if nation and field.endswith(_OF_CABINET):
            return None  # in charge of a matter, of no ministry
        if nation and (field == post or (_FIELD.fullmatch(field) and not names_post(field))):
            field = field.removeprefix("前").removeprefix("原")  # 甲国|前工业|部长
            return (nation, field.removesuffix("部") + _kind(nation, title)) if field and field != "部" else None
    short = "" if coordinates else _nation_by_letter(flat, title.start)
    if short and post:
        return short, post + _kind(short, title)
    begins = behind_lead(flat, max(clause, flat.rfind("、", 0, title.start) + 1), title.start)
    field = flat[begins : title.start] + post
    named = chained and not coordinates and field != "部" and _FIELD.fullmatch(field) and not names_post(field)
    named = named and not field.endswith(_OF_CABINET)
    return (chained, field.removesuffix("部") + _kind(chained, title)) if named else None


def behind_lead(flat: str, start: int, end: int) -> int:
    """Where the matter of a ministry begins, behind what leads up to the post: 扣押该国|国防|部长, 前|环境|大臣."""
    led = _LED.match(flat, start, end)
    return led.end() if led is not None else start


def _kind(nation: str, title: Bound) -> str:
    """How a ministry of the country is called: 日本|财务大臣 leads a 省."""
    return "省" if nation == "日本" and title.spot.text.endswith("大臣") else "部"


def delegation(flat: str, title: Bound) -> str:
    """The delegation that a country keeps at a body of several nations: 中国常驻联合国|代表; or nothing."""
    sent = title.spot.text.endswith(("代表", "大使", "公使", "参赞"))
    kept = _kept_at().search(flat, max(0, title.start - 22), title.start) if sent else None
    nation = nation_before(flat, kept.start()) if kept is not None else ""
    return f"{nation}常驻{kept['body'] or kept['known']}代表团" if kept is not None and nation else ""


@cache
def _kept_at() -> re.Pattern[str]:
    """常驻|联合国日内瓦办事处, 驻|欧盟: a body of several nations before the post of who is sent there."""
    return re.compile(
        rf"(?:常驻(?P<body>[\u3400-\u9fff]{{2,20}})|驻(?P<known>(?:{one_of('bodies_of_nations')})[\u3400-\u9fff]{{0,8}}))$"
    )


def _mission(flat: str, title: Bound, nation: str) -> tuple[str, ...]:
    """The embassy of 甲国|驻华大使 and 中国驻|甲国|大使, or nothing. nation: the country's name right before."""
    if not nation or not title.spot.text.endswith(("大使", "公使")):
        return ()
    if title.spot.text.startswith("驻华"):
        return (f"{nation}驻华大使馆",)
    at = title.start - (len(nation) if flat.endswith(nation, 0, title.start) else 1)
    return (f"中国驻{nation}大使馆",) if _POSTED.search(flat[max(0, at - 3) : at]) else ()
