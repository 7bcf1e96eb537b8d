"""Posts of the whole behind a post of its part: 某局办公室主任、|副局长; 某院土肥所所长、|机关党委书记."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.anchor.organs import bare_level
from kg.language.classes import ORGANS, RANKS
from kg.language.lexicon import any_of, words

# 某局办公室|: what a part of an organ ends like, and what the whole does.
_ORGAN = (
    r"[\u3400-\u9fff]{2,20}(?:[厅局委署院台]|委员会|政府|人大常委会|政协|总工会|科协|文联|残联|妇联|工商联|红十字会)"
)
_PART_OF_ORGAN = re.compile(
    rf"(?P<whole>{_ORGAN})(?P<part>(?:[\u3400-\u9fff]{{1,10}})?(?:办公室|办公厅|[处科室司股部]))"
)
# 机关党委|书记: one committee for all who work there.
_OF_WHOLE = re.compile("(?:直属)?机关(?:党委|纪委|党总支|工会)")
# 某纪委驻|某厅|纪检监察组
_POSTED = re.compile(r"(?:派驻|驻)(?P<host>[\u3400-\u9fff]{2,20}?)(?:纪检监察组|纪检组)")
_HOSTS_PARTY = ("党组成员", "党委成员", "党委委员", "局党组成员", "厅党组成员", "党组副书记")
_SHORTEST = 4
# 中心血站 is one word.
_VAGUE = ("中心", "办")
_SEAT = re.compile(rf"(?P<seat>[\u3400-\u9fff]{{1,12}}?[{RANKS}])(?:{ORGANS})")


def of_outer(title: str, wanted: tuple[str, ...], name: str) -> str:
    """The name of the whole whose post this is, where it cannot be one of the part told before it; else nothing.

    title: the post. wanted: the last words of the bodies that have such a post. name: of the part.
    """
    if _OF_WHOLE.match(title):
        part = _PART_OF_ORGAN.fullmatch(name)
        return part["whole"] if part is not None else ""
    if title.startswith(_HOSTS_PARTY):
        return _host(name)
    ends = tuple(end for end in wanted if end not in _VAGUE)
    if {"any", "company"} & {*wanted} or not ends or name.endswith(wanted):
        return ""
    heads = (name[:at] for at in range(len(name) - 2, _SHORTEST - 1, -1))
    return next((head for head in heads if head.endswith(ends) and _parted().fullmatch(name, len(head))), "")


def _host(name: str) -> str:
    """The body where a team of discipline sits: 青海省纪委驻|省水利厅|纪检监察组."""
    posted = _POSTED.search(name)
    if posted is None:
        return ""
    host, level = posted["host"], bare_level(posted["host"])
    seat = _SEAT.match(name) if level else None
    if level is None:
        return host
    return seat["seat"] + host[len(level) :] if seat is not None and seat["seat"].endswith(level) else ""


@cache
def _parted() -> re.Pattern[str]:
    """What stands behind the whole in the name of its part, down to how parts end."""
    ends = any_of((*words("department_suffixes"), *words("department_endings")))
    return re.compile(rf"(?![和与及长内外校])[\u3400-\u9fff]{{0,14}}(?:{ends}|医院|队|所|厂|场|段|馆)")
