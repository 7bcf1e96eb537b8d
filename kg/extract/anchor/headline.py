"""What an article's title calls its meeting, and who meets whom in it."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.mention.meetings import is_bare
from kg.language.classes import ATTENDING, CONVENING, ENCOUNTERS, one_of
from kg.language.lexicon import any_of, words
from kg.language.text import fold

_HEADS = re.compile(f"{CONVENING}|主持|{ATTENDING}|赴|调研并|组织")
_SIDES = re.compile(f"^(?P<left>.{{1,60}}?)[与同和](?P<right>.{{1,60}}?)(?:一行)?(?:举行)?(?:{ENCOUNTERS})(?!会)")
# 60名乡贤相聚某社区谋发展: a clause that ends like an exhibition.
_CLAUSE = re.compile(f"(?:{one_of('verbs_in_exhibit')})展$|^[0-9]+[余多]?[名位家人]")
_MEETS = re.compile(r"^(?P<left>.{1,60}?)(?:会见|会晤)(?P<right>.+)$")


@cache
def _meeting() -> re.Pattern[str]:
    endings = any_of(words("meeting_suffixes"))
    held = "召开|举行|举办|开幕|闭幕|圆满|隆重|顺利|胜利|成功|在|决议的?公告"
    # What holds no meeting is taken whole, too: tried from each of its characters, a long run would take its square.
    return re.compile(rf"(?P<meeting>[^\s,。;:!?]*?(?:{endings})(?={held}|$|\s))|[^\s,。;:!?]+")


def title_meeting(title: str) -> str | None:
    """The meeting that a title tells of (全市…推进大会召开), without what stands before its name; or None."""
    flat = fold(title)
    for match in _meeting().finditer(flat):
        if match.group("meeting") is None:
            continue
        start = match.start()
        for head in _HEADS.finditer(flat, start, match.end()):
            start = head.end()
        name = title[start : match.end()]
        if len(name) >= 5 and not is_bare(fold(name)) and not _CLAUSE.search(fold(name)):
            return name
    return None


def title_sides(title: str) -> tuple[str, str] | None:
    """The parts of a title that name the two sides of a talk, or None (赵一与某局局长钱二座谈)."""
    for part in fold(title).split():
        match = _SIDES.match(part) or _MEETS.match(part)
        if match is not None:
            return match.group("left"), match.group("right")
    return None
