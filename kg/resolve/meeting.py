"""Meetings: name, day, edition, company and place weighed (`data/identity_evidence.tsv`); never the name alone.

A name that the reader composed (甲会见乙) is no evidence: its sides are. Editions (第三届), other places (扬州市…,
盐城市…), other days and other sides hold apart; only one numbered edition may last from day to day.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from kg.language import divisions
from kg.language.classes import NUMERALS, all_of
from kg.language.lexicon import words
from kg.language.names import last_part
from kg.language.similarity import plain, undotted
from kg.model import Entity
from kg.resolve.evidence import weigh
from kg.resolve.figures import contradict, editions, figures
from kg.resolve.joining import Joiner, Judgement, Trace, agglomerate, within
from kg.resolve.likeness import likeness, plain_names, shortened, similar_pairs
from kg.resolve.matters import is_homely, other_matter
from kg.resolve.meeting_names import (
    cities,
    editionless,
    fair_calls,
    forms,
    is_common,
    is_games,
    own_fair_calls,
    placeless,
    sitting,
)
from kg.resolve.moments import Moment, gap, moment
from kg.resolve.occasions import is_briefing, is_occasion_of, is_unplaced_session, other_year, sessions
from kg.resolve.places import Path, article_path, compatible, is_relative, path_of, split
from kg.resolve.rule import Common, Filed, Pair, Rule
from kg.resolve.session_names import sessions_in_short
from kg.resolve.world import World

Context = tuple[str, object]
_TALKS = ("会见", "会谈", "座谈", "会晤", "拜会", "拜访", "一行")
_COMPOSED = "合成名称"  # what the reader notes of a name that stands nowhere
# A phrase of days in which reports of one numbered edition follow on each other.
_GAP = 3
_NATION = "中国"
_TELLING = 6  # characters of a name without its number that few bear
_KIND = 3  # characters that tell what kind of happening it is: 文化节
_CLOSE = 0.8
_UNLIKE = 0.5  # of names that have less than half in common
_LONG = 14  # characters of a name that two hardly bear
# Words that stand right before a name, as part of it that the reader left out: 进博会倒计时|新闻通气会.
_BEFORE = 6
_YEAR = re.compile(r"(?:19|20)\d\d年?度?")  # 甲县|2024年|一季度集中开工仪式
_OF_PLACE = re.compile(rf"[省市州盟县区旗](?:第|委|政协|人大|人民代表大会|[{NUMERALS}])")
_CUT = re.compile(r"[，。；：！？、\n（）()“”]")
_BRACKET = re.compile(r"[(（]([\u3400-\u9fff]{2,6})[)）]")
_OF_ALL_PLACE = re.compile(r"^全[省市县区州盟旗]")
_OF_ALL_THERE = ("全市", "全州", "全盟", "全县", "全区", "全旗")
_WEEK, _WEEKS = 7, 3  # days, and the weeks in which lies what is told of as 近日
_DAYS_BEFORE = 10
_HALF_YEAR = 183  # days in which a body does not begin to count its sessions anew
_SEASON = 45  # days in which a fair of the year is told of
_LASTS = 7  # days that a fair or a festival lasts
_SIGNING = "签约"
_TAIL = 4  # characters that tell of what kind a happening is: 新闻发布会


@dataclass(frozen=True, slots=True)
class _Seen:
    """A meeting as its article shows it. where: of the names themselves. paths: of the places stated.

    sides: of a talk, who stands in its composed name. composed: that name is the reader's.
    common: those of its names that many meetings bear. before: the words right before it. around: its page's place.
    calls: what its own province may call it for short. speakers: the persons of people.
    """

    document: str
    article: str
    story: str
    names: tuple[str, ...]
    when: Moment
    where: tuple[Path, ...]
    paths: tuple[Path, ...]
    people: frozenset[str]
    sides: frozenset[str]
    composed: bool
    generic: bool
    around: Path = ()
    common: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()


def keys(item: _Seen, common: Common) -> Iterator[Context]:
    """Where it may meet its like: by name, by a participant, and neighbours in time of one numbered edition."""
    for context in _contexts(item, int(common.figures["days"]), common.yearless):
        yield "named", context
        if context[0] in ("day", "month", "story"):
            yield from (("with", (context, person)) for person in item.people)
    if item.when.day is not None and editions(item.names):
        yield "series", item.names[0]
    if len(item.sides) > 1 and item.around[:1] not in ((), (_NATION,)):  # heads of state meet often
        yield "with", ("sides", (item.around[0], *sorted(item.sides)))


def pairs(filed: Filed, common: Common) -> set[Pair]:
    """Those with similar names; all that share a participant; the next report of a numbered edition."""
    kind = filed.key[0]  # type: ignore[index]
    if kind == "named":
        named = (
            (ident, (*item.names, *sorted(item.calls), *sorted(call for n in item.names for call in own_fair_calls(n))))
            for ident in filed.ids
            for item in (filed.seen[ident],)
        )
        return similar_pairs(named, common.figures["ratio"])
    if kind == "with":
        return within(filed.ids)
    days = sorted((filed.seen[ident].when.day, ident) for ident in filed.ids)
    return {(min(a, b), max(a, b)) for (_, a), (_, b) in pairwise(days)}


def decide(seen: Mapping[str, _Seen], found: Iterable[Pair], common: Common, trace: Trace | None) -> Joiner:
    """Which meetings are the same. figures: `ratio` of names, `days` apart, `shared` part of the participants."""
    joiner = Joiner(seen)
    agglomerate(joiner, found, lambda a, b: _judge(seen[a], seen[b], common.figures), trace)
    return joiner


def key(entity: Entity, world: World) -> str:
    """What makes the meeting known across documents: its name, day and province."""
    article = world.article(entity)
    day = entity.properties.get("date") or article.date or ""
    return f"{plain(entity.name)}@{day}@{'/'.join(article_path(article)[:1])}"


def look(entity: Entity, world: World, _: Common) -> _Seen:
    """What its article shows of a meeting."""
    article = world.article(entity)
    around = article_path(article)
    stated = [world.entities[fact.other] for fact in world.facts(entity, "LOCATED_IN") if fact.outgoing]
    present = world.others(entity, "ATTENDED")
    people = {undotted(other.name) if other.type == "Person" else world.same_as(other) for other in present}
    people |= _signers(entity, world)
    hosts = {plain(name) for other in present if other.type == "Organization" for name in other.names}
    held = sessions(plain_names(entity), _holders(entity, world))
    paths = {path_of(place, world) for place in stated} - {()}
    here = [bare for name in plain_names(entity) if (bare := _unbracketed(name, paths))]
    called = (*plain_names(entity), *here, *held, *_with_place(plain_names(entity), around))
    called = (*called, *(short for name in called for short in sessions_in_short(name, around)))
    names = tuple(dict.fromkeys(form for name in called for form in forms(name)))
    where = {_where(name, around) for name in names} - {()}
    sides = frozenset(_sides(entity, present, world))
    nowhere = not around  # 全市教育工作会议 of who knows where
    common = frozenset(
        name
        for name in names
        if is_common(name)
        or is_common(_hostless(name, hosts))
        or (nowhere and _YEAR.sub("", name).startswith(_OF_ALL_THERE))
    )
    return _Seen(
        article.document, article.id, world.story(entity), names, moment(entity, world), tuple(sorted(where)),
        tuple(sorted(paths)), frozenset(people), sides, bool(sides) or _is_composed(entity),
        common >= set(names), around, common, frozenset(_words_before(entity, article.text)),
        frozenset(call for name in names for call in (*fair_calls(name), *placeless(name))),
        frozenset(undotted(other.name) for other in present if other.type == "Person"),
    )  # fmt: skip


def _signers(entity: Entity, world: World) -> set[str]:
    """Of the one ceremony of signing that its article tells of, who signs there with whom."""
    inside = world.inside[entity.article]
    signings = [other for other in inside if other.type == "Meeting" and _SIGNING in other.name]
    if signings != [entity]:
        return set()
    return {world.same_as(body) for body in inside if world.facts(body, "SIGNED_WITH")}


def _holders(entity: Entity, world: World) -> Iterator[str]:
    """The names of the bodies that hold it."""
    for fact in world.facts(entity, "ATTENDED"):
        if fact.properties.get("role") == "host" and world.entities[fact.other].type == "Organization":
            yield from map(plain, world.entities[fact.other].names)


def _with_place(names: Iterable[str], around: Path) -> Iterator[str]:
    """全省科技创新大会 by the page's province: 浙江省科技创新大会."""
    for whole in names:
        year = _YEAR.match(whole)  # 2024年|全市教育工作会议
        lead, name = (year[0], whole[year.end() :]) if year else ("", whole)
        if name.startswith("全省") and around[:1] not in ((), (_NATION,)):
            yield lead + around[0] + name[2:]
        elif name.startswith(_OF_ALL_THERE) and len(around) > 1 and around[-1].endswith(name[1]):
            yield lead + around[-1] + name[2:]
        elif around and around[-1].endswith(name[:1]) and _OF_PLACE.match(name):  # 市|第九次党代会
            yield lead + around[-1] + name[1:]


def _unbracketed(name: str, paths: Iterable[Path]) -> str:
    """A name without the place in its brackets where that is where it is held: 丰河市（深圳）招商推介会; or nothing."""
    found = _BRACKET.search(name)
    path = split(found[1], ())[0] if found else ()
    held = path and any(compatible(path, other) for other in paths)
    return name[: found.start()] + name[found.end() :] if found and held else ""


def _hostless(name: str, hosts: Iterable[str]) -> str:
    """商务部|专题新闻发布会: a name without the body that holds it."""
    host = max((call for call in hosts if name.startswith(call)), key=len, default="")
    return name.removeprefix(host) or name


def _words_before(entity: Entity, text: str) -> Iterator[str]:
    for mention in entity.mentions:
        head = _CUT.split(text[max(0, mention.start - _BEFORE) : mention.start])[-1]
        if len(head) == _BEFORE and not head.endswith(_leads()):
            yield head


@cache
def _leads() -> tuple[str, ...]:
    """What stands before a name and is no part of it."""
    return ("的", "了", *words("holding_verbs"), *words("attend_verbs"))


def _sides(entity: Entity, present: Iterable[Entity], world: World) -> Iterator[str]:
    """Of a talk, those present whose names its own name is made of."""
    if any(call in entity.name for call in _TALKS):
        for other in present:
            if any(name in entity.name for name in other.names):
                # 斯坦科维奇, 米洛拉德·斯坦科维奇
                yield undotted(last_part(other.name)) if other.type == "Person" else world.same_as(other)


def _is_composed(entity: Entity) -> bool:
    return any(_COMPOSED in mention.reason for mention in entity.mentions)


def _where(name: str, around: Path) -> Path:
    """The place that a name itself tells: 扬州市…仪式, and 全省…大会 by the page it is on."""
    if year := _YEAR.match(name):  # 2024年|全市教育工作会议
        name = name[year.end() :]
    if is_unplaced_session(name):
        return around
    if is_relative(name):
        return around[:1] if name.startswith(("全省", "省", "自治区", "全区")) else around
    return split(name.removeprefix("中国共产党").removeprefix("中共"), around)[0]


def yearless(seen: Iterable[_Seen]) -> frozenset[int]:
    """The months and days of which a page without a year tells: only these are asked across years."""
    return frozenset(i.when.month_day for i in seen if i.when.day is None and i.when.month_day is not None)


def _contexts(item: _Seen, days: int, open_days: Container[int]) -> Iterator[Context]:
    """Where names as alike as that are worth a question: a document, a story, a day; a telling name everywhere."""
    yield "document", item.document
    yield "story", item.story
    if item.when.day is not None and item.around:
        weeks = range(_WEEKS if item.when.lately else 1)
        yield from (("week", (item.around[0], item.when.day // _WEEK - back)) for back in weeks)
    if item.when.day is not None:
        yield from (("day", item.when.day + step) for step in range(days + 1))
        if item.when.month_day in open_days:
            yield "month", item.when.month_day
    elif item.when.month_day is not None:
        yield from (("month", item.when.month_day + step) for step in range(days + 1))
    if item.around:
        # 第十二届石门山人参文化节 is 第十二届人参文化节 in its own province.
        called = (*item.names, *item.calls)
        terms = {(number, name[-_KIND:]) for name in called for number in figures(name).get("届", ())}
        yield from (("edition", (*term, item.around[0])) for term in sorted(terms))
    if not item.generic and not item.composed:
        yield from (("name", editionless(_YEAR.sub("", name))) for name in item.names)
        yield from (("name", call) for name in item.names for call in sorted(own_fair_calls(name)))
        yield from (("summit", city) for city in sorted(cities(item.names)))


def _judge(a: _Seen, b: _Seen, figures: Mapping[str, Any]) -> Judgement:
    return weigh("Meeting", _features(a, b, figures))


def _features(a: _Seen, b: _Seen, figures: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What holds the two apart first: what comes after it is not asked."""
    yield from _apart(a, b, figures)
    yield from _time(a, b, int(figures["days"]))
    called = _called(a, b)
    alike = 1.0 if called else likeness(a.names, b.names)
    if a.composed or b.composed:
        yield from _talk(a, b)
    else:
        yield from _name(a, b, called, (alike, figures["ratio"]))
    if a.document == b.document:
        yield "one_document" if _one_page(a, b, alike) else "beside_in_document", ""
    if a.story == b.story and a.article != b.article and alike >= figures["ratio"]:
        yield "copy", ""
    yield from _company(a, b, figures["shared"])
    if alike < _UNLIKE and not (a.composed or b.composed or _half(a, b, figures["shared"])):
        yield "other_name", ""


def _one_page(a: _Seen, b: _Seen, alike: float) -> bool:
    if a.generic or b.generic:
        return alike == 1 and bool(a.people & b.people)
    return alike == 1 or (alike >= _CLOSE and _tails(a, b))


def _apart(a: _Seen, b: _Seen, figures: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if a.article == b.article and not set(a.names) & set(b.names):
        yield "two_in_article", ""
    if contradict(a.names, b.names):
        yield "figures", ""
    if any(not editions(y.names) and other_year(x.names, y.when.day) for x, y in ((a, b), (b, a))):
        yield "other_year", ""
    if _is_part(a.names) != _is_part(b.names) or is_occasion_of(a.names, b.names):
        yield "part_of", ""
    houses = sitting(a.names), sitting(b.names)
    if all(houses) and not houses[0] & houses[1]:
        yield "other_house", ""
    if _elsewhere(a.where, b.where) or _elsewhere(a.paths, b.paths):
        yield "other_place", ""
    if _other_hosts(a, b):
        yield "other_hosts", ""
    elif _on_other_pages(a, b):
        yield "other_pages", ""
    if a.sides and b.sides and not (a.sides <= b.sides | b.people or b.sides <= a.sides | a.people):
        yield "other_sides", ""


def _on_other_pages(a: _Seen, b: _Seen) -> bool:
    """Whether the papers of two places tell of what each place holds: 春风行动招聘会 of two counties on one day."""
    if a.composed or b.composed or not (is_homely(a.names) and is_homely(b.names)):
        return False
    mine, theirs = (item.where or item.paths or (item.around,) for item in (a, b))
    placed = (a.where or a.paths) and (b.where or b.paths)  # then the places themselves are asked
    return not placed and all(len(path) > 1 for path in (*mine, *theirs)) and _elsewhere(mine, theirs)


def _other_hosts(a: _Seen, b: _Seen) -> bool:
    """Whether a campaign, held by many under one name, is told of with other people: “书香润童心”|读书活动."""
    campaign = all(name.endswith("活动") for item in (a, b) for name in item.names)
    return campaign and bool(a.people and b.people) and not a.people & b.people


def _time(a: _Seen, b: _Seen, days: int) -> Iterator[tuple[str, str]]:
    apart = gap(a.when, b.when)
    edition = not a.composed and not b.composed and editions(a.names) and editions(b.names)
    if _is_other_sitting(a, b):
        yield "other_sitting", ""
    if apart is not None and apart <= days:
        yield from _same_day(a, b)
    elif apart is not None and apart <= _LASTS and (_lasting(a, b) or _lasting(b, a)):
        yield "next_days", ""
    elif apart is not None and not (edition and (apart < _HALF_YEAR or _is_unique(a) or _is_unique(b))):
        if (a.when.sure and b.when.sure) or a.story != b.story:
            yield "other_day", ""
    elif apart is not None and apart <= _GAP:
        yield "next_days", ""
    elif apart is None:
        yield from _month_day(a, b, days, edition)


def _same_day(a: _Seen, b: _Seen) -> Iterator[tuple[str, str]]:
    if a.when.lately == b.when.lately:
        yield "same_day", ""
    elif _days_before(a, b) or _days_before(b, a):
        yield "days_before", ""


def _month_day(a: _Seen, b: _Seen, days: int, edition: bool) -> Iterator[tuple[str, str]]:
    if a.when.month_day is None or b.when.month_day is None:
        return
    if abs(a.when.month_day - b.when.month_day) <= days:
        if a.when.lately == b.when.lately:
            yield "month_day", ""
    elif a.when.sure and b.when.sure and not edition:
        yield "other_month_day", ""


def _is_unique(item: _Seen) -> bool:
    """Whether a name tells more than the number of a session, which every term has anew: 政府第58次常务会议."""
    return any(figures(name).keys() & {"届", "年"} for name in item.names)


def _days_before(a: _Seen, b: _Seen) -> bool:
    """Whether the day of the one lies in the days before the page of the other, which tells of it as 近日."""
    days = b.when.day - a.when.day if a.when.day is not None and b.when.day is not None else -1
    return a.when.sure and b.when.lately and 0 <= days <= _DAYS_BEFORE


def _is_other_sitting(a: _Seen, b: _Seen) -> bool:
    """Whether two briefings are told of on two days, without one speaker in both."""
    sure = a.when.sure and b.when.sure and _on_two_days(a.when, b.when)
    return sure and is_briefing(a.names) and is_briefing(b.names) and not a.speakers & b.speakers


def _talk(a: _Seen, b: _Seen) -> Iterator[tuple[str, str]]:
    """Composed names: the sides count, each side at least one; a convener's own meeting counts as that."""
    both = a.sides | b.sides
    if len(a.sides & b.sides) >= 2 or (a.sides & b.sides and len(both) >= 2 and both <= a.people & b.people):
        yield "same_sides", ""
    elif set(a.names) & set(b.names) and not a.sides and not b.sides:
        yield "same_convener", min(set(a.names) & set(b.names))
    elif max(len(a.sides), len(b.sides)) <= 1 and a.speakers & b.speakers:
        # 全市|企业家座谈会, 市委召开|企业家座谈会
        bare = [{_OF_ALL_PLACE.sub("", name) for name in item.names} for item in (a, b)]
        yield from (("same_convener", name) for name in sorted(bare[0] & bare[1])[:1])
    if a.composed != b.composed and bool(a.sides) != bool(b.sides) and not _is_talk(a) & _is_talk(b):
        yield "other_kind", ""


def _name(a: _Seen, b: _Seen, called: frozenset[str], likenesses: tuple[float, float]) -> Iterator[tuple[str, str]]:
    """called: what one is called of which the other has the whole name. likenesses: theirs, and the least needed."""
    alike, least = likenesses
    common = a.common | b.common
    both = set(a.names) & set(b.names) | called
    shared = sorted(both, key=lambda name: (name in common, -len(name), name))
    left_out = shortened(a.names, b.names) and bool({*_nth(a.names)} & {*_nth(b.names)})
    if not _kind(a, b, alike) and not left_out:  # 第三届文旅装备博览会, 第三届文旅装博会
        yield "other_kind", ""
    if shared:
        yield "equal_name", shared[0]
    elif alike >= least:
        yield "similar_name", ""
        if not shortened(a.names, b.names):
            yield "other_words", ""
    if not shared and alike >= least and _one_occasion(a, b) and not other_matter(a.names, b.names):
        yield "same_occasion", ""
    if alike >= least and a.before & b.before:
        yield "same_words", min(a.before & b.before)
    elif shared and shared[0] in common and _on_two_days(a.when, b.when):
        yield "common_name", shared[0]
    told = shared[0] not in common if shared else alike >= least and not a.generic and not b.generic
    if told:
        yield "telling_name", ""
    if told and shared and len(shared[0]) >= _LONG:
        yield "long_name", ""
    if shared and is_games(shared[0]):
        yield "games", ""
    if told and cities(a.names) & cities(b.names):
        yield "city_summit", min(cities(a.names) & cities(b.names))
    same_words = bool(shared) or (shortened(a.names, b.names) and bool(a.around) and a.around[:1] == b.around[:1])
    if told and same_words and (alike >= _CLOSE or left_out) and all(editions(item.names[:1]) for item in (a, b)):
        yield "edition", ""


def _one_occasion(a: _Seen, b: _Seen) -> bool:
    """Whether one person is at both, which are of one kind and one day, whatever they are called beyond that."""
    day = a.when.sure and b.when.sure and a.when.day is not None and a.when.day == b.when.day
    kinds = [{name[-_TAIL:] for name in item.names if len(name) > _TAIL} for item in (a, b)]
    return day and bool(a.speakers & b.speakers) and bool(kinds[0] & kinds[1])


def _nth(names: Iterable[str]) -> Iterator[str]:
    return (number for name in names for number in figures(name).get("届", ()))


def _called(a: _Seen, b: _Seen) -> frozenset[str]:
    """What one is called of which the other has the whole name, in papers of one province: 第八届渔博会."""
    near = a.around[:1] == b.around[:1] != ()
    called = (a.calls & frozenset(b.names)) | (b.calls & frozenset(a.names)) if near else frozenset()
    called |= _of_own_place(a, b) | _of_own_place(b, a)
    called |= _unnumbered(a, b) | _unnumbered(b, a)
    return called | (_of_the_year(a, b) or _of_the_year(b, a)) | _lasting(a, b) | _lasting(b, a)


def _of_own_place(a: _Seen, b: _Seen) -> frozenset[str]:
    """A fair by its number where the other is called by its place, in short, and by the year: 2022石门药博会."""
    apart = gap(a.when, b.when)
    if a.when.day is None or apart is None or apart > _SEASON:
        return frozenset()
    year = str(date.fromordinal(a.when.day).year)
    if not all(_YEAR.search(name) and year in name for name in b.names):
        return frozenset()
    bare = {editionless(name) for name in b.names}
    return frozenset(name for name in a.names if not _YEAR.search(name) and own_fair_calls(name) & bare)


def _is_placed(call: str, own: str, around: Path) -> bool:
    """Whether one name is the other with a division of its page before it: 石门|云鹤赛马大会."""
    head = call.removesuffix(own) if len(own) >= _TELLING else ""
    return head != call and any(compatible(item.path, around) for item in divisions.find(head))


def _lasting(a: _Seen, b: _Seen) -> frozenset[str]:
    """A fair by its number and without it, told of on days that follow on each other in one province."""
    apart = gap(a.when, b.when)
    near = a.around[:1] == b.around[:1] not in ((), (_NATION,))
    if apart is None or apart > _LASTS or not near or a.composed or b.composed or editions(b.names):
        return frozenset()
    bare = {name for name in b.names if len(name) >= _TELLING and name.endswith(all_of("lasting_happenings"))}
    named = frozenset(
        name
        for name in a.names
        if (own := editionless(name)) != name and any(own == call or _is_placed(call, own, a.around) for call in bare)
    )
    return named - b.common - a.common


def _unnumbered(a: _Seen, b: _Seen) -> frozenset[str]:
    """A name with its number or year of which the other has the rest, told of the very day: 2024昆明马拉松."""
    day = a.when.day is not None and a.when.day == b.when.day and a.when.sure and b.when.sure
    near = a.around[:1] == b.around[:1] not in ((), (_NATION,))
    if not (day and near) or editions(b.names) or a.composed or b.composed:
        return frozenset()
    rest = {name for name in b.names if len(name) > _KIND}
    return frozenset(name for name in a.names if (own := editionless(name)) != name and own in rest)


def _of_the_year(a: _Seen, b: _Seen) -> frozenset[str]:
    """A name with its number of which the other has the year's, told on one day or the next: 第六届…论坛, 2024…论坛."""
    apart = gap(a.when, b.when)
    if apart is None or apart > 1 or not editions(a.names):
        return frozenset()
    dated = {editionless(name) for name in b.names if _YEAR.match(name)}
    return frozenset(name for name in a.names if not _YEAR.search(name) and editionless(name) in dated)


def _on_two_days(a: Moment, b: Moment) -> bool:
    """Whether they are of two days, though these follow on each other."""
    if a.day is not None and b.day is not None:
        return a.day != b.day
    return a.month_day is not None and b.month_day is not None and a.month_day != b.month_day


def _half(a: _Seen, b: _Seen, part: float) -> bool:
    company = a.people & b.people
    return len(company) >= 2 and len(company) >= part * len(a.people | b.people)


def _company(a: _Seen, b: _Seen, part: float) -> Iterator[tuple[str, str]]:
    if _half(a, b, part):
        yield "half_company", ""
    elif a.people & b.people:
        yield "company", ""
    if any(len(x) > 1 and compatible(x, y) and len(y) > 1 for x in a.paths for y in b.paths):
        yield "same_place", ""


def _kind(a: _Seen, b: _Seen, alike: float) -> bool:
    return (_is_talk(a) and _is_talk(b)) or _tails(a, b) or alike >= _CLOSE


def _is_talk(item: _Seen) -> bool:
    return any(call in name for name in item.names for call in _TALKS)


def _tails(a: _Seen, b: _Seen) -> bool:
    """Whether both are called the same kind of thing: 论坛 is not its 开幕式."""
    ends = [{name.replace("博览会", "博会")[-2:] for name in item.names} for item in (a, b)]
    return bool(ends[0] & ends[1])


@lru_cache(maxsize=65536)
def _is_part(names: tuple[str, ...]) -> bool:
    """Whether every name is that of a part of a happening: 冰雪艺术分论坛."""
    return all(any(part in name for part in all_of("parts_of_happenings")) for name in names)


def _elsewhere(mine: Iterable[Path], theirs: Iterable[Path]) -> bool:
    pairs = [(x, y) for x in mine for y in theirs]
    return bool(pairs) and not any(compatible(x, y) for x, y in pairs)


RULE = Rule(look, keys, pairs, decide, key)

__all__ = ["RULE", "yearless"]
