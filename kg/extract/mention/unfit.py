"""What ends like the name of a work and is none: a rank, an award, a kind of works, a ground that stands, a clause."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from kg.extract.mention import madeby
from kg.extract.sheet import Sheet, Spot, occurrences
from kg.language.classes import COPULAS, EVALUATIVES, HELD, NUMERALS, all_of, one_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, pattern, word_set, words
from kg.language.tagger import Token

# 亚洲第三大|抽水蓄能电站——甲电站
_RANKED = re.compile(f"(?:{one_of('grounds_before_ranks')})?第[{NUMERALS}]{{1,2}}[大高长]")
_BEST_OF = re.compile(r"最[大高长早快新深先](?:规模)?的?$")
_FIRST_OF = re.compile("(?:首|第一|唯一一?)[个座条家台]的?$")
# 某开发区首个|城市更新项目, 青江首座|抽蓄电站: of several the first.
_FIRST_INSIDE = re.compile("首[个座条家台批]|唯一一?[个座条家台]")
_PRAISED = re.compile("十佳|十大|获奖|入选|“(?:重点|重大|储备|入库)(?:建设)?(?:项目|工程)$")
_SAID = re.compile(f"(?:{COPULAS}|乃至|以及)[^,。;]{{0,24}}$")
_PROPER = ("LOC", "ns", "ORG", "nt", "nz", "nw")
_NAMES_AND_FIGURES = (*_PROPER, "PER", "nr", "w", "m", "q", "TIME")
# 年产10万吨, 2×66万千瓦, 12万锭: figures single a work out.
FIGURE = re.compile(
    r"年产|第[0-9.]{1,4}代|[0-9][0-9.×x*]{0,15}万?[吨锭千瓦兆台套辆只件米平方公里亩号]|[0-9]×|[十百千]?[百千万][吨头只羽亩锭](?!级)"
)
_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》|\([^()]*\)")
# 被授予“某某项目”|称号, 获某某基地等|荣誉
_HONOUR = re.compile("[^。;]{0,60}?(?:称号|荣誉|殊荣|奖(?!励金|学金))")
_WON = re.compile("(?:获|授予|评为|认定为)[^。;]{0,80}$")
_AWARDED = re.compile("(?:授予|获评|荣获|评为)[^,。;]{0,8}“?$")
# 该项目是首个……的|减污降碳示范项目: what the subject is.
_IS = re.compile("(?:是|成为|作为|属于)[^,。;]{2,40}的$")
# 打造有影响力的|创新创业基地, 助力青江打造|人民币中心: what a place is to become.
_BECOMES = re.compile(
    "(?:打造|建成|建设成|建设(?!位于|在|[^,。;]{0,12}投资|[和与及、并][^,。;的]{2,6}的$)|形成|培育|构建)[^,。;0-9]{2,40}的$"
)
_AIMS = re.compile(f"(?:{one_of('furthering_verbs')})[^,。;]{{0,10}}?(?:打造|建设|建成|构建)(?:成为|成|为)?$")
_HEIGHTS = ("基地", "中心", "枢纽", "高地", "平台")
# 甲高速的|控制性工程
_PART = re.compile(f"的(?:{EVALUATIVES})*(?:{one_of('key_works')}|{one_of('parts_of_works')})$")
# (未来将)成为|甲训练基地, 按照|甲训练基地|的标准, 打造|甲中心|打下基础
_TURNS = re.compile("成为$")
_STANDARD = ("的标准", "标准建设", "打下", "奠定")
# 甲经济开发区|建设项目, 乙公司|建设项目: whatever is built there.
_WHATEVER = re.compile("(?:开发区|高新区|新区|公司)建设项目$")
# 基金+基地
_FORMULA = re.compile("^[\u3400-\u9fff]{2,4}[+][\u3400-\u9fff]{2,4}$")
# 强链补链|工程, 育新培优|工程: what a policy does, in pairs of a verb and a noun; 材料科学与|工程: a subject of study.
_SLOGAN = re.compile(
    "^(?:[强延补固建稳铸][链圈]|[提增育培][质效新优]|[扶壮做][优强大]|[降去]本|[降节]耗){2,4}(?:行动|计划)?工程$"
)
_SUBJECT = re.compile("(?:科学|技术)与工程$")
_SOLUTIONS = ("系统解决方案", "解决方案", "整体解决方案")
# 购置|豆浆生产线
_BUYS = re.compile(f"(?:{one_of('buying_verbs')})了?[^,。;]{{0,6}}$")
_LINES = ("生产线", "产线", "设备")
# 项目|建设|大棚
_BUILDS_INSIDE = re.compile("(?:项目|工程)建设(?!项目|工程|基地)[\u3400-\u9fff]{2,20}$")
# 作为|全国中医药宣传教育基地: what a house is called for its grade; 一批|文物保护示范项目: some of their kind.
# 甲铁路是|国家首批PPP示范项目, 乙平台系|全省重点项目
_RANK = re.compile(
    "(?:国家|全国|全[省市县区]|[省市县区州]|国内|我国)级?的?(?:[首第][一二三四]?批|重点|重大|示范|试点|十大|标志性)"
)
_EQUALS = re.compile(f"(?:{COPULAS})(?:首个|唯一)?$")
_GRADES = ("全国", "国家", "省级", "市级")
_SOME = re.compile("(?:一批|一系列|多[项个批]|若干)$")
_IN_SERIES = re.compile("^(?:“[^“”]*”){2,}")
# (甲至乙高速铁路丙)|段首座隧道
ORDER = re.compile("(?:^|段)首[座条个](?:特长)?(?:隧道|大桥|特大桥)$")
_LONGEST_REST = 4
_FOR = frozenset(("面向",))
_LONGEST_KIND = 8
_NEAR = 16
# 在|甲创新基地|举行
_VENUE_BEFORE, _VENUE_BEHIND = re.compile("[在于到]$"), re.compile(f"[^,。;]{{0,8}}?(?:{HELD})")


def is_unfit(sheet: Sheet, spot: Spot) -> bool:
    """Whether the phrase, though it ends like a work, names none."""
    return any(told(sheet, spot) for told in _TELLING)


def _of_its_kind(sheet: Sheet, spot: Spot) -> bool:
    """省内规模最大的|产业投资基金, 海拔最高|光伏项目: the kind of work of which another name is the first."""
    rank = _RANKED.match(spot.text)
    best = _BEST_OF.search(sheet.flat, max(0, spot.start - 5), spot.start)
    first = _FIRST_OF.search(sheet.flat, max(0, spot.start - 5), spot.start) and _said_of(sheet, spot)
    if rank is None and not best and not first:
        return False
    return not _own(sheet, spot.start + (rank.end() if rank else 0), spot.end) and "“" not in spot.text


def _first_of_several(sheet: Sheet, spot: Spot) -> bool:
    """甲开发区首个|城市更新改造项目, 乙局|十佳EPC项目: behind the rank no name follows."""
    outside = _QUOTED.sub(lambda part: "“" * len(part.group()), spot.text)
    praised, rank = _PRAISED.search(outside), _FIRST_INSIDE.search(outside)
    rank = praised or (rank if rank is not None and _said_of(sheet, spot) else None)
    return rank is not None and not _own(sheet, spot.start + rank.end(), spot.end)


def _said_of(sheet: Sheet, spot: Spot) -> bool:
    """Whether the phrase says what another name is: 甲电站是|全国首座电站, 全国首座电站|——甲电站."""
    left, _ = sheet.clause(spot.start)
    return sheet.flat.startswith("——", spot.end) or bool(_SAID.search(sheet.flat, left, spot.start))


def _own(sheet: Sheet, start: int, end: int) -> bool:
    return any(token.tag in _NAMES_AND_FIGURES for token in sheet.words_in(start, end)) if start < end else False


def _honour(sheet: Sheet, spot: Spot) -> bool:
    """被授予“标准化项目”称号: what somebody was called for merits."""
    begin, _ = sheet.sentence(spot.start)
    if _AWARDED.search(sheet.flat, max(begin, spot.start - 14), spot.start):
        return True
    return bool(_HONOUR.match(sheet.flat, spot.end)) and bool(_WON.search(sheet.flat, begin, spot.start))


def _predicate(sheet: Sheet, spot: Spot) -> bool:
    """甲项目是全区首个……的|减污降碳示范项目: what another one is."""
    left, _ = sheet.clause(spot.start)
    if spot.text.endswith("基地") and spot.text.startswith(_GRADES) and _said_of(sheet, spot):
        return True
    if (
        "“" not in spot.text
        and _RANK.match(spot.text)
        and _EQUALS.search(sheet.flat, max(left, spot.start - 4), spot.start)
    ):
        return True
    plain = not _own(sheet, spot.start, spot.end) and "“" not in spot.text
    if plain and _SOME.search(sheet.flat, max(left, spot.start - 4), spot.start):
        return True
    return plain and bool(_IS.search(sheet.flat, left, spot.start))


def is_goal(sheet: Sheet, spot: Spot) -> bool:
    """打造有影响力的|创新创业基地, 助力青江打造|离岸金融中心: what a place wants to be, without a name."""
    single = len(sheet.words_in(spot.start, spot.end)) == 1  # the tagger took the whole for a body
    if not spot.text.endswith(_HEIGHTS) or "“" in spot.text or (_own(sheet, spot.start, spot.end) and not single):
        return False
    left, _ = sheet.clause(spot.start)
    return any(told.search(sheet.flat, left, spot.start) for told in (_BECOMES, _AIMS))


def _whatever(sheet: Sheet, spot: Spot) -> bool:
    """甲经济开发区|建设项目, 基金+基地, 智能工厂|解决方案: what is built somewhere, formulas, goods."""
    goods = sheet.flat.startswith(_SOLUTIONS, spot.end)
    return goods or any(told.search(spot.text) for told in (_WHATEVER, _FORMULA, _SLOGAN, _SUBJECT))


def _turns_into(sheet: Sheet, spot: Spot) -> bool:
    """将成为|国家训练基地, 按照|国家训练基地|的标准建设: what another thing is to be."""
    if not spot.text.endswith(_HEIGHTS) or "“" in spot.text:
        return False
    ends = [(at, at + len(spot.text)) for at in occurrences(sheet.flat, spot.text)]
    return bool(ends) and all(
        _TURNS.search(sheet.flat, max(0, at - 4), at) or sheet.flat.startswith(_STANDARD, end) for at, end in ends
    )


def _public(sheet: Sheet, spot: Spot) -> bool:
    """甲区|人防工程: all works of a public kind in a place, where none of them is begun."""
    kind = next((kind for kind in all_of("public_works") if spot.text.endswith(kind)), None)
    if kind is None or madeby.begun(sheet, spot.end) or madeby.behind(sheet, spot.end):
        return False
    place = spot.text.removesuffix(kind)
    return not place or find_division(place) is not None


def _part(sheet: Sheet, spot: Spot) -> bool:
    """甲高速的|重要控制性工程: a part of another work."""
    return _PART.search(spot.text) is not None


def _bought(sheet: Sheet, spot: Spot) -> bool:
    """购置|豆浆生产线: what a plant is fitted with."""
    left, _ = sheet.clause(spot.start)
    return spot.text.endswith(_LINES) and _BUYS.search(sheet.flat, left, spot.start) is not None


def _in_general(sheet: Sheet, spot: Spot) -> bool:
    """养老项目|对接会, 文旅项目|申报: works that are gathered or chosen, none of them in particular."""
    if FIGURE.search(spot.text) or "“" in spot.text:
        return False
    return any(
        sheet.flat.startswith(words("about_works"), at + len(spot.text)) for at in occurrences(sheet.flat, spot.text)
    )


def _of_region(sheet: Sheet, spot: Spot) -> bool:
    """华北地区|养老项目, 甲国|高铁: the works of a kind in a region, or the roads of a country."""
    first = sheet.token_at(spot.start)
    if first is None or first.start != spot.start or not is_kind(spot.text[len(first.text) :]):
        return False
    if first.text.endswith(("地区", "区域", "流域", "沿线")) or first.text in word_set("world_regions"):
        return True
    return is_country(first.text) and spot.text.endswith(words("road_words"))


def _several(sheet: Sheet, spot: Spot) -> bool:
    """“甲”“乙”“丙”项目: as many as there are quotations."""
    return bool(_IN_SERIES.match(spot.text)) or spot.text.startswith(("（", "("))


def _clause(sheet: Sheet, spot: Spot) -> bool:
    """甲市借转型|提高|人防工程: a verb of a clause stands inside, and its object behind it."""
    words_in = sheet.words_in(spot.start, spot.end)
    adverbial = words_in[0].tag in ("ad", "d", "vd") and len(words_in) > 1 and words_in[1].tag == "v"
    if ORDER.search(spot.text) or _plans(sheet, spot):
        return True
    if _BUILDS_INSIDE.search(spot.text) or (adverbial and sheet.flat[spot.start - 1 : spot.start] not in tuple("“《")):
        return True
    quoted = [(spot.start + part.start(), spot.start + part.end()) for part in _QUOTED.finditer(spot.text)]
    for token in words_in:
        inside = any(start <= token.start < end for start, end in quoted)
        if (
            not inside
            and token.text in _clause_verbs() - _heading(spot, token)
            and spot.end - token.end >= _LONGEST_REST
        ):
            return True
    return False


def _plans(sheet: Sheet, spot: Spot) -> bool:
    """甲机场|计划|加密航线: a name and a verb."""
    tokens, following = sheet.words_in(spot.start, spot.end), sheet.token_at(spot.end)
    named = len(tokens) > 1 and all(token.tag in ("ORG", "LOC", "nt", "ns") for token in tokens[:-1])
    verbal = following is not None and following.start == spot.end and following.tag in ("v", "vn", "p", "d")
    return named and verbal and spot.text.endswith("计划")


def _heading(spot: Spot, token: Token) -> frozenset[str]:
    """面向甲领域的|芯片研发项目: a name may begin with what it is for."""
    return _FOR if token.start == spot.start and "的" in spot.text else frozenset()


@cache
def _clause_verbs() -> frozenset[str]:
    return frozenset(words("verbs_in_no_work"))


def is_kind(text: str) -> bool:
    """Whether it is made of words for kinds alone, however the tagger cut it: 保障性安居工程, 技术创新中心."""
    text = re.sub("[、+]", "", text)
    reached = {0}
    for end in range(1, len(text) + 1):
        if any(start in reached and text[start:end] in _kinds() for start in range(max(0, end - _LONGEST_KIND), end)):
            reached.add(end)
    return len(text) in reached


@cache
def _kinds() -> frozenset[str]:
    named = ("work_kinds", "generic_words", "work_generics", "fund_kinds", "road_words", "project_suffixes")
    return frozenset(word for name in named for word in words(name))


def _institute(sheet: Sheet, spot: Spot) -> bool:
    """甲全国重点实验室: a body that works, however new it is."""
    return spot.text.endswith(words("working_institutes"))


def _of_province(sheet: Sheet, spot: Spot) -> bool:
    """某省高速公路: the roads of a whole province; 高速|运输走廊: the road is only half of a word."""
    if not spot.text.endswith(words("road_words")):
        return False
    if pattern("not_roads").match(sheet.flat, spot.end):
        return True
    own = spot.text.removesuffix(max((word for word in words("road_words") if spot.text.endswith(word)), key=len))
    return own.endswith(("省", "自治区", "市")) and bool(find_division(own))


def _stands(sheet: Sheet, spot: Spot) -> bool:
    """A park of which no clause tells that it is built, and a house where something takes place: they are places."""
    if spot.text.endswith(words("standing_parks")):
        others = (sheet.spot(at, at + len(spot.text), spot.type) for at in occurrences(sheet.flat, spot.text))
        return any(_is_venue(sheet, other) for other in others) or not _is_told(sheet, spot.text)
    return spot.text.endswith(("基地", "中心")) and _is_venue(sheet, spot) and not _is_told(sheet, spot.text)


def _is_venue(sheet: Sheet, spot: Spot) -> bool:
    before = _VENUE_BEFORE.search(sheet.flat, max(0, spot.start - 12), spot.start)
    at = before or re.search(r"[在于][\u3400-\u9fff]{2,10}$", sheet.flat[max(0, spot.start - 12) : spot.start])
    return bool(at) and bool(_VENUE_BEHIND.match(sheet.flat, spot.end))


def _is_told(sheet: Sheet, name: str) -> bool:
    """Whether a clause that holds the name tells that it is being built, opened or invested in."""
    for at in occurrences(sheet.flat, name):
        left, right = sheet.clause(at)
        end = at + len(name)
        before, behind = max(left, at - _NEAR), min(max(right, end), end + _NEAR)
        if _works().search(sheet.flat, before, at) or _works().search(sheet.flat, end, behind):
            return True
        if name in (sheet.article.title or ""):
            return True
    return False


@cache
def _works() -> re.Pattern[str]:
    return re.compile(any_of((*words("building_verbs"), *words("park_works"))))


def _bland(sheet: Sheet, spot: Spot) -> bool:
    """某省重点公路项目: praised or ranked among others, and not named."""
    quoted = _QUOTED.findall(spot.text)
    singled = any(part[1:-1] not in word_set("initiatives") for part in quoted if part[0] == "“")
    singled = singled or spot.text.startswith(("国家重点研发", "国家自然科学"))
    singled = singled or spot.text.endswith("超级工厂") or bool(FIGURE.search(spot.text))
    return not singled and pattern("bland_works").search(spot.text) is not None and "实验室" not in spot.text


_TELLING: tuple[Callable[[Sheet, Spot], bool], ...] = (
    _bland, _of_its_kind, _first_of_several, _honour, _predicate, is_goal, _whatever,
    _turns_into, _public, _part, _bought, _in_general, _of_region,
    _several, _clause, _institute, _of_province, _stands,
)  # fmt: skip
