"""Posts and titles: 副书记, 党组书记, 总经理助理."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.sheet import Sheet, Spot
from kg.language.lexicon import any_of, words

# 代表 is a post only behind 人大 or as 首席代表; 常委会, 主任委员会 and 委员会 are bodies.
_BODY_AHEAD = r"(?!会|团|部|院|们|处|制|化|单位|性|所[长在])"
_NOT_BEFORE = re.compile(r"(?:社会|全体|各位|与会|相关|有关|主要|部分|企业|群众|党员|师生|学生|专家|委员|用户|市民)$")
_FORMER = ("前", "原", "时任")

# 张三代表说, 李四代表建议: the post behind a deputy's name; 张三代表公司发言 is the verb.
_SPEAKS = re.compile(r"(?:说|表示|认为|建议|提出|介绍|指出|谈到|呼吁|告诉|提交|在(?:发言|接受|审议)|,)")


@cache
def _pattern() -> re.Pattern[str]:
    heads, prefixes, suffixes = words("titles"), words("title_prefixes"), words("title_suffixes")
    return re.compile(f"(?:{any_of(prefixes)})*(?:{any_of(heads)}){_BODY_AHEAD}(?:{any_of(suffixes)})?")


def find(sheet: Sheet) -> list[Spot]:
    """Every title of the text, by offset. A group's name (社会代表, 企业负责人) is none."""
    spots = []
    for match in _pattern().finditer(sheet.flat):
        start, end = match.span()
        before = sheet.flat[max(0, start - 2) : start]
        if match.group().endswith(("代表", "负责人")) and _NOT_BEFORE.search(before):
            continue
        if match.group() == "代表" and _SPEAKS.match(sheet.flat, end) and "人大" in sheet.flat[:start]:
            spots.append(sheet.spot(start, end, "Title", "title"))
            continue
        if match.group() == "代表" and not re.search(r"(?:人大|人民代表大会|、|等|名)$", before):
            continue
        spots.append(sheet.spot(start, end, "Title", "title"))
    return spots


def past_start(sheet: Sheet, start: int) -> int:
    """Where the word begins that says that the post at `start` is of the past (甲国|前|总理), else `start` itself."""
    token = sheet.token_at(start - 1) if start else None
    return token.start if token is not None and token.end == start and token.text in _FORMER else start


def outside(sheet: Sheet, posts: list[Spot], names: list[Spot]) -> list[Spot]:
    """The titles without those inside a name; of one that a name's end cuts, what is left if that is a title.

    中央纪委|书记: the tagger's organisation takes 纪委 away from 纪委书记, and 书记 stays a title.
    """
    kept = []
    for post in posts:
        over = [name for name in names if name.overlaps(post)]
        cut = max((name.end for name in over), default=post.start)
        match = _pattern().fullmatch(sheet.flat, cut, post.end) if over and cut < post.end else None
        if not over:
            kept.append(post)
        elif match and not any(
            name.start >= post.start and name.end < post.end and name.start > post.start for name in over
        ):
            kept.append(sheet.spot(cut, post.end, "Title", "title"))
    return kept
