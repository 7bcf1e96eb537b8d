"""Where a title ends and the body begins on a line that nothing parts: 「……工作会议8月17日，市委……」."""

from __future__ import annotations

import re
from functools import cache

from kg.language.classes import one_of
from kg.language.lexicon import any_of, pattern, words
from kg.read import papers
from kg.read.dateline import opens

_SURE_DAY = re.compile(r"(?:(?:20\d{2}年)?\d{1,2}月)?\d{1,2}日(?=[，,]|[上下]午|晚)")
_DAY = re.compile(
    r"(?:(?:20\d{2}年)?\d{1,2}月)?\d{1,2}日(?=[，,上下早晚凌午当在由至、记\s（(—-]|\d{1,2}[时点:：]|[\u4e00-\u9fff]{1,8}[，,的])"
    r"|(?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日)?[-—–至～~]+(?:\d{1,2}月)?\d{1,2}日"
)
_WRITER = re.compile(rf"\s*+[|｜]?\s*+(?:{one_of('kinds_of_reporters')})?(?:记者|通讯员)[\s：:]+[\u4e00-\u9fff]{{1,4}}")
_SOURCE = re.compile(
    r"\s*(?:每经)?(?:责任)?(?:编辑|来源|作者)[：:]|据[\u4e00-\u9fff·]{2,14}?(?:\d{1,2}月\d{1,2}日)?(?:消息|报道|获悉|网站|官网|官微|公众号)"
)
_QUOTED = re.compile(f"“[^“”]{{4,200}}(?:[。！？，]”|”“)|【[^【】]{{2,16}}(?:{one_of('dispatches')})[^【】]{{0,12}}】")
# No title ends with these, so a day behind one of them is a part of the title.
_HANGING = "于在从自到至和与及、，,：:年月—-（(《“‘【[的将约第截于"
# The dateline of a site that no list holds: 「青江网讯（记者 李文达）」.
_WIRED = re.compile(
    rf"[\u4e00-\u9fff]{{2}}(?:{any_of(words('paper_endings'))})讯\s{{0,2}}[（(][\u4e00-\u9fff]{{0,4}}(?:记者|通讯员)"
)
_NAMED = re.compile(r"([\u4e00-\u9fffA-Za-z]{3,12})[：:]")
_WHOLE_WORD = re.compile("签约|解约|违约|公约|条约|特约")  # end with such a letter, and a title may with them
_CLAUSE, _BARS = re.compile("[，。；]"), re.compile(r"[|｜丨]\s*")
_SHORTEST, _LONGEST, _REPEATED = 8, 110, 5
_PAIRS = (("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"), ("(", ")"), ("【", "】"), ("「", "」"))


def title_end(text: str, start: int) -> tuple[int, bool]:
    """Where the title that begins at `start` ends, and whether that is sure: else it ends with its first clause."""
    stop = text.find("。", start, start + _LONGEST)
    last = min(len(text), start + _LONGEST) if stop < 0 else stop
    for place in range(start + _SHORTEST, last):
        if text.startswith(("  ", "\xa0\xa0", "原标题"), place) or begins(text, start, place):
            return place, True
    clause = _CLAUSE.search(text, start + 2 * _SHORTEST)
    if len(text) - start < _LONGEST and clause is None:
        return len(text), True
    return min(clause.start() if clause else len(text), start + _LONGEST), False


def body_start(text: str, start: int, end: int) -> int | None:
    """The first place in text[start:end], not at its beginning, at which a body begins, or None."""
    last = min(end, start + _LONGEST)
    return next((place for place in range(start + 2, last) if _opening(text, place)), None)


def body_opens(text: str, start: int) -> bool:
    """Whether the words at `start` are such as a body begins with."""
    return bool(_DAY.match(text, start) or _words().match(text, start) or _SOURCE.match(text, start))


def begins(text: str, start: int, place: int, *, sure: bool = False) -> bool:
    """Whether the body begins at `place`, if a title stands from `start` to there. sure: only where a day says so."""
    hanging = (
        text[place - 1] in _HANGING
        and not _WHOLE_WORD.match(text, max(start, place - 2))
        and (not _words().match(text, place) or text[place - 1] in "，、：,:—")
    )
    if hanging or not _balanced(text[start:place]):
        return False
    if sure:
        known = _SURE_DAY.match(text, place) and not text[place - 1].isdigit()
        return bool(known or _SOURCE.match(text, place) or _again(text, start, place))
    return _opening(text, place) or _again(text, start, place)


def _opening(text: str, place: int) -> bool:
    if text[place - 1].isdigit():
        return False
    known = body_opens(text, place) or _WIRED.match(text, place) or _signed(text, place) or _QUOTED.match(text, place)
    return bool(known or opens(text[place : place + 60], sure=True))


def _signed(text: str, place: int) -> bool:
    """「记者 李文」, or that behind the name of a paper: 「青江日报记者 李文」."""
    if _WRITER.match(text, place):
        return True
    lengths = (n for n in range(2, 12) if _WRITER.match(text, place + n))
    return any(papers.home(text[place : place + n]) is not None for n in lengths)


def _again(text: str, start: int, place: int) -> bool:
    """Whether the words with which the title, or its part behind a bar, begins come once more."""
    title = text[start:place]
    # 「云岭股份：拟投建……项目云岭股份8月1日公告」
    name = _NAMED.match(title)
    if name and len(title) >= 2 * _SHORTEST and text.startswith(name[1], place) and place > start + len(name[0]):
        return True
    if len(title) <= 2 * _REPEATED or len(_CLAUSE.split(title)[-1]) < _SHORTEST:
        return False
    return any(text.startswith(part[:_REPEATED], place) for part in _BARS.split(title) if len(part) > _REPEATED)


def _balanced(title: str) -> bool:
    return all(title.count(left) == title.count(right) for left, right in _PAIRS)


@cache
def _words() -> re.Pattern[str]:
    return pattern("sentence_openings")
