"""Posts whose body stands further off: 甲局党组成员乙、|副局长|丙; 公司|董事长|丁; 大会选举戊为|副会长."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from msgspec.structs import replace

from kg.extract.anchor.branches import owner_of_department
from kg.extract.anchor.leveled import CALL, house_of_level
from kg.extract.anchor.organs import bare_level
from kg.extract.anchor.outer import of_outer
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.mention.context import STOCK_CODE
from kg.extract.mention.departments import is_bare_department, is_college
from kg.extract.mention.titles import TURNED, lead, names_post
from kg.extract.sheet import Sheet
from kg.language.classes import ORGANS, RANKS, ZONES, all_of, one_of
from kg.language.lexicon import any_of, table, words
from kg.language.organisations import is_company
from kg.language.text import behind_last, is_han

_ASIDE = re.compile(r"\([^()]*\)")
_LISTED = re.compile(r"[,、;]?(?:和|与|及|以及)?")
_CHAINED = re.compile(r"[、,兼和及暨]|兼任|以及")
_GIVEN = re.compile(f"(?:{one_of('holding_a_post')})[^,。;、]{{0,3}}$|等[0-9]+[人位名](?:同志)?为$")
_OTHERS_AS = re.compile("等[0-9]+人为$")
# 委|党组书记 is of no 青江区委.
_PARTY = re.compile(rf"(?:[{RANKS}]|党|工|纪|地|政法)委$")
# 曾任|甲集团|副总裁, 公司接待|甲证券|调研
_IN_PASSING = re.compile("(?:[曾历原]任|曾在|曾担任|此前担任|此前任|来自|接待了?)[^,。;、]{0,4}$")
_MARKS = ",、;。:()“” \n"
# 宗亲|会|会长: what the tagger may take for a verb ends a body's name.
_BODY_WORDS = "会部所院处局厅委办队组站社校"
_ITS = re.compile("的(?:一[名位])?$")
# An office that leans on the place of the post before it, and the organs of which that place is read.
_OFFICE = re.compile(
    r"(?<=[、,兼])(?![\u3400-\u9fff]?任)(?P<office>[\u3400-\u9fff]{1,9}(?:局|厅|委|办|院|办公室|研究室))$"
)
_LONGEST_OFFICE = 12
_SHORTEST_TAIL, _LONGEST_TAIL = 4, 10
_SEAT = re.compile(rf"(?P<seat>[\u3400-\u9fff]{{1,12}}?[{RANKS}])(?:{ORGANS})")
_REACH = 2
_OFTEN = 3
_FAR = 12  # mentions behind a post within which the sentence may name another body with a post
_BY = tuple("由与和")


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in table("post_bodies")}


@cache
def _call() -> tuple[dict[str, tuple[str, ...]], re.Pattern[str]]:
    calls = {row[0]: row[1:] for row in table("post_calls")}
    return calls, re.compile(f"(?:{any_of(calls)})$")


@cache
def _inner() -> re.Pattern[str]:
    """A title that names a body inside the organisation: 党组|成员, 工会|主席."""
    return re.compile(f"(?:{any_of(words('title_organs'))})")


def _turned(flat: str, end: int) -> bool:
    """Whether the words behind a post lead up to who holds it, a Chinese name: 董事长|为|甲."""
    verb = TURNED.match(flat, end)
    return verb is not None and is_han(flat[verb.end() : verb.end() + 1])


# Posts in the committees of a house, told without it: 某医院召开会议。|党委书记|甲讲话.
_HEADS_OF_HOUSES = ("站长", "馆长", "园长", "矿长", "场长", "厂长", "段长", "院长", "住持", "方丈", "讲解员")
_ZONE = re.compile(f"[\u3400-\u9fff]{{2}}(?:{ZONES}|景区|度假区|保护区|街道)$")
_SHORTEST_HOUSE = 3  # characters of a temple's name
_HOUSE_POSTS = ("党委", "党组", "纪委", "党总支", "工会", "机关党委")
_WHOLE_SCHOOL = re.compile("[\u3400-\u9fff]{2,10}?(?:大学|学院)(?=[\u3400-\u9fff]{2})")
_SCHOOLS = ("大学", "学院", "学校")
_TEACHERS = ("教授", "讲师", "研究员", "院长", "主任", "书记", "博导", "导师", "辅导员", "教师")
_RANKED = ("副", "常务副", "第一副", "专职副", "执行副", "名誉副")
_RANK = re.compile("^(?:名誉|荣誉|常务|第一|专职|执行|代理|代|副)+")


def _head(title: str) -> str:
    """The title without its rank: 常务副会长 → 会长."""
    return _RANK.sub("", title)


def _ends_with(names: Sequence[str], tail: str) -> bool:
    """Whether one of the names ends with these words and has others before them."""
    return any(name.endswith(tail) and len(name) > len(tail) + 1 for name in names)


def _trades(name: str) -> bool:
    """Whether the name ends with a trade, as short names of firms do: 青江电力."""
    return len(name) > 3 and name.endswith(words("firm_endings"))


def _wanted(post: Bound) -> tuple[str, ...]:
    """The last words of the bodies that have the post: 副局长 → 局; nothing where it tells of none."""
    if post.spot.by == "department":
        return ("any",)
    title = post.spot.text.removesuffix("助理")
    known = (title[at:] for at in range(len(title) - 1))
    own = next((_endings()[head] for head in known if head in _endings()), ())
    return ("any", *own) if _inner().match(title) else own


def _joined(seat: str, office: str) -> str:
    """The name of an office in its place, whose level it may say again: 云岭自治区|自治区公安厅, 青江市|市公安局."""
    level = bare_level(office) or ""
    return seat + office[len(level) if level and seat.endswith(level) else 0 :]


def heirs(sheet: Sheet, posts: Sequence[Bound], bounds: Sequence[Bound], register: Register) -> list[Bound]:
    """The posts; those without a body of their own are bound to the one that the text before them speaks of."""
    kinds = ("Person", "Organization", "Location")
    ordered = sorted([*(b for b in bounds if b.type in kinds), *posts], key=lambda b: (b.start, -b.end))
    finder = _Finder(sheet, register, [], {})
    for bound in ordered:
        if finder.items and bound.end <= finder.items[-1].end:
            finder.inner.setdefault(bound.start, bound)
        else:
            finder.items.append(bound)
    for at, bound in enumerate(finder.items):
        if bound.type == "Title" and not bound.things:
            finder.items[at] = finder.bound(at)
    return [bound for bound in finder.items if bound.type == "Title"]


@dataclass(frozen=True)
class _Finder:
    """The sheet, the register and what is named in the article by offset; posts are replaced as they are bound.

    inner: what lies inside the name of something else, the longest by its start.
    """

    sheet: Sheet
    register: Register
    items: list[Bound]
    inner: dict[int, Bound]

    def bound(self, at: int) -> Bound:
        """The post at this index with its body, or as it was."""
        title, before = self.items[at], self.items[at - 1] if at else None
        if before is not None and before.type in ("Organization", "Location") and self._leads_up(before, title):
            return title
        if before is not None and before.type == "Title" and self._linked(before, title):
            return self._of_outer(at) or title
        chain = self._chain(at)
        start = lead(self.sheet, title.start)[0]
        found = self._called(at, start, before) or self._of_seat(at, start) or self._by_tail(at, start)
        if found is None and (self._opens(start, before) or self._opens(title.start, before)):
            found = self._listed(at, chain) or self._near(at, chain) or self._behind_name(at)
        return found or title

    def _of_outer(self, at: int) -> Bound | None:
        """某局办公室主任、|副局长: a post of the whole behind one of its part, in one chain."""
        title, first = self.items[at], at - 1
        if _head(title.spot.text) == _head(self.items[first].spot.text):
            return None  # 某会机构部副主任、|主任
        while first > 0 and self.items[first].type == "Title" and not self.items[first].things:
            if self.items[first - 1].type == "Title" and not self._linked(self.items[first - 1], self.items[first]):
                return None
            first -= 1
        things = self.items[first].things
        name = self.register.first(things[0]) if self.items[first].type != "Person" and things else ""
        outer = of_outer(title.spot.text, _wanted(title), name) if name else ""
        if not outer:
            return None
        known = next((b for b in self.items if b.things and outer in self.register.names(b.things[0])), None)
        thing = known.things[0] if known is not None else self.register.add("Organization", [outer])
        reason = f"{title.spot.text} → {self.register.first(thing)}：承前 {name}"
        return replace(title, things=(thing,), reason=reason)

    def _behind_name(self, at: int) -> Bound | None:
        """甲|董事长|讲话: somebody whose post nothing else tells, of the only such body that was named before."""
        person, title = self.items[at - 1] if at else None, self.items[at]
        if person is None or person.type != "Person" or person.end != title.start or person.things[:1] in self._titled:
            return None
        beside = self._school_of(at - 1) if title.spot.text.endswith(_TEACHERS) else None
        if beside is not None:
            return self._bind(title, beside, "上文")
        led = self._named(at, self._chain(at))
        ends = tuple(end for end in _wanted(title) if end != "any")
        if led or not title.spot.text.endswith(all_of("heads_called_by_name")):
            return None
        fits = [b for b in self.items[:at] if b.type == "Organization" and b.things and self._fits(b.things, ends)]
        floor = self.sheet.sentences[max(self.sheet.sentence_index(title.start) - _REACH, 0)][0]
        alone = len({b.things[0] for b in fits}) == 1 and fits[-1].start >= floor
        return self._bind(title, fits[-1], "上文") if alone else None

    def _school_of(self, at: int) -> Bound | None:
        """The school of the teacher at this index: 该校|甲|教授, 某大学校长甲,|法学院|乙|教授."""
        flat, start = self.sheet.flat, self.items[at].start
        calls, pattern = _call()
        call = pattern.search(flat, max(0, start - 6), start)
        mark = behind_last(flat, _MARKS, start, max(0, start - _LONGEST_OFFICE))
        college = bool(mark) and is_college(flat[mark:start])
        ends = calls[call.group()] if call is not None and not college else _SCHOOLS
        if not college and (call is None or not set(ends) & set(_SCHOOLS)):
            return None
        floor = self.sheet.sentence(start)[0] if college else 0
        return self._back(at, floor, ends, "Organization") or self._school_inside(at, floor)

    def _school_inside(self, at: int, floor: int) -> Bound | None:
        """The school of whose part the text spoke last: 某大学法学院学生在|该校|甲教授带领下."""
        bodies = (b for b in reversed(self.items[:at]) if b.type == "Organization" and b.things and b.start >= floor)
        part = next(((b, name) for b in bodies if (name := _WHOLE_SCHOOL.match(b.spot.text)) is not None), None)
        if part is None:
            return None
        body, name = part
        return replace(body, things=(self.register.add("Organization", [name.group()]),))

    @cached_property
    def _titled(self) -> frozenset[tuple[int, ...]]:
        """Who stands behind a post somewhere."""
        around = ((a, b) for a, b in pairwise(self.items) if a.end == b.start)
        return frozenset(b.things[:1] for a, b in around if a.type == "Title" and b.type == "Person")

    def _opens(self, start: int, before: Bound | None) -> bool:
        """Whether nothing that could belong to a body's name ends at this offset."""
        if start == self.sheet.sentence(start)[0] or self.sheet.flat[start - 1] in _MARKS:
            return True
        if _OTHERS_AS.search(self.sheet.flat, max(0, start - 8), start):
            return True  # 等5|人为|副主席, which looks like a word
        token = self.sheet.token_at(start - 1)
        grammar = (
            token is not None and token.end == start and token.tag in ("v", "p", "c") and token.text not in _BODY_WORDS
        )
        return grammar or (before is not None and before.type == "Person" and before.end == start)

    def _leads_up(self, body: Bound, title: Bound) -> bool:
        start = lead(self.sheet, title.start)[0]
        return body.end == start or self._gap(body, title) in ("", "的")

    def _gap(self, one: Bound, other: Bound) -> str:
        start = lead(self.sheet, other.start)[0] if other.type == "Title" else other.start
        return _ASIDE.sub("", self.sheet.flat[one.end : max(one.end, start)]).strip(" \n“”《》")

    def _linked(self, one: Bound, other: Bound) -> bool:
        """Whether the second title goes on in the chain of the first; not 新任副会长,|秘书长|由乙兼任."""
        between = self._gap(one, other)
        return bool(_CHAINED.fullmatch(between)) and not (between == "," and _turned(self.sheet.flat, other.end))

    def _chain(self, at: int) -> list[Bound]:
        """The titles from this index on that stand in one chain: 党组成员、|副局长."""
        chain = [self.items[at]]
        for other in self.items[at + 1 :]:
            if other.type != "Title" or other.things or not self._linked(chain[-1], other):
                break
            chain.append(other)
        return chain

    def _called(self, at: int, end: int, before: Bound | None) -> Bound | None:
        """公司|董事长, 学校|党委书记: what stands right before the post is a call of a body named before."""
        calls, pattern = _call()
        its = _ITS.search(self.sheet.flat, max(0, end - 3), end)
        end = its.start() if its else end
        leveled = self._of_level(at, end, before)
        if leveled is not None:
            return leveled
        call = pattern.search(self.sheet.flat, max(0, end - 6), end)
        if call is None and self.items[at].spot.text.startswith("校"):
            call = pattern.match(self.sheet.flat, end, end + 1)  # 校|党委书记: the call is the title's first word
        led = call is not None and self.sheet.flat[call.start() - 1 : call.start()] in _BY  # 由|委|党组书记
        if call is None or not (led or (call.start() in self.sheet.edges and self._opens(call.start(), before))):
            return None
        ends = calls[call.group()]
        but = self._named_beside(at) | (self._party_committees if call.group() == "委" else frozenset())
        body = self._back(at, 0, ends, "Organization", but=but)
        if "company" in ends:
            body = self._issuer(body, at)
        if body is not None and "company" not in ends and not self._is_near_or_only(body, at, ends, but):
            return None
        if body is None:
            body = self._main_firm if "company" in ends else self._house_told(at, ends)
        if body is None and call.group().endswith("管委会"):
            body = self._of_zone(at, ("管委会", "管理委员会"))
        return self._bind(self.items[at], body, call.group())

    def _of_zone(self, at: int, organs: Sequence[str]) -> Bound | None:
        """The organ of the zone that the sentences shortly before name: 青江高新区…。管委会|主任|乙."""
        floor = self.sheet.sentences[max(self.sheet.sentence_index(self.items[at].start) - _REACH, 0)][0]
        zones = (b for b in reversed(self.items[:at]) if b.type == "Location" and b.things and b.start >= floor)
        zone = next((b for b in zones if _ZONE.search(self.register.first(b.things[0]))), None)
        if zone is None:
            return None
        name = self.register.first(zone.things[0])
        return replace(zone, things=(self.register.add("Organization", [name + organ for organ in organs]),))

    def _house_told(self, at: int, ends: Sequence[str]) -> Bound | None:
        """The house of the kind, elsewhere a place, that the sentences shortly before name: 石门动物园…。|园长|乙."""
        floor = self.sheet.sentences[max(self.sheet.sentence_index(self.items[at].start) - _REACH, 0)][0]
        place = self._back(at, floor, [end for end in ends if end != "any"], "Location")
        name = self.register.first(place.things[0]) if place is not None else ""
        if place is None or len(name) < _SHORTEST_HOUSE:
            return None
        return replace(place, things=(self.register.add("Organization", [name]),))

    def _of_level(self, at: int, end: int, before: Bound | None) -> Bound | None:
        """市局|局长, 省公司|总经理: of the house of this level that was named before."""
        starts = (end - size for size in (4, 3, 2) if CALL.fullmatch(self.sheet.flat, max(0, end - size), end))
        start = next((one for one in starts if one in self.sheet.edges and self._opens(one, before)), None)
        if start is None:
            return None
        told = [b for b in self.items[:at] if b.type == "Organization" and b.things and b.end <= start]
        call = self.sheet.flat[start:end]
        index = house_of_level(call, [self.register.first(b.things[0]) for b in told])
        return None if index is None else self._bind(self.items[at], told[index], call)

    @cached_property
    def _party_committees(self) -> frozenset[int]:
        """The committees of the party in a place: 委|党组书记 is of a commission, for they have no 党组."""
        bodies = (b for b in self.items if b.type == "Organization" and b.things)
        return frozenset(b.things[0] for b in bodies if _PARTY.search(self.register.first(b.things[0])))

    def _issuer(self, near: Bound | None, at: int) -> Bound | None:
        """The firm of which a post is told without its name: the article's, where the nearest is told of in passing.

        公司接待|甲证券|调研,财务总监…; 乙曾任|甲集团|副总裁。董事….
        """
        if near is None or not _IN_PASSING.search(self.sheet.flat, max(0, near.start - 8), near.start):
            return near
        main = self._main_firm
        return main if main is not None and main.start < self.items[at].start else None

    def _is_near_or_only(self, body: Bound, at: int, ends: Sequence[str], but: Collection[int]) -> bool:
        """Whether the body was named shortly before, or no other one of its kind was named before; but: not meant."""
        index = self.sheet.sentence_index(self.items[at].start)
        if body.start >= self.sheet.sentences[max(index - _REACH, 0)][0]:
            return True
        named = (b for b in self.items[:at] if b.type == "Organization" and b.things and b.things[0] not in but)
        return all(b.things == body.things or not self._fits(b.things, ends) for b in named)

    def _named_beside(self, at: int) -> frozenset[int]:
        """The bodies that have posts later in the sentence: 集团|董事长甲与乙集团|总裁丙 speaks of two."""
        end = self.sheet.sentence(self.items[at].start)[1]
        behind = [item for item in self.items[at + 1 : at + _FAR] if item.start < end]
        return frozenset(
            one.things[0]
            for one, other in pairwise(behind)
            if one.type == "Organization" and one.things and other.type == "Title" and self._leads_up(one, other)
        )

    def _of_seat(self, at: int, end: int) -> Bound | None:
        """西宁市副市长、|公安局局长: an office of the same place; 省政府副秘书长、|办公厅主任: one of the same body."""
        before, title = self.items[at - 1] if at else None, self.items[at]
        office = _OFFICE.search(self.sheet.flat, max(0, end - _LONGEST_OFFICE), end)
        if before is None or office is None or before.type != "Title" or before.end != office.start("office") - 1:
            return None
        if not office["office"].endswith(_wanted(title)):
            return None
        bodies = (
            [before] if before.things else [b for b in self.items[max(0, at - 2) : at - 1] if b.end == before.start]
        )
        name = self.register.first(bodies[0].things[0]) if bodies and bodies[0].things else ""
        seat = _SEAT.fullmatch(name)
        inner = office["office"].startswith(("办公", "研究室"))
        if seat is None:
            return None
        thing = self.register.add("Organization", [_joined(name if inner else seat["seat"], office["office"])])
        spot = self.sheet.spot(office.start("office"), title.end, "Title", title.spot.by)
        return Bound(spot, (thing,), f"{office['office']} → {self.register.first(thing)}：承前 {name}", title.inner)

    def _by_tail(self, at: int, end: int) -> Bound | None:
        """甲质量认证中心…。|认证中心|党委书记乙: the last words of the name of one body named before, used alone."""
        flat, edges = self.sheet.flat, self.sheet.edges
        for start in range(max(0, end - _LONGEST_TAIL), end - _SHORTEST_TAIL + 1):
            opens = start in edges and (start == self.sheet.sentence(start)[0] or flat[start - 1] in _MARKS)
            if opens:
                tail = flat[start:end]
                named = [b for b in self.items[:at] if b.type == "Organization" and b.things and b.end <= start]
                whole = {b.things[0]: b for b in named if _ends_with(self.register.names(b.things[0]), tail)}
                return self._bind(self.items[at], next(iter(whole.values())), tail) if len(whole) == 1 else None
        return None

    def _listed(self, at: int, chain: Sequence[Bound]) -> Bound | None:
        """甲局副局长乙,|党组成员|丙: the body of the person before in the list."""
        before = self.items[at - 1] if at else None
        if before is None or before.type != "Person" or not self._named(at, chain):
            return None
        if not _LISTED.fullmatch(self._gap(before, chain[0])) or not self._gap(before, chain[0]):
            return None
        bodies = self._bodies_of(at - 1)
        if bodies and self._same_head(at, chain[0]):
            return self._bind(chain[0], bodies[0], "承前")
        if chain[0].spot.by == "department" and len(bodies) > 1 and self._is_member(bodies[-1]):
            bodies = bodies[-1:]
        # 某医院儿科主任甲、|护士|乙: of the whole where the department has no such post
        wholes = (self.inner.get(body.start) for body in bodies)
        bodies += [b for b in wholes if b is not None and b.type == "Organization" and b.things]
        for ends in (ends for title in chain if (ends := _wanted(title))):
            body = next((b for b in bodies if self._fits(b.things, ends)), None)
            if body is not None:
                return self._divided(chain[0], body) or self._bind(chain[0], body, "承前")
        return None

    def _is_member(self, body: Bound) -> bool:
        """Whether the post in the body is that of one of those who lead it: 市科协|党组成员."""
        post = next((one for one in self.items if one.type == "Title" and one.start >= body.start), body)
        return post.spot.text.endswith(("成员", "委员"))

    def _same_head(self, at: int, title: Bound) -> bool:
        """Whether the person before has the same post but for its rank: 某协主席甲、|副主席|乙."""
        while at > 0 and self.items[at - 1].type == "Person":
            at -= 1
        one = self.items[at - 1] if at else title
        ranked = title.spot.text != one.spot.text and title.spot.text.startswith(_RANKED)
        return one.type == "Title" and ranked and _head(title.spot.text) == _head(one.spot.text)

    def _divided(self, title: Bound, body: Bound) -> Bound | None:
        """The title of a department that follows another one of the same organ: 某厅人事处处长甲、|财务处|处长|乙."""
        if title.spot.by != "department":
            return None
        name = self.register.first(body.things[0])
        inner = self.inner.get(body.start)
        whole = self.register.first(inner.things[0]) if inner is not None and inner.things else ""
        whole = whole or owner_of_department(name, self.register)
        text = title.spot.text
        parts = (at for at in range(2, len(text) - 1) if is_bare_department(text[:at]))
        post = next((at for at in parts if names_post(text[at:])), None)
        if post is None or not whole.endswith(words("divided_organs")):
            return self._bind(title, inner, "承前") if inner is not None else None
        thing = self.register.add("Organization", [whole + text[:post]])
        spot = self.sheet.spot(title.start + post, title.end, "Title", title.spot.by)
        return Bound(spot, (thing,), f"{text[:post]} → {whole}{text[:post]}：承前 {whole}", title.inner)

    def _bodies_of(self, at: int) -> list[Bound]:
        """The bodies of the posts before the person at this index or before the list that the person closes."""
        while at > 0 and self.items[at].type == "Person":
            if self._gap(self.items[at - 1], self.items[at]) not in ("", "、"):
                return []
            at -= 1
        bodies: list[Bound] = []
        while at >= 0 and self.items[at].type in ("Title", "Organization"):
            one = self.items[at]
            bodies += [one] if one.things else []
            at -= 1
            between = self._gap(self.items[at], one) if at >= 0 else ""
            if between and not _CHAINED.fullmatch(between):
                break
        return bodies

    def _near(self, at: int, chain: Sequence[Bound]) -> Bound | None:
        """The nearest body that has such a post: in the sentence, else shortly before."""
        flat = self.sheet.flat
        given = _GIVEN.search(flat, max(0, chain[0].start - 8), chain[0].start) or _turned(flat, chain[-1].end)
        if not given and not self._named(at, chain):
            return None
        told = (tuple(end for end in _wanted(title) if end != "any") for title in reversed(chain))
        ends = (
            words("divided_bodies") if chain[0].spot.by == "department" else next((ends for ends in told if ends), None)
        )
        if ends is None:
            return self._of_whole(at, chain)
        first = self.sheet.sentence_index(chain[0].start)
        floor = self.sheet.sentences[max(first - _REACH, 0)][0]
        own = self._own_subject(chain[0])
        body = self._back(at, max(floor, own), ends, "Organization", "Title")
        if "company" in ends and not own:
            body = self._issuer(body, at) or self._main_firm
        elif body is None and chain[0].spot.text.endswith(_HEADS_OF_HOUSES):
            body = self._house_told(at, ends)
        return self._bind(chain[0], body, "上文")

    def _own_subject(self, title: Bound) -> int:
        """Where a sentence begins that goes on to the legal person of its own subject, whoever that is; else 0."""
        start = self.sheet.sentence(title.start)[0]
        own = title.spot.text == "法定代表人" and "," in self.sheet.flat[start : title.start]
        return start if own else 0

    def _of_whole(self, at: int, chain: Sequence[Bound]) -> Bound | None:
        """某集团董事长甲…,|纪委书记|乙: a committee inside the body of the post last told in the sentence."""
        if not any(_inner().match(title.spot.text) for title in chain):
            return None
        floor = self.sheet.sentence(chain[0].start)[0]
        last = self._back(at, floor, ("any",), "Organization", "Title")
        kinds = ("company", *words("divided_bodies"))
        if last is not None and self._fits(last.things, kinds):
            return self._bind(chain[0], last, "上文")
        if last is None and chain[0].spot.text.startswith("党工委"):
            return self._bind(chain[0], self._of_zone(at, ("党工委",)), "上文")
        if last is not None or not chain[0].spot.text.startswith(_HOUSE_POSTS):
            return None
        floor = self.sheet.sentences[max(self.sheet.sentence_index(chain[0].start) - _REACH, 0)][0]
        told = {b.things[0]: b for b in self.items[:at] if b.type == "Organization" and b.start >= floor and b.things}
        alone = len(told) == 1 and self._fits([next(iter(told))], kinds)
        return self._bind(chain[0], next(iter(told.values())), "上文") if alone else None

    def _back(self, at: int, floor: int, ends: Sequence[str], *types: str, but: Collection[int] = ()) -> Bound | None:
        """The nearest mention of these types before the index that fits and does not begin before the floor.

        but: things that are not meant.
        """
        for index in range(at - 1, -1, -1):
            one = self.items[index]
            if one.start < floor:
                return None
            if one.type in types and one.things and one.things[0] not in but and self._fits(one.things, ends):
                return one
        return None

    @cached_property
    def _main_firm(self) -> Bound | None:
        """The firm that the article tells of: named three times or more and oftener than any other."""
        firms = [b for b in self.items if b.type == "Organization" and self._fits(b.things, ("company",))]
        counts = Counter(b.things[0] for b in firms).most_common(2)
        if not counts or counts[0][1] < _OFTEN or (len(counts) > 1 and counts[1][1] == counts[0][1]):
            return None
        return next(b for b in firms if b.things[0] == counts[0][0])

    @cached_property
    def _listed_firms(self) -> frozenset[int]:
        """What the number of its shares stands behind: 青江信息|(600000)."""
        bodies = (b for b in self.items if b.type == "Organization" and b.things)
        return frozenset(b.things[0] for b in bodies if STOCK_CODE.match(self.sheet.flat, b.end))

    def _named(self, at: int, chain: Sequence[Bound]) -> bool:
        """Whether a person's name follows the chain at once, or behind further posts: 党组成员、|某馆馆长|甲."""
        last, behind = chain[-1], at + len(chain)
        while behind + 1 < len(self.items) and self.items[behind].type == "Organization":
            body, title = self.items[behind], self.items[behind + 1]
            if title.type != "Title" or not self._linked(last, body) or not self._leads_up(body, title):
                return False
            last, behind = title, behind + 2
            chain = self._chain(behind - 1)
            last, behind = chain[-1], behind + len(chain) - 1
        return (
            behind < len(self.items)
            and self.items[behind].type == "Person"
            and self._gap(last, self.items[behind]) in ("", ":")
        )

    def _fits(self, things: Sequence[int], ends: Sequence[str]) -> bool:
        names = self.register.names(things[0]) if things else ()
        if "any" in ends:
            return bool(names)
        firm = "company" in ends
        listed = firm and bool(things) and things[0] in self._listed_firms
        boards = all_of("bodies_with_boards")
        firms = (firm and (is_company(name) or _trades(name) or name.endswith(boards)) for name in names)
        return listed or any(firms) or any(name.endswith(tuple(ends)) for name in names)

    def _bind(self, title: Bound, body: Bound | None, why: str) -> Bound | None:
        if body is None:
            return None
        reason = f"{title.spot.text} → {self.register.first(body.things[0])}：{why}"
        return replace(title, things=body.things[:1], reason=reason)
