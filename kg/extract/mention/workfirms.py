"""Firms known by what they do to a work, whatever their short name says: 桐川园林|承建P, P由禾木风能|投资."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.extract.sheet import Lying, Sheet, Spot, occurrences
from kg.language.classes import ADVERBS, TIMES, all_of, one_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, word_set, words
from kg.language.text import behind_last
from kg.language.words import is_word

_SHORTEST, _LONGEST, _BRAND = 4, 10, 2
_PROPER = ("LOC", "ns", "ORG", "nt", "nz", "nw", "PER", "nr", "j")
_NO_BRAND = ("v", "p", "d", "c", "u", "r", "m", "q", "TIME", "vd")
_PLAIN = ("generic_words", "work_generics", "work_kinds")
_BOUND = "、,。;:!?和与及由()“”\n "


def find(sheet: Sheet, frames: Sequence[Spot], names: Sequence[Spot]) -> list[Spot]:
    """Every such firm that is no name yet, wherever the article names it; none where it names no work."""
    works = [frame for frame in frames if frame.type == "Project"]
    lying, bodies = Lying(frames), Lying([name for name in names if name.type == "Organization"])
    found: dict[str, None] = {}
    for start, end in _proposed(sheet, works):
        whole = any(body.start <= start and end <= body.end for body in bodies.across(start, end))
        known = any(body.end == end for body in bodies.across(start, end))  # 中国化学|东华科技
        if not (whole or known or lying.across(start, end)):
            found[sheet.flat[start:end]] = None
    return [
        sheet.spot(at, at + len(name), "Organization", "tagger")
        for name in found
        for at in occurrences(sheet.flat, name)
        if not lying.across(at, at + len(name)) and not sheet.flat.startswith(("集团", "公司", "有限"), at + len(name))
    ]


def _proposed(sheet: Sheet, works: Sequence[Spot]) -> Iterator[tuple[int, int]]:
    near = sorted({sheet.sentence(work.start) for work in works})
    for left, right in near:
        for match in _deed().finditer(sheet.flat, left, right):
            yield from _subject(sheet, left, match.start())
        for match in _receives().finditer(sheet.flat, left, right):
            yield from _object(sheet, match.end(), right)


def _subject(sheet: Sheet, left: int, verb: int) -> Iterable[tuple[int, int]]:
    """The name that ends before a verb and its adverbs, and those listed before it."""
    end = _before_adverbs(sheet, left, verb)
    while end > left:
        start = behind_last(sheet.flat, _BOUND, end, left) or left
        start = max(start, left)
        name = _firm(sheet, start, end)
        if name is None:
            return
        yield name
        if start <= left or sheet.flat[start - 1] not in "、和与及":
            return
        end = start - 1


def _before_adverbs(sheet: Sheet, left: int, end: int) -> int:
    while match := _adverb().search(sheet.flat, max(left, end - 6), end):
        end = match.start()
    return end


def _object(sheet: Sheet, start: int, right: int) -> Iterable[tuple[int, int]]:
    """The name that begins behind 业主是, 交给 and the like, up to a mark or a verb of keeping."""
    stop = _ends_object().search(sheet.flat, start, min(right, start + _LONGEST + 2))
    name = _firm(sheet, start, stop.start()) if stop else None
    return [name] if name is not None else []


def _firm(sheet: Sheet, start: int, end: int) -> tuple[int, int] | None:
    """The span of a firm's name between two offsets, behind what it is to the work; None where none stands there."""
    if lead := _lead().match(sheet.flat, start, end):
        start = lead.end()
    text = sheet.flat[start:end]
    if not _SHORTEST <= len(text) <= _LONGEST or not _HAN.fullmatch(text):
        return None
    trade = max((len(word) for word in _trades() if text.endswith(word) and len(text) - len(word) >= _BRAND), default=0)
    if not trade:
        return None
    brand = text[: len(text) - trade]
    tokens = sheet.words_in(start, start + len(brand))
    whole = [token for token in tokens if token.end <= start + len(brand)]
    if any(token.tag in _NO_BRAND for token in whole) or any(brand in word_set(name) for name in _PLAIN):
        return None
    proper = any(token.tag in _PROPER for token in tokens) or not is_word(brand)
    plain = all(is_word(token.text) and token.tag in ("n", "vn", "a", "an", "s") for token in tokens)
    only_place = bool(find_division(brand)) or is_country(brand)
    if (plain and (len(brand) != _BRAND or is_word(brand))) or not proper:
        return None
    return None if only_place and text.endswith(all_of("plain_trades", "maker_words")) else (start, end)


_HAN = re.compile(r"[\u3400-\u9fff]+")


@cache
def _trades() -> tuple[str, ...]:
    return tuple(sorted({*words("firm_endings"), *words("maker_trades")}))


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(any_of(words("firm_deeds_on_works")))


@cache
def _adverb() -> re.Pattern[str]:
    return re.compile(f"(?:{ADVERBS}|{TIMES}|已|正|再|又|拟|将|现|也|则)$")


@cache
def _receives() -> re.Pattern[str]:
    roles, hands = one_of("roles", "maker_words"), one_of("hands", "maker_words")
    return re.compile(f"(?:{roles})(?:是|为|系|:|)|(?:{hands}|花落|归)")


@cache
def _ends_object() -> re.Pattern[str]:
    keeps = any_of((*all_of("owned", "maker_words"), *all_of("keeps", "maker_words")))
    return re.compile(f"[,。;、)]|{keeps}|$")


@cache
def _lead() -> re.Pattern[str]:
    """What may stand before a firm's name: 开发商, 当地企业, 第二候选人."""
    roles = any_of((*all_of("roles", "maker_words"), *words("kinds_of_firm"), *all_of("before_firms", "maker_words")))
    return re.compile(f"(?:[\u3400-\u9fff]{{0,6}}?(?:{roles})|则|改|并|而|但)")
