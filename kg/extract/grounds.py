"""Facts of place, and what the table of divisions says of two names, for the modules that read what lies in what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.annotated import Annotated, Bound, Fact, ends
from kg.extract.circumstances import properties
from kg.extract.lists import LINK, gap
from kg.language.classes import SEVERAL, all_of, one_of
from kg.language.countries import is_country, is_region
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, pattern, word_set, words
from kg.language.pieces import fills

_COUNT = re.compile(f"[{SEVERAL}]{{1,4}}(?:个)?[省市州县区旗镇乡]")
_LONGEST_LINK = 12
# The rule of `relate.scenes` that takes the place where a sentence is set.
SCENE = "scene of the sentence"


def located(article: Annotated, held: Bound, place: Bound, rule: str, trigger: tuple[int, int]) -> Iterator[Fact]:
    """LOCATED_IN of what the first mention means in what the second means."""
    if not place.things:
        return
    lasting = rule == "place before place"
    for thing, bound in ends([held]):
        yield article.fact(
            (thing, bound),
            "LOCATED_IN",
            (place.things[-1], place),
            trigger=trigger,
            rule=rule,
            properties={} if lasting else properties(article, trigger),
        )


def employs(article: Annotated, body: Bound) -> bool:
    """Whether somebody or a post stands right behind the body, so that it tells whose post it is: 甲局|处长李文达."""
    return any(one.start == body.end for one in article.between(body.end, body.end + _LONGEST_LINK, "Title", "Person"))


def is_built(place: Bound) -> bool:
    """Whether the place is built or laid out by hand, so that it stands in a division: a hall, a park, a port."""
    return not (find_division(place.spot.text) or is_country(place.spot.text)) and place.spot.text.endswith(
        ("馆", "园", "园区", "基地", "口岸", "中心", "站", "港", "院", "厅", "区域", "小镇")
    )


def is_division(place: Bound) -> bool:
    """Whether the table of divisions or of countries knows the place."""
    return bool(find_division(place.spot.text)) or is_country(place.spot.text)


# What flows through a division does not lie in it: 甲县|长江岸线.
_RIVERS = ("江", "河")
_CHINA = ("中国", "我国", "中华人民共和国")


def _of_china(name: str) -> bool:
    """Whether the name is that of a province, of Hong Kong or of a region: 中国|新疆 is said of the whole land."""
    found = find_division(name)
    return any(len(division.path) == 1 for division in found) or name in {"大陆", "内地"} or is_region(name)


def can_hold(outer: str, inner: str) -> bool:
    """Whether what the table of divisions says of the two names lets the second lie in the first."""
    lines = words("line_places")
    along = outer.endswith(lines) and not find_division(outer)  # 丽江, 漯河 are cities
    if is_country(inner) or (along and not inner.endswith("段")):
        return False
    if is_country(outer):
        return not inner.endswith(lines) and not is_region(inner) and not (outer in _CHINA and _of_china(inner))
    if inner.endswith(_RIVERS) and not find_division(inner) and find_division(outer):
        return False
    if _are_equals(outer, inner) or _names_another(outer, inner):
        return False
    above, below = find_division(outer), find_division(inner)
    names = {division.name for division in above}
    return not above or not below or any(names & set(division.path[:-1]) for division in below)


def _are_equals(outer: str, inner: str) -> bool:
    """Whether both names are of one rank, so that neither holds the other: 甲镇|乙乡, 甲路|乙街, 甲县|乙县."""
    if _OLD_TOWN.search(inner) or (outer[-1] in "镇乡" and find_division(outer)):
        return False  # 宁乡|沙田乡: a city that is called so
    return any(outer.endswith(ends) and inner.endswith(ends) for ends in _EQUALS)


_EQUALS = (("镇", "乡", "街道", "苏木"), ("路", "街", "大道", "大街", "巷", "胡同"), ("县", "旗"))
# 甲镇的|文旅小镇, 乙路|步行街: grounds in a town or street that are called so.
_OLD_TOWN = re.compile("(?:[小古老新]镇|(?:步行|商业|老|古|小吃|美食|文化|特色|风情)[大老]?街)$")


def _names_another(outer: str, inner: str) -> bool:
    """Whether the second begins with the name of a city or county that is not in the first: 甲市…、|乙市高新区."""
    for end in range(3, min(len(inner) - 1, _LONGEST_DIVISION) + 1):
        if inner[end - 1] in "市县州" and (own := find_division(inner[:end])):
            above = {division.name for division in find_division(outer)}
            return bool(above) and not any(above & set(division.path) for division in own)
    return False


_LONGEST_DIVISION = 6


def names_elsewhere(outer: str, inner: str) -> bool:
    """Whether the second begins with the short name of a city or a known place not in the first: 乙市|植物园."""
    above = {division.name for division in find_division(outer)}
    for end in range(2, min(len(inner) - 1, _LONGEST_DIVISION) + 1):
        head = inner[:end]
        own = find_division(head)
        if own and all(division.level == "county" for division in own):
            continue
        if own or head in word_set("world_places"):
            return head != outer and not any(above & set(division.path) for division in own)
    return False


def lies_within(outer: Bound, inner: Bound) -> bool:
    """Whether the table of divisions has the second right in the first."""
    names = {division.name for division in find_division(outer.spot.text)}
    return any(names & set(division.path[:-1]) for division in find_division(inner.spot.text))


# 位于甲山北麓的|乙县: the words between a landmark and the place that holds the thing.
# 甲路|128号|乙大厦
_BESIDE = re.compile(f"(?:[0-9-]{{1,6}}号)?(?:[东西南北中]+[部麓侧岸郊端])?(?:{one_of('sides')})?[的·]?")


# 分别|位于: the first there, the second here.
_IN_TURN = re.compile(f"(?:{one_of('in_turn')})[^,。;]{{0,6}}$")


def in_turn(article: Annotated, held: Sequence[Bound], places: Sequence[Bound], verb: int) -> list[tuple[Bound, Bound]]:
    """Who is where: each at each place, but one by one behind 分别 (甲、乙公司分别|位于丙市、丁市)."""
    told = len(held) > 1 and len(places) > 1 and _IN_TURN.search(article.sheet.flat, max(0, verb - 10), verb)
    if told:
        return list(zip(held, places, strict=True)) if len(held) == len(places) else []
    return [(one, place) for one in held for place in places]


def chain_from(article: Annotated, items: Sequence[Bound], index: int) -> list[Bound]:
    """The places that lead up one to the other, from the one at this index: 甲省|乙市|丙县, 甲山北麓的|丁村."""
    chain = [items[index]]
    for other in items[index + 1 :]:
        between = gap(article, chain[-1], other)
        if other.type != "Location" or not (_BESIDE.fullmatch(between) or leads_over(article, chain[-1], other)):
            break
        chain.append(other)
    return chain


def chain_start(article: Annotated, items: Sequence[Bound], place: Bound) -> int:
    """Where the chain of places begins that the place ends: |甲省乙市丙县."""
    start = place.start
    for other in reversed([b for b in items if b.end <= start and b.type == "Location"]):
        if article.sheet.flat[other.end : start].strip() not in ("", "的", "·", "首都"):
            break
        start = other.start
    return start


def leads_over(article: Annotated, outer: Bound, inner: Bound) -> bool:
    """Whether nothing but words of where in it stands between two places: 清远市|最南端|清城区."""
    between = gap(article, outer, inner)
    return 0 < len(between) <= _LONGEST_LINK and fills(pattern("place_links"), between)


def is_part_of_longer(article: Annotated, place: Bound, end: int) -> bool:
    """Whether the words behind the place, up to `end`, make it the front of a longer name, or name a place beside it.

    位于甲新区|装备产业区, 在乙市|创新基地|举行; 位于丙江|源头, 丁市|以北: nothing is told to lie in the place itself.
    """
    flat = article.sheet.flat
    if _BESIDE_IT.match(flat, place.end, end):
        return True
    name = _rest_of_name().match(flat, place.end, end)
    if name is None or name.end() not in article.sheet.edges or place.spot.text.endswith(words("venue_endings")):
        return False
    inside = article.sheet.words_in(place.end, name.end())
    return bool(inside) and all(token.tag in _IN_NAMES or len(token.text) == 1 for token in inside)


# Tags of what the rest of a name is made of.
_IN_NAMES = ("n", "nz", "vn", "nw", "a", "b", "an", "j", "m", "q", "f", "s", "d", "LOC", "ns", "ORG", "nt", "PER")
_BESIDE_IT = re.compile(f"(?<=[江河溪])(?:{one_of('ends_of_waters')})|以[东西南北]|其中")


@cache
def _rest_of_name() -> re.Pattern[str]:
    """Words up to a kind of ground or house, behind which the name has ended."""
    kinds = any_of((*words("zone_kinds"), *all_of("grounds_in_zones"), *words("venue_endings")))
    behind = f"[,。;:)]|$|(?:{any_of(words('held_adverbs'))}){{0,2}}(?:{any_of(words('held_verbs'))})"
    return re.compile(f"[\u3400-\u9fff]{{2,14}}?(?<!市)(?:{kinds})(?={behind})")


def rank(place: Bound) -> str:
    """What kind of division a name ends like: those of one list that are called alike lie in one place."""
    last = place.spot.text[-1]
    return next((kind for kind in ("县市区旗", "镇乡道", "村区寨") if last in kind), last)


def counted_run(article: Annotated, bounds: Sequence[Bound], place: Bound | None = None) -> list[Bound]:
    """The list that begins with the first, over counts that sum up a part of it: 甲、乙|三区和|丙县、丁县.

    place: where the table of divisions has the next one in it, a comma goes on, too.
    """
    run = [bounds[0]]
    for other in bounds[1:]:
        between = _COUNT.sub("", gap(article, run[-1], other), count=1)
        if not (LINK.fullmatch(between) or (between == "," and place is not None and lies_within(place, other))):
            break
        run.append(other)
    return run
