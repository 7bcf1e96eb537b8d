"""Projects: name, place and builder weighed (`data/identity_evidence.tsv`); figures in names hold apart."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.language.similarity import plain
from kg.model import Entity
from kg.resolve.aliases import calls
from kg.resolve.evidence import weigh
from kg.resolve.figures import capacity, contradict
from kg.resolve.joining import Joiner, Judgement, Trace, agglomerate
from kg.resolve.likeness import likeness, shortened, similar_pairs
from kg.resolve.places import Path, article_path, compatible, path_of, split
from kg.resolve.rule import Common, Filed, Pair, Rule
from kg.resolve.worknames import (
    WORKS,
    county_in,
    forms,
    head_of,
    is_line,
    is_vague,
    kindless,
    two_places,
    unsized,
    without_builder,
)
from kg.resolve.world import World

_BRAND = 4  # characters of a firm's short form that stands before its work
_LONG = 12  # characters of a name that two hardly bear


@dataclass(frozen=True, slots=True)
class _Seen:
    """A project as its article shows it. builders, places: what they are resolved to. around: the article's place.

    bodies: the organisations that its article names at all. called: what its builders may be called.
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


def keys(item: _Seen, _: Common) -> Iterator[Hashable]:
    """Its document, story, builders and places; where its name tells something, its names and the province."""
    yield "document", item.document
    yield "story", item.story
    yield from item.builders
    yield from item.places
    if not item.vague:
        yield from item.around[:1]
        yield from (("name", name) for name in item.names)
        yield from (("head", head) for name in item.names if (head := head_of(name)))
    elif item.builders:  # 云岭数科|怀来智算中心 tells with its builder what it does not alone
        yield from (("name", name) for name in item.names if not is_vague(name))


def pairs(filed: Filed, common: Common) -> set[Pair]:
    """Those with similar names."""
    return similar_pairs(((ident, filed.seen[ident].names) for ident in filed.ids), common.figures["ratio"])


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
        tuple(dict.fromkeys(plain(name) for name in entity.names)),
        tuple(dict.fromkeys(form for name in _names(entity, around) for form in forms(name, called))),
        frozenset(world.same_as(builder) for builder in builders),
        frozenset(world.same_as(place) for place in stated),
        tuple(sorted({path for path in paths if path})),
        around,
        frozenset(world.same_as(body) for body in bodies),
        all(is_vague(without_builder(plain(name), called)) for name in entity.names),
        frozenset(called),
    )


def _names(entity: Entity, around: Path) -> list[str]:
    """Its names, and without the county of its page before them: 青山区|幸福路街道老旧小区改造项目."""
    names = [plain(name) for name in entity.names]
    left = [split(name, around)[1] for name in names if len(split(name, around)[0]) > 1]
    return [*names, *(name for name in left if not is_vague(name))]


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
    if a.builders & b.builders or (names[0] != a.names and not a.builders) or (names[1] != b.names and not b.builders):
        yield "same_builder", ""
    elif a.bodies & b.bodies:
        yield "shared_party", ""
    if a.places & b.places:
        yield "same_place", ""
    elif _told_there(a, b):
        yield "told_there", ""
    if a.story == b.story and alike >= least:
        yield "copy", ""


def _named_beside(item: _Seen, other: _Seen) -> tuple[str, ...]:
    """Its names, and without the other's builder before them: 朔风能源|风光储一体化项目."""
    return _beside(item.written, item.names, other.called)


@lru_cache(maxsize=1 << 16)
def _beside(written: tuple[str, ...], names: tuple[str, ...], called: frozenset[str]) -> tuple[str, ...]:
    left = [without_builder(name, set(called)) for name in written]
    found = [unsized(name) for name, whole in zip(left, written, strict=True) if name != capacity(whole)]
    return tuple(dict.fromkeys((*names, *found)))


def _apart(a: _Seen, b: _Seen) -> Iterator[tuple[str, str]]:
    if a.article == b.article:
        yield "two_in_article", ""
    if a.paths and b.paths and not any(compatible(x, y) for x in a.paths for y in b.paths):
        yield "other_place", ""
    if any(two_places(x, y) for x in a.names for y in b.names):
        yield "other_place", ""
    if a.builders and b.builders and not a.builders & b.builders and not _kin(a.called, b.called):
        yield "other_builder", ""
    lines = [{WORKS.sub("", name) for name in item.names if is_line(name)} for item in (a, b)]
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
    elif alike >= least:
        yield "similar_name", ""
        if not _shortened(*names):
            yield "other_words", ""
        elif {*map(head_of, names[0])} & {*map(head_of, names[1])} - {""}:
            yield "own_head", ""
    if shared and is_line(shared[0]):
        yield "line", ""
    whole = [{kindless(capacity(name)) for name in item.written} for item in both]
    written = not shared or kindless(shared[0]) in whole[0] & whole[1]
    # 甲县50万千瓦光伏项目, 甲县光伏项目: the size may be another's.
    unbuilt = not a.builders and not b.builders
    plain_name = (a.vague and b.vague) or (not written and unbuilt and is_vague(unsized(shared[0])))
    if plain_name and not a.builders & b.builders and not any(map(str.isdigit, "".join(shared))):
        yield "plain_name", ""
    if alike >= least and not a.vague and not b.vague:
        yield "telling_name", ""
        if shared and len(shared[0]) >= _LONG:
            yield "long_name", ""


def _shortened(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one is called by the other's name with something left out, whatever the kind at its end."""
    return shortened(tuple(map(kindless, mine)), tuple(map(kindless, theirs)))


def _told_there(a: _Seen, b: _Seen) -> bool:
    near = a.around and b.around and compatible(a.around, b.around)
    here = all(compatible(item.around, path) for item, other in ((a, b), (b, a)) for path in other.paths)
    return bool(near) and here and not a.vague and not b.vague


RULE = Rule(look, keys, pairs, decide, key)

__all__ = ["RULE"]
