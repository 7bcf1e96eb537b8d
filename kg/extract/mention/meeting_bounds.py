"""Where names of meetings begin, once more: what belongs to them by the marks of a clause, and what only leads up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from kg.extract.mention.meetings import is_bare, start_of
from kg.extract.mention.phrases import is_generic
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import ATTENDING, CONVENING, NUMERALS, one_of
from kg.language.lexicon import any_of, words

_SHORTEST = 4
_LONGEST = 48  # characters of a name in quotation marks
_PLAIN = 4  # characters of an adverb with its verb, which are part of no word: 高度评价
_ITEM = 16  # characters by which an item of a list is longer than what its last word tells
_CLAUSE = re.compile(f"{CONVENING}|{ATTENDING}|[,。;:!?“”]")
# 被问及“|如何看待甲国峰会”时, 李文达表示:“|…: what is quoted is a sentence.
_ASKS = re.compile("如何|怎么|怎样|什么|为何|是否|看待|认为")
_SAID = re.compile("(?:问及|回应|表示|称|说|指出|强调|提问)[,:]?$")
_NO_ITEM = re.compile(f"{CONVENING}|{ATTENDING}|[,。;:!?、“”()《》的在将于由和与]|以及|开展|包括|包含")
# 自|2006年|青江博览会创办以来: since when it has been there, not which one.
_SINCE, _UP_TO_NOW = re.compile("(?:自从?|早在|始于|从)$"), re.compile("[^,。;]{0,8}?(?:以来|至今|起)")
_YEAR = re.compile("[0-9]{4}年(?!首届|第)")
_NUMBER = re.compile("0[0-9](?=[\u3400-\u9fff])")
# 更|是青江茶业大会, 开展了|一堂心理沙龙
_COPULA = re.compile("[更既还也正就即乃]?是(?=[\u3400-\u9fff“])|一[堂场次节个轮期](?=[\u3400-\u9fff“])")
# 会议决定|市人大常委会第二十一次会议
_DEALS = re.compile(f"(?:会议|会上)(?:还|并|原则)?(?:{one_of('dealing_verbs')})了?(?:于|在)?(?=[\u3400-\u9fff“])")
# 有关领域|民营企业座谈会
_VAGUE_HEAD = re.compile("(?:有关|相关)(?:领域|方面|行业|部门|单位|地区)(?=[\u3400-\u9fff]{4})")
# 沿|江八市物流协作会议
_ALONG = re.compile("沿[黄江海边湖淮河长]|环[渤太北大]")
# 中蒙建交|75周年设计大赛
_ANNIVERSARY = re.compile(f"[0-9{NUMERALS}百]{{1,4}}周年")
_SINCE_WHAT = re.compile(f"(?:[\u3400-\u9fff]{{2}})?(?:{one_of('beginnings')})$")
# 保险公司全面推进|消博会: what is done for a fair, up to the fair that everybody knows by its last word.
_WORKS = re.compile("工作|筹备|筹办|推进|动员|部署|保障|服务")


# 李文达参加APEC|相关部长会议, 关于云岭问题的|和平会议
_LATIN, _RELATED = re.compile("[A-Za-z]{2,12}$"), ("相关", "有关")
_ABOUT = re.compile(f"(?:^|[,。;\\s”]|{CONVENING}|{ATTENDING})了?(?P<about>关于[^,。;的《》“”]{{2,24}}的)$")
# 香港特别行政|区委员会签署仪式: the sign belongs to the word before.
_LEVEL, _CUT_LEVEL = ("区", "县", "旗", "州"), re.compile("(?:行政|开发|自治|高新|示范|试验|合作|保税|旅游度假|[\u3400-\u9fff]新)$")
# 首场培训班|——税务研修班开班仪式, 子活动|——科技之旅
_CLASS = re.compile(
    f"(?:(?:首|第[0-9{NUMERALS}]{{1,3}})[场期批个届站][\u3400-\u9fff]{{0,6}}?|[子分]|系列)"
    "(?:班|会|活动|论坛|讲座|比赛|赛事|展览)(?:之[一二三四五六七八九十])?——"
)
# 继续|组织防汛视频会, 再次|召开座谈会
_DEED_AHEAD = re.compile(
    f"(?:继续|再次|再度|连续|多次|相继|陆续|先后|仍|还将|又将|并将|正在|早前|稍早前?|此前|不久前|前不久)(?:(?:组织(?!部)|开展|参加)?(?:{CONVENING})?)"
)
# 组织|干部旁听庭审活动: a clause is what the sentence is about.
_ORGANISES = re.compile("(?:组织(?![部法力者化学]|工作|生活|委员|人事|系统|建设|振兴|机构|收入|路线|路径|观摩|成员)|确保|保障(?=[^,。;]{0,6}(?:运动会|博览会|峰会|亚运|大会))|办好|服务保障)")
# 李文达|同志遗体告别仪式
_CALLED_SO, _FAREWELLS = ("同志", "先生", "女士", "教授", "院士", "老师"), ("遗体告别", "追悼会", "追思会", "诞辰", "逝世", "追思")
_HAN = re.compile("[\u3400-\u9fff]{1,4}")
_AND_OTHERS = re.compile("等(?:[一多各两]?[系多类][列个项场种]|[0-9]+[余多]?[个项场])?[\u3400-\u9fff]{0,4}(?:活动|会议|展会|赛事)$")
_UPON = re.compile("[上中],")
_HEAD_TAGS = ("n", "nz", "nw", "nr", "PER", "LOC", "ns", "ORG", "vn", "an", "a", "m")
_FEW = 4
_BROKEN = (("“", "”"), ("(", ")"), ("《", "》"))
_QUOTE_REACH = 44


def rebound(sheet: Sheet, spots: Sequence[Spot]) -> list[Spot]:
    """The spots of meetings with better bounds, those left out of which no name is left."""
    ends = {spot.end for spot in spots}
    texts = sorted({spot.text for spot in spots}, key=len)
    return [better for spot in spots for better in _better(sheet, spot, ends, texts)]


def _better(sheet: Sheet, spot: Spot, ends: set[int], texts: Sequence[str]) -> Iterable[Spot]:
    start = _behind(sheet, spot.start, spot.end)
    if start == spot.start:
        start = _ahead(sheet, spot, ends, texts)
    start, end = _whole_marks(sheet, start, _first_of_list(sheet, start, spot.end))
    if _ORGANISES.match(sheet.flat, start, end):
        return
    if (start, end) == (spot.start, spot.end):
        yield spot
    elif _is_name(sheet, start, end):
        yield sheet.spot(start, end, spot.type, spot.by, sure=spot.sure)


def _first_of_list(sheet: Sheet, start: int, end: int) -> int:
    """第二届甲博览会|等多个节会活动: the end of the one that is named."""
    others = _AND_OTHERS.search(sheet.flat, start, end)
    return others.start() if others and _known_ends().search(sheet.flat, start, others.start()) else end


@cache
def _known_ends() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('meeting_suffixes'))})”?$")


def _whole_marks(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    """The name with both halves of its marks: “我在甲节|等你”, 甲馆(|一分馆)揭牌仪式; without one that nothing opens."""
    for opener, closer in _BROKEN:
        text = sheet.flat[start:end]
        if text.count(closer) <= text.count(opener):
            continue
        first = sheet.flat.index(closer, start)
        at = sheet.flat.rfind(opener, max(0, first - _QUOTE_REACH), start)
        inside = sheet.flat[at:first] if at >= 0 else ""
        if at < 0 or closer in inside or any(mark in inside for mark in "。;"):
            start = first + 1 if first + 1 < end else start
        elif opener == "(":
            start = at if inside.startswith(("(以下", "(简称", "(下称")) else start_of(sheet, at, end) if at else at
        else:
            start = at
    return start, end


def _is_name(sheet: Sheet, start: int, end: int) -> bool:
    text = sheet.flat[start:end]
    return len(text) >= _SHORTEST and not is_bare(text) and not is_generic(text, sheet, start, end)


def _behind(sheet: Sheet, start: int, end: int) -> int:
    """The start moved right behind what only leads up to the name."""
    number = _NUMBER.match(sheet.flat, start, end) or _COPULA.match(sheet.flat, start, end)
    number = number or _VAGUE_HEAD.match(sheet.flat, start, end) or _DEALS.match(sheet.flat, start, end)
    number = number or _CLASS.match(sheet.flat, start, end) or _DEED_AHEAD.match(sheet.flat, start, end)
    if number is not None:
        return number.end()
    year = _YEAR.match(sheet.flat, start, end)
    if year is not None and _SINCE.search(sheet.flat, max(0, start - 2), start) and _UP_TO_NOW.match(sheet.flat, end):
        return year.end()
    return _behind_deed(sheet, start, end)


def _behind_deed(sheet: Sheet, start: int, end: int) -> int:
    """宁河电力全力护航|消博会, 李文达高度评价|甲国宁河峰会: behind a verb that is done to a fair or a summit."""
    if not _known_event().search(sheet.flat, start, end):
        return start
    for verb in _deeds().finditer(sheet.flat, start, end):
        plain = len(verb.group()) >= _PLAIN or (verb.start() in sheet.edges and verb.end() in sheet.edges)
        quoted = sheet.flat.rfind("“", start, verb.start()) > sheet.flat.rfind("”", start, verb.start())
        if plain and not quoted and not _WORKS.search(sheet.flat, verb.end(), end):
            return verb.end()
    return start


@cache
def _deeds() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('deeds_to_meetings'))})了?")


@cache
def _known_event() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of('fairs_and_games')}|{one_of('summits')})$")


def _ahead(sheet: Sheet, spot: Spot, ends: set[int], texts: Sequence[str]) -> int:
    """The start moved left over what belongs to the name."""
    start, end = spot.start, spot.end
    if sheet.flat.startswith("”", end):
        opener = sheet.flat.rfind("“", max(0, end - _LONGEST), start)
        clause = _CLAUSE.search(sheet.flat, opener + 1, start) or _SAID.search(sheet.flat, max(0, opener - 6), opener)
        if 0 <= opener < start - 1 and not clause and not _ASKS.search(sheet.flat, opener + 1, start):
            return opener + 1
    since = _SINCE_WHAT.search(sheet.flat, max(0, start - 6), start) if _ANNIVERSARY.match(sheet.flat, start) else None
    if since is not None:
        return since.start()
    if start and _ALONG.match(sheet.flat, start - 1):
        return start - 1
    further = _further_ahead(sheet, start, end)
    if further < start:
        return further
    if sheet.flat.startswith("(", start):
        return start_of(sheet, start, end)
    own = sheet.flat[start:end]
    if sheet.flat.startswith("(", start - 1) and ")" in own and "(" not in own:
        return start_of(sheet, start - 1, end)
    item = _item(sheet, start, ends)
    return item if item < start else _seen_longer(sheet, spot, texts)


def _further_ahead(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over what a name that begins in its middle lacks."""
    flat = sheet.flat
    if flat.startswith(_RELATED, start):
        latin = _LATIN.search(flat, max(0, start - 12), start)
        return latin.start() if latin else start
    if flat.startswith(_CALLED_SO, start) and flat.startswith(_FAREWELLS, start + 2):
        token = sheet.token_at(start - 1)
        return token.start if token is not None and token.tag in ("PER", "nr") else start
    if flat[start - 1 : start] == "的":
        about = _ABOUT.search(flat, max(0, start - 40), start)
        return about.start("about") if about else start
    if flat.startswith(_LEVEL, start) and _CUT_LEVEL.search(flat, max(0, start - 4), start):
        token = sheet.token_at(start - 1)
        return token.start if token is not None else start
    return _head_of_clause(sheet, start, end)


def _head_of_clause(sheet: Sheet, start: int, end: int) -> int:
    """甲品|甲味采购对接会上,: between the head of a sentence and …会上 a word or two are part of the name."""
    left, _ = sheet.sentence(start)
    if not 0 < start - left <= _FEW or left < sheet.lead_end or not _UPON.match(sheet.flat, end):
        return start
    ahead = sheet.words_in(left, start)
    whole = all(token.tag in _HEAD_TAGS and token.text.strip() for token in ahead)
    named = any(token.tag in ("PER", "nr", "LOC", "ns", "ORG") for token in ahead)
    return left if whole and not named and _HAN.fullmatch(sheet.flat, left, start) else start


def _item(sheet: Sheet, start: int, ends: set[int]) -> int:
    """甲会议、乙合作|机制会议: behind another meeting and 、 the name begins with the item of the list."""
    mark = sheet.flat.rfind("、", max(0, start - _ITEM), start)
    if mark < 0 or mark not in ends or _NO_ITEM.search(sheet.flat, mark + 1, start):
        return start
    return mark + 1


def _seen_longer(sheet: Sheet, spot: Spot, texts: Sequence[str]) -> int:
    """本次育|新文化节, where the page has 第二届育新文化节: the tagger cut it another way."""
    for length in (2, 1):
        head = sheet.flat[max(0, spot.start - length) : spot.start]
        if len(head) == length and any(text.endswith(head + spot.text) for text in texts):
            return spot.start - length
    return spot.start
