"""Short forms of organisations' names, made by rule: what a body may also be called, never by a common beginning.

青海省委 is not 青海省委组织部, and 甲集团 not 甲物流公司: a short form leaves out what the kind of body allows, and
keeps the rest whole.
"""

from __future__ import annotations

from functools import cache, lru_cache

from kg.language.countries import country
from kg.language.lexicon import table, word_set, words
from kg.language.similarity import plain, undotted
from kg.resolve.places import split

_REGISTERED = ("有限公司", "责任公司")
_LONGEST = 6  # characters of a trade or a general word
_BRACKETS = str.maketrans("", "", "()[]〔〕【】")


@lru_cache(maxsize=65536)
def known(name: str) -> str:
    """The first name of an organ of the nation or a great enterprise by any of its names, also with 中国, 国家 or 我国
    before it; empty for any other."""
    short = plain(name)
    for call in (short, *(short.removeprefix(word) for word in ("中华人民共和国", "中国", "国家", "我国"))):
        row = _known().get(call)
        # 中国移动 is no 移动; of a whole name the nation may be left out, of a short one not.
        if row and (call == short or len(call) >= 3):
            return row
    return ""


@lru_cache(maxsize=65536)
def formal(name: str) -> str:
    """A name with the kind of body in its short form: 青海省发展和改革委员会 → 青海省发改委."""
    for long, short in table("organ_forms"):
        if long in name:
            name = name.replace(long, short)
    return name


@lru_cache(maxsize=65536)
def calls(name: str) -> frozenset[str]:
    """The names that a firm can be called by, between its brand and the whole: 云桥新能源科技, 云桥新能源, 云桥集团."""
    short = undotted(name).translate(_BRACKETS)
    ending = next((end for end in _endings() if short.endswith(end)), "")
    if not ending:
        return frozenset()
    left = short.removesuffix(ending)
    bare = split(left, ())[1] or left
    found = {left, bare}
    for start in (left, bare):
        at = start
        while trade := next((word for word in _trades() if at.endswith(word) and len(at) - len(word) >= 2), ""):
            at = at.removesuffix(trade)
            found.add(at)
    if "集团" in ending:
        # 恒屿国际集团 is 恒屿集团; 恒屿矿业集团 may be a daughter of it.
        found |= {f"{start.removesuffix(kind)}集团" for start in (left, bare) for kind in ("国际", "控股", "实业", "")}
    return frozenset(call for call in found if len(call) >= 2 and call != short and not _is_plain(call))


@lru_cache(maxsize=65536)
def is_alien(name: str, alias: str) -> bool:
    """Whether an alias can only be another firm's name: both are registered names, and differ before the legal form."""
    if name == alias or not (name.endswith(_REGISTERED) and alias.endswith(_REGISTERED)):
        return False
    return not calls(name) & calls(alias)


def _is_plain(word: str) -> bool:
    """Whether a word names nothing by itself: made of trades and general words, a country, a division."""
    word = split(word, ())[1]
    if country(word) is not None:
        return True
    general = _general()
    while word:
        size = next((size for size in range(min(len(word), _LONGEST), 0, -1) if word[-size:] in general), 0)
        if not size:
            return False
        word = word[:-size]
    return True


@cache
def _general() -> frozenset[str]:
    return word_set("generic_words") | word_set("trades")


@cache
def _known() -> dict[str, str]:
    rows = (*table("national_organs"), *table("enterprises"))
    return {plain(name): row[0] for row in rows for name in row}


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(words("company_suffixes"), key=lambda word: (-len(word), word)))


@cache
def _trades() -> tuple[str, ...]:
    return tuple(sorted(words("trades"), key=lambda word: (-len(word), word)))


__all__ = ["calls", "formal", "is_alien", "known"]
