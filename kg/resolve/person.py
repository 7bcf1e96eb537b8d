"""People: the same name is not enough; a post, an organisation, a happening or a place must fit, else they are two.

Within one document the same name is one person. Across documents, what links two of one name: an organisation, an organ
of the same place, a public post of one country, a happening, a copy of the story; or several weaker things together
(`data/identity_evidence.tsv`). Who is told of without a post fits the one bearer of the name in that place; where there
are two, or none, nothing is guessed, so that nobody without a post bridges two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence

from kg.language.countries import country
from kg.language.names import minority_name
from kg.language.similarity import undotted
from kg.model import Entity
from kg.resolve.bearers import is_common, rarity
from kg.resolve.evidence import reason, weigh
from kg.resolve.joining import Joiner, Trace, Verdict, within
from kg.resolve.person_names import Told, eastern_surname, join_latin, join_short, join_sounds, other_told, sound
from kg.resolve.person_seen import KNOWN, Seen, calls, look, together
from kg.resolve.places import Path, article_path, compatible
from kg.resolve.rule import Common, Pair, Rule, chained
from kg.resolve.world import World

_SEVERAL = 2
_YEARS = 2  # by which reckoned years of birth may differ: 虚岁, an older photo, a birthday to come
_PROVINCES = ("省", "自治区")
_MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")


def keys(item: Seen, _: Common) -> Iterator[Hashable]:
    """By name; and by its last part, where a name has several or is one."""
    yield "name", item.call
    yield "part", item.parts[-1]
    if eastern := eastern_surname(item.name):
        yield "part", eastern
    if minority_name(item.parts[0]):
        yield "part", item.parts[0]
    if sound(item):
        yield "sound", sound(item)
    for name in sorted(item.latin):
        yield "latin", name


def decide(seen: Mapping[str, Seen], _pairs: Iterable[Pair], _: Common, trace: Trace | None) -> Joiner:
    """Which people are the same: all of one name are decided together."""
    told = Told(Joiner(seen), seen)
    named: dict[str, list[str]] = defaultdict(list)
    for ident, item in seen.items():
        named[item.call].append(ident)
    for name in sorted(named):
        _join_documents(told, named[name], name)
        _join_links(told, named[name], seen)
        _join_weighed(told, named[name], seen, trace)
        _join_places(told, sorted({told.joiner.find(ident) for ident in named[name]}), seen, rarity(name))
    join_latin(told, seen)
    join_sounds(told, seen, trace, _features)
    join_short(told, seen)
    return told.joiner


def key(entity: Entity, world: World) -> str:
    """What makes the person known across documents: the name with an employer, else with the province."""
    employers = sorted(undotted(other.name) for other in world.others(entity, "HOLDS_POSITION"))
    return f"{undotted(entity.name)}@{employers[0] if employers else '/'.join(article_path(world.article(entity))[:1])}"


def _join_documents(told: Told, ids: Iterable[str], name: str) -> None:
    documents: dict[str, list[str]] = defaultdict(list)
    for ident in ids:
        documents[told.seen[ident].document].append(ident)
    for document in sorted(documents):
        told.join_all(documents[document], reason("Person", "one_document", name))


def _join_links(told: Told, ids: Iterable[str], seen: Mapping[str, Seen]) -> None:
    linked: dict[tuple[str, str], list[str]] = defaultdict(list)
    words: dict[tuple[str, str], str] = {}
    for ident in sorted(ids):
        for kind, value, shown in sorted(seen[ident].links):
            linked[kind, value].append(ident)
            words.setdefault((kind, value), shown)
    for link in sorted(linked):
        first, why = seen[linked[link][0]], reason("Person", link[0], words[link])
        same = (
            linked[link] if link[0] != "state" else [ident for ident in linked[link] if _one_state(first, seen[ident])]
        )
        told.join_all(same, why)


def _one_state(a: Seen, b: Seen) -> bool:
    """Whether no posts of two countries are told: 总统 of two countries is no one post."""
    mine, theirs = ({nation for nation in item.nations if country(nation)} for item in (a, b))
    return not mine or not theirs or bool(mine & theirs)


def _join_weighed(told: Told, ids: Sequence[str], seen: Mapping[str, Seen], trace: Trace | None) -> None:
    """Several things that are weak by themselves: who and what else is named, a rare name, the province."""
    roots = sorted({told.joiner.find(ident) for ident in ids})
    whole = {root: together(seen[member] for member in told.joiner.members(root)) for root in roots}
    rare = rarity(min(seen[ident].name for ident in ids))
    found = []
    for a, b in sorted(within(roots)):
        judgement = weigh("Person", _features(whole[a], whole[b], rare))
        if trace is not None:
            trace(a, b, judgement)
        if judgement.verdict is Verdict.SAME:
            found.append((-judgement.strength, a, b, judgement.reason))
    for _, a, b, why in sorted(found):
        mine, theirs = told.joiner.find(a), told.joiner.find(b)
        # Who knows too little to be told from two does not bridge them: 运动员N, N, 教师N.
        if mine != theirs and not _is_two(whole[mine], whole[theirs], rare):
            told.join(a, b, why)
            if told.joiner.find(a) == told.joiner.find(b):
                whole[told.joiner.find(a)] = together((whole[mine], whole[theirs]))


def _is_two(a: Seen, b: Seen, rare: str) -> bool:
    """Whether something speaks against two being one, and not enough for it."""
    against = any(True for _ in _against(a, b, rare))
    return against and weigh("Person", _features(a, b, rare)).verdict is not Verdict.SAME


def _features(a: Seen, b: Seen, rare: str) -> Iterator[tuple[str, str]]:
    apart = other_told(a.told, b.told)
    if apart:
        yield apart, ""
    yield from _against(a, b, rare)
    if rare:
        yield rare, ""
    beside = sorted(a.neighbours & b.neighbours)
    if len(beside) >= _SEVERAL:
        yield "neighbours", "、".join(beside[:_SEVERAL])
    elif beside:
        yield "one_neighbour", beside[0]
    if len(a.bodies & b.bodies) >= _SEVERAL and not (a.posted and b.posted):
        yield "shared_bodies", ""
    elif a.bodies & b.bodies:
        yield "shared_body", ""
    if len(a.name) > _SEVERAL and (_at_employer(a, b) or _at_employer(b, a)):
        yield "employer_named", ""
        if {path[0] for path in a.places} & {path[0] for path in b.places}:
            yield "employer_there", ""
    if rare == "rare_name" and a.high and b.high:
        yield "high_offices", ""
    yield from _called_alike(a, b)
    yield from _near_by(a, b)


def _called_alike(a: Seen, b: Seen) -> Iterator[tuple[str, str]]:
    if a.words & b.words:
        yield "same_words", min(a.words & b.words)
    if honoured := a.honours & b.honours:
        yield "same_honour", min(honoured)
    elif _is_famed(a, b) and rarity(a.name) == "rare_name":
        yield "same_role", ""
    if a.titles & b.titles:
        yield "firm_title", min(a.titles & b.titles)
    if a.walks & b.walks:
        yield "same_walk", ""
    if a.born and b.born and not _other_age(a, b):
        yield "same_age", ""
    if a.lands & b.lands:
        yield "same_land", min(a.lands & b.lands)
    if a.sports & b.sports:
        yield "same_sport", min(a.sports & b.sports)
    if a.origins & b.origins:
        yield "same_origin", "/".join(min(a.origins & b.origins))


def _near_by(a: Seen, b: Seen) -> Iterator[tuple[str, str]]:
    if a.towns & b.towns and not (a.posted and b.posted):
        yield "shared_town", ""
    if a.sites & b.sites:
        yield "shared_site", ""
    if a.counties & b.counties:
        yield "shared_county", ""
    if a.seats & b.seats and len(a.name) > _SEVERAL and not is_common(a.name):
        yield "same_seat", "/".join(min(a.seats & b.seats))
    if {path[0] for path in a.places} & {path[0] for path in b.places}:
        yield "same_province", ""


def _at_employer(item: Seen, other: Seen) -> bool:
    """Whether one without a post is told of beside the body in which the other has its post."""
    return not item.posted and not item.callings and bool(item.bodies & other.employers)


def _against(a: Seen, b: Seen, rare: str) -> Iterator[tuple[str, str]]:
    """What speaks for two: posts of two nations, one post of two places, a calling and an office, two posts apart."""
    if a.nations and b.nations and not a.nations & b.nations:
        yield "other_state", ""
    if _other_place(a.posts, b.posts) and not (rare and a.seats & b.seats):
        yield "other_office", ""
    if _other_age(a, b):
        yield "other_age", ""
    if _other_calling(a, b):
        yield "other_calling", ""
    elif _other_home(a, b):
        yield "other_home", ""
    elif _other_walk(a, b):
        yield "other_walk", ""
    elif a.seats & b.seats and len(a.name) > _SEVERAL:
        return
    elif a.posted and b.posted and not rare and not a.neighbours & b.neighbours and not a.bodies & b.bodies:
        yield "other_post", ""


def _other_place(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether the same title is held in two places, of which none lies in the other: 甲县县长, 乙县县长."""
    pairs = [(x.split("@"), y.split("@")) for x in mine for y in theirs]
    return any(
        x[0] == y[0] and x[1] != y[1] and not compatible(tuple(x[1].split("/")), tuple(y[1].split("/")))
        for x, y in pairs
    )


def _other_calling(a: Seen, b: Seen) -> bool:
    """Whether one is called by what people without an office do, and the other holds one."""
    office = [item for item, other in ((a, b), (b, a)) if other.callings and not item.callings]
    return any(item.posts or item.office for item in office)


def _other_walk(a: Seen, b: Seen) -> bool:
    """Whether two have other walks of life, or one has one and the other an office: 律师N, 法官N, 市长N."""
    if a.walks and b.walks:
        return not a.walks & b.walks
    return bool((a.walks and b.office) or (b.walks and a.office))


def _other_age(a: Seen, b: Seen) -> bool:
    """Whether both are told to be of an age, and of no age that is near the other's."""
    return bool(a.born and b.born) and min(abs(x - y) for x in a.born for y in b.born) > _YEARS


def _is_famed(a: Seen, b: Seen) -> bool:
    """Whether both are called what people are called who are known beyond their place, of one walk of life."""
    return a.famed and b.famed and bool(a.roles & b.roles or a.walks & b.walks)


def _other_home(a: Seen, b: Seen) -> bool:
    """Whether two without an office are told of in two places, of which none lies in the other: 牧民 here and there."""
    if _is_famed(a, b) or a.honours & b.honours:
        return False
    plain_people = a.callings and b.callings and not (a.posted or b.posted)
    return bool(plain_people and a.places and b.places) and not any(
        compatible(x, y) for x in a.places for y in b.places
    )


def _join_places(told: Told, roots: Sequence[str], seen: Mapping[str, Seen], rare: str) -> None:
    """Gives who has no post to the one bearer of the name who fits; those with none to fit, by their province.

    On a page without a place, a rare name is enough to be the one bearer of it.
    """
    whole = {root: together(seen[member] for member in told.joiner.members(root)) for root in roots}
    posted = _Posted((root, whole[root]) for root in roots if whole[root].posted)
    lone: dict[str, list[str]] = defaultdict(list)
    for root in roots:
        if whole[root].posted:
            continue
        fits = posted.fitting(whole[root].places, rare)
        if len(fits) == 1:
            bearer = fits.pop()
            crowded = not rare and len(whole[root].name) <= _SEVERAL and not whole[bearer].office
            far = crowded and not posted.fitting(_near(whole[root].places), rare)
            # 民警|李文达 is hardly the headmaster of that name.
            another = not rare and bool(whole[root].callings) and not whole[root].callings & whole[bearer].callings
            another = another or _other_walk(whole[bearer], whole[root]) or _other_age(whole[bearer], whole[root])
            if not far and not another and not _other_calling(whole[bearer], whole[root]):
                told.join(bearer, root, reason("Person", "one_bearer"))
        elif not fits:
            known = rare if not whole[root].callings else ""  # of herdsmen a province has many
            short = not rare and len(whole[root].name) <= _SEVERAL
            grounds = _near(whole[root].places) if short else whole[root].places
            for place in sorted({_ground(path, known) for path in grounds}):
                lone[place].append(root)
    for place in sorted(lone):
        first, *others = sorted(lone[place])
        for other in others:
            if not _other_walk(whole[first], whole[other]) and not _other_age(whole[first], whole[other]):
                told.join(first, other, reason("Person", "told_in_province", place))


def _near(places: Iterable[Path]) -> list[Path]:
    """The places that are no whole province: of a name like 张伟 there are several, but for those in office."""
    return [path for path in places if len(path) > 1 or not path[0].endswith((*_PROVINCES, *_MUNICIPALITIES))]


def _ground(path: Path, rare: str) -> str:
    """How far down places must be one for a name to mean one there: the province, of a common name the city."""
    return path[0] if rare else "/".join(path[:2])


class _Posted:
    """Bearers of a name with a post, by where they are; of each place two are kept, for one is the question."""

    def __init__(self, bearers: Iterable[tuple[str, Seen]]) -> None:
        self._at: dict[Path, list[str]] = defaultdict(list)
        self._below: dict[Path, list[str]] = defaultdict(list)
        self._everywhere: list[str] = []
        self._all: list[str] = []
        for root, item in bearers:
            _keep(self._all, root)
            if item.national:
                _keep(self._everywhere, root)
            for path in item.places:
                _keep(self._at[path], root)
                for end in range(1, len(path) + 1):
                    _keep(self._below[path[:end]], root)

    def fitting(self, places: Collection[Path], rare: str) -> set[str]:
        """Who fits these places; where there are several, at least two of them. Without any, who has a rare name."""
        found = set(self._everywhere)
        for path in places:
            found.update(self._below.get(path, ()))
            for end in range(1, len(path)):
                found.update(self._at.get(path[:end], ()))
        return found or (set(self._all) if rare and not places else set())


def _keep(kept: list[str], root: str) -> None:
    if len(kept) < 2 and root not in kept:
        kept.append(root)


RULE = Rule(look, keys, chained, decide, key)

__all__ = ["KNOWN", "RULE", "calls"]
