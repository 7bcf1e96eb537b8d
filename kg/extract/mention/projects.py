"""Names of works: plants, lines, bases, renovations, programmes that somebody builds, invests in or runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from kg.extract.mention import (
    houses,
    launched,
    lines,
    listedworks,
    madeby,
    nowork,
    pursued,
    sites,
    toldworks,
    unfit,
    workedges,
    worknames,
)
from kg.extract.mention.phrases import is_generic, phrases
from kg.extract.mention.workstarts import whole_start
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import CLASSIFIERS, NUMERALS, SEVERAL, STAGE, ZONES, all_of, one_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, word_set, words
from kg.language.tagger import Token

_COUNT = re.compile(f"^(?:等)?第?[0-9{NUMERALS}百两]+[余多]?(?:{CLASSIFIERS})")
# 1100多个|拥军项目: works that are counted have no name.
_COUNTED = re.compile(f"(?:[0-9{SEVERAL}百千几]|[0-9十百千][多余])(?:{CLASSIFIERS})(?:重点|重大)?$")
_WEAK = all_of("weak_work_nouns")
# (下称“甲”)|年产…项目, 建设|…中心
_LEAD = re.compile(r"(?:\([^()]*\)|建设|打造|新建|续建|暨|[建用管办]好|建强)+(?=.{6})")
_BARE = re.compile(f"^(?:{STAGE})?(?:{one_of('ends_of_named_things')})(?:{STAGE})?$")
_PHASE = re.compile(
    rf"{STAGE}(?:项目|工程)?|\({STAGE}\)|\([\u3400-\u9fff]{{1,8}}段\)|(?:[0-9{NUMERALS}]+[#号]?[、和])*[0-9{NUMERALS}]+[#号](?:机组|线|楼|标段|井|泵站)"
)
_ZONE_AHEAD = re.compile(
    rf"[\u3400-\u9fff]{{2,14}}?(?:{ZONES})(?![和与及])(?=[\u3400-\u9fff()“”]{{6,}}(?:{one_of('work_nouns')})$)"
)
_VAGUE = re.compile(f"^(?:{one_of('attributes_of_no_work')}|首个(?!.{{8}}))|领域|相关|系列|(?:等|有关|成套)项目$")
_KIND = re.compile(r"(?:性|级|类|型)(?:项目|工程|基地)$")
# 投资|10亿元建设|甲产业园项目, 该|甲风电场.
_AHEAD = re.compile(
    r"(?:总?投资)?(?:约|近|超|超过)?[0-9.]{1,20}(?:多|余)?[万亿]{1,4}(?:元|美元|欧元)(?:的|建设|投建|打造|实施|新建)?|该(?:[省市县区州镇乡村园](?:建设|实施|投资)?)?(?=[\u3400-\u9fff]{4})"
    rf"|(?:{one_of('grounds_of_ranks')})?首[个座条家台](?=[\u3400-\u9fff]{{6}})"
)
# 甲学院|合建|乙基地
_DONE = re.compile(rf"[\u3400-\u9fff]{{0,40}}?(?:{one_of('building_for_others')})的?(?=[\u3400-\u9fff“0-9.]{{4}})")
# 如上线|“智游”平台
_BEFORE_QUOTE = re.compile(r"[\u3400-\u9fff]{1,5}(?=“[^”]{2,}”)")
# 甲产业基地、|乙项目
_LISTED = re.compile(rf"[\u3400-\u9fff]{{3,40}}(?:{one_of('work_nouns')})[、和]")
_ON_THE_ROAD = re.compile(r"(?:[\u3400-\u9fff]{1,4}段)?(?:(?![首第最座条个多])[\u3400-\u9fff]){1,6}?(?:大桥|隧道)")
_SHORTEST = 4
# 甲引水工程|项目部: the office of the work.
_OFFICE = re.compile(r"(?:经理|总承包)?部")
_LONGEST_JOINED, _LONGEST_QUOTED = 12, 24
_NAMED_GROUND = 6
_SITE = 3
_SINGLE = 3
_BRANDED, _BRAND_AND_HEAD = 5, 2
_SPECIAL = 2
# 甲文化中心|EPC项目: how a work is let to who builds it.
_CONTRACTED = re.compile(r"(?:EPC|PPP|BOT|EOD|总承包)(?:总承包)?项目$")
_LISTED_BODIES = ("”", "公司", "集团", "村", "社区", "医院", "大学", "学校", "银行", "厂")
# 建筑工程|咨询: the words that follow make a trade of the work.
_TRADE = re.compile(r"(?:专业|经理|总监|部(?=[经负党、])|师|咨询|监理|市场|领域|行业|检测|材料与|学院|系(?![统列]))")
# 甲更新项目一期|计划国庆前开放: the word is a verb.
_THEN_PLANS = re.compile(r"(?<=[目程期园])计划$")
# 甲集团计划|在…: the word is a verb.
_PLANS = re.compile(r"(?:在|于|将|投资|建设|今年|明年|用|到|与|向|对|把|收购|发行|新建|引进|开展|[0-9])")
_ROUTE = re.compile(
    rf"(?P<to>至|到)[\u3400-\u9fff]{{2,8}}?(?:城际|高速|输变电|输气)?(?:{one_of('roads_and_railways')}|管道|管线|线路|[±0-9]{{2,5}}千伏[\u3400-\u9fff]{{0,8}}?(?:输电|输变电|联网)|(?:长江|黄河)?(?:公铁|过江|跨江|跨海|特)?大桥)(?:(?:(?!的)[\u3400-\u9fff]){{0,6}}?(?P<named>项目|工程))?"
)
# 二期, 第三合同段, 2号线: a part of a work that has a name.
_PART = re.compile(f"{STAGE}|[{NUMERALS}]标|第[0-9{NUMERALS}]{{1,8}}(?:合同段|标段)|[0-9{NUMERALS}]{{1,8}}号")
# 补充流动资金|项目: what money is raised for besides works.
_NO_WORK = ("补充流动资金", "补充营运资金", "偿还")
# A house whose name is shorter has none: 甲中心.
_HOUSE = 6
# 线上+线下|项目, 推介会暨|项目: two things, and no name.
_JOINED = re.compile(r"\+|(?:会|活动|仪式)暨")
_CALLED = re.compile(f"(?:项目|工程)(?:{STAGE})?$")
_AT_HOME = ("中国", "我国", "中华", "国家")
# 甲产业园|建设项目: works on what exists.
_RENEWED = re.compile(f"(?:{one_of('renewing')})(?:项目|工程)$")
# 甲产业园|、|乙示范基地: each side is long enough to be a name.
_SIDE_BY_SIDE = re.compile(r"(?<=.{3})[、和](?=.{4})")
_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》|\([^()]*\)")
# 甲铁路乙段、|丙机场; but 甲水厂一期、|二期工程
_PART_BEFORE, _NEXT_PART = re.compile(f"段$|{STAGE}$"), re.compile(f"[\u3400-\u9fff]{{0,4}}?(?:段|{STAGE})")
_MORE_ENDS = ("实验室", "研究院", "信息港", "谷")
# So many characters of its own make a phrase a name, even where it is told only once.
_ENOUGH = 4
_NAMES_AND_FIGURES = ("LOC", "ns", "ORG", "nt", "w", "m", "q", "TIME")
_LONG = 8
# A work whose name the tagger took for a place or body: 三江源国家大数据基地二期.
_STAGED = re.compile(rf"[\u3400-\u9fffA-Za-z0-9·—“”]{{3,30}}?(?:{one_of('ends_of_works')}){STAGE}(?:项目|工程)?$")


def find(sheet: Sheet) -> list[Spot]:
    """Every candidate project."""
    found = [*_by_ending(sheet), *_staged(sheet), *_routes(sheet), *_being_built(sheet)]
    for finder in (worknames, lines, houses, sites, toldworks, launched, listedworks, pursued):
        found += finder.find(sheet)
    found = [part for spot in found for part in _parted(sheet, workedges.mended(sheet, _quoted_whole(sheet, spot)))]
    found = [spot for spot in found if not spot.text.startswith(_NO_WORK) and not nowork.is_none(sheet, spot)]
    return [spot for spot in found if not unfit.is_unfit(sheet, spot)]


def _quoted_whole(sheet: Sheet, spot: Spot) -> Spot:
    """The work from the quotation mark on, where two founders stand before it: “甲大学、|乙研究院人才培养基地”."""
    at = sheet.flat.rfind("“", max(0, spot.start - _LONGEST_QUOTED), spot.start)
    at = at if spot.start - at <= _LONGEST_JOINED or sheet.flat[at - 1 : at] == "”" else -1
    whole = at >= 0 and sheet.flat[spot.end : spot.end + 1] == "”"
    # “甲观测站”“|第二次甲科学考察与研究|乙基地”: quotations side by side are names.
    listed = whole and (sheet.flat[at - 1 : at] == "”" or sheet.flat[spot.end + 1 : spot.end + 2] == "“")
    whole = whole and (listed or sheet.flat[spot.start - 1] in "、与和")
    if not whole or any(mark in sheet.flat[at + 1 : spot.start] for mark in "“”,。;:"):
        return spot
    return sheet.spot(at + 1, spot.end, "Project", spot.by, sure=spot.sure)


def _parted(sheet: Sheet, spot: Spot) -> Iterable[Spot]:
    """甲产业园、|乙示范基地, 丙实验室和|丁产业园: works side by side, each by itself."""
    joint = _SIDE_BY_SIDE.search(_QUOTED.sub(lambda part: "“" * len(part.group()), spot.text))
    if joint is None or not _is_another(sheet, spot, joint.start()):
        yield spot
        return
    if spot.text[: joint.start()].endswith(_ends()):
        yield sheet.spot(spot.start, spot.start + joint.start(), "Project", spot.by, sure=spot.sure)
    rest = sheet.spot(spot.start + joint.end(), spot.end, "Project", spot.by, sure=spot.sure)
    yield from _parted(sheet, rest)


def _is_another(sheet: Sheet, spot: Spot, length: int) -> bool:
    """Whether what stands before the joint is another work, or a place that is no division: 甲港、|乙基地."""
    left, last = spot.text[:length], sheet.token_at(spot.start + length - 1)
    named = last is not None and last.tag in ("LOC", "ns") and last.start <= spot.start
    part = _PART_BEFORE.search(left) is not None and not _NEXT_PART.match(spot.text, length + 1)
    return (
        part or left.endswith((*_ends(), *_MORE_ENDS)) or (named and not find_division(left) and not is_country(left))
    )


@cache
def _ends() -> tuple[str, ...]:
    return (*words("project_suffixes"), *words("opened_suffixes"))


def _being_built(sheet: Sheet) -> Iterable[Spot]:
    """共建|甲创新中心, 由乙公司打造的|丙概念验证中心: a house that a verb of building stands right before."""
    for start, end, _ in phrases(sheet, "opened_suffixes"):
        opened = start - (sheet.flat[start - 1 : start] in tuple("“《"))
        following = sheet.token_at(end)
        goes_on = following is not None and following.tag in ("n", "nz", "vn") and following.text != "项目"
        goes_on = goes_on or unfit.is_kind(sheet.flat[start:end])
        if end - start < _HOUSE or goes_on or not _builds().search(sheet.flat, max(0, opened - 8), opened):
            continue
        if not is_generic(sheet.flat[start:end], sheet, start, end) and _particular(sheet, start, end):
            yield sheet.spot(start, end, "Project", "ending")


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"[”》]?(?:正式)?(?:{any_of(words('opening_verbs'))})")


@cache
def _builds() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('building_verbs'))})$")


def _routes(sheet: Sheet) -> Iterable[Spot]:
    """甲地至乙地高速公路项目: 至 between two places does not end the name of a road that is being built."""
    for match in _ROUTE.finditer(sheet.flat):
        left, right = sheet.token_at(match.start("to") - 1), sheet.token_at(match.end("to"))
        loose = "的" in match.group() or match.group().endswith("线路")
        if loose and "千伏" in match.group():
            continue
        if match.group("named") is None and (loose or _stands(sheet, match.start("to"), match.end())):
            continue
        if left and right and _is_stop(left, match["to"]) and right.tag in ("LOC", "ns"):
            before = sheet.token_at(left.start - 1) if left.start else None
            start = before.start if before and before.tag in ("LOC", "ns") and before.end == left.start else left.start
            yield sheet.spot(start, _bridge(sheet, match.end()), "Project", "ending")


def _bridge(sheet: Sheet, end: int) -> int:
    """Where the name of what stands on a road ends: 甲至乙高速公路|东段丙大桥; else the offset, where the road ends."""
    match = _ON_THE_ROAD.match(sheet.flat, end) if sheet.flat.endswith(words("road_words"), 0, end) else None
    verbal = match is not None and any(token.tag in ("v", "p", "d") for token in sheet.words_in(end, match.end()))
    return end if match is None or verbal else match.end()


def _is_stop(token: Token, link: str) -> bool:
    """Whether a line may begin there: a place, or what the tagger took for another word (贡觉, 罗富|至八腊高速公路)."""
    named = link == "至" and token.tag in ("PER", "nr", "nz")
    return named or token.tag in ("LOC", "ns") or bool(find_division(token.text))


def _staged(sheet: Sheet) -> Iterable[Spot]:
    for token in sheet.tokens:
        if token.tag in ("LOC", "ORG", "nz", "nt") and _STAGED.match(token.text):
            yield sheet.spot(token.start, token.end, "Project", "tagger")


def _by_ending(sheet: Sheet) -> Iterable[Spot]:
    for opened, closed, _ in phrases(sheet, "project_suffixes", joined=True):
        phase = _PHASE.match(sheet.flat, closed)
        start, end = opened, phase.end() if phase else closed
        if plan := _THEN_PLANS.search(sheet.flat, start, end):
            end = plan.start()
        if _OFFICE.match(sheet.flat, end) and sheet.flat.endswith("工程项目", start, end):
            end -= len("项目")
        while (zone := _ZONE_AHEAD.match(sheet.flat, start, end)) and _particular(sheet, zone.end(), end):
            start = zone.end()
        if lead := _LEAD.match(sheet.flat, start, end):
            start = lead.end()
        for ahead in (_AHEAD, _DONE, _AHEAD, _LISTED):
            match = ahead.match(sheet.flat, start, end)
            start = match.end() if match and end - match.end() >= 4 else start
        start = whole_start(sheet, _behind_body(sheet, start, end), end)
        quote = _BEFORE_QUOTE.match(sheet.flat, start, end)
        if quote and _only_does(sheet, start, quote.end()):
            start = quote.end()
        start = _behind_governor(sheet, _behind_launch(sheet, start, end), end)
        if _COUNTED.search(sheet.flat[max(0, start - 8) : start]):
            continue
        if _TRADE.match(sheet.flat, end) or _only_maker(sheet, start, end):
            continue
        text = sheet.flat[start:end]
        if not 4 <= len(text) <= 40 or _COUNT.match(text) or _BARE.match(text) or sheet.flat[start - 1 : start] == "等":
            continue
        vague = is_generic(text, sheet, start, end) or (
            text.endswith(_WEAK) and not _quoted_or_placed(sheet, start, end)
        )
        if unfit.is_kind(text) and not (_owned(sheet, start, end) or _opens().match(sheet.flat, end)):
            continue
        clear = not vague and (
            _particular(sheet, start, end) or _owned(sheet, start, end) or _governed(sheet, start, end)
        )
        by = "ending" if clear and not _stands(sheet, start, end) else "loose"
        yield sheet.spot(start, end, "Project", by, sure=by == "ending" and _is_told(sheet, start, end))


def _is_told(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words right beside tell what became of the work or who makes it: P|在甲县开工, P|由乙公司承建."""
    told = launched.has_fate(sheet, end) or (madeby.measured(sheet, end) and _is_of_house(sheet, start, end))
    return told or madeby.behind(sheet, end) or madeby.before(sheet, start)


def _behind_launch(sheet: Sheet, start: int, end: int) -> int:
    """The start moved right behind a verb before a quotation: 甲省政府推出|“乙”计划."""
    at = sheet.flat.find("“", start, end)
    verb = sheet.token_at(at - 1) if at > start else None
    launched = verb is not None and verb.end == at and verb.tag == "v" and verb.text in word_set("undertaking_verbs")
    return at if launched else start


def _behind_governor(sheet: Sheet, start: int, end: int) -> int:
    """The start moved right behind the verb of a place that makes it: 甲省上线|算力调度平台, 乙市启动|丙河治理工程."""
    for verb in _starts_work().finditer(sheet.flat, start + 2, end - _SHORTEST):
        if verb.end() in sheet.edges and verb.start() in sheet.edges and madeby.governed(sheet, verb.end()):
            return verb.end()
    return start


@cache
def _starts_work() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of('verbs_of_starting_works')})了?")


def _behind_body(sheet: Sheet, start: int, end: int) -> int:
    """The start moved right behind the firms and villages of a list: 甲公司、|乙项目; but 甲市、乙县|道路工程."""
    for at in range(end - _SHORTEST, start, -1):
        if sheet.flat[at - 1] == "、" and sheet.flat.endswith(_LISTED_BODIES, start, at - 1):
            return at
    return start


def _stands(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the phrase is a road or a line of which no sentence that names it tells that it is being built."""
    return sheet.flat.endswith(words("road_words"), start, end) and not lines.is_built(sheet, start, end)


def _only_does(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words before a quotation hold a verb and no proper name: 如上线|“乙”平台, not 甲市“乙”工程."""
    tags = {token.tag for token in sheet.words_in(start, end)}
    return "v" in tags and not tags & {"LOC", "ORG", "ns", "nt", "nz", "nw", "m"}


def _only_maker(sheet: Sheet, start: int, end: int) -> bool:
    """甲公司|项目|负责人, 甲集团|计划|在…: an organisation and a bare word name no work."""
    if sheet.flat.endswith(("计划", "行动"), start, end) and _PLANS.match(sheet.flat, end):
        return True
    tokens = sheet.words_in(start, end)
    if len(tokens) != 2 or tokens[1].text != "项目" or tokens[0].tag not in ("ORG", "nt"):
        return False
    return tokens[0].text.endswith(("公司", "集团", "局", "银行", "厅", "建工"))


def _particular(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the phrase names one thing: it is quoted, or words are left that single it out among its kind.

    A place does that for what says what it is (青海省|算力中心), not for a mere work of it (青海省|重大项目).
    """
    tokens = sheet.words_in(start, end)
    text = sheet.flat[start:end]
    if any(sign.search(text) for sign in (_JOINED, _KIND, _VAGUE)) or (
        tokens[0].tag in ("v", "vd", "d", "p") and len(tokens) <= 3
    ):
        return False
    renewed = _RENEWED.search(text) and any(_is_renewed(token) for token in tokens)
    called = _CALLED.search(text) and any(_is_ground(token) or _is_site(token) for token in tokens)
    if renewed or called or unfit.FIGURE.search(text) or any(mark in text for mark in "“《"):
        return True
    placed = any(t.tag in ("LOC", "ns") and _places(t.text, text) for t in tokens)
    made = any(t.tag in ("ORG", "nt") for t in tokens)
    own = len(_own_words(tokens, sheet, (start, end), placed=placed or made))
    proper = placed or made or any(t.tag in ("nz", "nw") for t in tokens)
    if proper and (_PART.search(text) or _CONTRACTED.search(text) or (made and placed)):
        return True
    if text.endswith(words("general_works")):
        return own >= 2 and (proper or own >= _ENOUGH or _known(sheet, text))
    return proper or (own >= 2 and (own >= _ENOUGH or _known(sheet, text) or len(text) >= _LONG))


def _is_renewed(token: Token) -> bool:
    """甲产业园|建设项目, 乙油田处理厂|扩建工程: works on a house, a plant or a ground that has a name."""
    body = token.tag in ("ORG", "nt") and token.text.endswith(words("renewed_houses")) and len(token.text) > _SITE
    return body or (token.tag in ("LOC", "ns") and token.text.endswith(words("built_grounds")))


def _is_site(token: Token) -> bool:
    """甲湖金融湾|项目: a work called by its ground, which is no division."""
    known = find_division(token.text) or is_country(token.text)
    plain = token.tag == "LOC" and len(token.text) >= _SITE
    built = len(token.text) >= _NAMED_GROUND and token.text.endswith((*words("built_alone"), *words("built_places")))
    plain = plain and (built or not token.text.endswith(words("location_generic")))
    return plain and not known and not token.text.endswith(words("no_sites"))


def _is_ground(token: Token) -> bool:
    """甲生物医药产业园|项目: the park has a name of its own, which the tagger took for a place or body."""
    named = token.tag in ("ORG", "nt", "LOC") and len(token.text) >= _NAMED_GROUND
    return named and token.text.endswith(words("built_grounds")) and not token.text.endswith(("园区", "工业园"))


def _owned(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a maker singles the work out: 甲公司投资20亿元的|锂电池项目, 锂电池项目|由甲公司承建."""
    called = _CALLED.search(sheet.flat[start:end])
    if not (called or sheet.flat.endswith(words("made_ends"), start, end)):
        return False
    tokens = sheet.words_in(start, end)
    if _VAGUE.search(sheet.flat[start:end]) or _KIND.search(sheet.flat[start:end]) or tokens[0].tag[0] in "dpa":
        return False
    if any(token.tag in ("v", "vd", "p", "r") for token in tokens[:2]):
        return False
    own = _own_words(tokens, sheet, (start, end), placed=True)
    house = called is not None and _is_of_house(sheet, start, end)
    branded = house or (len(tokens) == _BRAND_AND_HEAD and tokens[0].tag == "nz" and called is not None)
    if (len(own) < 2 and not branded) or not called:
        return not called and len(own) >= 2 and madeby.invested(sheet, start)
    single = branded or len(_own_words(tokens, sheet, (start, end), placed=False)) >= _SINGLE
    told = (single and madeby.begun(sheet, end)) or (house and madeby.measured(sheet, end))
    return told or madeby.before(sheet, start) or madeby.behind(sheet, end)


def _is_of_house(sheet: Sheet, start: int, end: int) -> bool:
    """Whether one word before 项目 is the name of a house: 甲养老服务中心|项目, 乙厂|项目, but not 丙市|项目."""
    tokens = sheet.words_in(start, end)
    if len(tokens) != _BRAND_AND_HEAD:
        return False
    first = tokens[0]
    if first.tag == "LOC":
        return len(first.text) >= _BRANDED and not find_division(first.text) and not is_country(first.text)
    return first.tag in ("ORG", "nt")


def _governed(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a place that makes it singles the work out, and words of its own are left: 甲县实施|牧区供水提升工程."""
    if not madeby.governed(sheet, start):
        return False
    tokens = sheet.words_in(start, end)
    own = _own_words(tokens, sheet, (start, end), placed=False)
    text = sheet.flat[start:end]
    loose = tokens[0].tag in ("v", "vd", "d", "p", "r", "m") or _VAGUE.search(text) or _KIND.search(text)
    return len(own) >= _SPECIAL and not loose and not unfit.is_kind(text)


def _places(place: str, text: str) -> bool:
    """Whether the place singles out the work: another country only what is called a project (甲国|风电项目)."""
    return not is_country(place) or (place not in _AT_HOME and bool(_CALLED.search(text)))


def _own_words(tokens: Sequence[Token], sheet: Sheet, span: tuple[int, int], *, placed: bool) -> str:
    """What is left of the phrase without its head, places, makers, figures and words that name nothing.

    placed: words for kinds of works are left, too: with a place or maker before them they name one.
    """
    start, end = span
    head = max((len(word) for word in words("project_suffixes") if sheet.flat.endswith(word, start, end)), default=0)
    end -= head
    kinds = word_set("work_kinds") | word_set("project_suffixes")
    generic = word_set("generic_words") | word_set("work_generics")
    generic = generic - kinds if placed else generic | kinds
    pieces = [(t, sheet.flat[max(t.start, start) : max(min(t.end, end), start)]) for t in tokens]
    return "".join(
        p
        for t, p in pieces
        if p not in generic and (t.tag not in _NAMES_AND_FIGURES or p.endswith(words("built_places")))
    )


def _known(sheet: Sheet, text: str) -> bool:
    return sheet.flat.count(text) > 1 or text in sheet.article.title


def _quoted_or_placed(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the phrase holds a quoted name, a place or an organisation: then even a weak ending names something."""
    named = any(token.tag in ("LOC", "ORG", "ns", "nt") for token in sheet.words_in(start, end))
    return named or "“" in sheet.flat[start:end]
