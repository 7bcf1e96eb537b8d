"""Where the name of a body begins and ends: behind what only leads up to it (会上|甲集团), before what only tells whose
people are meant (某部|有关司局)."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.mention.titles import names_post
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import COUNTS, RANKS, all_of, one_of
from kg.language.countries import is_country, nation_end
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, words
from kg.language.organisations import is_unbranded
from kg.language.text import is_han
from kg.language.words import is_word

_LEAST = 3  # characters of a body that are left
# 甲部|有关司局, 乙局|分管局, 丙集团|下属单位
_VAGUE_END = re.compile(f"(?:有关|相关|分管|主管|下属|所属|直属)(?:{one_of('unnamed_parts')})$")
# 某村|原党支部书记, 某镇|原人大主席; but 甲市镇原
_SETTLED = re.compile(rf"(?:社区|村|街道|(?<![{RANKS}])[镇乡])原$")
# 甲煤矿|原|实际控制人, 甲集团|原|纪委书记; but 甲市镇原, 甲高原
_FORMER = re.compile("(?<=[\u3400-\u9fff]{2})原$")
_SPANS = tuple("…·-—")
# 甲国某党|籍|众议员
_MEMBER = re.compile(r"(?<=[\u3400-\u9fff]{2}党)籍$")
# 与甲组织|所|达成协议, but not 某研究所|提出
_PARTICLE = re.compile(
    "(?:组织|银行|集团|公司|大学|学院|医院|协会|商会|委员会|联合会|政府|联盟|基金会|总[馆院站店部]|分[馆院局行]|[部局厅委馆])所$"
)
# 甲局|局长, 乙系|系主任: the second belongs to the post.
_TWICE = re.compile("(?<=[\u3400-\u9fff]{2})([局厅处科部系院校站社队馆室司所委])\\1$")
# 甲学院|等多学院
_AND_MORE = re.compile(f"等(?:多|数|几|各)?(?:[0-9{COUNTS}]{{1,3}})?[个家所]?(?:{one_of('kinds_of_bodies')})$")
# 甲部|增派工作组, 乙局|组织企业代表团, 丙派出所|民警联合丁公司, 戊局|会议室: a verb with its object, people, a room.
_GOES_ON = re.compile(
    f"(?<=[部局厅委会院司团校所府办])(?:(?:{one_of('verbs_of_sending')}|组织)(?![学教者第])[\u3400-\u9fff]{{0,10}}(?:组|团|队|人员)$"
    f"|(?:{one_of('people_of_the_law')})(?:(?:联合|会同|携手|与|和|在|来到|走进|深入|开展)[\u3400-\u9fff]{{0,20}})?$)"
    f"|(?<=[部局厅委会院司团校所府办馆心社宫楼])(?:{one_of('rooms_of_bodies')})$"
)
# 甲学会|联合体, 乙协会|联盟: the head that follows a head.
_HEADS = ("学会", "协会", "商会", "联盟", "联合会", "组委会", "促进会")
_HEAD_BEHIND = re.compile("(?:联合体|联盟|共同体|联席会议)")
# 甲所| 供图  甲所, 乙集团|  乙集团
_CAPTION = re.compile(r"\s{0,3}(?:供图|资料图|摄影(?=\s))|\s\s")
_DONE_BY = re.compile(f"(?:{one_of('verbs_behind_particle')})")
# 甲汽车|(中国)投资有限公司
_HOUSE_BEHIND = re.compile(
    r"[(（](?P<place>[\u3400-\u9fff]{2,5})[)）][\u3400-\u9fff]{0,14}?(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|事务所)"
)
_BRACKETS = (("(", ")"), ("（", "）"), ("“", "”"))
# 甲医疗|荷兰|与乙公司签署: a firm's house abroad
_ACTS = re.compile("(?:与|和|同|及|、|签|宣布)(?![\u3400-\u9fff]{0,4}(?:关系|贸易))")
_OFFICIAL = "部委局厅府院会盟处办社团党队馆"
_HALF = re.compile("[\u3400-\u9fff]{2,13}[-－–]$")
# 当地廉航|Flynas公司: what it is, before a name in Latin letters.
_KIND_OF_FIRM = re.compile(
    f"(?:当地|本地|[\\u3400-\\u9fff]{{2,6}}?)??(?:{one_of('kinds_before_bodies')}|{one_of('kinds_before_latin')}){{1,2}}(?=[A-Z])"
)


def own_edges(sheet: Sheet, spot: Spot) -> Spot:
    """The body without the words around it that the tagger took into its name."""
    if spot.type != "Organization":
        return spot
    start, end = spot.start, spot.end
    again = sheet.flat.rfind(sheet.flat[start : start + _LEAST], start, end)
    if again - start >= _LEAST and sheet.flat.endswith(sheet.flat[again:end], start, again):
        start = again  # 甲银行|甲银行|党委书记: a caption's end and the text's beginning
    lead = _leads().match(sheet.flat, start, end)
    if lead is not None and end - lead.end() >= _LEAST:
        start = lead.end()
    elif sheet.flat[start] in _ONE and end - start - 1 >= _LEAST and _is_apart(sheet.flat, start, end):
        start += 1
    start = _behind_heading(sheet.flat, start, end)
    end += len("联合社") * (sheet.flat.endswith("信用社", start, end) and sheet.flat.startswith("联合社", end))
    latin = _KIND_OF_FIRM.match(sheet.flat, start, end)
    if latin is not None and end - latin.end() >= _LEAST:
        start = latin.end()
    vague = _VAGUE_END.search(sheet.flat, start, end)
    if vague is not None and vague.start() - start >= _LEAST:
        end = vague.start()
    particle = _PARTICLE.search(sheet.flat, start, end)
    if particle is not None and _DONE_BY.match(sheet.flat, end) and end - start > _LEAST:
        end -= 1
    if spot.text.endswith("原") and _SETTLED.search(spot.text) and end - start > _LEAST:
        return sheet.spot(start, end - 1, "Location", spot.by)
    end = _before_place(sheet, start, _own_end(sheet.flat, start, end))
    opener = sheet.flat[start:end]
    if any(opener.count(one) > opener.count(other) and sheet.flat.startswith(other, end) for one, other in _BRACKETS):
        end += 1
    head = _HEAD_BEHIND.match(sheet.flat, end) if opener.endswith(_HEADS) else None
    end = head.end() if head is not None else end
    abroad = nation_end(sheet.flat[end : end + 8]) if opener[-1] not in _OFFICIAL else 0
    if abroad and _ACTS.match(sheet.flat, end + abroad):
        end += abroad
    house = _HOUSE_BEHIND.match(sheet.flat, end)
    if house is not None and (is_country(house["place"]) or find_division(house["place"])):
        end = house.end()
    if sheet.flat[start] == "路" and sheet.flat.endswith("一带一", 0, start):
        start -= len("一带一")  # 一带一|路总商会
    start = _over_hyphen(sheet.flat, start)
    start -= _sector(sheet, start, end)
    start = _branded(sheet, _whole_field(sheet, start, end), end)
    return spot if (start, end) == (spot.start, spot.end) else sheet.spot(start, end, spot.type, spot.by)


# 会同|甲部; “令人发指的袭击”|乙国驻丙使馆: a heading before the name.
_AHEAD = re.compile("会同(?=[\u3400-\u9fff]{2})|“[^“”]{0,12}[的了是][^“”]{1,12}”")
# 自|甲集团成立以来
_SINCE = re.compile(
    "(?<![\u3400-\u9fff])自(?![然治贸动主来由考行强学立力闭][\u3400-\u9fff])(?=[^,。;]{3,40}(?:以来|至今|之日起))"
)


def _behind_heading(flat: str, start: int, end: int) -> int:
    """The start moved right over dots, a heading, 会同 or the 自 of 自…以来, where enough of the name is left."""
    while flat[start] in _SPANS and end - start > _LEAST:
        start += 1
    ahead = (_AHEAD.match(flat, start, end) if not find_division(flat[start : start + 3]) else None) or _SINCE.match(
        flat, start
    )
    return ahead.end() if ahead is not None and end - ahead.end() >= _LEAST else start


_PREPOSITIONS = ("在", "就", "对", "向", "于")


def _before_place(sheet: Sheet, start: int, end: int) -> int:
    """The end before a preposition that was taken into the name: 甲公司|在乙集团, 甲股份|就乙公司."""
    for token in sheet.words_in(start, end)[1:-1] if end - start > _PARTED else ():
        if token.tag == "p" and token.text in _PREPOSITIONS and token.start - start > _LEAST:
            return token.start
    return end


_PARTED = 8


def _own_end(flat: str, start: int, end: int) -> int:
    """The end moved left over what the sentence goes on with: 甲局|局领导, 乙部|增派工作组, 丙学院|等多学院."""
    if flat[end - 1] == "”" and "“" not in flat[start:end] and end - start > _LEAST:
        return end - 1  # “甲周报”|社长: both marks or none
    if flat[end - 1] == "原" and end - start > _LEAST and _FORMER.search(flat, start, end):
        last = flat[end - 2 : end]
        post = names_post(flat[end : end + _POST])
        return end - 1 if post and not is_word(last) and not find_division(last) else end
    if flat[end - 1] == "分" and flat.startswith(("党组", "党委"), end) and end - start > _LEAST:
        return end - 1  # 甲院新疆分院|分党组书记
    if flat[end - 1] == "籍" and _MEMBER.search(flat, start, end):
        return end - 1
    cut = _CAPTION.search(flat, start, end) or _AND_MORE.search(flat, start, end) or _GOES_ON.search(flat, start, end)
    if cut is not None and cut.start() - start >= _LEAST:
        return cut.start()
    return end - 1 if end - start > _LEAST and _TWICE.search(flat, start, end) else end


def _over_hyphen(flat: str, start: int) -> int:
    """The start moved left over the first half of a foreign province and its country: 甲国卡伯尔-|图赫省文物局."""
    half = _HALF.search(flat, max(0, start - 14), start)
    if half is None:
        return start
    nation = next(
        (
            at
            for at in range(half.start(), start - 3)
            if (n := nation_end(flat[at : at + 8])) and at + n < half.end() - 1
        ),
        None,
    )
    return start if nation is None else nation


def _branded(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over the brand of a firm that has nothing but a trade left: 云桥古镇|旅游发展有限公司."""
    if not is_han(sheet.flat[start - 1 : start]) or not is_unbranded(sheet.flat[start:end]):
        return start
    begin = start
    while (token := sheet.token_at(begin - 1)) is not None and token.end == begin and token.tag in _BRAND_TAGS:
        begin = token.start
    opens = (
        begin == sheet.sentence(start)[0]
        or not is_han(sheet.flat[begin - 1])
        or (token is not None and token.end == begin and token.tag in ("c", "p", "v", "u"))
    )
    return begin if opens and start - begin <= _LONGEST_FIELD and sheet.flat[start - 1] not in "某该此" else start


_BRAND_TAGS = ("n", "nz", "nw", "LOC", "ns", "ORG", "nt", "PER", "nr", "r", "a", "an", "vn")


def _whole_field(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over the first field of one house: 某科学院|森林环境与|茶树研究所|研究员."""
    if sheet.flat[start - 1 : start] not in ("与", "和") or not sheet.flat.endswith(_OF_FIELDS, start, end):
        return start
    begin = start - 1
    while (token := sheet.token_at(begin - 1)) is not None and token.end == begin and token.tag in _FIELD_TAGS:
        begin = token.start
        if start - begin > _LONGEST_FIELD:
            return start
    whole = token is not None and token.end == begin and token.tag in ("ORG", "nt") and begin < start - 2
    whole = whole and not names_post(sheet.flat[begin:start])
    return token.start if whole and token is not None and names_post(sheet.flat[end : end + _POST]) else start


_OF_FIELDS = ("研究所", "研究院", "研究中心", "实验室", "研究室")
_FIELD_TAGS = ("n", "vn", "an", "nz")
_LONGEST_FIELD = 10
_POST = 6  # characters behind a house in which its post stands


def _sector(sheet: Sheet, start: int, end: int) -> int:
    """How many characters of a trade stand before the place that opens the name of its house: 民航|云南监管局."""
    brand = next((word for word in all_of("trades_before_places") if sheet.flat.endswith(word, 0, start)), "")
    placed = brand and any(find_division(sheet.flat[start : start + n]) for n in (2, 3))
    return len(brand) if placed and start - len(brand) in sheet.edges and sheet.flat.endswith(_LAST, start, end) else 0


_LAST = ("局", "公司", "分行", "支行", "集团", "电厂", "银行", "分局")


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(
        f"(?:{one_of('scenes_before_bodies')})|{one_of('leads_of_posts')}"
        f"|(?:{any_of(words('leads_of_bodies'))})(?=[\\u3400-\\u9fff]{{2,}}(?:公司|集团|银行|大学|学院|医院|局|厅|委员会)$)"
    )


_ONE = "至原在自"
_WHOLE_ENDS = ("集团", "公司", "银行", "大学", "学院", "医院", "局", "厅", "委")


def _is_apart(flat: str, start: int, end: int) -> bool:
    """Whether the first character is no part of the name: 至|上海甲公司, 原|甲集团; but 原平市, 原子能研究院."""
    if is_word(flat[start : start + 2]) or any(find_division(flat[start : start + n]) for n in (2, 3)):
        return False
    rest = flat[start + 1 : end]
    placed = nation_end(rest[:6]) > 0 or any(find_division(rest[:n]) or is_country(rest[:n]) for n in (2, 3))
    return placed or (flat[start] == "原" and rest.endswith(_WHOLE_ENDS))
