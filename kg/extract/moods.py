"""Whether what a verb tells has happened: done, planned, wished for, given up or denied, by one table of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.extract.sheet import Sheet
from kg.language.lexicon import any_of, table, word_set

# The strongest first.
MOODS = ("denied", "wished", "dropped", "planned", "done")
_SCOPES = ("sentence", "clause", "verb", "behind")
_NOUNS = ("n", "vn", "nz", "nw", "PER", "LOC", "ORG", "nr", "ns", "nt")
_OPENS = ("p", "v", "d", "vd", "TIME", "t")
# 搁置|了, 告吹|: what ends the words that stand behind the verb.
_CLOSED = re.compile(r"了?[,。;”]|了?$")
# 未|到甲县|调研: a preposition or a verb of going right behind the word of denial.
_LEADS = (
    "到",
    "赴",
    "去",
    "来",
    "在",
    "与",
    "和",
    "同",
    "跟",
    "向",
    "对",
    "就",
    "为",
    "由",
    "被",
    "把",
    "将",
    "前往",
    "来到",
)


# 热合曼·阿|不|都, 吾|不|力: a part of a name.
_NAMES_GO_ON = ("阿", "吾", "·", "•")


class Found(NamedTuple):
    """A word of mood in the text: its span, mood and scope."""

    start: int
    end: int
    mood: str
    scope: str


@cache
def _rows() -> dict[tuple[str, bool], tuple[str, str]]:
    """(word, whether it stands behind the verb) → (mood, scope)."""
    rows = {}
    for word, mood, scope in table("moods"):
        if mood not in MOODS or scope not in _SCOPES:
            raise ValueError(f"moods.tsv: {word} {mood} {scope}")
        rows[word, scope == "behind"] = (mood, scope)
    return rows


@cache
def moods_of_words() -> dict[str, str]:
    """The mood that each word of the table gives, wherever it stands."""
    return {word: mood for (word, _), (mood, _) in _rows().items()}


@cache
def _words(behind: bool) -> re.Pattern[str]:
    return re.compile(any_of(word for word, stands_behind in _rows() if stands_behind == behind))


def mood(sheet: Sheet, trigger: tuple[int, int]) -> str:
    """The mood of the verb at this span, one of MOODS; a denial goes before all else.

    What only describes a thing is not under the words before it (落实好去年在甲市举行|的会议成果).
    """
    found = {word.mood for word in _before(sheet, trigger)} | {_behind(sheet, trigger)}
    return next((kind for kind in MOODS if kind in found), "done")


def _before(sheet: Sheet, trigger: tuple[int, int]) -> Iterator[Found]:
    """The words of mood before the verb in whose scope it stands, in order."""
    flat, (start, _), (left, _) = sheet.flat, sheet.sentence(trigger[0]), sheet.clause(trigger[0])
    if flat[trigger[1] : trigger[1] + 1] == "的":
        start = left = max(flat.rfind(mark, start, trigger[0]) for mark in "在由于与") + 1 or trigger[0]
    for match in _words(behind=False).finditer(flat, start, trigger[0]):
        kind, scope = _rows()[match.group(), False]
        if kind == "done" or not _is_word(sheet, match.start(), match.end()):
            continue
        if kind == "dropped" and mood(sheet, match.span()) == "denied":
            continue  # 没有停止|合作
        reaches = scope == "sentence" or match.start() >= left
        if reaches and (scope != "verb" or _governs(sheet, match.end(), trigger[0])):
            yield Found(match.start(), match.end(), kind, scope)


def _behind(sheet: Sheet, trigger: tuple[int, int]) -> str:
    """The mood of the word behind the verb that ends its clause (项目|已取消实施), up to a semicolon; or nothing."""
    flat, (_, end) = sheet.flat, sheet.sentence(trigger[0])
    stop = flat.find(";", trigger[1], end)
    for match in _words(behind=True).finditer(flat, trigger[1], stop + 1 if stop >= 0 else end):
        if _CLOSED.match(flat, match.end(), end):
            return _rows()[match.group(), True][0]
    return ""


def _is_word(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the characters are words of their own, no part of one (将|签署, but not 将乐县) and no noun (新建议)."""
    if start not in sheet.edges or end not in sheet.edges or sheet.flat.startswith("的", end):
        return False
    if sheet.flat[start] == "不" and sheet.flat[start - 1 : start] in _NAMES_GO_ON:
        return False
    token, following = sheet.token_at(start), sheet.token_at(end)
    noun = token is not None and (token.start, token.end) == (start, end) and token.tag in _NOUNS
    # 公司计划|与…签约: the tagger calls it a noun, what stands behind it says that it is a verb.
    return not noun or (following is not None and following.tag in _OPENS)


def _governs(sheet: Sheet, offset: int, verb: int) -> bool:
    """Whether only adverbs, prepositions with their nouns and light verbs stand between the word and the verb."""
    between = [token for token in sheet.tokens[sheet.token_index(offset) :] if offset <= token.start < verb]
    if not between or between[0].text in _LEADS:
        return True
    light = word_set("light_verbs")
    return all(token.text != "的" and (token.tag != "v" or token.text in light) for token in between)
