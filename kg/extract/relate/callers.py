"""VISITED told of the guests of a talk: 甲会见来访的乙, 对丙一行到访宁河表示欢迎, 欢迎丁一行来宁考察."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.annotated import Annotated, Bound, Fact, Talk, ends
from kg.extract.days import day
from kg.extract.goals import short_goals
from kg.extract.lists import spoken
from kg.language.classes import MISSIONS, one_of

# 会见|来访的|某国总统甲, 会见|正在对甲国进行国事访问的|某国总统乙, 会见|来华出席某会并访华的|丙.
_COMING = re.compile(
    r"(?:(?:应邀|前来|专程|正在|正|首次|再次)?(?:来|到|造|正?在[^,。;的同与和]{1,12}|对[^,。;的同与和]{1,12}进行[^,。;的]{0,8})?(?:访问?|考察|参访)"
    r"|来华(?:[^,。;的]{1,30}(?:的[^,。;的]{1,12})?)?)的(?=[\u3400-\u9fff])"
)
# 对乙一行|到访宁河|表示欢迎; 欢迎乙一行|来宁考察.
_WELCOME = re.compile(
    r"(?:对(?P<who>[^。;]{2,60}?)(?P<how>(?:一行)?(?:的?到来|[来到]访|来[^,。;]{1,12}?|到访[^,。;]{1,12}?|访问[^,。;]{1,12}?|莅临[^,。;]{1,12}?))"
    r"表示(?:热烈|诚挚|衷心|由衷|最?热烈的|诚挚的)*(?:的)?(?:欢迎|问候)"
    r"|欢迎(?P<them>[^。;,]{2,60}?)(?P<go>(?:一行)?(?:再次|首次)?(?:来访|[来到]访[^,。;]{1,10}|访问[^,。;]{1,10}|访华|来[^,。;]{1,10}?(?:访问?|考察|参观|调研|交流)))(?=[^,。;]{0,12}[,。;]))"
)
# 总统和代表团一行, 各位来宾: the guests without their names.
_ADDRESSED = re.compile(
    f"(?:[\u3400-\u9fff]{{0,10}}?(?:{one_of('guests_by_post')}|{MISSIONS}|一行)(?:先生|女士|阁下)?(?:[、和及与]|以及)?){{1,3}}(?:成员|一行)?"
)
# 甲代表团|来宁调研,|李文达会见…: they came with whom the host then meets.
_COMES = re.compile(
    f"(?:{MISSIONS}|一行)(?:[0-9]+人)?(?P<how>(?:来|到|赴|莅临|到访|访问|前来)[^,。;]{{1,14}}?)"
    "(?:考察|调研|访问|参访|参观|交流|对接|洽谈)?,"
)
_NATIONAL = re.compile("国家|国务|全国|中共中央|中央|外交部|中国|商务部")


def relate(article: Annotated) -> Iterator[Fact]:
    """Where the guests of the article's talks have come to, when the text says that they came."""
    for talk in article.talks:
        guests = [b for b in talk.guests if b.type == "Person"]
        if guests:
            yield from _described(article, talk, guests)
            yield from _with_mission(article, talk, guests)
    if article.talks:
        yield from _welcomed(article)


def _described(article: Annotated, talk: Talk, guests: Sequence[Bound]) -> Iterator[Fact]:
    """甲会见|来访的|乙: what stands before the first guest says that the guests came."""
    start, end = article.sheet.sentence(talk.start)
    left = max((b.end for b in talk.hosts if b.end <= guests[0].start and b.start >= start), default=start)
    found = _COMING.search(article.sheet.flat, left, guests[0].start)
    if found is None or not start <= guests[0].start < end:
        return
    yield from _came(article, guests, _goal(article, found.span(), talk.hosts), found.span())


def _with_mission(article: Annotated, talk: Talk, guests: Sequence[Bound]) -> Iterator[Fact]:
    """甲公司代表团|来宁调研,|李文达会见甲公司董事长周明远一行: the clause before tells where the guests have come."""
    start, _ = article.sheet.sentence(talk.start)
    for match in _COMES.finditer(article.sheet.flat, start, talk.start):
        if article.between(start, match.start(), "Person"):
            continue
        span = match.span("how")
        yield from _came(article, guests, _goal(article, span, ()), span)


def _welcomed(article: Annotated) -> Iterator[Fact]:
    """The host's words of welcome, where whom they name is a guest of a talk of the article."""
    known = {thing for talk in article.talks for b in talk.guests if b.type == "Person" for thing in b.things}
    hosts = article.talks[0].hosts
    for match in _WELCOME.finditer(article.sheet.flat):
        who, how = ("who", "how") if match["who"] else ("them", "go")
        people = [b for b in spoken(article, *match.span(who), "Person") if known & set(b.things)]
        people = people or _meant(article, match, who)
        if people:
            yield from _came(article, people, _goal(article, match.span(how), hosts), match.span())


def _meant(article: Annotated, match: re.Match[str], who: str) -> list[Bound]:
    """对总理和代表团一行|到访…表示欢迎: the guests of the talk told last before, called by their post."""
    if not _ADDRESSED.fullmatch(match[who]) or article.between(*match.span(who), "Person"):
        return []
    talks = [talk for talk in article.talks if talk.end <= match.start()]
    return [b for b in talks[-1].guests if b.type == "Person"] if talks else []


def _goal(article: Annotated, span: tuple[int, int], hosts: Sequence[Bound]) -> Bound | None:
    """Where they came to: the place in the words, the one that a character stands for, else the hosts' own place."""
    named = spoken(article, *span, "Location", "Organization")
    if named:
        return named[0]
    for at in range(span[0] + 1, span[1]):
        short = short_goals(article, at)
        if short:
            return short[0]
    return _home(article, hosts)


def _home(article: Annotated, hosts: Sequence[Bound]) -> Bound | None:
    """The place of the body that stands first in the posts of the first host: 上海市|市长甲; 中国 for the nation's."""
    if not hosts:
        return None
    left, _ = article.sheet.clause(hosts[0].start)
    for bound in article.between(left, hosts[0].start, "Location", "Organization"):
        name = article.things[bound.things[0]].name if bound.things else ""
        places = [(len(own), index) for index, own in _places(article) if name.startswith(own)]
        if places:
            return _called(article, bound, max(places)[1])
    posts = article.sheet.flat[left : hosts[0].start]
    china = [index for index, own in _places(article) if own == "中国"] if _NATIONAL.search(posts) else []
    return _called(article, hosts[0], china[0]) if china else None


def _places(article: Annotated) -> list[tuple[int, str]]:
    """The places of the article: index and each of their names."""
    things = enumerate(article.things)
    return [(index, own) for index, thing in things if thing.type == "Location" for own in thing.names]


def _called(article: Annotated, bound: Bound, place: int) -> Bound:
    """The words of a mention as a call of the place."""
    reason = f"{bound.spot.text} → {article.things[place].name}：会见者所在地"
    return Bound(article.sheet.spot(bound.start, bound.end, "Location", "call"), (place,), reason)


def _came(article: Annotated, people: Sequence[Bound], goal: Bound | None, trigger: tuple[int, int]) -> Iterator[Fact]:
    if goal is None or not goal.things:
        return
    when = day(article, trigger)
    for person, bound in ends(people):
        yield article.fact((person, bound), "VISITED", (goal.things[0], goal), trigger=trigger, rule="guest of a talk",
                           properties={"date": when} if when else {})  # fmt: skip
