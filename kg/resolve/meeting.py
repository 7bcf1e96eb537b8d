"""Meetings: name, day, edition, company and place weighed (`data/identity_evidence.tsv`); never the name alone.

A name that the reader composed (甲会见乙) is no evidence: its sides are. Editions (第三届), other places (扬州市…,
盐城市…), other days and other sides hold apart; only one numbered edition may last from day to day.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from kg.language import divisions
from kg.language.countries import is_region, known_places
from kg.language.lexicon import word_set, words
from kg.language.similarity import plain, undotted
from kg.model import Entity
from kg.resolve.evidence import weigh
from kg.resolve.figures import contradict, editions
from kg.resolve.joining import Joiner, Judgement, Trace, agglomerate, within
from kg.resolve.likeness import is_generic, likeness, plain_names, shortened, similar_pairs
from kg.resolve.moments import Moment, moment
from kg.resolve.places import Path, article_path, compatible, is_relative, path_of, split
from kg.resolve.rule import Common, Filed, Pair, Rule
from kg.resolve.world import World

Context = tuple[str, object]
_TALKS = ("会见", "会谈", "座谈", "会晤", "拜会", "拜访", "一行")
_COMPOSED = "合成名称"  # what the reader notes of a name that stands nowhere
_TERM = r"第?(?P<term>[一二三四五六七八九十]{1,3})届"
_NTH = r"第?(?P<session>[一二三四五六七八九十]{1,3})次(?:全体)?会议"
_CONSULTATIVE = re.compile(rf"(?:中国人民政治协商会议|政协)(?:{_TERM}(?P<place>[\u3400-\u9fff]{{2,12}}?)委员会){_NTH}")
_CONGRESS = re.compile(rf"(?P<place>[\u3400-\u9fff]{{2,12}}?){_TERM}(?:人民代表大会|人大){_NTH}")
_YEAR = re.compile(r"^((?:19|20)\d\d)年(?!度)")
# A phrase of days in which reports of one numbered edition follow on each other.
_GAP = 3
_CLOSE = 0.8
# 全省文旅高质量发展大会 is made of general words, but no two of that name meet in one place on one day.
_TELLING = 8
_LONG = 14
_SHORT = 5  # 网络文化节, 东亚峰会: a series, not one happening
_NUMBERED = re.compile(r"^(?:情况)?[(（]?[一二三四五六七八九十\d]{1,2}[)）、.]|^(?:情况|所有|本次|此次)")


@dataclass(frozen=True, slots=True)
class _Seen:
    """A meeting as its article shows it. where: of the names themselves. paths: of the places stated.

    sides: of a talk, who stands in its composed name. composed: that name is the reader's.
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


def keys(item: _Seen, common: Common) -> Iterator[Context]:
    """Where it may meet its like: by name, by a participant, and neighbours in time of one numbered edition."""
    for context in _contexts(item, int(common.figures["days"]), common.yearless):
        yield "named", context
        if context[0] in ("day", "month", "story"):
            yield from (("with", (context, person)) for person in item.people)
    if item.when.day is not None and editions(item.names):
        yield "series", item.names[0]


def pairs(filed: Filed, common: Common) -> set[Pair]:
    """Those with similar names; all that share a participant; the next report of a numbered edition."""
    kind = filed.key[0]  # type: ignore[index]
    if kind == "named":
        return similar_pairs(((ident, filed.seen[ident].names) for ident in filed.ids), common.figures["ratio"])
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
    names = tuple(dict.fromkeys(form for name in plain_names(entity) for form in (name, _session(name), _year(name))))
    where = {_where(name, around) for name in names} - {()}
    paths = {path_of(place, world) for place in stated} - {()}
    sides = frozenset(_sides(entity, present, world))
    return _Seen(
        article.document, article.id, world.story(entity), names, moment(entity, world), tuple(sorted(where)),
        tuple(sorted(paths)), frozenset(people), sides, bool(sides) or _is_composed(entity),
        all(_is_common(name) for name in names),
    )  # fmt: skip


def _session(name: str) -> str:
    """A session of a congress in the short form: 政协第十一届甲市委员会第三次会议 → 甲市政协十一届三次会议."""
    whole = _CONSULTATIVE.fullmatch(name)
    if whole:
        return f"{whole['place']}政协{whole['term']}届{whole['session']}次会议"
    whole = _CONGRESS.fullmatch(name)
    return f"{whole['place']}{whole['term']}届人大{whole['session']}次会议" if whole else name


def _year(name: str) -> str:
    """2024年热带农业论坛 as 2024热带农业论坛; 2024年度 stays."""
    return _YEAR.sub(r"\1", name)


def _sides(entity: Entity, present: Iterable[Entity], world: World) -> Iterator[str]:
    """Of a talk, those present whose names its own name is made of."""
    if any(call in entity.name for call in _TALKS):
        for other in present:
            if any(name in entity.name for name in other.names):
                yield undotted(other.name) if other.type == "Person" else world.same_as(other)


def _is_composed(entity: Entity) -> bool:
    return any(_COMPOSED in mention.reason for mention in entity.mentions)


def _where(name: str, around: Path) -> Path:
    """The place that a name itself tells: 扬州市…仪式, and 全省…大会 by the page it is on."""
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
    if item.when.day is not None:
        yield from (("day", item.when.day + step) for step in range(days + 1))
        if item.when.month_day in open_days:
            yield "month", item.when.month_day
    elif item.when.month_day is not None:
        yield from (("month", item.when.month_day + step) for step in range(days + 1))
    if not item.generic and not item.composed:
        yield from (("name", name) for name in item.names)
        yield from (("summit", city) for city in sorted(_cities(item.names)))


def _judge(a: _Seen, b: _Seen, figures: Mapping[str, Any]) -> Judgement:
    return weigh("Meeting", _features(a, b, figures))


def _features(a: _Seen, b: _Seen, figures: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What holds the two apart first: what comes after it is not asked."""
    alike = likeness(a.names, b.names)
    yield from _apart(a, b, figures)
    yield from _time(a, b, int(figures["days"]))
    if a.composed or b.composed:
        yield from _talk(a, b, alike)
    else:
        yield from _name(a, b, alike, figures["ratio"])
    if a.document == b.document:
        yield "one_document" if _one_page(a, b, alike) else "beside_in_document", ""
    if a.story == b.story and a.article != b.article and alike >= figures["ratio"]:
        yield "copy", ""
    yield from _company(a, b, figures["shared"])


def _one_page(a: _Seen, b: _Seen, alike: float) -> bool:
    if a.generic or b.generic:
        return alike == 1 and bool(a.people & b.people)
    return alike == 1 or (alike >= _CLOSE and _tails(a, b))


def _apart(a: _Seen, b: _Seen, figures: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if a.article == b.article and not set(a.names) & set(b.names):
        yield "two_in_article", ""
    if contradict(a.names, b.names):
        yield "figures", ""
    if _elsewhere(a.where, b.where) or _elsewhere(a.paths, b.paths):
        yield "other_place", ""
    if a.sides and b.sides and not (a.sides <= b.sides or b.sides <= a.sides):
        yield "other_sides", ""


def _time(a: _Seen, b: _Seen, days: int) -> Iterator[tuple[str, str]]:
    edition = not a.composed and not b.composed and editions(a.names) and editions(b.names)
    if a.when.day is not None and b.when.day is not None:
        gap = abs(a.when.day - b.when.day)
        if gap <= days:
            yield "same_day", ""
        elif not edition:
            if (a.when.sure and b.when.sure) or a.story != b.story:
                yield "other_day", ""
        elif gap <= _GAP:
            yield "next_days", ""
    elif a.when.month_day is not None and b.when.month_day is not None:
        if abs(a.when.month_day - b.when.month_day) <= days:
            yield "month_day", ""
        elif a.when.sure and b.when.sure and not edition:
            yield "other_month_day", ""


def _talk(a: _Seen, b: _Seen, alike: float) -> Iterator[tuple[str, str]]:
    """Composed names: the sides count, each side at least one; a convener's own meeting counts as that."""
    both = a.sides | b.sides
    if len(a.sides & b.sides) >= 2 or (a.sides & b.sides and len(both) >= 2 and both <= a.people & b.people):
        yield "same_sides", ""
    elif a.composed and b.composed and alike == 1:
        yield "same_convener", a.names[0]


def _name(a: _Seen, b: _Seen, alike: float, least: float) -> Iterator[tuple[str, str]]:
    shared = sorted(set(a.names) & set(b.names), key=lambda name: (_is_common(name), -len(name), name))
    if not _kind(a, b, alike):
        yield "other_kind", ""
    if shared:
        yield "equal_name", shared[0]
    elif alike >= least:
        yield "similar_name", ""
        if not shortened(a.names, b.names):
            yield "other_words", ""
    told = not _is_common(shared[0]) if shared else alike >= least and not a.generic and not b.generic
    if told:
        yield "telling_name", ""
    if told and shared and len(shared[0]) >= _LONG:
        yield "long_name", ""
    if shared and _is_games(shared[0]):
        yield "games", ""
    if told and _cities(a.names) & _cities(b.names):
        yield "city_summit", min(_cities(a.names) & _cities(b.names))
    if told and alike >= _CLOSE and all(editions(item.names[:1]) for item in (a, b)):
        yield "edition", ""


def _company(a: _Seen, b: _Seen, part: float) -> Iterator[tuple[str, str]]:
    company = a.people & b.people
    if len(company) >= 2 and len(company) >= part * len(a.people | b.people):
        yield "half_company", ""
    elif company:
        yield "company", ""
    if any(len(x) > 1 and compatible(x, y) and len(y) > 1 for x in a.paths for y in b.paths):
        yield "same_place", ""


def _kind(a: _Seen, b: _Seen, alike: float) -> bool:
    talk = [any(call in name for name in item.names for call in _TALKS) for item in (a, b)]
    return all(talk) or _tails(a, b) or alike >= _CLOSE


@lru_cache(maxsize=65536)
def _is_games(name: str) -> bool:
    """Whether it is the great games of a city: 杭州亚运会, 杭州亚运会开幕式."""
    path, rest = split(name, ())
    games = next((word for word in words("great_games") if rest.startswith(word)), "")
    return bool(path and games) and rest.removeprefix(games) in ("", "开幕式", "闭幕式")


@lru_cache(maxsize=65536)
def _cities(names: tuple[str, ...]) -> frozenset[str]:
    """The cities after which a summit is called: 二十国集团杭州峰会; not 中国—中亚峰会, which is another every time."""
    heads = [name.removesuffix(end) for name in names for end in ("峰会", "会晤") if name.endswith(end)]
    ends = {head[-size:] for head in heads for size in range(2, 7) if len(head) > size + 1}
    return frozenset(end for end in ends if divisions.find(end) or (end in known_places() and not is_region(end)))


@lru_cache(maxsize=65536)
def _is_common(name: str) -> bool:
    """Whether many meetings bear the name: made of general words and short, or what every body holds (股东大会)."""
    if _is_games(name):
        return False
    bare = _NUMBERED.sub("", name)
    short = len(bare) < _TELLING and is_generic(bare, "meeting_suffixes")
    return short or bare in word_set("common_happenings") or (len(bare) <= _SHORT and not editions((name,)))


def _tails(a: _Seen, b: _Seen) -> bool:
    """Whether both are called the same kind of thing: 论坛 is not its 开幕式."""
    return bool({name[-2:] for name in a.names} & {name[-2:] for name in b.names})


def _elsewhere(mine: Iterable[Path], theirs: Iterable[Path]) -> bool:
    pairs = [(x, y) for x in mine for y in theirs]
    return bool(pairs) and not any(compatible(x, y) for x, y in pairs)


RULE = Rule(look, keys, pairs, decide, key)

__all__ = ["RULE", "yearless"]
