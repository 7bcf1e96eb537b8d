"""Places that act: 青海省与…签署 means the government, 西宁市 in a list of speaking offices too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from kg.extract.anchor.coordinated import OFFICES, seats_of_heads
from kg.extract.anchor.hosting import holds
from kg.extract.anchor.organs import government_names
from kg.extract.anchor.places import Ground
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.sheet import Sheet
from kg.language.classes import ATTENDING, COUNTS, SEVERAL, SIGNING, VAGUE, ZONES, all_of, one_of
from kg.language.countries import is_country
from kg.language.lexicon import any_of, pattern, words
from kg.language.tagger import Token

_SIGNS = re.compile(
    rf"{one_of('surely_signing')}|建立[^,。;]{{0,8}}(?:帮扶|结对|支援|协作|共建)[^,。;]{{0,6}}(?:关系|机制)|达成[^,。;]{{0,12}}协议|结[为成]友好|建立友好|(?:结[为成]|互为|成为)[^,。;]{{0,6}}(?:姊妹|姐妹|友城)"
)
_SIGNS_SOON = re.compile(f"[^,。;、]{{0,6}}?(?:{SIGNING})(?!仪式)")
_LOOSE = re.compile(r"[^,。;、:”]{0,10}[与同和]")
_SPEAKS = re.compile(r"发言|汇报|主办|承办|协办")
# 甲市、乙区|、丙局,丁公司作典型发言: a list that takes the floor.
_FLOOR_BEFORE = re.compile("[、,。;\n]")
_FLOOR = re.compile(
    r"(?:[、,][^、,。;:在]{2,16}){0,40}(?:等地?)?(?:分别|先后|依次)?作(?![为品者用家出好])了?[^,。;、]{0,6}(?:发言|汇报|推介|介绍|交流|分享|表态)"
    r"|(?:、[^、,。;:在0-9]{2,16}){0,40}(?:和[^、,。;:在0-9]{2,16})?(?:等(?:[^,。;、]{0,5}?(?:地区?|单位|部门|[省市县区]))?)?"
    f"(?:的?(?:{VAGUE}|分管)*(?:干部)?(?:{one_of('people_sent')})(?:等|和[^,。;和就]{{2,30}}|就[^,。;和就]{{2,24}}|分别|先后|应邀){{0,3}}"
    f"(?:参会|(?:{ATTENDING})(?:本次|此次)?(?:会议|活动|仪式|座谈|交流|开幕式|典礼|大会|论坛)*(?=[,。;])|分享了|交流了|汇报了|发言)|参会)"
)
# 听取了|甲开发区|关于…的汇报
_HEARD = re.compile("听取了?(?:[^,。;、]{2,14}、){0,4}$")
_REPORTS = re.compile("(?:、[^,。;、]{2,14}){0,4}(?:关于|就)[^。;]{2,90}?(?:汇报|报告|说明)")
# 甲省、乙省|签约: a deed, however the tagger calls it.
_DEED = re.compile("[签缔结共联合建达友互]")
_JOINT = re.compile(r"^\s*(?:分别)?(?:[、与和同及]|以及)\s*$")
_ZONE = re.compile(rf"(?:{ZONES})$")
_LOCAL = re.compile(r"[\u3400-\u9fff]{2}(?:街道|镇|乡|市|州|社区|村)$")
# 甲动物园|与乙动物园签署: a house or ground that has people of its own to sign.
_HOUSE = re.compile(f"[\u3400-\u9fff](?:{one_of('houses_that_sign')})$")
# 甲市和某国乙|结为友好城市
_TWINS = re.compile(f"(?:结[为成]|缔结|成为|建立|互为)[^,。;]{{0,8}}(?:{one_of('places_twinned')})")
# 在|甲市、|乙市等地达成协议
_LISTED_THERE = re.compile(r"[在于](?:[^,。;与和同由、]{2,10}、){1,40}$")
_SMALL = re.compile(r"(?:社区|村)$")
_UNIT = re.compile(f"(?:{ZONES}|[省市州县区旗盟郡府镇乡村道])$")
# 甲市、乙市|两地|水利部门
_COUNT = re.compile(rf"(?:等)?[{SEVERAL}](?:地|省区市?|省市|[省市州县区])(?:的)?")
# 与挪威|三大茶企甲、乙签订, 与青江|5家医院签约
_COUNTED = re.compile(f"(?:[0-9]{{1,3}}|[{COUNTS}]{{1,3}})[余多]?(?:大|家|所)(?!地区|战区)[\u3400-\u9fff]{{2}}")
# 甲市与乙市的|旅行社代表, 甲镇、乙市等地的|6个基地
_OF_IT = re.compile(f"(?:等地)?的[^,。;、与和]{{0,10}}?(?:{one_of('who_acts_for_places')})")
_TOWN = re.compile(r"(?:街道|镇|乡|社区|村)$")
# 甲市与乙公司|共同建设…
_WORKS_WITH = re.compile(
    f"[^,。;]{{0,4}}(?:(?:共同|联合)(?={one_of('begun_together')})"
    f"|合作(?=共建|开发|{one_of('begun_together')})|共建|合建)"
)
# 甲大学与乙高新区|共建的平台
_BUILDS_WITH = re.compile("(?:合作|联合|共同|协同)?(?:共建|合建|联建)")
_AIDS = re.compile(r"^(?:对口)?(?:援建|帮扶|支援|投资兴建|主办|承办|组织实施)")
_AID_OF = re.compile(r"(?:对口)?(?:援\s?建|帮扶|支援)的")
# 由甲市|投入资金援建
_GIVES = re.compile(r"[^,。;、]{0,16}(?:援建|援助建设|投资建设|投资兴建|出资建设|资助|组织实施)")


def acting_places(sheet: Sheet, bounds: Sequence[Bound], register: Register, ground: Ground) -> list[Bound]:
    """The bound mentions with the places that act bound to their governments, and the reason."""
    ordered = sorted(bounds, key=lambda bound: bound.start)
    result = _ourselves(sheet, ordered, register, ground)
    heading = seats_of_heads(sheet, ordered)
    for index, bound in enumerate(ordered):
        acts = bound.type == "Location" and bound.start not in heading
        acts = acts and (can_act(bound, ground) or _twinned(sheet, bound))
        why = _why(sheet, ordered, index) if acts else ""
        if not why:
            result.append(bound)
            continue
        names = acting_names(bound.spot.text, ground)
        thing = register.add("Organization", names)
        spot = replace(bound.spot, type="Organization")
        result.append(Bound(spot, (thing,), f"{bound.spot.text} → {register.first(thing)}：{why}", bound.inner))
        if why == _HOST and not _HOUSE.search(bound.spot.text):
            result.append(bound)  # 甲县乙镇|联合丙局举办: still a place in its county
    return result


_HOST = "地名作主办方"


@cache
def _ours() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(words('our_words'))})(?=(?:日前|近日|已经|已)?[与同和](?P<other>[^,。;、]{{2,20}}))"
    )


def _ourselves(sheet: Sheet, bounds: Sequence[Bound], register: Register, ground: Ground) -> list[Bound]:
    """我国|与某国签署…: the government of the country or place for which the paper says 我."""
    found = []
    starts = {bound.start: bound for bound in bounds if bound.type in ("Location", "Organization") and not bound.inner}
    for match in _ours().finditer(sheet.flat):
        other = starts.get(match.start("other"))
        if other is None or not _SIGNS_SOON.match(sheet.flat, other.end):
            continue
        if match.group() in ("我国", "中方"):
            place = "中国"
        else:
            division = ground.at_level(match.group()[1:])
            place = division.name if division else ""
        if place:
            thing = register.add("Organization", government_names(place, ground))
            reason = f"{match.group()} → {register.first(thing)}：本报所在"
            found.append(Bound(sheet.spot(*match.span(), "Organization", "ours"), (thing,), reason))
    return found


def acting_names(text: str, ground: Ground) -> tuple[str, ...]:
    """Who acts for the place: its government, a park's 管委会, a 街道 itself."""
    if _ZONE.search(text) and ground.division(text) is None:
        return (text + "管委会", text + "管理委员会", text)
    if _HOUSE.search(text) and ground.division(text) is None:
        return (text,)
    if ground.division(text) is None and not is_country(text) and not _UNIT.search(text):
        return (text + "市政府", text + "市", text)
    if text.endswith(tuple(_COMMITTEES)) and ground.division(text) is None:
        return (text, text + next(own for kind, own in _COMMITTEES.items() if text.endswith(kind)))
    if text.endswith(("镇", "乡", "市", "州")) and ground.division(text) is None:
        return (text + "政府", text + "人民政府", text)
    return government_names(text, ground)


def can_act(bound: Bound, ground: Ground) -> bool:
    """Whether the place has a government or a body of its own: a division, a country, a zone, a town."""
    text = bound.spot.text
    if len(bound.things) != 1:
        return False
    named = _ZONE.search(text) or _LOCAL.search(text) or _HOUSE.search(text)
    return ground.division(text) is not None or is_country(text) or bool(named)


def _twinned(sheet: Sheet, bound: Bound) -> bool:
    """Whether the place becomes the twin of another in its clause: 甲市和某国乙|结为友好城市."""
    _, right = sheet.clause(bound.start)
    return len(bound.things) == 1 and _TWINS.search(sheet.flat, bound.end, right) is not None


def _side_by_side(sheet: Sheet, bounds: Sequence[Bound], bound: Bound) -> bool:
    """Whether the place is one of two that the name of a signed paper puts side by side: 甲市与乙市…交流计划."""
    papers = [b for b in bounds if b.type == "Agreement" and b.start <= bound.start and bound.end <= b.end]
    if any(pattern("societies").search(sheet.flat, bound.end, min(b.end, bound.end + _SOCIETY)) for b in papers):
        return False  # 《甲市商会和|香港|总商会友好协议》
    inside = [b for b in bounds if b.type == "Location" and any(p.start <= b.start and b.end <= p.end for p in papers)]
    others = [b for b in inside if b is not bound]
    return (
        bool(papers) and bound.start == papers[0].start and any(_joined(sheet.flat, bound, other) for other in others)
    ) or any(other.start == papers[0].start and _joined(sheet.flat, other, bound) for other in others if papers)


_SOCIETY = 8  # characters of a society's name behind its place
_WITH = re.compile(r"[与同和跟]")
_CALL = f"(?:其|后者|前者|双方|(?:该|本)(?:{one_of('calls_of_firms')}))"
_CALL_BEFORE = re.compile(
    f"(?:{_CALL}|(?<![\u3400-\u9fff])(?:公司|集团))(?:已经?|还|也|又|曾|随后|[日目]前|近日|当[日天]|今年)?[与同和]$"
)
_CALL_BEHIND = re.compile(
    f"(?:[日目]前|近日|已经?|还|也|又|曾)?[与同和](?:{_CALL}|[中外]方)[^,。;、]{{0,6}}?(?:{SIGNING})(?!仪式)"
)
# Who acts for the smallest places, whose own names a paper uses for them.
_COMMITTEES = {"街道": "办事处", "社区": "居委会", "村": "村委会"}
_BETWEEN = re.compile(r"[、和及]|以及")
# …,|与乙公司签署
_WITH_NEXT = re.compile(",(?:并|还|又|也|已|再|正式|先后|分别|成功)?[与同和]")
_HEADS = re.compile(r"[0-9年月日时上下午晚近日前今去昨天初底末中,\s]*")
_MOMENT = ("上", "中", "时", "后", "下", "前", "期间")
# 先后到甲区、乙市|、丙市: places of a journey, whatever is signed later in the sentence.
_VISITED = re.compile(r"(?:到|赴|前往|走进|深入)(?:[^,。;与和同由、]{2,10}、){0,40}$")


# 甲市|签约乙公司, 甲县|把特许经营权签给乙公司
_SIGNS_UP = re.compile("[^,。;、]{0,8}签[约下]了?$|[把将][^,。;]{2,30}签给了?$")


# 甲、|乙分公司, 甲省、|乙自治区展团: the last word belongs to both places.
_SHARED = re.compile(f"(?:[、和与及][^,。;、和与的]{{2,8}}?){{1,4}}(?:{one_of('heads_of_several')})(?![长员区])")
_OF_ITS_OWN = re.compile("集团|银行|股份|科技|中国|大学|学院|协会")


def _why(sheet: Sheet, bounds: Sequence[Bound], index: int) -> str:
    bound = bounds[index]
    flat = sheet.flat
    start, end = sheet.sentence(bound.start)
    if bound.inner:
        return "地名作签约方" if _side_by_side(sheet, bounds, bound) else ""
    if not (_ZONE.search(bound.spot.text) or _TOWN.search(bound.spot.text)) and _AIDS.match(
        flat[bound.end : bound.end + 6]
    ):
        # 在甲省援建的基地 is aid by it, 在甲县投资兴建 is done there.
        there = flat[bound.start - 1 : bound.start] in ("在", "于") and not _AID_OF.match(flat, bound.end)
        return "" if there else "地名作建设方"
    if flat[bound.start - 1 : bound.start] == "由" and _GIVES.match(flat, bound.end):
        return "地名作建设方"
    led = _VISITED.search(flat, start, bound.start) or _leads_up(sheet, bounds, index) or _shares_head(flat, bound)
    if led or _scene(sheet, bounds, index):
        return ""
    floor = _FLOOR_BEFORE.match(flat, bound.start - 1) and _FLOOR.match(flat, bound.end)
    if floor and "来自" in flat[sheet.clause(bound.start)[0] : bound.start] and not _TOWN.search(bound.spot.text):
        floor = None  # 来自北京、上海的代表参会: where they come from
    floor = floor or (_HEARD.search(flat, start, bound.start) and _REPORTS.match(flat, bound.end, end))
    if floor:
        return "地名作发言单位"
    return "" if _OF_IT.match(flat, bound.end) else _why_party(sheet, bounds, index)


def _why_party(sheet: Sheet, bounds: Sequence[Bound], index: int) -> str:
    """Why the place is a party of what is signed or done together in its sentence."""
    bound, flat = bounds[index], sheet.flat
    start, end = sheet.sentence(bound.start)
    if not is_country(bound.spot.text) and holds(sheet, bounds, index, _chain_start(flat, bounds, index)):
        return _HOST
    if _signs_alone(flat, bounds, index) or _with_call(flat, bound) or _signs_next(sheet, bounds, index):
        return "地名作签约方"
    began = _chain_start(flat, bounds, index)
    beside = [other for other in _neighbours(bounds, index, began) if _joined(flat, bound, other, began)]
    return _with_bodies(flat, bound, beside, end) or _with_places(flat, bound, beside, (start, end))


def _shares_head(flat: str, bound: Bound) -> bool:
    """Whether the last word of what is listed behind it belongs to it, too: 甲、|乙分公司."""
    shared = _SHARED.match(flat, bound.end)
    return shared is not None and not _OF_ITS_OWN.search(shared.group())


def _leads_up(sheet: Sheet, bounds: Sequence[Bound], index: int) -> bool:
    """Whether the place only says where or whose the next name is: 希腊|船东甲签署, 老挝|万象市签署, 挪威|三大茶企."""
    end = bounds[index].end
    listed = sheet.flat[bounds[index].start - 1 : bounds[index].start] in ("、", "及")
    if sheet.flat.startswith("“", end) or (not listed and _COUNTED.match(sheet.flat, end)):
        return True  # but not 甲镇、乙镇|6家乡镇
    if any(other.start == end and other.type == "Location" for other in _outer(bounds, index, 1, "Location")):
        return True
    token = sheet.token_at(end) if end < len(sheet.flat) else None
    if token is None or token.start != end:
        return False
    if is_country(bounds[index].spot.text) and _of_country(sheet, bounds[index], token):
        return True
    named = token.tag in ("n", "nz", "nw", "ORG", "nt") or (token.tag == "vn" and not _DEED.match(token.text))
    return named and not token.text.startswith(words("acting_trails"))


def _of_country(sheet: Sheet, bound: Bound, following: Token) -> bool:
    """Whether the country is a piece of another name: 与|马来西亚|支付网络…签署, 甲集团|荷兰|与乙公司签署."""
    before = sheet.token_at(bound.start - 1) if bound.start else None
    if before is not None and before.end == bound.start and before.tag == "ORG":
        return True
    joined = sheet.flat[bound.start - 1 : bound.start] in ("与", "和", "同", "、")
    verb = following.tag in ("v", "nr", "PER") and not _DEED.match(following.text)
    return joined and verb and following.text not in all_of("deeds_before_signing")


def _chain_start(flat: str, bounds: Sequence[Bound], index: int) -> int:
    """Where the chain of places begins that the place ends: 与|老挝万象市."""
    start = bounds[index].start
    for other in _outer(bounds, index, -1, "Location"):
        if other.end != start:
            break
        start = other.start
    return start


def _scene(sheet: Sheet, bounds: Sequence[Bound], index: int) -> bool:
    """Whether somebody does it there: 在甲省|乙市|与丙公司签约, but not 在|甲市|与乙公司签约仪式上."""
    start, (_, right) = bounds[index].start, sheet.clause(bounds[index].start)
    for other in _outer(bounds, index, -1, "Location"):
        if sheet.flat[other.end : start].strip():
            break
        start = other.start
    there = sheet.flat[start - 1 : start] in ("在", "于") and bool(_WITH.match(sheet.flat, bounds[index].end))
    return there and not sheet.flat.endswith(_MOMENT, start, right)


def _with_bodies(flat: str, bound: Bound, beside: Sequence[Bound], end: int) -> str:
    """Why a place beside an organisation acts: the two sign, speak, host or work together."""
    bodies = [other for other in beside if other.type == "Organization"]
    clause = flat[bound.start : end]
    if bodies and _SIGNS.search(clause):
        return "地名作签约方"
    if not bodies or _LOCAL.search(bound.spot.text):
        return ""
    if _ZONE.search(bound.spot.text):
        return "地名作合作方" if _BUILDS_WITH.match(flat, max(bound.end, bodies[-1].end)) else ""
    if _SPEAKS.search(clause) and flat[bound.start - 1 : bound.start] not in ("在", "于"):
        return "与单位并列"
    return "地名作合作方" if _WORKS_WITH.match(flat, max(bound.end, bodies[-1].end)) else ""


def _with_places(flat: str, bound: Bound, beside: Sequence[Bound], sentence: tuple[int, int]) -> str:
    """Why a place beside a place acts: the two sign."""
    start, end = sentence
    named = [other for other in beside if other.type == "Location"]
    if (
        _SMALL.search(bound.spot.text)
        or _LISTED_THERE.search(flat, start, bound.start)
        or not named
        or flat[max(start, bound.start - 1) : bound.start] in ("在", "于")
    ):
        return ""
    gap = flat[max(b.end for b in (bound, *named)) : end]
    if _OF_IT.match(gap):
        return ""
    count = _COUNT.match(gap)
    if count is not None and OFFICES.match(gap, count.end()):
        return ""
    if _WORKS_WITH.match(gap):
        return "地名作合作方"
    return "地名作签约方" if _SIGNS.search(gap[:25]) else ""


def _signs_alone(flat: str, ordered: Sequence[Bound], index: int) -> bool:
    """甲公司日前与|乙县|签署; 乙县|日前与甲公司签署: words of time stand between the parties; 我国与|甲国|签署."""
    bound = ordered[index]
    us = _ours().search(flat, max(0, bound.start - 8), bound.start + 2)
    if us is not None and us.start("other") == bound.start:
        return bool(_SIGNS_SOON.match(flat, bound.end))
    before = next((b for b in _outer(ordered, index, -1, "Organization") if b.end <= bound.start), None)
    if before is not None and _LOOSE.fullmatch(flat, before.end, bound.start):
        return bool(_SIGNS_SOON.match(flat, bound.end))
    behind = next((b for b in _outer(ordered, index, 1, "Organization") if b.start >= bound.end), None)
    if behind is not None and _SIGNS_UP.match(flat[bound.end : behind.start]):
        return flat[bound.start - 1 : bound.start] not in ("在", "于")
    if behind is None or not _LOOSE.fullmatch(flat, bound.end, behind.start):
        return False
    return bool(_SIGNS_SOON.match(flat, _list_end(flat, ordered, behind)))


def _list_end(flat: str, ordered: Sequence[Bound], first: Bound) -> int:
    """Where the list of organisations ends that begins with this one: 甲县分别与|乙公司、丙公司|签署."""
    end = first.end
    for bound in ordered:
        if (
            bound.type == "Organization"
            and not bound.inner
            and bound.start > end
            and _BETWEEN.fullmatch(flat, end, bound.start)
        ):
            end = bound.end
    return end


def _with_call(flat: str, bound: Bound) -> bool:
    """其与|甲高新区|签署, 甲县|与该公司签署: the other party is a word for one that is named elsewhere."""
    if _CALL_BEFORE.search(flat, max(0, bound.start - 12), bound.start):
        return bool(_SIGNS_SOON.match(flat, bound.end))
    behind = _CALL_BEHIND.match(flat, bound.end)
    return behind is not None and flat[bound.start - 1 : bound.start] not in ("在", "于")


def _signs_next(sheet: Sheet, bounds: Sequence[Bound], index: int) -> bool:
    """今年,|甲县|在招商活动中,与乙公司签署: the place heads the clause before the one in which the other is named."""
    flat, bound = sheet.flat, bounds[index]
    left, right = sheet.clause(bound.start)
    behind = _WITH_NEXT.match(flat, right)
    left = max(left, sheet.lead_before(bound.start))
    if behind is None or not _HEADS.fullmatch(flat, left, bound.start):
        return False
    others = [other for other in _outer(bounds, index, 1, "Organization", "Person") if other.start < right]
    other = next((b for b in _outer(bounds, index, 1, "Organization") if b.start >= right), None)
    return (
        not others
        and other is not None
        and other.start == behind.end()
        and bool(_SIGNS_SOON.match(flat, _list_end(flat, bounds, other)))
    )


def _neighbours(bounds: Sequence[Bound], index: int, began: int) -> list[Bound]:
    """What is named next on each side; began: where the chain of places begins that the mention ends."""
    kinds = ("Organization", "Location")
    before = (b for b in _outer(bounds, index, -1, *kinds) if b.end <= began or b.type == "Organization")
    sides = (next(before, None), next(_outer(bounds, index, 1, *kinds), None))
    return [bound for bound in sides if bound is not None]


def _outer(bounds: Sequence[Bound], index: int, step: int, *types: str) -> Iterator[Bound]:
    """The outermost mentions of these types before the index, the nearest first (step -1), or behind it (step 1)."""
    for at in range(index + step, len(bounds) if step > 0 else -1, step):
        if bounds[at].type in types and not bounds[at].inner:
            yield bounds[at]


def _joined(flat: str, one: Bound, other: Bound, began: int | None = None) -> bool:
    """Whether only a link stands between two mentions; began: where the chain of places begins that `one` ends."""
    if other.start < one.start:
        return bool(_JOINT.match(flat[other.end : one.start if began is None else began]))
    return bool(_JOINT.match(flat[one.end : other.start]))
