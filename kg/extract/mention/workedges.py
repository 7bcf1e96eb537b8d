"""Where the name of a work begins and ends, where its last word alone does not tell.

What is glued to it goes (甲风电项目|升压站, 控制性工程|乙大桥), what was cut off comes back (、|甲港区供水项目).
"""

from __future__ import annotations

import re
from functools import cache

from kg.extract.mention.phrases import phrase_start
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import all_of, one_of
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, word_set, words
from kg.language.tagger import Token

_SHORTEST = 4
_FIRST = "(?:首[条座台套批个]|全部|两[条座台套]|[0-9]{1,2}[条座台套])?"
# 控制性工程|甲大桥, 施工现场|乙扩建工程, 南北通道中|丙高速
_AHEAD = re.compile(
    rf"[\u3400-\u9fff0-9A-Za-z·—-]{{0,30}}?(?:(?:{one_of('key_works')})(?:项目)?|{one_of('ranks_of_works')}|{any_of(words('work_sites'))}|(?:通道|规划|清单|名单)中)"
    r"(?!的|项目|工程|建设|管理|办公室|指挥部)(?=[\u3400-\u9fff0-9A-Za-z“]{4})"
)
# 甲项目、|乙三湖连|通渠治理项目: what stands in a list of works between the mark and what was found.
# (该)|公司|甲风电项目, 公司|年产5万吨…, 旗下|乙电站
_OWNER = re.compile(r"(?:旗下|所属|下属|(?:公司|集团|企业)|(?<=[该本])项目)(?=[\u3400-\u9fff0-9A-Za-z“]{4})")
# 电(记者 李文达)|甲工程
_BYLINE = re.compile(r"[讯电]?\([^()]{0,4}(?:记者|通讯员)[^()]{1,30}\)")
# 甲至|乙高速公路三标段
# 深入实施|甲行动
_AT = ("在", "于", "到")
_GROUND = re.compile(
    r"[\u3400-\u9fff]{1,12}?[区园县市镇乡村地](?:投资|规划|计划)?(?:建设|新建|兴建|打造)(?!项目|工程|的|指挥部)(?=[\u3400-\u9fff0-9A-Za-z“]{4})"
)
_SETS_OUT = re.compile("(?:深入|持续|大力|全面|扎实|加快|深化)(?:实施|推进|开展|推动)(?=.{4})")
# 新车上市暨|“护苗”公益项目
_HAPPENS = re.compile(rf"[^,。;]{{0,40}}?(?:{one_of('happenings_before_works')})暨(?=[^,。;]{{4}})")
# 商会|“益企”品牌项目
_BODY = re.compile(f"(?:{one_of('kinds_of_bodies_before_quotes')})(?=“)")
_OTHER_END = ("至", "到", "—", "-")
_RIVER = re.compile(r"[\u3400-\u9fff]?[江河](?:公铁|公路|铁路|特)?大桥")
_BRAND = 2
_MEMBER = re.compile(rf"(?:{one_of('work_nouns')}|工程项目)[”]?、(?P<rest>[\u3400-\u9fffA-Za-z0-9]{{1,12}})$")
# (下称“|甲基地
_ANNOUNCES = re.compile(r"\((?:以下|下文)?(?:统|简|下|合)?称(?:为)?[:]?“?$")
_ASIDE = re.compile(r"\([^()]*\)$")
_RENEWAL = re.compile(f"(?:{one_of('renewals')})(?=[,。;、)]|$)")
_NAMED = ("LOC", "ns", "ORG", "nt", "nz", "nw", "PER", "nr", "j", "n")
_REACH = 40


def mended(sheet: Sheet, spot: Spot) -> Spot:
    """The spot of a work with its bounds where its name has them."""
    if opened := _ANNOUNCES.search(sheet.flat, max(0, spot.start - 12), spot.start):
        return _announced(sheet, spot, opened.start())
    start, end = _behind_lead(sheet, spot), _with_renewal(sheet, _before_piece(sheet, spot))
    if end - start < _SHORTEST:
        return spot
    start = _member_start(sheet, _behind_ground(sheet, start, end), end)
    start = _with_motto(sheet, _with_house(sheet, start, end))
    start = _with_brand(sheet, _with_other_end(sheet, start, end))
    if (start, end) == (spot.start, spot.end):
        return spot
    return sheet.spot(start, end, "Project", spot.by, sure=spot.sure)


def _with_renewal(sheet: Sheet, end: int) -> int:
    """The end behind what is done to it, where that closes the clause: 启动|甲公路改扩建|, 实施|乙水库除险加固|."""
    done = _RENEWAL.match(sheet.flat, end)
    return end if done is None else done.end()


def _announced(sheet: Sheet, spot: Spot, end: int) -> Spot:
    """The name in full before the bracket that tells how it is called for short: 甲创新基地|(下称“甲基地”)."""
    aside = _ASIDE.search(sheet.flat, max(0, end - 16), end)
    stop = end if aside is None else aside.start()
    start = phrase_start(sheet, stop) if stop in sheet.edges else stop
    full = sheet.flat[start:stop]
    fits = len(full) > len(spot.text) and full.endswith(spot.text[-2:])
    return sheet.spot(start, end, "Project", spot.by, sure=spot.sure) if fits else spot


def _before_piece(sheet: Sheet, spot: Spot) -> int:
    """Where the name ends before a piece of the work: 甲风电项目|升压站, 乙水电站|主体工程, 丙项目|项目总投资."""
    if spot.text.endswith("项目项目"):
        return spot.end - len("项目")
    piece = _piece().search(sheet.flat, max(spot.start + _SHORTEST, spot.end - 14), spot.end)
    return spot.end if piece is None else piece.start()


@cache
def _piece() -> re.Pattern[str]:
    pieces = any_of(words("glued_pieces"))
    return re.compile(
        rf"(?:(?<=项目)|(?<=工程)|(?<=电站)|(?<=大桥)|(?<=隧道)|(?<=标)|(?<=标段)){_FIRST}(?:{pieces})$|(?<=.{{4}})(?:{one_of('key_works')})$"
    )


def _behind_lead(sheet: Sheet, spot: Spot) -> int:
    """Where the name begins behind what the work is of another, or where that is built: 控制性工程|甲大桥."""
    ahead = (_BYLINE, _SETS_OUT, _AHEAD, _OWNER, _HAPPENS, _BODY)
    leads = (pattern.match(sheet.flat, spot.start, spot.end) for pattern in ahead)
    start = next((lead.end() for lead in leads if lead is not None), spot.start)
    start = _behind_making(sheet, start, spot.end)
    for token in sheet.words_in(start, spot.end):
        first = token.start <= start and token.text not in all_of("verbs_before_works")
        if not first and token.tag == "v" and token.text in _led_by() and spot.end - token.end >= _SHORTEST:
            start = token.end  # 县长到甲县督导|乙产业园, 甲公司洽谈|乙项目
    return start


@cache
def _led_by() -> frozenset[str]:
    return word_set("visit_verbs") | frozenset(all_of("verbs_before_works"))


def _behind_making(sheet: Sheet, start: int, end: int) -> int:
    """The start moved right behind a verb of making and what stands before it: 甲公司动工兴建|P, 砸下10亿元建|P."""
    verb = _makes().match(sheet.flat, start, end)
    if verb is None or end - verb.end() < _SHORTEST:
        return start
    return verb.end()


@cache
def _makes() -> re.Pattern[str]:
    renewed = (*all_of("renewing"), *words("renewing_words"), "共建", "合建", "在建", "建成", "施工", "自建", "竣工")
    verbs = any_of(word for word in words("strong_building_verbs") if len(word) > 1 and word not in renewed)
    money = r"(?:[砸豪掷投]{1,2}[下了]?|斥资|出资|投资)?[0-9.]{1,8}[余多]?[万亿]{1,2}(?:元|美元|欧元)[建修造办]?"
    owner = "(?:旗下|所属|下属|名下|麾下)的?"
    lead = rf"[\u3400-\u9fff]{{0,16}}?(?:(?:{verbs})了?|{owner}|{money})"
    return re.compile(rf"{lead}(?![项工的基部指企方商单成等])(?=[\u3400-\u9fff“0-9])")


def _behind_ground(sheet: Sheet, start: int, end: int) -> int:
    """The start moved behind the ground on which a work is built: 在|石门工业园建设|年产6万吨…项目."""
    if not sheet.flat.startswith(_AT, start - 1):
        return start
    ground = _GROUND.match(sheet.flat, start, end)
    return ground.end() if ground and end - ground.end() >= _SHORTEST else start


def _member_start(sheet: Sheet, start: int, end: int) -> int:
    """Where a member of a list of works begins, whatever its words are: 甲项目、|乙三湖连通渠治理项目."""
    if not sheet.flat.endswith(("项目", "工程"), start, end):
        return start
    member = _MEMBER.search(sheet.flat, max(0, start - 20), start)
    if member is None:
        return start
    at = member.start("rest")
    tokens = sheet.words_in(at, start)
    whole = at in sheet.edges and tokens[0].tag in _NAMED and not tokens[0].text.endswith(_LISTED_ALONE)
    loose = any(token.text in word_set("np_stops") or token.tag in ("u", "r", "w", "f", "c") for token in tokens)
    return at if whole and not loose else start


def _with_other_end(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over 至 to the other end of the line: 甲至|乙高速公路三标段."""
    if sheet.flat[start - 1 : start] in ("G", "S") and sheet.flat[start : start + 1].isdigit():
        return start - 1  # G|318线改造工程
    through = sheet.flat[start - 1 : start] == "经" and "至" in sheet.flat[start:end]  # 甲经|乙至丙高速公路
    joined = start > 1 and (sheet.flat[start - 1] in _OTHER_END or through)
    before = sheet.token_at(start - 2) if joined else None
    line = any(word in sheet.flat[start:end] for word in words("road_words"))
    if before is None or not line or before.end != start - 1 or start not in sheet.edges:
        return start
    placed = before.tag in ("LOC", "ns", "PER", "nr", "nz") or find_division(before.text) or _opens(sheet, before)
    return before.start if placed else start


def _opens(sheet: Sheet, token: Token) -> bool:
    """Whether two characters open a clause before the name of a work: 加定|至西海公路, taken for a verb."""
    clause, _ = sheet.clause(token.start)
    return (
        len(token.text) == _BRAND and token.start in (clause, sheet.lead_end) and token.tag not in ("p", "c", "r", "d")
    )


def _with_brand(sheet: Sheet, start: int) -> int:
    """The start moved left to what the tagger took for another word: 复兴|长江大桥."""
    before = sheet.token_at(start - 1) if start and start in sheet.edges else None
    if before is None or before.end != start or not _HAN.fullmatch(before.text):
        return start
    bridge = before.tag in ("n", "nz", "vn", "PER", "nr") or _opens(sheet, before)
    bridge = bridge and _RIVER.match(sheet.flat, start) is not None
    return before.start if bridge and before.text not in word_set("np_stops") else start


# 发起|灯塔同行——|“新”渔民计划
_MOTTO = re.compile(f"(?:{any_of(words('launching_verbs'))})了?(?P<motto>[\u3400-\u9fff·]{{2,10}}——)$")


def _with_motto(sheet: Sheet, start: int) -> int:
    """The start moved left over a motto and a dash behind a verb of launching: 发起|灯塔同行——“新”计划."""
    if sheet.flat[start - 2 : start] != "——":
        return start
    motto = _MOTTO.search(sheet.flat, max(0, start - 20), start)
    return motto.start("motto") if motto is not None else start


_HAN = re.compile(r"[\u3400-\u9fff]{2,4}")
_LISTED_ALONE = ("公司", "集团", "村", "社区", "医院", "大学", "学校", "银行", "企业", "单位")


def _with_house(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over 及 to a house that is built in the same work: 甲研发中心及|生产基地项目."""
    if sheet.flat[start - 1 : start] not in ("及", "和", "与", "暨") or not sheet.flat.endswith("项目", start, end):
        return start
    joint = start - 1
    first = sheet.token_at(start)
    if first is None or first.tag in ("LOC", "ns", "ORG", "nt", "nz", "PER") or joint not in sheet.edges:
        return start
    if not sheet.flat.endswith(words("joint_houses"), max(0, joint - _REACH), joint):
        return start
    left = phrase_start(sheet, joint)
    return left if left < joint else start
