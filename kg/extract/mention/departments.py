"""Departments between a body and a post: 某厅|人事处|处长 belongs to the body's name, 、|综治科|科长 to the title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from kg.extract.mention.titles import firm_posts, lead, names_post
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import BELONGING, all_of, one_of
from kg.language.countries import country_abbreviation, is_country, nation_end
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, pattern, word_set, words
from kg.language.organisations import is_company, is_firm, known_names
from kg.language.similarity import picks
from kg.language.text import behind_last
from kg.language.words import is_word

_NOMINAL = ("n", "nz", "vn", "nt", "nw", "ORG", "f", "s", "a", "an", "m", "j", "LOC", "ns", "b", "v")
# Posts of which the first character may be the last one of the body before.
_LENT_HEADS = frozenset(f"{one}长" for one in "部局厅院处会所科室系组队站馆")
_BARE_HEAD = 2  # characters of the last word of a body: 欧|委会
_REACH = 2  # sentences before a department in which its body may be named
_LONGEST, _LONGEST_BARE, _LONGEST_FIELD, _LONGEST_SITE = 16, 12, 6, 26
_JOINT = re.compile(r"[、,;兼和及与]")
# 区|国动办 and 俄|外交部 are bodies of their own, and so is 某局下属|服务中心.
_NO_DEPARTMENT = re.compile(
    r"[,。;、:\s的兼任]|^(?:和|与|及|在|由|任|[省州盟县区旗镇乡村]|市(?!场部?))|^(?:中央|中共|国家|全国|国务院|最高)"
    f"|人武部|武装部|{one_of('bodies_apart')}|{BELONGING}|(?:管委会|委员会|公司|集团|新区|开发区|街道|支队|总队|派出所)(?=.)"
)


@cache
def _house() -> re.Pattern[str]:
    """A school or institute before its departments; 大学生 and 大学城 are none, nor is an academy (科学院)."""
    schools = r"[\u3400-\u9fff]{2,10}?(?:大学(?:[(（][\u3400-\u9fff]{2,5}[)）])?|(?<!科)(?<!程)学院)(?![生城])"
    return re.compile(rf"{schools}|[\u3400-\u9fff]{{2,14}}?(?:{any_of(words('parted_bodies'))})(?=[\u3400-\u9fff])")


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('department_suffixes'))})$")


@cache
def _bare() -> re.Pattern[str]:
    endings = words("bare_departments")
    wholes = ("办", "办公室", "研究室", "编辑部")
    alone = (ending for ending in endings if ending.endswith(wholes) and len(ending) > 1)
    whole = any_of((*alone, *all_of("parts_told_alone")))
    return re.compile(f"(?:[\\u3400-\\u9fff]{{1,{_LONGEST_BARE - 1}}}(?:{any_of(endings)})|{whole})$")


@cache
def _firm_part() -> re.Pattern[str]:
    return re.compile(f"[\\u3400-\\u9fff]{{2,{_LONGEST_BARE - 1}}}(?:{any_of(words('firm_departments'))})")


def placed(
    sheet: Sheet, posts: Sequence[Spot], names: Sequence[Spot], people: Sequence[Spot] = ()
) -> tuple[list[Spot], list[Spot]]:
    """The posts and the names of bodies with the departments that stand before posts given to the one or the other.

    people: who may stand between a school's department and the post: 某大学法学院|甲|教授.
    """
    page = _page(sheet, posts, names)
    page.around(posts, people)
    told = [page.told(post) for post in posts]
    kept = [body for _, body in sorted(page.bodies.items())]
    taken = {offset for one in (*kept, *told) for offset in range(one.start, one.end)}
    others = [name for name in names if name.type != "Organization" and not _covered(name.start, name.end, taken)]
    return told, [*kept, *page.inside, *others]


def with_fields(sheet: Sheet, posts: Sequence[Spot], names: Sequence[Spot]) -> list[Spot]:
    """The names; brackets between a body and its post tell its field or ground: 某技术创新中心(轻工)|主任."""
    starts = {lead(sheet, post.start)[0] for post in posts}
    return [_with_field(sheet, name, starts) for name in names]


def _with_field(sheet: Sheet, name: Spot, posts: Set[int]) -> Spot:
    field = _FIELD.match(sheet.flat, name.end) if name.type == "Organization" else None
    if field is None or field.end() not in posts or _CALLED.search(field["field"]) is not None:
        return name
    text = field["field"]
    same = text[-1] in _LAST_OF_BODIES or text[-1] == name.text[-1] or picks(text, name.text)
    call = same or text.endswith((*words("organization_suffixes"), *words("firm_endings")))
    return name if call or is_company(name.text) else sheet.spot(name.start, field.end(), name.type, name.by)


_FIELD = re.compile(r"[(（](?P<field>[\u3400-\u9fff、]{2,14})[)）]")
# (以下简称甲), (原乙), (兼), (左二): what brackets tell else.
_CALLED = re.compile("^[原前兼代左右中现即又含系为]|简称|下称|统称|全称|暂定|筹|拟|以下|[省市州县区]委|政府")


def fielded(sheet: Sheet, posts: Sequence[Spot], names: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    """The posts and names; what a post is for is given to it by the body in whose name it was: 某会|交通|委员."""
    starts = {post.start: post.text for post in posts}
    beside = ((name, _beside_post(name, starts[name.end])) for name in names if name.end in starts)
    cuts = {name.end: (name, cut) for name, cut in beside if cut is not None}
    if not cuts:
        return list(posts), list(names)
    told, given = [], set()
    for post in posts:
        name, at = cuts.get(post.start, (None, 0)) if post.text not in _HEADS_OF_PARTS else (None, 0)
        given |= {name} if name is not None else set()
        told.append(post if name is None else sheet.spot(at, post.end, "Title", "department"))
    ends = {name: cut for name, cut in cuts.values() if name in given}
    kept = [name for name in names if ends.get(name, name.end) > name.start]
    return told, [sheet.spot(name.start, ends[name], name.type, name.by) if name in ends else name for name in kept]


def _beside_post(name: Spot, post: str) -> int | None:
    """Where what the post is for begins in the name right before it, or None."""
    matter = _matter_behind(name, post)
    return _field_behind(name) if matter is None else matter


def _matter_behind(name: Spot, post: str) -> int | None:
    """Where the matter begins that somebody is sent for: 甲国|中东事务|特使; or the ground: 乙网|青江|区域总经理.

    The start of the name where it holds no body, or only the country that its ministry or government stands for.
    """
    text = name.text
    if name.type != "Organization":
        return None
    if post.endswith(all_of("posts_for_matters")) and text.endswith(all_of("matters")):
        heads = (at for at in range(len(text) - 2, 1, -1) if text.endswith(_SENDERS, 0, at) or known_names(text[:at]))
        return name.start + next(heads, nation_end(text))
    if post.startswith(_GROUNDS):
        at = next((at for at in range(2, len(text) - 1) if find_division(text[at:])), None)
        return None if at is None else name.start + at
    return None


_SENDERS = ("政府", "部", "委员会", "国务院", "组织", "联盟", "公司", "集团")
_GROUNDS = ("区域", "城市", "大区", "片区")


def with_grounds(sheet: Sheet, names: Sequence[Spot]) -> list[Spot]:
    """The names; the college right behind a school's brackets is one name with it: 某石油大学(华东)|石油工程学院."""
    schools = {name.end: name for name in names if name.type == "Organization" and _GROUNDED.search(name.text)}
    colleges = {name.start: name for name in names if name.start in schools and _is_of_school(name.text)}
    joined = [
        sheet.spot(schools[at].start, college.end, college.type, schools[at].by) for at, college in colleges.items()
    ]
    gone = [*colleges.values(), *(schools[at] for at in colleges)]
    return [*(name for name in names if name not in gone), *joined]


def _is_of_school(text: str) -> bool:
    """Whether the words end as a college or a union of a school does: 材料学院, 学生联合会, 教务处."""
    return _ending().search(text) is not None or text.endswith((*_UNIONS, "联合会", "联谊会"))


_GROUNDED = re.compile(r"大学[(（][\u3400-\u9fff]{2,5}[)）]$")


def is_department(text: str) -> bool:
    """Whether the words end as the name of a department does: 法学院, 人事处."""
    return _ending().search(text) is not None


def is_college(text: str) -> bool:
    """Whether the words name a college of a school by what it teaches, and not which school: 材料学院, 研究生院."""
    if _COLLEGE.fullmatch(text) is None or find_division(text[:2]):
        return False
    return not any(known_names(text[:length]) for length in range(2, len(text) - 1))


_SHORT_COLLEGE = re.compile("[法医商文理工农林药]学院")
_UNIONS = ("学生会", "研究生会", "团委", "校友会", "工会")
_SCHOOLS = ("大学", "学院", *_UNIONS)
_COLLEGE = re.compile(
    r"研究生院|(?!.*(?:大学|职业|高等|专科|理工|师范|独立|[省市州县]|本院|该))[\u3400-\u9fff]{2,10}(?:(?<!科)学院|(?<!体)系)$"
)


def _covered(start: int, end: int, offsets: Set[int]) -> bool:
    return any(offset in offsets for offset in range(start, end))


def _page(sheet: Sheet, posts: Sequence[Spot], names: Sequence[Spot]) -> _Page:
    firms = [name for name in names if name.type == "Organization"]
    first: dict[int, int] = {}
    for post in posts:
        index = sheet.sentence_index(post.start)
        first[index] = min(first.get(index, post.end), post.end)
    spans = [{offset for name in some for offset in range(name.start, name.end)} for some in (firms, names)]
    ends = frozenset(post.end for post in posts)
    return _Page(sheet, {name.end: name for name in firms}, [], first, ends, (spans[0], spans[1]))


@dataclass(frozen=True)
class _Page:
    """The sheet with its bodies by their end, which change as departments are given to them.

    inside: bodies that have become the beginning of a department's name. first: where the first post of a sentence
    ends. ends: where posts end. named: the offsets that names of organisations cover, and those that any name covers.
    """

    sheet: Sheet
    bodies: dict[int, Spot]
    inside: list[Spot]
    first: Mapping[int, int]
    ends: Set[int]
    named: tuple[Set[int], Set[int]]

    def told(self, post: Spot) -> Spot:
        """The post with the department that belongs to its title; one that belongs to a body's name is given to it."""
        end = lead(self.sheet, post.start)[0]
        name = self.bodies.get(end)
        if name is not None and EMPLOYS_NOBODY.search(name.text) is not None and post.text.endswith(_makers(name.text)):
            del self.bodies[end]
            own = name.text.endswith(_CHAIRS) or name.start in self.bodies
            return self.sheet.spot(name.start, post.end, "Title", "department") if own else post
        if name is not None:
            if self._leans(name):
                del self.bodies[end]
                return self.sheet.spot(name.start, post.end, "Title", "department")
            return self._divided(name, post)
        whole = self._whole(end)
        if whole is not None:
            if is_company(whole.text):
                begins = max((at for at in self.ends if whole.end < at < end), default=whole.end)
                return self.sheet.spot(begins, post.end, "Title", "department")  # 某集团|副总裁|电池事业部总裁
            if not _sent(self.sheet.flat[whole.start : end]):
                self.inside.append(whole)
            self.bodies.pop(whole.end, None)
            self.bodies[end] = self.sheet.spot(whole.start, end, whole.type, whole.by)
            return post
        shared = next((kind for kind in _SHARED if post.text.startswith(kind)), "")
        start = self._start(end, shared)  # 机械工程|系主任, 客运|车间主任
        if start is None and post.text.endswith(words("field_posts")):
            start = self._field(end)
        if start is None and not self.sheet.flat.endswith(all_of("welcomed_posts"), 0, end):
            start = self._of_firm(post, end)  # not 某公司|迎来|第二任董事长
        return post if start is None else self.sheet.spot(start, post.end, "Title", "department")

    def around(self, posts: Sequence[Spot], people: Sequence[Spot]) -> None:
        """Tells the schools inside the names of their departments where a member and the post follow."""
        starts = {post.start for post in posts}
        for person in people:
            name = self.bodies.get(person.start) if person.end in starts else None
            if name is not None and self._of_school(name.start, name.text):
                del self.bodies[person.start]  # 某大学校长甲,|法学院|乙|教授
                continue
            school = _house().match(name.text) if name is not None else None
            own = name is not None and school is not None and not _goes_on(name.text[school.end() :])
            if name is not None and school is not None and own and _ending().search(name.text, school.end()):
                self.inside.append(self.sheet.spot(name.start, name.start + school.end(), name.type, name.by))

    def _divided(self, name: Spot, post: Spot) -> Spot:
        """The post of a name that tells a house and its department: the department of a firm is part of the title.

        A school's is a body of its own, and the school another one inside its name.
        """
        school = _house().match(name.text)
        rest = name.text[school.end() :] if school else ""
        if school and _goes_on(rest):
            school = None  # 甲局博物馆|与文物司|司长: one department
        if school and (rest in _UNIONS or _ending().search(name.text, school.end())):
            self.inside.append(self.sheet.spot(name.start, name.start + school.end(), name.type, name.by))
            return post
        at = self._cut(name, post)
        cut = _field_behind(name) if at is None and post.text not in _HEADS_OF_PARTS else at
        if cut is None:
            return post
        del self.bodies[name.end]
        self.bodies[cut] = self.sheet.spot(name.start, cut, name.type, name.by)
        return self.sheet.spot(cut, post.end, "Title", "department")

    def _cut(self, name: Spot, post: Spot) -> int | None:
        """Where the department of a firm begins in a name: 青江公司|市场部, 青江电气|国际业务部 before 经理."""
        flat = self.sheet.flat
        parts = [at for at in range(name.start + 2, name.end - 1) if _is_part(flat[at : name.end])]
        inner = max((word for word in words("firm_departments") if name.text.endswith(word)), key=len, default="")
        wholes = [*parts, name.end - len(inner)] if inner else parts
        firm = max((at for at in wholes if _surely_firm(flat[name.start : at])), default=None)
        if firm is not None or not post.text.endswith(firm_posts()):
            return firm
        named = {body.text for body in self.bodies.values() if body is not name}
        trades = words("firm_endings")
        bare = [at for at in reversed(parts) if _bare().fullmatch(flat[at : name.end])]
        if name.text.endswith(_UNITS):  # 云桥|中国家居事业部
            return next((at for at in range(name.end - 3, name.start + 1, -1) if flat[name.start : at] in named), None)
        heads = ((at, flat[name.start : at]) for at in bare)
        return next(
            (at for at, head in heads if head.endswith(trades) or (head in named and self._works(at, name))), None
        )

    def _works(self, start: int, name: Spot) -> bool:
        """Whether what a department is for is a word: 投资|部."""
        text = self.sheet.flat[start : name.end]
        ends = [end for end in words("bare_departments") if text.endswith(end)]
        return bool(ends) and is_word(text.removesuffix(max(ends, key=len)))

    def _leans(self, name: Spot) -> bool:
        """Whether what the tagger took for a body is only a department of the one before: 党组成员、|政治部|主任."""
        part = is_bare_department(name.text) or self._of_school(name.start, name.text)
        behind = name.start in self.ends and self._listed_behind(name)
        part = part and self._has_troops(name.start, name.text)
        own = name.by in ("tagger", "ending") or name.text in all_of("parts_told_alone")
        return own and part and (behind or self._listed(name.start))

    def _listed_behind(self, name: Spot) -> bool:
        """Whether the post before stands in a body whose name ends in the same sentence: 某集团副总裁|事业部|总裁."""
        floor = self.sheet.sentence(name.start)[0]
        return any(floor < end < name.start for end in self.bodies)

    def _of_school(self, start: int, text: str) -> bool:
        """Whether the words name a college, and the body named last is a school: 某大学校长甲和|法学院|院长乙."""
        floor = self.sheet.sentence(start)[0]
        last = max((end for end in self.bodies if floor < end < start), default=None)
        college = is_college(text) or _SHORT_COLLEGE.fullmatch(text) is not None
        return last is not None and college and self.bodies[last].text.endswith(_SCHOOLS)

    def _listed(self, start: int) -> bool:
        """Whether a list goes on here in a sentence that has told of a post before."""
        told = self.first.get(self.sheet.sentence_index(start))
        return told is not None and told < start and bool(_JOINT.fullmatch(self.sheet.flat[start - 1]))

    def _whole(self, end: int) -> Spot | None:
        """The body whose department ends at this offset, if one stands shortly before: 省农业农村厅|人事处."""
        at = next((at for at in range(end - 1, max(0, end - _LONGEST) - 1, -1) if at in self.bodies), None)
        text = "" if at is None else self.sheet.flat[at:end]
        fits = at is not None and len(text) > 1 and _ending().search(text) and _nominal(self.sheet, at, end)
        return self.bodies[at] if at is not None and fits else None

    def _start(self, end: int, shared: str = "") -> int | None:
        """Where a department without a body begins that ends here in a list: 、|综治科|科长, 、|收益与监管处|处长."""
        for marks in ("、,;兼", "、,;兼和及与", "、,;"):  # 兼|发展改革和科技部|部长
            start = self._mark(marks, end, _LONGEST_BARE + 4)
            text = self.sheet.flat[start:end] + shared
            clear = start and not _covered(start, end, self.named[0])
            part = is_bare_department(text) or self._of_school(start, text)
            if clear and part and self._listed(start) and _nominal(self.sheet, start, end):
                return start if self._has_troops(start, text) else None
        return self._opening(end)

    def _has_troops(self, start: int, text: str) -> bool:
        """Whether the body named last may have the 大队 or 中队 that the words name; true of other departments."""
        if not text.endswith(("大队", "中队")):
            return True
        last = max((end for end in self.bodies if end <= start), default=None)
        return last is not None and self.bodies[last].text.endswith(("队", "局", "军", "消防", "武警"))

    def _opening(self, end: int) -> int | None:
        """Where a department begins that opens its clause, shortly after a body that has some was named.

        某医院…举办培训。|急诊科|主任甲讲解,|医务科|科长乙主持.
        """
        start = self._mark("。,;:“\n", end, _LONGEST_BARE + 6) or (0 if end <= _LONGEST_BARE else -1)
        call = _house_call().match(self.sheet.flat, start, end) if start >= 0 else None
        start = call.end() if call is not None else start
        text = self.sheet.flat[start:end]
        part = is_bare_department(text) or (
            call is not None and len(text) > 2 and is_department(text) and _unowned(text)
        )
        if start < 0 or _covered(start, end, self.named[1]) or not part:
            return None
        floor = self.sheet.sentences[max(self.sheet.sentence_index(start) - _REACH, 0)][0]
        near = any(
            floor <= body.start < start and body.text.endswith(words("divided_bodies")) for body in self.bodies.values()
        )
        return start if near and _nominal(self.sheet, start, end) else None

    def _field(self, end: int) -> int | None:
        """Where the field of a post begins that ends at this offset in a list: 、|事务|执行总监."""
        start = self._mark("、,;兼", end, _LONGEST_FIELD + 1)
        clear = start > 0 and 2 <= end - start <= _LONGEST_FIELD and not _covered(start, end, self.named[1])
        clear = clear and not self.sheet.flat.startswith(all_of("appointing_verbs"), start)  # ,聘任|副总经理甲
        return start if clear and self._listed(start) and _plain(self.sheet, start, end) else None

    def _of_firm(self, post: Spot, end: int) -> int | None:
        """Where what a post in a firm is for begins that ends at this offset, right behind the firm's name.

        某集团|社会责任|总监, 某局|石门风电场|负责人: a field, or the work that the firm builds there.
        """
        site = post.text.endswith(words("site_posts"))
        reach = _LONGEST_SITE if site else _LONGEST
        at = next((at for at in range(end - 1, max(0, end - reach) - 1, -1) if at in self.bodies), None)
        if at is None or post.text.endswith("总经理"):
            return None
        text, body = self.sheet.flat[at:end], self.bodies[at]
        if post.text in _LENT_HEADS and is_department(text + post.text[0]):
            return None  # 青江大学|法学院|长
        if not (site or post.text.endswith(words("field_posts"))):
            fits = _is_whole(body.text) and self._is_field(at, end, firm=is_firm((body.text,)))
            return at if fits else None
        if site and _ends_as_work(text) and _named_field(self.sheet, at, end):
            return at
        office = len(body.text) > _BARE_HEAD and body.text.endswith(_OFFICES)
        whole = office or is_firm((body.text,)) or _is_whole(body.text) or known_names(body.text) is not None
        return at if whole and self._is_field(at, end, firm=not _is_whole(body.text)) else None

    def _is_field(self, start: int, end: int, *, firm: bool) -> bool:
        """Whether `[start, end)` tells what a post is for, and names no body: 某基金会|项目发展|主任."""
        text = self.sheet.flat[start:end]
        body = text.endswith((*words("organization_suffixes"), *words("employer_ends"), "厂"))
        body = body or (firm and text.endswith(words("firm_endings")))
        if len(text) < 2 or body or _NO_OWN_FIELD.search(text) or names_post(text):
            return False
        return _plain(self.sheet, start, end)

    def _mark(self, marks: str, end: int, reach: int) -> int:
        """The offset behind the last of the marks that stands within reach before `end`, or 0."""
        return behind_last(self.sheet.flat, marks, end, max(0, end - reach))


@cache
def _house_call() -> re.Pattern[str]:
    """What a house is called by that was named before: 该校|心理健康教育中心主任."""
    return re.compile(f"(?:{one_of('calls_of_houses')})")


def _is_whole(name: str) -> bool:
    """Whether the name of a body ends as it must, so that what stands behind it is not its own: 某基金会, 某大学."""
    return len(name) > _BARE_HEAD and name.endswith(words("bodies_before_fields"))


# 某型运载火箭|总设计师, “某某”品牌|创始人, 某会计学教席|教授, 某协会运动会|主任: nobody's employer.
_CHAIRS = ("教席", "讲席")
EMPLOYS_NOBODY = re.compile(f"(?:{one_of('things_that_employ_nobody')}|{one_of('games_that_employ_nobody')})$")


def _makers(thing: str) -> tuple[str, ...]:
    """The posts of those who make such a thing or run it, and have no employer in it."""
    if thing.endswith(_CHAIRS):
        return ("教授",)
    if thing.endswith(all_of("games_that_employ_nobody")):
        return ("主任", "总监", "经理", "主管", "负责人")
    return all_of("makers_of_things")


# 某大学法学|院长: what the post took belongs to the part's name.
_HEADS_OF_PARTS = ("院长", "部长", "处长", "所长", "局长", "厅长", "会长", "科长")


def _field_behind(name: Spot) -> int | None:
    """Where what a post is for begins in a name: 某基金会|项目发展|主任, 某大学|经济学|教授, 某理事会|中方|主席."""
    text = name.text
    if known_names(text) is not None:
        return None
    for at in range(len(text) - 2, 2, -1):
        head, field = text[:at], text[at:]
        if len(field) > _LONGEST_FIELD:
            return None
        known = head[-1] in "会盟联社委" and known_names(head) is not None
        whole = known or head.endswith(all_of("heads_before_fields")) or _surely_firm(head)
        if whole and _is_field(field):
            return name.start + at
    return None


_LAST_OF_BODIES = "委局部办会院所厅署社馆校厂站队军党府司处科庭店园行网报台"


def _is_field(text: str) -> bool:
    """Whether common words fill the text, or a side of two, and it is no department, house or place."""
    if len(text) == 2 and text.endswith("方"):
        return True
    ends = (*words("organization_suffixes"), *words("firm_endings"), *words("firm_departments"), "厂", "系", "团")
    whole = text.endswith((*ends, *all_of("tails_of_names"))) or _ending().search(text) is not None
    if whole or text[-1] in _LAST_OF_BODIES or names_post(text) or text in words("title_organs"):
        return False
    placed = any(find_division(text[:length]) or is_country(text[:length]) for length in range(2, len(text) + 1))
    return not placed and any(
        is_word(text[:at]) and (at == len(text) or (len(text) - at > 1 and is_word(text[at:])))
        for at in range(2, len(text) + 1)
    )


def _sent(text: str) -> bool:
    """Whether the name is of a group that one body sends to another or sets up: a post in it is none in either."""
    return text.startswith(("驻", "派驻")) or text.endswith(words("sent_groups"))


# 云岭集团|市场部, but 集团客户部
_OWNED = re.compile(r"[\u3400-\u9fff]{2,8}?(?:集团|公司)(?![部室处科]|业务|金融|银行|客户|战略|治理)")
_UNITS = ("事业部", "事业群", "事业线", "营业部", "条线", "业务线")


def _surely_firm(name: str) -> bool:
    """Whether the name is a firm's by its last word: a company, a bank's branch, a broker."""
    return is_company(name) or (len(name) > 3 and name.endswith(all_of("surely_firms")))


def _is_part(text: str) -> bool:
    """Whether the words name a department of a firm and nothing else."""
    return bool(_bare().fullmatch(text) or _firm_part().fullmatch(text)) and _unowned(text)


def is_bare_department(text: str) -> bool:
    """Whether the words name a department and nothing of the body that has it."""
    return bool(_bare().fullmatch(text)) and _unowned(text) and not (_house().match(text) or _OWNED.match(text))


def _unowned(text: str) -> bool:
    """Whether the words bear no name, of an organ, a country or a place."""
    return (
        known_names(text) is None
        and (country_abbreviation(text[0]) is None or is_word(text[:2]))  # 德育|处
        and not any(find_division(text[:length]) for length in range(2, len(text)))
        and not _NO_DEPARTMENT.search(text)
    )


def _plain(sheet: Sheet, start: int, end: int) -> bool:
    """Whether common nouns fill `[start, end)`: no name could hide there."""
    tokens = sheet.words_in(start, end)
    pieces = [sheet.flat[token.start : min(token.end, end)] for token in tokens]  # 交通|委员, one word to the tagger
    if pieces[0] in all_of("praises_of_people") or pieces[0] in _ORGANS_IN_SHORT:
        return False  # 知名|教授, 地委委员、|行署|副专员
    return tokens[0].start == start and all(
        (token.tag in _COMMON and (is_word(piece) or piece in _UNITS)) or piece in _AND
        for token, piece in zip(tokens, pieces, strict=True)
    )


def _ends_as_work(text: str) -> bool:
    """Whether the words end as a work or its ground does: 石门风电场, 三标段, 宁河项目; a place alone does not."""
    if len(text) < 3 or find_division(text):
        return False
    return any(pattern(name).search(text, max(0, len(text) - 6)) for name in ("project_suffixes", "location_suffixes"))


def _named_field(sheet: Sheet, start: int, end: int) -> bool:
    """Whether nothing but names and nouns stands in `[start, end)`, numbers included."""
    tokens = sheet.words_in(start, end)
    plain = all(token.tag in (*_NOMINAL, "q") or token.text in _AND for token in tokens)
    return plain and not _NO_FIELD.search(sheet.flat[start:end])


_SHARED = ("系", "车间", "教研室", "实验室")
_AND = ("与", "和", "及")
_ORGANS_IN_SHORT = ("行署", "公署", "专署")
_OFFICES = ("局", "委", "厅", "署", "司", "处", "部")
_COMMON = ("n", "v", "vn", "f", "s", "b", "a", "an", "nz")


def _goes_on(rest: str) -> bool:
    """Whether a department's name goes on with 与 behind what ends like a body: 博物馆|与文物司, not 院|和平中心."""
    return rest.startswith(_AND) and not is_word(rest[:2])


_NO_OWN_FIELD = re.compile(rf"[,。;、:\s的]|^[和与及]|{BELONGING}|有关|相关|主要|兼$|[担出现曾历连继接就调转升]任$")
_NO_FIELD = re.compile(rf"[,。;、:\s的]|^(?:和|与|及|在|由|任|兼)|{BELONGING}|有关|相关|主要")


def _nominal(sheet: Sheet, start: int, end: int) -> bool:
    """Whether only nouns stand in `[start, end)`."""
    text = sheet.flat[start:end]
    if _NO_DEPARTMENT.search(text) or text in word_set("np_stops"):
        return False
    return all(token.tag in _NOMINAL or token.text in "与和及" for token in sheet.words_in(start, end))
