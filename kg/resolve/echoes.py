"""Names that the build knows: what one article names, and another prints without its having been read there as a name.

An article is read alone, and a name that it gives no sign of (翎越制冷 without a form behind it) is passed over. Where
another article of the build knows the name, or a firm's whole name, it is one here as well: an entity without facts,
whose mention tells why it is there. Nothing is added where anything was read already, nothing that is a word, and
nothing that means another thing in every place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.language import divisions
from kg.language.countries import is_country, is_region
from kg.language.lexicon import word_set, words
from kg.language.words import cut, is_word
from kg.model import Article, Entity, Extraction, Mention, replace
from kg.resolve.aliases import calls, known
from kg.resolve.places import is_relative, needs_place, split
from kg.resolve.qualified_name import is_anybodys

Name = tuple[str, str]  # type and words
_HEAD = 3  # characters by which names are filed
_LEAST = {"Person": 3, "Organization": 4, "Location": 3}
_OF_NAMES = ("nr", "nrt", "ns", "nt", "nz", "x", "j")  # tags of words that are parts of names, or that nobody knows
_MARKS = "。！？；，、\n：“”《》（）"
_REASON = "其他文章中的名称"


@dataclass(frozen=True, slots=True)
class Names:
    """What the articles of a build know. kinds: the type of each name. sizes: how long those with a head are, the
    longest first."""

    kinds: Mapping[str, str]
    sizes: Mapping[str, tuple[int, ...]]


def echoed(extractions: Iterable[Extraction]) -> list[Extraction]:
    """All extractions, each with the names that the others know; the same for every order of them."""
    found = list(extractions)
    names = filed(name for one in found for name in offered(one))
    return [heard(one, names) for one in found]


def offered(extraction: Extraction) -> Iterator[Name]:
    """The names that an article prints, and the short forms of its firms."""
    for entity in extraction.entities:
        least = _LEAST.get(entity.type)
        if least is None:
            continue
        written = {mention.text for mention in entity.mentions if mention.text in entity.names}
        if entity.type == "Organization" and not known(entity.name):
            written |= calls(entity.name)
        yield from ((entity.type, name) for name in written if len(name) >= least)


def filed(names: Iterable[Name]) -> Names:
    """Names by their heads; one that two types bear says nothing."""
    kinds: dict[str, str] = {}
    for kind, name in names:
        kinds[name] = kind if kinds.get(name, kind) == kind else ""
    sizes: dict[str, set[int]] = defaultdict(set)
    for name, kind in kinds.items():
        if kind:
            sizes[name[:_HEAD]].add(len(name))
    return Names(kinds, {head: tuple(sorted(found, reverse=True)) for head, found in sizes.items()})


def heard(extraction: Extraction, names: Names) -> Extraction:
    """The extraction with an entity for each of the names that stands in it unread."""
    text, taken = extraction.article.text, _taken(extraction)
    found: dict[Name, list[int]] = defaultdict(list)
    free = 0
    for at in range(len(text) - _HEAD + 1):
        for size in names.sizes.get(text[at : at + _HEAD], ()) if at >= free else ():
            name = text[at : at + size]
            kind = names.kinds.get(name)
            if kind and not any(taken[at : at + size]) and _tells(kind, name) and _is_whole(text, at, at + size):
                found[kind, name].append(at)
                free = at + size
                break
    known_here = {entity.id for entity in extraction.entities}
    added = [_entity(extraction.article, kind, name, spots) for (kind, name), spots in sorted(found.items())]
    new = tuple(entity for entity in added if entity.id not in known_here)
    return replace(extraction, entities=(*extraction.entities, *new)) if new else extraction


def _taken(extraction: Extraction) -> bytearray:
    """For each character of the text whether something was read there."""
    taken = bytearray(len(extraction.article.text))
    for entity in extraction.entities:
        for mention in entity.mentions:
            taken[mention.start : mention.end] = bytes([1]) * (mention.end - mention.start)
    return taken


@lru_cache(maxsize=65536)
def _tells(kind: str, name: str) -> bool:
    """Whether a name means one thing wherever it stands: 翎越制冷, 内罗毕; not 团结村, 公募基金, 东南亚."""
    if divisions.find(name) or is_country(name) or is_region(name) or not name.isalpha():
        return False
    if kind == "Person":
        return not (is_word(name) or name.endswith(words("department_suffixes")))
    if needs_place(kind, name) or is_relative(name) or is_anybodys(kind, name, ()):
        return False
    if is_word(name):  # a dictionary knows cities abroad, and words
        return kind == "Location" and [token.tag for token in cut(name)] == ["ns"] and not name.endswith(_grounds())
    return len(name) > _HEAD and not _is_plain(name) and any(_of_name(word) for word in _words(split(name, ())[1]))


@lru_cache(maxsize=65536)
def _is_plain(name: str) -> bool:
    """Whether a name is made of general words: 公募基金, 葡萄酒庄, 跨境电子商务公共服务."""
    general = word_set("generic_words") | word_set("location_generic") | word_set("trades")
    kind = next((end for end in _grounds() if name.endswith(end)), "")
    return all(text in general or tag not in _OF_NAMES for text, tag in _words(name.removesuffix(kind)))


def _of_name(word: tuple[str, str]) -> bool:
    return word[1] in _OF_NAMES


def _words(text: str) -> list[tuple[str, str]]:
    return [(token.text, token.tag) for token in cut(text)]


@cache
def _grounds() -> tuple[str, ...]:
    ends = {*words("location_suffixes"), *words("location_generic"), *words("organization_suffixes")}
    return tuple(sorted(ends, key=lambda word: (-len(word), word)))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the words around leave the name whole: 岷峨物流 stands neither in 西岷峨物流 nor in 岷峨物流中心."""
    if text.startswith(_longer(), end):
        return False
    left = max(text.rfind(mark, 0, start) for mark in _MARKS) + 1
    right = min((at for mark in _MARKS if (at := text.find(mark, end)) >= 0), default=len(text))
    tokens = cut(text[left:right])
    begins, ends = {left + token.start for token in tokens}, {left + token.end for token in tokens}
    return start in begins and end in ends


@cache
def _longer() -> tuple[str, ...]:
    """What goes on a name and makes another of it."""
    return (*words("company_suffixes"), *words("organization_suffixes"), *words("location_suffixes"))


def _entity(article: Article, kind: str, name: str, spots: Sequence[int]) -> Entity:
    mentions = tuple(Mention(at, at + len(name), name, _REASON) for at in spots)
    return Entity(f"{article.id}:{kind}:{name}", article.id, kind, name, (name,), mentions)


__all__ = ["Names", "echoed", "filed", "heard", "offered"]
