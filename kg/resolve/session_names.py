"""The names of sessions and congresses in one form, whatever order and length papers give them.

政协第十二届甲县委员会第四次会议, 甲县政协十二届四次会议 and 十二届甲县政协第四次会议 are one: place, house, term and
number tell a session, and nothing else stands in its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.language.classes import NUMERALS
from kg.language.lexicon import table
from kg.language.numerals import number
from kg.language.similarity import plain
from kg.resolve.places import Path, split

_TERM = re.compile(rf"第?([{NUMERALS}\d]{{1,3}})届")
_NTH = re.compile(rf"第?([{NUMERALS}\d]{{1,4}})次")
_SHORT = (
    ("中国人民政治协商会议", "政协"),
    ("人民代表大会", "人大"),
    ("常务委员会", "常委会"),
    ("纪律检查委员会", "纪委"),
    ("人民政府", "政府"),
    ("中国共产党", "中共"),
    ("(扩大)", ""),
    ("常委会会议", "常委会议"),
    ("常委会议", "常委会会议"),
    ("全体会议", "全会"),
)
# What sits, by the words that tell it, the most exact first; and what its sessions are called.
_HOUSES = (
    ("人大常委会", ("人大", "常委会"), ("会议",)),
    ("人大主任", ("人大", "主任会议"), ("主任会议",)),
    ("政协常委会", ("政协", "常委会"), ("会议",)),
    ("政协主席", ("政协", "主席会议"), ("主席会议",)),
    ("人大", ("人大",), ("会议",)),
    ("政协", ("政协",), ("会议", "全会")),
    ("纪委", ("纪委",), ("全会",)),
    ("政府常务", ("政府", "常务会议"), ("常务会议",)),
    ("政府全体", ("政府",), ("全会",)),
    ("委", ("中共", "委员会"), ("全会",)),
    ("委", ("委",), ("全会",)),
)
_OFTEN = ("人大常委会", "人大主任", "政协常委会", "政协主席", "政府常务")  # whose number tells enough without its term
_FILLERS = re.compile(r"召开|举行|委员会|会议|全会|中共|党组|的")
_CONGRESS = re.compile(r"(?:会员)?代表(?:大会|会议)$")
_LEAGUE = re.compile(r"^团([\u3400-\u9fff]{1,8})委$")  # 团市委
_RANKS = "省市州盟县区旗镇乡"


@lru_cache(maxsize=65536)
def sessions_in_short(name: str, around: Path) -> tuple[str, ...]:
    """A name (in `plain` form) of a session or congress as place, house, term and number, and what else it is known by.

    around: the place of its page, for 市|第九次党代会. Empty where it is no such name.
    """
    return tuple(dict.fromkeys((*_session(name, around), *_congress(name, around))))


def _session(name: str, around: Path) -> Iterator[str]:
    found = _NTH.search(name)
    if found is None or not name.endswith(("会议", "全会", "常委会")):
        return
    text = name
    for long, short in _SHORT:
        text = text.replace(long, short)
    text = text + "会议" if text.endswith("常委会") else text
    term = _TERM.search(text)
    left = _NTH.sub("", _TERM.sub("", text, count=1), count=1)
    for house, signs, ends in _HOUSES:
        if all(sign in left for sign in signs) and left.endswith(ends):
            place = _place(_left(left, signs), around)
            if place:
                nth = number(found[1])
                if term:
                    yield f"{place}第{number(term[1])}届{house}第{nth}次会议"
                if not term or house in _OFTEN:
                    yield f"{place}{house}第{nth}次会议"
            return


def _left(text: str, signs: tuple[str, ...]) -> str:
    for sign in signs:
        text = text.replace(sign, "", 1)
    return _FILLERS.sub("", text)


def _place(rest: str, around: Path) -> str:
    """The full name of the division that is left of a name, or of the page's for its rank alone; or nothing."""
    if rest == "全国":
        return rest
    if rest in ("", *_RANKS):
        fitting = (place for place in reversed(around) if place.endswith(rest))
        return next(fitting, "")
    path, behind = split(rest, ())
    return path[-1] if path and not behind else ""


def _congress(name: str, around: Path) -> Iterator[str]:
    """昆明市妇女第十四次代表大会, 昆明市第十四次妇女代表大会, 市第十四次妇代会."""
    found = _NTH.search(name)
    if found is None or not name.endswith(("代表大会", "代表会议", "代会")):
        return
    left = name[: found.start()] + name[found.end() :]
    for body, short, *calls in _congresses():
        own = left.removesuffix(short)
        if own == left:
            bare = _CONGRESS.sub("", left)
            call = next((call for call in calls if call in bare), "") if bare != left else ""
            own = bare.replace(call, "", 1) if call else left
            own = _LEAGUE.sub(r"\1", bare) if own == left and body == "团委" and _LEAGUE.match(bare) else own
        if own != left and (place := _place(own.removesuffix("委"), around)):
            yield f"{place}{body}第{number(found[1])}次代表大会"
            return


@cache
def _congresses() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(plain, row)) for row in table("congresses"))


__all__ = ["sessions_in_short"]
