"""Projects: name, place, builder and size weighed (`data/identity_evidence.tsv`); figures in names hold apart.

Papers name one work in many ways (瑞丰新材项目, 年产3万吨正极材料项目), with builder, place and size or without. What
is left of a name without these is compared, and the figures that its article tells of it (`amounts`).
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from kg.language import divisions
from kg.language.classes import NUMERALS
from kg.language.countries import is_country, is_region
from kg.language.similarity import plain
from kg.model import Entity
from kg.resolve.aliases import calls
from kg.resolve.amounts import amounts, digits
from kg.resolve.amounts import shared as shared_amounts
from kg.resolve.beside import builders as told_builders
from kg.resolve.evidence import weigh
from kg.resolve.figures import capacity, contradict
from kg.resolve.joining import Joiner, Judgement, Trace, agglomerate, within
from kg.resolve.likeness import is_generic, likeness, shortened, similar_pairs
from kg.resolve.places import Path, article_path, compatible, path_of, split
from kg.resolve.rule import Common, Filed, Pair, Rule
from kg.resolve.worknames import (
    WORKS,
    core,
    county_head,
    county_in,
    extends,
    families,
    forms,
    head_of,
    is_bare,
    is_firm_head,
    is_line,
    is_plate,
    is_vague,
    kindless,
    metro,
    other_ends,
    other_product,
    other_sites,
    route_key,
    same_house,
    two_places,
    unsized,
    without_builder,
)
from kg.resolve.world import World

_COUNTY = 2  # parts of a path above a county
_BRAND = 4  # characters of a firm's short form that stands before its work
_LONG = 12  # characters of a name that two hardly bear
_RARE, _TELLING = 3, 2  # digits of a figure that few works share, and of one of two that fewer share together
_SOME = 4  # digits of all that two share
_PLATE = 80  # characters before a name in which it is told to whom it is given
_FEW = 12  # works of a place that all meet
_MOST = 12  # figures of a work by which it is looked for
# Under these keys, and those of builders and places, all meet; under the others those with similar names.
_MEET = ("amount", "amounts", "at", "route", "brand", "county")


# 云桥路|第二|小学, 云桥|3|号井: of which of several a name tells.
_ORDINAL = re.compile(rf"第[{NUMERALS}]{{1,3}}|[\d{NUMERALS}]{{1,3}}(?=[号小中])")


@dataclass(frozen=True, slots=True)
class _Seen:
    """A project as its article shows it. builders, places: what they are resolved to. around: the article's place.

    bodies: the organisations that its article names at all. called: what its builders may be called. amounts: its size.
    near: the divisions of its places, its names and its page. sites: the places of its article that are no divisions.
    plate: it is a title that its article tells to be given to somebody. counties: those that its article tells of.
    """

    document: str
    article: str
    story: str
    written: tuple[str, ...]
    names: tuple[str, ...]
    builders: frozenset[str]
    places: frozenset[str]
    paths: tuple[Path, ...]
    around: Path
    bodies: frozenset[str]
    vague: bool
    called: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    near: tuple[Path, ...] = ()
    sites: frozenset[str] = frozenset()
    plate: bool = False
    counties: frozenset[Path] = frozenset()


def keys(item: _Seen, _: Common) -> Iterator[Hashable]:
    """Its document, story, builders, places and figures; where its name tells something, its names and the province."""
    yield "document", item.document
    yield from _sizes(item)
    yield from (("route", route) for route in _routes(item))
    yield from (("brand", call[:_BRAND]) for call in item.called)
    yield from (("brand", name[:_BRAND]) for name in item.written if not item.builders)
    yield "story", item.story
    yield from item.builders
    yield from item.places
    yield from (("county", path) for path in item.near if len(path) > _COUNTY)
    yield from (("at", path[:_COUNTY], amount) for path in item.near for amount in sorted(item.amounts))
    if not item.vague:
        yield from item.around[:1]
        yield from (("name", name) for name in item.names)
        yield from (("head", head) for name in item.names if (head := head_of(name)))
    elif item.builders:  # 云岭数科|怀来智算中心 tells with its builder what it does not alone
        yield from (("name", name) for name in item.names if not is_vague(name))


def _routes(item: _Seen) -> Iterator[str]:
    """The two characters by which its names call it as a line: 贡芒."""
    return (route for name in item.written if (route := route_key(name)))


def _sizes(item: _Seen) -> Iterator[Hashable]:
    """Each figure that few works share, and each two that tell something."""
    telling = sorted(amount for amount in item.amounts if digits(amount) >= _TELLING)
    yield from (("amount", amount) for amount in telling if digits(amount) >= _RARE)
    yield from (("amounts", *two) for two in combinations(telling[:_MOST], 2))


def pairs(filed: Filed, common: Common) -> set[Pair]:
    """Those with similar names; where more than a name or a province is shared, all.

    Of the many works of one place those meet whose names have two characters in common beyond builder, place and size:
    what joins works without that is filed by itself (builders, figures, stories).
    """
    if isinstance(filed.key, tuple) and filed.key[0] not in _MEET:
        return similar_pairs(((ident, filed.seen[ident].names) for ident in filed.ids), common.figures["ratio"])
    if len(filed.ids) > _FEW and _is_place(filed):
        says = {ident: _says(filed.seen[ident]) for ident in filed.ids}
        return {(a, b) for a, b in within(filed.ids) if not says[a].isdisjoint(says[b])}
    return within(filed.ids)


def _is_place(filed: Filed) -> bool:
    if isinstance(filed.key, tuple):
        return bool(filed.key[0] == "county")
    return bool(filed.key in filed.seen[filed.ids[0]].places)


def _says(item: _Seen) -> frozenset[str]:
    """The pairs of neighbouring characters of its names beyond builder, place and size, where so much is left."""
    provinces = tuple(sorted({path[0] for path in item.near}))
    left = (core(name, item.called, provinces) or unsized(name) for name in item.written)
    return frozenset(name[at : at + 2] for name in left for at in range(len(name) - 1))


def decide(seen: Mapping[str, _Seen], found: Iterable[Pair], common: Common, trace: Trace | None) -> Joiner:
    """Which projects are the same. figures: `ratio`, the least similarity of names in [0, 1]."""
    joiner, least = Joiner(seen), common.figures["ratio"]
    agglomerate(joiner, found, lambda a, b: _judge(seen[a], seen[b], least), trace)
    return joiner


def key(entity: Entity, world: World) -> str:
    """What makes the project known across documents: its name and the province that tells of it."""
    return f"{capacity(plain(entity.name))}@{'/'.join(article_path(world.article(entity))[:1])}"


def look(entity: Entity, world: World, _: Common) -> _Seen:
    """What its article shows of a project."""
    article = world.article(entity)
    builders = [other for other in world.others(entity, "UNDERTAKES") if other.type == "Organization"]
    builders += [other for other in told_builders(entity, world) if other not in builders]
    stated = _places(entity, world)
    stated += [above for place in stated for above in _places(place, world)]
    told = entity.properties.get("place")
    around = article_path(article)
    paths = [path_of(place, world) for place in stated]
    if isinstance(told, str):
        paths.append(split(plain(told), around)[0])
    paths += [path for name in entity.names if (path := county_in(plain(name), around))]
    bodies = [other for other in world.inside[entity.article] if other.type == "Organization"]
    called = {plain(name) for builder in builders for name in builder.names}
    called |= {call for name in called for call in calls(name) if len(call) >= _BRAND}
    return _Seen(
        article.document,
        article.id,
        world.story(entity),
        tuple(dict.fromkeys(map(plain, _telling(entity.names)))),
        tuple(_telling([*dict.fromkeys(form for name in _names(entity, around) for form in forms(name, called))])),
        frozenset(world.same_as(builder) for builder in builders),
        frozenset(world.same_as(place) for place in stated),
        tuple(sorted({path for path in paths if path})),
        around,
        frozenset(world.same_as(body) for body in bodies),
        all(is_vague(without_builder(plain(name), called)) for name in entity.names),
        frozenset(called),
        amounts(entity, world),
        tuple(sorted({path for path in (*paths, *_told_in(entity, around), around) if path})),
        frozenset(world.same_as(place) for place in world.inside[entity.article] if _is_site(place)),
        any(is_plate(article.text[max(0, one.start - _PLATE) : one.start]) for one in entity.mentions),
        frozenset(_counties(entity, world)),
    )


def _counties(entity: Entity, world: World) -> Iterator[Path]:
    for other in world.inside[entity.article]:
        if other.type == "Location" and len(path := path_of(other, world)) > _COUNTY:
            yield path[: _COUNTY + 1]


def _told_in(entity: Entity, around: Path) -> Iterator[Path]:
    """The divisions with which its names begin: 玉门|6万吨电池级碳酸锂项目."""
    for name in map(plain, entity.names):
        yield split(name, around)[0] or (county_head(name, around[0])[0] if around else ())


def _names(entity: Entity, around: Path) -> list[str]:
    """Its names, and without the county of its page before them: 青山区|幸福路街道老旧小区改造项目."""
    names = [plain(name) for name in _telling(entity.names)]
    left = [split(name, around)[1] for name in names if len(split(name, around)[0]) > 1]
    return [*names, *(name for name in left if not is_vague(name))]


def _telling(names: Sequence[str]) -> Sequence[str]:
    """Its names but for those that tell only what is done to a work, where others tell to which: 整体搬迁项目."""
    return [name for name in names if not is_bare(plain(name))] or names


def _is_site(place: Entity) -> bool:
    name = plain(place.name)
    return place.type == "Location" and not (is_country(name) or is_region(name) or divisions.find(name))


def _places(entity: Entity, world: World) -> list[Entity]:
    return [world.entities[fact.other] for fact in world.facts(entity, "LOCATED_IN") if fact.outgoing]


def _judge(a: _Seen, b: _Seen, least: float) -> Judgement:
    return weigh("Project", _features(a, b, least))


def _features(a: _Seen, b: _Seen, least: float) -> Iterator[tuple[str, str]]:
    """What holds the two apart first: what comes after it is not asked."""
    full = set(a.written) & set(b.written)
    if contradict(a.written, b.written):
        yield "figures", ""
    if a.document == b.document and full:
        yield "one_document", ""
        yield "equal_name", min(full)
        return
    yield from _apart(a, b)
    names = _named_beside(a, b), _named_beside(b, a)
    alike = likeness(*names)
    yield from _name((a, b), names, alike, least)
    yield from _kind(a, b)
    yield from _size(a, b)
    if a.builders & b.builders or (names[0] != a.names and not a.builders) or (names[1] != b.names and not b.builders):
        yield "same_builder", ""
    elif a.bodies & b.bodies:
        yield "shared_party", ""
    if a.places & b.places:
        yield "same_place", ""
    else:
        if _told_there(a, b):
            yield "told_there", ""
        if (a.places | a.sites) & (b.places | b.sites):
            yield "shared_site", ""
        elif _same_county(a, b):
            yield "same_county", ""
    if a.story == b.story and alike >= least:
        yield "copy", ""


def _same_county(a: _Seen, b: _Seen) -> bool:
    """Whether both articles come to one county; not by the names alone, which say what they say without it."""
    found = _counties_of(a) & _counties_of(b)
    named = [{county_in(name, item.around)[: _COUNTY + 1] for name in item.written} for item in (a, b)]
    return bool(found - (named[0] & named[1]))


def _counties_of(item: _Seen) -> frozenset[Path]:
    return item.counties | {path[: _COUNTY + 1] for path in item.near if len(path) > _COUNTY}


def _named_beside(item: _Seen, other: _Seen) -> tuple[str, ...]:
    """Its names, and without the other's builder before them: 朔风能源|风光储一体化项目."""
    return _beside(item.written, item.names, other.called)


@lru_cache(maxsize=1 << 16)
def _beside(written: tuple[str, ...], names: tuple[str, ...], called: frozenset[str]) -> tuple[str, ...]:
    left = [without_builder(name, set(called)) for name in written]
    found = [unsized(name) for name, whole in zip(left, written, strict=True) if name != capacity(whole)]
    return tuple(dict.fromkeys((*names, *found)))


def _size(a: _Seen, b: _Seen) -> Iterator[tuple[str, str]]:
    """What the figures say that both articles tell of the work: on four digits or more they hardly agree by chance."""
    both = shared_amounts(a.amounts, b.amounts)
    told = _told(a, b)
    if told >= _SOME:
        yield "same_figures" if len(both) > 1 else "long_figure", "、".join(both[:2])
    elif told >= _RARE:
        yield "same_figure", both[0]
    elif told >= _TELLING:
        yield "round_figure", both[0]


def _told(a: _Seen, b: _Seen) -> int:
    """How many digits the figures have that both articles tell of it."""
    return sum(map(digits, a.amounts & b.amounts))


def _kind(a: _Seen, b: _Seen) -> Iterator[tuple[str, str]]:
    """Whether the names end with words for works of one kind or of two: 云桥隧道, 云桥特大桥."""
    mine, theirs = ({row for name in item.written for row in families(name)} for item in (a, b))
    if mine & theirs and not set(a.names) & set(b.names):
        yield "same_kind", ""
    elif mine and theirs and not mine & theirs:
        yield "other_kind", ""


def _apart(a: _Seen, b: _Seen) -> Iterator[tuple[str, str]]:
    if a.article == b.article:
        yield "two_in_article", ""
    if a.paths and b.paths and not any(compatible(x, y) for x in a.paths for y in b.paths):
        yield "other_place", ""
    if any(two_places(x, y) for x in a.names for y in b.names):
        yield "other_place", ""
    if other_ends(a.written, b.written):
        yield "other_place", ""
    if other_sites(a.names, b.names):
        yield "other_site", ""
    if extends(a.written) != extends(b.written) and not set(a.written) & set(b.written):
        yield "extension", ""
    # Of a firm's plants of one name each paper tells its own city's; a line is told of at both its ends.
    two_cities = len(a.around) > 1 and len(b.around) > 1 and not compatible(a.around, b.around)
    metros = [{call for name in item.names if (call := metro(name))} for item in (a, b)]
    if two_cities and not (a.places & b.places or set(_routes(a)) & set(_routes(b)) or metros[0] & metros[1]):
        yield "other_page", ""
    if a.builders and b.builders and not a.builders & b.builders and not _kin(a.called, b.called):
        yield "other_builder", ""
    if a.plate and b.plate:
        yield "plate", ""
    lines = [{metro(name) or WORKS.sub("", name) for name in item.names if is_line(name)} for item in (a, b)]
    if all(lines) and not lines[0] & lines[1]:
        yield "other_line", ""


def _kin(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether one builder is called by the beginning of the other's name: 京瀚风电, 京瀚风电投资."""
    brands = [(x, y) for x in mine for y in theirs if min(len(x), len(y)) >= _BRAND]
    return any(x.startswith(y) or y.startswith(x) for x, y in brands)


def _name(
    both: tuple[_Seen, _Seen], names: tuple[Sequence[str], Sequence[str]], alike: float, least: float
) -> Iterator[tuple[str, str]]:
    """What the names of two say; names: theirs, and those without the other's builder."""
    a, b = both
    shared = sorted(set(names[0]) & set(names[1]), key=lambda name: (-len(name), name))
    if shared:
        yield "equal_name", shared[0]
    elif alike >= least or _in_short(a, b):
        yield "similar_name", ""
        if not (_shortened(*names) or _in_short(a, b)) or not _same_ordinals(a.written, b.written):
            yield "other_words", ""
        elif not other_product(*names) and {*map(head_of, names[0])} & {*map(head_of, names[1])} - {""}:
            yield "own_head", ""
    else:
        yield "other_name", ""
        if house := same_house(a.written, b.written):
            yield "same_house", house
        heads = {*map(head_of, names[0])} & {*map(head_of, names[1])} - {""}
        if _told(a, b) >= _RARE and not any(call.startswith(tuple(heads)) for item in both for call in item.called):
            yield from (("own_head", head) for head in sorted(heads)[:1])
    if any(map(is_line, shared)):
        yield "line", ""
    whole = [{kindless(capacity(name)) for name in item.written} for item in both]
    written = not shared or kindless(shared[0]) in whole[0] & whole[1]
    # 甲县50万千瓦光伏项目, 甲县光伏项目: the size may be another's.
    unbuilt = not a.builders and not b.builders
    # 石门区|云沟水库工程, 云沟水库工程 in an article that comes to 石门区
    alone = not written and not (_same_county(a, b) and not is_generic(shared[0], "project_suffixes"))
    plain_name = (a.vague and b.vague) or (alone and unbuilt and is_vague(unsized(shared[0])))
    sized = _told(a, b) >= _SOME
    if plain_name and not sized and not a.builders & b.builders and not any(map(str.isdigit, "".join(shared))):
        yield "plain_name", ""
    if alike >= least and not a.vague and not b.vague:
        yield "telling_name", ""
        if shared and len(shared[0]) >= _LONG:
            yield "long_name", ""
        elif shared and head_of(shared[0]):
            yield "own_head", ""


def _in_short(a: _Seen, b: _Seen) -> bool:
    """Whether one is called by what the other's name says beyond builder, place and size, or by a part of it."""
    provinces = tuple(sorted({path[0] for item in (a, b) for path in item.near}))
    return _one_in_other(a.written, b.written, a.called | b.called, provinces)


@lru_cache(maxsize=1 << 16)
def _one_in_other(
    mine: tuple[str, ...], theirs: tuple[str, ...], called: frozenset[str], provinces: tuple[str, ...]
) -> bool:
    cores = [tuple(left for name in names if (left := core(name, called, provinces))) for names in (mine, theirs)]
    return any(_is_part(*sorted((x, y), key=len)) for x in cores[0] for y in cores[1])


@lru_cache(maxsize=1 << 16)
def _same_ordinals(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether names of both tell the same ones of several: not 云桥路小学 and 云桥路|第二|小学."""
    return any(_ORDINAL.findall(x) == _ORDINAL.findall(y) for x in mine for y in theirs)


def _is_part(short: str, long: str) -> bool:
    """Whether one name only leaves out words of another: no ordinal, and no other firm's name (恒屿矿业|碳酸锂)."""
    if not shortened((short,), (long,)) or _ORDINAL.findall(short) != _ORDINAL.findall(long):
        return False
    left = long.removesuffix(short)
    return left in (long, "") or not is_firm_head(left, is_vague(short))


def _shortened(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one is called by the other's name with something left out, whatever the kind at its end."""
    if other_product(mine, theirs):
        return False
    return shortened(tuple(map(kindless, mine)), tuple(map(kindless, theirs)))


def _told_there(a: _Seen, b: _Seen) -> bool:
    near = a.around and b.around and compatible(a.around, b.around)
    here = all(compatible(item.around, path) for item, other in ((a, b), (b, a)) for path in other.paths)
    telling = (not a.vague and not b.vague) or _told(a, b) >= _SOME
    return bool(near) and here and telling


RULE = Rule(look, keys, pairs, decide, key)

__all__ = ["RULE"]
