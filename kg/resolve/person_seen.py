"""What an article shows of a person for identity: posts, organs, happenings, who and what else is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kg.language import divisions
from kg.language.classes import ORGANS, all_of
from kg.language.countries import country, country_abbreviation, is_country
from kg.language.lexicon import table, word_set, words
from kg.language.similarity import plain, undotted
from kg.model import Entity
from kg.resolve.bearers import (
    bodies_before,
    born,
    callings,
    career,
    honours,
    lands,
    leads,
    offices,
    origins,
    roles,
    served,
    sex_and_birth,
    sports,
    states,
    walks,
    words_before,
)
from kg.resolve.employers import is_public, is_school, own_name, village_of, whole_of
from kg.resolve.places import Path, article_path, path_of, town_of
from kg.resolve.rule import Call, Common
from kg.resolve.world import World

KNOWN = 20  # a name or body of more stories than that says nothing of who is meant
_ORGANS = re.compile(f"(?<!管)({ORGANS}|委会|委员会)$")
_DOT = re.compile("[·•・‧∙⋅]")
_LATIN = re.compile(r"[A-Z][\w.'’\-]+(?: [\w.'’\-]+){1,5}", re.ASCII)
_TOWNS = (*all_of("towns"), *all_of("villages"))


@dataclass(frozen=True, slots=True)
class Seen:
    """A bearer of a name. links: (feature, value, words for it). national: a post in an organ of a whole country.

    neighbours: other people of the article. bodies: its organisations. told: sex and birth where they are told.
    words: what stands before the name. name: its own. document: where it stands. nations: of which it has a post.
    callings: what it does without an office. posts: of the organs of a place, title@place. office: a post in any organ.
    employers: where it holds posts, of those that few stories name. high: in an organ of a province or the nation.
    towns: the towns and villages of its article. counties: the counties. roles: the posts and callings right before its
    name, of whatever body. lands: the countries named right before it or of which it has a post. walks: what it does.
    sites: the places of its article that are no divisions, of those that few stories name. born: the years in which it
    may be born. latin: its whole name in Latin letters, where the text tells it. sports: of its article. origins: the
    cities and counties from which people of its article come. seats: the counties in whose public bodies it has posts.
    honours: what few are called. famed: whether it is called what people are called who are known beyond their place.
    """

    links: frozenset[tuple[str, str, str]]
    places: frozenset[Path]
    posted: bool
    national: bool
    neighbours: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    told: frozenset[tuple[str, str]] = frozenset()
    words: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    callings: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    office: bool = False
    employers: frozenset[str] = frozenset()
    high: bool = False
    name: str = ""
    document: str = ""
    towns: frozenset[str] = frozenset()
    counties: frozenset[Path] = frozenset()
    roles: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    walks: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    born: frozenset[int] = frozenset()
    latin: frozenset[str] = frozenset()
    sports: frozenset[str] = frozenset()
    origins: frozenset[Path] = frozenset()
    seats: frozenset[Path] = frozenset()
    honours: frozenset[str] = frozenset()
    famed: bool = False

    @property
    def call(self) -> str:
        """The name by which bearers are compared."""
        return _letters(undotted(self.name))

    @property
    def parts(self) -> list[str]:
        """Of a foreign name its parts, of any other the whole."""
        return _DOT.split(plain(self.name))


@lru_cache(maxsize=65536)
def _letters(name: str) -> str:
    """A name in the letters of simplified script: 陳國強 is 陈国强."""
    return name.translate(_letters_of_names())


@cache
def _letters_of_names() -> dict[int, str]:
    return str.maketrans({other: letter for letter, *others in table("letters_of_names") for other in others})


def calls(entities: Iterable[Entity], world: World) -> set[tuple[Call, str]]:
    """Each person's name and organisation with the stories in which it stands."""
    told = {(_call(entity, world), world.story(entity)) for entity in entities if not entity.doubted}
    return {(call, story) for call, story in told if call[0]}


def _call(entity: Entity, world: World) -> Call:
    if entity.type == "Person":
        return "Person", undotted(entity.name)
    return ("Organization", world.same_as(entity)) if entity.type == "Organization" else ("", "")


def look(entity: Entity, world: World, common: Common) -> Seen:
    """What its article shows of a person."""
    around = article_path(world.article(entity))
    links: set[tuple[str, str, str]] = {("copy", world.story(entity), "")}
    places: set[Path] = {around} if around else set()
    posts = world.facts(entity, "HOLDS_POSITION")
    national = False
    high = False
    titles: set[str] = set()
    employed: list[tuple[str, Path]] = []
    for fact in posts:
        employer = world.entities[fact.other]
        path = path_of(employer, world)
        told = fact.properties.get("titles") or ()
        links.update(_post_links(employer, path, told, world))
        links.update(_kin_links(employer, path or around, told))
        ground = (*(path or around), *filter(None, (_locality(employer),)))
        titles |= {f"{title}@{'/'.join(ground)}" for title in _rare(told) if len(ground) > 1 or path}
        employed.append((employer.name, path))
        national |= employer.name in _national_organs() or _nation(employer) != ""
        places |= {path} if path else set()
        high |= len(path) == 1 and _ORGANS.search(employer.name) is not None
    for predicate in ("ATTENDED", "SIGNED"):
        links.update(("happening", world.same_as(other), other.name) for other in world.others(entity, predicate))
    links.update(
        ("post", f"{_bare(title, world.entities[fact.other])}@{world.same_as(world.entities[fact.other])}", title)
        for fact in posts
        for title in fact.properties.get("titles") or ()
    )
    links.update(("organisation", world.same_as(body), body.name) for body in bodies_before(entity, world))
    links.update(("state", value, value) for _, value in states(entity, world))
    links.update(("state", nation, nation) for nation in leads(entity, world))
    links.update(("place_of_office", "/".join(path), "/".join(path)) for path in offices(entity, world))
    links.update(("told_move", "/".join(path), "/".join(path)) for path in career(entity, world))
    links.update(_served_links(entity, world))
    links.update(("told_move", value, shown) for kind, value, shown in tuple(links) if kind == "place_of_office")
    called = roles(entity, world)
    titled = [plain(title) for fact in posts for title in fact.properties.get("titles") or ()]
    beside = {_call(other, world) for other in world.inside[entity.article] if other.id != entity.id}
    rare = {call for call in beside if 0 < common.stories.get(call, 0) <= KNOWN and call[1] != undotted(entity.name)}
    return Seen(
        frozenset(links),
        frozenset(places),
        bool(posts),
        national,
        frozenset(name for kind, name in rare if kind == "Person"),
        frozenset(name for kind, name in rare if kind == "Organization"),
        frozenset(titles),
        frozenset({sex_and_birth(entity, world)} - {("", "")}),
        words_before(entity, world),
        frozenset(value for kind, value, _ in links if kind == "state"),
        callings(entity, world),
        frozenset(value for kind, value, _ in links if kind == "title"),
        national or any(_ORGANS.search(world.entities[fact.other].name) for fact in posts),
        frozenset(world.same_as(world.entities[fact.other]) for fact in posts) & {name for kind, name in rare},
        national or high,
        entity.name,
        world.article(entity).document,
        frozenset(world.same_as(place) for place in world.inside[entity.article] if _is_town(place)),
        frozenset(_counties(entity, world)),
        called,
        lands(entity, world) | {value for kind, value, _ in links if kind == "state" and country(value)},
        walks((*called, *callings(entity, world), *titled)),
        frozenset(world.same_as(place) for place in world.inside[entity.article] if _is_site(place)),
        born(entity, world),
        frozenset(plain(name) for name in entity.names if _LATIN.fullmatch(name)),
        sports(entity, world),
        frozenset(origins(entity, world)),
        frozenset(path[:3] for employer, path in employed if len(path) > 2 and is_public(employer)),
        honours(entity, world),
        any(role.endswith(words("famed_callings")) for role in called),
    )


def _served_links(entity: Entity, world: World) -> Iterator[tuple[str, str, str]]:
    """What its article tells of posts before: of bodies as of its own, of counties and cities as of a move."""
    for start, end in served(entity, world):
        for other in world.inside[entity.article]:
            if not any(start <= one.start and one.end <= end for one in other.mentions):
                continue
            if other.type == "Organization":
                yield "organisation", world.same_as(other), other.name
            elif other.type == "Location" and len(path := path_of(other, world)) > 1:
                yield "told_move", "/".join(path), other.name


def _is_site(place: Entity) -> bool:
    """Whether it is a place within a county and no town: 高台民居, 八廓街."""
    return place.type == "Location" and not (
        _is_town(place) or is_country(place.name) or divisions.find(plain(place.name))
    )


def _is_town(place: Entity) -> bool:
    return place.type == "Location" and place.name.endswith(_TOWNS)


def _counties(entity: Entity, world: World) -> Iterator[Path]:
    """The counties that its article names, by themselves or before a body's name."""
    for other in world.inside[entity.article]:
        if other.type in ("Location", "Organization") and len(path := path_of(other, world)) > 2:
            yield path[:3]


def _bare(title: str, employer: Entity) -> str:
    """A title without the end of its body's name: 村党支部|书记 of 青石村党支部."""
    post, names = plain(title), [plain(name) for name in employer.names]
    repeated = (at for at in range(len(post) - 2, 0, -1) if any(name.endswith(post[:at]) for name in names))
    return post[next(repeated, 0) :]


def _rare(titles: Iterable[str]) -> list[str]:
    return [plain(title) for title in titles if not plain(title).endswith(words("common_titles"))]


def _post_links(employer: Entity, path: Path, titles: Iterable[str], world: World) -> Iterator[tuple[str, str, str]]:
    yield "organisation", world.same_as(employer), employer.name
    rare = _rare(titles)
    nation = _nation(employer)
    # 大营村党总支书记 of a paper of the province is no 省委书记.
    own = _locality(employer)
    path = (*path, own) if own and path[-1:] != (own,) else path
    if rare and employer.name in _national_organs():
        yield "place_of_office", "中国", "中国"
    elif rare and nation:
        yield "state", nation, nation
    elif rare and path and (own or _ORGANS.search(employer.name)):
        yield "place_of_office", "/".join(path), "/".join(path)
        for title in rare:
            yield "title", f"{title}@{'/'.join(path)}", f"{title}@{'/'.join(path)}"


def _locality(employer: Entity) -> str:
    """The village or town whose own body it is; else nothing."""
    name = undotted(employer.name)
    return village_of(name) or town_of(name)


def _kin_links(employer: Entity, ground: Path, titles: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """What employers of other names share: a village, the whole of a part (公安局|刑侦大队), the title in a body of
    the same name without place and form (云桥集团|董事长, 云桥|董事长)."""
    where = ground[0] if ground else ""
    name = undotted(employer.name)
    if (village := village_of(name)) and village not in word_set("common_local_names"):
        yield "organisation", f"{'/'.join(ground[:3])}/{village}", village
        return
    if whole := whole_of(name):
        yield "organisation", f"{where}/{whole}", whole
    own = own_name(name)
    where = "/".join(ground[:2]) if is_school(name) else where
    for title in _rare(titles) if own else ():
        yield "post", f"{title}@{where}/{own}", f"{own}{title}"


def _nation(employer: Entity) -> str:
    """The country of which the employer is the government or an organ of it: 俄罗斯, 越南政府, 美国国防部, 越共中央."""
    for name in employer.names:
        if name[1:].startswith("共中央") and (ruled := country_abbreviation(name[0]) or "中国") != "中国":
            return ruled
        whole = country(name) or country(name.removesuffix("政府"))
        if whole and whole != "中国":
            return whole
        for end in range(2, min(len(name), 6)):
            if name[end:].endswith(("部", "外交部", "国防部", "议会", "国会")) and (found := country(name[:end])):
                return found
    return ""


@cache
def _national_organs() -> frozenset[str]:
    return frozenset({"中国", "中国共产党", *(name for row in table("national_organs") for name in row)})


def together(found: Iterable[Seen]) -> Seen:
    """Several bearers as one."""
    items = list(found)
    if len(items) == 1:
        return items[0]

    def union(name: str) -> frozenset[Any]:
        return frozenset[Any]().union(*(getattr(item, name) for item in items))

    return Seen(
        frozenset(), union("places"), any(item.posted for item in items), any(item.national for item in items),
        union("neighbours"), union("bodies"), union("titles"), union("told"), union("words"), union("nations"),
        union("callings"), union("posts"), any(item.office for item in items), union("employers"),
        any(item.high for item in items), items[0].name, towns=union("towns"), counties=union("counties"),
        roles=union("roles"), lands=union("lands"),
        walks=union("walks"), sites=union("sites"), born=union("born"), latin=union("latin"),
        sports=union("sports"), origins=union("origins"), seats=union("seats"),
        honours=union("honours"), famed=any(item.famed for item in items),
    )  # fmt: skip


__all__ = ["KNOWN", "Seen", "calls", "look", "together"]
