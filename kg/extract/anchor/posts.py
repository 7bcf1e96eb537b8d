"""Posts that name their organ by themselves: 省长 is of the province's government, 等委员 of the session's 政协."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from kg.extract.anchor.nations import is_of_no_land, nation_told
from kg.extract.anchor.offices import (
    Office,
    behind_lead,
    chained_nation,
    delegation,
    nation_before,
    nation_of_body,
    office,
)
from kg.extract.anchor.organs import bare_name, government_names, organ_names, relative_names
from kg.extract.anchor.places import Ground
from kg.extract.anchor.register import Register
from kg.extract.anchor.towns import last_town
from kg.extract.annotated import Bound
from kg.extract.mention.titles import lead, office_of
from kg.extract.sheet import Sheet
from kg.language.classes import DIVISIONS, NUMERALS, RANKS, TOWNS, VILLAGES, all_of, one_of
from kg.language.countries import is_country, nation_end
from kg.language.divisions import Division
from kg.language.divisions import find as find_division
from kg.language.lexicon import table, word_set
from kg.language.names import minority_name, surname_of
from kg.language.text import behind_last, is_han

_RANK = re.compile(r"^(?:常务|代理|专职|第一|看守|临时|过渡|候任)?(?:副|代)?")
_CHAINED = re.compile(r"[\u3400-\u9fff]{2,8}[、,兼](?:政府)?")
_PARTY_POST = re.compile(r"(?:常务)?副?(?P<office>组织|宣传|统战)部长")
_LISTED = re.compile(rf"等\d*[{NUMERALS}]*(?:位|名)?$")
_LINK = re.compile("(?:以及|[、和与及])$")
# 云岭社区党委书记、|主任: of the committee that is no party's.
_TWO_HATS = re.compile(
    rf"(?P<seat>[\u3400-\u9fff]{{1,14}}?(?P<kind>{VILLAGES}|街道|开发区|高新区|经开区|园区|新区|管理区))"
    "(?:党委|党总支|党支部|党工委)$"
)
_CIVIL = {
    "村": ("村委会", "村民委员会"), "屯": ("村委会", "村民委员会"), "社区": ("居委会", "居民委员会"),
    "街道": ("办事处", "办事处"),
}  # fmt: skip
_SECRETARY = re.compile("副?书记[、兼]")
_LONGEST_FIELD, _LONGEST_MATTER = 16, 8
_NOUNS = ("n", "nz", "vn", "an", "nt", "ORG", "c")
_VILLAGE = re.compile(rf"(?P<seat>[\u3400-\u9fff]{{1,10}}(?:{VILLAGES}))(?:{one_of('organs_of_villages')})?$")
# 某市某区某办事处|阳山村
_IN_TOWN = re.compile(rf"(?:{TOWNS}|办事处)(?P<seat>[\u3400-\u9fff]{{1,6}}(?:{VILLAGES}))$")
_VILLAGE_POST = re.compile(
    r"(?P<organ>村委会|居委会|村支部|村党支部|村党总支|村党委)副?(?:主任|书记)|(?P<short>村支书|村主任|村书记)$"
)
_VILLAGE_BRANCH = re.compile(r"(?P<organ>党支部|党总支|党委|党组织|团支部|团总支|团委)副?书记$")
_OF_STATE = (
    *("总统", "首相", "国王", "女王", "国务卿", "总理", "部长", "大臣", "外长", "防长", "财长", "外相"),
    *("官房长官", "官房副长官"),
)
_HEADS_OF_STATE = ("总统", "首相", "总理", "国王", "女王", "国务资政")
_THIS_NATION = ("该国", "这个国家", "这一国家")
_DEEDS = ("v", "vd", "p", "c", "d", "ad", "TIME", "t")
# 石门社区|书记
_OF_COMMUNITIES = all_of("posts_of_villages")
_OF_THAT_VILLAGE = frozenset(_OF_COMMUNITIES) - {"委员", "负责人"}
_SENT_HERE = "驻村第一书记"
_VILLAGE_SEATS, _SHORTEST_SEAT = (*all_of("villages"), "居民区", "小区"), 2
_THAT_VILLAGE = re.compile("(?P<kind>村|社区)(?P<organ>党组织)?$")
_LONGEST_CALL = 5
_CALLS = (*_NOUNS, "LOC", "ns", "PER", "nr", "nw", "f", "s", "m")
_ALL_OF_THEM = ("所有", "各", "每", "全", "该", "本", "多个", "其他", "周边", "一些", "许多")
_TOWN_POST = re.compile(r"(?P<organ>党委|党工委|纪委|人大)副?(?:书记|委员|主席)$")
_TOWN = re.compile(r"(?:镇|乡|街道)$")
_TOWN_BODY = re.compile(r"(?P<seat>[\u3400-\u9fff]{2,12}?(?:[镇乡]|街道))(?:党委|党工委|政府|人民政府|人大|办事处)?$")
_TOWN_HEADS = ("镇长", "乡长", "书记", "主席", "主任", "委员")
_LONGEST_LIST = 40
_OF_COMMITTEES = ("副书记", "主任", "委员", "负责人", "主席", "支书")
_VILLAGE_REACH = 5  # sentences before a post in which the village that it is of may be named
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
    "state": "邦",
}


def _governs(place: str, level: str, body: str) -> tuple[str, ...]:
    """The names of what governs a place that no table knows: 纽约 and 市 give 纽约市政府."""
    kind = _LEVEL_OF.get(level, "") if level != "region" else ""
    seat = place if not kind or place.endswith(kind) else place + kind
    return tuple(dict.fromkeys((seat + body, place + body, place)))


@cache
def _governing() -> dict[str, tuple[str, str]]:
    return {title: (level, body) for title, level, body in table("governing_titles")}


def governed(title: str) -> tuple[str, str] | None:
    """The level and the organ that a title names by itself (副省长: province, 政府), or None."""
    title = office_of(title)
    return _governing().get(_RANK.sub("", title)) or _governing().get(title)


def bind_posts(
    sheet: Sheet, titles: Sequence[Bound], bounds: Sequence[Bound], register: Register, ground: Ground
) -> list[Bound]:
    """The titles; those that name their organ without an organisation right before them are bound to it."""
    bodies = sorted((b for b in bounds if b.type in ("Organization", "Location")), key=lambda b: b.start)
    people = tuple(b for b in bounds if b.type == "Person")
    binder = _Binder(sheet, register, ground, tuple(bodies), people, tuple(titles))
    return [binder.bound(title) for title in titles]


@dataclass(frozen=True)
class _Binder:
    """What binding a title looks at: the page's bodies and places by offset, and its people."""

    sheet: Sheet
    register: Register
    ground: Ground
    bodies: tuple[Bound, ...]
    people: tuple[Bound, ...]
    titles: tuple[Bound, ...]

    @cached_property
    def posts(self) -> dict[int, int]:
        """The start of each post by its end."""
        return {title.end: title.start for title in self.titles}

    def bound(self, title: Bound) -> Bound:
        """The title with the organ that it names, or as it was."""
        start, flat = self.sheet.sentence(title.start)[0], self.sheet.flat
        at = lead(self.sheet, title.start)[0]
        before = [b for b in self.bodies if b.end <= title.start and b.end >= start]
        last = before[-1] if before and before[-1].end == at else None
        sent = delegation(flat, title)
        if sent:
            return self._bind(title, (sent,), "常驻")
        if last is not None and last.type == "Organization":
            return title
        if flat.endswith("常委会", 0, title.start):
            return self._of_standing_committee(title)
        if title.spot.text in ("委员", "代表", "常委") and (
            _LISTED.search(flat, max(0, title.start - 12), title.start)
            or any(b.end == title.start for b in self.people)
        ):
            return self._of_session(title)
        return self._of_organ(title, before)

    def _of_organ(self, title: Bound, before: Sequence[Bound]) -> Bound:
        """省长, 总理, 尼泊尔|总统, 自治区|主席: a post that has its organ in its name."""
        start = lead(self.sheet, title.start)[0]
        place = before[-1].spot.text if before and self._right_before(before[-1], title, "Location") else ""
        found = (
            self._of_community(title, before)
            or self._of_village(title, before)
            or self._of_town(title, before)
            or self._of_party(title, before)
            or office(self.sheet.flat, title, start, place, self._nation_beside(title, start))
        )
        if found is None:
            found = self._of_state(
                title, before, nation_before(self.sheet.flat, start) or self._nation_of(before, start)
            )
        return self._bind(title, *found) if found is not None and found[0] else title

    def _chained(self, title: Bound, start: int) -> str:
        """The foreign country of the chain in which the post stands, over what its ministry is for: 兼|贸易|部长."""
        floor = max(0, start - _LONGEST_FIELD)
        marks = "兼、," if self._is_foreigner(title) else "兼、"
        joint = behind_last(self.sheet.flat, marks, start, floor)
        if "," in self.sheet.flat[joint:start]:
            return ""  # 甲国副总理兼外长乙,|某党对外部|部长: a chain of somebody else
        people = self._persons if self._is_foreigner(title) else {}
        return chained_nation(self.sheet.flat, joint or start, self.posts, self._named, people)

    @cached_property
    def _persons(self) -> dict[int, int]:
        """The start of each person's name by its end."""
        return {person.end: person.start for person in self.people}

    @cached_property
    def _named(self) -> dict[int, str]:
        """The names of the bodies by their end."""
        return {body.end: body.spot.text for body in self.bodies if body.type == "Organization"}

    def _of_another_party(self, title: Bound) -> bool:
        """Whether 总书记 stands beside somebody who has not held that post in the party of this country."""
        beside = {b.spot.text for b in self.people if b.end == title.start or b.start == title.end}
        return title.spot.text == "总书记" and bool(beside - word_set("general_secretaries"))

    def _is_ours(self, title: Bound) -> bool:
        """Whether who is named beside the post has been of this country's government: 甲|总理."""
        beside = (b.spot.text for b in self.people if b.end == title.start or b.start == title.end)
        return any(name in word_set("officers_of_state") for name in beside)

    def _is_not_ours(self, title: Bound, organ: str) -> bool:
        """Whether a post that names an organ of the nation by itself is of another party or nation, or a longer one."""
        if self._of_another_party(title) or self._is_foreigner(title) or self._of_another_state(title):
            return True
        heads = organ in ("国务院", "全国人大常委会")
        return heads and (self._of_no_land(title) or self._goes_on(title))

    def _of_no_land(self, title: Bound) -> bool:
        """Whether 总理 stands beside somebody who has not held that post in this country, on a page about others."""
        beside = [b.spot.text for b in self.people if b.end == title.start or b.start == title.end]
        head = title.spot.text.endswith("总理") and not title.spot.text.endswith("助理")
        return head and bool(beside) and all(is_of_no_land(self.sheet.flat, name) for name in beside)

    def _goes_on(self, title: Bound) -> bool:
        """Whether 委员长 is only the end of a longer post: 国家公安|委员长."""
        start = lead(self.sheet, title.start)[0]
        before = self.sheet.flat[start - 1 : start]
        return title.spot.text.endswith("委员长") and is_han(before) and before not in "和与由向及同"

    def _of_another_state(self, title: Bound) -> bool:
        """Whether nobody is named beside the post, and its sentence tells of what this nation has not: 总统和|总理."""
        if any(b.end == title.start or b.start == title.end for b in self.people):
            return False
        start, end = self.sheet.sentences[self.sheet.sentence_index(title.start)]
        told = self.sheet.flat[start:end]
        return any(word in told for word in all_of("of_other_states")) and not any(
            word in told for word in all_of("of_this_state")
        )

    def _is_foreigner(self, title: Bound) -> bool:
        """Whether the one beside the title has no name of this country: 拉尔松|总理."""
        beside = [b.spot.text for b in self.people if b.end == title.start or b.start == title.end]
        return any(surname_of(name) is None and minority_name(name) is False for name in beside)

    def _nation_of_holder(self, title: Bound) -> str:
        """The foreign country whose post the one beside the title has elsewhere: 甲国总理乙…。会见|乙|总理."""
        beside = next((b for b in self.people if b.end == title.start or b.start == title.end), None)
        if beside is None:
            return ""
        own = {b.start for b in self.people if b.things == beside.things}
        starts = (lead(self.sheet, other.start)[0] for other in self.titles if other.end in own)
        nations = (nation_before(self.sheet.flat, start) for start in starts)
        return next((nation for nation in nations if nation not in ("", "中国")), "")

    def _nation_listed(self, title: Bound) -> str:
        """The foreign country of the post before it in a list of people: 甲国总理乙和|第一副总理|丙."""
        start = lead(self.sheet, title.start)[0]
        link = _LINK.search(self.sheet.flat, max(0, start - 2), start)
        end = self._persons.get(link.start()) if link is not None else None
        if end is None or end not in self.posts:
            return ""
        nation = nation_before(self.sheet.flat, lead(self.sheet, self.posts[end])[0])
        return "" if nation == "中国" else nation

    def _nation_told(self, title: Bound) -> str:
        """The foreign country whose party or state the sentence names first: 甲,乙共中央总书记;丙,|政府总理."""
        start = self.sheet.flat.rfind("。", 0, title.start) + 1  # a list goes on behind its semicolons
        if any(word in self.sheet.flat[start : title.end] for word in all_of("of_this_state")):
            return ""
        first = next((b for b in self.bodies if b.type == "Organization" and start <= b.start < title.start), None)
        return nation_of_body(first.spot.text) if first is not None else ""

    def _nation_beside(self, title: Bound, start: int) -> str:
        """The foreign country of the chain or list in which a post of state stands, or the only one told of so far.

        甲国总统乙和|外长|丙; |财政部长|丁表示, where the name is none of this country.
        """
        chained = self._chained(title, start)
        if chained or not title.spot.text.endswith(_OF_STATE):
            return chained
        if self.sheet.flat.endswith(_THIS_NATION, 0, start):
            return self._nation_named(start) if self._is_held(title) else ""
        opens = self.sheet.flat[start - 1 : start] in ("", *"。,;:\n”与和同") or self._behind_deed(title, start)
        told = opens or self._behind_matter(start)
        alone = opens and (self._only_nation(title) if self._is_foreigner(title) else "")
        return self._nation_listed(title) or alone or (nation_told(self.sheet.flat, start) if told else "")

    def _behind_deed(self, title: Bound, start: int) -> bool:
        """Whether a verb or a word of grammar stands right before the post of a head of state: 扣押|总统|甲."""
        heads = title.spot.text.endswith(_HEADS_OF_STATE) and self._is_held(title)
        before = self.sheet.token_at(start - 1) if heads else None
        return before is not None and before.end == start and (before.tag in _DEEDS or before.text == "了")

    def _is_held(self, title: Bound) -> bool:
        """Whether somebody is named right beside the post."""
        return any(b.end == title.start or b.start == title.end for b in self.people)

    def _nation_named(self, start: int) -> str:
        """The foreign country that the words 该国 before the post point at: the one named last; or nothing."""
        places = (b for b in reversed(self.bodies) if b.end < start)
        named = (
            b.spot.text if b.type == "Location" and is_country(b.spot.text) else nation_of_body(b.spot.text)
            for b in places
        )
        return next((nation for nation in named if nation not in ("", "中国", "中华人民共和国")), "")

    def _behind_matter(self, start: int) -> bool:
        """Whether nothing but what a ministry is for stands between a mark and the post: 副总理兼|卫生|部长."""
        flat = self.sheet.flat
        left = behind_lead(flat, behind_last(flat, "。,;:“”、兼\n", start), start)
        matter = self.sheet.words_in(left, start)
        return 0 < start - left <= _LONGEST_MATTER and all(word.tag in _NOUNS for word in matter)

    def _only_nation(self, title: Bound) -> str:
        """The only foreign country that the text has named so far: 尼国政府…。|总统|甲表示."""
        places = (b.spot.text for b in self.bodies if b.type == "Location" and b.start < title.start)
        bodies = (
            nation_of_body(b.spot.text) for b in self.bodies if b.type == "Organization" and b.start < title.start
        )
        named = {*(place for place in places if is_country(place)), *bodies} - {"", "中国", "中华人民共和国"}
        return next(iter(named)) if len(named) == 1 else ""

    def _nation_of(self, before: Sequence[Bound], start: int) -> str:
        """The country with which the body before in the chain begins: 甲国某党主席、|政府|总理."""
        last = before[-1] if before else None
        if last is None or last.type != "Organization" or not _CHAINED.fullmatch(self.sheet.flat, last.end, start):
            return ""
        return last.spot.text[: nation_end(last.spot.text)]

    def _of_state(self, title: Bound, before: Sequence[Bound], nation: str) -> Office | None:
        """The organ of a title that names it by itself; nation: the country's name right before."""
        organ = governed(title.spot.text)
        if organ is None and title.spot.text.endswith("主席") and self.sheet.flat.endswith("自治区", 0, title.start):
            organ = ("autonomous", "政府")
        if organ is None:
            return None
        if organ[0] == "nation":
            told = self._nation_of_holder(title) or self._nation_listed(title) or self._nation_told(title)
            nation = nation or told or (self._only_nation(title) if self._is_foreigner(title) else "")
            nation = nation or ("" if self._is_ours(title) else nation_told(self.sheet.flat, title.start))
        if nation not in ("", "中国"):
            names = (nation + organ[1],) if organ[1].endswith("部") else government_names(nation, self.ground)
            return names, f"国名 {nation}"
        if organ[0] == "nation" and self._is_not_ours(title, organ[1]):
            return None
        if organ[0] == "nation":
            return ("中国", "中华人民共和国") if organ[1] == "中国" else (organ[1],), "职务所属"
        return self._governing_names(title, before, organ)

    def _right_before(self, bound: Bound, title: Bound, kind: str) -> bool:
        return bound.type == kind and bound.end == lead(self.sheet, title.start)[0]

    def _of_village(self, title: Bound, before: Sequence[Bound]) -> Office | None:
        """某村党支部书记、|村委会主任: of the committee of the village or neighbourhood named last in the sentence."""
        if title.spot.text in ("主任", "副主任"):
            return self._of_two_hats(title, before)
        post = _VILLAGE_POST.match(title.spot.text)
        kinds = all_of("villages")
        if post is None:
            post = _VILLAGE_BRANCH.match(title.spot.text)
            start = lead(self.sheet, title.start)[0]
            start -= self.sheet.flat.endswith("的", 0, start)
            kind = next((kind for kind in kinds if self.sheet.flat.endswith(kind, 0, start)), None)
            kinds = (kind,) if kind is not None else ()
        if post is None or not kinds:
            return self._of_that_village(title)
        seats = [
            match["seat"] for b in before if (match := _VILLAGE.match(b.spot.text) or _IN_TOWN.search(b.spot.text))
        ]
        seats = seats or self._villages(title)
        seats = [seat for seat in seats if seat.endswith(kinds)]
        if not seats:
            return None
        seat = seats[-1]
        organ = post["organ"] or ("村委会" if post["short"] == "村主任" else "党支部")
        if organ.endswith(("支部", "总支", "委", "组织")) and organ != "村委":
            organ = organ.removeprefix("村")
            return (seat + ("党支部" if organ == "支部" else organ),), f"承前 {seat}"
        if organ == "居委会":
            return (seat + "居委会", seat + "居民委员会"), f"承前 {seat}"
        return (seat + "村委会", seat + "委会", seat.removesuffix("村") + "村民委员会"), f"承前 {seat}"

    def _of_that_village(self, title: Bound) -> Office | None:
        """石门村…。|村|书记, |社区|党组织书记: of the village or neighbourhood that the sentences before name."""
        text = title.spot.text
        if text == _SENT_HERE and self._is_held(title):
            seats = [s for s in self._villages(title) if not s.startswith(_ALL_OF_THEM)]
            return ((seats[-1],), f"承前 {seats[-1]}") if seats else None
        kind = next((kind for kind in ("社区", "村") if text.startswith(kind)), "")
        post = text.removeprefix(kind)
        start = title.start + len(kind) if kind else lead(self.sheet, title.start)[0]
        that = _THAT_VILLAGE.search(self.sheet.flat, max(0, start - _LONGEST_CALL), start)
        token = self.sheet.token_at(that.start("kind")) if that is not None else None
        if that is None or token is None or token.text[: len(that["kind"])] != that["kind"]:
            return None
        before = self.sheet.token_at(that.start("kind") - 1)
        called = before is not None and before.end == that.start("kind") and before.tag in _CALLS  # 柳湾里|社区书记
        known = not _OF_THAT_VILLAGE.isdisjoint((post, text))
        if called or token.start != that.start("kind") or not known or not self._is_held(title):
            return None
        seats = [s for s in self._villages(title) if s.endswith(that["kind"]) and not s.startswith(_ALL_OF_THEM)]
        if not seats:
            return None
        seat, organ = seats[-1], that["organ"] or ("党支部" if that["kind"] == "村" else "")
        if not post.endswith("书记"):
            return (seat,), f"承前 {seat}"
        return ((seat + organ,) if organ else (seat, seat + "党支部")), f"承前 {seat}"

    def _of_community(self, title: Bound, before: Sequence[Bound]) -> Office | None:
        """石门社区|书记: of the neighbourhood or village itself, whose name stands right before."""
        named = title.spot.text != "负责人" or self._is_held(title)
        if title.spot.text not in _OF_COMMUNITIES or not before or not named:
            return None
        seat = self._village_listed(before[-1], title)
        if seat:
            return (seat,), f"承前 {seat}"
        sent = self.sheet.flat.endswith("驻", 0, before[-1].start)  # 某局驻|石门村|第一书记
        seat = before[-1].spot.text if self._right_before(before[-1], title, "Location") and not sent else ""
        led = seat.endswith(_VILLAGE_SEATS) and len(seat) > _SHORTEST_SEAT
        if not led:
            return None
        return ((seat, seat + "党支部") if title.spot.text.endswith("书记") else (seat,)), f"地名 {seat}"

    def _village_listed(self, last: Bound, title: Bound) -> str:
        """The village of the post before in a list: 石门村党总支书记甲、|村医|乙; or nothing."""
        seat = _VILLAGE.match(last.spot.text) if last.type == "Organization" else None
        start = lead(self.sheet, title.start)[0]
        alone = title.spot.text in all_of("posts_of_villages") and not title.spot.text.endswith(_OF_COMMITTEES)
        listed = self.sheet.flat[start - 1 : start] in ("、", ",", "和", "与", "兼") and alone
        return seat["seat"] if seat is not None and listed and start - last.end < _LONGEST_LIST else ""

    def _of_two_hats(self, title: Bound, before: Sequence[Bound]) -> Office | None:
        """某社区党委书记、|主任, 某街道党工委书记、|主任: of the body beside the party's, as its committee has none."""
        last = before[-1] if before else None
        seat = _TWO_HATS.search(last.spot.text) if last is not None and last.type == "Organization" else None
        if last is None or seat is None or not _SECRETARY.fullmatch(self.sheet.flat, last.end, title.start):
            return None
        kind = "村" if seat["kind"] == "嘎查" else seat["kind"]
        body, long = _CIVIL.get(kind, ("管委会", "管理委员会"))
        return (seat["seat"] + body, seat["seat"] + long), f"承前 {seat['seat']}"

    def _of_town(self, title: Bound, before: Sequence[Bound]) -> Office | None:
        """在某县某镇,|党委书记|甲…: of the committee of the town whose name stands right before the clause."""
        last, office = before[-1] if before else None, _TOWN_POST.match(title.spot.text)
        if last is None or office is None:
            return None
        if last.type == "Location" and _TOWN.search(last.spot.text):
            between = self.sheet.flat[last.end : title.start]
            if between in ("", ",", "原", "前"):
                return (last.spot.text + office["organ"],), f"上文 {last.spot.text}"
        seat = self._town_listed(last, title)
        return ((seat + office["organ"],), f"承前 {seat}") if seat else None

    def _town_listed(self, last: Bound, title: Bound) -> str:
        """The town of the post before in a list of its heads: 某镇镇长甲、|人大主席|乙; or nothing."""
        start = lead(self.sheet, title.start)[0]
        seat = _TOWN_BODY.match(last.spot.text)
        end = seat.end("seat") if seat is not None else 0
        listed = self.sheet.flat[start - 1 : start] in ("、", ",", "和", "与", "兼") and self._is_held(title)
        posts = [t for t in self.titles if last.end <= t.start < title.start]
        between = self.sheet.flat[last.end : start]
        heads = bool(posts) and posts[0].spot.text.endswith(_TOWN_HEADS) and len(between) < _LONGEST_LIST
        return last.spot.text[:end] if end and listed and heads else ""

    def _villages(self, title: Bound) -> list[str]:
        """The villages and neighbourhoods that the sentences shortly before the title name."""
        first = max(self.sheet.sentence_index(title.start) - _VILLAGE_REACH, 0)
        start = self.sheet.sentences[first][0]
        near = (b for b in self.bodies if start <= b.start and b.end <= title.start)
        return [match["seat"] for b in near if (match := _VILLAGE.match(b.spot.text))]

    def _of_party(self, title: Bound, before: Sequence[Bound]) -> Office | None:
        """某市委常委、|组织部长: of the department of the committee named before."""
        match = _PARTY_POST.fullmatch(title.spot.text)
        parents = [b for b in before if b.type == "Organization" and b.things]
        if match is None or not parents:
            return None
        parent = self.register.first(parents[-1].things[0])
        name = bare_name(parent, match["office"] + "部")
        return ((name,), f"承前 {parent}") if name else None

    def _bind(self, title: Bound, names: Sequence[str], why: str) -> Bound:
        thing = self.register.add("Organization", names)
        return Bound(title.spot, (thing,), f"{title.spot.text} → {self.register.first(thing)}：{why}")

    def _of_session(self, title: Bound) -> Bound:
        """李四、王五等委员: of the 政协 or 人大 whose session the article tells of, the one last named before."""
        body = "政协" if title.spot.text == "委员" else "人大"
        if title.spot.text == "常委":
            flat = self.sheet.flat[: title.start]
            body = "政协" if flat.rfind("政协") >= flat.rfind("人大") else "人大"
        return self._last_named(title, body, self.sheet.flat[: title.start])

    def _of_standing_committee(self, title: Bound) -> Bound:
        """常委会副主任, 常委会副委员长: of the standing committee whose session the article tells of."""
        if title.spot.text.endswith("委员长"):
            return self._bind(title, ("全国人大常委会",), "职务所属")
        return self._last_named(title, "人大常委会", self.sheet.article.title + "\n" + self.sheet.flat[: title.start])

    def _last_named(self, title: Bound, body: str, text: str) -> Bound:
        named = list(re.finditer(f"(全国|{DIVISIONS})(?:[^,。;省市州县区]{{0,8}})?{body}", text))
        ends = (body, body + "常委会")
        told = (b for b in reversed(self.bodies) if b.type == "Organization" and b.end <= title.start and b.things)
        last = next((b for b in told if b.spot.text.endswith(ends)), None)
        if last is not None and (not named or self.sheet.flat.rfind(named[-1].group(), 0, title.start) < last.end):
            return Bound(title.spot, last.things[:1], f"上文 {last.spot.text}")
        if not named:
            return title
        level = named[-1].group(1)
        found = ("全国" + body,) if level == "全国" else (relative_names(level + body, self.ground) or ((),))[0]
        return self._bind(title, found, f"上文 {level}{body}") if found else title

    def _governing_names(
        self, title: Bound, before: Sequence[Bound], organ: tuple[str, str]
    ) -> tuple[tuple[str, ...], str]:
        """The government's names and why: by the place right before, the chain before, else the paper's ground."""
        level, body = organ
        if before and self._right_before(before[-1], title, "Location"):
            place = before[-1].spot.text
            division = self.ground.division(place)
            return (organ_names(division, body) if division else _governs(place, level, body)), f"地名 {place}"
        written = self._written_before(title)
        if written:
            division = self.ground.division(written)
            return (organ_names(division, body) if division else _governs(written, level, body)), f"地名 {written}"
        division = self.ground.division(before[-1].spot.text) if before and level == "region" else None
        if division is not None and division.name.endswith(_LEVEL_OF["region"]):
            return organ_names(division, body), f"地名 {division.name}"
        if before and re.fullmatch(r"[^。;]{0,14}", self.sheet.flat[before[-1].end : title.start]):
            name = self.register.first(before[-1].things[0]) if before[-1].things else ""
            division = self._seat(name, level)
            if division is not None:
                return organ_names(division, body), f"承前 {name}"
        town = last_town(title.spot.text[-2], title.start, self.bodies, self.register) if level == "township" else None
        if town is not None:
            return (town + body,), f"上文 {town}"
        kind = _LEVEL_OF.get(level, "")
        open_yet = kind and self.ground.untold(self.sheet.flat, lead(self.sheet, title.start)[0], kind)
        division = self.ground.at_level(kind) if kind and not open_yet else None
        return (organ_names(division, body), f"本报属地 {division.name}") if division else ((), "")

    def _written_before(self, title: Bound) -> str:
        """The word right before the post that the tagger calls a place and no finder names: 纽约|市长."""
        start = lead(self.sheet, title.start)[0]
        token = self.sheet.token_at(start - 1) if start else None
        return token.text if token is not None and token.end == start and token.tag in ("LOC", "ns") else ""

    def _seat(self, organ: str, level: str) -> Division | None:
        """The division of this level with which an organ's name starts (越西县委 → 越西县)."""
        for length in range(min(len(organ) - 1, 12), 1, -1):
            head = organ[:length]
            if head[-1] in RANKS and head[-1] == _LEVEL_OF.get(level, "")[-1:]:
                division = self.ground.division(head) or next(iter(find_division(head)), None)
                if division is not None:
                    return division
        return None
