"""What an organ is divided into, behind its name: 宁河市公安局|石门分局|刑警大队, 省教育厅|基础教育处."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.sheet import Sheet, Spot
from kg.language.classes import NUMERALS, all_of, one_of
from kg.language.lexicon import any_of, table, word_set, words
from kg.language.organisations import known_names
from kg.language.words import is_word

_SURE = ("organ", "relative", "known")
_STEPS = 4  # 总队|支队|大队|中队
_LONGEST = 14
_NEVER = frozenset(("p", "u", "r", "d", "ad", "vd", "w", "TIME", "t", "PER", "nr", "xc"))
_NAMED = frozenset(("LOC", "ns", "ORG", "nt", "PER", "nr"))
_LINKS = ("和", "与", "及")
# 一|科, 三|大队, 民二|庭, 直属第六|局: a division by its number.
_NUMBER = re.compile(rf"(?:直属|刑|民|行|执)?第?(?:[{NUMERALS}]{{1,3}}|[0-9]{{1,2}})")
_FIELD_WORDS = all_of("field_words_of_doing")


def find(sheet: Sheet, organs: Sequence[Spot]) -> Iterator[Spot]:
    """The divisions of the organs and societies, and theirs; each with the whole name before it."""
    for organ in organs:
        society = organ.text.endswith(words("societies"))
        if not society and (organ.by not in _SURE or not _has_divisions(organ)):
            continue
        ends = _branches() if society else _divisions()
        end = _division_end(sheet, organ.end, ends)
        for _ in range(_STEPS):
            if end is None:
                break
            yield sheet.spot(organ.start, end, "Organization", "relative" if organ.by == "relative" else "organ")
            end = _division_end(sheet, end, ends)


def _has_divisions(organ: Spot) -> bool:
    if organ.by == "known" and known_names(organ.text) in _of_nation():
        return True
    return organ.text.endswith(words("divided_organs"))


@cache
def _of_nation() -> frozenset[tuple[str, ...]]:
    return frozenset(table("national_organs"))


def _division_end(sheet: Sheet, start: int, ends: re.Pattern[str]) -> int | None:
    """Where the division ends that begins at the offset, or None."""
    run = _RUN.match(sheet.flat, start, sheet.sentence(start - 1)[1])
    if run is None:
        return None
    own = _PARTY.match(sheet.flat, start)
    if own is not None:
        return own.end() if own.end() in sheet.edges else None
    for last in ends.finditer(sheet.flat, start + 1, run.end()):
        if not _ends(sheet, last.start(), last.end()):
            continue
        if _NUMBER.fullmatch(sheet.flat, start, last.start()):
            return last.end()
        return last.end() if last.start() - start > 1 and _is_field(sheet, start, last.start(), last.end()) else None
    return None


_RUN = re.compile(rf"[\u3400-\u9fff0-9]{{2,{_LONGEST + 4}}}")


# 支队|队长, 委员会|办公室: another word, or a longer name.
_GOES_ON = tuple("长员组队处科室所站局办委分")
# 某部|党组 as a body; 党组|书记 and 党委|会议 are something else.
_PARTY = re.compile("(?:机关)?党[组委](?![书副成委会班理扩校员])")


@cache
def _divisions() -> re.Pattern[str]:
    return re.compile(any_of(words("divisions_of_organs")))


@cache
def _branches() -> re.Pattern[str]:
    """What a society is divided into: 某学会|催化专业委员会, 某医师协会|儿科医师分会."""
    return re.compile(one_of("branches_of_societies"))


@cache
def _goes_on() -> re.Pattern[str]:
    """What makes another word of the last one: 基教处|处长 is told apart from 处|长, 科|研."""
    return re.compile(f"(?:{one_of('rests_behind_divisions')})")


@cache
def _linked() -> re.Pattern[str]:
    """A verb or link of two bodies, of which the tagger may give the first character to the one before: 管理司|会同."""
    return re.compile(f"(?:{one_of('verbs_between_bodies')}|联合|[向在将与和及同对])")


def _ends(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a division may end with the last word at `[start, end)`."""
    flat = sheet.flat
    if flat.startswith(_GOES_ON, end) or flat.endswith(all_of("words_like_divisions"), 0, end):
        return False
    if end - start == 1 and (_goes_on().match(flat, end) or flat.startswith("副", end)):
        return False  # 处|副处长 is left to those who read posts
    if end not in sheet.edges:
        return _linked().match(flat, end) is not None
    last = sheet.token_at(end - 1)
    # 新格|局, 教|室: the end of a common word is no division.
    return last is None or last.start == start or len(last.text) > 2 or not is_word(last.text) or end - start > 1


def _is_field(sheet: Sheet, start: int, last: int, end: int) -> bool:
    """Whether `[start, last)` names what a division is for, or where it is: no deed, no clause."""
    flat = sheet.flat
    if flat[start] in _LINKS or flat[start:last] in word_set("generic_words") or last - start > _LONGEST:
        return False
    tokens = sheet.words_in(start, end)
    for index, token in enumerate(tokens):
        inside = start <= token.start and token.end <= end
        if inside and token.tag in _NEVER:
            return False
        if token.text in word_set("np_stops") and token.text not in (*_LINKS, *_FIELD_WORDS):
            return False
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if inside and token.tag == "v" and following is not None and following.tag in _NAMED:
            return False
        if token.tag in ("m", "q") and inside and token.end < last and not token.text.startswith("第"):
            return False
    return True
