"""The one other nation of which a page tells that never comes to China: 副总理 and 外交部 are that nation's there."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from kg.extract.sheet import occurrences
from kg.language.classes import all_of
from kg.language.countries import countries_in, country
from kg.language.lexicon import any_of, word_set, words

_HOME = "中国"
_OTHER_SIDE = re.compile("(?:[在赴对与和同往从]|访问|出访|抵达|飞抵|前往)$")
_LEAD = 2
_PAIR = 2  # names of two characters are pieces of longer ones
# Of all names of nations on the page so many tenths are of the one that it tells of.
_MOST, _TENTHS = 7, 10


def nation_told(flat: str, at: int) -> str:
    """The nation whose 副总理 or 外交部 is meant at an offset where none is named beside it; or nothing.

    Nothing where the page comes to China, where it tells of several nations, and before it has named the one.
    """
    if comes_home(flat):
        return ""
    nation, first = _most_told(flat)
    return nation if nation and first < at else ""


def is_of_no_land(flat: str, person: str) -> bool:
    """Whether somebody called 总理 or 副总理 has not held that post in China, on a page that tells of other nations."""
    return person not in word_set("officers_of_state") and bool(_most_told(flat)[0])


@lru_cache(maxsize=4)
def comes_home(flat: str) -> bool:
    """Whether the page comes to China: by a word for it, or by what only China has."""
    return _signs().search(flat) is not None


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    officers = (name for name in words("officers_of_state") if len(name) > _PAIR)
    return re.compile(any_of((*words("signs_of_home"), *all_of("only_in_this_land"), *officers)))


@lru_cache(maxsize=4)
def _most_told(flat: str) -> tuple[str, int]:
    """The nation that the page names far more than all others, and where it first does; nothing and 0 for none.

    One that the page names only as where somebody goes, or as the other side (访问|甲国, 与|乙国), is not told of.
    """
    named = countries_in(flat)
    told = Counter(nation for name in named if (nation := country(name)) not in (None, _HOME))
    if not told:
        return "", 0
    (nation, count), *_ = told.most_common(1)
    if count * _TENTHS < sum(told.values()) * _MOST or nation is None:
        return "", 0
    names = {name for name in named if country(name) == nation}
    starts = [at for name in names for at in occurrences(flat, name)]
    own = [at for at in starts if _OTHER_SIDE.search(flat, max(0, at - _LEAD), at) is None]
    return (nation, min(starts)) if own else ("", 0)
