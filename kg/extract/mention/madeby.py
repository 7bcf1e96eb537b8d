"""Whether the words around a work tell its maker, which singles it out: 甲公司投资的|P, P|由甲公司承建."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.sheet import Sheet
from kg.language.classes import ADVERBS, NUMERALS, TIMES, TOWNS, one_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, pattern, words
from kg.language.organisations import is_company
from kg.language.pieces import fills
from kg.language.tagger import Token

_REACH = 36
# P|(项目)由|甲公司
_BY = re.compile(rf",?(?:{ADVERBS}|主要){{0,2}}(?:是|系)?由")
_MONEY = re.compile(r"[0-9.]{1,8}[万亿]{1,2}(?:元|美元|欧元)")
# 新建|一座|P, 建设|第二条|P
_COUNT = f"(?:(?:第?[0-9{NUMERALS}两]{{1,2}}|首|另一)[座条个家期](?:新的?)?|新的?)?"
# 甲公司的乙项目、|丙项目
_LISTED = re.compile(f"(?:{one_of('work_nouns')})[、和与及]$")
_LIST = 60
# 由甲局|指导,乙集团负责具体运营
_GUIDED = re.compile(
    "(?:牵头|联合|共同)?(?:指导|主管|监管|支持)[,、][^,。;、]{2,20}?(?:负责|承担|承办|承建|建设|运营|实施|执行|开发)"
)
# 据悉,|近年来,|甲市
OPENS = re.compile(f"{ADVERBS}|{TIMES}|(?:{one_of('openings_of_clauses')})|[0-9.]{{1,4}}|初|底|中旬|[春夏秋冬]季?")
# 甲市|今年|在乙片区|投资3亿元|建成丙水厂
LEADS = re.compile(
    f"{ADVERBS}|{TIMES}|(?:{one_of('ways_of_governing')})|[0-9.]{{1,4}}|初|底|就|还"
    f"|在[^,。;、]{{2,14}}|以[^,。;、]{{2,12}}为[^,。;、]{{2,6}}|(?:{one_of('investing_verbs')})[^,。;、]{{2,14}}"
)


def before(sheet: Sheet, start: int) -> bool:
    """甲公司负责实施的|P, 甲公司在乙县投资20亿元建设|P, 甲公司的Q、|P."""
    left, _ = sheet.clause(start)
    if _LISTED.search(sheet.flat, left, start):
        lead = list(_owner().finditer(sheet.flat, max(left, start - _LIST), start))
        return any(_is_body(sheet, match.start()) for match in lead)
    if sheet.flat[start - 1 : start] == "的":
        lead = [
            match for match in _owner().finditer(sheet.flat, max(left, start - _REACH), start) if match.end() == start
        ]
        return any(_is_body(sheet, match.start()) for match in lead)
    return _builds(sheet, left, start)


def invested(sheet: Sheet, start: int) -> bool:
    """甲公司将投资5亿元…,|新建|生产线: a firm and a sum in the sentence, and a verb of building right before."""
    opened, _ = sheet.sentence(start)
    return _builds(sheet, opened, start)


def _builds(sheet: Sheet, left: int, start: int) -> bool:
    """甲公司…投资20亿元|建设|P: a sum, a verb right before the work, and a firm before them in the sentence."""
    verb = _verb().search(sheet.flat, max(left, start - _REACH), start)
    if verb is None or not (_MONEY.search(sheet.flat, left, start) or verb.group().startswith(_SURE)):
        return False
    opened, _ = sheet.sentence(start)
    return any(_is_firm(token) for token in sheet.words_in(opened, verb.start())) if opened < verb.start() else False


_SURE = ("投资建设", "投建", "承建", "中标", "承揽", "总承包", "签约")


def governed(sheet: Sheet, start: int) -> bool:
    """甲市近日启动|P, 乙县高标准建成|P: the subject of the verb right before is a division or town, which makes it."""
    left, _ = sheet.clause(start)
    left = max(left, sheet.lead_before(start))
    verb = _governing().search(sheet.flat, max(left, start - _REACH), start)
    if verb is None:
        return False
    found = sheet.words_in(left, verb.start()) if left < verb.start() else ()
    first = next((at for at, token in enumerate(found) if token.tag in ("LOC", "ns")), -1)
    if first < 0 or (found[first].start > left and not fills(OPENS, sheet.flat[left : found[first].start])):
        return False
    end = found[first].end
    for token in found[first + 1 :]:
        if token.tag not in ("LOC", "ns") or token.start != end:
            break
        end = token.end
    place = next(token for token in found if token.end == end)
    named = find_division(place.text) or place.text.endswith(tuple(TOWNS.split("|"))) or is_country(place.text)
    return bool(named) and fills(LEADS, sheet.flat[end : verb.start()])


@cache
def _governing() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of('verbs_of_governing')})了?{_COUNT}$")


def behind(sheet: Sheet, end: int) -> bool:
    """P|由甲公司投资建设, P|,由甲公司承建."""
    by = _BY.match(sheet.flat, end)
    if by is None or by.end() >= len(sheet.flat):
        return False
    firm = sheet.token_at(by.end())
    if firm is None or firm.tag not in ("ORG", "nt") or firm.start != by.end():
        return False
    _, right = sheet.clause(firm.start)
    made = pattern("undertaking_verbs").search(sheet.flat, firm.end, min(right, firm.end + _REACH))
    return made is not None or _GUIDED.match(sheet.flat, firm.end) is not None


def begun(sheet: Sheet, end: int) -> bool:
    """P|主体封顶, P|正式投产: one work is told of."""
    return _begun().match(sheet.flat, end) is not None


def measured(sheet: Sheet, end: int) -> bool:
    """P|总投资5亿元, P|占地300亩, P|建设单位为甲公司, P|施工现场: what one work has, and many of a kind have, too."""
    return _measured().match(sheet.flat, end) is not None


@cache
def _measured() -> re.Pattern[str]:
    figure = f"(?:{one_of('figures_of_works')})(?:约|近|超过?|达到?|为|共|共计|逾|是|人民币|:){{0,3}}[0-9]"
    role = f"(?:的)?(?:{any_of(words('maker_roles'))})(?:为|是|系|:|[,。]|——)"
    way = "采[用取](?:EPC|PPP|BOT|BOO|TOT|EOD|特许经营)"
    return re.compile(f"”?(?:{figure}|{role}|{any_of(words('work_sites'))}|{way})")


@cache
def _begun() -> re.Pattern[str]:
    return re.compile(
        rf"(?:主体|主体结构|{ADVERBS}|{TIMES}|[今昨近当]日|日前){{0,3}}(?:{any_of(words('begun_works'))})"
    )


def _is_body(sheet: Sheet, end: int) -> bool:
    token = sheet.token_at(end - 1) if end else None
    called = token is not None and token.text in ("公司", "集团", "该公司", "该集团")
    return token is not None and token.end == end and (token.tag in ("ORG", "nt") or called)


def _is_firm(token: Token) -> bool:
    return token.tag in ("ORG", "nt") and is_company(token.text)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('building_verbs'))}|建设|实施|承揽|中标|签约|总承包)了?{_COUNT}$")


@cache
def _owner() -> re.Pattern[str]:
    """What lies between a firm and its work: 投资20亿元|的, 在甲新区建设|的."""
    verbs = any_of(words("undertaking_verbs"))
    money = r"(?:[0-9.]{1,8}[万亿]{1,2}元)?"
    return re.compile(
        rf"(?:[在于][\u3400-\u9fff]{{2,12}}?)?(?:{one_of('shares')})?(?:(?:{verbs}){{1,2}}{money}(?:{verbs})?)?的"
    )
