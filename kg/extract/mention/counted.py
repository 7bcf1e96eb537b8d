"""Places that are counted or summed up behind: 甲巷、乙街、丙头|三条老街, 甲、乙|等地; 晋、陕、豫|三省, 川渝|两地."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.mention.phrases import plain_words
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import NUMERALS, SEVERAL
from kg.language.countries import country_abbreviation, is_region
from kg.language.divisions import abbreviation
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, word_set, words
from kg.language.tagger import Token
from kg.language.words import sort_of_name

_LINKS = "、和与及"
_HAN = re.compile("[\u3400-\u9fff]")
_MOST = 12  # members of a list
_SHORTEST, _LONGEST = 2, 8
_NAMES = ("LOC", "ns", "PER", "nr", "nz", "nw")
# What may be a piece of a name of which the tagger makes several words: 河|埠头, 腰|站子|屯.
_PIECES = (*_NAMES, "n", "a", "s", "f", "m", "q", "v", "vn", "b", "j")
_LETTERS = re.compile(r"(?<![\u3400-\u9fff])[\u3400-\u9fff](?:、[\u3400-\u9fff]){1,6}$")
_ALIKE, _SHORT_LINE = 2, 2


def find(sheet: Sheet) -> Iterator[Spot]:
    """The members of every such list that are names, and single characters that stand for provinces or nations."""
    for match in _counted().finditer(sheet.flat, sheet.lead_end):
        end = match.start()
        if match.end() not in sheet.edges:
            continue  # 等|国际协议
        spots = _by_letters(sheet, end, match["kind"] or match["several"] or "")
        if not spots and not match["beside"] and sheet.flat[end - 1 : end] not in _LINKS:
            spots = _members(sheet, end, (match["kind"] or match["summed"] or "").endswith(words("road_words")))
        yield from spots


@cache
def _counted() -> re.Pattern[str]:
    """What counts places or sums them up: 三条老街, 等地, 等12个乡镇."""
    number = rf"(?:[0-9]{{1,3}}|[{SEVERAL}{NUMERALS}]{{1,3}})"
    kinds, alone = any_of(words("counted_grounds")), any_of(words("counted_divisions"))
    told, beside = any_of(words("told_of_grounds")), any_of(words("behind_letters"))
    return re.compile(
        rf"(?<=[\u3400-\u9fff])(?:(?:等?{number}|等)[条座个处片大块道口](?:{told})?(?P<kind>{kinds})"
        rf"|等(?:{told})?(?P<summed>{kinds}|地)|(?:等?{number})(?P<several>{alone})|(?P<beside>{beside}))"
    )


def _by_letters(sheet: Sheet, end: int, kind: str) -> list[Spot]:
    """晋、陕、豫|三省, 闽浙赣|三省, 中老缅泰|四国: each character is a place."""
    nations = kind.startswith("国")
    listed = _LETTERS.search(sheet.flat, max(0, end - 14), end)
    start = listed.start() if listed is not None else _run_start(sheet, end, nations)
    if start is None or is_region(sheet.flat[start:end]):
        return []
    letters = [at for at in range(start, end) if sheet.flat[at] != "、"]
    stands_for = country_abbreviation if nations else abbreviation
    if len(letters) < _ALIKE or not all(stands_for(sheet.flat[at]) for at in letters):
        return []
    if listed is None:
        return [sheet.spot(start, end, "Location", "letter")]
    return [sheet.spot(at, at + 1, "Location", "letter") for at in letters]


def _run_start(sheet: Sheet, end: int, nations: bool) -> int | None:
    """Where a run of such characters begins, at the edge of a word; or None."""
    stands_for = country_abbreviation if nations else abbreviation
    start = end
    while start and end - start < _MOST and stands_for(sheet.flat[start - 1]):
        start -= 1
    return (
        start if end - start >= _ALIKE and start in sheet.edges and not find_division(sheet.flat[start:end]) else None
    )


def _members(sheet: Sheet, end: int, of_lines: bool) -> list[Spot]:
    """The members of the list that ends there, if most of them are no words of the language.

    of_lines: they are roads and railways, of which 金西、西昭 are no names.
    """
    spans: list[tuple[int, int]] = []
    left, _ = sheet.clause(end - 1)
    while len(spans) < _MOST:
        start = _member_start(sheet, end, left)
        if start is None:
            break
        spans.append((start, end))
        if start <= left or sheet.flat[start - 1] not in _LINKS:
            break
        end = start - 1
    named = [span for span in spans if _is_name(sheet, *span) and (not of_lines or span[1] - span[0] > _SHORT_LINE)]
    if len(spans) < _ALIKE or len(named) * 2 <= len(spans):
        return []
    return [sheet.spot(*span, "Location", "bare") for span in named]


def _member_start(sheet: Sheet, end: int, left: int) -> int | None:
    """Where the member begins that ends there: behind a link, or with the words that can be one name."""
    word = sheet.token_at(end - 1)
    if end not in sheet.edges and word is not None and word.tag in _NAMES:
        return word.start if left <= word.start < end - 1 else None  # the tagger took the count into the name
    if end not in sheet.edges or end <= left:
        return None
    if (between := _behind_link(sheet, end, left)) is not None:
        return between
    index, start = sheet.token_index(end - 1), end
    while index >= 0:
        token = sheet.tokens[index]
        if token.end != start or token.start < left or not _belongs(token) or end - token.start > _LONGEST:
            break
        if start < end and token.tag in ("LOC", "ns") and find_division(token.text):
            break  # 青山乡|马家湾
        start = token.start
        if token.tag in _NAMES and (start == left or sheet.flat[start - 1] not in _LINKS):
            break  # 走进|马家湾
        index -= 1
    return start if end - start >= _SHORTEST else None


def _behind_link(sheet: Sheet, end: int, left: int) -> int | None:
    """Where a member begins that stands between two links, however it is cut: 、打|铜街、; or None."""
    for at in range(end - _SHORTEST, max(left, end - _LONGEST) - 1, -1):
        if not _HAN.match(sheet.flat, at):
            return None
        if sheet.flat[at - 1 : at] in _LINKS and at - 1 > left and {at - 1, at} <= sheet.edges:
            inside = sheet.words_in(at, end)
            placed = any(one.tag in ("LOC", "ns") and find_division(one.text) for one in inside[:-1])
            return None if placed or any(one.tag in ("u", "p", "d") for one in inside) else at
    return None


def _belongs(token: Token) -> bool:
    linked = any(link in token.text for link in _LINKS) and token.tag not in ("LOC", "ns")
    return token.tag in _PIECES and token.text not in word_set("np_stops") and not linked and "、" not in token.text


def _is_name(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words are a name: one of the tagger's, or no word of the language and none of its common words."""
    text = sheet.flat[start:end]
    if text in plain_words() or text in word_set("titles"):
        return False
    tokens = sheet.words_in(start, end)
    if len(tokens) == 1 and tokens[0].tag in _NAMES:
        return True
    return sort_of_name(text) != "word" and not _made_of_words(tokens)


def _made_of_words(tokens: Sequence[Token]) -> bool:
    """Whether every word is a longer one that names nothing: 生态|旅游, 现代|农业."""
    return all(len(token.text) > 1 and token.tag not in _NAMES for token in tokens)
