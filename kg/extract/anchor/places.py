"""What a place's name means here: which 城关区, which 市 a bare 市委 belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.language.countries import country
from kg.language.divisions import Division
from kg.language.divisions import find as find_division
from kg.model import Article

_LEVEL_ENDS = {
    "省": ("省",), "自治区": ("自治区",), "市": ("市",), "州": ("州",), "自治州": ("自治州",), "地区": ("地区",),
    "盟": ("盟",), "县": ("县",), "区": ("区",), "旗": ("旗",),
}  # fmt: skip


@dataclass(frozen=True)
class Ground:
    """Where an article stands: the divisions of its paper, outermost first, and those that it names."""

    article: Article
    home: tuple[Division, ...]
    named: tuple[Division, ...]

    def division(self, name: str) -> Division | None:
        """The division that `name` means here: the only one, or the one on the paper's or the article's ground."""
        found = find_division(name)
        if not found:
            return None
        near = [item for item in found if self._shares(item)]
        top = [item for item in found if item.level == found[0].level]
        if near and found[0].level != "province":
            alike = [item for item in near if item.level == near[0].level]
            return max(alike, key=self._nearness)  # 市中区 of the paper's city, not of the first city of its province
        return top[0] if len(top) == 1 or found[0].level == "province" else None

    def at_level(self, level: str) -> Division | None:
        """The division that a bare level (省, 市, 县 …) means in this article, or None."""
        if level == "兵团":
            return None
        for division in reversed(self.home):
            if _is_level(division, level):
                return division
        named = [division for division in self.named if _is_level(division, level)]
        named = [division for division in named if self._tells_of(division)] if level == "区" else named
        inside = [item for item in named if not self.home or self.home[0].name in item.path]
        if not self.home and level in ("省", "自治区"):
            # 在浏阳市…: the first place that the article names lies in its province.
            heads = [find_in(item.path[0], item.path[:1]) for item in self.named]
            return next((head for head in heads if head is not None and _is_level(head, level)), None)
        alone = len(set(named)) == 1 and level in ("区", "县", "旗")
        return inside[0] if inside else named[0] if alone else None

    def untold(self, flat: str, start: int, level: str) -> bool:
        """Whether a post to come at this offset leaves open of which district it is: 现任甲区副区长,拟任|区委常委.

        A notice of the authority above tells no more, and names several; that of the district's own has its place.
        """
        if level not in ("区", "县", "旗", "市") or not _TO_COME.search(flat, max(0, start - 14), start):
            return False
        several = {division.name for division in (*self.home, *self.named) if _is_level(division, level)}
        return len(several) > 1 or not any(_is_level(division, level) for division in self.home)

    def _tells_of(self, division: Division) -> bool:
        """Whether the article names the division, and not only what is called like it: 泰山二村, 泰山市场."""
        text = f"{self.article.title}\n{self.article.text}"
        if division.name in text or len(division.short) < 2:
            return True
        ends = [at + len(division.short) for at in _found(text, division.short)]
        alone = any(text[end : end + 1] in _ENDS_NAME for end in ends)
        return alone or not any(_PART_OF_TOWN.match(text, end) for end in ends)

    def _nearness(self, division: Division) -> tuple[int, int]:
        """How many of the divisions around it are named by the article, and how many hold its paper."""
        above = set(division.path[:-1])
        return len(above & {item.name for item in self.named}), len(above & {item.name for item in self.home})

    def _shares(self, division: Division) -> bool:
        ground = {item.name for item in self.home} | {item.name for item in self.named if item.level != "county"}
        return bool(ground & set(division.path[:-1])) or division.name in ground


# What stands behind a name used alone.
_ENDS_NAME = ("", *",。、;:!?）)”》 ,\n，；：的在是区县旗以将与和及开召举为于调考检视看督讯网报融")


# 拟任|区委常委, 拟提名为|区政府|副区长人选
_TO_COME = re.compile("拟(?:推荐|提名|任命|提拔|提|转|升|调|担|出|聘)?任?为?(?:[区县旗市](?:人民)?政府)?$")
# 泰山|二村, 泰山|支路: what is called like a district of another town.
_PART_OF_TOWN = re.compile("[一二三四五六七八九十]村|新村|支路|[东南西北中]?路|大街|市场|小区|居民区|大厦|公寓|花园|苑")


def _found(text: str, name: str) -> Iterable[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def survey(article: Article, places: Iterable[str]) -> Ground:
    """The ground of an article, from its `place` and `city` and the names of places in its order."""
    home = _home(article)
    named: list[Division] = []
    for name in places:
        found = find_division(name)
        fitting = [item for item in found if home and home[0].name in item.path] or (
            list(found) if len(found) == 1 else []
        )
        named += fitting[:1]
    return Ground(article, home, tuple(dict.fromkeys(named)))


def _home(article: Article) -> tuple[Division, ...]:
    province = next((d for d in find_division(article.place or "") if d.level == "province"), None)
    if article.city is None:
        return (province,) if province else ()
    found = find_division(article.city)
    inside = [item for item in found if province is None or province.name in item.path]
    if not inside:
        return (province,) if province else ()
    chain = [find_in(name, inside[0].path) for name in inside[0].path]
    return tuple(item for item in chain if item is not None)


def find_in(name: str, path: tuple[str, ...]) -> Division | None:
    """The division of this full name on the path."""
    return next(
        (item for item in find_division(name) if item.name == name and item.path == path[: len(item.path)]), None
    )


def _is_level(division: Division, level: str) -> bool:
    if level == "市" and division.level == "province":
        return division.name.endswith("市")
    return division.name.endswith(_LEVEL_ENDS.get(level, (level,))) and not (
        level == "区" and division.level == "province"
    )


def seat_name(division: Division) -> str:
    """How offices call their division: 青海省, 海西州, 大通县, 新疆维吾尔自治区."""
    for kind in ("自治州", "自治县", "自治旗"):
        if division.name.endswith(kind):
            return division.short.removesuffix(kind[-1]) + kind[-1]
    return division.name


def call_names(division: Division) -> tuple[str, ...]:
    """All names of a division, the office form first."""
    forms = [seat_name(division), division.name, division.short]
    return tuple(dict.fromkeys(forms))


def location_names(written: str, ground: Ground) -> tuple[str, ...]:
    """Names of a place: as written first, then its full and short ones where it is a division or a country."""
    division = ground.division(written)
    if division is not None:
        if division.level != "province" and len(division.short) < 2:
            return (written, division.name)
        return tuple(dict.fromkeys([written, division.name, division.short, seat_name(division)]))
    short = country(written)
    if short is not None:
        return tuple(dict.fromkeys([short, written]))
    return (written,)
