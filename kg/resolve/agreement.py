"""Agreements: parties, day, name and amount weighed (`data/identity_evidence.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from kg.language.classes import SEVERAL, all_of
from kg.language.countries import country_abbreviation, country_names, nation_end
from kg.language.lexicon import word_set, words
from kg.language.organisations import same_organisation
from kg.language.similarity import picks, plain, undotted
from kg.model import Entity
from kg.resolve.aliases import known
from kg.resolve.beside import month_told, signers
from kg.resolve.evidence import weigh
from kg.resolve.figures import contradict
from kg.resolve.joining import Joiner, Judgement, Trace, agglomerate, within
from kg.resolve.likeness import is_generic, likeness, plain_names, shortened
from kg.resolve.moments import Moment, gap, moment
from kg.resolve.places import Path, article_path, compatible, path_of, split
from kg.resolve.rule import Common, Filed, Pair, Rule
from kg.resolve.world import World

_KINDS = ("意向书", "备忘录", "协定", "合同", "议定书", "联合声明", "责任书", "承诺书", "宣言")
_MORE = "补充"  # 补充协议 is another paper than the one that it goes with
_TELLING = 8
_LATER = 4
_TREATY = 10
_TOLD = 4  # characters in which a name tells a matter
_TWO = 2
_KIND = 2  # characters of a name that tells the kind alone: 协议, 合同
_PARTIES = 4  # parties that a name tells at most
_LEFT = 4  # characters of the least that is left of a name: 合作协议
_BRAND = 4  # characters of a firm's name that its daughter's begins with
_BRANCHES = ("分行", "支行", "分公司")
_NATION = "中国"
_RULERS = ("政府", "委员会", "委")
_BENCHES = ("法院", "检察院")  # called without their rank
_TERM = re.compile(r"^(?:19|20)\d\d年?[至到—~-](?:19|20)\d\d年")  # 2025至2045年|电力贸易协议
# Pairs of characters that many bodies have in their names.
_COMMON_PIECES = frozenset(all_of("pieces_of_many_bodies"))
_LONG = 10  # characters of a telling name that two papers hardly bear
# 甲市、乙市|执行联动合作备忘录, 甲-乙-丙|三城…: who signs, told before the name.
_SIDES = re.compile(
    rf"^(?:[\u3400-\u9fff]{{2,8}}[、—-]){{1,8}}[\u3400-\u9fff]{{2,8}}?(?=[{SEVERAL}](?:城|市|省|地|方|区|县|校|国))"
    # 甲市与乙省|跨境旅游合作备忘录.
    r"|^[\u3400-\u9fff]{1,6}[省市县区州国][与和同、—-][\u3400-\u9fff]{1,6}[省市县区州国](?=[\u3400-\u9fff]{6})"
)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A paper as its article shows it. kind: what it is called, 协议 where nothing more exact. bodies: who is named.

    called: the names of each party. around: the place of its page. grounds: of parties that govern a division, it.
    beside, near: the bodies and divisions of a sentence in which it is signed, where it has not two parties. month: of
    its signing, where no day is told.
    """

    document: str
    article: str
    story: str
    names: tuple[str, ...]
    when: Moment
    parties: frozenset[str]
    amounts: frozenset[str]
    kind: str
    generic: bool
    bodies: frozenset[str] = frozenset()
    called: tuple[tuple[str, ...], ...] = ()
    around: Path = ()
    grounds: frozenset[tuple[str, Path]] = frozenset()
    beside: frozenset[str] = frozenset()
    near: frozenset[Path] = frozenset()
    month: str = ""


def keys(item: _Seen, _: Common) -> Iterator[Hashable]:
    """Its story, each of its parties with the kind of paper, and names that tell something."""
    yield "story", item.story
    yield from (("party", party, item.kind) for party in item.parties | item.beside)
    yield from (("name", name) for name in (() if item.generic else item.names))


def pairs(filed: Filed, _: Common) -> set[Pair]:
    """All that share a key."""
    return within(filed.ids)


def decide(seen: Mapping[str, _Seen], found: Iterable[Pair], common: Common, trace: Trace | None) -> Joiner:
    """Which papers are the same. figures: `ratio`, the least similarity of names in one document."""
    joiner, least = Joiner(seen), common.figures["ratio"]
    agglomerate(joiner, found, lambda a, b: _judge(seen[a], seen[b], least), trace)
    return joiner


def key(entity: Entity, world: World) -> str:
    """What makes the paper known across documents: its name, its parties' names and its day."""
    parties = sorted({undotted(other.name) for other in world.others(entity, "SIGNED")})
    day = entity.properties.get("date") or world.article(entity).date or ""
    return f"{plain(entity.name)}@{day}@{'/'.join(parties)}"


def look(entity: Entity, world: World, _: Common) -> _Seen:
    """What its article shows of a paper."""
    article = world.article(entity)
    signed = world.facts(entity, "SIGNED")
    parties = [other for other in world.others(entity, "SIGNED") if other.type == "Organization"]
    calls = [plain(call) for party in (*parties, *_named_in(entity, world)) for call in party.names]
    written = [name.lstrip("《") for name in plain_names(entity)]
    written = [name for name in written if len(name) > _KIND] or written  # 救助协议 is called 协议 for short
    names = tuple(dict.fromkeys(form for name in written for form in (name, _SIDES.sub("", name), _own(name, calls))))
    kind = next((kind for kind in _KINDS if any(kind in name for name in names)), "协议")
    kind = _MORE + kind if any(_MORE in name for name in names) else kind
    together = frozenset(world.same_as(party) for party in parties)
    amounts = frozenset(plain(str(fact.properties["amount"])) for fact in signed if fact.properties.get("amount"))
    bodies = frozenset(world.same_as(body) for body in world.inside[entity.article] if body.type == "Organization")
    beside, near = signers(entity, world) if len(parties) < _TWO else (frozenset[str](), frozenset[Path]())
    when = moment(entity, world)
    month = "" if when.sure else month_told(entity, world)
    generic = all(len(name) < _TELLING or is_generic(name, "agreement_suffixes") for name in names)
    return _Seen(
        article.document, article.id, world.story(entity), names,
        Moment(None, None, False) if month else when, together, amounts, kind,
        generic, bodies, tuple(sorted({tuple(map(undotted, party.names)) for party in parties})),
        article_path(article),
        frozenset((world.same_as(party), path_of(party, world)) for party in parties if party.name.endswith(_RULERS)),
        beside, near, month,
    )  # fmt: skip


def _named_in(entity: Entity, world: World) -> Iterator[Entity]:
    """The bodies and places of its article that its own name tells: 云桥师范大学与丰河县|框架协议."""
    for other in world.inside[entity.article]:
        if other.type in ("Organization", "Location") and any(name in entity.name for name in other.names):
            yield other


def _own(name: str, calls: Iterable[str]) -> str:
    """A paper's name without its parties before it: 甲省政府与乙集团|战略合作框架协议, …关于|合作的|谅解备忘录."""
    heads = sorted(calls, key=lambda call: (-len(call), call))
    left = name
    for _ in range(_PARTIES):
        head = next((call for call in heads if left.startswith(call)), "")
        left = left.removeprefix(head).lstrip("与和同、及—-")
    left = left.removeprefix("关于").replace("的", "") if left.startswith("关于") else left
    left = _TERM.sub("", left)
    deed = next((word for word in words("deeds_of_papers") if left.startswith(word)), "")
    left = left.removeprefix(deed) if len(left) - len(deed) >= _TELLING else left
    return left if len(left) >= _LEFT else name


def _judge(a: _Seen, b: _Seen, least: float) -> Judgement:
    return weigh("Agreement", _features(a, b, least))


def _features(a: _Seen, b: _Seen, least: float) -> Iterator[tuple[str, str]]:
    """What holds the two apart first: what comes after it is not asked."""
    yield from _apart(a, b)
    alike = likeness(a.names, b.names)
    yield from _parties(a, b)
    told = _told_beside(a, b) or _told_beside(b, a)
    if told:
        yield "told_parties", ""
    yield from _name(a, b, alike, least, told)
    yield from _time(a.when, b.when)
    if (a.month or b.month) and _month(a) == _month(b):
        yield "same_month", ""
    if a.amounts & b.amounts:
        yield "same_amount", ""
    if a.around[:1] == b.around[:1] not in ((), (_NATION,)) and set(a.names) & set(b.names):
        yield "told_there", ""
    if a.document == b.document and alike >= least:
        yield "one_document", ""
    if a.story == b.story and a.article != b.article:
        yield "copy", ""


def _parties(a: _Seen, b: _Seen) -> Iterator[tuple[str, str]]:
    shared = a.parties & b.parties
    kin = _all_kin(a, b)
    if len(shared) >= _TWO and shared in (a.parties, b.parties):
        yield "same_parties", ""
    elif shared:
        yield "shared_party", ""
        if kin:
            yield "kin_parties", ""
        elif _with_others(a, b):
            yield "other_party", ""
        elif min(len(a.parties), len(b.parties)) >= _TWO:
            yield "more_parties", ""
        elif (a.parties | b.parties) <= (a.bodies & b.bodies):
            yield "named_parties", ""
    elif kin:
        yield "kin_parties", ""


def _with_others(a: _Seen, b: _Seen) -> bool:
    """Whether one signs with two others that cannot be one by what they are called: 甲市 with 乙集团, 丙大学."""
    if min(len(a.parties), len(b.parties)) < _TWO:
        return False
    mine = [party for party in a.called if not any(_kin(party, other) for other in b.called)]
    theirs = [party for party in b.called if not any(_kin(party, other) for other in a.called)]
    return bool(mine and theirs) and not any(_may_be(x, y) for x in mine for y in theirs)


@lru_cache(maxsize=65536)
def _may_be(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the names of two bodies could be of one: one's characters stand in the other's, or a word of its own."""
    return any(_alike(*sorted((x, y), key=len)) for x in mine for y in theirs)


def _alike(short: str, long: str) -> bool:
    mine, theirs = split(short, ())[0], split(long, ())[0]
    if mine and theirs and not compatible(mine, theirs):
        return False
    pieces = {short[at : at + _TWO] for at in range(len(short) - 1)} - word_set("generic_words") - _COMMON_PIECES
    return picks(short, long) or any(piece in long for piece in pieces)


def _told_beside(item: _Seen, other: _Seen) -> bool:
    """Whether all parties of the other are named in a sentence in which the one is signed."""
    found = item.parties | item.beside
    found |= {party for party, path in other.grounds if path and path in item.near}
    return len(item.parties) < _TWO <= len(other.parties) and other.parties <= found


def _month(item: _Seen) -> str:
    return item.month or (date.fromordinal(item.when.day).isoformat()[:7] if item.when.day is not None else "")


def _time(a: Moment, b: Moment) -> Iterator[tuple[str, str]]:
    if a.lately != b.lately:
        return
    if a.day is not None and a.day == b.day:
        yield "same_day", ""
    elif a.month_day is not None and a.month_day == b.month_day:
        yield "month_day", ""
    elif a.sure != b.sure and gap(a, b) == 1:
        yield "next_day", ""


def _name(a: _Seen, b: _Seen, alike: float, least: float, told: bool) -> Iterator[tuple[str, str]]:
    shared = set(a.names) & set(b.names)
    if shared:
        yield "equal_name", min(shared)
    elif alike >= least:
        yield "similar_name", ""
        if shortened(a.names, b.names) and (told or a.parties & b.parties or not (a.generic or b.generic)):
            yield "shorter_name", ""
    if alike >= least and not a.generic and not b.generic:
        yield "telling_name", ""
    if not a.generic and not b.generic and any(len(name) >= _LONG for name in shared):
        yield "long_name", ""
    if not shared and _other_matter(a.names, b.names):
        yield "other_matter", ""
    if any(map(_tells_nations, shared)):
        yield "named_nations", ""


def _apart(a: _Seen, b: _Seen) -> Iterator[tuple[str, str]]:
    if a.kind != b.kind:
        yield "other_kind", ""
    if contradict(a.names, b.names) and not set(a.names) & set(b.names):
        yield "figures", ""
    apart = gap(a.when, b.when)
    # A page's own day comes some days after what it tells.
    if apart is not None and apart > (1 if a.when.sure and b.when.sure else _LATER):
        yield "other_day", ""
    if (a.month or b.month) and "" != _month(a) != _month(b) != "":
        yield "other_day", ""
    if a.parties and b.parties and not a.parties & b.parties and not _all_kin(a, b):
        yield "other_parties", ""
    if a.article == b.article and not (set(a.names) & set(b.names) and a.parties == b.parties):
        yield "two_in_article", ""


def _all_kin(a: _Seen, b: _Seen) -> bool:
    """Whether two parties or more are those of the other paper, by themselves or by their mothers, daughters, kind."""
    least = min(len(a.called), len(b.called))
    return least >= _TWO and all(
        any(_kin(party, other) for other in theirs)
        for mine, theirs in ((a.called, b.called), (b.called, a.called))
        for party in mine
    )


@lru_cache(maxsize=65536)
def _kin(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether one may stand for the other: 广东|小鹏汽车 and 小鹏汽车, 西安市法院 and 西安市中级人民法院."""
    if set(mine) & set(theirs):
        return True
    if known(mine[0]) and known(theirs[0]):
        return known(mine[0]) == known(theirs[0])
    if _mother(mine[0]) and _mother(mine[0]) == _mother(theirs[0]):
        return True
    short = {_nationless(name) for name in mine} & {_nationless(name) for name in theirs}
    # 青江|国资, 青江|国有资本运营有限公司
    pairs = (sorted((x, y), key=len) for x in mine for y in theirs if min(len(x), len(y)) > _BRAND)
    if short or any(same_organisation(*pair) for pair in pairs):
        return True
    for (path, name), (ground, other) in ((split(x, ()), split(y, ())) for x in mine for y in theirs):
        brand = min(len(name), len(other)) >= _BRAND and (name.startswith(other) or other.startswith(name))
        bench = any(name.endswith(house) and other.endswith(house) for house in _BENCHES)
        if (brand and compatible(path, ground)) or (bench and path == ground != ()):
            return True
    return False


def _nationless(name: str) -> str:
    """The name without its nation, where enough is left: 智利|安第斯矿业大学."""
    rest = name[nation_end(name) :]
    return rest if len(rest) >= _BRAND else name


@lru_cache(maxsize=65536)
def _mother(name: str) -> str:
    """The bank or enterprise of which a body is a branch, or is itself: 国开行, 国家开发银行|甘肃省分行."""
    if known(name):
        return known(name)
    size = next((size for size in range(len(name) - 2, 1, -1) if known(name[:size])), 0)
    return known(name[:size]) if size and name.endswith(_BRANCHES) else ""


def _other_matter(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether both names say what the papers are about, each another thing: 技术合作…, 股份购买…."""
    pairs = [(_matter(x), _matter(y)) for x in mine for y in theirs]
    return all(x and y and not _pieces(x, y) & _pieces(y, x) for x, y in pairs)


def _pieces(matter: str, other: str) -> set[str]:
    """The pairs of characters of what a paper is about, where both tell enough to have some, else its characters."""
    size = 2 if min(len(matter), len(other)) >= _TOLD else 1
    return {matter[at : at + size] for at in range(len(matter) - size + 1)}


@lru_cache(maxsize=65536)
def _matter(name: str) -> str:
    """What a paper is about: its name without its kind and what every paper is called."""
    ending = max((word for word in words("agreement_suffixes") if name.endswith(word)), key=len, default="")
    name = name.removesuffix(ending)
    while bland := next((word for word in words("bland_papers") if name.endswith(word)), ""):
        name = name.removesuffix(bland)
    return name


def _tells_nations(name: str) -> bool:
    """Whether a paper's name begins with its two nations and goes on: 中塔跨界河流保护协定; not 中塔合作协定."""
    two = len(name) >= _TREATY and all(map(_is_nation, name[:2]))
    return two and not is_generic(name[2:], "agreement_suffixes")


@cache
def _is_nation(letter: str) -> bool:
    """Whether a letter stands for a nation beside another's: 塔, and 阿, with which several begin."""
    return country_abbreviation(letter) is not None or any(name.startswith(letter) for name in country_names())


RULE = Rule(look, keys, pairs, decide, key)

__all__ = ["RULE"]
