"""The year in which a text was written, where it gives it away without naming it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.language.lexicon import table
from kg.say import say

_LEAD = 160
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_NUMBER = r"(\d{1,3}|[一二三四五六七八九十百]{1,6})"
_LAST_YEAR = re.compile(r"刚刚过去的(20\d{2})年|过去的(20\d{2})年里?，|(?:回顾|回望)(20\d{2})年")
_THIS_YEAR = re.compile(
    r"(?<![将拟计划预至到底前于])(20\d{2})年(?:第?[一二三四1-4]季度|前?\d{1,2}个月|前[三]季度|上半年|春运|[省市县州]?(?:级)?重[点大]|为民办实事)"
    r"|(?<![将拟计划预至到底前于])(20\d{2})年(?:第[一二三四五六七八九十\d]{1,2}[批期次]|1\s?[-—–~至到]\s?\d{1,2}月|年中|初至今)"
    r"|今年（(20\d{2})年）|(20\d{2})年是“?十|站在(20\d{2})年"
)
# An event of the lead that carries its year in its name is being held: 「2023年恰青赛马节」, 「2024“…”论坛」.
_EVENT = re.compile(
    r"(20\d{2})(?!年度?[^。，]{0,16}(?:总结|表彰|述职|考核))(?:年度?)?[“”《》·—\u4e00-\u9fff]{0,24}?(?:节|大会|论坛|博览会|洽谈会|推介会|交易会|年会|峰会|大赛|联赛|比赛|运动会|"
    r"对话会|研讨会|招聘会|展览会|[商农文茶旅车]博会|联席会议|工作会议|邀请赛|锦标赛|挑战赛|公开赛|马拉松|活动|行动|开学典礼)"
    r"|(?<![在自从于])(20\d{2})(?:年度?)?[“”《》·—\u4e00-\u9fff]{0,24}?[“《]"
)
# What happens on the day that the report opens with: 「7月20日，2023宁河招商推介会……」, and what is held or begun.
_ON_DAY = re.compile(
    r"日(?:[上下]午|晚)?，[“《]?(20\d{2})(?!年\d|年度?[^，。]{0,16}(?:总结|表彰|述职|考核))年?(?![，。以底末前])"
)
_HELD = re.compile(
    r"(?<![在自从于至到])(20\d{2})(?!年(?:\d|度?[^，。]{0,16}(?:总结|表彰|述职|考核)))年?[^，。；\d]{3,40}?"
    r"(?:举行|举办|召开|开幕|闭幕|落幕|启动|开赛|开班|开播|揭晓)"
)
# 「将于2023年9月22日……」 is said in the months before.
_SOON = re.compile(r"(?:将|定)(?:于|在)(20\d{2})年(\d{1,2})月\d{1,2}日")
# 「首届（2023）……博览会」, 「……论坛2023年年会」 and 「2023年……专项资金」: weaker, and anywhere in the text.
_BRACKETED = re.compile(r"届?[（(](20\d{2})年?[）)]")
_LATER_EVENT = re.compile(
    r"(?<![至到])(20\d{2})年(?:年会|[\u4e00-\u9fff]{0,8}专项(?:资金|行动)|全国|新春|春季|秋季|夏季|冬季)"
)
# Of what is past or present, as far as the letter before tells: no text is older than what it tells of.
_TOLD = re.compile(
    r"(?<![将拟计划预至到底前于争在—-])(20[012]\d)年(?:(\d{1,2})月\d{1,2}日)?(?![前底末]?[^。，]{0,8}(?:将|有望|力争|达到|建成|竣工|完工|投产|通车|开通))"
)
# A day with its year, and that of a paper in which a text stood: 「《青江日报》（2022年07月20日02版）」.
_WHOLE_DAY = re.compile(
    r"(?<![自从])(?<!立于)(?<!建于)(?<!始于)(?<!生于)(20\d{2})年(\d{1,2})月(\d{1,2})日(?![^。，]{0,8}(?:成立|创立|开工|动工|上市|出生|建成|通车|起))"
)
_CITED = re.compile(r"》\s?[（(](20\d{2})年\d{1,2}月\d{1,2}日[^（）()。]{0,8}版")
_LATELY, _MONTH, _MONTHS = 40, 31, 4
_UNTIL = re.compile(r"截[至止](20\d{2})年(\d{1,2})月")
_COMPARED = re.compile(r"(?:较|比|相比|高于|低于|超过|同比)(20\d{2})年(?:同期|全年|底|末|度)?(?:增|减|提|下降|上升|翻)")
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
    least = max((int(match.group(1)) for match in _TOLD.finditer(text)), default=0)
    found = next((sign for sign in _signs(text, (month, day)) if sign[0] >= least), None)
    return (found[0], say("the year from 「{found}」", found=found[1])) if found else (0, "")


def _signs(text: str, said: tuple[int, int]) -> Iterator[tuple[int, str]]:
    """(year, words), surest first."""
    yield from _named(_CITED, text, 0)
    yield from sorted(_lately(text, said), key=lambda sign: -sign[0])
    yield from _named(_LAST_YEAR, text, 1)
    yield from _plans(text)
    for pattern in (_EVENT, _ON_DAY, _HELD):
        yield from _named(pattern, text[:_LEAD], 0)
    # 「2018年上半年」 looks back where a later year is named in the same way.
    yield from sorted(_named(_THIS_YEAR, text, 0), key=lambda sign: -sign[0])
    yield from _named(_COMPARED, text, 1)
    for match in _UNTIL.finditer(text):
        if said[0]:
            yield int(match.group(1)) + (int(match.group(2)) > said[0]), match.group()
    for match in _SOON.finditer(text):
        if said[0] and 0 <= int(match.group(2)) - said[0] <= _MONTHS:
            yield int(match.group(1)), match.group()
    yield from _counted(text)
    yield from _named(_BRACKETED, text[:_LEAD], 0)
    yield from sorted(_named(_LATER_EVENT, text, 0), key=lambda sign: -sign[0])


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
    starts = {name: int(year) for kind, name, year in table("years") if kind == "plan"}
    for match in _PLAN.finditer(text):
        name, step, ordinal = match.groups()
        after = _DIGITS[ordinal] - 1 if ordinal else _PLAN_STEPS.get(step)
        if name in starts and after is not None and "明年" not in text[max(0, match.start() - 6) : match.start()]:
            yield starts[name] + after, match.group()


def _counted(text: str) -> Iterator[tuple[int, str]]:
    """「今年是新中国成立75周年」, 「第25届青洽会」, 「十四届全国人大三次会议」 in the lead."""
    for pattern, base, everywhere in _patterns():
        for match in pattern.finditer(text if everywhere else text[:_LEAD]):
            yield base + _value(match.group(1)), match.group()


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], int, bool], ...]:
    shapes = {
        "anniversary": rf"(?:今年|适逢|正值|迎来)[^。]{{0,24}}?(?:WORDS)(?:[^。，]{{0,10}}?){_NUMBER}周年",
        "edition": rf"第{_NUMBER}届(?:中国·?)?(?:WORDS)",
        "session": rf"(?:WORDS)第?{_NUMBER}次会议",
    }
    rows = [row for row in table("years") if row[0] in shapes]
    return tuple(
        (re.compile(shapes[kind].replace("WORDS", names)), int(base), kind == "anniversary")
        for kind, names, base in rows
    )


def _value(number: str) -> int:
    """75, 七十五 and 一百零三 as numbers."""
    if number.isdigit():
        return int(number)
    hundreds, _, rest = number.partition("百") if "百" in number else ("", "", number)
    tens, ten, ones = rest.partition("十") if "十" in rest else ("", "", rest)
    value = 100 * _DIGITS.get(hundreds, 0) + (10 * _DIGITS.get(tens, 1) if ten else 0)
    return value + _DIGITS.get(ones[-1:], 0)
