"""Where names of meetings begin, once more: what belongs to them by the marks of a clause, and what only leads up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from kg.extract.mention.meetings import is_bare, start_of
from kg.extract.mention.phrases import is_generic
from kg.extract.mention.whole_meetings import first_of_list, further_ahead, whole_marks
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import ATTENDING, CONVENING, NUMERALS, one_of
from kg.language.lexicon import any_of, words

_SHORTEST = 4
_LONGEST = 48  # characters of a name in quotation marks
_BARE_END = 2  # characters of a last word that is no fair by itself: 体验|展
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
# 甲市获得|2026年世界运动会|举办权: who may hold it gives it no name.
_WON = re.compile("(?:获得|取得|赢得|获|拿下|夺得|争取|申办|竞逐|失去)了?(?=[\u3400-\u9fff“0-9])")
_RIGHT_TO_HOLD = re.compile("的?(?:举办|主办|承办|申办)(?:权|资格)")
# 致信祝贺|甲展览会|在乙市开幕: who sends a letter gives it no name.
_CONGRATULATED = re.compile("(?:致[信电函]|发来[贺函]信|去信|复信|来电|来函)(?:热烈)?祝贺(?=[\u3400-\u9fff“0-9])")
# 有关领域|民营企业座谈会
_VAGUE_HEAD = re.compile("(?:有关|相关)(?:领域|方面|行业|部门|单位|地区)(?=[\u3400-\u9fff]{4})")
# 沿|江八市物流协作会议
_ALONG = re.compile("沿[黄江海边湖淮河长]|环[渤太北大]")
# 中蒙建交|75周年设计大赛
_ANNIVERSARY = re.compile(f"[0-9{NUMERALS}百]{{1,4}}周年")
_SINCE_WHAT = re.compile(f"(?:[\u3400-\u9fff]{{2}})?(?:{one_of('beginnings')})$")
# 保险公司全面推进|消博会: what is done for a fair, up to the fair that everybody knows by its last word.
_WORKS = re.compile("工作|筹备|筹办|推进|动员|部署|保障|服务")


# 首场培训班|——税务研修班开班仪式, 子活动|——科技之旅
_CLASS = re.compile(
    f"(?:(?:首|第[0-9{NUMERALS}]{{1,3}})[场期批个届站][\u3400-\u9fff]{{0,6}}?|[子分]|系列)"
    "(?:班|会|活动|论坛|讲座|比赛|赛事|展览)(?:之[一二三四五六七八九十])?——"
)
# 继续|组织防汛视频会, 再次|召开座谈会
_DEED_AHEAD = re.compile(f"(?:{one_of('told_as_deeds')})(?:(?:组织(?!部)|开展|参加)?(?:{CONVENING})?)")
# 组织|干部旁听庭审活动: a clause is what the sentence is about.
_ORGANISES = re.compile(
    f"组织(?!{one_of('before_organising')})|确保|保障(?=[^,。;]{{0,6}}(?:运动会|博览会|峰会|亚运|大会))|办好|服务保障"
)


def rebound(sheet: Sheet, spots: Sequence[Spot]) -> list[Spot]:
    """The spots of meetings with better bounds, those left out of which no name is left."""
    ends = {spot.end for spot in spots}
    texts = sorted({spot.text for spot in spots}, key=len)
    return [better for spot in spots for better in _better(sheet, spot, ends, texts)]


def _better(sheet: Sheet, spot: Spot, ends: set[int], texts: Sequence[str]) -> Iterable[Spot]:
    start = _behind(sheet, spot.start, spot.end)
    if start == spot.start:
        start = _ahead(sheet, spot, ends, texts)
    start, end = whole_marks(sheet, start, first_of_list(sheet, start, spot.end))
    if _ORGANISES.match(sheet.flat, start, end):
        return
    if (start, end) == (spot.start, spot.end):
        yield spot
    elif _is_name(sheet, start, end):
        yield sheet.spot(start, end, spot.type, spot.by, sure=spot.sure)


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
    won = _WON.search(sheet.flat, start, end) if _RIGHT_TO_HOLD.match(sheet.flat, end) else None
    won = won or _CONGRATULATED.search(sheet.flat, start, end)
    return won.end() if won is not None else _behind_deed(sheet, start, end)


def _behind_deed(sheet: Sheet, start: int, end: int) -> int:
    """宁河电力全力护航|消博会, 李文达高度评价|甲国宁河峰会: behind a verb that is done to a fair or a summit."""
    if not _known_event().search(sheet.flat, start, end):
        return start
    cut = start
    for verb in _deeds().finditer(sheet.flat, start, end):
        plain = len(verb.group()) >= _PLAIN or (verb.start() in sheet.edges and verb.end() in sheet.edges)
        quoted = sheet.flat.rfind("“", start, verb.start()) > sheet.flat.rfind("”", start, verb.start())
        if plain and end - verb.end() > _BARE_END and not quoted and not _WORKS.search(sheet.flat, verb.end(), end):
            cut = verb.end()
    return cut


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
    own = sheet.flat[start:end]
    further = further_ahead(sheet, start, end)
    if further == start and own.startswith("("):
        further = start_of(sheet, start, end)
    elif further == start and sheet.flat.startswith("(", start - 1) and ")" in own and "(" not in own:
        further = start_of(sheet, start - 1, end)
    further = further if further < start else _item(sheet, start, ends)
    return further if further < start else _seen_longer(sheet, spot, texts)


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
