"""People by names in other forms: one part of a foreign name, a Japanese surname, another spelling of the same sound.

A part of a name is borne by many; it joins only what else is told of both, and where there is one such.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from kg.language.countries import country
from kg.language.lexicon import table, word_set
from kg.language.names import minority_name, surname_of
from kg.language.readings import readings
from kg.language.similarity import plain
from kg.resolve.bearers import rarity
from kg.resolve.evidence import reason, weigh
from kg.resolve.joining import CROWD, Joiner, Trace, Verdict
from kg.resolve.person_seen import Seen, together

SURNAME = 2  # characters of a Japanese surname
_SEVERAL = 2
_POSTS = ("post", "state")
_TIES = ("organisation", "state", "post", "happening", "title")
_Features = Callable[[Seen, Seen, str], Iterable[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Told:
    """A joiner that joins no two sets of which notices tell another sex or birth."""

    joiner: Joiner
    seen: Mapping[str, Seen]
    held: dict[str, frozenset[tuple[str, str]]] = field(default_factory=dict)

    def join(self, a: str, b: str, why: str) -> None:
        """Joins the sets of two, unless what is told of them excludes it."""
        first, second = sorted((self.joiner.find(a), self.joiner.find(b)))
        if first == second:
            return
        mine, theirs = (self.held.get(root, self.seen[root].told) for root in (first, second))
        if not other_told(mine, theirs):
            self.held[first] = mine | theirs
            self.joiner.join(a, b, why)

    def join_all(self, keys: Iterable[str], why: str) -> None:
        """Joins the sets of all with that of the least, each as `join` does."""
        least, *others = sorted(keys)
        for other in others:
            self.join(least, other, why)


def other_told(mine: Iterable[tuple[str, str]], theirs: Iterable[tuple[str, str]]) -> str:
    """The feature that holds apart of whom notices tell another sex or birth, or nothing."""
    pairs = [(x, y) for x in mine for y in theirs]
    if any(x[0] and y[0] and x[0] != y[0] for x, y in pairs):
        return "other_sex"
    return "other_birth" if any(x[1] and y[1] and x[1] != y[1] for x, y in pairs) else ""


def sound(item: Seen) -> str:
    """How a foreign or a minority's name is read, which papers write with other characters; empty for any other."""
    spoken = len(item.parts) > 1 or (surname_of(item.name) is None and minority_name(item.name))
    return _sound(item.call) if spoken else ""


@lru_cache(maxsize=65536)
def _sound(call: str) -> str:
    """哈立德·马苏德 and 哈里德·马苏德, 丹增平措 and 旦增平措: the usual spelling of each part, then its pinyin."""
    for part, *others in table("minority_spellings"):
        for other in others:
            call = call.replace(other, part)
    known = readings([call])
    return "".join(known.get(character, [character])[0] for character in call)


def join_latin(told: Told, seen: Mapping[str, Seen]) -> None:
    """松德贝里(Erik Sundberg), 桑德伯格(Erik Sundberg): one name in Latin letters, unless posts of two nations."""
    called: dict[str, list[str]] = defaultdict(list)
    for ident, item in sorted(seen.items(), key=lambda pair: pair[0]):
        for name in sorted(item.latin):
            called[name].append(ident)
    for name, ids in sorted(called.items()):
        first = seen[ids[0]]
        for other in ids[1:]:
            nations = seen[other].nations
            if not first.nations or not nations or first.nations & nations:
                told.join(ids[0], other, reason("Person", "latin_name", name))


def join_sounds(told: Told, seen: Mapping[str, Seen], trace: Trace | None, features: _Features) -> None:
    """Joins foreigners whose names sound alike where a post, a body or other things fit."""
    alike: dict[str, set[str]] = defaultdict(set)
    for ident, item in seen.items():
        if spoken := sound(item):
            alike[spoken].add(told.joiner.find(ident))
    _join_given(told, seen)
    for roots in (sorted(found)[:CROWD] for _, found in sorted(alike.items()) if len(found) > 1):
        whole = {root: together(seen[member] for member in told.joiner.members(root)) for root in roots}
        links = {root: _ties(told, root, seen) for root in roots}
        for a, b in combinations(roots, 2):
            if seen[a].call == seen[b].call:
                continue
            tie = min(links[a] & links[b], default=None)
            judgement = weigh("Person", features(whole[a], whole[b], rarity(seen[a].name)))
            if trace is not None:
                trace(a, b, judgement)
            if tie is not None:
                told.join(a, b, reason("Person", "same_sound", tie[1]))
            elif judgement.verdict is Verdict.SAME:
                told.join(a, b, judgement.reason)


def _join_given(told: Told, seen: Mapping[str, Seen]) -> None:
    """马特伊·科瓦契奇 and 马泰·科瓦契奇, of one post of one body or nation: the given name in two spellings."""
    held: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for ident, item in sorted(seen.items(), key=lambda pair: pair[0]):
        if len(item.parts) > 1 and not minority_name(item.parts[0]):
            for kind, value, _ in sorted(item.links):
                if kind in _POSTS:
                    held[item.parts[-1], item.parts[0][0], value].append(ident)
    for (_, _, value), ids in sorted(held.items()):
        for other in ids[1:]:
            told.join(ids[0], other, reason("Person", "same_sound", value))


def _ties(told: Told, root: str, seen: Mapping[str, Seen]) -> set[tuple[str, str]]:
    return {
        (kind, value) for member in told.joiner.members(root) for kind, value, _ in seen[member].links if kind in _TIES
    }


def join_short(told: Told, seen: Mapping[str, Seen]) -> None:
    """卡洛斯·门德斯·席尔瓦 and 席尔瓦 of the same firm or state are one, where there is one such.

    Of minorities' names the first part is the own one, which many bear: one post of one body must be told of both.
    """
    _join_own(told, seen)
    _join_called(told, seen)
    _join_eastern(told, seen)
    kinds = ("organisation", "state")
    full: dict[tuple[str, str], set[str]] = defaultdict(set)
    nations: dict[str, set[str]] = defaultdict(set)
    for ident, item in seen.items():
        parts = item.parts
        nations[told.joiner.find(ident)] |= {nation for nation in item.nations if country(nation)}
        for link in item.links if len(parts) > 1 else ():
            if link[0] in kinds:
                full[parts[-1], link[1]].add(told.joiner.find(ident))
                if link[1] in word_set("given_name_first"):
                    full[parts[0], link[1]].add(told.joiner.find(ident))
    for ident, item in seen.items():
        for link in sorted(item.links):
            candidates = {told.joiner.find(root) for root in full.get((plain(item.name), link[1]), ())}
            if link[0] not in kinds or len(candidates) != 1:
                continue
            bearer, own = candidates.pop(), told.joiner.find(ident)
            # 多哥外长 and 加蓬外长 are called alike, and are two.
            if not nations[bearer] or not nations[own] or nations[bearer] & nations[own]:
                told.join(bearer, ident, reason("Person", "last_part", link[2]))
                nations[told.joiner.find(ident)] = nations[bearer] | nations[own]
    _join_parts(told, seen)


def _join_called(told: Told, seen: Mapping[str, Seen]) -> None:
    """木尕拉镇教师|阿依古丽·买买提 and 木尕拉镇教师|阿依古丽: the one such who is called by the same words."""
    called: dict[tuple[str, str], set[str]] = defaultdict(set)
    for ident, item in seen.items():
        if len(item.parts) > 1 and minority_name(item.parts[0]):
            for word in item.words:
                called[item.parts[0], word].add(told.joiner.find(ident))
    for ident, item in seen.items():
        for word in sorted(item.words) if len(item.parts) == 1 else ():
            found = {told.joiner.find(root) for root in called.get((plain(item.name), word), ())}
            if len(found) == 1:
                told.join(found.pop(), ident, reason("Person", "same_words", word))


def eastern_surname(name: str) -> str:
    """The Japanese surname that a name begins with or is: 佐野健一, 小笠原; of four strange letters the first two."""
    if not name.isalpha() or minority_name(name):
        return ""
    known = next((name[:size] for size in (3, 2) if name[:size] in word_set("japanese_surnames")), "")
    if known and len(name) <= len(known) + 3:
        return known
    return name[:SURNAME] if len(name) == SURNAME + 2 and surname_of(name) is None else ""


def _join_eastern(told: Told, seen: Mapping[str, Seen]) -> None:
    """佐野健一 and 佐野, who are told of with one body or called by the same words: the one such of this surname."""
    at: dict[tuple[str, str], set[str]] = defaultdict(set)
    surnames = {ident: eastern_surname(item.name) for ident, item in seen.items()}
    for ident, item in seen.items():
        if surnames[ident] and len(item.name) > len(surnames[ident]):
            for body in item.bodies | item.employers | item.words:
                at[surnames[ident], body].add(told.joiner.find(ident))
    for ident, item in seen.items():
        alone = item.name == surnames[ident] or len(item.name) == SURNAME
        for body in sorted(item.bodies | item.employers | item.words) if alone else ():
            found = {told.joiner.find(root) for root in at.get((item.name, body), ())}
            if len(found) == 1:
                told.join(found.pop(), ident, reason("Person", "surname"))


def _join_own(told: Told, seen: Mapping[str, Seen]) -> None:
    """艾尔肯·卡德尔 and 艾尔肯 who hold the same post of the same body, where no other of that name does.

    Or who is told of without a post where the other is employed.
    """
    at: dict[tuple[str, str], set[str]] = defaultdict(set)
    full: dict[tuple[str, str], set[str]] = defaultdict(set)
    for ident, item in seen.items():
        if len(item.parts) > 1 and minority_name(item.parts[0]):
            for link in item.links:
                if link[0] == "post":
                    full[item.parts[0], link[1]].add(told.joiner.find(ident))
            for employer in item.employers:
                at[item.parts[0], employer].add(told.joiner.find(ident))
    for ident, item in seen.items():
        for link in sorted(item.links):
            found = {told.joiner.find(root) for root in full.get((plain(item.name), link[1]), ())}
            if link[0] == "post" and len(found) == 1:
                told.join(found.pop(), ident, reason("Person", "post", link[2]))
        for employer in () if item.posted else sorted(item.bodies):
            found = {told.joiner.find(root) for root in at.get((plain(item.name), employer), ())}
            if len(found) == 1:
                told.join(found.pop(), ident, reason("Person", "employer_named"))


def _join_parts(told: Told, seen: Mapping[str, Seen]) -> None:
    """德拉甘·佩什奇 and 佩什奇: several things that are weak by themselves, where one bearer of the part fits."""
    full: dict[str, set[str]] = defaultdict(set)
    for ident, item in seen.items():
        if len(item.parts) > 1:
            own = (item.parts[0],) if minority_name(item.parts[0]) else (item.parts[-1], item.parts[0])
            for part in own:
                full[part].add(told.joiner.find(ident))
    for ident in sorted(seen):
        item = seen[ident]
        roots = {told.joiner.find(root) for root in full.get(plain(item.name), ())}
        if len(item.parts) > 1 or not roots or len(roots) > CROWD or told.joiner.find(ident) in roots:
            continue
        mine = together(seen[member] for member in told.joiner.members(ident))
        found = []
        for root in sorted(roots):
            whole = together(seen[member] for member in told.joiner.members(root))
            judgement = weigh("Person", _part_features(whole, mine))
            if judgement.verdict is Verdict.SAME:
                found.append((root, judgement.reason))
        if len(found) == 1:
            told.join(found[0][0], ident, found[0][1])


def _part_features(a: Seen, b: Seen) -> Iterator[tuple[str, str]]:
    """a: with a whole name, b: with a part of it."""
    if a.lands and b.lands and not a.lands & b.lands:
        yield "other_state", ""
    elif a.lands & b.lands:
        yield "same_land", min(a.lands & b.lands)
    if a.words & b.words:
        yield "same_words", min(a.words & b.words)
    if a.roles & b.roles:
        yield "same_role", min(a.roles & b.roles)
    beside = sorted(a.neighbours & b.neighbours)
    if len(beside) >= _SEVERAL:
        yield "neighbours", "、".join(beside[:_SEVERAL])
    elif beside:
        yield "one_neighbour", beside[0]
    if len(a.bodies & b.bodies) >= _SEVERAL:
        yield "shared_bodies", ""
    elif a.bodies & b.bodies:
        yield "shared_body", ""
    if a.towns & b.towns:
        yield "shared_town", ""
    if a.counties & b.counties:
        yield "shared_county", ""
    if {path[:2] for path in a.places if len(path) > 1} & {path[:2] for path in b.places if len(path) > 1}:
        yield "same_city", ""


__all__ = ["Told", "eastern_surname", "join_latin", "join_short", "join_sounds", "other_told", "sound"]
