"""PART_OF as names tell it where part and whole are both named: 中国移动青海公司, 甲大学材料学院, 某项目二期."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound, Fact, Thing
from kg.extract.lists import gap, linked, spoken
from kg.extract.mention.departments import is_college
from kg.extract.parts import GOVERNMENT, part_of
from kg.language.classes import COMITATIVES, NUMERALS, all_of, one_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, word_set, words
from kg.language.organisations import is_company, is_firm, known_names
from kg.language.text import fold
from kg.language.words import is_word

_BRACKETED = re.compile(r"[(（][^()（）]*[)）]$")
_BRANCH = re.compile(f"(?P<head>.{{3,}})(?P<tail>{one_of('branch_offices')})")
_NOT_PART = re.compile(f"(?:{one_of('not_the_same')})$")
# 甲科学院|大学, 甲大学|和乙法院: no part.
_NO_TAIL = re.compile(
    f"^(?:和|与|及|{COMITATIVES})|^(?:大学|公司|集团|银行|医院|公室|员会|委员会|会|中央)$|^(?:有关|相关|近日)|(?:党委|党组|总部)$"
    # 甲|集团有限公司, 甲|足球俱乐部, 甲|(青江)律师事务所: the same in full.
    f"|^集团.*公司$|^(?:{one_of('teams')})$|^(?:[(][^()]+[)])?(?:律师|会计师)事务所$"
)
# 青江星河|生物科技有限公司 is called 青江星河.
_LEGAL = re.compile(f"^(?!.*(?:分公司|子公司|支公司|第[{NUMERALS}]+)).*(?:有限公司|有限责任公司|股份公司)$")
_SCHOOL = re.compile(r"(?:大学|(?:职业|技术|师范|专科|财经|理工)学院)$")
# 甲示范工程|30万千瓦风电项目: what ends like a work and is named whole at the head of another.
_WORK = re.compile(r"(?:工程|项目|基地|园|城)$")
_OWN, _REST, _SHORT = 3, 5, 2
_NOUNS = ("n", "nz", "vn", "nw")
# Words that stand in sentences and in no name of a part.
_SPEAKS = re.compile(f"(?:{one_of('sentence_words')})")
# 甲集团股份有限公司|(下称“甲集团”); 甲科技|(西宁)股份有限公司
_CALLED = re.compile(r"[(](?:以?下(?:简|统)?称|简称)[:为]?[“]?(?P<name>[^()“”,。]{2,16})[”]?[)]")
_LISTED = re.compile(r"(?:保险)?[(][\u3400-\u9fff]{2,4}[)]股份(?:有限(?:责任)?公司)?")
_QUOTES = str.maketrans("", "", "“”‘’\"' 《》")


def relate(article: Annotated) -> Iterator[Fact]:
    """All parts that names tell of, in the order of their first mentions."""
    for start, end in article.sentences():
        yield from _apposed(article, start, end)
        yield from _colleges(article, start, end)
    yield from _contained(article)
    yield from _phases(article)


def _apposed(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """集团青海子公司——乙公司: what the words before the name describe as a part of the group."""
    items = spoken(article, start, end, "Organization")
    for one, other in pairwise(items):
        if not one.spot.text.endswith("子公司") or not re.fullmatch("[—-]*", gap(article, one, other)):
            continue
        described = article.things[one.things[0]]
        wholes = [index for index, thing in enumerate(article.things)
                  if thing.type == "Organization" and _begins(described, thing)]  # fmt: skip
        for whole in wholes[:1]:
            yield article.fact((other.things[0], other), "PART_OF", (whole, one), trigger=(one.start, other.end),
                               rule="described as a part")  # fmt: skip


def _colleges(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲大学党委委员率|材料学院|院长…: the college alone, the university before it in the clause."""
    for school, college in pairwise(spoken(article, start, end, "Organization")):
        if (
            not is_college(college.spot.text)
            or not _SCHOOL.search(school.spot.text)
            or linked(article, school, college)
        ):
            continue
        if not re.search("[;:。]", article.sheet.flat[school.end : college.start]):
            yield from part_of(article, college, school, "college of the school", (school.start, college.end))


def _contained(article: Annotated) -> Iterator[Fact]:
    """A name that begins with the whole name of another organisation of the article: 华侨大学|材料学院."""
    organisations = [(index, thing) for index, thing in enumerate(article.things) if thing.type == "Organization"]
    first = _first_mentions(article)
    for part_index, part in organisations:
        wholes = [(index, whole) for index, whole in organisations if index != part_index and _begins(part, whole)]
        if _described(article, part_index) or _NOT_PART.search(part.name):
            continue
        if not wholes or part_index not in first:
            continue
        index, whole = max(wholes, key=lambda item: max(len(name) for name in item[1].names if _head(part, name)))
        bound = first[part_index]
        if index not in first or _same(article, bound, whole) or _runs_on(article, bound, whole):
            continue
        if not _only_a_post(article, part_index, whole):
            yield from part_of(article, bound, first[index], "name within a name", (bound.start, bound.end))


def _same(article: Annotated, part: Bound, whole: Thing) -> bool:
    """Whether the shorter name is the longer's own: 甲集团股份有限公司(下称“甲集团”), 甲科技(西宁)股份有限公司."""
    if article.sheet.flat[part.start - 1 : part.start] == "(":
        before = article.between(max(0, part.start - 40), part.start, "Organization")[-1:]
        if before and before[0].end == part.start - 1 and whole in [article.things[t] for t in before[0].things]:
            return True  # 甲集团有限公司|(甲集团<青江>有限公司)
    aside = _CALLED.match(article.sheet.flat, part.end)
    if aside and any(_plain(name) == aside.group("name") for name in whole.names):
        return True
    return any(_LISTED.fullmatch(_plain(part.spot.text), len(_plain(name))) for name in whole.names
               if _plain(part.spot.text).startswith(_plain(name)))  # fmt: skip


def _runs_on(article: Annotated, part: Bound, whole: Thing) -> bool:
    """Whether the words go on behind what was taken for a part's name, or words of the sentence stand in it.

    甲公司科技|创新基地, 甲公司|计划将丙中心, 甲公司|副总裁丙事业部, 甲大学|博士及乙省生态环境厅.
    """
    if any(one.type == "Project" and one.end >= part.end for one in article.bounds_from(part.start)):
        return True
    behind = article.sheet.token_at(part.end)
    if behind is not None and behind.tag in _NOUNS and find_division(part.spot.text[-2:]):
        return True  # 甲公司青海|大基地
    heads = [name for name in whole.names if _plain(part.spot.text).startswith(_plain(name))]
    start = part.start + max(map(len, heads), default=len(part.spot.text))
    if _SPEAKS.search(article.sheet.flat, start, part.end):
        return True
    tokens = article.sheet.words_in(start, part.end) if start < part.end else ()
    return any(
        token.text in word_set("titles")
        or (token.tag == "c" and following.tag in ("LOC", "ORG"))
        or (token.tag == "v" and token.text in word_set("np_stops") and following is not tokens[-1])
        for token, following in pairwise(tokens)
    )


def _only_a_post(article: Annotated, part: int, whole: Thing) -> bool:
    """Whether a department of a house is named for somebody's post alone: 甲大学|教务处|处长, 甲银行|信贷部|主任."""
    if not article.things[part].name.endswith(all_of("ends_of_departments")) or GOVERNMENT.search(whole.name):
        return False
    if not _BRACKETED.sub("", whole.name).endswith(all_of("houses_with_departments")) and not is_company(whole.name):
        return False
    spots = article.mentions_of(part)
    return all(any(other.type == "Title" for other in article.bounds_from(bound.end)) for bound in spots)


def _described(article: Annotated, thing: int) -> bool:
    """Whether the thing is only a description that the name behind it fills: 集团全资子公司|乙公司."""
    if not article.things[thing].name.endswith("子公司"):
        return False
    spots = [bound for bound in article.bounds if thing in bound.things]
    following = (article.between(bound.end, bound.end + 30, "Organization")[:1] for bound in spots)
    return any(
        found and re.fullmatch("[—-]*", gap(article, bound, found[0]))
        for bound, found in zip(spots, following, strict=True)
    )


def _first_mentions(article: Annotated) -> dict[int, Bound]:
    found: dict[int, Bound] = {}
    for bound in sorted(article.bounds, key=lambda bound: bound.inner):
        for thing in bound.things:
            found.setdefault(thing, bound)
    return found


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return fold(name).translate(_QUOTES)


def _begins(part: Thing, whole: Thing) -> bool:
    if any(GOVERNMENT.search(name) or is_country(name) for name in whole.names):
        return False
    return any(_head(part, name) for name in whole.names)


def _head(part: Thing, name: str) -> bool:
    """Whether the part's canonical name is this name and what only a part is called; a place names no organisation."""
    long, short = _plain(part.name), _plain(name)
    if short in _headquarters(long):
        return True
    tail = long[len(short) :]
    if len(short) < 3 or not long.startswith(short) or find_division(short) or _NO_TAIL.search(tail):
        return False
    # 青江太平|洋保险公司: another word
    another = (is_word(short[-_WORD:] + tail[:1]) and not is_word(tail[:_WORD])) or (
        tail.endswith(_OF_MEMBERS) and is_firm((name,))
    )
    if another or _same_in_full(short, tail):
        return False
    if tail.startswith(("(", "（")) and len(tail) > 1:
        return True
    known = known_names(name) if len(tail) > 1 else None
    if known is not None and (is_firm(known) or _branch_tail(tail)):
        return True  # 甲航发|黎明 is a firm's, but 甲委员会|交通 no part
    return bool(_part_ending().search(tail)) and not (_LEGAL.match(tail) and not is_company(short))


_WORD = 2
# Bodies of members, which no firm has: 中国甲子|学会 is no part of 中国甲子.
_OF_MEMBERS = ("学会", "协会", "商会", "联合会", "促进会", "研究会", "总会")


@lru_cache(maxsize=4096)
def _same_in_full(short: str, tail: str) -> bool:
    """Whether the tail only tells the trade and the legal form of the firm that is called by the short name:
    青江云|科技有限公司, 云岭|数字科技集团; not 青江云|海外科技有限公司, 云岭集团|教育公司."""
    if is_company(short) or short.endswith(_HOUSES):
        return False
    return _TRADES_AND_FORM.fullmatch(tail) is not None


_HOUSES = ("局", "院", "厂", "所", "处", "大学", "学校", "会", "部", "委", "银行")
_TRADES_AND_FORM = re.compile(
    f"(?:{one_of('trades_of_the_firm_itself')}){{0,4}}(?:集团)?(?:(?:股份|有限|责任){{0,3}}公司|集团)"
)


@lru_cache(maxsize=4096)
def _branch_tail(tail: str) -> bool:
    """Whether what stands behind a known name is the end of a body's name or says where it works: 甲|中国, 甲|产险."""
    ends = (*words("organization_suffixes"), *words("firm_endings"), *"会厅团院处局馆社委")
    return tail.endswith(ends) or is_country(tail) or bool(find_division(tail) or _part_ending().search(tail))


@cache
def _part_ending() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of((*words('department_suffixes'), *words('part_suffixes')))})$")


def _headquarters(name: str) -> set[str]:
    """What the head of a branch may be called: 甲财险|湖北|分公司 → 甲财险总公司, 甲财险公司 …"""
    branch = _BRANCH.fullmatch(name)
    if branch is None:
        return set()
    head = branch["head"]
    stems = [head[:-length] for length in (2, 3, 4) if len(head) > length + 1 and find_division(head[-length:])]
    return {
        stem + ending for stem in stems for ending in ("总公司", "总行", "集团", "公司", "有限公司", "股份有限公司")
    }


@cache
def _part_of_work() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('project_parts'))})$")


def _phases(article: Annotated) -> Iterator[Fact]:
    """X二期, X5号机组, X甲站站房工程 are parts of X where the article names X, too."""
    projects = [(index, thing) for index, thing in enumerate(article.things) if thing.type == "Project"]
    first = _first_mentions(article)
    whole_names = [(other, stem) for other, whole in projects if other in first
                   for stem in sorted(set(map(_unplaced, _stems(whole)))) if len(stem) > _SHORT]  # fmt: skip
    for index, part in projects:
        name = _unplaced(_BRACKETED.sub("", _plain(part.name)))
        wholes = [(len(stem), other) for other, stem in whole_names if other != index and name.startswith(stem)]
        if index not in first or not wholes:
            continue
        length, other = max(wholes)
        whole = article.things[other]
        phase = _part_of_work().search(name[length:])
        inner = _WORK.search(name[:length]) and name.endswith(words("project_suffixes")) and len(name) > length + _OWN
        if (phase or inner) and not _stems(part) & _stems(whole):
            bound = first[index]
            yield from part_of(article, bound, first[other], "phase of a project", (bound.start, bound.end))


def _unplaced(name: str) -> str:
    """The name without the province or city that it begins with: 青海|甲核电项目, as its other names leave it out."""
    lengths = [length for length in (3, 2) if len(name) - length >= _REST and find_division(name[:length])]
    return name[lengths[0] :] if lengths else name


def _stems(project: Thing) -> set[str]:
    """The project's names, each with and without 项目, 工程 at its end."""
    names = {_plain(name) for name in project.names}
    return names | {re.sub(r"(?:建设)?(?:项目|工程)$", "", name) for name in names}
