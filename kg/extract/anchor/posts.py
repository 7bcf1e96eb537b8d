"""Posts that name their organ by themselves: 省长 is of the province's government, 等委员 of the session's 政协."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.anchor.organs import government_names, organ_names, relative_names
from kg.extract.anchor.places import Ground
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.mention.titles import lead
from kg.extract.sheet import Sheet
from kg.language.countries import is_country
from kg.language.divisions import Division
from kg.language.divisions import find as find_division
from kg.language.lexicon import table

_RANK = re.compile(r"^(?:常务|代理|专职|第一)?(?:副|代)?")
_FOREIGN = re.compile(r"(?:总统|首相|国王|女王|大臣|国务卿|外长|外交部长)$")
_POSTED = re.compile(r"(?:^|[^\u3400-\u9fff]|中国|我)驻$")
_LONGEST_NATION = 12
_LISTED = re.compile(r"等\d*[一二三四五六七八九十]*(?:位|名)?$")
# The level of a place as `governing_titles.tsv` calls it, and the character with which its name ends.
_LEVEL_OF = {
    "autonomous": "自治区",
    "province": "省",
    "city": "市",
    "prefecture": "州",
    "league": "盟",
    "area": "地区",
    "county": "县",
    "district": "区",
    "banner": "旗",
    "region": "特别行政区",
}


@cache
def _governing() -> dict[str, tuple[str, str]]:
    return {title: (level, body) for title, level, body in table("governing_titles")}


def governed(title: str) -> tuple[str, str] | None:
    """The level and the organ that a title names by itself (副省长: province, 政府), or None."""
    return _governing().get(_RANK.sub("", title)) or _governing().get(title)


def _nation_before(flat: str, end: int) -> str:
    """The country's name that ends at `end`, whatever the tagger took it for, or nothing."""
    return next((flat[at:end] for at in range(max(0, end - _LONGEST_NATION), end - 1) if is_country(flat[at:end])), "")


def _mission(flat: str, title: Bound, nation: str) -> str:
    """The embassy of 甲国|驻华大使 and 中国驻|甲国|大使, or nothing. nation: the country's name right before."""
    if not nation or not title.spot.text.endswith(("大使", "公使")):
        return ""
    if title.spot.text.startswith("驻华"):
        return f"{nation}驻华大使馆"
    return f"中国驻{nation}大使馆" if _POSTED.search(flat[: title.start - len(nation)]) else ""


def bind_posts(
    sheet: Sheet, titles: Sequence[Bound], bounds: Sequence[Bound], register: Register, ground: Ground
) -> list[Bound]:
    """The titles; those that name their organ without an organisation right before them are bound to it."""
    bodies = sorted((b for b in bounds if b.type in ("Organization", "Location")), key=lambda b: b.start)
    people = frozenset(b.end for b in bounds if b.type == "Person")
    binder = _Binder(sheet, register, ground, tuple(bodies), people)
    return [binder.bound(title) for title in titles]


@dataclass(frozen=True)
class _Binder:
    """What binding a title looks at: the page's bodies and places by offset, and where names of people end."""

    sheet: Sheet
    register: Register
    ground: Ground
    bodies: tuple[Bound, ...]
    people: frozenset[int]

    def bound(self, title: Bound) -> Bound:
        """The title with the organ that it names, or as it was."""
        start, flat = self.sheet.sentence(title.start)[0], self.sheet.flat
        at = lead(self.sheet, title.start)[0]
        before = [b for b in self.bodies if b.end <= title.start and b.end >= start]
        last = before[-1] if before and before[-1].end == at else None
        if last is not None and last.type == "Organization":
            return title
        if flat.endswith("常委会", 0, title.start):
            return self._of_standing_committee(title)
        if title.spot.text in ("委员", "代表") and (_LISTED.search(flat[: title.start]) or title.start in self.people):
            return self._of_session(title)
        return self._of_organ(title, before)

    def _of_organ(self, title: Bound, before: Sequence[Bound]) -> Bound:
        """省长, 总理, 尼泊尔|总统, 自治区|主席: a post that has its organ in its name."""
        flat = self.sheet.flat
        nation = _nation_before(flat, lead(self.sheet, title.start)[0])
        mission = _mission(flat, title, nation)
        if mission:
            return self._bind(title, (mission,), "使节所驻")
        abroad = nation not in ("", "中国")
        organ = governed(title.spot.text) or (("nation", "") if abroad and _FOREIGN.search(title.spot.text) else None)
        if organ is None and title.spot.text.endswith("主席") and flat.endswith("自治区", 0, title.start):
            organ = ("autonomous", "政府")
        if organ is None:
            return title
        if abroad:
            return self._bind(title, government_names(nation, self.ground), f"国名 {nation}")
        if organ[0] == "nation":
            return self._bind(title, ("中国", "中华人民共和国") if organ[1] == "中国" else (organ[1],), "职务所属")
        names, why = self._governing_names(title, before, organ)
        return self._bind(title, names, why) if names else title

    def _bind(self, title: Bound, names: Sequence[str], why: str) -> Bound:
        thing = self.register.add("Organization", names)
        return Bound(title.spot, (thing,), f"{title.spot.text} → {self.register.first(thing)}：{why}")

    def _of_session(self, title: Bound) -> Bound:
        """李四、王五等委员: of the 政协 or 人大 whose session the article tells of, the one last named before."""
        body = "政协" if title.spot.text == "委员" else "人大"
        return self._last_named(title, body, self.sheet.flat[: title.start])

    def _of_standing_committee(self, title: Bound) -> Bound:
        """常委会副主任, 常委会副委员长: of the standing committee whose session the article tells of."""
        if title.spot.text.endswith("委员长"):
            return self._bind(title, ("全国人大常委会",), "职务所属")
        return self._last_named(title, "人大常委会", self.sheet.article.title + "\n" + self.sheet.flat[: title.start])

    def _last_named(self, title: Bound, body: str, told: str) -> Bound:
        named = re.findall(rf"(全国|自治区|省|市|州|县|区)(?:[^,。;省市州县区]{{0,8}})?{body}", told)
        if not named:
            return title
        found = ("全国" + body,) if named[-1] == "全国" else (relative_names(named[-1] + body, self.ground) or ((),))[0]
        return self._bind(title, found, f"上文 {named[-1]}{body}") if found else title

    def _governing_names(
        self, title: Bound, before: Sequence[Bound], organ: tuple[str, str]
    ) -> tuple[tuple[str, ...], str]:
        """The government's names and why: by the place right before, the chain before, else the paper's ground."""
        level, body = organ
        if before and before[-1].end == lead(self.sheet, title.start)[0] and before[-1].type == "Location":
            place = before[-1].spot.text
            division = self.ground.division(place)
            return (organ_names(division, body) if division else (place + body, place)), f"地名 {place}"
        division = self.ground.division(before[-1].spot.text) if before and level == "region" else None
        if division is not None and division.name.endswith(_LEVEL_OF["region"]):
            return organ_names(division, body), f"地名 {division.name}"
        if before and re.fullmatch(r"[^。;]{0,14}", self.sheet.flat[before[-1].end : title.start]):
            name = self.register.first(before[-1].things[0]) if before[-1].things else ""
            division = self._seat(name, level)
            if division is not None:
                return organ_names(division, body), f"承前 {name}"
        division = self.ground.at_level(_LEVEL_OF[level]) if level in _LEVEL_OF else None
        return (organ_names(division, body), f"本报属地 {division.name}") if division else ((), "")

    def _seat(self, organ: str, level: str) -> Division | None:
        """The division of this level with which an organ's name starts (越西县委 → 越西县)."""
        for length in range(min(len(organ) - 1, 12), 1, -1):
            head = organ[:length]
            if head[-1] in "省市州盟县区旗" and head[-1] == _LEVEL_OF.get(level, "")[-1:]:
                division = self.ground.division(head) or next(iter(find_division(head)), None)
                if division is not None:
                    return division
        return None
