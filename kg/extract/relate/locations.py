"""LOCATED_IN of what stands: 项目位于…, 公司落户…, 走进甲镇,乙公司的车间里…. Only the nearest place that is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.grounds import (
    chain_from,
    employs,
    in_turn,
    is_built,
    is_division,
    is_part_of_longer,
    lies_within,
    located,
    rank,
)
from kg.extract.lists import asides, gap, leads_up, linked, spoken
from kg.language.classes import ADVERBS, COPULAS, COUNTS, HELD, NUMERALS, TIMES, one_of
from kg.language.lexicon import pattern, table, word_set

_HELD = ("Organization", "Project", "Meeting", "Location")
# 地处|海拔1000米以上、风力充裕的|甲草原.
_LONG_WAY = re.compile(r"[^,。;、]{0,6}|[^,。;]{1,24}的|距[^,。;]{1,12}公里的")
_EQUATES = re.compile(rf"(?:[^\u3400-\u9fff]|项目|公司|集团|工程|基地|中心)(?:{COPULAS}|属于?|隶属于?)")
_IS_A = re.compile(f"(?:{COPULAS}|隶属于?)(?!由)")
# 位于甲区的|土地, but 栖身于甲市的|一栋老厂房, 位于甲市的|中心.
_OF_A_THING = re.compile(f"(?:附近|周边|郊区)?的(?![一两几数]|(?:{one_of('parts_of_grounds')})(?:[,。;]|$))")
_THE = re.compile(
    f"(?:[东西南北中]?[部麓侧岸郊内]?|之?[畔滨]|(?:{one_of('sides')})|[^,。;的]{{1,4}}年)(?:[里中上内])?的(?:[^,。;由在对向与和跟及]{{0,6}})"
)
_SINCE = re.compile(r"(?:以来|之后|后|境内|内)?,")
# 甲公司的研发楼|建在, 甲公司把研发楼|设在: it is not the firm that stands there.
_OF_IT = re.compile(r"(?!.*总部)(?:[^,。;]{0,6}[把将]|的)[^,。;]{2,}")
# 甲协会|队员们正在|位于丙湖的…, 甲委|巡视二组|进驻: people of it, or a group that it sends.
_ITS_PEOPLE = re.compile(
    f"(?!等)[^,。;]{{0,10}}?(?:们|{one_of('staff')}|负责人|代表|成员|一行|班子|志愿者|选手|{one_of('groups_sent')}|[巡督第][^,。;]?[{NUMERALS}]{{1,2}}组)"
)
# 获批甲平台|的9家单位|分布于…
_COUNTED = re.compile(f"的[^,。;]{{0,6}}?[0-9{COUNTS}]{{1,4}}(?:余|多)?[家个所座名位处]")
# “甲公司落户乙市”的|消息: what others tell.
_RUMOUR = re.compile(f"[^“”。]{{0,6}}”的?(?:{one_of('rumours')})")
# 赶到|位于乙街一公寓, 在|地处甲山的乙村: verbs that describe the noun behind their place.
_STATIVE = ("位于", "地处", "坐落", "座落")
# 位于甲湾与乙岛|之间: in neither.
_BETWEEN = re.compile(f"(?:[与和及、至][^,。;]{{1,14}}?)?(?:{one_of('neither_of_two')})")
# 甲集团|6家子公司也相继|落户, 乙公司|新工厂|建在
_PART_OF_IT = re.compile(
    f"(?:旗下|的)?(?:(?:[0-9{COUNTS}]{{1,4}}|首|第[一二三])[家个所座]|(?:首|第[一二三])?[^,。;、总]{{0,4}}?(?:{one_of('parts_that_settle')}))"
)
# 甲园区|26日上午|在乙区; 在乙区|隆重|开园.
_WHEN = re.compile(rf"(?:{TIMES}|{ADVERBS}|{one_of('at_last')}|,){{0,6}}")
_SO = re.compile(rf"(?:{ADVERBS}|{one_of('at_last')}|目前|现){{0,3}}")
_AT_LAST = re.compile(rf"(?:境内)?(?:{ADVERBS}|举行|举办){{0,3}}")
_NO_OBJECT = re.compile(r"[,。;、)]|仪式|以来|并|后|时|$")
_WORK = re.compile("开工|奠基|动工|竣工|封顶")
_FROM = ("从", "自", "由")
# 路线起于甲乡,接乙高速,|止于丙镇: the same road.
_BEGINS_AT, _ENDS_AT = ("起于", "起自"), ("止于", "止至", "终到")
_BESIDE_MARKS = ("由", "被", "与", "向", "对", "经", "受", "同", "跟", "给")


def relate(article: Annotated) -> Iterator[Fact]:
    """All facts of place, sentence by sentence."""
    for start, end in article.sentences():
        items = spoken(article, start, end, *_HELD)
        if not any(item.type == "Location" for item in items):
            continue
        yield from _standing(article, items, start, end)
        yield from _opened(article, items, start, end)
        yield from _seats(article, items)
        yield from _where(article, items)
    for left, right in asides(article, 0, len(article.sheet.flat)):
        yield from _bracketed(article, left, right)


def _seats(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """甲市是乙州州府所在地; 乙州…,首府设在甲市."""
    flat = article.sheet.flat
    places = [item for item in items if item.type == "Location"]
    for one, other in pairwise(places):
        behind = _SEAT.match(flat, other.end)
        if behind and _IS.fullmatch(gap(article, one, other)):
            yield from located(article, one, other, "seat of a division", behind.span())
            continue
        ahead = _SEAT_IN.search(flat, one.end, other.start)
        left, _ = article.sheet.clause(other.start)
        if ahead and ahead.end() == other.start and ahead.start() in (left, one.end):
            whole = one if ahead.start() == one.end else places[0]
            yield from located(article, other, whole, "seat of a division", ahead.span())


_IS = re.compile(f"(?:{COPULAS})")
_SEAT = re.compile(f"的?(?:{one_of('seats_of_government')})(?:城市)?(?:所在地|驻地)?")
_SEAT_IN = re.compile(f"(?:其|现)?(?:{one_of('seats_of_government')})(?:设在|设于|在|为|是|位于|驻)")


def _where(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """甲公园所在的乙市(丙区): what is called by what stands in it."""
    for index, (held, place) in enumerate(pairwise(items), 1):
        if place.type == "Location" and held.type != "Meeting" and gap(article, held, place) == "所在的":
            inner = chain_from(article, items, index)[-1]
            yield from located(article, held, inner, "where it stands", (held.end, place.start))


def _bracketed(article: Annotated, left: int, right: int) -> Iterator[Fact]:
    """甲公司(位于乙县丙镇)."""
    verb = pattern("location_verbs").match(article.sheet.flat, left + 1, right)
    held = [b for b in article.between(max(0, left - 30), left, *_HELD) if b.end == left]
    if verb and held:
        items = article.all_between(left, right, "Location")
        for place in _places_behind(article, items, left + 1, verb.end()):
            yield from located(article, held[-1], place, "stands in", verb.span())


def _standing(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """X位于L, X落户L, 位于L的X."""
    line: list[Bound] = []
    people = article.between(start, end, "Person")
    for match in pattern("location_verbs").finditer(article.sheet.flat, start, end):
        if any(one.start < match.start() < one.end for one in people):
            continue  # 李文建|在乙区
        places = _places_behind(article, items, match.start(), match.end())
        found = line if match.group() in _ENDS_AT else _held(article, items, match.start(), places)
        line = found if match.group() in _BEGINS_AT else line
        found = [held for held in found if not _quoted_apart(article.sheet.flat, held, match.start(), places[0].end)]
        for held, place in in_turn(article, found, places, match.start()):
            yield from located(article, held, place, "stands in", match.span())


def _quoted_apart(flat: str, held: Bound, verb: int, end: int) -> bool:
    """Whether verb and place are quoted and the thing is not (甲部“家在乙市”品牌), or all are as what others tell."""
    opened = flat.rfind("“", 0, verb)
    if opened <= flat.rfind("”", 0, verb):
        return False
    return opened >= held.end or _RUMOUR.match(flat, end) is not None


def _opened(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """甲创业园在乙区|正式开园: what begins at a place stands there."""
    flat = article.sheet.flat
    for match in pattern("opened_there").finditer(flat, start, end):
        at = flat.rfind("在", start, match.start())
        places = [b for b in items if b.type == "Location" and at < b.start and b.end <= match.start()]
        held = [b for b in items if b.end <= at and b.type != "Meeting"][-1:]
        if (
            not _NO_OBJECT.match(flat, match.end())
            or not places
            or not held
            or not _AT_LAST.fullmatch(flat, places[-1].end, match.start())
        ):
            continue
        works = held[0].type == "Project" or (held[0].type == "Location" and is_built(held[0]))
        whose = held[0].type == "Organization" and not _WORK.fullmatch(match.group())
        chained = all(leads_up(article, one, other) for one, other in pairwise(places))
        if (works or whose) and places[0].start == at + 1 and chained and _WHEN.fullmatch(flat, held[0].end, at):
            yield from located(article, held[0], places[-1], "begins there", match.span())


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
    if described is None and _of_another(article, left, verb, places[-1], before):
        return []
    aside = before and _stands_aside(article, before[-1], verb)
    if aside or (not before and described is None and _describes_a_noun(article, left, verb, places[-1])):
        return []
    if before:
        run = [before[-1]]
        for other in reversed(before[:-1]):
            if other.type != run[0].type or not linked(article, other, run[0]):
                break
            run.insert(0, other)
        return run
    if described:
        # 位于甲海之滨的|乙市: a division does not lie in a landmark
        found = [] if is_division(described) and not lies_within(places[-1], described) else [described]
    elif called := _called(article, left, verb):
        found = [called]
    elif _other_noun(article, left, verb):
        found = []
    else:
        found = _subject(article, items, verb) or _ahead(article, items, places[-1]) or _site_told(article, items, verb)
    return [held for held in found if held not in places]


def _stands_aside(article: Annotated, last: Bound, verb: int) -> bool:
    """Whether the verb has another subject than the last name before it (甲公司的|研发楼|建在…)."""
    if last.type == "Location":
        return verb - last.end > 2
    behind = article.sheet.flat[last.end : verb]
    if _COUNTED.match(behind):
        return True
    if last.type == "Organization" and article.between(last.end, verb, "Person"):
        return True  # 甲局局长李文达深入|位于…
    aside = _OF_IT.match(behind) or _PART_OF_IT.match(behind) or _ITS_PEOPLE.match(behind)
    return last.type == "Organization" and aside is not None


def _describes_a_noun(article: Annotated, left: int, verb: int, place: Bound) -> bool:
    """Whether verb and place describe a noun without a name: 7月8日,|位于甲州的银行, 赶到|位于乙街一公寓."""
    sheet = article.sheet
    if not sheet.flat.startswith(_STATIVE, verb):
        return False
    if verb == left:
        return _OF_A_THING.match(sheet.flat, place.end) is not None
    token = sheet.token_at(verb - 1)
    if sheet.flat[verb - 1] == "在" and _HELD_AT.match(sheet.flat, place.end):
        return False  # 甲大赛,在|位于乙市的丙馆|举办
    return token is not None and token.tag in ("v", "p") and token.start >= left


_HELD_AT = re.compile(f"(?:{ADVERBS}){{0,2}}(?:{HELD})")


def _of_another(article: Annotated, left: int, verb: int, place: Bound, before: Sequence[Bound]) -> bool:
    """Whether 的 behind the place tells of a thing without a name: 买下|位于甲区的土地, 甲公司|位于乙湾的工厂."""
    sheet = article.sheet
    if not _OF_A_THING.match(sheet.flat, place.end) or _EQUATES.search(sheet.flat, left, verb):
        return False
    if before and before[-1].type == "Organization" and _SO.fullmatch(sheet.flat, before[-1].end, verb):
        return True
    token = sheet.token_at(verb - 1) if verb > left else None
    return token is not None and token.tag in ("v", "u", "p", "r") and token.start >= left


def _called(article: Annotated, left: int, verb: int) -> Bound | None:
    """What 该馆, 电站, 这座大桥 before the verb means: the nearest name of this ending in two sentences before."""
    call = _CALL.fullmatch(article.sheet.flat, left, verb)
    if call is None or (not call["this"] and len(call["noun"]) < _BARE):
        return None
    ends = _site_calls().get(call["noun"], (call["noun"],))
    floor = article.sheet.sentences[max(0, article.sheet.sentence_index(left) - 2)][0]
    named = article.back_from(left, floor, *_HELD)
    return next((b for b in named if b.things and b.spot.text.endswith(ends) and len(b.spot.text) > len(ends[0])), None)


@cache
def _site_calls() -> dict[str, tuple[str, ...]]:
    return {word: tuple(ends.split(" ")) for word, ends in table("site_calls")}


# 该|馆|就|坐落于…; a word of one letter stands for nothing without 该.
_CALL = re.compile(
    f"(?P<this>(?:该|本|这(?:{one_of('units_of_sites')}))?)"
    rf"(?P<noun>[\u3400-\u9fff]{{1,4}}?)(?:{ADVERBS}|{one_of('at_last')}){{0,3}}"
)
_BARE = 2


def _other_noun(article: Annotated, left: int, verb: int) -> bool:
    """Whether the clause has a subject of its own that is no name: 工程|起点|位于甲市, 驻军|进驻乙市."""
    sheet, known = article.sheet, word_set("site_nouns")
    tokens = sheet.tokens[max(sheet.token_index(left), 0) : sheet.token_index(verb - 1) + 1] if verb > left else ()
    return any(t.tag in ("n", "nz", "nw") and t.text not in known for t in tokens if left <= t.start and t.end <= verb)


def _ahead(article: Annotated, items: Sequence[Bound], place: Bound) -> list[Bound]:
    """落户L以来,甲公司…: what the next clause begins with."""
    comma = _SINCE.match(article.sheet.flat, place.end)
    return [b for b in items if comma and b.start == comma.end() and b.type in ("Organization", "Project")]


def _subject(article: Annotated, items: Sequence[Bound], verb: int) -> list[Bound]:
    """What the clauses before the verb are about: the last thing named, but the first of 甲是乙之一,位于…"""
    before = [b for b in items if b.end <= verb and b.type != "Location" and not employs(article, b)]
    # 项目由甲公司实施,|选址乙园区; 甲馆与乙馆结对,…: who stands behind 由 or 与 is not what the story is about.
    own = [b for b in before if article.sheet.flat[b.start - 1 : b.start] not in _BESIDE_MARKS]
    before = own or before
    is_other = len(before) > 1 and (
        _EQUATES.search(article.sheet.flat, before[0].end - 2, before[-1].start)
        or _IS_A.match(article.sheet.flat, before[0].end, before[-1].start)
    )
    if is_other:
        return before[:1]
    return before[-1:]


def _site_told(article: Annotated, items: Sequence[Bound], verb: int) -> list[Bound]:
    """甲古镇,|位于…: the site that opens the sentence, where nothing else is named before the verb."""
    start, _ = article.sheet.sentence(verb)
    before = [b for b in items if b.end <= verb]
    return before if len(before) == 1 and before[0].start == start and before[0].type == "Location" else []


def _places_behind(article: Annotated, items: Sequence[Bound], verb: int, offset: int) -> list[Bound]:
    """The innermost place of the chain that begins at `offset`, and those of its rank listed behind it.

    Where the verb opens its clause, what stands behind 的 is told of: 藏在甲山深处的|乙村.
    """
    flat = article.sheet.flat
    places = [b for b in items if b.type == "Location" and b.start >= offset]
    opens = article.sheet.clause(verb)[0] == verb
    if not places or not _LONG_WAY.fullmatch(flat, offset, places[0].start):
        return []
    if any(b.type != "Location" and offset <= b.start and b.end <= places[0].start for b in items):
        return []
    chains = [_up_to_of(article, chain_from(article, places, 0)) if opens else chain_from(article, places, 0)]
    for index, other in enumerate(places):
        last = chains[-1]
        if other.start < last[-1].end:
            continue
        if not linked(article, last[-1], other):
            break
        chain = chain_from(article, places, index)
        if not (_alike(last[0], chain[0]) or _alike(last[-1], chain[-1])):
            break
        chains.append(chain)
    _, right = article.sheet.clause(offset)
    if _BETWEEN.match(flat, chains[-1][-1].end):
        return []
    return [chain[-1] for chain in chains if not is_part_of_longer(article, chain[-1], right + 1)]


def _up_to_of(article: Annotated, chain: Sequence[Bound]) -> list[Bound]:
    """The first places of the chain, up to what is described by 的."""
    index = next((i for i, (one, other) in enumerate(pairwise(chain)) if gap(article, one, other).endswith("的")), None)
    return list(chain if index is None else chain[: index + 1])


def _alike(one: Bound, other: Bound) -> bool:
    """Whether two places of a list are called alike, or the table of divisions knows both: 甲县、乙县, 长沙、湘潭."""
    return rank(one) == rank(other) or (is_division(one) and is_division(other))


def _described(article: Annotated, items: Sequence[Bound], place: Bound) -> Bound | None:
    """What 位于L的 describes: the name behind it."""
    following = next((b for b in items if b.start >= place.end), None)
    if following is not None and _THE.fullmatch(article.sheet.flat, place.end, following.start):
        return following
    return None
