"""Where the press is told of happenings, and whose hosts a sentence tells: its own or those of what is announced."""

from __future__ import annotations

import re

from kg.extract.annotated import Annotated
from kg.language.classes import CONVENING, HELD, one_of
from kg.language.lexicon import any_of, words

# What is so called for short, by the ends of its names.
_ALIKE = {
    "赛事": ("赛", "杯", "马拉松", "跑"),
    "比赛": ("赛", "杯", "马拉松", "跑"),
    "节会": ("节", "会"),
    "展会": ("会", "展"),
    "展览": ("展",),
    "会议": ("会",),
    "大会": ("会",),
}
# Where the press is told of other happenings: none of them is where it is told.
_PRESS = re.compile(f"(?:{one_of('press_briefings')})$")
# 赛事|由甲局主办, 本届葡萄节|由…承办: the happening of which a clause tells who holds it.
_SUBJECT = re.compile(
    f"(?:(?:^|[,。;!?“\\s])(?:{any_of(words('this_words'))})?|”(?:{any_of(words('this_words'))}))(?P<what>[^,。;:“”\\s]{{0,12}}?(?:{one_of('happenings_in_short')}|[赛节会展]))(?:将|是|共|还)?由"
)
# What a rite too may be called for short: 活动|由甲局主办.
_ANY = ("活动", "会议", "仪式", "项目", "行动")
_RITE = re.compile("(?:仪式|典礼|发布会|座谈会|见面会|通气会)$")
# 活动现场,|“甲”捐赠活动举行, 现场还举办了|乙集市: a part of what the page tells of.
_PART_OF_IT = re.compile(
    f"(?:现场|期间|其间|同期|活动[上中]|仪式上|会上|同时)[^。;:“]{{0,16}}“?$|还(?:{CONVENING}|开展|组织)了?[^,。;]{{0,8}}$"
)
# 8月5日,|甲活动: what has a day of its own is no part of another.
_ITS_DAY = re.compile("[0-9]{1,2}[日号]|近日|日前|昨[天日]|今[天日]|[上下]午")
# 新闻发布会|由甲局主办, 新闻发布会|在甲市举行,由乙会主办
_HELD_BY = re.compile(f"(?:[^,。;]{{0,30}}(?:{HELD})[^,。;]{{0,4}},)?(?:是|将)?由")


def is_briefing(name: str) -> bool:
    """Whether what is called so is where the press is told of other happenings."""
    return _PRESS.search(name) is not None


def without_briefing(name: str) -> str:
    """第三届甲节 of 第三届甲节新闻发布会: what the press is told of, as the briefing's name says it."""
    return _PRESS.sub("", name)


def whose_hosts(article: Annotated, bounds: tuple[int, int], meeting: int | None) -> int | None:
    """Of which happening a sentence about `meeting` tells the hosts: of a briefing's only where it is their subject."""
    if meeting is None:
        return None
    if not is_briefing(article.things[meeting].name):
        return _named_by_subject(article, bounds, meeting)
    own = (b for b in article.all_between(*bounds, "Meeting") if meeting in b.things)
    if any(_HELD_BY.match(article.sheet.flat, b.end, bounds[1]) for b in own):
        return meeting
    return _told_to_the_press(article, *bounds)


def _named_by_subject(article: Annotated, bounds: tuple[int, int], meeting: int) -> int:
    """甲大赛收官…。颁奖典礼…。大赛|由乙局主办: the happening whose last word is the subject, or the sentence's own."""
    begin = article.sheet.row_start(bounds[0])  # 活动由甲局主办;|乙会承办
    subject = _SUBJECT.search(article.sheet.flat, max(0, begin - 1), bounds[1])
    what = subject["what"] if subject is not None else ""
    own = article.things[meeting].name
    if what in _ANY:
        wholes: list[int] = []
        if _RITE.search(own):  # 甲大展|启动仪式上,…。本次活动|由乙会主办: the whole, not what opens it
            before = [b.things[0] for b in article.all_between(0, bounds[0], "Meeting") if b.things]
            wholes = [one for one in before if one != meeting and own.startswith(article.things[one].name)]
        if wholes:
            return wholes[-1]
        return _whole_of(article, meeting, what, bounds[0])
    if not what or called(article.things[meeting].name, what):
        return meeting
    named = dict.fromkeys(b.things[0] for b in article.all_between(0, bounds[0], "Meeting") if b.things)
    others = [one for one in named if not _RITE.search(article.things[one].name)]
    ends = [one for one in others if called(article.things[one].name, what)]
    ends = ends or [one for one in others if what in article.things[one].name]
    return ends[-1] if ends else meeting


def _whole_of(article: Annotated, meeting: int, what: str, end: int) -> int:
    """活动现场,|甲捐赠活动举行。…此次活动|由乙部主办: the whole that the page tells of, where it is part of one."""
    main = article.main_meeting
    own = [b for b in article.mentions_of(meeting) if b.start < end]
    if main is None or main == meeting or is_briefing(article.things[main].name) or not own:
        return meeting
    if min((b.start for b in article.mentions_of(main)), default=end) >= own[0].start:
        return meeting
    heads = [(article.sheet.sentence(b.start)[0], b.start) for b in own]
    part = _PART_OF_IT.search(article.sheet.flat, *heads[0]) is not None
    dayless = what == "活动" and not any(_ITS_DAY.search(article.sheet.flat, *head) for head in heads)
    return main if part or dayless else meeting


def called(name: str, what: str) -> bool:
    """Whether a happening of this name may be called so for short: 赛事 for 甲杯."""
    return name.endswith((what, *_ALIKE.get(what, ())))


def _told_to_the_press(article: Annotated, start: int, end: int) -> int | None:
    """The happening that a briefing tells of, and that the words in `[start, end)` say who holds: 赛事由甲局主办.

    The last one named so far whose name ends alike, else the only one; None where the page names none.
    """
    named = article.all_between(0, end, "Meeting")
    things = list(dict.fromkeys(b.things[0] for b in named if b.things))
    others = [thing for thing in things if not is_briefing(article.things[thing].name)]
    subject = _SUBJECT.search(article.sheet.flat, max(0, start - 1), end)
    what = subject["what"] if subject is not None else ""
    alike = [one for one in others if what and called(article.things[one].name, what)]
    return alike[-1] if alike else others[0] if len(others) == 1 else None
