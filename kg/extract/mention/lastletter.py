"""The last character of a name, which the tagger left off because it is a word, too: 赵立|帮——, 陈立|会说."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from kg.extract.mention.namelike import VERB_AFTER, torn
from kg.extract.mention.support import after_role
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import all_of, one_of
from kg.language.lexicon import any_of, words
from kg.language.names import compound_surnames, surname_of
from kg.language.text import is_han
from kg.language.words import is_word

# 李文|说, 李文|等、周明远, 李文|任: what may stand alone between a name and a mark, or before a word of time.
_ALONE = frozenset(
    "说称等摄饰案任曰道问答赞叹笑哭来去走死亡后时中上下内外里家处团版奖杯和与及同也都还已又则将就的了过着于在自从至到为是有因以"
)
_CLOSED = (",", "。", "、", ";", "——", "!", "?")
# 周岳|之|研究员, 周明|容|眼中: behind them no word of one character stands between a name and these.
_BEHIND_WHOLE = re.compile(f"(?:{one_of('calls_of_the_learned')})|(?:眼中|眼里|看来|口中|心中|心里)")
_MOVED = re.compile(f"(?:{one_of('moved_when_saying')})地?(?:说|表示|告诉|讲|对)")
_WHEN = re.compile("连日来|近日|日前|昨日|今日|昨天|今天|近期|当日|当天")
_ROLES = all_of("ends_of_callings")
_NEEDING = "求帮念容全"  # verbs that want an object behind them, no other verb
# 市长|李文|达到少林寺调研: nobody reaches a place where somebody goes about there
_WENT = re.compile(f"达到(?:访|[^,。;0-9]{{2,16}}(?:{any_of(words('visit_verbs'))}))")
_SAYS = re.compile("会说[,:。;]")
_FAR = ("远赴", "远在")  # 省长周明|远|在甲县调研
GIVES = re.compile("致(?:开[幕场会]|闭[幕会]|欢迎|欢送|答谢|祝酒|悼|祝|贺|主)?[辞词]")


@cache
def _elected() -> re.Pattern[str]:
    """A verb of choosing that opens the clause, behind which 为 tells the post."""
    return re.compile(rf"(?:{one_of('appointing_verbs')}|推举|聘请|公推)了?(?!后)[^,。;]{{0,30}}$")


def whole(sheet: Sheet, spot: Spot, posts: Set[int]) -> Spot:
    """The name with its last character, where what stands behind that proves that it belongs to the name."""
    flat, start, end = sheet.flat, spot.start, spot.end
    surname = surname_of(spot.text)
    last = flat[end : end + 1]
    if surname is None or len(spot.text) != len(surname) + 1 or not is_han(last or " ") or torn(flat, end):
        return spot
    if surname_of(flat[start : end + 1]) is None or (len(surname) > 1 and surname not in compound_surnames()):
        return spot
    if end + 1 in sheet.edges and _belongs(sheet, spot, last, posts):
        return sheet.spot(start, end + 1, spot.type, spot.by)
    # 群众|陈立|会说: the tagger may have made one word of the character and the verb.
    said = (_SAYS.match(flat, end) and _quotes(flat, start)) or _torn_off(sheet, spot)
    said = said or (start in posts and flat.startswith(_FAR, end))
    return sheet.spot(start, end + 1, spot.type, spot.by) if said else spot


def _belongs(sheet: Sheet, spot: Spot, last: str, posts: Set[int]) -> bool:
    flat, behind = sheet.flat, spot.end + 1
    if last in _ALONE:
        return False
    if flat.startswith(_CLOSED, behind):
        return spot.start in posts or after_role(flat, spot.start) or flat.endswith(_ROLES, 0, spot.start)
    acts = VERB_AFTER.match(flat, behind) or flat.startswith("举行", behind)
    if last in _NEEDING and acts and not is_word(flat[spot.end : spot.end + 2]):
        return True
    return any(told.match(flat, behind) for told in (_BEHIND_WHOLE, _MOVED, _WHEN))


def _torn_off(sheet: Sheet, spot: Spot) -> bool:
    """Whether the tagger made a word of the character and the verb: 署长|何林|明致闭幕辞, 选举|李文|成为监事长."""
    flat, end = sheet.flat, spot.end
    if end + 1 not in sheet.edges and (GIVES.match(flat, end + 1) or _WENT.match(flat, end)):
        return True
    return flat.startswith("成为", end) and _elected().search(flat, sheet.clause(spot.start)[0], spot.start) is not None


def _quotes(flat: str, start: int) -> bool:
    """Whether the words of who speaks stand right before the name and its role: …!”|群众陈立会说。"""
    return "”" in flat[max(0, start - 8) : start]
