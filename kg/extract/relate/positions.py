"""HOLDS_POSITION beside names: 省委书记、省人大常委会主任李文达; 某集团甲副总裁; 李四、王五等委员."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.chains import Post, chain_before, gap, holds, in_line, list_ending, rolled, sharing
from kg.extract.lists import asides
from kg.language.classes import NUMERALS, one_of
from kg.language.lexicon import any_of, pattern, table, words

# 时任某县县长(|现任|某市副市长)甲
_AT_PRESENT = re.compile("现任|现为|现(?=[\u3400-\u9fff]{4})")
_LONGEST_VERB = 10  # characters, with what stands before it
_PERSONS_POST = re.compile(r"(?:同志|先生|女士)?")
_LISTED = re.compile(rf"等\d*[{NUMERALS}]*(?:位|名)?")


def relate(article: Annotated) -> Iterator[Fact]:
    """Posts written before names, around names, in brackets behind names, and for lists that end with 等委员."""
    for start, end in article.sentences():
        items = in_line(article, start, end)
        yield from _before_names(article, items)
        yield from _around_names(article, items)
        yield from _groups(article, items)
        yield from _bracketed(article, items, start, end)


def _before_names(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    first = rolled(article, items)
    for index, item in enumerate(items):
        if item.type != "Person" or index == 0 or (first and index > first[0]):
            continue
        previous = items[index - 1]
        between = gap(article, previous, item)
        known = bool(_known().fullmatch(between))
        if (
            previous.type != "Title"
            or not (known or between in ("", "、", "的", ":", ",", "——"))
            or _trails(article, items, index - 1)
            or _is_honour(article.sheet.flat, previous)
        ):
            continue
        chain = chain_before(article, items, index - 1)
        status = ""
        if between in ("的", ","):
            office = _office(article, chain)
            if office is None or (between == "," and not office["as"]):
                continue
            status = "former" if office["past"] else _statuses().get(office["verb"] or "", "")
        people = list(sharing(article, items, index))
        if len(people) == _PAIR and _has_another_post(article, people, previous):
            people = people[:1]
        chain = _last_of_several(article, items, index, chain) if len(people) == 1 else chain
        status = status or ("former" if _leaves().match(article.sheet.flat, people[-1].end) else "")
        for person in people:
            yield from holds(article, person, chain, "post before name", status)


_PAIR = 2


def _has_another_post(article: Annotated, pair: Sequence[Bound], title: Bound) -> bool:
    """Whether the second of two is called by another post elsewhere: 甲会秘书长乙|和丙|签约, where 丙 is 丁社社长."""
    flat, (one, other) = article.sheet.flat, pair
    if flat[one.end : other.start] not in ("和", "与"):
        return False
    own = (b.start for b in article.mentions_of(other.things[0]) if b.start != other.start)
    posts = {t.spot.text for at in own for t in article.between(max(0, at - _LONGEST_POST), at, "Title") if t.end == at}
    return bool(posts) and title.spot.text not in posts


_LONGEST_POST = 12


def _is_honour(flat: str, title: Bound) -> bool:
    """Whether the words in quotation marks before a name are what somebody is praised as: “全国优秀县委书记”|甲."""
    opened = flat.rfind("“", 0, title.start) if flat.startswith("”", title.end) else -1
    return opened >= 0 and _PRAISES.search(flat, opened, title.start) is not None


_PRAISES = re.compile("优秀|最美|十佳|模范|先进|杰出|好(?=[\u3400-\u9fff]{2})|标兵|榜样|最强|网红")


def _last_of_several(article: Annotated, items: Sequence[Bound], index: int, chain: list[Post]) -> list[Post]:
    """The posts before a name; only the last where 分别 tells that each is of somebody else, and one is named.

    甲协会团长、乙协会团长、丙大学教授|丁|分别发言: three speak.
    """
    bodies = [post for post in chain if post.body is not None]
    if len(bodies) < _SEVERAL or not _EACH_SPEAKS.match(article.sheet.flat, items[index].end):
        return chain
    others = any(item.type == "Person" for item in items[:index])
    return chain if others else chain[chain.index(bodies[-1]) :]


_SEVERAL = 2
_EACH_SPEAKS = re.compile(
    "(?:分别|先后|依次|相继)[^,。;、会见]{0,12}?(?:发言|致辞|讲话|演讲|报告|汇报|分享|介绍|点评|授课|表态)"
)


@cache
def _leaves() -> re.Pattern[str]:
    """Behind a name, of whoever goes from the post before it to another: 甲省副省长乙,|调任|丙省副省长."""
    verbs, open_yet = one_of("leaving_for_another_post"), "拟|将|或|有望|可能|传|会|要"
    return re.compile(rf"(?:同志|先生|女士)?,?(?:(?!{open_yet})[^,。;、]){{0,8}}?(?:{verbs})了?为?[\u3400-\u9fff]")


def _called(article: Annotated, end: int) -> int:
    """Where the word of address behind a name ends: 甲|律师|(某事务所主任)."""
    flat, calls = article.sheet.flat, words("honorifics")
    if not flat.startswith(calls, end):
        return end
    return end + len(next(call for call in calls if flat.startswith(call, end)))


@cache
def _known() -> re.Pattern[str]:
    """某大学教授、|著名作家|甲: what somebody is known as between the post and the name."""
    return re.compile(rf"[、,兼][^,。;、]{{0,6}}(?:{any_of(words('known_as'))})")


def _trails(article: Annotated, items: Sequence[Bound], title: int) -> bool:
    """Whether the post belongs to the name before it: 甲主席、|乙."""
    before = items[title - 1] if title else None
    near = before is not None and before.type == "Person" and not gap(article, before, items[title])
    return near and article.sheet.flat[items[title].end] in "、和"


def _office(article: Annotated, chain: Sequence[Post]) -> re.Match[str] | None:
    """The verb of holding before the chain, if any: 现任|某局局长的甲."""
    start = (chain[0].body or chain[0].title).start
    return _in_office().search(article.sheet.flat, max(0, start - _LONGEST_VERB), start)


@cache
def _statuses() -> dict[str, str]:
    """What the verbs of holding say of a post, without those that only call somebody so (是)."""
    return {verb: "" if says == "-" else says for verb, says in table("post_verbs") if verb not in _CALLING}


@cache
def _in_office() -> re.Pattern[str]:
    verbs = any_of(_statuses())
    return re.compile(rf"(?:(?P<past>此前|曾|先前)?(?:刚刚?|新|已)?(?P<verb>{verbs})了?|(?P<as>作为|身为))$")


_CALLING = ("是", "系", "为", "成为", "作为", "身为")


def _around_names(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """某集团|甲|副总裁、|乙|总监: the organisation before the names, each post behind its name."""
    body: Bound | None = None
    for index in range(len(items) - 1):
        person, title = items[index], items[index + 1]
        before = items[index - 1] if index else None
        if person.type != "Person":
            continue
        if before is not None and before.type == "Organization" and gap(article, before, person) in ("", "的"):
            body = before
        elif before is None or before.type != "Title" or gap(article, before, person) not in ("、", "和", "与"):
            body = None
        if title.type != "Title":
            continue
        if not _PERSONS_POST.fullmatch(gap(article, person, title)) or _labels(article, title):
            body = None
        elif body is not None:
            if (
                before is body
                and index > 1
                and items[index - 2].type == "Title"
                and gap(article, items[index - 2], body) in "、,兼"
            ):
                yield from holds(
                    article, person, chain_before(article, items, index - 2), "posts before a post around a name"
                )
            yield from holds(article, person, [Post(title, body)], "post around name")
        elif title.things and not pattern("memorial_words").match(article.sheet.flat, title.end):
            yield from holds(article, person, [Post(title, None)], "post behind name without a verb")


def _labels(article: Annotated, title: Bound) -> bool:
    """Whether the word tells who stands behind it in a byline, and not the post of who stands before: 甲|编辑:|乙."""
    return title.spot.text in words("press_posts") and article.sheet.flat.startswith(":", title.end)


def _groups(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """李四、王五等委员: everyone in the list holds the post at the body that the title or the session tells."""
    for index, item in enumerate(items):
        if item.type != "Title" or item.spot.text not in ("委员", "代表", "常委") or index == 0:
            continue
        body = items[index - 1] if items[index - 1].type == "Organization" else None
        last = index - 1 if body is None else index - 2
        if last < 0 or items[last].type != "Person":
            continue
        if not _LISTED.fullmatch(article.sheet.flat[items[last].end : (body or item).start].strip()):
            continue
        for person in list_ending(article, items, last):
            yield from holds(article, person, [Post(item, body)], "post for a list")


def _bracketed(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """甲(某公司董事长): the posts in brackets behind a name."""
    people = {_called(article, item.end): item for item in items if item.type == "Person"}
    for left, right in asides(article, start, end):
        inside = article.between(left + 1, right - 1)
        if not inside or inside[-1].type != "Title" or inside[-1].end != right - 1:
            continue
        person, rule = people.get(left), "post in brackets"
        if person is None and _AT_PRESENT.match(article.sheet.flat, left + 1):
            person, rule = _behind_aside(article, items, left, right), "present post in brackets"
        if person is not None:
            yield from holds(article, person, chain_before(article, inside, len(inside) - 1), rule)


def _behind_aside(article: Annotated, items: Sequence[Bound], left: int, right: int) -> Bound | None:
    """Who is named right behind the brackets that stand behind a post: 时任某县县长(现任某市副市长)|甲."""
    posted = any(title.end == left for title in article.between(max(0, left - _LONGEST_VERB), left, "Title"))
    return next((item for item in items if posted and item.type == "Person" and item.start == right), None)
