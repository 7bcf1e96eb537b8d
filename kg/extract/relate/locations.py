"""LOCATED_IN of what stands: 西宁市|大通县, 项目位于…, 园区已聚集了A、B等企业. Only the nearest place that is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

from kg.extract.annotated import Annotated, Bound, Fact, ends
from kg.extract.circumstances import properties
from kg.extract.lists import LINK, asides, gap, leads_up, linked, run_from, spoken
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, pattern, words

_HELD = ("Organization", "Project", "Meeting", "Location")
# 位于甲山北麓的|乙县: the words between a landmark and the place that holds the thing.
_BESIDE = re.compile(
    r"(?:[东西南北中]+[部麓侧岸郊端])?(?:境内|腹地|核心区|核心区域|脚下|山脚下|岸边|之畔|畔|之滨|中|里|内|旁)?的?"
)
_LONGEST_LINK = 12
# 地处|海拔1000米以上、风力充裕的|甲草原.
_LONG_WAY = re.compile(r"[^,。;、]{0,6}|[^,。;]{1,24}的|距[^,。;]{1,12}公里的")
_EQUATES = re.compile(r"(?:[^\u3400-\u9fff]|项目|公司|集团|工程|基地|中心)(?:是|系|为|属于?|作为|隶属于?)")
_THE = re.compile(r"(?:[东西南北中]?[部麓侧岸郊内]?|之?[畔滨]|脚下|岸边|旁|[^,。;的]{1,4}年)的[^,。;由在对向]{0,6}")
_SINCE = re.compile(r"(?:以来|之后|后|境内|内)?,")
# 甲、乙|两县|同属丙市
_COUNTED = re.compile(r"(?:[两三四五六七八九十]+[省市州县区旗镇乡])?(?:现|今|均|都)?")
# 丙市|(甲县、乙县), 丙市|所辖的|甲县
_OPENS = re.compile(r"[(:]|(?:所辖|下辖|辖内|境内)的?|的")
# 甲公司的研发楼|建在, 甲公司把研发楼|设在: it is not the firm that stands there.
_OF_IT = re.compile(r"(?!.*总部)(?:[^,。;]{0,6}[把将]|的)[^,。;]{2,}")
_COMES = re.compile(r"[^,。;]{0,10}?(?:落户|入驻|落地|进驻)")
# 聚集了|以|甲公司为代表的…, 现辖|5区3县:|甲区、…
_FOREMOST = re.compile(
    r"了?(?:以|包括|像|如|有)?(?:[0-9一二三四五六七八九十百千两多余]+[家个所户]?)?[^,。;、的与和]{0,6}:?"
)
_DIVIDED = re.compile(r"了?[0-9一二三四五六七八九十两个市州县区旗镇乡街道村社居(),、]*(?:分别|即|是|为)*:?")
_FIRMS = re.compile(r"等?[^,。;、]{0,14}(?:企业|公司|单位|机构|高校|院校|院所)|(?:为|作)[^,。;]{0,4}(?:代表|龙头|主)")
_COUNT = re.compile(r"[两三四五六七八九十]+(?:个)?[省市州县区旗镇乡]")
_HERE = re.compile(r"(?:园区|开发区|高新区|这里|当地|园内)(?:内|里|中)?[^,。;]{0,6}$")
_PARKS = ("园区", "开发区", "高新区", "经开区", "产业园", "工业园", "科技园", "园", "小镇", "新区")
# 走进甲镇,乙公司|的车间里…
_INDOORS = re.compile(r"的?[^,。;]{0,4}(?:车间|厂区|厂房|展厅|基地|园区|实验室|生产线|大棚|院内|门口|里|内)")
# Verbs of having, whose object may be a place or, with a word for firms behind, a firm.
_HAS = ("拥有", "辖有", "设有", "下辖", "辖", "坐拥", "建有", "现有", "已有", "还有")
_FROM = ("从", "自", "由")
_SMALL = ("镇", "乡", "村", "街道", "社区", "园", "园区", "开发区", "高新区", "新区", "小镇")
_HOUSES = ("大厦", "大楼", "中心", "广场", "孵化器", "科技园", "产业园", "创业园")
_STEPS_IN = re.compile(r"(?:走进|来到|走访|参观|察看|考察|深入)了?$")
_TENANTS = re.compile(r"等?[^,。;、]{0,6}(?:入驻|园区|园内|落户)[^,。;、]{0,4}(?:企业|公司|单位|机构|项目)")
_SCENE = re.compile(r"(?:来到|走进|前往|抵达|(?<![\u3400-\u9fff])在)[^,。;]{2,30}?,")


def relate(article: Annotated) -> Iterator[Fact]:
    """All facts of place, sentence by sentence."""
    for start, end in article.sentences():
        items = spoken(article, start, end, *_HELD)
        yield from _gathered(article, items, start, end)
        if not any(item.type == "Location" for item in items):
            continue
        yield from _chains(article, items)
        yield from _belongs(article, items, start, end)
        yield from _standing(article, items, start, end)
        yield from _lured(article, items, start, end)
        yield from _scene(article, items, start, end)
    for left, right in asides(article, 0, len(article.sheet.flat)):
        yield from _bracketed(article, left, right)


def _bracketed(article: Annotated, left: int, right: int) -> Iterator[Fact]:
    """甲公司(位于乙县丙镇)."""
    verb = pattern("location_verbs").match(article.sheet.flat, left + 1, right)
    held = [b for b in article.between(max(0, left - 30), left, *_HELD) if b.end == left]
    if verb and held:
        items = article.all_between(left, right, "Location")
        for place in _places_behind(article, items, verb.end()):
            yield from _fact(article, held[-1], place, "stands in", verb.span())


def _fact(article: Annotated, held: Bound, place: Bound, rule: str, trigger: tuple[int, int]) -> Iterator[Fact]:
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


def _scene(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """在甲镇,乙公司投建的风电场正在…; 来到甲镇,察看了…: what is seen there stands there."""
    flat = article.sheet.flat
    match = _SCENE.search(flat, start, end)
    if match is None:
        return
    places = [b for b in items if b.type == "Location" and match.start() <= b.start and b.end <= match.end()]
    if not places or not re.fullmatch(r"[^,。]{0,4},", flat[places[-1].end : match.end()]):
        return
    stop = re.compile(r"[。;]|$|,(?:并|又)?(?:到|赴|前往|来到)").search(flat, match.end(), end)
    for held in (b for b in items if match.end() <= b.start and b.end <= (stop.start() if stop else end)):
        if held.type == "Project" or (held.type == "Location" and _built(held)):
            yield from _fact(article, held, places[-1], "scene of the sentence", match.span())
            return
        if held.type == "Organization" and not places[-1].spot.text.endswith((*_SMALL, *_HOUSES)):
            return
        if held.type == "Organization" and held.start == match.end() and _INDOORS.match(flat, held.end):
            yield from _fact(article, held, places[-1], "scene of the sentence", match.span())
            return
        if held.type == "Organization" and _STEPS_IN.search(flat, match.end(), held.start):
            firms = run_from(article, [b for b in items if b.start >= held.start], 0)
            for firm in firms if _TENANTS.match(flat, firms[-1].end) else ():
                yield from _fact(article, firm, places[-1], "scene of the sentence", match.span())
            return


def _built(place: Bound) -> bool:
    """Whether the place is built or laid out by hand, so that it stands in a division: a hall, a park, a port."""
    return not (find_division(place.spot.text) or is_country(place.spot.text)) and place.spot.text.endswith(
        ("馆", "园", "园区", "基地", "口岸", "中心", "站", "港", "院", "厅", "区域", "小镇")
    )


def _chains(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """A place right before a place, a project or an organisation: 西宁市大通县; 桑耶镇的养殖基地."""
    for index, (outer, inner) in enumerate(pairwise(items)):
        if outer.type != "Location" or not outer.things or not _leads(article, outer, inner):
            continue
        if inner.type == "Organization" and not gap(article, outer, inner) and not _built(outer):
            continue
        if inner.type == "Meeting" or re.search("[“”]", article.sheet.flat[outer.end : inner.start]):
            continue
        for held in _same_rank(outer, run_from(article, items, index + 1)):
            yield from _fact(article, held, outer, "place before place", (outer.start, inner.end))


@cache
def _links() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('place_links'))})*")


def _leads(article: Annotated, outer: Bound, inner: Bound) -> bool:
    """Whether the first name leads up to the second, which can lie in it: 清远市|最南端|清城区, but not 上海|宁夏."""
    if leads_up(article, outer, inner):
        return inner.type != "Location" or _can_hold(outer.spot.text, inner.spot.text)
    between = gap(article, outer, inner) if outer.end <= inner.start else ""
    linking = between and len(between) <= _LONGEST_LINK and _links().fullmatch(between)
    return bool(linking) and inner.type == "Location" and _can_hold(outer.spot.text, inner.spot.text)


def _can_hold(outer: str, inner: str) -> bool:
    """Whether what the table of divisions says of the two names lets the second lie in the first."""
    lines = words("line_places")
    if is_country(inner) or (outer.endswith(lines) and not inner.endswith("段")):
        return False
    if is_country(outer):
        return not inner.endswith(lines)
    above, below = find_division(outer), find_division(inner)
    names = {division.name for division in above}
    return not above or not below or any(names & set(division.path[:-1]) for division in below)


def _same_rank(outer: Bound, run: Sequence[Bound]) -> Iterator[Bound]:
    """The members of a list that lie in the place before it: those called like the first (乌恰县、阿合奇县)."""
    first = run[0]
    yield first
    for other in run[1:]:
        if other.type != "Location" or not (_rank(other) == _rank(first) or _within(outer, other)):
            return
        if not _can_hold(outer.spot.text, other.spot.text):
            return
        yield other


def _within(outer: Bound, inner: Bound) -> bool:
    """Whether the table of divisions has the second right in the first."""
    names = {division.name for division in find_division(outer.spot.text)}
    return any(names & set(division.path[:-1]) for division in find_division(inner.spot.text))


def _belongs(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """甲、乙两县同属丙市; 丙市(甲县、乙县), 丙市:甲县、乙县, where the table of divisions has them there."""
    flat = article.sheet.flat
    for match in pattern("belonging_verbs").finditer(flat, start, end):
        before = [b for b in items if b.type == "Location" and b.end <= match.start()]
        ahead = [b for b in items if b.start == match.end() and b.type == "Location"]
        if not before or not ahead or not _COUNTED.fullmatch(flat, before[-1].end, match.start()):
            continue
        run = [before[-1]]
        for other in reversed(before[:-1]):
            if not linked(article, other, run[0]):
                break
            run.insert(0, other)
        for held in run:
            yield from _fact(article, held, ahead[0], "belongs to", match.span())
    places = article.all_between(start, end, "Location")
    for index, outer in enumerate(places[:-1]):
        opens = _OPENS.match(flat, outer.end)
        inside = places[index + 1 :]
        if outer.inner or opens is None or inside[0].start - opens.end() > 1:
            continue
        run = list(takewhile(lambda one, outer=outer: _within(outer, one), _counted_run(article, inside)))
        for held in run:
            yield from _fact(article, held, outer, "listed behind the place", (outer.start, run[-1].end))


def _rank(place: Bound) -> str:
    last = place.spot.text[-1]
    return next((rank for rank in ("县市区旗", "镇乡道", "村区寨") if last in rank), last)


def _standing(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """X位于L, X落户L, 位于L的X."""
    for match in pattern("location_verbs").finditer(article.sheet.flat, start, end):
        places = _places_behind(article, items, match.end())
        for held in _held(article, items, match.start(), places):
            for place in places:
                yield from _fact(article, held, place, "stands in", match.span())


def _held(article: Annotated, items: Sequence[Bound], verb: int, places: Sequence[Bound]) -> list[Bound]:
    """What stands there: the list that ends the words before the verb, what 位于L的 describes, or the subject."""
    if not places:
        return []
    left, _ = article.sheet.clause(verb)
    before = [b for b in items if left <= b.start and b.end <= verb]
    before = [b for b in before if b.type != "Location" or article.sheet.flat[b.start - 1 : b.start] not in _FROM]
    described = _described(article, items, places[-1])
    if described and described.type != "Location":
        return [described]
    if described is None and _of_another(article, left, verb, places[-1]):
        return []
    if before and before[-1].type == "Location" and verb - before[-1].end > 2:
        return []
    if before and before[-1].type == "Organization" and _OF_IT.match(article.sheet.flat[before[-1].end : verb]):
        return []
    if before:
        run = [before[-1]]
        for other in reversed(before[:-1]):
            if other.type != run[0].type or not linked(article, other, run[0]):
                break
            run.insert(0, other)
        return run
    found = [described] if described else _subject(article, items, verb) or _ahead(article, items, places[-1])
    return [held for held in found if held not in places]


def _of_another(article: Annotated, left: int, verb: int, place: Bound) -> bool:
    """买下|位于甲区的|土地: a verb stands before, and 的 behind the place: what stands there is not named."""
    sheet = article.sheet
    if not sheet.flat.startswith("的", place.end) or _EQUATES.search(sheet.flat, left, verb):
        return False
    before = sheet.token_at(verb - 1) if verb > left else None
    return before is not None and before.tag in ("v", "u") and before.start >= left


def _ahead(article: Annotated, items: Sequence[Bound], place: Bound) -> list[Bound]:
    """落户L以来,甲公司…: what the next clause begins with."""
    comma = _SINCE.match(article.sheet.flat, place.end)
    return [b for b in items if comma and b.start == comma.end() and b.type in ("Organization", "Project")]


def _subject(article: Annotated, items: Sequence[Bound], verb: int) -> list[Bound]:
    """What the clauses before the verb are about: the last thing named, but the first of 甲是乙之一,位于…"""
    before = [b for b in items if b.end <= verb and b.type != "Location"]
    if len(before) > 1 and _EQUATES.search(article.sheet.flat, before[0].end - 2, before[-1].start):
        return before[:1]
    return before[-1:]


def _places_behind(article: Annotated, items: Sequence[Bound], offset: int) -> list[Bound]:
    """The innermost place of the chain that begins at `offset`, and those of its rank listed behind it."""
    flat = article.sheet.flat
    places = [b for b in items if b.type == "Location" and b.start >= offset]
    if not places or not _LONG_WAY.fullmatch(flat, offset, places[0].start):
        return []
    found = places[:1]
    for other in places[1:]:
        if _BESIDE.fullmatch(gap(article, found[-1], other)):
            found[-1] = other
        elif linked(article, found[-1], other) and _rank(found[-1]) == _rank(other):
            found.append(other)
        else:
            break
    return found


def _described(article: Annotated, items: Sequence[Bound], place: Bound) -> Bound | None:
    """What 位于L的 describes: the name behind it."""
    following = next((b for b in items if b.start >= place.end), None)
    if following is not None and _THE.fullmatch(article.sheet.flat, place.end, following.start):
        return following
    return None


def _gathered(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """园区聚集了A、B等企业; 甲市拥有A口岸、B保税区."""
    flat = article.sheet.flat
    for match in pattern("gather_words").finditer(flat, start, end):
        before = [b for b in items if b.type == "Location" and b.end <= match.start()]
        place = _innermost(article, before) if before else _here(article, start, match.start())
        if place is None or not {match.start(), match.end()} <= article.sheet.edges:
            continue
        for held in _inside(article, items, match, place):
            yield from _fact(article, held, place, "gathers", match.span())


def _here(article: Annotated, start: int, verb: int) -> Bound | None:
    """园区里|还有…: the park named last, in the two sentences before."""
    if not _HERE.search(article.sheet.flat, start, verb):
        return None
    floor = article.sheet.sentences[max(0, article.sheet.sentence_index(start) - 2)][0]
    parks = [b for b in article.all_between(floor, start, "Location") if b.spot.text.endswith(_PARKS)]
    return parks[-1] if parks else None


def _inside(article: Annotated, items: Sequence[Bound], verb: re.Match[str], place: Bound) -> list[Bound]:
    """What the place has: firms (甲、乙等企业), or places of its own (甲县、乙口岸, 甲、乙、丙三区和丁县)."""
    flat = article.sheet.flat
    ahead = [b for b in items if b.type in ("Location", "Organization") and b.start >= verb.end()]
    lead = _FOREMOST if ahead and ahead[0].type == "Organization" else _DIVIDED
    if not ahead or not lead.fullmatch(flat, verb.end(), ahead[0].start):
        return []
    if ahead[0].type == "Organization":
        _, right = article.sheet.clause(ahead[0].start)
        firms = [b for b in ahead if b.type == "Organization" and b.end <= right]
        return firms if verb.group() not in _HAS or _FIRMS.match(flat, firms[-1].end) else []
    run = _counted_run(article, [b for b in ahead if b.type == ahead[0].type], place)
    if verb.group() not in _HAS:
        return []
    return [b for b in run if verb.group().endswith("辖") or len(b.spot.text) > 2]


def _counted_run(article: Annotated, bounds: Sequence[Bound], place: Bound | None = None) -> list[Bound]:
    """The list that begins with the first, over counts that sum up a part of it: 甲、乙|三区和|丙县、丁县.

    place: where the table of divisions has the next one in it, a comma goes on, too.
    """
    run = [bounds[0]]
    for other in bounds[1:]:
        between = _COUNT.sub("", gap(article, run[-1], other), count=1)
        if not (LINK.fullmatch(between) or (between == "," and place is not None and _within(place, other))):
            break
        run.append(other)
    return run


def _lured(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """甲市吸引A、B落户."""
    flat = article.sheet.flat
    for match in pattern("lure_verbs").finditer(flat, start, end):
        before = [b for b in items if b.type == "Location" and 0 <= match.start() - b.end <= 4]
        ahead = [b for b in items if b.type in ("Organization", "Project") and b.start >= match.end()]
        if before and ahead and ahead[0].start - match.end() <= 12:
            lured = run_from(article, ahead, 0)
            for held in lured if _COMES.match(flat, lured[-1].end) else ():
                yield from _fact(article, held, before[-1], "draws", match.span())


def _innermost(article: Annotated, places: Sequence[Bound]) -> Bound:
    """The last place of the chain that begins with the first: 新疆|霍尔果斯."""
    place = places[0]
    for other in places[1:]:
        if not leads_up(article, place, other):
            break
        place = other
    return place
