"""Bodies known by a word of owning beside them: 甲集团旗下|新石船业, 甲证券|子公司乙投资公司, 全资孙公司|甲荷兰."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.mention.phrases import is_generic
from kg.extract.sheet import Lying, Sheet, Spot
from kg.language.classes import COUNTS, one_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, word_set, words
from kg.language.organisations import is_company, known_names
from kg.language.tagger import Token
from kg.language.words import is_word

_SHORTEST, _LONGEST, _BRAND = 3, 10, 2
# Behind one of these stands a firm, whatever its name; behind 旗下 may stand a brand, a car or an actor.
_SURE = ("子公司", "孙公司", "附属公司", "下属公司", "所属公司", "成员企业", "权属企业", "控股企业", "全资企业")
_LINKS = ("、", "和", "及", "与")
# The tagger's names for words that a short name is made of.
_OF_NAMES = ("n", "nz", "nw", "nt", "ns", "nr", "vn", "an", "a", "ORG", "LOC", "PER", "j", "b", "eng")
_NAMES = ("nz", "nw", "nt", "nr", "ORG", "PER")


@cache
def _owning() -> re.Pattern[str]:
    """旗下, 全资子公司, 旗下的芯片公司: the words between the owner and the name."""
    kinds = f"(?:[\\u3400-\\u9fff]{{0,6}}?(?P<kind>{one_of('kinds_of_firms_owned')}))?"
    return re.compile(f"(?P<word>{any_of(words('branch_words'))})的?{kinds}(?:——|:)?")


@cache
def _counted() -> re.Pattern[str]:
    """甲资本和乙住房|两家公司"""
    return re.compile(f"等?(?:[{COUNTS}0-9]{{1,3}}家)?[^,。;、]{{0,6}}?(?:公司|企业)")


def find(sheet: Sheet, people: Sequence[Spot], names: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    """The bodies before and behind words of owning that are no names yet; and the names whose place they take."""
    found: list[Spot] = []
    lost: list[Spot] = []
    flat, taken = sheet.flat, Lying([*names, *people])
    for match in _owning().finditer(flat, sheet.lead_end):
        across = taken.across(*match.span("word"))
        if not across:
            sure = match["word"].endswith(_SURE) or match["kind"] is not None
            for spot in _behind(sheet, match.end(), sure):
                heads = taken.across(spot.start, spot.end)
                if all(head.end < spot.end and head.start == spot.start for head in heads):
                    found, lost = [*found, spot], [*lost, *heads]
        holder = _owner(sheet, match.start("word"), taken)
        if holder is not None and (not across or across[0].end == match.end("word")):
            found.append(holder)
            lost += across
        elif len(across) == 1 and across[0].end - match.end("word") >= _SHORTEST and match["word"].endswith(_SURE):
            parted = _parted(sheet, across[0], match)
            found, lost = [*found, *parted], [*lost, *(across if parted else ())]
    return found, lost


def _parted(sheet: Sheet, spot: Spot, match: re.Match[str]) -> list[Spot]:
    """甲集团|控股子公司|乙智联, which the tagger took for one name."""
    start, end = match.span("word")
    if spot.type != "Organization" or start - spot.start < _SHORTEST:
        return []
    if not is_company(sheet.flat[end : spot.end]) and not _is_owner(sheet, spot.start, start):
        return []
    return [sheet.spot(spot.start, start, spot.type, spot.by), sheet.spot(end, spot.end, spot.type, spot.by)]


def _owner(sheet: Sheet, end: int, taken: Lying) -> Spot | None:
    """甲证券|子公司: the head of the word that the tagger took for one, where it is a firm's name and no name yet."""
    token = sheet.token_at(end) if 0 < end < len(sheet.flat) else None
    if token is None or token.tag not in ("ORG", "nt") or end - token.start < _SHORTEST:
        return None
    free = not taken.across(token.start, end)
    fits = free and _is_owner(sheet, token.start, end)
    return sheet.spot(token.start, end, "Organization", "tagger") if fits else None


def _is_owner(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words are called like a firm, or stand as a name elsewhere in the text."""
    text = sheet.flat[start:end]
    if is_company(text) or text.endswith(words("firm_endings")) or known_names(text) is not None:
        return True
    return any(token.text == text and token.tag in ("ORG", "nt") for token in sheet.tokens)


def _behind(sheet: Sheet, at: int, sure: bool) -> Iterator[Spot]:
    """The name at the offset, and those listed behind it that the text counts as firms with it."""
    end = _end(sheet, at)
    run = [(at, end)] if end else []
    while run and sheet.flat[run[-1][1] : run[-1][1] + 1] in _LINKS and (end := _end(sheet, run[-1][1] + 1)):
        run.append((run[-1][1] + 1, end))
    counted = run and _counted().match(sheet.flat, run[-1][1]) is not None
    for start, stop in run if counted else run[:1]:
        if _is_name(sheet, start, stop, sure or bool(counted and len(run) > 1)):
            yield sheet.spot(start, stop, "Organization", "tagger")


def _end(sheet: Sheet, at: int) -> int:
    """Where the words that may be a name end which begins at the offset, or 0."""
    token = sheet.token_at(at) if at < len(sheet.flat) else None
    if token is None or token.start != at:
        return 0
    end = at
    while token is not None and token.start == end and _holds(token):
        end = token.end
        token = sheet.token_at(end) if end < len(sheet.flat) else None
    end = _without_rest(sheet, at, end)
    return end if _BRAND <= end - at <= _LONGEST else 0


def _without_rest(sheet: Sheet, start: int, end: int) -> int:
    """The end moved left over common words behind a coined one: 芯片公司|青禾|逻辑类似; a trade belongs to it."""
    while end > start and not sheet.flat.endswith(words("firm_endings"), start, end):
        last = sheet.token_at(end - 1)
        if last is None or last.start <= start or last.tag in (*_NAMES, "LOC", "ns") or not is_word(last.text):
            break
        end = last.start
    return end


def _holds(token: Token) -> bool:
    plain = token.text not in word_set("np_stops") and token.text not in word_set("titles")
    return token.tag in _OF_NAMES and plain


def _is_name(sheet: Sheet, start: int, end: int, sure: bool) -> bool:
    """Whether the words name one firm: some of them no common word, and a trade at the end or a sure word before."""
    text, tokens = sheet.flat[start:end], sheet.words_in(start, end)
    if text.endswith(words("things_of_firms")) or is_generic(text, sheet, start, end):
        return False
    if is_country(text) or find_division(text):
        return False
    trade = max((len(word) for word in words("firm_endings") if text.endswith(word)), default=0)
    head = text[: len(text) - trade]
    if len(head) < _BRAND or not (sure or trade):
        return False
    coined = any(token.tag in _NAMES or not is_word(token.text) for token in tokens if token.start < start + len(head))
    return coined or (trade > 0 and not is_word(head) and sheet.flat.count(text) > 1)
