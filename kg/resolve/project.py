"""Projects: name, place and builder weighed (`data/identity_evidence.tsv`); figures in names hold apart."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.language.lexicon import words
from kg.language.similarity import plain
from kg.model import Entity
from kg.resolve.evidence import weigh
from kg.resolve.figures import capacity, contradict
from kg.resolve.joining import Joiner, Judgement, Trace, agglomerate
from kg.resolve.likeness import is_generic, likeness, similar_pairs
from kg.resolve.places import Path, article_path, compatible, path_of, split
from kg.resolve.rule import Common, Filed, Pair, Rule
from kg.resolve.world import World

_TELLING = 9
_ROUTE = re.compile(
    r"(?P<first>[\u3400-\u9fff]{2,4}?)(?:至|到|—|-)(?P<last>[\u3400-\u9fff]{2,4}?)(?=高速|公路|铁路|高铁|快速路|城际)"
)
# What is done to a line, behind its name: 贡芒公路|改建工程.
_WORKS = re.compile(r"(?:改扩建|改建|扩建|改造|扩能|建设|升级|提升){0,3}(?:项目|工程)$")
_WATERS = re.compile(r"^[\u3400-\u9fff]{1,4}[江河湖峡岛湾岭滩港山](?!湖|水|沙|林|田|道)")
_LONG = 12
_PLACED = 7


@dataclass(frozen=True, slots=True)
class _Seen:
    """A project as its article shows it. builders, places: what they are resolved to. around: the article's place.

    bodies: the organisations that its article names at all.
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


def keys(item: _Seen, _: Common) -> Iterator[Hashable]:
    """Its document, story, builders and places; where its name tells something, its names and the province."""
    yield "document", item.document
    yield "story", item.story
    yield from item.builders
    yield from item.places
    if not item.vague:
        yield from item.around[:1]
        yield from (("name", name) for name in item.names)


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
    bodies = [other for other in world.inside[entity.article] if other.type == "Organization"]
    called = {plain(name) for builder in builders for name in builder.names}
    return _Seen(
        article.document,
        article.id,
        world.story(entity),
        tuple(dict.fromkeys(plain(name) for name in entity.names)),
        tuple(dict.fromkeys(form for name in entity.names for form in _forms(plain(name), called))),
        frozenset(world.same_as(builder) for builder in builders),
        frozenset(world.same_as(place) for place in stated),
        tuple(sorted({path for path in paths if path})),
        around,
        frozenset(world.same_as(body) for body in bodies),
        all(_is_vague(_bare(plain(name), called)) for name in entity.names),
    )


def _places(entity: Entity, world: World) -> list[Entity]:
    return [world.entities[fact.other] for fact in world.facts(entity, "LOCATED_IN") if fact.outgoing]


def _forms(name: str, builders: set[str]) -> tuple[str, ...]:
    """A name without its builder, with it (another article may have it there alone), and of a line its short form."""
    route = _ROUTE.match(name)
    # 贡觉至芒康公路 is 贡芒公路 elsewhere.
    line = (route["first"][0] + route["last"][0] + name[route.end() :],) if route else ()
    return _bare(name, builders), capacity(name), *line


def _bare(name: str, builders: set[str]) -> str:
    """A name without its builder in front and with capacity in one form: 中衡锂业年产2万吨… → 2万吨…"""
    builder = max((call for call in builders if name.startswith(call)), key=len, default="")
    left = name.removeprefix(builder).lstrip("的·•")
    return capacity(left if len(left) >= 4 else name)


def _judge(a: _Seen, b: _Seen, least: float) -> Judgement:
    return weigh("Project", _features(a, b, least))


def _features(a: _Seen, b: _Seen, least: float) -> Iterator[tuple[str, str]]:
    """What holds the two apart first: what comes after it is not asked."""
    full = set(a.written) & set(b.written)
    if contradict(a.written, b.written):
        yield "figures", ""
    alike = likeness(a.names, b.names)
    if a.document == b.document and full:
        yield "one_document", ""
        yield "equal_name", min(full)
        return
    yield from _apart(a, b)
    yield from _name(a, b, alike, least)
    if a.builders & b.builders:
        yield "same_builder", ""
    elif a.bodies & b.bodies:
        yield "shared_party", ""
    if a.places & b.places:
        yield "same_place", ""
    elif _told_there(a, b):
        yield "told_there", ""
    if a.story == b.story and alike >= least:
        yield "copy", ""


def _apart(a: _Seen, b: _Seen) -> Iterator[tuple[str, str]]:
    if a.article == b.article:
        yield "two_in_article", ""
    if a.paths and b.paths and not any(compatible(x, y) for x in a.paths for y in b.paths):
        yield "other_place", ""
    if a.builders and b.builders and not a.builders & b.builders:
        yield "other_builder", ""
    lines = [{_WORKS.sub("", name) for name in item.names if _is_line(name)} for item in (a, b)]
    if all(lines) and not lines[0] & lines[1]:
        yield "other_line", ""


def _name(a: _Seen, b: _Seen, alike: float, least: float) -> Iterator[tuple[str, str]]:
    shared = sorted(set(a.names) & set(b.names), key=lambda name: (-len(name), name))
    if shared:
        yield "equal_name", shared[0]
    elif alike >= least:
        yield "similar_name", ""
    if shared and _is_line(shared[0]):
        yield "line", ""
    if a.vague and b.vague and not a.builders & b.builders and not any(map(str.isdigit, "".join(shared))):
        yield "plain_name", ""
    if alike >= least and not a.vague and not b.vague:
        yield "telling_name", ""
        if shared and len(shared[0]) >= _LONG:
            yield "long_name", ""


def _told_there(a: _Seen, b: _Seen) -> bool:
    near = a.around and b.around and compatible(a.around, b.around)
    here = all(compatible(item.around, path) for item, other in ((a, b), (b, a)) for path in other.paths)
    return bool(near) and here and not a.vague and not b.vague


@lru_cache(maxsize=65536)
def _is_vague(name: str) -> bool:
    """Whether a name is such as many projects bear: 锂电池项目, 老旧小区改造项目."""
    short = len(name) < _TELLING and not _is_line(name) and not _is_placed(name)
    return short or is_generic(name, "project_suffixes")


def _is_placed(name: str) -> bool:
    """Whether a river, lake or place stands at the head of a name, and more than a general word behind it."""
    placed = _WATERS.match(name) or split(name, ())[0]
    return len(name) >= _PLACED and bool(placed)


@lru_cache(maxsize=65536)
def _is_line(name: str) -> bool:
    """Whether it is a line between two places, known everywhere by this name: 川藏铁路, 贡芒公路."""
    name = _WORKS.sub("", name)
    kind = next((word for word in words("line_suffixes") if name.endswith(word)), "")
    ends = name.removesuffix(kind)
    return bool(kind) and 2 <= len(ends) <= 4 and not is_generic(name, "line_suffixes")


RULE = Rule(look, keys, pairs, decide, key)

__all__ = ["RULE"]
