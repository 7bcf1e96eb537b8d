"""Posts that name their organ by themselves: 省长 is of the province's government, 县长 of the county's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.anchor.organs import government_names, organ_names, relative_names
from kg.extract.anchor.places import Ground
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.sheet import Sheet
from kg.language.countries import is_country
from kg.language.divisions import Division
from kg.language.divisions import find as find_division
from kg.language.lexicon import table

_RANK = re.compile(r"^(?:常务|代理|专职|第一)?(?:副|代)?")
_FOREIGN = re.compile(r"(?:总统|首相|国王|女王|大臣|国务卿|外长|外交部长)$")
_LISTED = re.compile(r"等\d*[一二三四五六七八九十]*(?:位|名)?$")
_LEVEL_OF = {"autonomous": "自治区", "province": "省", "city": "市", "prefecture": "州", "league": "盟", "area": "地区", "county": "县", "district": "区", "banner": "旗"}


@cache
def _governing() -> dict[str, tuple[str, str]]:
    return {title: (level, body) for title, level, body in table("governing_titles")}


def governed(title: str) -> tuple[str, str] | None:
    """The level and the organ that a title names by itself (副省长: province, 政府), or None."""
    head = _RANK.sub("", title)
    return _governing().get(head) or _governing().get(title)


def bind_posts(sheet: Sheet, titles: Sequence[Bound], bounds: Sequence[Bound], register: Register, ground: Ground) -> list[Bound]:
    """The titles; those that name their organ without an organisation right before them are bound to it."""
    ordered = sorted((b for b in bounds if b.type in ("Organization", "Location")), key=lambda b: b.start)
    return [_bound(sheet, title, ordered, register, ground) for title in titles]


def _bound(sheet: Sheet, title: Bound, others: Sequence[Bound], register: Register, ground: Ground) -> Bound:
    if title.spot.text in ("委员", "代表") and _LISTED.search(sheet.flat[max(0, title.start - 8) : title.start]):
        return _of_session(sheet, title, register, ground)
    organ = governed(title.spot.text) or (("nation", "政府") if _FOREIGN.search(title.spot.text) else None)
    if organ is None and title.spot.text.endswith("主席") and sheet.flat[: title.start].endswith("自治区"):
        organ = ("autonomous", "政府")
    if organ is None:
        return title
    level, body = organ
    before = [b for b in others if b.end <= title.start and b.end >= sheet.sentence(title.start)[0]]
    if before and before[-1].type == "Organization" and before[-1].end == title.start:
        return title
    abroad = before and before[-1].end == title.start and before[-1].type == "Location" and is_country(before[-1].spot.text)
    if abroad and before[-1].spot.text != "中国":
        thing = register.add("Organization", government_names(before[-1].spot.text, ground))
        return Bound(title.spot, (thing,), f"{title.spot.text} → {register.names(thing)[0]}：国名 {before[-1].spot.text}")
    if level == "nation" and _FOREIGN.search(title.spot.text):
        return title
    if level == "nation":
        thing = register.add("Organization", [body] if body != "中国" else ["中国", "中华人民共和国"])
        return Bound(title.spot, (thing,), f"{title.spot.text} → {body}：职务所属")
    names, why = _names(sheet, title, before, (level, body), register, ground)
    if not names:
        return title
    thing = register.add("Organization", names)
    return Bound(title.spot, (thing,), f"{title.spot.text} → {register.names(thing)[0]}：{why}")


def _of_session(sheet: Sheet, title: Bound, register: Register, ground: Ground) -> Bound:
    """李四、王五等委员: of the 政协 or 人大 whose session the article tells of, the one last named before."""
    body = "政协" if title.spot.text == "委员" else "人大"
    named = re.findall(rf"(全国|自治区|省|市|州|县|区)(?:[^,。;省市州县区]{{0,8}})?{body}", sheet.flat[: title.start])
    if not named:
        return title
    names = ("全国" + body,) if named[-1] == "全国" else (relative_names(named[-1] + body, ground) or ((), ""))[0]
    if not names:
        return title
    thing = register.add("Organization", names)
    return Bound(title.spot, (thing,), f"{title.spot.text} → {register.names(thing)[0]}：上文 {named[-1]}{body}")


def _names(
    sheet: Sheet, title: Bound, before: Sequence[Bound], organ: tuple[str, str], register: Register, ground: Ground
) -> tuple[tuple[str, ...], str]:
    """The government's names and why: the place right before the title, the chain before it, else the paper's ground."""
    level, body = organ
    if before and before[-1].end == title.start and before[-1].type == "Location":
        place = before[-1].spot.text
        division = ground.division(place)
        names = organ_names(division, body) if division else (place + body, place)
        return names, f"地名 {place}"
    if before and re.fullmatch(r"[^。;]{0,14}", sheet.flat[before[-1].end : title.start]):
        for thing in before[-1].things[:1]:
            name = register.names(thing)[0]
            division = _seat(name, level, ground)
            if division is not None:
                return organ_names(division, body), f"承前 {name}"
    division = ground.at_level(_LEVEL_OF[level]) if level in _LEVEL_OF else None
    return (organ_names(division, body), f"本报属地 {division.name}") if division else ((), "")


def _seat(organ: str, level: str, ground: Ground) -> Division | None:
    """The division of this level with which an organ's name starts (越西县委 → 越西县)."""
    for length in range(min(len(organ) - 1, 12), 1, -1):
        head = organ[:length]
        if head[-1] not in "省市州盟县区旗":
            continue
        division = ground.division(head) or next(iter(find_division(head)), None)
        if division is not None and (head[-1] == _LEVEL_OF.get(level, "")[-1:]):
            return division
    return None
