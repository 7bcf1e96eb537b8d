"""The stations of a journey that a sentence tells at its head: 在甲镇,丁一参观了…; 乙公司是…企业。丁一来到这里."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.annotated import Annotated, Bound
from kg.extract.deeds import has_verb
from kg.extract.goals import PLACES, is_maker
from kg.extract.lists import heads, led_to, run_from, spoken
from kg.extract.subjects import actors, spoken_of, stands_in
from kg.language.classes import one_of
from kg.language.lexicon import any_of, pattern, words

# A heading may have been pulled into the sentence, which says its place again: 督导检查甲公司|在甲公司,丁一….
_SCENE = re.compile(
    r"(?:(?:[0-9]{1,4}[年月日]){1,3}[上中下]?[午晚]?|随后|之后|当天[上下]午|[上下]午|另外|此外|接着|其间|期间|最后|当日|当晚|会前|会后|[^,。;]{0,12}?(?P<again>[^,。;]{3,24})(?=在(?P=again),))?,?在[^,。;]{2,40}?(?:等地)?,"
)
# 在甲村|,: not 在与甲公司|座谈时,
_CLOSES = re.compile(
    "”?(?:[、和][^,。;与同]{2,24})?(?:等地?|[\u3400-\u9fff]{0,4}现场|[内里]|一线|生产车间|车间|院内)?,"
)
_NEXT = re.compile(r";")
# What only those do who are there.
# 丁一|在甲镇,|了解…
_IN_SCENE = re.compile("在(?=[^,。;与同和]{3,40},)")
_LOOKS = re.compile(
    f",(?:{one_of('looking_hard')}){{0,2}}(?:{any_of(words('inspection_words'))}|{any_of(words('visit_verbs'))})"
)
# 丁一|在甲村|与村民亲切交谈
_TALK_SCENE = re.compile(
    f"在(?=[^,。;与同和跟在]{{2,28}}(?P<talk>[与同和跟](?:当地|部分|现场)?(?:{one_of('hosts_met_there')})[^,。;]{{0,8}}"
    "(?:交谈|交流|座谈|谈心|拉家常|攀谈|对话|握手|合影)))"
)
# 来到甲镇,市长丁一|(一行)详细了解; what a villager is doing there (正在察看, 察看着) is no visit.
_SEES = re.compile(
    f"(?:一行|等[^,。;]{{0,10}}?)?(?:{one_of('looking_hard')}|还|又|首先|随即|就){{0,3}}"
    f"(?:{any_of(words('inspection_words'))}|{any_of(words('visit_verbs'))}|走进|与[^,。;]{{2,16}}?(?:交谈|交流|座谈))(?!着)"
)
_OPENS_COMING = re.compile(
    "\\s*(?:(?:[0-9]{1,4}[年月日]){1,3}[上中下]?[午晚]?|随后|之后|最后|首先|首站|接着|下午|上午|当天|当日)?,?"
)
_AT_HAND = re.compile("(?:[\u3400-\u9fff]{0,4}现场|一线|车间|内|里|中)?")
# 来到|工程现场, 走进|企业生产车间: a place of what was introduced.
_SITE = re.compile(
    f"了?(?:该|这家|这个)?(?:工程|项目|施工|建设|生产|企业|公司|园区|厂区|村|田间|智能化?|数字化?){{0,3}}(?:{one_of('sites_of_work')})"
)
_THERE = re.compile(f"(?:详细|现场|仔细|深入|实地)(?:{one_of('observing_verbs')})")
# 在北京,丁一出席…: the sentence is about something else than a station.
_OTHERWISE = re.compile(one_of("deeds_elsewhere"))
# 来到|这里, 深入到|两村: what the sentence before introduced.
_HERE = re.compile(
    r"了?到?(?:这里|此处|两[村镇县地]|两家(?:企业|公司)|两个(?:项目|社区|村))(?=[,。;、]|了解|察看|查看|看望|与|同|和)"
)
# 甲公司|是…企业: a sentence that introduces what is shown next.
_INTRODUCED = re.compile(f"(?:项目)?,?(?:{one_of('telling_of_firms')})")
# 在甲县调研|时,: what makes the clause of a visit say when somebody did something else; and how such a clause opens.
_BEHIND_WHEN = re.compile("(?:期间|途中|过程中|结束后|之后|之际|[时中后])?,")
_OPENS_WHEN = re.compile("\\s*(?:[0-9年月日上下午近日]{1,12})?(?:在|到|赴|来到|抵达|结束了?对?|完成对)")
_POSTS = 30


class Station(NamedTuple):
    """Where the people are, and the span of the words that say so."""

    who: list[Bound]
    goals: list[Bound]
    span: tuple[int, int]


def stations(article: Annotated, travellers: Sequence[Bound], start: int, end: int) -> Iterator[Station]:
    """The stations that clauses of a sentence tell at their head: 在甲镇,丁一参观了…;在乙村,他….

    travellers: those whom the story follows so far; who is named is their company or a traveller of their own.
    """
    for at in (start, *(mark.end() for mark in _NEXT.finditer(article.sheet.flat, start, end))):
        match = _SCENE.match(article.sheet.flat, at, end)
        if match is None:
            continue
        stop = _NEXT.search(article.sheet.flat, match.end(), end)
        who = _there(article, travellers, match, stop.start() if stop else end)
        goals = heads(article, [b for b in spoken(article, at, match.end(), *PLACES) if not is_maker(article, b)])
        if who and goals and _CLOSES.fullmatch(article.sheet.flat, goals[-1].end, match.end()):
            yield Station(who, goals, match.span())


def _there(article: Annotated, travellers: Sequence[Bound], scene: re.Match[str], end: int) -> list[Bound]:
    """Who inspects the place of the scene; nobody where the clause behind tells no inspection."""
    flat = article.sheet.flat
    stop = re.compile("[,。]|$").search(flat, scene.end(), end)
    people = actors(article, scene.end(), stop.start() if stop else end)
    named = people[:1] if people and (people[0].start - scene.end() <= 2 or looks(article, scene.end(), people)) else []
    if _OTHERWISE.search(flat, scene.end(), stop.start() if stop else end):
        return []
    there = bool(_THERE.search(flat, scene.end(), end) or pattern("inspection_words").search(flat, scene.end(), end))
    if named:
        known = {thing for b in travellers for thing in b.things}
        if known:
            return list(travellers) if known & set(named[0].things) else []
        return named if there else []
    if not stands_in(article, scene.end(), min(end, scene.end() + 4)):
        return []
    if travellers:
        return list(travellers) if there else []
    return spoken_of(article, scene.end()) if there and flat[scene.end()] in "他她" else []


class Scene(NamedTuple):
    """Where a clause says that somebody is (left: where its 在 stands), and the span of the words that say so."""

    left: int
    goals: list[Bound]
    span: tuple[int, int]


def scenes_behind(article: Annotated, start: int, end: int) -> Iterator[Scene]:
    """丁一|在甲镇、乙公司,|详细了解…: places behind a subject, where the next clause opens with what is seen there."""
    flat = article.sheet.flat
    for match in _IN_SCENE.finditer(flat, start, end):
        left, right = article.sheet.clause(match.start())
        if not _LOOKS.match(flat, right, end):
            continue
        goals = heads(article, [b for b in spoken(article, match.end(), right, *PLACES) if not is_maker(article, b)])
        if goals and _CLOSES.fullmatch(flat, goals[-1].end, right + 1) and match.start() > left:
            yield Scene(match.start(), goals, (match.start(), right))
    for match in _TALK_SCENE.finditer(flat, start, end):
        goals = heads(article, spoken(article, match.end(), match.start("talk"), *PLACES))
        if goals and _AT_HAND.fullmatch(flat, goals[-1].end, match.start("talk")):
            yield Scene(match.start(), goals, (match.start(), match.start("talk")))


def introduced(article: Annotated, verb: tuple[int, int], start: int) -> list[Bound]:
    """What was introduced and a verb of coming leaves open or calls 这里: 甲公司是…。丁一来到|这里.

    The sentence before introduces it, or the clause before: 甲院是…平台,丁一察看|设备.
    """
    flat, index = article.sheet.flat, article.sheet.sentence_index(start)
    left, right = article.sheet.sentences[index - 1] if index else (0, 0)
    goals = _opening(article, left, right)
    if goals and _HERE.match(flat, verb[1]):
        return goals
    people = actors(article, start, verb[0])
    if goals and _tells(article, goals, left, right):
        looks = _THERE.search(flat, start, article.sheet.sentence(start)[1]) or _SITE.match(flat, verb[1])
        return goals if looks and people and people[0].start - start <= _POSTS else []
    here = _opening(article, start, article.sheet.clause(verb[0])[0])
    told = bool(here) and bool(people) and people[0].start > here[-1].end and _tells(article, here, start, verb[0])
    return here if told and people[0].start - article.sheet.clause(verb[0])[0] <= _POSTS else []


def _opening(article: Annotated, left: int, right: int) -> list[Bound]:
    """The list of places that is named first in `[left, right)`."""
    named = heads(article, spoken(article, left, right, *PLACES)) if right > left else []
    return run_from(article, named, 0) if named else []


def _tells(article: Annotated, goals: Sequence[Bound], left: int, right: int) -> bool:
    """Whether a sentence opens with these and goes on to tell what they are."""
    flat = article.sheet.flat
    left = max(left, article.sheet.lead_before(goals[0].start))
    opens = not flat[left : goals[0].start].strip() or leads_only(article, left, goals[0])
    return opens and _INTRODUCED.match(flat, goals[-1].end, right) is not None


def leads_only(article: Annotated, left: int, goal: Bound) -> bool:
    """Whether only places that lead up to the goal stand before it: 云桥市|甲公司."""
    before = spoken(article, left, goal.start, *PLACES)
    text = article.sheet.flat[left : goal.start]
    for bound in before:
        text = text.replace(bound.spot.text, "", 1)
    return not text.strip("的 ")


def who_follows(article: Annotated, goal: int, verb_end: int, end: int) -> list[Bound]:
    """Who opens the clause behind one that says when: 在甲县调研时,|丁一|走进田间; 结束对甲国的访问,|丁一|….

    goal: where the goal begins; verb_end: the end of the verb of visiting. Nobody where the clause has a subject of its
    own, or another verb stands before the name.
    """
    flat = article.sheet.flat
    goal = led_to(article, goal)
    left = max(article.sheet.clause(verb_end - 1)[0], article.sheet.lead_before(goal))
    mark = _BEHIND_WHEN.match(flat, verb_end, end)
    if mark is None or not _OPENS_WHEN.fullmatch(flat, left, goal):
        return []
    stop = re.compile("[,。;]|$").search(flat, mark.end(), end)
    right = stop.start() if stop else end
    people = actors(article, mark.end(), right)
    if not people or people[0].start - mark.end() > _POSTS or has_verb(article, mark.end(), people[0].start):
        return []
    return run_from(article, people, 0)


def who_looks(article: Annotated, verb: int, goals_end: int, end: int) -> list[Bound]:
    """来到甲镇,|市长丁一|察看…: who sees there in the clause behind, where a verb of coming opens the sentence."""
    flat = article.sheet.flat
    left = max(article.sheet.clause(verb)[0], article.sheet.lead_before(verb))
    mark = _CLOSES.match(flat, goals_end, end)
    if mark is None or not _OPENS_COMING.fullmatch(flat, left, verb):
        return []
    people = actors(article, mark.end(), article.sheet.clause(mark.end())[1])
    return run_from(article, people, 0) if people and looks(article, mark.end(), people) else []


def looks(article: Annotated, start: int, people: Sequence[Bound]) -> bool:
    """Whether the first of the people opens a clause, by name or with a post, and then sees there: 市长丁一|察看."""
    first = people[0]
    titles = article.all_between(start, first.start, "Title")
    posts = first.start == start or any(title.end == first.start for title in titles)
    if not posts or first.start - start > _POSTS or has_verb(article, start, first.start):
        return False
    last = run_from(article, people, 0)[-1]
    return _SEES.match(article.sheet.flat, last.end) is not None
