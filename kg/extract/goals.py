"""What a verb of visiting reaches: the places, organisations and projects behind it, or those that lead up to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.annotated import Annotated, Bound
from kg.extract.lists import LINK, gap, heads, leads_up, spoken
from kg.language.classes import BELONGING, SEVERAL, all_of, one_of
from kg.language.countries import country_abbreviation
from kg.language.divisions import abbreviation
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, pattern, words
from kg.language.pieces import fills

PLACES = ("Location", "Organization", "Project")
_MODIFIES = ("n", "nz", "vn", "nw")
_VILLAGES = all_of("villages")
_VERB = 5
_STAFF = re.compile(f"的?(?:一线|基层|全体|广大)?(?:{one_of('staff')})")
# 察看某园区建设|情况
_MAKES = re.compile(f"[^,。;、]{{0,6}}(?:援建|投资|承建|投建|联合|合作|共建|{BELONGING}|(?:建设|设立|成立)(?=的))")
# 赴甲校|定点帮扶村: the village is where they go.
_HELPS = re.compile(
    f"的?(?:定点|对口|结对|挂钩|挂点|驻点)?(?:{one_of('aiding_verbs')})的?[^,。;、]{{0,4}}?(?:村|镇|乡|县|市|区|点|户|学校)"
)
# 慰问甲市|在乙县支医的医务人员
_PEOPLE_AT = re.compile("在[^,。;、]{2,12}的")
# 到甲镇|突击|检查, 赴乙县|开展专题|调研
_HOW = re.compile(f"(?:(?:{one_of('delexical_verbs')}|{one_of('ways_of_seeing')})了?){{1,3}}")
_STATE = re.compile("的?(?:最新)?(?:情况|进展|进度|成效|现场)")
# 赶赴甲镇|山体滑坡现场; 参观甲馆|时,
_ON_THE_SPOT = re.compile("[^,。;、的]{2,8}(?:现场|一线|灾区|工地)|(?:时|期间|之?后|途中|过程中|之际),")
# 来到甲村|抗美援朝老兵李文达、乙村老党员周明远家中: the home stands in the village.
_HOME_OF = re.compile("[^,。;]{2,60}?家(?:[中里]|(?=[,。;]))")
# 北京、海南|两地: what sums a list up.
_SUMMED = re.compile(f"等|[{SEVERAL}多几各][地省市县区]")
_SEVERAL = re.compile(
    rf"^(?:等地|两县|两地|两市|三地|各地|等?[0-9{SEVERAL}]+个?[\u3400-\u9fff]{{0,4}}?(?:{one_of('kinds_of_grounds')}))"
)
# 在甲市|围绕…开展|调研, 在甲市|开展…情况专题|调研
_TOPIC = re.compile(f"就|开展|{one_of('topic_markers')}")
_VISITING = re.compile(
    f"(?:(?:{one_of('delexical_verbs')})了?|{one_of('ways_of_seeing')}|(?:就|开展|展开|{one_of('topic_markers')})[^,。;]{{0,40}}|走访|考察|的|的?(?:友好|正式|国事|工作|首次|历史性)|为期[^,。;]{{1,4}}的|看望|的?[^,。;的]{{0,4}}(?:一线|沿线|腹地))"
)
# 甲县、|乙村; but not 赴甲县调研|时与|乙公司座谈: whom they meet on the way is not visited.
_LISTS = re.compile("[、和与及]")
_MEETS = re.compile("(?:时|期间|途中|之后|过程中),?[与同和跟]")
_STOP = re.compile(f"[。;:]|,(?!以及|和|并(?:实地)?(?:{any_of(words('visit_verbs'))}))")


def goals_behind(article: Annotated, offset: int, end: int) -> list[Bound]:
    """The list of goals that begins at or shortly behind `offset`, the end of the verb."""
    flat = article.sheet.flat
    stop = _STOP.search(flat, offset, end)
    limit = stop.start() if stop else end
    while limit < end and _goes_on(article, offset, limit):
        stop = _STOP.search(flat, limit + 1, end)
        limit = stop.start() if stop else end
    items = [b for b in spoken(article, offset, limit, *PLACES) if not is_maker(article, b) and not _quoted(article, b)]
    called_on = flat.find("走访", max(0, offset - _VERB), offset) >= 0  # 走访慰问了|甲部队|官兵
    items = [b for b in items if not _modifies(article, b) and not _stands_for_people(article, b, called_on)]
    if not items or (items[0].start - offset > 12 and "的" not in flat[offset : items[0].start]):
        return []
    run: list[Bound] = []
    for item in heads(article, items):
        between = flat[run[-1].end : item.start] if run else ""
        if run and not _LISTS.search(between) and not between.startswith(","):
            break
        if _MEETS.search(between):
            break
        run.append(item)
    return _spread(article, run)


def _goes_on(article: Annotated, offset: int, comma: int) -> bool:
    """甲县乙村、丙村|,|丁县戊村、己村实地察看: whether the list of places goes on behind a comma."""
    flat = article.sheet.flat
    _, right = article.sheet.clause(comma + 1)
    before = [b for b in article.between(offset, comma, "Location") if b.end == comma]
    behind = [b for b in article.between(comma + 1, right, *PLACES, "Person") if b.start >= comma]
    listed = flat[comma] == "," and bool(before) and len(behind) > 1 and behind[0].start == comma + 1
    alike = listed and all(b.type == "Location" for b in behind)
    return alike and bool(pattern("inspection_words").search(flat, behind[-1].end, right))


def is_maker(article: Annotated, bound: Bound) -> bool:
    """由长沙县援建的…: the maker of what is visited is not visited."""
    flat = article.sheet.flat
    if flat[bound.start - 1 : bound.start] == "由" or _HELPS.match(flat, bound.end):
        return True
    # 来到该企业|了解投资情况: what they do there.
    looks = pattern("inspection_words").match(flat, bound.end)
    makes = None if looks else _MAKES.match(flat, bound.end, bound.end + 12)
    if makes is None:
        return False
    # 走访甲村、乙医院|等丙市援建项目: behind the 等 that closes the list another is told as the maker.
    closed = flat.startswith("等", bound.end)
    return not (closed and article.all_between(bound.end, makes.end(), "Location", "Organization"))


def _quoted(article: Annotated, bound: Bound) -> bool:
    """“全球地图中的澳门”展: the place is only a word of a quoted name."""
    left = article.sheet.flat[max(0, bound.start - 20) : bound.start]
    return left.rfind("“") > left.rfind("”") and article.sheet.flat[bound.end : bound.end + 1] != "”"


def _stands_for_people(article: Annotated, bound: Bound, called_on: bool = False) -> bool:
    """甲学院|李文达教授, 慰问乙医院|医务人员: the body only says who somebody is.

    called_on: the verb is one of calling on (走访慰问丙部队|官兵), which is done where the staff are.
    """
    if bound.type != "Organization":
        return False
    held = any(b.start == bound.end for b in article.all_between(bound.end, bound.end + 12, "Person", "Title"))
    called_on = called_on and article.sheet.flat[bound.start - 1 : bound.start] != "驻"
    return held or (not called_on and _STAFF.match(article.sheet.flat, bound.end) is not None)


def _modifies(article: Annotated, bound: Bound) -> bool:
    """湖南|援藏干部, 宁夏|政法单位: a place that only says whose people or things are meant."""
    if bound.type != "Location":
        return False
    whose = article.sheet.flat[bound.end : bound.end + 1] in ("援", "籍", "驻", "派", "“")
    if whose or _PEOPLE_AT.match(article.sheet.flat, bound.end):
        return True
    towns = [b for b in article.between(max(0, bound.start - 12), bound.start, "Location") if b.end == bound.start]
    flat = article.sheet.flat
    seen = _ON_THE_SPOT.match(flat, bound.end) or _HOME_OF.match(flat, bound.end) or _is_seen(article, bound)
    village = bool(towns) and bound.spot.text.endswith(_VILLAGES)  # 甲镇|乙村|大棚: it stands there
    token = article.sheet.token_at(bound.end)
    if village or seen:
        return False
    if token is None or token.tag not in _MODIFIES or token.start != bound.end or _SUMMED.match(token.text):
        return False
    if token.tag == "vn" and _STATE.match(article.sheet.flat, token.end) and not find_division(bound.spot.text):
        return False
    return not any(b.start == bound.end for b in article.between(bound.end, bound.end + 40, *PLACES))


def _is_seen(article: Annotated, bound: Bound) -> bool:
    """Whether a verb of seeing stands right behind: 赴甲市|考察, 赴甲市|对接."""
    how = _HOW.match(article.sheet.flat, bound.end)
    starts = (bound.end, how.end()) if how else (bound.end,)
    return any(seen.match(article.sheet.flat, at) for seen in _seen() for at in starts)


@cache
def _seen() -> tuple[re.Pattern[str], ...]:
    """What those do who have come to see a place, or to do something there."""
    return pattern("visit_verbs"), pattern("inspection_words"), re.compile(one_of("duties_there"))


def goals_before(article: Annotated, verb: int) -> list[Bound]:
    """The list of places that ends right before the verb: 在银川、吴忠|调研; 赴蒲江县|调研."""
    flat = article.sheet.flat
    left, _ = article.sheet.clause(verb)
    items = [b for b in spoken(article, left, verb, *PLACES) if not _stands_for_people(article, b)]
    topic = _TOPIC.search(flat, items[0].end, verb) if items else None
    items = heads(article, [b for b in items if topic is None or b.start < topic.start()])
    if not items or not fills(_VISITING, _SEVERAL.sub("", flat[items[-1].end : verb])):
        return []
    run = [items[-1]]
    for other in reversed(items[:-1]):
        if not LINK.fullmatch(_list_gap(article, other, run[0])):
            break
        run.insert(0, other)
    lead = flat[left : _chain_start(article, run[0])]
    return run if re.search(r"(?:在|赴|到|来|去了?|深入|前往|于|至|临|抵|抵达|对)$", lead) else []


_SHORT = re.compile(r"(?:来|赴|抵|访|莅|返|在|到)(?P<place>[\u3400-\u9fff])$")


def short_goals(article: Annotated, verb: int) -> list[Bound]:
    """来鄂|考察, 赴京|访问: the place of the article that one character before the verb stands for."""
    flat = article.sheet.flat
    match = _SHORT.search(flat, max(0, verb - 2), verb)
    if match is None:
        return []
    character = match["place"]
    wanted = "中国" if character == "华" else abbreviation(character) or country_abbreviation(character)
    places = [
        (index, thing.name)
        for index, thing in enumerate(article.things)
        if thing.type == "Location" and (wanted in thing.names if wanted else _is_city(thing.name, character))
    ]
    if len(places) != 1:
        return []
    (thing, name), (start, end) = places[0], match.span("place")
    return [Bound(article.sheet.spot(start, end, "Location", "call"), (thing,), f"{character} → {name}：简称")]


def _is_city(name: str, character: str) -> bool:
    """Whether the character is the first of a division's name."""
    return name.startswith(character) and bool(find_division(name))


def _list_gap(article: Annotated, one: Bound, other: Bound) -> str:
    """What stands between two members of a list once the places that only lead up to the second are left out."""
    inner = spoken(article, one.end, other.start, *PLACES)
    words_between = article.sheet.flat[one.end : other.start]
    for bound in inner:
        words_between = words_between.replace(bound.spot.text, "", 1)
    return words_between.replace("的", "") if inner else gap(article, one, other)


def _chain_start(article: Annotated, bound: Bound) -> int:
    left, _ = article.sheet.clause(bound.start)
    start = bound.start
    for outer in reversed(spoken(article, left, bound.start, "Location")):
        if article.sheet.flat[outer.end : start].strip() not in ("", "的"):
            break
        start = outer.start
    return start


def _spread(article: Annotated, run: Sequence[Bound]) -> list[Bound]:
    """The goals without those that only lead up to the next one."""
    return [
        one
        for one, other in zip(run, [*run[1:], None], strict=False)
        if other is None or not leads_up(article, one, other)
    ]
