"""Organisations and places: the same qualified name on the same administrative path.

A name is a key. Full names join wherever they meet; a short alias (联通) or a core without its legal form joins only
what it can mean alone: one fully named thing among all that bear it. Nothing joins across paths that exclude each
other, and a name that needs its page (城关区) with no page to tell stays by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from kg.language.lexicon import words
from kg.language.similarity import undotted
from kg.model import Entity
from kg.resolve.joining import Joiner
from kg.resolve.places import Path, compatible, is_relative, needs_place, path_of, split
from kg.resolve.world import World

_BRACKETS = str.maketrans("", "", "()[]〔〕【】")
# What stands for no organisation by itself; the page must say whose.
_BARE = frozenset({
    *("公司", "集团", "集团公司", "企业", "银行", "协会", "学会", "商会", "中心", "项目部"),
    *("学校", "学院", "大学", "医院", "研究院", "研究所", "实验室"),
    *("政府", "党委", "党组", "委员会", "管委会", "党工委", "工委", "支部", "党支部", "人大", "政协", "纪委"),
    *("法院", "检察院", "公安", "工会", "团委", "妇联", "园区", "开发区", "高新区", "经开区", "新区", "景区"),
})  # fmt: skip
# The end of a path to which nothing may be added.
_CLOSED = ""
_REGULAR = (("人民政府", "政府"), ("人民代表大会", "人大"), ("常务委员会", "常委会"), ("中国人民政治协商会议", "政协"))
_ZONES = (
    ("经济技术开发区", "经开区"),
    ("高新技术产业开发区", "高新区"),
    ("高新技术开发区", "高新区"),
    ("经济开发区", "经开区"),
)


@dataclass(frozen=True, slots=True)
class _Located:
    """A joiner that keeps the paths of each set's members, and joins no two sets with paths that exclude each other."""

    joiner: Joiner
    paths: Mapping[str, Path]
    held: dict[str, set[Path]] = field(default_factory=dict)

    def join(self, a: str, b: str, reason: str) -> None:
        first, second = sorted((self.joiner.find(a), self.joiner.find(b)))
        if first == second:
            return
        mine, theirs = (self.held.get(root, {self.paths[root]}) for root in (first, second))
        if all(compatible(x, y) for x in mine for y in theirs):
            self.held[first] = mine | theirs
            self.joiner.join(a, b, reason)


def join(entities: Sequence[Entity], world: World, figures: Mapping[str, Any]) -> Joiner:
    """Which organisations (or which places) are the same. `figures` are not used: names here are equal or not."""
    joiner = Joiner(entity.id for entity in entities)
    located = _Located(joiner, {entity.id: _own_path(entity, world) for entity in entities})
    _join_full(located, entities)
    by_document: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        by_document[world.article(entity).document].append(entity)
    for document in sorted(by_document):
        _join_aliases(located, by_document[document])
    _join_aliases(located, entities)
    return joiner


def key(entity: Entity, world: World) -> str:
    """What makes the entity known across documents: its regular name and where it is."""
    return f"{regular(entity.type, entity.name)}@{'/'.join(path_of(entity, world))}"


@lru_cache(maxsize=65536)
def regular(kind: str, name: str) -> str:
    """A name with its usual variants made one: 中共青海省委员会 → 青海省委, 西宁 (a place) → 西宁市."""
    short = undotted(name).translate(_BRACKETS)
    for old, new in _ZONES if kind == "Location" else _REGULAR:
        short = short.replace(old, new)
    for call in ("中国共产党", "中共"):
        if short.startswith(call) and split(short.removeprefix(call), ())[0]:
            short = short.removeprefix(call).removesuffix("委员会") + ("委" if short.endswith("委员会") else "")
    if short.startswith("政协") and short.endswith("委员会") and split(short[2:], ())[0]:
        short = short[2:].removesuffix("委员会") + "政协"
    path, rest = split(short, ())
    return path[-1] + rest if path and (rest or kind == "Location") else short


@lru_cache(maxsize=65536)
def core(kind: str, name: str) -> str:
    """A name without what may be left out: a firm's legal form, a zone's province. Empty where too little is left."""
    short = undotted(name).translate(_BRACKETS)
    if kind == "Location":
        for old, new in _ZONES:
            short = short.replace(old, new)
        rest = split(short, ())[1]
        return rest if len(rest) >= 5 else short
    ending = next((end for end in sorted(words("company_suffixes"), key=len, reverse=True) if short.endswith(end)), "")
    # X集团有限公司 is X集团, and may be another thing than X有限公司.
    left = short.removesuffix(ending) + ("集团" if "集团" in ending else "")
    return left if len(left) >= 4 else ""


@lru_cache(maxsize=65536)
def branch(name: str) -> str:
    """The key of a firm's branch that ends with its place: 昊瀛通信集团青海公司 → 昊瀛通信@青海省; else empty."""
    left = core("Organization", name)
    size = next((size for size in (3, 2) if len(left) > size + 2 and not split(left[-size:], ())[1]), 0)
    firm = left[: len(left) - size].removeprefix("中国").removesuffix("集团")
    if not size or len(firm) < 2 or left == undotted(name):
        return ""
    return f"{firm}@{'/'.join(split(left[-size:], ())[0])}"


def _own_path(entity: Entity, world: World) -> Path:
    """The entity's path; a division's own path is closed, so that 吉林 the province is no vaguer form of 吉林市."""
    path = path_of(entity, world)
    return (*path, _CLOSED) if _is_division(entity, path) else path


def _is_division(entity: Entity, path: Path) -> bool:
    return entity.type == "Location" and bool(path) and split(undotted(entity.name), path) == (path, "")


def _full_names(entity: Entity, path: Path) -> Iterable[str]:
    """The names by which the entity is known to everybody: its canonical name and what is as full; no short alias."""
    if path[-1:] == (_CLOSED,):
        yield path[-2]
        return
    for index, name in enumerate(entity.names):
        short = undotted(name)
        if short in _BARE or (index and (is_relative(short) or needs_place(entity.type, short))):
            continue
        if index == 0 or len(short) >= 6 or (len(short) >= 4 and split(short, ())[0]):
            yield regular(entity.type, name)
            if entity.type == "Organization" and (place := branch(name)):
                yield place


def _aliases(entity: Entity) -> set[str]:
    names = [name for name in entity.names if not is_relative(undotted(name))]
    found = {regular(entity.type, name) for name in names} | {core(entity.type, name) for name in names}
    return {name for name in found if len(name) > 1 and name not in _BARE}


def _join_full(located: _Located, entities: Sequence[Entity]) -> None:
    blocks: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for name in dict.fromkeys(_full_names(entity, located.paths[entity.id])):
            blocks[name].append(entity)
    for name in sorted(blocks):
        for path, members in _by_path(blocks[name], located.paths):
            if not path and any(needs_place(entity.type, undotted(entity.name)) for entity in members):
                continue
            reason = f"same name {name}" + (f" in {'/'.join(path).removesuffix('/')}" if path else "")
            least = min(entity.id for entity in members)
            for entity in members:
                located.join(least, entity.id, reason)


def _by_path(members: Sequence[Entity], paths: Mapping[str, Path]) -> list[tuple[Path, list[Entity]]]:
    """The members by the most exact path that each fits; one that fits several stays with its own."""
    known = sorted({paths[entity.id] for entity in members})
    exact = [path for path in known if not any(path != other and other[: len(path)] == path for other in known)]
    found: dict[Path, list[Entity]] = defaultdict(list)
    for entity in members:
        fits = [path for path in exact if compatible(path, paths[entity.id])]
        found[fits[0] if len(fits) == 1 else paths[entity.id]].append(entity)
    return sorted(found.items())


def _join_aliases(located: _Located, entities: Sequence[Entity]) -> None:
    """Joins what is known only by an alias to the one thing among `entities` that has a fuller name beside it."""
    bearers: dict[str, set[str]] = defaultdict(set)
    known: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        root = located.joiner.find(entity.id)
        known[root].add(regular(entity.type, entity.name))
        for alias in _aliases(entity):
            bearers[alias].add(root)
    for alias in sorted(bearers):
        fuller = sorted(root for root in bearers[alias] if known[root] != {alias})
        if len({located.joiner.find(root) for root in fuller}) == 1:
            for root in sorted(bearers[alias] - set(fuller)):
                located.join(fuller[0], root, f"only one bears the name {alias}")


__all__ = ["branch", "core", "join", "key", "regular"]
