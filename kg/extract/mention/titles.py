"""Posts and titles: 副书记, 党组书记, 总经理助理."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from kg.extract.sheet import Lying, Sheet, Spot
from kg.language.classes import NUMERALS, RANKS, all_of, one_of
from kg.language.countries import nation_end
from kg.language.lexicon import any_of, first_of, table, word_set, words
from kg.language.tagger import Token

# 代表 is a post only behind 人大 or as 首席代表; 常委会, 主任委员会, 律师事务所 and 特派员公署 are bodies.
_BODY_AHEAD = r"(?!会|团|部|院|们|处|制|化|单位|性|所[长在]|事务|协会|公署|级|资格|职称)"
_NOT_BEFORE = re.compile(f"(?:{one_of('people_in_general')})$")

# 儿科|主任医师, 检验科|副主任技师: a rank, and nobody's 科主任.
_NOT_OF_WARD = "(?!科主任中?(?:[医药护技]|检验)师)"
# 首席商业官, 首席产品与用户官: whatever a firm has a chief for.
_CHIEF = r"首席[\u3400-\u9fff]{1,9}?官(?!网|方|僚|司)"

# 张三代表说, 李四代表建议: the post behind a deputy's name; 张三代表公司发言 is the verb.
_SPEAKS = re.compile(r"(?:说|表示|认为|建议|提出|介绍|指出|谈到|呼吁|告诉|提交|在(?:发言|接受|审议)|,)")


# 董事长|为|甲, 秘书长|仍由|甲兼任, 监事|一栏登记的是|甲: who holds the post stands behind.
TURNED = re.compile(
    rf"的?(?:{one_of('words_for_posts')})?(?:{one_of('turning_adverbs')}){{0,3}}(?:{one_of('turning_verbs')}):?"
)
# 某组织|驻肯尼亚代表
_POSTED = re.compile(r"(?<=[\u3400-\u9fff])驻[\u3400-\u9fff]{1,7}$|常驻[\u3400-\u9fff]{2,20}$")


@cache
def _pattern() -> re.Pattern[str]:
    heads, suffixes = words("titles"), words("title_suffixes")
    before = (*words("title_prefixes"), *words("title_organs"))
    ahead = first_of((*before, *heads))
    head = f"(?:{any_of(heads)}|{_CHIEF}){_BODY_AHEAD}"
    return re.compile(f"{_NOT_OF_WARD}{ahead}(?:{any_of(before)}){{0,5}}{head}(?:{any_of(suffixes)})?")


@cache
def _leads() -> tuple[dict[str, str], re.Pattern[str]]:
    says = {word: "" if status == "-" else status for word, status in table("post_leads")}
    return says, re.compile(f"(?:{any_of(says)}|第[{NUMERALS}0-9]+[届任])$")


def find(sheet: Sheet) -> list[Spot]:
    """Every title of the text, by offset. A group's name (社会代表, 企业负责人) is none."""
    spots = []
    for match in _pattern().finditer(sheet.flat):
        start, end = match.span()
        doubled = any(match.group().startswith(one) and sheet.flat.endswith(one, 0, start) for one in ("村", "社区"))
        if start not in sheet.edges and not doubled:
            inner = (at for at in range(start + 1, end - 1) if at in sheet.edges and _parts(sheet.flat[start:at]))
            start = next((at for at in inner if _pattern().fullmatch(sheet.flat, at, end)), start)
        before = sheet.flat[max(0, start - 2) : start]
        if match.group().endswith(("代表", "负责人")) and _NOT_BEFORE.search(before):
            continue
        if match.group().endswith("师") and sheet.flat.startswith("代表", end):
            continue  # 律师代表, 教师代表 are groups
        if match.group() in _callings() and _department().match(sheet.flat, end):
            continue  # 律师|管理处处长, 刑警|总队总队长
        if match.group() == "队长" and sheet.flat[start - 1 : start] == "团" and "团队" in sheet.flat:
            spots.append(replace(sheet.spot(start + 1, end, "Title", "title"), text="队长"))  # 青江团队|长
            continue
        lent = match.group() == "会长" and sheet.flat.endswith(_societies(), 0, start + 1)
        if lent:
            spots.append(replace(sheet.spot(start + 1, end, "Title", "title"), text="会长"))  # 企业家联谊会|长
            continue
        if match.group() == "代表" and _SPEAKS.match(sheet.flat, end) and "人大" in sheet.flat[:start]:
            spots.append(sheet.spot(start, end, "Title", "title"))
            continue
        if match.group() == "代表" and not (
            re.search(r"(?:人大|人民代表大会|、|等|名)$", before)
            or _POSTED.search(sheet.flat, max(0, start - 22), start)
        ):
            continue
        spots.append(sheet.spot(start, end, "Title", "title"))
    return [*_of_offices(sheet, spots), *_members(sheet)]


@cache
def _callings() -> frozenset[str]:
    return frozenset(all_of("callings_before_departments"))


@cache
def _department() -> re.Pattern[str]:
    """The rest of a department's name and its post, behind the calling with which it begins."""
    police = "(?:总队|支队|大队|中队)"
    return re.compile(
        rf"{police}|[\u3400-\u9fff]{{1,6}}?(?:{one_of('ends_of_departments')}|中心|工作站|委员会)[副常务党委组支部]{{0,4}}(?:[处科部室所站队]长|主任|书记|负责人)"
    )


def _of_offices(sheet: Sheet, spots: Sequence[Spot]) -> list[Spot]:
    """The titles; 总统|发言人 is one, of who speaks for an office that somebody else has."""
    joined: list[Spot] = []
    for spot in spots:
        last = joined[-1] if joined else None
        if last is not None and last.end == spot.start and spot.text in _aides() and last.text.endswith(_offices()):
            joined[-1] = sheet.spot(last.start, spot.end, "Title", "title")
        else:
            joined.append(spot)
    return joined


def office_of(title: str) -> str:
    """The office for which somebody speaks or works (总统|发言人), or the title itself."""
    offices = (title.removesuffix(word) for word in _aides() if title.endswith(word))
    return next((office for office in offices if office.endswith(_offices())), title)


@cache
def _aides() -> tuple[str, ...]:
    return all_of("aides_of_offices")


@cache
def _offices() -> tuple[str, ...]:
    return all_of("offices_with_aides")


def _members(sheet: Sheet) -> list[Spot]:
    """某研究所|研究人员|甲: what somebody is in a body, between its name and that of a person."""
    found = []
    for match in _member().finditer(sheet.flat):
        body, person = sheet.token_at(match.start() - 1), sheet.token_at(match.end())
        led = (
            body is not None
            and body.end == match.start()
            and (body.tag in ("ORG", "nt") or sheet.flat.endswith(_staffed(body), 0, match.start()))
        )
        named = person is not None and person.start == match.end() and person.tag in ("PER", "nr")
        named = named and person is not None and not person.text.endswith((*all_of("forms_of_address"), "某"))
        if led and (named or sheet.flat.startswith("、", match.end())):
            found.append(sheet.spot(*match.span(), "Title", "title"))
    return found


def _staffed(body: Token) -> tuple[str, ...]:
    """The last words of bodies that have people; a village is one where the tagger sees a place: 石门村|会计."""
    return (*words("employer_ends"), *(all_of("villages") if body.tag in ("LOC", "ns") else ()))


@cache
def _member() -> re.Pattern[str]:
    return re.compile(one_of("roles_in_bodies"))


@cache
def _societies() -> tuple[str, ...]:
    return tuple(word for word in words("employer_ends") if word.endswith("会") and len(word) > 1)


def _parts(begun: str) -> bool:
    """Whether what a word before took of a title may be that word's own: 学校|党委书记, 批发市场|副经理."""
    return len(begun) == 1 or begun == "市场"


def names_post(text: str) -> bool:
    """Whether a title stands in the text."""
    return _pattern().search(text) is not None


def lead(sheet: Sheet, start: int) -> tuple[int, str]:
    """Where the words begin that lead up to the post at `start` (甲国|前|总理, 乙会|新任|会长), and its status.

    The status is former, planned or nothing; without such words `start` itself.
    """
    says, pattern = _leads()
    at = start - sheet.flat.endswith("“", 0, start)  # 前“立委”
    match = pattern.search(sheet.flat, max(0, at - 6), at)
    if match is None or match.start() not in sheet.edges:
        return start, ""
    return match.start(), says.get(match.group(), "")


@cache
def _trails() -> tuple[dict[str, str], re.Pattern[str]]:
    says = {row[0]: row[1] for row in table("post_trails")}
    return says, re.compile(any_of(says))


def trailed(sheet: Sheet, end: int) -> str:
    """What the words right behind the post that ends at `end` say of it: planned for 副市长|候选人, else nothing."""
    says, pattern = _trails()
    match = pattern.match(sheet.flat, end)
    return says[match.group()] if match else ""


def outside(sheet: Sheet, posts: list[Spot], names: list[Spot]) -> list[Spot]:
    """The titles without those inside a name; of one that a name's end cuts, what is left if that is a title.

    中央纪委|书记: the tagger's organisation takes 纪委 away from 纪委书记, and 书记 stays a title.
    """
    kept = []
    lying = Lying(names)
    starts = {name.start for name in names if name.type == "Person"}
    for post in posts:
        over = [name for name in lying.across(post.start, post.end) if not _is_called(post, name)]
        cut = max((name.end for name in over), default=post.start)
        match = _pattern().fullmatch(sheet.flat, cut, post.end) if over and cut < post.end else None
        led = post.end in starts or sheet.flat[post.end : post.end + 1] in ("", *",。;、:")
        shared = next((name.end for name in over if led and _shares(post, name)), 0)  # not 甲市长泰区
        if not over or all(_is_doubled(sheet.flat, post, name) for name in over):
            kept.append(post)
        elif shared:
            kept.append(replace(sheet.spot(shared, post.end, "Title", "title"), text=sheet.flat[shared - 1 : post.end]))
        elif match and not any(
            name.start >= post.start and name.end < post.end and name.start > post.start for name in over
        ):
            kept.append(sheet.spot(cut, post.end, "Title", "title"))
    return kept


def _is_called(post: Spot, name: Spot) -> bool:
    """Whether a bare call of a body is the post itself: 某报社社长、|编委|李文达."""
    return name.by == "bare" and (name.start, name.end) == (post.start, post.end)


def _is_doubled(flat: str, post: Spot, name: Spot) -> bool:
    """Whether a name took the word with which the post begins, behind its own: 石门村|村支书, 消防大队|大队长."""
    kind = flat[post.start : name.end]
    doubled = ("村", "社区") if name.type == "Location" else _DOUBLED if name.type == "Organization" else ()
    return kind in doubled and flat.endswith(kind, name.start + 1, post.start)


_DOUBLED = ("大队", "支队", "总队", "中队", "分队", "车间", "教研室", "研究室")


def _shares(post: Spot, name: Spot) -> bool:
    """Whether the last character of a body or a place is the first of its head's post: 青江市教育局|长, 青江市|长."""
    whole = name.end == post.end - 1 and post.text.endswith("长") and name.start < post.start
    return whole and (name.type == "Organization" or (name.type == "Location" and name.text[-1] in f"{RANKS}镇乡"))


def sharing(sheet: Sheet, posts: Sequence[Spot], names: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    """The posts and names; a body whose last character the post took has it back: 青江大学法学院|长, 某国能源部|长."""
    short = (post for post in posts if len(post.text) == 2 and post.text[1] == "长")
    heads = {post.start: post for post in short if post.text[0] in _LENT}
    given: dict[int, Spot] = {}
    whole = []
    for name in names:
        post = heads.get(name.end) if name.type == "Organization" else None
        if post is None or not _lacks(name.text, post.text):
            whole.append(name)
            continue
        whole.append(sheet.spot(name.start, name.end + 1, name.type, name.by))
        given[post.start] = replace(sheet.spot(post.start + 1, post.end, "Title", post.by), text=post.text)
    return [given.get(post.start, post) for post in posts], whole


_LENT = "部局厅院处会所"


def _lacks(name: str, post: str) -> bool:
    """Whether what stands before the post is no whole name of a body."""
    name = re.sub(r"[(（][^()（）]*[)）]$", "", name)
    ministry = post == "部长" and nation_end(name) > 0 and not name.endswith("部")
    ends = (*words("organization_suffixes"), *words("firm_endings"), *words("department_endings"))
    return len(name) > 3 and (ministry or not name.endswith((*ends, "集团", "府", "委", "院", "所", "局", "会")))


def shorn(sheet: Sheet, posts: list[Spot], names: list[Spot]) -> list[Spot]:
    """The names without what belongs to a post: 某小学|一级教师, 某集团|行政总裁; 大中华区|总裁 holds no place."""
    kept = []
    lying = Lying(posts)
    for found in names:
        name, near = found, lying.across(found.start, found.end)
        cut, start = name.end, -1
        if name.text in word_set("title_prefixes") and any(name.inside(post) for post in near):
            continue
        if any(_is_called(post, name) for post in near):
            continue
        inside = next((post for post in near if _within(post, name)), None)
        if inside is not None:
            kept.append(sheet.spot(inside.end, name.end, name.type, name.by))
            name = sheet.spot(name.start, inside.start, name.type, name.by)
            cut = name.end
        while cut != start:
            stuck = (post.start for post in near if _stuck(post, name, cut) or _is_doubled(sheet.flat, post, name))
            start, cut = cut, min(next(stuck, cut), cut)
        kept.append(name if cut == name.end else sheet.spot(name.start, cut, name.type, name.by))
    return kept


def _within(post: Spot, name: Spot) -> bool:
    """Whether a post of a body stands in the middle of what was taken for one name: 某大学|党委书记|某工程院.

    校长, 司长 and the like may be no post there (某公司|长沙分公司), 副校长 and 董事长 are one.
    """
    around = post.start - name.start > 2 and name.end - post.end > 2
    sure = not post.text.endswith("长") or post.text.startswith(("副", "常务", "执行", "董事"))
    found = name.type == "Organization" and name.by in ("tagger", "ending")
    return around and sure and found and post.text.endswith(_heads())


# 理事, 律师 may begin or end other words: 某区管理事务中心, 某省律师学院.
_LEADS = ("长", "主任", "主席", "书记", "总裁", "经理", "总监", "政委", "董事", "监事", "司令员", "教导员", "指导员")


@cache
def _heads() -> tuple[str, ...]:
    posts = (row[0] for row in table("post_bodies") if "any" not in row)
    return (*(post for post in posts if post.endswith(_LEADS)), "党委书记", "党组书记")


@cache
def firm_posts() -> tuple[str, ...]:
    """Posts that a firm has above all: 董事长, CEO, 经理; not those that others have, too, told first: 分析师."""
    return tuple(row[0] for row in table("post_bodies") if row[1] == "company")


def _stuck(post: Spot, name: Spot, end: int) -> bool:
    """Whether the name up to `end` closes with this post or with the words that begin it."""
    if name.type != "Organization" or post.start - name.start < 2 or not name.start < post.start < end:
        return False
    begun = post.text[: end - post.start]
    own = begun in _COMMITTEES and _keeps_own(name.text[: post.start - name.start])
    region = post.text.startswith(tuple(word for word in _regions() if word.startswith(begun)))  # 某公司|中国区总裁
    # 某证券|保荐代表|人, 某开发计划署|助理署|长
    long = len(begun) > 2 and post.text.startswith(("保荐代表", "助理", "政调会"))
    return post.end == end or (post.end > end and (own or region or long or begun in word_set("title_prefixes")))


def _keeps_own(house: str) -> bool:
    """Whether the committee behind the words is part of a post there: 青江监狱|党委书记, 青江军分区|党委第一书记."""
    return house.endswith(_COMMANDS) or (house[-1] not in _SEATS and not house.endswith("工作"))


@cache
def _regions() -> tuple[str, ...]:
    return tuple(word for word in words("title_prefixes") if word.endswith("区"))


# 青江县|党委 has a secretary of its own, and so has a zone's; the committee of a prison or a firm is part of the post.
_COMMITTEES = ("党委", "党组", "纪委", "团委", "分党组", "分党委")
_COMMANDS = ("军区", "警备区", "军分区", "战区", "人武部")
_SEATS = f"{RANKS}央中镇乡村道区园木社组查"
