"""The year in which a text was written, where it gives it away without naming it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.classes import NUMERALS, one_of
from kg.language.lexicon import table
from kg.language.numerals import number
from kg.read import eras
from kg.say import say

_LEAD = 160
_LAST_YEAR = re.compile(r"刚刚过去的(20\d{2})年|过去的(20\d{2})年里?，|(?:回顾|回望)(20\d{2})年")
_THIS_YEAR = re.compile(
    r"(?<![将拟计划预至到底前于])(20\d{2})年(?:第?[一二三四1-4]季度|前?\d{1,2}个月|前[三]季度|上半年|春运|[省市县州]?(?:级)?重[点大]|为民办实事)"
    rf"|(?<![将拟计划预至到底前于])(20\d{{2}})年(?:第[{NUMERALS}\d]{{1,2}}[批期次]|1\s?[-—–~至到]\s?\d{{1,2}}月|年中|初至今)"
    r"|今年（(20\d{2})年）|(20\d{2})年是“?十|站在(20\d{2})年"
)
# An event of the lead that carries its year in its name is being held: 「2023年恰青赛马节」, 「2024“…”论坛」.
_EVENT = re.compile(
    r"(20\d{2})(?!年度?[^。，]{0,16}(?:总结|表彰|述职|考核))(?:年度?)?[“”《》·—\u4e00-\u9fff]{0,24}?"
    f"(?:{one_of('events_with_years')}|[商农文茶旅车]博会)"
    r"|(?<![在自从于])(20\d{2})(?:年度?)?[“”《》·—\u4e00-\u9fff]{0,24}?[“《]"
)
# What happens on the day that the report opens with: 「7月20日，2023宁河招商推介会……」, and what is held or begun.
_ON_DAY = re.compile(
    r"日(?:[上下]午|晚)?，[“《]?(20\d{2})(?!年\d|年度?[^，。]{0,16}(?:总结|表彰|述职|考核))年?(?![，。以底末前])"
)
_HELD = re.compile(
    r"(?<![在自从于至到])(20\d{2})(?!年(?:\d|度?[^，。]{0,16}(?:总结|表彰|述职|考核)))年?[^，。；\d]{3,40}?"
    f"(?:{one_of('held')})"
)
# 「将于2023年9月22日……」 is said in the months before.
_SOON = re.compile(r"(?:将|定)(?:于|在)(20\d{2})年(\d{1,2})月\d{1,2}日")
# 「首届（2023）……博览会」, 「……论坛2023年年会」 and 「2023年……专项资金」: weaker, and anywhere in the text.
_BRACKETED = re.compile(r"(?<![去上前明]年)[（(](20\d{2})年?[）)]")
_LATER_EVENT = re.compile(
    r"(?<![至到])(20\d{2})年(?:年会|[\u4e00-\u9fff]{0,8}专项(?:资金|行动)|全国|新春|春季|秋季|夏季|冬季)"
)
# Of what is past or present, as far as the letter before tells: no text is older than what it tells of.
_TOLD = re.compile(
    rf"(?<![将拟计划预至到底前于争在—-])(20[012]\d)年(?:(\d{{1,2}})月\d{{1,2}}日)?(?![前底末]?[^。，]{{0,8}}(?:{one_of('to_come')}))"
)
# A day with its year, and that of a paper in which a text stood: 「《青江日报》（2022年07月20日02版）」.
_WHOLE_DAY = re.compile(
    rf"(?<![自从])(?<!立于)(?<!建于)(?<!始于)(?<!生于)(20\d{{2}})年(\d{{1,2}})月(\d{{1,2}})日(?![^。，]{{0,8}}(?:{one_of('since_when')}))"
)
_CITED = re.compile(r"》\s?[（(](20\d{2})年\d{1,2}月\d{1,2}日[^（）()。]{0,8}版")
_LATELY, _MONTH, _MONTHS = 40, 31, 4
_UNTIL = re.compile(r"截[至止](20\d{2})年(\d{1,2})月")
_COMPARED = re.compile(rf"(?:{one_of('comparing')})(20\d{{2}})年(?:同期|全年|底|末|度)?(?:增|减|提|下降|上升|翻)")
# 「去年（2022年）同期」, 「明年（2025年）」
_NEXT_TO = re.compile(r"(去年|上年|明年)[（(](20\d{2})年?[）)]")
_STEPS = {"去年": 1, "上年": 1, "明年": -1}
# 「部署2024年工作」: said in its first months or in the last of the year before.
_TASKS = re.compile(
    rf"(?:{one_of('planning_verbs')})[^。，；\d]{{0,8}}(20\d{{2}})年[^。，；\d]{{0,10}}(?:{one_of('planned_nouns')})"
)
_FIRST_MONTHS, _LAST_MONTHS = range(1, 5), range(11, 13)
# 「2024年，全市地区生产总值增长5.6%」: the sum of a year that is over.
_WHOLE_YEAR = re.compile(
    r"(?<![自从到至在\d—-])(20\d{2})年(?:全年)?，[^。；]{2,40}?(?:增长|增|达到?|实现|完成|突破|收入|产值|总额)[^。；，]{0,8}?\d"
)
_PLAN = re.compile(
    r"(?<!明年是)(?<!明年为)[“‘]?(十[一二三四五六]五)[”’]?(?:规划|时期)?(?:的|实施的?)?"
    r"(开局|承上启下|中期评估|收官|决胜|最后一|关键一|第([一二三四五])年)"
)
_PLAN_STEPS = {"开局": 0, "承上启下": 2, "中期评估": 2, "收官": 4, "决胜": 4, "最后一": 4}


def year_of(text: str, month: int = 0, day: int = 0) -> tuple[int, str]:
    """The year in which a text was written, and the words that give it away; (0, "") where none do.

    month, day: those of the text, which tell whether 「截至2024年11月底」 is of this year or the last, and which of the
    days with a year are of the same weeks.
    """
    planned = {match.start(1) for match in _TASKS.finditer(text)} | {
        match.start(2) for match in _NEXT_TO.finditer(text)
    }
    told = [match for match in _TOLD.finditer(text) if match.start(1) not in planned]
    least = max((int(match.group(1)) for match in told), default=0)
    found = next((sign for sign in _signs(text, (month, day), least) if sign[0] >= least), None)
    return (found[0], say("the year from 「{found}」", found=found[1])) if found else (0, "")


def _signs(text: str, said: tuple[int, int], least: int) -> Iterator[tuple[int, str]]:
    """(year, words), surest first. least: the latest year that the text tells of, or 0."""
    yield from _named(_CITED, text, 0)
    yield from sorted(_lately(text, said), key=lambda sign: -sign[0])
    yield from _named(_LAST_YEAR, text, 1)
    yield from _plans(text)
    yield from eras.named(text)
    for pattern in (_EVENT, _ON_DAY, _HELD):
        yield from _named(pattern, text[:_LEAD], 0)
    # 「2018年上半年」 looks back where a later year is named in the same way.
    yield from sorted(_named(_THIS_YEAR, text, 0), key=lambda sign: -sign[0])
    yield from _named(_COMPARED, text, 1)
    for match in _NEXT_TO.finditer(text):
        yield int(match.group(2)) + _STEPS[match.group(1)], match.group()
    for match in _UNTIL.finditer(text):
        if said[0]:
            yield int(match.group(1)) + (int(match.group(2)) > said[0]), match.group()
    for match in _SOON.finditer(text):
        if said[0] and 0 <= int(match.group(2)) - said[0] <= _MONTHS:
            yield int(match.group(1)), match.group()
    yield from eras.counted(text)
    yield from eras.of_their_time(text, said[0])
    yield from _named(_BRACKETED, text[:_LEAD], 0)
    yield from sorted(_named(_LATER_EVENT, text, 0), key=lambda sign: -sign[0])
    yield from eras.lunar(text, said[0], least)
    yield from eras.since_plenum(text, said[0])
    yield from sorted(_tasks(text, said[0]), key=lambda sign: -sign[0])
    yield from sorted(_named(_WHOLE_YEAR, text, 1), key=lambda sign: -sign[0])


def _tasks(text: str, month: int) -> Iterator[tuple[int, str]]:
    for match in _TASKS.finditer(text):
        if month in _FIRST_MONTHS or month in _LAST_MONTHS:
            yield int(match.group(1)) - (month in _LAST_MONTHS), match.group()


def _named(pattern: re.Pattern[str], text: str, later: int) -> Iterator[tuple[int, str]]:
    for match in pattern.finditer(text):
        yield int(next(filter(None, match.groups()))) + later, match.group()


def _lately(text: str, said: tuple[int, int]) -> Iterator[tuple[int, str]]:
    """「2022年7月20日，……」 in a report of 21 July: a day of the weeks before."""
    for match in _WHOLE_DAY.finditer(text) if all(said) else ():
        year, month, day = map(int, match.groups())
        if 0 <= _MONTH * (said[0] - month) + said[1] - day <= _LATELY:
            yield year, match.group()


def _plans(text: str) -> Iterator[tuple[int, str]]:
    """「今年是‘十四五’规划收官之年」"""
    starts = {row[1]: int(row[2]) for row in table("years") if row[0] == "plan"}
    for match in _PLAN.finditer(text):
        name, step, ordinal = match.groups()
        after = number(ordinal) - 1 if ordinal else _PLAN_STEPS.get(step)
        if name in starts and after is not None and "明年" not in text[max(0, match.start() - 6) : match.start()]:
            yield starts[name] + after, match.group()
