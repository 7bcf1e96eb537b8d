"""What ends like a meeting and is told as one of its kind: what another is, one of many, a list, a body, a tour."""

from __future__ import annotations

import re

from kg.extract.sheet import Sheet, Spot
from kg.language.classes import CONVENING, COPULAS, NUMERALS, one_of

_PROPER = ("LOC", "ORG", "PER", "ns", "nt", "nz", "nw", "nr")
_SINGLED_OUT = re.compile(f"[“《]|第[0-9{NUMERALS}百]+[届期次季]|首届|[0-9]{{4}}")
# 本次论坛是近年来规模最大的一次|学术会议, 把大会办成集学术于一体的|精品论坛: what something told of is. But
# 为居民开展了一场精彩的|环保讲座 tells of one.
_IS = f"(?:{COPULAS}|成为|作为|堪称|称得上)"
_IS_ONE = re.compile(
    f"{_IS}[^,。;]{{0,40}}?(?<!了)(?<!带来)(?<!开展)(?<!举[行办])(?<!召开)(?:一|首|第[0-9{NUMERALS}]{{1,3}})[次场届个][^,。;]{{0,30}}的$"
    f"|(?:{one_of('making_into')})[^,。;]{{0,40}}的$"
)
_IS_FIRST = re.compile(f"{_IS}[^,。;]{{0,40}}的$")
# 内容丰富、形式多样的|宣讲活动, 一系列|文化活动: many, none of them named.
_MANY_KINDS = re.compile(f"(?:{one_of('manifold')})(?:的|、)?$")
_VAGUE_HEAD = re.compile(f"(?:{one_of('vague_heads')})")
_REGULARLY = re.compile(f"(?:{one_of('times_and_again')})(?:{CONVENING}|开展|组织)了?$")
# 各村通过召开|座谈会、走访和宣讲等活动: a means, and many of a kind.
_EACH_OF_THEM = re.compile(f"(?:{one_of('by_what_means')})[^。;]{{0,30}}?(?:{CONVENING}|开展|组织)[^,。;]{{0,6}}$")
_AND_OTHERS = re.compile(f"[、和及与,][^。;]{{2,90}}?等[^,。;、]{{0,4}}?(?:{one_of('kinds_of_ways')}|举措|工作)")
_LISTS_OF_NAMES = re.compile(f"(?:{one_of('lists_and_prizes')})$")
# 部际联席会议|各成员单位: a body that stands.
_JOINT = "联席会议"
_ITS_MEMBERS = re.compile(f"(?:制度|机制)?的?(?:各|全体|所有)?(?:{one_of('members_of_standing_bodies')})")
# “面对面”|调研活动: a tour, which is a visit.
_TOUR = re.compile(f"(?:{one_of('tours_called_activities')})活动$|(?:{one_of('touring_groups')})[^,。;]{{0,12}}之行$")
# 甲市举办|“乙”联谊暨调研活动: what is held under a name of its own is no mere tour.
_JUST_HOLDS = re.compile(f"(?:{CONVENING}|启动)了?$")
_TITLED = re.compile("“[^“”]{0,40}?(?:会|论坛|暨|展)[^“”]{0,40}”")  # “甲推介会暨乙行”|调研活动
# A大会、B|等高峰论坛: what a list is closed with; not 高等, 等级.
_CLOSES = re.compile(
    "(?<![高平同优特均对中初劣上下头一二三四])等(?!级|候|待|离子|你|着|我|额|于|式|边|值|温|高线)"
    f"[\u3400-\u9fff]{{0,4}}(?:{one_of('closing_kinds')})$"
)
# 首场培训班|——税务研修班: the kind before the name (第437期石门论坛|——… is a name by itself); 连续7届|大赛: how many.
_CLASS_ONLY = re.compile(
    f"(?:(?:首|第[0-9{NUMERALS}]{{1,3}})[场批个站][\u3400-\u9fff]{{0,4}}|连续[0-9{NUMERALS}]{{1,3}}[届年季].*)$"
)
_DASH = "——"
# 以为会举行|发布会: it never was.
_SUPPOSED = re.compile(f"(?:{one_of('supposing')})[^,。;]{{0,16}}(?:{CONVENING})[^,。;]{{0,4}}$")
# 日前召开的|政治局会议|指出,要…: the source of a policy.
_HIGHEST = re.compile(f"(?:{one_of('highest_sittings')})$")
_JUST_HELD = re.compile("召开的$")
_SAYS = re.compile(f"(?:首次|明确|还|也|已|对[^,。;]{{2,24}}的?|就[^,。;]{{2,24}})?(?:{one_of('laying_down')})")


def is_source(sheet: Sheet, spot: Spot) -> bool:
    """日前召开的|政治局会议|指出: the page tells what it is for some, and not the sitting itself."""
    if not _HIGHEST.search(spot.text) or not _JUST_HELD.search(sheet.flat, max(0, spot.start - 3), spot.start):
        return False
    return _SAYS.match(sheet.flat, spot.end) is not None


def is_described(sheet: Sheet, spot: Spot) -> bool:
    """What a happening told of is, or should become: 是一次高水平的|学术会议, 办成有影响的|精品论坛."""
    if sheet.flat[spot.start - 1 : spot.start] != "的" or _singled_out(sheet, spot):
        return False
    is_one = _IS_FIRST if spot.text.startswith("首次") else _IS_ONE
    return is_one.search(sheet.flat, sheet.clause(spot.start)[0], spot.start) is not None


def is_manifold(sheet: Sheet, spot: Spot) -> bool:
    """One of many that have no name: 形式多样的|宣讲活动, 相关|文化活动, 定期举办|研修班."""
    if _SINGLED_OUT.search(spot.text):
        return False
    near = max(0, spot.start - 14)
    many = spot.text.endswith("活动") and _MANY_KINDS.search(sheet.flat, near, spot.start)
    if many or _VAGUE_HEAD.match(spot.text) or _REGULARLY.search(sheet.flat, near, spot.start):
        return True
    left, right = sheet.sentence(spot.start)
    return (
        _AND_OTHERS.match(sheet.flat, spot.end, right) is not None
        and not _singled_out(sheet, spot)
        and _EACH_OF_THEM.search(sheet.flat, max(left, spot.start - 50), spot.start) is not None
    )


def is_another_kind(sheet: Sheet, spot: Spot) -> bool:
    """What is no happening: a list of names, a prize, a standing body, a tour, the end of a list; or never was."""
    text = spot.text
    named = _TITLED.search(text) or (
        text.startswith("“") and _JUST_HOLDS.search(sheet.flat, max(0, spot.start - 5), spot.start)
    )
    if _LISTS_OF_NAMES.search(text) or _CLOSES.search(text) or (_TOUR.search(text) and not named):
        return True
    if _CLASS_ONLY.match(text) and (text.startswith("连续") or sheet.flat.startswith(_DASH, spot.end)):
        return True
    if text.endswith(_JOINT) and _ITS_MEMBERS.match(sheet.flat, spot.end):
        return True
    return never_was(sheet, spot.start)


def never_was(sheet: Sheet, start: int) -> bool:
    """Whether a happening named at `start` is only one that somebody wrongly expected: 原以为会举行|发布会."""
    return _SUPPOSED.search(sheet.flat, sheet.clause(start)[0], start) is not None


def _singled_out(sheet: Sheet, spot: Spot) -> bool:
    """Whether a name, an edition, a year or quotation marks tell which one it is."""
    proper = any(token.tag in _PROPER for token in sheet.words_in(spot.start, spot.end))
    return proper or _SINGLED_OUT.search(spot.text) is not None
