"""Facts of part and whole, for the modules that read them from sentences and from names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.annotated import Annotated, Bound, Fact, Thing
from kg.extract.circumstances import properties
from kg.language.classes import one_of
from kg.language.lexicon import words

# Nothing is a part of these because its name begins with theirs.
GOVERNMENT = re.compile(f"(?:{one_of('organs')}|街道|社区|[乡镇村])$")
# 甲科技|隶属|甲科技集团
_WHOLES = ("集团", "公司", "总部", "总局", "总会", "总社", "总行")
# 乙公司|不再|隶属甲集团.
_NOT_SO = re.compile(f"(?:{one_of('not_so')})")

# What names tell holds whatever the sentence wishes or plans: 希望|甲大学材料学院….
_OF_NAMES = ("name within a name", "college of the school", "phase of a project")


_WAS = re.compile("(?:前身(?:为|是|系)|原名|原为|曾用名)$")
_LEAD = 4
# 某党|全代会 is a meeting, 某海警|局 one word.
_MEETS = ("全代会", "党代会", "团代会", "代表大会", "全会", "年会", "中常会")
_MEDIA = ("社", "报", "台", "网", "新闻")
_HEADS = ("中心", *"局会院所站部办社台网署委队")


def part_of(article: Annotated, part: Bound, whole: Bound, rule: str, trigger: tuple[int, int]) -> Iterator[Fact]:
    """PART_OF between two mentions, unless they mean the same thing or nothing, or the text denies it."""
    between = article.sheet.flat[min(part.end, whole.end) : max(part.start, whole.start)]
    if not part.things or not whole.things or part.things[0] == whole.things[0] or _NOT_SO.search(between):
        return
    inner, outer = article.things[part.things[0]].name, article.things[whole.things[0]].name
    if len(inner) < len(outer) and outer.startswith(inner) and not outer.endswith(_WHOLES):
        return  # 甲集团|隶属甲集团秘书处: what is called after it is no whole of it
    if _WAS.search(article.sheet.flat, max(0, part.start - _LEAD), part.start) and rule not in _OF_NAMES:
        return  # 甲团,前身为|乙团,|直属于丙厅: it is the first that is a part
    if rule == "name within a name" and _is_one_word(article, part.things[0], article.things[whole.things[0]]):
        return
    told = {} if rule in _OF_NAMES else properties(article, trigger)
    yield article.fact((part.things[0], part), "PART_OF", (whole.things[0], whole), trigger=trigger, rule=rule,
                       properties=told)  # fmt: skip


def _is_one_word(article: Annotated, thing: int, whole: Thing) -> bool:
    """Whether what stands behind the name of a whole makes no part of it: the head of one word, or another's name."""
    inner = article.things[thing].name
    outer = max((name for name in whole.names if inner.startswith(name)), key=len, default="")
    tail = inner[len(outer) :]
    if not outer or tail.endswith(_MEETS):
        return bool(outer)
    if tail in _HEADS:
        return not outer.endswith((*words("organization_suffixes"), *words("company_suffixes")))
    if not tail.endswith(_MEDIA):
        return False
    others = (one for index, one in enumerate(article.things) if one.type == "Organization" and index != thing)
    return any(tail in one.names for one in others)
