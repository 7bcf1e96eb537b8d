"""Organisations and places: the same qualified name on the same administrative path.

A name is a key. Full names join wherever they meet; a short alias (联通) or a core without its legal form joins only
what it can mean alone: one fully named thing among all that bear it. Nothing joins across paths that exclude each
other, and a name that needs its page (城关区) with no page to tell stays by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.language.lexicon import word_set
from kg.language.similarity import plain, undotted
from kg.model import Entity
from kg.resolve.abridged import abridged_keys, abridges
from kg.resolve.aliases import brand, calls, group_calls, is_alien, kindred_calls, known, nationless
from kg.resolve.evidence import reason
from kg.resolve.firms_of_places import bare_calls, lettered_calls, placed_calls
from kg.resolve.home import grounds, home, home_calls, near, within
from kg.resolve.houses import house_calls, owned_calls, venue_calls
from kg.resolve.joining import Joiner, Trace, different
from kg.resolve.places import Path, article_path, compatible, countyless, is_relative, needs_place, split
from kg.resolve.regular import branch, core, is_anybodys, regular
from kg.resolve.renamings import parents, renamings
from kg.resolve.rule import Common, Filed, Pair, Rule, chained
from kg.resolve.sites import loose_calls
from kg.resolve.standing import CLOSED, standing
from kg.resolve.world import World

# Of common names, those that a county has one of; of the others (奥体中心) a city has one.
_COUNTY_NAMES = ("镇", "乡", "村", "街道", "社区", "路")
_NATION = "中国"
_LOOSE = (group_calls, kindred_calls)
_SCANT = (bare_calls, lettered_calls)
_PERSON = "Person:"
_KIN = 4  # characters of a firm's name that tells which of its brand's firms it is


@dataclass(frozen=True, slots=True)
class _Seen:
    """An organisation or place as its article shows it. name: its regular name; written: the canonical one, undotted.

    full: the names by which everybody knows it. aliases: those by which it may be known. calls: a firm's short forms.
    loose: those of them that its mother, or nobody, may bear. scant: those that one person must bear out. homely: those
    that mean it near its home alone, and how near. around: its story and the people and things that facts join with it.
    renamed: (old, new) as (id, name). page: the place of its article. near: the places that its article tells of.
    owned: what it is called in its province without the university that has it. seat, body: the last division with
    which a public body's name begins, and the rest.
    """

    kind: str
    document: str
    story: str
    path: Path
    name: str
    written: str
    full: tuple[str, ...]
    aliases: frozenset[str]
    calls: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    scant: frozenset[str] = frozenset()
    homely: Mapping[str, int] = field(default_factory=dict)
    around: frozenset[str] = frozenset()
    renamed: tuple[tuple[tuple[str, str], tuple[str, str]], ...] = ()
    page: Path = ()
    near: frozenset[Path] = frozenset()
    owned: frozenset[str] = frozenset()
    seat: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class _Located:
    """A joiner that keeps the paths of each set's members, and joins no two sets with paths that exclude each other."""

    joiner: Joiner
    seen: Mapping[str, _Seen]
    trace: Trace | None
    held: dict[str, set[Path]] = field(default_factory=dict)

    def join(self, a: str, b: str, why: str) -> None:
        first, second = sorted((self.joiner.find(a), self.joiner.find(b)))
        if first == second:
            return
        mine, theirs = (self.held.get(root, {self.seen[root].path}) for root in (first, second))
        if all(compatible(x, y) for x in mine for y in theirs):
            self.held[first] = mine | theirs
            self.joiner.join(a, b, why)
        elif self.trace is not None:
            self.trace(a, b, different(f"{reason(self.seen[a].kind, 'other_path')}（{why}）"))


def look(entity: Entity, world: World, _: Common) -> _Seen:
    """What its article shows of an organisation or a place."""
    path, theirs = standing(entity, world), parents(entity, world)
    seen = _Seen(
        entity.type, world.article(entity).document, world.story(entity), path, regular(entity.type, entity.name),
        undotted(entity.name), tuple(dict.fromkeys(_full_names(entity, path, theirs))),
        frozenset(_aliases(entity, theirs)),
    )  # fmt: skip
    if entity.type != "Organization":
        return seen
    renamed = tuple(((old.id, old.name), (new.id, new.name)) for old, new in renamings(entity, world))
    own, around = {seen.name}, frozenset(_around(entity, world))
    short = frozenset(_calls(entity)) - own
    written = [name for name in entity.names[:1] if not known(name)]
    loose = frozenset(call for name in written for made in _LOOSE for call in made(name)) - short - own
    scant = frozenset(call for name in written for made in _SCANT for call in made(name)) - short - loose - own
    seen = replace(seen, calls=short | loose | scant, loose=loose | scant, scant=scant, around=around)
    seen = replace(seen, renamed=renamed, near=near(entity, world))
    owned = frozenset(call for name in entity.names for call in owned_calls(name))
    seat = path[-1] if path and seen.name.startswith(path[-1]) else ""
    body = seen.name.removeprefix(seat) if seat else ""
    page = article_path(world.article(entity))
    return replace(seen, homely=_homely(entity), page=page, owned=owned, seat=seat, body=body)


def keys(item: _Seen, _: Common) -> Iterator[Hashable]:
    """By every name that it has or may be given."""
    yield "copy", item.story, item.name
    yield from (("full", name) for name in item.full)
    yield from (("alias", name) for name in item.aliases)
    if item.kind == "Organization":
        yield "brand", item.name
        yield from (("brand", call) for call in (*item.calls, *item.homely, *item.owned))
        yield from (("abridged", item.seat, *key) for key in abridged_keys(item.body))


def pairs(filed: Filed, common: Common) -> Iterable[Pair]:
    """All that share a name belong together; a short form only where it is somebody's name."""
    if filed.key[0] == "brand" and not any(filed.seen[ident].name == filed.key[1] for ident in filed.ids):  # type: ignore[index]
        return ()
    return chained(filed, common)


def ties(item: _Seen) -> Iterable[Pair]:
    """What its article says was renamed."""
    return ((old[0], new[0]) for old, new in item.renamed)


def decide(seen: Mapping[str, _Seen], _pairs: Iterable[Pair], _: Common, trace: Trace | None) -> Joiner:
    """Which organisations (or which places) are the same: names here are equal or not."""
    located = _Located(Joiner(seen), seen, trace)
    _join_full(located)
    _join_copies(located)
    by_document: dict[str, list[str]] = defaultdict(list)
    for ident, item in seen.items():
        by_document[item.document].append(ident)
    for document in sorted(by_document):
        _join_aliases(located, by_document[document])
    _join_aliases(located, seen)
    if any(item.kind == "Organization" for item in seen.values()):
        _join_brands(located)
        _join_at_home(located)
        _join_owned(located)
        _join_abridged(located)
        _join_renamed(located)
    return located.joiner


def key(entity: Entity, world: World) -> str:
    """What makes the entity known across documents: its regular name and where it is."""
    path = tuple(name for name in standing(entity, world) if name != CLOSED)
    return f"{regular(entity.type, entity.name)}@{'/'.join(path)}"


_BY_SHARES = ("股份有限公司", "股份公司")


def _full_names(entity: Entity, path: Path, theirs: Collection[str]) -> Iterable[str]:
    """The names by which the entity is known to everybody: its canonical name and what is as full; no short alias.

    theirs: names of its parent.
    """
    if path[-1:] == (CLOSED,):
        yield "/".join(path)
        return
    for index, name in enumerate(entity.names):
        short = undotted(name)
        if len(path) == 2 and entity.type == "Location" and short in word_set("common_local_names"):
            yield path[-1] + short
        if (
            name in theirs
            or is_anybodys(entity.type, short, path)
            or (index and (is_relative(short) or needs_place(entity.type, short) or _is_other(entity.name, name)))
        ):
            continue
        if index == 0 or len(short) >= 6 or known(name) or (len(short) >= 4 and split(short, ())[0]):
            yield regular(entity.type, name)
            if entity.type == "Organization" and (place := branch(name)):
                yield place


def _is_other(name: str, alias: str) -> bool:
    """Whether an alias belongs to another body, a parent as a rule, whose name the article has beside."""
    return known(alias) not in ("", known(name)) or is_alien(name, alias)


def _aliases(entity: Entity, theirs: Collection[str]) -> set[str]:
    own = [name for name in entity.names if name not in theirs and not _is_other(entity.name, name)]
    names = [name for name in own if not is_relative(undotted(name))]
    found = {regular(entity.type, name) for name in names} | {core(entity.type, name) for name in names}
    if entity.type == "Organization":
        found |= {nationless(undotted(name)) for name in names}
    else:
        short = {call for name in names for call in (*venue_calls(name), *loose_calls(name))}
        found |= short | {regular(entity.type, call) for call in short}
    return {name for name in found if len(name) > 1 and not is_anybodys(entity.type, name, ())}


def _join_full(located: _Located) -> None:
    blocks: dict[str, list[str]] = defaultdict(list)
    for ident, item in located.seen.items():
        for name in item.full:
            blocks[name].append(ident)
    for name in sorted(blocks):
        for path, members in _by_path(blocks[name], located.seen):
            kind = located.seen[members[0]].kind
            if _unplaced(kind, path, {located.seen[ident].written for ident in members}):
                continue
            where = "/".join(path).removesuffix("/")
            why = reason(kind, "same_name", name if not where else f"{name}（{where}）")
            first = min(members)
            for ident in members:
                located.join(first, ident, why)


def _join_copies(located: _Located) -> None:
    """In copies of one story equal names mean one thing, also those that tell nobody's elsewhere."""
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for ident, item in located.seen.items():
        told[item.story, item.name].append(ident)
    for (_, name), ids in sorted(told.items()):
        for other in ids[1:]:
            located.join(ids[0], other, reason(located.seen[other].kind, "copy", name))


def _unplaced(kind: str, path: Path, names: Collection[str]) -> bool:
    """Whether a path tells too little for a name that means nothing without its place."""
    local = any(needs_place(kind, name) for name in names)
    common = word_set("common_local_names") & set(names)
    county = any(name.endswith(_COUNTY_NAMES) for name in common)
    return (not path and local) or (bool(common) and len(path) < (3 if county else 2))


def _by_path(members: Sequence[str], seen: Mapping[str, _Seen]) -> list[tuple[Path, list[str]]]:
    """The members by the most exact path that each fits; one that fits several stays with its own."""
    known_paths = sorted({seen[ident].path for ident in members})
    vaguer = {path: {*(path[:end] for end in range(len(path))), *countyless(path)} for path in known_paths}
    vague = set().union(*vaguer.values())
    exact = [path for path in known_paths if path not in vague]
    fitting: dict[Path, list[Path]] = defaultdict(list)
    for path in exact:
        for other in (path, *vaguer[path]):
            fitting[other].append(path)
    found: dict[Path, list[str]] = defaultdict(list)
    for ident in members:
        fits = fitting[seen[ident].path]
        found[fits[0] if len(fits) == 1 else seen[ident].path].append(ident)
    return sorted(found.items())


def _join_aliases(located: _Located, ids: Iterable[str]) -> None:
    """Joins what is known only by an alias to the one thing among `ids` that has a fuller name beside it."""
    bearers: dict[str, set[str]] = defaultdict(set)
    called: dict[str, set[str]] = defaultdict(set)
    for ident in ids:
        root, item = located.joiner.find(ident), located.seen[ident]
        called[root].add(item.name)
        for alias in item.aliases:
            bearers[alias].add(root)
    for alias in sorted(bearers):
        fuller = sorted(root for root in bearers[alias] if called[root] != {alias})
        if len({located.joiner.find(root) for root in fuller}) == 1:
            for root in sorted(bearers[alias] - set(fuller)):
                if not _elsewhere(located.seen[root], located.seen[fuller[0]]):
                    located.join(fuller[0], root, reason(located.seen[root].kind, "alias", alias))


def _elsewhere(item: _Seen, fuller: _Seen) -> bool:
    """Whether a paper of one place has a name without its place, and the fuller one stands in another city."""
    return bool(item.page) and len(fuller.path) > 1 and not compatible(item.page[:2], fuller.path[:2])


def _join_brands(located: _Located) -> None:
    """Joins a firm's short form to the one firm among all whose name it is made from, where they share something."""
    named: dict[str, set[str]] = defaultdict(set)
    made: dict[str, set[str]] = defaultdict(set)
    around: dict[str, set[str]] = defaultdict(set)
    scant: dict[str, set[str]] = defaultdict(set)
    articles: dict[str, set[str]] = defaultdict(set)
    strict = {call for item in located.seen.values() for call in item.calls - item.loose}
    loose = {call for item in located.seen.values() for call in item.loose} - strict
    for ident, item in located.seen.items():
        root = located.joiner.find(ident)
        named[item.name].add(root)
        around[root] |= item.around
        scant[root] |= item.scant
        articles[root].add(ident.partition(":")[0])
        for call in item.calls:
            made[call].add(root)
    # The longer names first: two that they make one are one bearer of a shorter name.
    for call in sorted(named.keys() & made.keys(), key=lambda call: (-len(call), call)):
        fuller = _listed({located.joiner.find(root) for root in made[call]}, located)
        for root in sorted({located.joiner.find(root) for root in named[call]} - fuller):
            unsure = {other for other in fuller if call in scant[other]}
            # What one article names beside the other is another: 甲证券, 甲证券广东分公司.
            free = {other for other in fuller if other not in unsure or not articles[root] & articles[other]}
            beside = {
                other
                for other in free
                if any(other not in unsure or one.startswith(_PERSON) for one in around[root] & around[other])
            }
            for other in sorted(free if len(fuller) == 1 else beside if len(beside) == 1 else ()):
                told = (len(call) >= 4 and call not in loose) or _told_at_home(located, root, other)
                if other in beside or (told and other not in unsure):
                    located.join(other, root, reason("Organization", "brand", call))


def _listed(roots: set[str], located: _Located) -> set[str]:
    """Of several firms of one brand the one by shares, which papers call so; all where there is none, or several."""
    shares = {root for root in roots if located.seen[root].written.endswith(_BY_SHARES)}
    return shares if len(roots) > 1 and len(shares) == 1 else roots


def _join_at_home(located: _Located) -> None:
    """Joins a house by what it is called at home alone, where an article from there names it so: 云岭派出所."""
    made: dict[tuple[str, Path], set[str]] = defaultdict(set)
    for ident, item in sorted(located.seen.items()):
        for call, steps in item.homely.items():
            made[call, grounds(_home(item), steps)].add(ident)
    for ident, item in sorted(located.seen.items()):
        found = {house for ground in within(item.near) for house in made.get((item.name, ground), ())}
        houses = {located.joiner.find(house) for house in found}
        if len(houses) == 1:
            located.join(min(found), ident, reason("Organization", "brand", item.name))


def _join_owned(located: _Located) -> None:
    """Joins a university's hospital by its own name alone, where both are told of in one province: 云鹤山医院."""
    made: dict[tuple[str, str], set[str]] = defaultdict(set)
    for ident, item in sorted(located.seen.items()):
        for call in item.owned:
            made[call, item.page[0] if item.page else ""].add(ident)
    for ident, item in sorted(located.seen.items()):
        found = made.get((item.name, item.page[0]), set()) if item.page else set()
        if len({located.joiner.find(house) for house in found}) == 1 and item.page[0] != _NATION:
            located.join(min(found), ident, reason("Organization", "brand", item.name))


def _join_abridged(located: _Located) -> None:
    """Joins a public body by a short name that tells of each word of its full one, if its place has but one such."""
    filed: dict[tuple[Path, str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for ident, item in sorted(located.seen.items()):
        for head, kind in abridged_keys(item.body):
            filed[item.path, head, kind][item.body].add(ident)
    for _, bodies in sorted(filed.items()):
        for short in sorted(bodies) if len(bodies) > 1 else ():
            fuller = {min(bodies[full]) for full in bodies if abridges(short, full)}
            if len({located.joiner.find(ident) for ident in fuller}) == 1:
                for ident in sorted(bodies[short]):
                    located.join(min(fuller), ident, reason("Organization", "abridged", short))


def _home(item: _Seen) -> Path:
    return max(item.path, home(item.written), home(item.name), key=len)


def _told_at_home(located: _Located, root: str, other: str) -> bool:
    """Whether a house in short (山师大) is told of by a paper of the place where the house stands."""
    home = located.seen[other].path or split(located.seen[other].name, ())[0]
    page = located.seen[root].page
    return bool(house_calls(located.seen[other].written)) and bool(home) and home[:1] == page[:1]


def _calls(entity: Entity) -> Iterator[str]:
    for name in entity.names[:1]:
        for call in (*calls(name), *placed_calls(name)) if known(name) == "" else ():
            yield from dict.fromkeys((call, regular("Organization", call)) if known(call) == "" else ())
        yield from (regular("Organization", call) for call in house_calls(name) if known(call) == "")


def _homely(entity: Entity) -> Mapping[str, int]:
    """What it is called at home, by its fullest name."""
    names = [name for name in entity.names if known(name) == ""]
    names += [regular("Organization", name) for name in names]
    return {regular("Organization", call): steps for name in names for call, steps in home_calls(name).items()}


def _around(entity: Entity, world: World) -> Iterator[str]:
    """Its story, and the people and things that facts join with it."""
    yield world.story(entity)
    for fact in world.around_of(entity):
        other = world.entities[fact.other]
        if other.type in ("Person", "Project", "Meeting"):
            yield f"{other.type}:{plain(other.name)}"
    yield from _kin(entity, world)


def _kin(entity: Entity, world: World) -> Iterator[str]:
    """The firms of its brand that its article tells of beside it, by their names and short forms: a listed daughter."""
    own = brand(entity.name)
    for other in world.inside[entity.article] if own else ():
        if other.type == entity.type and other.id != entity.id and brand(other.name) == own:
            yield from (f"Kin:{name}" for name in (undotted(other.name), *calls(other.name)) if len(name) >= _KIN)


def _join_renamed(located: _Located) -> None:
    """Joins what a text says was renamed: 甲更名为乙, 乙（原甲）, 乙前身为甲."""
    for item in located.seen.values():
        for (old, was), (new, became) in item.renamed:
            located.joiner.join(old, new, reason("Organization", "renamed", f"{was}→{became}"))


RULE = Rule(look, keys, pairs, decide, key, ties)

__all__ = ["RULE", "branch", "core", "regular"]
