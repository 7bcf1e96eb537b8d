"""Names of organisations: the organs of the state, and companies, schools, institutes, associations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from kg.extract.mending import VERB_INSIDE, behind_grounds
from kg.extract.mention import divided, organs
from kg.extract.mention.phrases import is_generic, members, phrase_start, phrases
from kg.extract.mention.titles import names_post
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import COUNTS, LISTED_BODIES, RANKS, SEVERAL, TOWNS, ZONES, all_of, one_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, pattern, word_set, words
from kg.language.names import looks_like_person
from kg.language.organisations import is_unbranded, known_names, without_place
from kg.language.tagger import Token
from kg.language.words import is_word

_ZONE_AHEAD = re.compile(
    rf"^[\u3400-\u9fff]{{2,14}}?(?:{ZONES}|小镇)(?![和与及])(?=[\u3400-\u9fff()]{{4,}}(?:公司|集团|厂)$)"
)
_LINKED = re.compile(f"(?:会|仪式|论坛|[{RANKS}])$")
_LEAD = re.compile(
    rf"^(?:(?:项目|工程)?(?:{any_of(words('unit_roles'))})(?:单位|方|企业)|{any_of(words('body_leads'))})"
    r"(?=[\u3400-\u9fff“])"
)
# 省水利科学研究院, 市艺术团: a name that needs the paper's province or town.
_RELATIVE = re.compile(
    r"(?:自治区|省|市|州|县|区(?![域块间位划号])|旗|街道|镇|乡)"
    r"(?!(?!市场)[\u3400-\u9fff]?(?:直|属|级|内|外|中心|场|政[协府]))[\u3400-\u9fff]{3,}"
)
# The last characters of bodies that a district or a town has.
_BODY_ENDS = "学委局办部会院馆所站社团厂场校心队组司处室行府园店庭"
_BELONGS = re.compile(
    r"[\u3400-\u9fff]{3,40}?(?P<verb>(?<![体关联院派直星水谱])系(?![统列数])(?=[\u3400-\u9fff]{4,40}(?:公司|集团)$)"
    r"|(?<=公司|集团|医院|银行)系(?=[\u3400-\u9fff]{2,40}(?:公司|集团)$))"
)
_IS_OF = re.compile(r"[\u3400-\u9fff]{2,40}(?:项目|工程)(?:系|由|是)(?=[\u3400-\u9fff]{4})")
# 甲公司总部 is the company, and so is 甲公司(600000.SH).
_BRANCHES = all_of("branch_offices")
_SEAT = re.compile(r"(?<=公司|集团|银行)总部$|[(（][0-9A-Z.]{4,12}[)）]$")
_VENUE = re.compile(f"(?:{one_of('halls')})$")
_WITH_BRANCHES = ("公安局", "银行股份有限公司", "银行")
_IN_DIVISION = re.compile(f"(?![和与及同向])[\u3400-\u9fff]{{1,5}}?[{RANKS}](?:分局|支行|分行)")
# 孙祖镇|甲种业有限公司
_TOWN_AHEAD = re.compile(rf"[\u3400-\u9fff]{{2,6}}?(?:{TOWNS})(?=[\u3400-\u9fff()]{{5,}}(?:公司|集团|合作社)$)")
_FIRM = re.compile(r".(?:公司|集团|银行|交易所|股份|控股|[)）])$")
_POST_AFTER = re.compile(r"(?:党委|党组)?(?:副)?(?:董事长|总经理|总裁|首席|CEO|负责人|创始人|有限|签|等企业|等公司)")
_DOING = re.compile(r"设立|成立|投资设厂|建成|召开|举行|签订|签署|研发出|(?<!世)界$|宣讲团$|(?:联|界别|分)组$")
_AGENT = re.compile(
    rf"(?:表示|说|称|是|作为|已|负责|投资|联合|携手|签|承建|承担|主办|承办|开发|合作|集团|等(?:\d+家|多家)?[^,。]{{0,6}}(?:{LISTED_BODIES}))"
)
_WORKS = re.compile(f"(?:{one_of('works_like_bodies')})$")
_ALSO = re.compile("[长理席记裁]兼")
_APPOINTS = tuple("拟现曾历时原升调转改兼专")  # 拟任|省某局|副局长
# 后任|青江县办公室, 新任|足协: words that lead up to a post and not to a name.
_TAKES_POST = re.compile(
    r"(?:后来|后|又|再|先后|先|继|随后|其后|同时|此后|现|曾|历|时|原|升|调|转|改|兼|并|还|拟|将|续|新|前|候|首|上)任"
    r"|特?(?:邀请|特邀|聘请)(?:了|到)?"
)
_DELEGATION = re.compile("(?:党政)?代表团$")
_LETTERS = re.compile("[\u3400-\u9fffA-Za-z]{2}")
_STOP = re.compile("[,。;:!?]")
# 各公司, 有关部门: bodies, and no name.
_ANY = re.compile(
    "各|有关|相关|[\u3400-\u9fff]{2,12}(?:有关|相关)(?:专门|职能|工作)?(?:委员会|部门|机构)"
    "|该|本|我|全(?!国)|某|省内|县区|中央部委|驻[^\u3400]|国家部委"
)
_OWN_BODY = re.compile(f"(?:{one_of('organs_of_houses')})$")
_POST = re.compile(r"(?:常务|专职|第一)?(?:副)?(?:主席|书记|成员|委员|会长|秘书|常委)")
_BRACKETED = re.compile(
    r"[\u3400-\u9fffA-Za-z]{2,12}\((?P<place>[\u3400-\u9fff]{2,5})\)[\u3400-\u9fff]{0,16}?(?:股份有限公司|有限责任公司|有限公司|集团公司|公司|集团|(?:律师|会计师|税务师)事务所)"
)
# 某投资中心|(有限合伙): the legal form of a partnership is part of its registered name.
_PARTNERS = re.compile(r"[(（](?:有限合伙|普通合伙|特殊普通合伙|有限公司)[)）]")
# 宁河、青江|两省文旅厅: offices of several places, bound to each of them later.
COUNTED = re.compile(
    rf"^(?:[\u3400-\u9fff]{{2,4}})?(?:(?:[{SEVERAL}]|\d+)个?[省市县区州旗城][\u3400-\u9fff]{{2}}|[{SEVERAL}]地(?:{one_of('offices_of_several')}))"
)
# 八家|银行, 三国|政府, 东山区|五所|小学: so many, and no name.
_MANY = re.compile(
    rf"(?:[\u3400-\u9fff]{{2,6}}[省市县区州])?(?:[{SEVERAL}{COUNTS}]|[0-9]{{1,4}})[余多]?"
    "(?:家(?![村庄镇乡屯店寨湾坪坝河沟堡坡巷])|所(?![村庄镇乡])|国政府)"
)
_DASHED = re.compile(r"[\u3400-\u9fff][—–－―-][\u3400-\u9fff]")
_DASHES = ("—", "-", "–", "－", "―")
_LAST = "局部司处厅署院所社会校行厂站党府"
_FIRMS = re.compile(
    rf"(?P<list>(?:[^、,。;:“”()的]{{2,14}}、){{1,60}}[^、,。;:“”()的]{{2,14}}?)(?:等|\d+家)[^,。;:、]{{0,14}}?(?:{LISTED_BODIES})"
)


def find(sheet: Sheet) -> list[Spot]:
    """Every candidate name of an organisation, overlaps included; relative names (省委, 市教育局) are marked so."""
    state = [*organs.find(sheet), *_bracketed(sheet)]
    state += list(divided.find(sheet, state))
    others = [
        part
        for spot in (*_tagged(sheet), *_by_ending(sheet), *_societies(sheet), *_listed_firms(sheet))
        for part in _cut(sheet, _before_post(sheet, spot))
    ]
    # 省委省政府 and 越西县和州能源局 are two organs, whatever the tagger took them for.
    closing: dict[int, list[Spot]] = defaultdict(list)
    for organ in state:
        closing[organ.end].append(organ)
    free = (spot for spot in others if not any(_runs_over(sheet, spot, o, state) for o in closing.get(spot.end, ())))
    branches = {spot.start: spot.end for spot in state if spot.text.endswith(_BRANCHES)}
    found = [*state, *(spot for spot in free if not _leads_on(sheet, spot, branches.get(spot.start, spot.end)))]
    found += divided.find(sheet, [spot for spot in found if spot.text.endswith(words("societies"))])
    found += _joined_by_dash(sheet, found)
    return [*found, *(branch for spot in found for branch in _in_division(sheet, spot))]


def _in_division(sheet: Sheet, spot: Spot) -> Iterable[Spot]:
    """The branch of a police or a bank in a division that is named behind it: 青江市公安局|石门区分局."""
    branch = _IN_DIVISION.match(sheet.flat, spot.end) if spot.text.endswith(_WITH_BRANCHES) else None
    if branch is not None:
        yield sheet.spot(spot.start, branch.end(), spot.type, spot.by)


def _leads_on(sheet: Sheet, spot: Spot, end: int) -> bool:
    """Whether a preposition stands behind the branch with which a spot begins: 农行青江分行|给|甲合作社."""
    return end < spot.end and sheet.flat[end] in "给向为对"


@cache
def _subsidiary() -> re.Pattern[str]:
    kin = any_of(words("kin_of_firms"))
    return re.compile(f"的?(?:{one_of('praise_of_daughters')}){{0,4}}(?:{kin})(?:企业|单位)?(?:——|[,、])?")


def with_form(sheet: Sheet, spot: Spot) -> Spot:
    """The body with the legal form in brackets right behind it: 某投资中心|(有限合伙)."""
    if spot.type != "Organization":
        return spot
    form = _PARTNERS.match(sheet.flat, spot.end)
    return spot if form is None else sheet.spot(spot.start, form.end(), spot.type, spot.by)


def _runs_over(sheet: Sheet, spot: Spot, organ: Spot, state: Sequence[Spot]) -> bool:
    """Whether a spot is an organ, or ends with one that stands apart from what is before it; both end alike."""
    if organ.start <= spot.start:
        return organ.start == spot.start
    linked = sheet.flat[organ.start - 1] in "和与及、 "
    return linked or any(other.end == organ.start and other.start >= spot.start for other in state)


def _is_brand(sheet: Sheet, end: int, spot: Spot) -> bool:
    """Whether the place up to the offset is what the firm is called by: 云桥古镇|旅游发展有限公司."""
    return is_unbranded(sheet.flat[end : spot.end])


def _cut(sheet: Sheet, spot: Spot) -> Iterable[Spot]:
    """The spot without what only leads up to it: 子公司——X公司, 南川工业园区|X有限公司, X(以下简称Y)党工委."""
    seat = _SEAT.search(spot.text)
    if seat:
        spot = sheet.spot(spot.start, spot.start + seat.start(), spot.type, spot.by)
    if seat and len(spot.text) <= 3:
        return
    text = sheet.flat[spot.start : spot.end]
    start = spot.start + text.rfind("——") + 2 if "——" in text else spot.start
    for link in ("暨", "任"):
        # 甲座谈会暨|某商会, 某县任|县委: what stands before the link is something else.
        at = text.rfind(link)
        start = max(start, spot.start + at + 1) if 2 <= at <= len(text) - 3 and _LINKED.search(text[:at]) else start
    start = max(start, spot.start + text.rfind("兼") + 1 if "兼" in text and _ALSO.search(text) else start)
    start += start == spot.start and text[0] == "任" and sheet.flat[start - 1 : start] in _APPOINTS
    while (zone := _ZONE_AHEAD.match(sheet.flat[start : spot.end])) and not _is_brand(sheet, start + zone.end(), spot):
        start += zone.end()
    town = _TOWN_AHEAD.match(sheet.flat, start, spot.end)
    start = town.end() if town and not (find_division(town.group()) or _is_brand(sheet, town.end(), spot)) else start
    start += behind_grounds(sheet.flat[start : spot.end])
    lead = _LEAD.match(sheet.flat[start : spot.end])
    start += lead.end() if lead and spot.end - start - lead.end() >= 4 else 0
    work = _IS_OF.match(sheet.flat, start, spot.end)
    start = work.end() if work else start
    verb = VERB_INSIDE.search(sheet.flat, start, spot.end) or _BELONGS.match(sheet.flat, start, spot.end)
    if verb is not None and verb.start("verb") - start >= 4:
        yield sheet.spot(start, verb.start("verb"), spot.type, spot.by)
        if verb.group("verb") in ("共建", "结为"):
            return
        start = verb.end()
    own = _subsidiary().search(sheet.flat, start, spot.end)
    if own is not None and own.start() == start and spot.end - own.end() >= 4:
        start, own = own.end(), None  # 子公司|甲公司
    if own is not None and own.end() == spot.end and _FIRM.search(sheet.flat, start, own.start()):
        spot = sheet.spot(spot.start, own.start(), spot.type, spot.by)  # 甲集团|全资子公司
    elif own is not None and own.start() - start >= 2 and spot.end - own.end() >= 3:
        yield sheet.spot(start, own.start(), spot.type, spot.by)
        start = own.end()
    inner = _DELEGATION.search(sheet.flat[start : spot.end])
    if inner and known_names(sheet.flat[start : start + inner.start()]):
        yield sheet.spot(start, start + inner.start(), spot.type, spot.by)
        return
    if spot.end - start >= 2:
        yield sheet.spot(start, spot.end, spot.type, "relative" if is_relative(sheet, start, spot.end) else spot.by)


# 甲局|联合|市交通局, 会同|县司法局: whom somebody acts with; but 联合国, 会同县.
_JOINING = re.compile(f"(?:联合|会同|协同)(?=(?:自治区|[{RANKS}])(?![{RANKS}])[\u3400-\u9fff]{{2}})")
_JOINING_PLACE = re.compile("(?:联合|会同|协同)(?=[\u3400-\u9fff]{4})")


def _behind_joining(flat: str, start: int, end: int) -> int:
    """The start moved right over a verb of acting together, before an organ of the place or a name with a place."""
    if find_division(flat[start : start + 3]):
        return start  # 会同县司法局
    if match := _JOINING.match(flat, start, end):
        return match.end()
    match = _JOINING_PLACE.match(flat, start, end)
    placed = match is not None and any(find_division(flat[match.end() :][:size]) for size in (2, 3, 4))
    return match.end() if match is not None and placed else start


# 甲局结合实际,|联合|乙集团、丙院|开展活动: somebody is named before who does it with them; but 联合利华公司.
_JOINING_ON = re.compile("(?:联合|会同|携手|联手)(?=[\u3400-\u9fff]{4})")
_DOES = re.compile(
    "(?:[、和与及][^,。;、和与及]{2,20}){0,6}(?:等[^,。;、]{0,8})?(?:在[^,。;]{2,16})?"
    f"(?:共同|一起|{one_of('convening_verbs')}|{one_of('verbs_of_hosts')}|成立|打造|共建)"
)


def _behind_joining_on(sheet: Sheet, spot: Spot) -> int:
    """The start moved right over a verb of acting together with which a clause goes on that has its subject before."""
    match = _JOINING_ON.match(sheet.flat, spot.start, spot.end)
    if match is None or sheet.flat[spot.start - 1 : spot.start] != "," or known_names(spot.text) is not None:
        return spot.start
    named = any(word.tag == "ORG" for word in sheet.words_in(sheet.sentence(spot.start)[0], spot.start))
    return match.end() if named and _DOES.match(sheet.flat, spot.end) else spot.start


def unled(sheet: Sheet, spot: Spot) -> Spot:
    """The body without what leads up to a post in it: 后任|青江县办公室, 新任|足协, 2021年3月,任|青江县财政局."""
    if spot.type == "Organization" and spot.text[0] == "任" and _opens_career(sheet, spot):
        return sheet.spot(spot.start + 1, spot.end, spot.type, spot.by)
    joined = _behind_joining(sheet.flat, spot.start, spot.end) if spot.type == "Organization" else spot.start
    if joined == spot.start and spot.type == "Organization":
        joined = _behind_joining_on(sheet, spot)
    if joined > spot.start:
        by = "relative" if is_relative(sheet, joined, spot.end) else spot.by
        return sheet.spot(joined, spot.end, spot.type, by)
    lead = _TAKES_POST.match(sheet.flat, spot.start, spot.end) if spot.type == "Organization" else None
    if lead is None and spot.type == "Organization" and sheet.flat.endswith(_APPROVES, 0, spot.start):
        name = approved(sheet, spot.start)
        return sheet.spot(name, spot.end, spot.type, spot.by) if name else spot
    if lead is None or spot.end - lead.end() < _BRIEF or find_division(sheet.flat[lead.end() - 1 :][:2]):
        return spot
    return sheet.spot(lead.end(), spot.end, spot.type, spot.by)


def _opens_career(sheet: Sheet, spot: Spot) -> bool:
    """Whether the 任 with which a name begins is the verb of a career: behind a date, a comma, the head of a line."""
    if any(find_division(spot.text[:size]) for size in (2, 3)) or known_names(spot.text) is not None:
        return False  # 任丘市教育局
    behind = sheet.flat[spot.end : spot.end + _POST_REACH]
    return _CAREER.search(sheet.flat, max(0, spot.start - 3), spot.start) is not None and names_post(behind)


_CAREER = re.compile("(?:[年月日起后前间今时,;:。、\\s]|^)$")
_POST_REACH = 6  # characters behind a body in which its post begins

_APPROVES = ("核准", "批准", "同意", "核准了")


def approved(sheet: Sheet, start: int) -> int:
    """Where the name from `start` on ends of who is found fit for a post: 核准|李文达|某公司董事的任职资格; or 0."""
    if _FITNESS.match(sheet.flat, start) is None:
        return 0
    sizes = (size for size in (3, 2) if looks_like_person(sheet.flat[start : start + size]))
    return start + next(sizes, -start)


_FITNESS = re.compile("[^,。;、]{6,50}?任职资格")
_BRIEF = 2  # characters of the shortest name


def dismissed(sheet: Sheet, spot: Spot) -> bool:
    """Whether what was taken for a name is none: 免去|李文达公司|副总经理职务, 当地派出所, a committee of the past."""
    if spot.text.startswith(all_of("told_by_their_place")) and not _LATIN.search(spot.text):
        return True
    if spot.text[0] == "原" and spot.text[1:] in all_of("organs_of_villages"):
        return True  # 甲村党支部书记乙、|原村委会|副主任丙
    if _SIZE.search(spot.text):
        return True  # 石门云鹤200MW/800MWh|共享储能电站
    if not spot.text.endswith("公司") or not looks_like_person(spot.text.removesuffix("公司")):
        return False
    return _APPOINTING.search(sheet.flat, max(0, spot.start - 4), spot.start) is not None


_LATIN = re.compile("[A-Za-z]")  # 当地|廉航|Flynas公司 has a name
_SIZE = re.compile(r"[0-9](?:[MGK]Wh?|[万亿]?千瓦时?|兆瓦时?|吉瓦时?)$")
_APPOINTING = re.compile(f"(?:{one_of('appointing_verbs')}|解聘)$")


def holds_verb(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a verb links two bodies in what the tagger took for one name (甲公司|联合|乙公司)."""
    return VERB_INSIDE.search(sheet.flat, start, end) is not None


def is_relative(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the name needs the paper's province or town (省水利科学研究院, 市艺术团, 街道办事处)."""
    if _RELATIVE.match(sheet.flat, start, end) is None or organs.in_word(sheet, start):
        return False
    if sheet.flat[start] not in "区旗镇乡街":
        return True
    if any(mark in sheet.flat[start:end] for mark in "、,“”") or sheet.flat[end - 1] not in _BODY_ENDS:
        return False  # 区一圈三带产业格局
    before = sheet.token_at(start - 1) if start else None
    held = before is not None and before.end == start and before.tag in ("n", "vn", "LOC", "ns", "nz", "b", "f")
    first = sheet.flat[start : start + 2]
    # 示范|区人大工委, 镇江|市政府, 乡村|振兴促进会
    own = (
        first != "街道"
        and first[-1:] != "长"
        and (is_word(first) or any(find_division(sheet.flat[start : start + n]) for n in (2, 3)))
    )
    return not held and not own


def _before_post(sheet: Sheet, spot: Spot) -> Spot:
    """甲公司|董事会主席: the body that belongs to the post behind it is not part of the organisation's name."""
    own = _OWN_BODY.search(spot.text)
    if (
        own is None
        or own.start() < 3
        or spot.text[own.start() - 1] in "镇乡村道区查"
        or not _POST.match(sheet.flat, spot.end)
        or (own.group() == "理事会" and not _is_house(spot.text[: own.start()]))
    ):
        return spot
    return sheet.spot(spot.start, spot.start + own.start(), spot.type, spot.by)


def _is_house(text: str) -> bool:
    """Whether the words end as the name of a body does, and not only of its field: 作物保护|理事会."""
    return _ends_so(text, pattern("organization_suffixes")) or _trades().search(text) is not None


def _tagged(sheet: Sheet) -> Iterable[Spot]:
    """What the tagger calls an organisation, with the place right before it and the ending right behind it."""
    endings = pattern("organization_suffixes")
    tokens = sheet.tokens
    for index, token in enumerate(tokens):
        if token.tag not in ("ORG", "nt"):
            continue
        start, end, at = token.start, token.end, index
        if _unbalanced(token.text):
            start = phrase_start(sheet, token.end)
        if sheet.flat[start - 2 : start] == "全国":
            start -= 2
        while at > 0 and tokens[at - 1].tag in ("LOC", "ns", "ORG") and tokens[at - 1].end == start:
            at -= 1
            start = tokens[at].start
        if at > 1 and tokens[at - 1].end == start and _joins_nations(tokens[at - 2], tokens[at - 1], sheet.flat, start):
            start = tokens[at - 2].start
        end = _extended(sheet, index, endings)
        text = sheet.flat[start:end].strip("“”‘’【】[] ")
        if token.tag == "nt" and not _ends_so(text, endings):
            continue
        if not _speaks_for_itself(text, endings) and not _acts(sheet, token.start, end):
            continue
        if is_organisation(sheet, text, start, end):
            lead = sheet.flat[start:end].find(text)
            yield sheet.spot(start + lead, start + lead + len(text), "Organization", "tagger")


@cache
def _jointly() -> re.Pattern[str]:
    """What two bodies have together, behind the name of the second: 甲大学-乙医院|联合实验室."""
    return re.compile(rf"[\u3400-\u9fff]{{0,6}}?联合[\u3400-\u9fff]{{0,6}}?(?:{one_of('joint_bodies')})")


def _joined_by_dash(sheet: Sheet, bodies: Sequence[Spot]) -> Iterable[Spot]:
    """甲大学—乙医院联合实验室, 甲国—乙组织经贸学院: a body that bears the names of those who have it."""
    for body in {(body.start, body.end): body for body in bodies}.values():
        start = body.start
        while start > 1 and _DASHED.match(sheet.flat, start - 2):
            token = sheet.token_at(start - 2)
            if token is None or token.tag not in ("ORG", "nt", "nz", "nw", "LOC", "ns") or token.end != start - 1:
                break
            start = token.start
        joint = body.text.endswith(all_of("joint_bodies"))
        behind = None if joint or start == body.start else _jointly().match(sheet.flat, body.end)
        if behind is not None and behind.end() in sheet.edges:
            yield sheet.spot(start, behind.end(), "Organization", "organ")
            continue
        first = sheet.token_at(start)
        brand = first is not None and first.tag in ("ORG", "nz", "nw")
        plain = brand and first is not None and not _ends_so(first.text, pattern("organization_suffixes"))
        plain = plain and body.text.endswith(("公司", "集团"))
        if start < body.start and (joint or plain):
            yield sheet.spot(start, body.end, "Organization", "organ")


def _joins_nations(first: Token, dash: Token, flat: str, start: int) -> bool:
    """中国—|东盟中心: a nation, a dash, and a body whose name opens with another place."""
    other = not flat.startswith(first.text, start)
    return dash.text in _DASHES and first.end == dash.start and is_country(first.text) and other


def _speaks_for_itself(text: str, endings: re.Pattern[str]) -> bool:
    """Whether a name's words show an organisation: a last word of one, or a trade as in the short name of a firm."""
    if _ends_so(text, endings) or endings.search(text) or (text[-1] in _LAST and len(text) >= 4):
        return True
    trade = _trades().search(text)
    return trade is not None and trade.start() >= 2 and not find_division(text[: trade.start()])


@cache
def _trades() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('firm_endings'))})$")


def _acts(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a name without an organisation's last word is treated as one: twice named, with a post, in a list."""
    text = sheet.flat[start:end]
    if sheet.flat.count(text) > 1 or _POST_AFTER.match(sheet.flat, end):
        return True
    if len(text) >= 3 and sheet.flat[start - 1 : start] in "。,;由与和、同据" and _AGENT.match(sheet.flat, end):
        return True
    beside = [sheet.token_at(start - 2), sheet.token_at(end + 1)]
    marks = (sheet.flat[start - 1 : start], sheet.flat[end : end + 1])
    return any(m in ("、", "与", "和") and t is not None and t.tag == "ORG" for m, t in zip(marks, beside, strict=True))


def _unbalanced(text: str) -> bool:
    return any(text.count(closer) > text.count(opener) for opener, closer in ("()", "（）", "“”"))


def _extended(sheet: Sheet, index: int, endings: re.Pattern[str]) -> int:
    """The end moved right over a place, a noun or a bracket that leads up to an ending: 中国联通|青海|分公司."""
    tokens, end = sheet.tokens, sheet.tokens[index].end
    reach, at = end, index + 1
    while at < len(tokens) and at <= index + 4 and tokens[at].start == reach:
        token = tokens[at]
        if token.text in word_set("np_stops"):
            break
        if token.tag not in ("LOC", "ORG", "n", "nz", "nt", "ns", "vn", "m", "nw") or token.text in word_set("titles"):
            break
        reach = token.end
        if endings.fullmatch(token.text) or (token.tag in ("ORG", "nt", "nz", "n") and _ends_so(token.text, endings)):
            end = reach
        at += 1
    return end


def _ends_so(text: str, endings: re.Pattern[str]) -> bool:
    return any(endings.fullmatch(text, at) for at in range(max(0, len(text) - 8), len(text) - 1))


def is_organisation(sheet: Sheet, text: str, start: int, end: int) -> bool:
    """Whether the words at `[start, end)`, which a finder took for an organisation, can name one."""
    if text in word_set("bare_bodies") or any(no.search(text) for no in (_WORKS, _DOING, COUNTED)):
        return False
    if start < sheet.lead_end or text in word_set("not_organisations") or _unbalanced(text):
        return False
    if _MANY.match(text):
        return False
    if _VENUE.search(text) and sheet.flat[start - 1 : start] in ("在", "于"):
        return False
    if len(text) < 2 or _LETTERS.search(text) is None or _STOP.search(text) or _ANY.match(text):
        return False
    rest = without_place(text)
    plain = rest != text and rest in word_set("generic_words") and rest not in word_set("organization_suffixes")
    return not is_generic(text, sheet, start, end) and not plain


def _by_ending(sheet: Sheet) -> Iterable[Spot]:
    """Phrases with an organisation's last word that the tagger did not see whole."""
    for opened, end, ending in phrases(sheet, "organization_suffixes"):
        start = _named_after(sheet, whole_field(sheet, opened), end)
        text = sheet.flat[start:end]
        if 4 <= len(text) <= 32 and end - ending >= 2 and is_organisation(sheet, text, start, end):
            yield sheet.spot(start, end, "Organization", "ending")


def _societies(sheet: Sheet) -> Iterable[Spot]:
    """宁河|电影制作发行|协会: a society from the place on that opens its name, over words of doing (制作, 发行)."""
    for match in pattern("societies").finditer(sheet.flat):
        if match.end() not in sheet.edges or match.start() < sheet.lead_end:
            continue
        at, index = match.end(), sheet.token_index(match.end() - 1)
        while index >= 0 and match.start() - sheet.tokens[index].start <= _LONGEST_TRADE:
            token = sheet.tokens[index]
            if token.end != at or token.tag not in _TRADE or token.text in words("society_stops"):
                break
            at, index = token.start, index - 1
            if token.tag in ("LOC", "ns") and match.start() - token.end >= 2:
                if is_organisation(sheet, sheet.flat[token.start : match.end()], token.start, match.end()):
                    yield sheet.spot(token.start, match.end(), "Organization", "ending")
                break


_LONGEST_TRADE = 18
_TRADE = frozenset(("n", "vn", "nz", "v", "a", "an", "b", "j", "LOC", "ns", "nw"))
_HONOUR = re.compile(f"(?:{one_of('societies')})$")


def _named_after(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over a person after whom the body is named: 杨时|文化研究会."""
    token = sheet.token_at(start - 1) if start else None
    named = token is not None and token.tag in ("PER", "nr") and token.end == start and len(token.text) <= 3
    return token.start if named and token is not None and _HONOUR.search(sheet.flat[start:end]) else start


def whole_field(sheet: Sheet, start: int) -> int:
    """The start moved left over 和 where a place's name opens the whole: 福建省皮革和|制鞋行业协会.

    Further fields may stand before it behind marks of enumeration: 某国工业、商业和|供应部.
    """
    if sheet.flat[start - 1 : start] not in ("和", "与", "及"):
        return start
    link, left = start - 1, phrase_start(sheet, start - 1)
    while sheet.flat[left - 1 : left] == "、" and start - left <= _LONGEST_FIELD:
        if _opens_whole(sheet, left, link):
            break
        left = phrase_start(sheet, left - 1)
    token = sheet.token_at(left)
    listed = "、" in sheet.flat[left:link]
    placed = token is not None and (token.tag in ("LOC", "ns") or token.text.endswith("政府"))
    opens = _opens_whole(sheet, left, link) and start - left <= _LONGEST_FIELD
    return left if opens and (placed or not listed) else start


_LONGEST_FIELD = 16


def _opens_whole(sheet: Sheet, left: int, link: int) -> bool:
    """Whether the phrase before a link opens with a place or a government, and goes on with what the body is for."""
    token = sheet.token_at(left)
    if token is None or token.tag not in ("LOC", "ns", "ORG") or token.start != left or token.end >= link:
        return False
    # 甲大学|分别与|乙大学: an organisation that is whole before the link is one of its own.
    whole = token.tag == "ORG" and _ends_so(token.text, pattern("organization_suffixes"))
    fields = all(word.tag in ("n", "vn", "an", "a") for word in sheet.words_in(token.end, link) if word.text != "、")
    return not whole or (token.text.endswith("政府") and fields)


def _bracketed(sheet: Sheet) -> Iterable[Spot]:
    """锐舒(中国)体育用品有限公司: a firm's house in a country or place, which stands in brackets in its name."""
    for match in _BRACKETED.finditer(sheet.flat):
        place = match.group("place")
        if _goes_over(sheet, match.end("place"), match.end()):
            continue
        if is_country(place) or find_division(place) or place in all_of("regions_of_firms"):
            start = _brand_start(sheet, max(phrase_start(sheet, match.end()), match.start()))
            start = start if start < match.start("place") - 2 else match.start("place") - 3
            yield sheet.spot(start, match.end(), "Organization", "organ")


def _goes_over(sheet: Sheet, start: int, end: int) -> bool:
    """Whether somebody or a link lies there: (长沙)律师事务所主任李文达|与|宁河实业有限公司 is two firms."""
    tokens = sheet.words_in(start, end)
    return any(token.tag in ("PER", "nr", "p", "c") for token in tokens)


def _brand_start(sheet: Sheet, start: int) -> int:
    """The start moved left over a brand that looks like somebody's name, or to where the tagger's word begins."""
    token, before = sheet.token_at(start), sheet.token_at(start - 1) if start else None
    if token is not None and token.start < start and token.tag in ("ORG", "nt"):
        return token.start
    named = before is not None and before.end == start and before.tag in ("PER", "nr") and len(before.text) <= 4
    return before.start if named and before is not None else start


def _listed_firms(sheet: Sheet) -> Iterable[Spot]:
    """甲、乙、丙等企业: everything in the list is a firm, once one of them is known as one."""
    for match in _FIRMS.finditer(sheet.flat):
        spots = list(members(sheet, *match.span("list")))
        tags = [sheet.token_at(start) for start, _ in spots]
        if sum(token is not None and token.tag in ("ORG", "nt", "nz") for token in tags) < 1:
            continue
        for start, end in spots:
            if end in sheet.edges and start in sheet.edges and _firm(sheet, start, end):
                yield sheet.spot(start, end, "Organization", "tagger")


def _firm(sheet: Sheet, start: int, end: int) -> bool:
    text = sheet.flat[start:end]
    tags = {token.tag for token in sheet.words_in(start, end)}
    return (
        2 <= len(text) <= 14
        and not tags & {"v", "d", "p", "c", "u", "r", "PER"}
        and not is_generic(text, sheet, start, end)
    )
