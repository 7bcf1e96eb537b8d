"""Short names of a place's public bodies in which every word of the full one leaves its trace: 县农水局, 市交规院.

农业农村和水务局 is 农水局 only where each word tells: 农业局 is none of it, for 农村 and 水务 are gone. Words that tell
only how a body works (管理, 事务, 和) may go without a trace.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kg.language.classes import all_of
from kg.language.words import cut

# How a full name ends, and how its short form may. Of several the longer first.
_ENDS = (
    *(("办公室", ("办",)), ("委员会", ("委",)), ("联合会", ("联",)), ("联谊会", ("联",)), ("协会", ("协", "协会"))),
    *((end, (end,)) for end in ("总队", "支队", "大队", "中心", *"局厅委办院所站台馆联协")),
)
_INSTITUTES = ("院", "所")
_SERVING = ("局", "中心")
_OTHERS = ("大学", "医院")  # whose short forms go by other rules: 中心医院 is no 中医院
_PIECE = 2
_LEAST, _OF_SCHOOLS = 3, 2  # characters of a short name; of a school's


@lru_cache(maxsize=65536)
def abridged_keys(rest: str) -> frozenset[tuple[str, str]]:
    """What a full name without its place shares with its short forms: where they begin and how they end."""
    kind, _ = _end_of(rest)
    if not kind or len(rest) <= len(kind) or rest.endswith(_OTHERS):
        return frozenset()
    heads = [rest[0], *(rest[len(word)] for word in _left_out(kind) if rest.startswith(word) and rest != word)]
    return frozenset((head, kind[0]) for head in heads)


@lru_cache(maxsize=65536)
def abridges(short: str, full: str) -> bool:
    """Whether the first name, without its place, is a short form of the second one, of the same place."""
    if not len(short) < len(full) or full.endswith(_OTHERS):
        return False
    end, ends = _end_of(full)
    tail = max((one for one in ends if short.endswith(one)), key=len, default="")
    least = _OF_SCHOOLS if tail == "院" else _LEAST
    if not tail or len(short) < least or short == tail:
        return False
    tokens = tuple(piece for token in cut(full.removesuffix(end)) for piece in _pieces(token.text))
    told = [token for token in tokens if token not in _left_out(end)]
    return bool(told) and _is_traced(short.removesuffix(tail), tokens, _left_out(end))


@lru_cache(maxsize=8192)  # of a long run of one character each part is asked once
def _is_traced(short: str, tokens: tuple[str, ...], left_out: tuple[str, ...], before: str = "") -> bool:
    """Whether a short form is made of something of each word, its first character at least, in order.

    before: the one character that stands for the word before: 农 tells of 农业 and of 农村.
    """
    if not tokens:
        return not short
    first, others = tokens[0], tokens[1:]
    if (first in left_out or first[0] == before) and _is_traced(short, others, left_out, before):
        return True
    sizes = _traces(short, first)
    return any(_is_traced(short[size:], others, left_out, first[0] if size == 1 else "") for size in sizes)


def _pieces(word: str) -> Iterator[str]:
    """A long word in twos, each of which tells something: 农业|机械."""
    while len(word) > _PIECE + 1:
        yield word[:_PIECE]
        word = word[_PIECE:]
    yield word


def _traces(short: str, word: str) -> Iterator[int]:
    """How many characters at the beginning of a short form may stand for the word."""
    at = 0
    for size, character in enumerate(short, 1):
        at = (word.find(character, at) + 1) if size > 1 else int(word.startswith(character))
        if not at:
            return
        yield size


def _end_of(name: str) -> tuple[str, tuple[str, ...]]:
    """How a full name ends, with how its short form may; nothing for any other."""
    return next(((end, ends) for end, ends in _ENDS if name.endswith(end)), ("", ()))


@lru_cache(maxsize=64)
def _left_out(end: str) -> tuple[str, ...]:
    more = all_of("left_out_of_institutes") if end in _INSTITUTES else ()
    return (*all_of("left_out_of_bodies"), *more, *(("服务",) if end in _SERVING else ()))


__all__ = ["abridged_keys", "abridges"]
