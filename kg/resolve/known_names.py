"""What the articles of a build know: their names by type, and when one of them stands whole in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.language import dictionary, divisions
from kg.language.countries import is_country, is_region
from kg.language.lexicon import word_set, words
from kg.language.similarity import undotted
from kg.language.text import behind_last
from kg.language.words import cut, is_word
from kg.model import Extraction
from kg.resolve.aliases import calls, formal, known
from kg.resolve.branches import BRANCHED, branch_calls
from kg.resolve.houses import house_calls, venue_calls
from kg.resolve.places import is_relative, needs_place, split
from kg.resolve.regular import is_anybodys
from kg.resolve.sites import zone_calls

Name = tuple[str, str]  # type and words
HEAD = 3  # characters by which names are filed
_WORDY = "大"  # 青大, 兰大 are parts of words
_LEAST = {"Person": 3, "Organization": 4, "Location": 3}
_OF_NAMES = ("nr", "nrt", "ns", "nt", "nz", "x", "j")  # tags of words that are parts of names, or that nobody knows
_BRAND = 2
_RARE = 200  # times that a word stands in what the dictionary was counted on, of some 60 million
_MARKS = "。！？；，、\n：“”《》（）"


@dataclass(frozen=True, slots=True)
class Names:
    """What the articles of a build know. kinds: the type of each name. sizes: how long those with a head are, the
    longest first. borne: in how many articles each name stands."""

    kinds: Mapping[str, str]
    sizes: Mapping[str, tuple[int, ...]]
    borne: Mapping[Name, int]


def offered(extraction: Extraction) -> set[Name]:
    """The names that an article prints, and the short forms of its firms."""
    found: set[Name] = set()
    for entity in extraction.entities:
        least = _LEAST.get(entity.type)
        if least is None:
            continue
        written = {mention.text for mention in entity.mentions if mention.text in entity.names}
        if entity.type == "Organization":
            written |= calls(entity.name) if not known(entity.name) else set()
            written |= {call for call in house_calls(entity.name) if not call.endswith(_WORDY) or len(call) > HEAD}
            written |= branch_calls(entity.name) | {formal(entity.name)}
        if entity.type == "Location":
            written |= venue_calls(entity.name) | zone_calls(entity.name)
        found |= {(entity.type, name) for name in written if len(name) >= least}
    return found


def filed(borne: Mapping[Name, int]) -> Names:
    """Names by their heads, with the number of their articles; one that two types bear says nothing."""
    kinds: dict[str, str] = {}
    for kind, name in borne:
        kinds[name] = kind if kinds.get(name, kind) == kind else ""
    sizes: dict[str, set[int]] = defaultdict(set)
    for name, kind in kinds.items():
        if kind:
            sizes[name[:HEAD]].add(len(name))
    return Names(kinds, {head: tuple(sorted(found, reverse=True)) for head, found in sizes.items()}, borne)


def taken(extraction: Extraction) -> bytearray:
    """For each character of the text whether something was read there."""
    read = bytearray(len(extraction.article.text))
    for entity in extraction.entities:
        for mention in entity.mentions:
            read[mention.start : mention.end] = bytes([1]) * (mention.end - mention.start)
    return read


@lru_cache(maxsize=65536)
def tells(kind: str, name: str) -> bool:
    """Whether a name means one thing wherever it stands: 翎越制冷, 内罗毕; not 团结村, 公募基金, 东南亚."""
    letters = undotted(name) if kind == "Person" else name
    if divisions.find(name) or is_country(name) or is_region(name) or not letters.isalpha():
        return False
    if kind == "Person":
        return not (is_word(name) or name.endswith(words("department_suffixes")))
    if needs_place(kind, name) or is_relative(name) or is_anybodys(kind, name, ()):
        return False
    if is_word(name):  # a dictionary knows cities abroad, and words
        return kind == "Location" and [token.tag for token in cut(name)] == ["ns"] and not name.endswith(_grounds())
    if len(name) <= HEAD:
        return False
    path, own = split(name, ())
    branch = bool(path) and own in BRANCHED  # 商丘邮政
    return branch or _is_brand_and_trade(own) or (not _is_plain(name) and any(_of_name(word) for word in _words(own)))


def _is_brand_and_trade(name: str) -> bool:
    """Whether a name is a brand of two characters that is hardly a word, and a trade: 朔风|能源, 远景|能源."""
    brand, trade = name[:_BRAND], name[_BRAND:]
    rare = dictionary.counts(brand[:1]).get(brand, 0) <= _RARE
    return trade in word_set("trades") and rare and brand not in word_set("generic_words")


@lru_cache(maxsize=65536)
def _is_plain(name: str) -> bool:
    """Whether a name is made of general words: 公募基金, 葡萄酒庄, 跨境电子商务公共服务."""
    general = word_set("generic_words") | word_set("location_generic") | word_set("trades")
    kind = next((end for end in _grounds() if name.endswith(end)), "")
    return all(text in general or tag not in _OF_NAMES for text, tag in _words(name.removesuffix(kind)))


def _of_name(word: tuple[str, str]) -> bool:
    """Whether a word is part of a name; of those that are said in short the long ones are words (中小企业)."""
    return word[1] in _OF_NAMES and (word[1] != "j" or len(word[0]) <= HEAD)


def _words(text: str) -> list[tuple[str, str]]:
    return [(token.text, token.tag) for token in cut(text)]


@cache
def _grounds() -> tuple[str, ...]:
    ends = {*words("location_suffixes"), *words("location_generic"), *words("organization_suffixes")}
    return tuple(sorted(ends, key=lambda word: (-len(word), word)))


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether the words around leave the name whole: 岷峨物流 stands neither in 西岷峨物流 nor in 岷峨物流中心."""
    if text.startswith(_longer(), end):
        return False
    left = behind_last(text, _MARKS, start)
    right = min((at for mark in _MARKS if (at := text.find(mark, end)) >= 0), default=len(text))
    tokens = cut(text[left:right])
    begins, ends = {left + token.start for token in tokens}, {left + token.end for token in tokens}
    return start in begins and end in ends


@cache
def _longer() -> tuple[str, ...]:
    """What goes on a name and makes another of it."""
    return (*words("company_suffixes"), *words("organization_suffixes"), *words("location_suffixes"))


__all__ = ["HEAD", "Name", "Names", "filed", "is_whole", "offered", "taken", "tells"]
