"""The day of an article, as far as its page tells."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.language.classes import FIGURES, NUMERALS
from kg.language.days import written
from kg.language.numerals import number
from kg.read.dateline import Dateline
from kg.read.years import year_of
from kg.say import say

_NAMED = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?:[-_.](\d{1,2})[-_.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))(?!\d)"
)
_PRINTED = re.compile(
    r"(?<!\d)((?:(?:19|20)\d{2})|\d{2}(?=[-/]))\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})(?:\s*日|(?!\d))"
)
# 「发布日期：112-05-06」, 「民国112年5月6日」: years of the Republic, as sites of Taiwan write them.
_REPUBLIC = re.compile(
    r"(?:民国|日期[：:]|时间[：:]|(?<![\d.\-/]))(?<!\d)(\d{2,3})(?:[-/.](\d{1,2})[-/.](\d{1,2})(?![\d.\-/])|年(\d{1,2})月(\d{1,2})日)"
)
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}"
_ENGLISH = re.compile(
    rf"\b(?:(?P<month>{_MONTH_NAME})\.?\s{{0,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<day_before>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"\s{{1,2}}(?P<month_behind>{_MONTH_NAME})\.?),?\s{{0,2}}(?P<year>(?:19|20)\d{{2}})\b",
    re.IGNORECASE,
)
_SHORT_DAY = re.compile(r"(?:^|[|｜\s])([012]\d)\.([01]\d)\.([0-3]\d)(?=$|[|｜\s])")
_REPUBLIC_YEARS, _FOUNDED = range(90, 140), 1911
_PASSED = re.compile(r"[（(](?:19|20)\d{2}年\d{1,2}月\d{1,2}日[^（）()]{0,60}(?:通过|公布|批准|发布)")
_CLOSED = re.compile(
    r"[。！？”][（(](?:来源[：:])?[《]?[\u4e00-\u9fff]{0,12}[》]?[，\s]{0,2}(20\d{2})[年-](\d{1,2})[月-](\d{1,2})日?[)）]$"
)
_WHOLE = re.compile(r"(?<!\d)(20\d{2})年\d{1,2}月\d{1,2}日")
_YEAR_OF_ISSUE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s?年\s?(?:第\s?\d{1,3}\s?[期号]|\d{1,2}\s?月(?!\d)|[春夏秋冬]季?)"
)
_CLOSING = 48  # characters of a text's end in which its day may stand
_CODE, _CODED = re.compile(r"[）)]\s{0,2}(1[0-3]\d)(\d{2})(\d{2})\s{0,4}$"), 16
_FOLDERS = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_./年]?(\d{1,2})[-_./月]?(\d{1,2})日?/")
_DIGITS = {ord("０") + digit: str(digit) for digit in range(10)}  # 「２０１２年６月５日」
_HAN_DAY = re.compile(f"[〇零○Ｏ{NUMERALS}廿卅]{{1,4}}(?=[年月日])")

_FULL_DAY = re.compile(
    rf"(?:(20\d{{2}}|[一二][{FIGURES}]{{3}})年)?(?<![\d{NUMERALS}])"
    rf"(\d{{1,2}}|[{NUMERALS}]{{1,2}})月(\d{{1,2}}|[{NUMERALS}]{{1,3}})日"
)
# Days to come, of other years, and up to which is counted: 「定于6月1日」, 「从5月20日起」, 「去年5月12日」.
_OTHER_DAY = re.compile(r"(?:[定拟将]于|将在|自|(?<!记者)从|[去前明]年|截[至止]到?)$")
_SAID_DAY = re.compile(
    rf"(?<![月\d年{NUMERALS}于至到自从])([1-3]?\d|[{NUMERALS}]{{1,3}})日(?=[，,上下晚电讯在从获起]|[^，。]{{0,12}}(?:获悉|了解到))"
)
# How reports that open otherwise tell their day: a wire's dateline behind a caption, what a reporter learnt, and a
# clause that begins with a day of which the year goes without saying.
_ANY_DAY = rf"(\d{{1,2}}|[{NUMERALS}]{{1,2}})月(\d{{1,2}}|[{NUMERALS}]{{1,3}})日"
_REPORTED = (
    re.compile(rf"[社网报][\u4e00-\u9fff]{{0,6}}?(?<!年){_ANY_DAY}\s?电"),
    re.compile(
        rf"记者(?<!年){_ANY_DAY}从|(?<![年至到]){_ANY_DAY}，[^。，]{{0,12}}记者[^。，]{{0,16}}(?:获悉|了解到|从)"
    ),
)
_CLAUSE_DAY = re.compile(
    rf"(?:^|(?<=[，。：])){_ANY_DAY}(?=[上下]午|晚|，)|(?<=[^将拟定]于){_ANY_DAY}(?:[上下]午|晚)?(?=在|举)"
)
# 「5月13日，……」, 「记者 李文达 5月13日，……」 under a paper's header: the day of the report, as in a dateline.
_OPENS_WITH_DAY = re.compile(
    rf"(?:[^，。；：！？“\d]{{0,20}}(?:记者|通讯员)[^，。；：！？“\d]{{1,24}}|[^\u4e00-\u9fff\d]{{0,3}}){_ANY_DAY}"
)
_CAPTION = re.compile(r"(?:图[：:为说]|[▲△])[^。]{0,80}。")
_CENTURY, _LEAD = 100, 400
# How far into an article its day is looked for, behind a dateline without one and where there is no dateline.
_AFTER_DATELINE, _AT_ONCE, _IN_LEAD = 80, 40, 160
_AFTER = 3  # days that an article may be later than the others of its page


def in_name(name: str) -> str | None:
    """The ISO day that a file's name says (西宁晚报_2024-03-27.txt, 20240327_A02.txt), or None."""
    match = _NAMED.search(name)
    return _iso(*(int(part) for part in match.groups() if part)) if match else None


def in_path(document: str) -> str | None:
    """The ISO day that a file's name says, or else the folders that it lies in (2024/12/19/A01.txt, 2024-12/19/…)."""
    folder, _, name = document.rpartition("/")
    if day := in_name(name):
        return day
    match = _FOLDERS.search(folder + "/")
    return _iso(*map(int, match.groups())) if match else None


def in_header(text: str) -> str | None:
    """The ISO day that a page's header says (2025年7月23日 星期三), or None."""
    text = _HAN_DAY.sub(_figures, text.translate(_DIGITS))
    match = _PRINTED.search(text.replace("年/", "年").replace("月/", "月"))  # 2019年/7月/3日
    if not match:
        return _in_republic(text) or _in_english(text)
    year, month, day = (int(part) for part in match.groups())
    return _iso(year if year > _CENTURY else 2000 + year, month, day)


def _in_republic(text: str) -> str | None:
    match = _REPUBLIC.search(text)
    year, month, day = (int(part) for part in match.groups() if part) if match else (0, 0, 0)
    return _iso(_FOUNDED + year, month, day) if year in _REPUBLIC_YEARS else None


def _in_english(text: str) -> str | None:
    """「Tuesday, May 14, 2024」, 「14 May 2024」, and 「24.05.14」 beside bars."""
    match = _ENGLISH.search(text)
    if not match:
        short = _SHORT_DAY.search(text)
        return _iso(2000 + int(short[1]), int(short[2]), int(short[3])) if short else None
    month = _ENGLISH_MONTHS.index((match["month"] or match["month_behind"])[:3].lower()) + 1
    return _iso(int(match["year"]), month, int(match["day"] or match["day_before"]))


def _figures(match: re.Match[str]) -> str:
    return str(number(match.group().replace("Ｏ", "〇").replace("廿", "二十").replace("卅", "三十")))


@dataclass(frozen=True, slots=True)
class Known:
    """What the page tells about its day. printed: the ISO day of its header, name or sidecar, or None.

    stamped: it is the day on which a site put out this very article, and only the dateline's own day comes before it.
    year, why: the year that its articles give away together, or 0. last: the last day that they say, or None.
    """

    printed: str | None = None
    year: int = 0
    why: str = ""
    stamped: bool = False
    last: str | None = None


def day_of(text: str, dateline: Dateline | None, known: Known) -> tuple[str | None, str]:
    """The day of an article with that text (ISO, or --12-19 where nothing tells the year), and why.

    The day and month are those of the dateline, or of the first sentence where the dateline has none; without a
    dateline those with which the text opens under a paper's header, else the printed day is the article's. The year is
    the dateline's own, or that of the printed day nearest to it, or the one that the article or its page gives away.
    """
    said = _month_and_day(text, dateline)
    named = dateline.month if dateline else not known.stamped and _OPENS_WITH_DAY.match(text)
    if known.printed and (said is None or not (named or (dateline and not known.stamped))):
        told = _told_by_day(text, known.printed) if dateline and not known.stamped else None
        return told or known.printed, say(
            "counted from the printed day {printed}", printed=known.printed
        ) if told else say("the printed day")
    if said is None:
        told = _told_by_day(text, _later(known.last, _AFTER)) if dateline and known.last else None
        return (told, say("counted from the days of the page")) if told else (None, "")
    year, month, day = said
    if year and month:
        return _iso(year, month, day), say("the dateline says its year")
    near = _near(known.printed, month, day) if known.printed else None
    if known.printed and (near is None or near > _later(known.printed, 1)):
        # 「定于9月16日……」 is a day to come.
        return known.printed, say("the printed day")
    if known.printed:
        return near, say("the year from the printed day {printed}", printed=known.printed)
    year, why = year_of(text, month, day)
    if not year:
        year, why = known.year, known.why
    return (_iso(year, month, day), why) if year else (_yearless(month, day), say("nothing tells the year"))


def year_of_page(texts: Sequence[tuple[str, str, Dateline | None]]) -> tuple[int, str]:
    """The year that the articles of one page give away together, (0, "") where they do not; each a title, a body and
    its dateline.

    Where they differ, the year that most of them give, and of these the last: a page is not older than what it tells.
    """
    found = []
    for title, body, dateline in texts:
        _, month, day = _month_and_day(body, dateline) or (0, 0, 0)
        found.append(year_of(f"{title}\n{body}", month, day))
    years = Counter(year for year, _ in found if year)
    best = max(years, key=lambda year: (years[year], year), default=0)
    return next((item for item in found if item[0] == best), (0, ""))


def day_of_page(texts: Sequence[tuple[str, str, Dateline | None]], year: int) -> str | None:
    """The last ISO day that the articles of a page without a printed one say, in the year that they give; or None.

    A day that stands alone, 「28日，……」, is counted from it.
    """
    said = (_month_and_day(body, dateline) for _, body, dateline in texts)
    days = [iso for told in said if told and (iso := _iso(told[0] or year, told[1], told[2]))] if year else []
    return max(days, default=None)


def in_title(title: str) -> str | None:
    """The ISO day at which a paper was passed, as its title says: 「任免名单（2023年8月2日……会议通过）」."""
    match = _PASSED.search(title)
    return in_header(match.group()) if match else None


def in_code(text: str) -> str | None:
    """The ISO day behind the last words of Taiwan's agency, in years of the Republic: 「（编辑：李文达）1130312」."""
    match = _CODE.search(text[-_CODED:])
    return _iso(_FOUNDED + int(match[1]), int(match[2]), int(match[3])) if match else None


def in_closing(text: str) -> str | None:
    """The ISO day in the brackets that end a text, alone or behind its paper: 「（《青江日报》2024年5月14日）」."""
    match = _CLOSED.search(text[-_CLOSING:])
    return _iso(int(match[1]), int(match[2]), int(match[3])) if match else None


def year_of_header(texts: Sequence[str]) -> tuple[int, str]:
    """The year that a page's header gives without a day: 「2024年第3期（总第27期）」."""
    found = next(filter(None, map(_YEAR_OF_ISSUE.search, texts)), None)
    return (int(found[1]), say("the header's year")) if found else (0, "")


def year_of_heads(texts: Sequence[str]) -> tuple[int, str]:
    """The year of whole days at the heads of articles: 「（2023年2月24日……会议通过）」; (0, "") if they differ."""
    years = {match[1] for text in texts if (match := _WHOLE.search(text[:_AT_ONCE]))}
    return (int(min(years)), say("the year of another article of the page")) if len(years) == 1 else (0, "")


def _month_and_day(text: str, dateline: Dateline | None) -> tuple[int, int, int] | None:
    if dateline and dateline.month:
        return dateline.year, dateline.month, dateline.day
    # Without a dateline only a day of the first clauses is the article's; others are days of what it tells.
    head = text[:_AFTER_DATELINE] if dateline else text[:_AT_ONCE].partition("。")[0]
    match = next(_full_days(head), None) or _named_later(text, head)
    if match:
        return number(match.group(1) or "0"), number(match.group(2)), number(match.group(3))
    return None if dateline else _reported(text)


def _full_days(head: str) -> Iterator[re.Match[str]]:
    """The days of a head that are neither to come nor of another year."""
    for match in _FULL_DAY.finditer(head):
        if not _OTHER_DAY.search(head, max(0, match.start() - 3), match.start()):
            yield match


def _reported(text: str) -> tuple[int, int, int] | None:
    """The day of a report without a dateline at its head: (0, month, day), see _REPORTED."""
    caption = _CAPTION.match(text)
    lead = text[caption.end() if caption else 0 :][:_IN_LEAD]
    matches = [pattern.search(lead) for pattern in _REPORTED]
    match = next(filter(None, [*matches, _CLAUSE_DAY.search(lead.partition("。")[0])]), None)
    if match is None:
        return None
    month, day = (number(part) for part in match.groups() if part)
    return 0, month, day


def _named_later(text: str, head: str) -> re.Match[str] | None:
    """「27日下午，……（7月27日，……）」: the month of a day that stands alone, where the next sentences say it."""
    alone = _SAID_DAY.search(head)
    found = _FULL_DAY.search(text, 0, _LEAD) if alone else None
    return found if found and alone and found.group(3) == alone.group(1) else None


def _told_by_day(text: str, printed: str) -> str | None:
    """The ISO day of 「28日，」 at the beginning of an article printed on a known day.

    昨日 is counted from the printed day by whoever reads the text, so that stays the day of the article.
    """
    match = _SAID_DAY.search(text[:_AFTER_DATELINE])
    if not match or any(True for _ in _full_days(text[:_AFTER_DATELINE])):
        return None
    day = datetime.date.fromisoformat(printed)
    # 「20日起」 on the 14th is a day to come.
    days = (day - datetime.timedelta(days=n) for n in range(7 if text[match.end()] == "起" else 28))
    return next((earlier.isoformat() for earlier in days if earlier.day == number(match.group(1))), None)


def _later(printed: str, days: int) -> str:
    return (datetime.date.fromisoformat(printed) + datetime.timedelta(days=days)).isoformat()


def _near(known: str, month: int, day: int) -> str | None:
    """The day with that month and day which lies nearest to a known one."""
    printed = datetime.date.fromisoformat(known)
    days = [iso for year in (-1, 0, 1) if (iso := _iso(printed.year + year, month, day))]
    return min(days, key=lambda iso: abs((datetime.date.fromisoformat(iso) - printed).days), default=None)


def _yearless(month: int, day: int) -> str | None:
    try:
        return written(None, month, day) if month and day else None
    except ValueError:
        return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
