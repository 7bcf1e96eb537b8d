"""What an article's title calls its meeting, and who meets whom in it."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.mention.meetings import is_bare
from kg.language.classes import ATTENDING, CONVENING, ENCOUNTERS, NUMERALS, all_of, one_of
from kg.language.lexicon import any_of, words
from kg.language.text import fold

_HEADS = re.compile(f"{CONVENING}|主持|{ATTENDING}|赴|调研并|组织")
_SIDES = re.compile(f"^(?P<left>.{{1,60}}?)[与同和](?P<right>.{{1,60}}?)(?:一行)?(?:举行)?(?:{ENCOUNTERS})(?!会)")
# 60名乡贤相聚某社区谋发展: a clause that ends like an exhibition.
_CLAUSE = re.compile(f"(?:{one_of('verbs_in_exhibit')})展$|^[0-9]+[余多]?[名位家人]")
_MEETS = re.compile(r"^(?P<left>.{1,60}?)(?:会见|会晤)(?P<right>.+)$")


_SINGLED_OUT = re.compile(f"[“《]|[0-9]{{4}}|第[0-9{NUMERALS}]+[届季]|首届|周年")


@cache
def _meeting() -> re.Pattern[str]:
    endings = any_of(words("meeting_suffixes"))
    held = "召开|举行|举办|开幕|闭幕|圆满|隆重|顺利|胜利|成功|在|决议的?公告"
    # What holds no meeting is taken whole, too: tried from each of its characters, a long run would take its square.
    return re.compile(rf"(?P<meeting>[^\s,。;:!?]*?(?:{endings})(?={held}|$|\s))|[^\s,。;:!?]+")


@cache
def _held() -> re.Pattern[str]:
    """甲县举办|第三届烧烤节: what ends like a happening behind the verb of holding it."""
    endings = any_of((*words("event_words"), *all_of("ends_of_numbered_happenings"), "节"))
    return re.compile(rf"(?:{CONVENING}|开展)(?P<meeting>[^\s,。;:!?]{{4,40}}(?:{endings}))(?=$|\s)")


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
    held = _held().search(flat)
    told = held is not None and _SINGLED_OUT.search(held["meeting"])
    return title[slice(*held.span("meeting"))] if held is not None and told else None


def title_sides(title: str) -> tuple[str, str] | None:
    """The parts of a title that name the two sides of a talk, or None (赵一与某局局长钱二座谈)."""
    for part in fold(title).split():
        match = _SIDES.match(part) or _MEETS.match(part)
        if match is not None:
            return match.group("left"), match.group("right")
    return None
